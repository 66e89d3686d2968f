"""Planning for a group, beside the list: which way, from which day to which; the days stand below before it is kept."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, group_plans, opening
from lovedesk.shop.group_plans import Planned
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Primary, Quiet
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.labels import Small, Title, WrappedLabel, paint_line
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.parts.scrollpage import SIDE, TOP
from lovedesk.ui.place import Place
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext

WEEKS = 12
A_DAY = (1, 2, 3, 4, 5, 6, 8, 10)
A_WEEK = 25             # proposed for a week at first; of more, so many weeks


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
    """The page; `closed` when all was planned or given up. Enter plans them, Esc does not."""

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
        self.weeks = Picker(name=_("Over how many weeks"))
        self.a_day = Picker(name=_("At most on a day"))
        self.note = WrappedLabel("", token="ink2")
        self.lines = RecordList(_Lines(), name=_("The days that are proposed"))
        self.plan = Primary(_("Plan them"), "plus", tip=_("Enter plans them, Esc leaves it"))
        self.leave = Quiet(_("Not now"))
        for channel in builtin.channels():
            self.channel.addItem(icons.icon(channel.icon), channel.label, channel.slug)
        self.channel.setCurrentIndex(self.channel.findData("call"))
        self._lay_out()
        for weeks in range(1, WEEKS + 1):
            self.weeks.addItem(ngettext("a week", "{n} weeks", weeks).format(n=weeks), weeks)
        self.weeks.addItem(_("until the last day"), 0)
        self.a_day.addItem(_("as it comes"), 0)
        for many in A_DAY:
            self.a_day.addItem(ngettext("{n} a day", "{n} a day", many).format(n=many), many)
        self.channel.activated.connect(self.propose)
        self.weeks.activated.connect(self._weeks_picked)
        self.a_day.activated.connect(self._a_day_picked)
        self.first.day_left.connect(self._first_left)
        self.last.day_left.connect(self._last_left)
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
        for number, (word, field) in enumerate((
                (_("How"), self.channel), (_("From"), self.first), (_("Over"), self.weeks), (_("Until"), self.last),
                (_("At most"), self.a_day))):
            label = Small(word)
            label.setBuddy(field)
            grid.addWidget(label, 0, number)
            grid.addWidget(field, 1, number)
            if isinstance(field, DateField):
                field.setMaximumWidth(150)
        grid.setColumnStretch(5, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, TOP, SIDE, TOP)
        column.setSpacing(14)
        column.addLayout(top)
        column.addLayout(grid)
        column.addWidget(self.note)
        column.addWidget(self.lines, 1)
        self.lines.setMaximumWidth(760)

    def open_for(self, whom: list[int]) -> None:
        """Propose a touch with each of these, a call at first, over as many weeks as they need from the coming one."""
        self.whom = whom
        count = len(whom)
        self.title.setText(ngettext("Plan a touch with {n} customer", "Plan a touch with each of {n} customers",
                                    count).format(n=count))
        today = self.place.desk.today()
        monday = today + dt.timedelta(7 - today.weekday())
        self.first.show_day(monday)
        self.a_day.setCurrentIndex(0)
        self.weeks.setCurrentIndex(min(-(-count // A_WEEK), WEEKS) - 1)
        self._weeks_picked()
        self.channel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_left(self, day: dt.date | None) -> None:
        if day is not None and (self.weeks.currentData() or self.last.shown is None or self.last.shown < day):
            self.last.show_day(self._end(day))
        self.propose()

    def _last_left(self, _day: dt.date | None) -> None:
        self.weeks.setCurrentIndex(self.weeks.count() - 1)
        self.propose()

    def _weeks_picked(self) -> None:
        if self.first.shown is not None:
            self.last.show_day(self._end(self.first.shown))
        self.propose()

    def _a_day_picked(self) -> None:
        """Fewer on a day need more weeks."""
        weeks, many = self.weeks.currentData(), self.a_day.currentData()
        if weeks and many:
            self.weeks.setCurrentIndex(min(max(weeks, -(-len(self.whom) // (many * 5))), WEEKS) - 1)
        self._weeks_picked()

    def _end(self, first: dt.date) -> dt.date:
        """The last day of so many weeks: the Friday, when the first one is a Monday."""
        return first + dt.timedelta(7 * max(self.weeks.currentData(), 1) - 3)

    def propose(self) -> None:
        """Show the days below."""
        self.planned, sentence = [], ""
        first, last = self.first.shown, self.last.shown
        if first and last and not opening.is_ready(first, last):
            self.plan.setEnabled(False)
            self._find_holidays(first, last)
            return
        if first and last:
            try:
                self.planned = group_plans.propose(
                    self.whom, str(self.channel.currentData()), first, last, a_day=self.a_day.currentData())
                sentence = _("Spread over the days on which the shop is open, at times that are free. "
                             "Nothing is planned until you say so.")
            except Refused as refused:
                sentence = str(refused)
        self.note.setText(sentence or _("From which day, until which?"))
        today = self.place.desk.today()
        self.lines.show_records([_Line(one.customer, one, today) for one in self.planned])
        self.plan.setEnabled(bool(self.planned))

    def _find_holidays(self, first: dt.date, last: dt.date) -> None:
        """The first time this takes half a second."""
        def work(_progress: Progress) -> None:
            opening.holidays(first, last)

        self.place.floor.aside.run("", work, self._holidays_found, self.place.said.emit)

    def _holidays_found(self, _none: object) -> None:
        self.propose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in ENTER:
            typing = self.first.hasFocus() or self.last.hasFocus()      # what a day proposes is looked at first
            if self.plan.isEnabled() and not typing:
                self.keep()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Plan all of them, as one action."""
        count = len(self.planned)
        words_ = ngettext("{n} planned", "{n} planned", count).format(n=count)
        with self.place.act("visit.plan_many", words=words_):
            group_plans.keep(self.planned, keeper=self.place.floor.settings.keeper or None)
            self.closed.emit()
