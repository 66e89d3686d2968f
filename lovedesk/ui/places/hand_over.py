"""Handing over a day: one of us is ill, the other takes what is open on it, and its pages are printed (H1)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import builtin, handing_over, shops
from lovedesk.shop.handing_over import Load
from lovedesk.shop.shops import Keeper
from lovedesk.ui import theme
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.avatar import Avatar
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.buttons import Primary, Second
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.labels import ElidedLabel, Section, Small, Title, WrappedLabel
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.quick_line import Sign
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.words import _, date_long, joined, near, ngettext, time

COLUMN = 720
A_DAY = 10_000_000      # what is opened is a day by its ordinal below this, and one of us by id above


class Line(NamedTuple):
    """A thing that goes over."""

    id: int
    when: str
    words: str
    second: str
    icon: str


class HandOver(Place):
    """Who gives, who takes, and which day: what is open on it is shown, and goes by one button."""

    shows: ClassVar[frozenset[str]] = frozenset({
        "customer", "touchpoint", "touchpoint_customer", "follow_up", "shopkeeper", "series"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.day = self.desk.today()
        self.keepers: list[Keeper] = []
        self.giver, self.taker = Picker(name=_("Whose day")), Picker(name=_("Who takes it over"))
        self.giver_face, self.taker_face = Avatar("", 32), Avatar("", 32)
        self.when = DateField(self.desk.today, name=_("Which day"), day=self.day)
        self.what = Section()
        self.lines: Rows[Line] = Rows(GoingLine, _key, spacing=2)
        self.nothing = WrappedLabel(token="ink2")
        self.both = Primary(_("Hand over and print"), "printer", tip=_("The pages of that day (Ctrl+P)"))
        self.both.setShortcut(QKeySequence("Ctrl+P"))
        self.only = Second(_("Hand over"))
        self._lay_out()
        self.giver.activated.connect(self._giver_picked)
        self.taker.activated.connect(self._show_load)
        self.when.day_left.connect(self._day_left)
        self.both.clicked.connect(self._hand_over_and_print)
        self.only.clicked.connect(self._hand_over)

    def _lay_out(self) -> None:
        page = ScrollPage()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        back = BackLink()
        back.setText(_("Back"))
        back.clicked.connect(self._back)
        asked, buttons = QHBoxLayout(), QHBoxLayout()
        asked.setSpacing(10)
        self.when.setMaximumWidth(190)
        for widget in (self.giver_face, self.giver, self.when, ElidedLabel(_("goes to"), token="ink2"),
                       self.taker_face, self.taker):
            asked.addWidget(widget)
        asked.addStretch(1)
        buttons.addWidget(self.both)
        buttons.addWidget(self.only)
        buttons.addStretch(1)
        page.body.addWidget(back)
        page.body.addWidget(Title(_("Hand over a day")))
        page.body.addSpacing(8)
        page.body.addLayout(asked)
        page.body.addSpacing(12)
        for part in (self.what, self.lines, self.nothing):
            part.setMaximumWidth(COLUMN)
            page.body.addWidget(part)
        page.body.addSpacing(8)
        page.body.addLayout(buttons)
        page.body.addStretch(1)

    # Showing --------------------------------------------------------------------------------------------------

    def open(self, what: int) -> None:
        self._show_keepers()
        here = self.floor.settings.keeper
        giver = what if what > A_DAY else next((one.id for one in self.keepers if one.id != here), here)
        if 0 < what < A_DAY:
            self.day = dt.date.fromordinal(what)
            giver = here
        self._pick(self.giver, giver)
        self._pick(self.taker, next((one.id for one in self.keepers if one.id != giver), giver))
        self.when.show_day(self.day)
        self._show_load()
        self.when.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.when.selectAll()

    def refresh(self) -> None:
        self._show_keepers()
        self._show_load()

    def _show_keepers(self) -> None:
        found = shops.keepers()
        if found == self.keepers:
            return
        self.keepers = found
        for picker in (self.giver, self.taker):
            known = picker.currentData()
            picker.clear()
            for keeper in found:
                picker.addItem(keeper.name, keeper.id)
            self._pick(picker, known)

    def _pick(self, picker: Picker, keeper: object) -> None:
        picker.setCurrentIndex(max(0, picker.findData(keeper)))

    def _giver_picked(self, _index: int) -> None:
        if self.taker.currentData() == self.giver.currentData():
            self._pick(self.taker, next((one.id for one in self.keepers if one.id != self.giver.currentData()), 0))
        self._show_load()

    def _show_load(self) -> None:
        giver, faces = self.giver.currentData(), shops.keeper_photos()
        self.giver_face.show_person(self.giver.currentText(), photos.face(faces.get(giver, "")))
        self.taker_face.show_person(self.taker.currentText(), photos.face(faces.get(self.taker.currentData(), "")))
        load = handing_over.load(self.day, giver) if giver else Load([], [])
        lines = [*(Line(touch.id, "" if touch.days else time(touch.start.time()), touch.whom,
                        ", ".join(part for part in (builtin.channel(touch.channel).label, joined(touch.people))
                                  if part), builtin.channel(touch.channel).icon) for touch in load.touches),
                 *(Line(due.id, due.due_time, due.title, due.customer, "check-square") for due in load.dues)]
        self.lines.show_records(lines)
        count = ngettext("{n} thing is open", "{n} things are open", len(lines)).format(n=len(lines))
        self.what.set_texts(date_long(self.day), count if lines else "")
        self.nothing.setText("" if lines else _("Nothing of {name} is open on this day.").format(
            name=self.giver.currentText()))
        self.nothing.setVisible(not lines)
        for button in (self.both, self.only):
            button.setEnabled(bool(lines) and giver != self.taker.currentData())

    def _day_left(self, day: object) -> None:
        if isinstance(day, dt.date):
            self.day = day
            self._show_load()

    # Doing ----------------------------------------------------------------------------------------------------

    def _hand_over(self) -> None:
        self._done()

    def _hand_over_and_print(self) -> None:
        if self._done():
            from lovedesk.ui import paper  # printing is asked for rarely, and its libraries are heavy

            paper.print_day_pack(self, self.day, keeper=self.taker.currentData())

    def _done(self) -> bool:
        """Hand the day over, the one that is being typed first of all; False if it was refused."""
        self.when.tell()
        if self.when.refusal is not None:
            return False
        giver, taker = self.giver.currentData(), self.taker.currentData()
        words = _("{giver}’s {day} goes to {taker}").format(
            giver=self.giver.currentText(), day=near(self.day, self.desk.today()), taker=self.taker.currentText())
        handed = 0
        with self.act("day.hand_over", words=words):
            handed = handing_over.hand_over_day(self.day, giver, taker)
        return handed > 0

    def _back(self) -> None:
        self.go.emit(Go("back"))


class GoingLine(QWidget):
    """One thing that goes over: its time, its sign, what it is."""

    def __init__(self) -> None:
        super().__init__()
        self.when, self.sign = ElidedLabel(token="ink2"), Sign("", "ink2")
        self.when.setFont(theme.tabular(theme.font("body")))
        self.when.setFixedWidth(52)
        self.words, self.second = ElidedLabel(role="strong"), Small()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        for widget in (self.when, self.sign, self.words, self.second):
            row.addWidget(widget)
        row.addStretch(1)

    def show_record(self, line: Line) -> None:
        """Show a thing."""
        self.when.setText(line.when)
        self.words.setText(line.words)
        self.second.setText(line.second)
        self.sign.icon = line.icon
        self.sign.update()


def _key(line: Line) -> int:
    return line.id
