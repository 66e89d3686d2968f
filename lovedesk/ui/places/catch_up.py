"""Catching up: what fell due in one list, done, put off or dropped by one key each; the focus moves on by itself."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import catching_up
from lovedesk.shop.catching_up import FOLLOWUP, SHEET, Fallen
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.buttons import Primary
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.labels import Small, Title
from lovedesk.ui.parts.scrollpage import SIDE, TOP
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.catch_up_ask import Later, Why
from lovedesk.ui.places.catch_up_card import FallenCard
from lovedesk.ui.places.catch_up_list import FallenList
from lovedesk.words import _, near, ngettext

CARD = 340
PAD = 16                # from the edge of the list to what its rows show


class CatchUp(Place):
    """Everything that fell due and is still open. Keys: D done, L later, X drop, Enter opens; also 1, 2, 3."""

    shows: ClassVar[frozenset[str]] = frozenset({
        "customer", "person", "membership", "touchpoint", "touchpoint_customer", "touchpoint_person", "follow_up",
        "contact_point", "shopkeeper", "series"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.things: dict[int, Fallen] = {}
        self.title, self.second = Title(_("Catching up")), Small(token="ink2")
        self.list = FallenList(self)
        self.card = FallenCard(self)
        self.later, self.why = Later(self.desk.today), Why()
        self.keys = Small(_("D done · L later · X drop · Enter opens · Space or Shift with arrows takes several"))
        self.on = Primary(_("On to today"), "sun-horizon")
        self.on.clicked.connect(self._today)
        self.empty = Empty(_("All is caught up"), _("Nothing that fell due is open any more. A good day to you."),
                           primary=self.on)
        self._lay_out()
        self.list.finish_wanted.connect(self.finish)
        self.list.later_wanted.connect(self.ask_day)
        self.list.drop_wanted.connect(self.ask_why)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._show)
        self.card.finish.clicked.connect(self.finish)
        self.card.later.clicked.connect(self.ask_day)
        self.card.drop.clicked.connect(self.ask_why)
        self.card.open.clicked.connect(self._open_current)
        self.card.copy.clicked.connect(self._copy)
        self.later.chosen.connect(self._put_off)
        self.why.told.connect(self._drop)
        self.later.closed.connect(self._take_keys)
        self.why.closed.connect(self._take_keys)

    def _lay_out(self) -> None:
        back = BackLink()
        back.setText(_("Today"))
        back.clicked.connect(self._today)
        self.work = QWidget()
        column, work = QVBoxLayout(self), QHBoxLayout(self.work)
        column.setContentsMargins(SIDE - PAD, TOP, SIDE, TOP)       # what a row shows stands below the title
        column.setSpacing(6)
        for widget in (back, self.title, self.second):
            column.addLayout(_indented(widget))
        work.setContentsMargins(0, 8, 0, 0)
        work.setSpacing(28)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(_indented(self.later))
        left.addLayout(_indented(self.why))
        left.addWidget(self.list, 1)
        left.addLayout(_indented(self.keys))
        work.addLayout(left, 1)
        self.card.setFixedWidth(CARD)
        right = QVBoxLayout()
        right.addWidget(self.card)
        right.addStretch(1)
        work.addLayout(right)
        column.addWidget(self.work, 1)
        column.addWidget(self.empty, 1)

    # Showing --------------------------------------------------------------------------------------------------

    def open(self, what: int) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)     # it is filled when the page is seen

    def refresh(self) -> None:
        before = self.list.current()
        found = catching_up.fallen(self.desk.now())
        self.things = {thing.id: thing for thing in found}
        self.list.show_records(found)
        if self.list.current() is None and found:
            self.list.select(before if before in self.things else found[0].id)
        self.work.setVisible(bool(found))
        self.second.setVisible(bool(found))
        self.empty.setVisible(not found)
        if found:
            self.second.setText(ngettext("{n} thing fell due, since {day}", "{n} things fell due, since {day}",
                                         len(found)).format(n=len(found), day=near(found[0].day, self.desk.today())))
        self._show(self.list.current())
        if not found:
            self.later.close_up()
            self.why.close_up()
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, _current: object) -> None:
        current = self.list.current()
        self.card.show_thing(self.things.get(current) if current is not None else None)

    def _take_keys(self) -> None:
        """To the list; when all is caught up, Enter goes on."""
        (self.list if self.things else self.on).setFocus(Qt.FocusReason.OtherFocusReason)

    # Doing ----------------------------------------------------------------------------------------------------

    def _chosen(self) -> tuple[list[int], list[int]]:
        """The follow-ups and the visits that are chosen; else the one where the keyboard is."""
        current = self.list.current()
        ids = self.list.chosen_ids() or ([current] if current is not None else [])
        things = [self.things[thing] for thing in ids if thing in self.things]
        return ([thing.id for thing in things if thing.kind == FOLLOWUP],
                [thing.id for thing in things if thing.kind == SHEET])

    def _move_on(self, gone: set[int]) -> None:
        """To the first below what is gone, else to the last above it: before it goes, so that the list keeps it."""
        ids = self.list.records.ids
        last = max((row for row, thing in enumerate(ids) if thing in gone), default=-1)
        below = [thing for thing in ids[last + 1:] if thing not in gone]
        above = [thing for thing in ids[:last + 1] if thing not in gone]
        self.list.select(next(iter([*below, *above[::-1]]), None))

    def finish(self) -> None:
        """Done, or went fine."""
        dues, visits = self._chosen()
        if dues or visits:
            self._move_on({*dues, *visits})
            with self.act("catchup.finish", words=self._said(_("Done: {title}"), dues, visits)):
                catching_up.finish(dues, visits, now=self.desk.now())
            self._take_keys()

    def ask_day(self) -> None:
        """Ask for the real day that later means."""
        if any(self._chosen()):
            self.why.close_up()
            self.later.ask()

    def ask_why(self) -> None:
        """Ask for a few words on why it is dropped."""
        if any(self._chosen()):
            self.later.close_up()
            self.why.ask()

    def _put_off(self, day: object) -> None:
        dues, visits = self._chosen()
        if isinstance(day, dt.date) and (dues or visits):
            words = self._said(_("{title}: moved to {day}"), dues, visits, day=near(day, self.desk.today()))
            if day >= self.desk.today():
                self._move_on({*dues, *visits})
            with self.act("catchup.put_off", words=words):
                catching_up.put_off(dues, visits, day, now=self.desk.now())
        self._take_keys()

    def _drop(self, why: str) -> None:
        dues, visits = self._chosen()
        if dues or visits:
            self._move_on({*dues, *visits})
            with self.act("catchup.drop", words=self._said(_("Dropped: {title}"), dues, visits)):
                catching_up.drop(dues, visits, why, now=self.desk.now())
        self._take_keys()

    def _said(self, words: str, dues: list[int], visits: list[int], **told: str) -> str:
        ids = [*dues, *visits]
        first = self.things[ids[0]]
        title = ngettext("{n} thing", "{n} things", len(ids)).format(n=len(ids)) if len(ids) > 1 else (
            first.title or first.customer)
        return words.format(title=title, **told)

    def _open(self, what: object) -> None:
        thing = self.things.get(what) if isinstance(what, int) else None
        if thing is not None and thing.kind == SHEET:
            self.go.emit(Go("debrief", thing.id))
        elif thing is not None and thing.customer_id:
            self.go.emit(Go("customers", thing.customer_id))

    def _open_current(self) -> None:
        self._open(self.list.current())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.card.words.text())
        self.said.emit(_("The words are copied."))

    def _today(self) -> None:
        self.go.emit(Go("today"))


def _indented(widget: QWidget) -> QHBoxLayout:
    """Below what the rows show."""
    line = QHBoxLayout()
    line.setContentsMargins(PAD, 0, 0, 0)
    line.addWidget(widget, 1_000)
    line.addStretch(1)
    return line
