"""The agenda: what is still open, today, what is planned; beside the month, or on a page of its own."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from lovedesk import words
from lovedesk.shop import discretion, followups, months, opening, overlaps, shops, sieves
from lovedesk.shop.followups import Due
from lovedesk.shop.months import Entry
from lovedesk.shop.sieves import Sieve
from lovedesk.ui.parts.buttons import IconButton, Link, Quiet
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places.calendar_moves import FIRST_DAY, LAST_DAY
from lovedesk.ui.places.calendar_rows import AgendaRow, Block, Item
from lovedesk.ui.places.calendar_words import week_title
from lovedesk.words import _, ngettext

PAGE = 1160                 # the widest that a line is drawn out to
LATER = 2                   # days; where all that is still open is moved to
FORTNIGHT = dt.timedelta(14)
WITHIN = 30                 # days in which every shop is open once


class Agenda(ScrollPage):
    """Still open, today, planned, without a day; above them one day that was asked for. `day_closed` when that day
    is put away; `plan_wanted(day)` asks for a visit on it, `add_wanted` for a follow-up."""

    day_closed = Signal()
    plan_wanted = Signal(object)
    add_wanted = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__(top=6)
        self.place = place
        self.wide = False
        self.sieve = Sieve()
        self.photos: dict[int, str] | None = None      # of the keepers, where there are two
        self.day: dt.date | None = None
        self.first: dt.date | None = None       # of the two weeks that are looked at instead of now
        self.weeks = 2
        self.asked, self.still, self.today, self.planned, self.undated = (Block(self) for _n in range(5))
        self.blocks = (self.asked, self.still, self.today, self.planned, self.undated)
        self.body.setSpacing(0)
        for block in self.blocks:
            self.body.addWidget(block)
        self.further = Link(_("Two weeks further"))
        self.further.clicked.connect(self._look_further)
        self.body.addWidget(self.further)
        add = Quiet(_("Add a follow-up"))
        add.clicked.connect(self.add_wanted)
        self.empty = Empty(_("Nothing waits"), _("What you plan and promise stands here, and what fell due stays until "
                                                 "it is done."), other=add)
        self.body.addWidget(self.empty, 9)
        self.body.addStretch(1)
        self.later = Link("")
        self.later.clicked.connect(self._move_all)
        self.still.head.addWidget(self.later)
        plan, close = Link(_("Plan a visit")), IconButton("x", _("Back to the agenda (Esc)"))
        plan.clicked.connect(self._plan)
        close.clicked.connect(self.close_day)
        self.over = Link(_("Hand over"), tip=_("Give this day to the other one of us"))
        self.over.clicked.connect(self._hand_over)
        self.asked.head.addWidget(self.over)
        self.asked.head.addWidget(plan)
        self.asked.head.addWidget(close)

    # Showing --------------------------------------------------------------------------------------------------

    def show_agenda(self) -> None:
        """Show what the verbs say now; the focus stays on its row, or goes to the one that took its place."""
        had = self._reached()
        if self.first is None:
            self._show_now()
        else:
            self._show_fortnight(self.first)
        if had is not None:
            self._reach(had)

    def _show_now(self) -> None:
        now = self.place.desk.now()
        today = now.date()
        last = today + dt.timedelta(7 * self.weeks)
        dues = followups.open_until(last, today=today, numbers=False)
        agenda = self._asked(now, last, dues)
        self.photos = shops.keeper_photos() if self.wide and len(shops.keepers()) > 1 else None
        known = {due.id: due for due in (*dues, *followups.open_without_day())}
        still = _items(agenda.still_open, known)
        self._show_day(today)
        self.still.show_items(_("Still open"), _("from before today, nothing here is late") if self.wide
                              else str(len(still)), still)
        self._show_later(today)
        self.today.show_items(_("Today, {date}").format(date=words.date_short(today)), "", _items(agenda.today, known),
                              nothing=_("Nothing is planned for today."))
        self.planned.show_items(_("Planned"), "", _items(agenda.planned, known))
        self.undated.show_items(_("Without a day"), "", _items(agenda.without_day, known))
        self.further.setVisible(bool(agenda.planned))
        nothing = self.wide and not any(agenda) and self.day is None
        self.empty.setVisible(nothing)
        self.today.setVisible(not nothing)

    def _show_fortnight(self, first: dt.date) -> None:
        """All that lies on two other weeks, what is done too."""
        self.photos = shops.keeper_photos() if len(shops.keepers()) > 1 else None
        self._show_day(self.place.desk.today())
        last = first + FORTNIGHT - dt.timedelta(1)
        dues = {due.id: due for due in followups.between(first, last, numbers=False)}
        for part in (self.still, self.today, self.undated, self.further, self.empty):
            part.hide()
        self.planned.show_items(week_title(first, last), "", _items(self._of(first, last), dues),
                                nothing=_("Nothing lies on these days."))

    def turn(self, by: int) -> None:
        """To the two weeks before or after these."""
        self.go_to((self.first or self.place.desk.today()) + by * FORTNIGHT)

    def go_to(self, day: dt.date) -> None:
        """Show the two weeks from a day on; from today, what waits as well."""
        self.first = None if day == self.place.desk.today() else min(max(day, FIRST_DAY), LAST_DAY - FORTNIGHT)
        self.show_agenda()
        self.verticalScrollBar().setValue(0)

    def _show_day(self, today: dt.date) -> None:
        if self.day is None:
            self.asked.hide()
            return
        self.over.setVisible(len(shops.keepers()) > 1)
        dues = {due.id: due for due in followups.between(self.day, self.day, numbers=False)}
        self.asked.show_items(words.date_short(self.day, today), "", _items(self._of(self.day, self.day), dues),
                              nothing=_("Nothing lies on this day."))

    def _of(self, first: dt.date, last: dt.date) -> list[Entry]:
        ours = months.of_the_shop(opening.days(first, last, at_once=True))
        found = months.month(first, last, keeper=self.place.floor.settings.keeper or None)
        return months.in_order(overlaps.marked(self._sifted(ours + found)))

    def _asked(self, now: dt.datetime, last: dt.date, dues: list[Due]) -> months.Agenda:
        """What there is, with our own holidays and closed days, and what is at the same time marked."""
        today = now.date()
        found = months.agenda(now, (last - today).days, dues=dues)
        ours = self._sifted(months.of_the_shop(opening.days(today, last, at_once=True)))
        begun = [entry for entry in ours if entry.day and entry.day <= today]
        ahead = [entry for entry in ours if entry not in begun]
        return months.Agenda(
            self._sifted(found.still_open), begun + overlaps.marked(self._sifted(found.today)),
            months.in_order(ahead + overlaps.marked(self._sifted(found.planned))), self._sifted(found.without_day))

    def _sifted(self, entries: list[Entry]) -> list[Entry]:
        return discretion.entries(sieves.sifted(entries, self.sieve), looking=self.place.floor.settings.looking)

    def _show_later(self, today: dt.date) -> None:
        ours = self._ours()
        self.later.setVisible(len(ours) > 1)
        self.later.setText(_("Move all to {day}").format(day=words.weekday(_later(today), "wide")))
        if rows := self.still.handles():
            QWidget.setTabOrder(rows[-1], self.later)       # the rows come first, for who came to do them

    def _ours(self) -> list[int]:
        return [item.due.id for item in self.still.items if item.due is not None and not item.due.theirs]

    def set_wide(self, wide: bool) -> None:
        """Be a page of its own, or the column beside the month."""
        if wide != self.wide:
            self.wide, self.first = wide, None
            for block in self.blocks:
                block.clear()
                block.setMaximumWidth(PAGE if wide else 16_777_215)

    def show_day(self, day: dt.date) -> None:
        """Show all of one day above the rest, the focus on its first row."""
        self.day = day
        self.show_agenda()
        self.verticalScrollBar().setValue(0)
        self.focus_first()

    def close_day(self) -> None:
        """Put that day away."""
        if self.day is not None:
            self.day = None
            self.asked.hide()
            self.day_closed.emit()

    def _look_further(self) -> None:
        """Two weeks more; what is known already is not asked for again."""
        self.weeks += 2
        last = self.place.desk.today() + dt.timedelta(7 * self.weeks)
        since = last - FORTNIGHT
        dues = {due.id: due for due in followups.between(since, last, numbers=False)}
        more = [entry for entry in self._of(since, last) if entry.day and entry.day > since and not entry.done]
        self.planned.show_items(_("Planned"), "", self.planned.items + _items(more, dues))

    def _hand_over(self) -> None:
        if self.day is not None:
            self.place.go.emit(Go("handover", self.day.toordinal()))

    def _plan(self) -> None:
        self.plan_wanted.emit(self.day)

    # Rows and keys --------------------------------------------------------------------------------------------

    def handles(self) -> list[QAbstractButton]:
        """What takes the focus in each row, from top to bottom."""
        return [handle for block in self.blocks for handle in block.handles()]

    def focus_first(self) -> None:
        """Give the focus to the first row."""
        self._reach(0)

    def _reached(self) -> int | None:
        """The place of the row that has the focus."""
        focus = self.window().focusWidget()
        return next((n for n, handle in enumerate(self.handles()) if handle is focus), None)

    def _reach(self, number: int) -> None:
        handles = self.handles()
        if handles:
            handle = handles[min(max(number, 0), len(handles) - 1)]
            if not handle.hasFocus():
                handle.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(handle, 0, 24)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            row = watched.parentWidget()
            while row is not None and not isinstance(row, AgendaRow):
                row = row.parentWidget()
            if row is not None and self._key_pressed(event, row):
                return True
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent, row: AgendaRow) -> bool:
        keys, key = Qt.Key, event.key()
        steps = {keys.Key_Up: -1, keys.Key_Down: 1}
        at = self._reached() or 0
        if key in steps:
            self._reach(at + steps[keys(key)])
        elif key in ENTER:
            row.open()
        elif key == keys.Key_Space and row.entry is not None and row.entry.kind == months.SHEET:
            row.went_fine()
        elif key == keys.Key_Home and self.first is not None:
            self.go_to(self.place.desk.today())
            self.focus_first()
        elif key == keys.Key_Escape and self.day is not None:
            self.close_day()
        else:
            return False
        return True

    def open_entry(self, entry: Entry) -> None:
        """Go to what an entry names: the visit, its sheet to type in, the customer."""
        if entry.kind == months.SHEET:
            self.place.go.emit(Go("debrief", entry.id))
        elif entry.kind == months.VISIT:
            self.place.go.emit(Go("visit", entry.id))
        elif entry.customer_id:
            self.place.go.emit(Go("customers", entry.customer_id))

    def _move_all(self) -> None:
        day = _later(self.place.desk.today())
        ours = self._ours()
        told = ngettext("{n} moved to {day}", "{n} moved to {day}", len(ours)).format(
            n=len(ours), day=words.near(day, self.place.desk.today()))
        with self.place.act("followup.move", words=told):
            for followup in ours:
                followups.move(followup, day)


def _later(today: dt.date) -> dt.date:
    """The day for what is still open: soon, and one on which the shop is open."""
    first = today + dt.timedelta(LATER)
    days = opening.days(first, first + dt.timedelta(WITHIN), at_once=True)
    return next((day for day, told in days.items() if not told.free), first)


def _items(entries: list[Entry], dues: dict[int, Due]) -> list[Item]:
    return [Item(entry, dues.get(entry.id) if entry.kind == months.FOLLOWUP else None) for entry in entries]
