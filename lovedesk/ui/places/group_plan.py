"""Planning for a group, beside the list: which way, from which day to which; the days stand below before it is kept."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, group_plans
from lovedesk.shop.group_plans import Planned
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Primary, Quiet
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.labels import Small, Title, WrappedLabel, paint_line
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.ui.parts.scrollpage import SIDE, TOP
from lovedesk.ui.place import Place
from lovedesk.words import _, ngettext


class _Line(NamedTuple):
    """A proposed touch as a row."""

    id: int
    planned: Planned
    today: dt.date

    def when(self) -> str:
        start = self.planned.start
        return _("{day}, {time}").format(day=words.date_short(start.date(), self.today), time=words.time(start.time()))

    def way(self) -> str:
        label = builtin.channel_label(self.planned.channel)
        return _("{channel}, as they wish").format(channel=label) if self.planned.wished else label


class _Lines(RowDelegate):
    """One line for each: day and time, name, by which way."""

    height = 34

    def __init__(self) -> None:
        super().__init__(self._look)

    def _look(self, line: _Line) -> Row:
        return Row(line.planned.name, line.when(), line.way())

    def row_height(self) -> int:
        return self.height

    def paint_row(self, painter: QPainter, room: QRectF, record: _Line) -> None:
        t = theme.tokens()
        when, way = QRectF(room), QRectF(room)
        when.setWidth(150)
        way.setLeft(room.right() - 190)
        name = QRectF(room.left() + 160, room.top(), max(way.left() - room.left() - 190, 60), room.height())
        paint_line(painter, when, record.when(), "body", t.ink2)
        paint_line(painter, name, record.planned.name, "strong", t.ink)
        icon = builtin.channel(record.planned.channel).icon
        icons.paint(painter, QRectF(way.left() - 22, room.center().y() - 8, 16, 16), icon, t.ink3)
        paint_line(painter, way, record.way(), "small", t.ink2)


class GroupPlan(QWidget):
    """The page; `closed` when all was planned or given up."""

    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.whom: list[int] = []
        self.planned: list[Planned] = []
        self.title = Title("")
        self.channel = Picker(name=_("By which way"))
        self.first = DateField(place.desk.today, name=_("First day"))
        self.last = DateField(place.desk.today, name=_("Last day"))
        self.note = WrappedLabel("", token="ink2")
        self.lines = RecordList(_Lines(), name=_("The days that are proposed"))
        self.plan = Primary(_("Plan them"), "plus")
        self.leave = Quiet(_("Not now"))
        for channel in builtin.channels():
            self.channel.addItem(icons.icon(channel.icon), channel.label, channel.slug)
        self.channel.setCurrentIndex(self.channel.findData("call"))
        self._lay_out()
        self.channel.activated.connect(self.propose)
        self.first.day_left.connect(self._first_left)
        self.last.day_left.connect(self.propose)
        self.plan.clicked.connect(self.keep)
        self.leave.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.leave)
        top.addWidget(self.plan)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for number, (word, field) in enumerate(((_("How"), self.channel), (_("From"), self.first),
                                                (_("Until"), self.last))):
            label = Small(word)
            label.setBuddy(field)
            grid.addWidget(label, 0, number)
            grid.addWidget(field, 1, number)
        grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, TOP, SIDE, TOP)
        column.setSpacing(14)
        column.addLayout(top)
        column.addLayout(grid)
        column.addWidget(self.note)
        column.addWidget(self.lines, 1)
        self.lines.setMaximumWidth(760)

    def open_for(self, whom: list[int]) -> None:
        """Propose a touch with each of these, a call in the coming week at first."""
        self.whom = whom
        count = len(whom)
        self.title.setText(ngettext("Plan a touch with {n} customer", "Plan a touch with each of {n} customers",
                                    count).format(n=count))
        today = self.place.desk.today()
        monday = today + dt.timedelta(7 - today.weekday())
        self.first.show_day(monday)
        self.last.show_day(monday + dt.timedelta(4))
        self.propose()
        self.channel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_left(self, day: dt.date | None) -> None:
        if day is not None and (self.last.shown is None or self.last.shown < day):
            self.last.show_day(day + dt.timedelta(4 - day.weekday()) if day.weekday() < 5 else day)
        self.propose()

    def propose(self) -> None:
        """Show the days below."""
        self.planned, sentence = [], ""
        if self.first.shown and self.last.shown:
            try:
                self.planned = group_plans.propose(
                    self.whom, str(self.channel.currentData()), self.first.shown, self.last.shown)
                sentence = _("Spread over the weekdays, at times that are free. Nothing is planned until you say so.")
            except Refused as refused:
                sentence = str(refused)
        self.note.setText(sentence or _("From which day, until which?"))
        today = self.place.desk.today()
        self.lines.show_records([_Line(one.customer, one, today) for one in self.planned])
        self.plan.setEnabled(bool(self.planned))

    def keep(self) -> None:
        """Plan all of them, as one action."""
        count = len(self.planned)
        words_ = ngettext("{n} planned", "{n} planned", count).format(n=count)
        with self.place.act("visit.plan_many", words=words_):
            group_plans.keep(self.planned, keeper=self.place.floor.settings.keeper or None)
            self.closed.emit()
