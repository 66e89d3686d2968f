"""When the shop is open: hours of each weekday, its country's holidays, and days on which it is closed."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import opening
from lovedesk.shop.opening import ClosedDays
from lovedesk.ui.parts.buttons import IconButton, Second
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.labels import Section, Small
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.tick import Setting
from lovedesk.ui.place import Place
from lovedesk.ui.places.shop_section import ShopSection
from lovedesk.words import _


class HoursLine(SavingLine):
    """The hours of one weekday."""

    def __init__(self, place: Place, weekday: int) -> None:
        super().__init__(name=_("Open on {weekday}").format(weekday=words.weekday(weekday, "wide")),
                         placeholder=_("closed; else like “8:30–12:30, 13:30–18”"))
        self.place, self.weekday = place, weekday
        self.left.connect(self._keep)

    def _keep(self, text: str) -> None:
        with self.place.act("shop.set_hours", field=self):
            opening.set_hours(self.weekday, text)


class ClosedRow(QWidget):
    """Days on which the shop is closed: from, until, why."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.closed: ClosedDays | None = None
        self.first = DateField(place.desk.today, name=_("Closed from"))
        self.last = DateField(place.desk.today, name=_("Closed until"))
        self.why = SavingLine(name=_("Why it is closed"), placeholder=_("like “The fair”"))
        away = IconButton("x", _("Open on these days after all"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        for part in (self.first, Small(_("until")), self.last):
            row.addWidget(part)
        row.addWidget(self.why, 1)
        row.addWidget(away)
        self.first.day_left.connect(self._keep)
        self.last.day_left.connect(self._keep)
        self.why.left.connect(self._keep)
        away.clicked.connect(self._trash)

    def show_record(self, closed: ClosedDays) -> None:
        """Show them."""
        self.closed = closed
        for field, day in ((self.first, closed.first), (self.last, closed.last)):
            if not field.hasFocus():
                field.show_day(day)
        self.why.show_text(closed.why)

    def _keep(self, _left: object) -> None:
        if self.closed is None:
            return
        first, last = self.first.shown or self.closed.first, self.last.shown or self.closed.last
        if first > last and first != self.closed.first:      # the first day went on: the last goes with it
            last = first + (self.closed.last - self.closed.first)
        with self.place.act("closed.change", field=self.last):
            opening.change(self.closed.id, first, last, self.why.text())

    def _trash(self) -> None:
        if self.closed is not None:
            with self.place.act("closed.trash", words=_("Open on these days after all")):
                opening.trash(self.closed.id)


class ShopHours(ShopSection):
    """Hours, holidays, closed days."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, _("When it is open"), _("The first hours that you write hold for all working days."))
        self.lines: list[HoursLine] = []
        for n in range(7):
            weekday = (words.week_start() + n) % 7
            line = HoursLine(place, weekday)
            self.lines.append(line)
            self.add_field(words.weekday(weekday, "wide"), line)
        self.holidays = Setting(_("The country’s holidays stand in the calendar"))
        self.holidays.clicked.connect(self._show_holidays)
        self.region = Picker(name=_("Part of the country, for its holidays"))
        self.region.activated.connect(self._region)
        self.add_field(_("Holidays"), self.holidays)
        self.add_field(_("Part of the country"), self.region)
        self.rows: Rows[ClosedDays] = Rows(self._make, _key)
        self.add = Second(_("Add closed days"), "plus")
        self.add.clicked.connect(self._add)
        self.body.addSpacing(6)
        self.body.addWidget(Section(_("Closed")))
        self.body.addWidget(self.rows)
        self.body.addWidget(self.add)

    def refresh(self) -> None:
        hours = opening.hours()
        for line in self.lines:
            line.show_text(opening.told(hours.get(line.weekday, [])))
        wanted = opening.shows_holidays()
        self.holidays.setChecked(wanted)
        self.region.setEnabled(wanted)
        self.region.setToolTip("" if wanted else _("For who wants holidays"))
        if wanted:
            self.place.floor.aside.run("", _regions, self._offer, self._none)
        today = self.place.desk.today()
        self.rows.show_records([closed for closed in opening.closed() if closed.last >= today - dt.timedelta(31)])

    def _offer(self, names: dict[str, str]) -> None:
        """The library of holidays takes half a second to load, so its parts come aside."""
        self.region.clear()
        self.region.addItem(_("The whole country"), "")
        for code, name in names.items():
            self.region.addItem(name, code)
        self.region.setCurrentIndex(max(self.region.findData(opening.region()), 0))

    def _none(self, _sentence: str) -> None:
        self._offer({})

    def _make(self) -> ClosedRow:
        return ClosedRow(self.place)

    def _show_holidays(self) -> None:
        with self.place.act("shop.set_holidays"):
            opening.show_holidays(self.holidays.isChecked())

    def _region(self, _index: int) -> None:
        with self.place.act("shop.set_region"):
            opening.set_region(str(self.region.currentData()))

    def _add(self) -> None:
        today = self.place.desk.today()
        with self.place.act("closed.add"):
            opening.close(today + dt.timedelta(1))
        row = self.rows.in_order()[-1] if self.rows.in_order() else None
        if isinstance(row, ClosedRow):
            row.first.setFocus()


def _regions(_progress: object) -> dict[str, str]:
    return opening.regions()


def _key(closed: ClosedDays) -> int:
    return closed.id
