"""The button that prints a day: its pages through the system's printer, or as a PDF; today's, or tomorrow's (H1)."""

from __future__ import annotations

import datetime as dt

from PySide6.QtGui import QAction, QKeySequence

from lovedesk.shop import shops
from lovedesk.ui import whose
from lovedesk.ui.parts.buttons import SplitButton
from lovedesk.ui.place import Go, Place
from lovedesk.words import _


class DayPackButton(SplitButton):
    """Prints today's pack; its menu has tomorrow's, and the PDFs of both."""

    def __init__(self, place: Place) -> None:
        super().__init__(_("Print day pack"), "printer", tip=_("Print today’s sheets (Ctrl+P)"))
        self.place = place
        self.setShortcut(QKeySequence("Ctrl+P"))
        self.clicked.connect(self._print_today)
        self.over = QAction(_("Hand over a day…"), self)
        self.over.triggered.connect(self._hand_over)
        for words, slot in ((_("Look at it first…"), self._look_at_pack), (_("Calls of today…"), self._look_at_calls),
                            (_("This week…"), self._look_at_week), (_("Tomorrow’s"), self._print_tomorrow),
                            (_("Today’s as PDF…"), self._save_today),
                            (_("Tomorrow’s as PDF…"), self._save_tomorrow),
                            (_("For the phone…"), self._to_the_phone)):
            action = QAction(words, self)
            action.triggered.connect(slot)
            self.add(action)
        self.add(self.over)

    def refresh(self) -> None:
        """A day is handed over where there are two of us."""
        self.over.setVisible(len(shops.keepers()) > 1)

    def _hand_over(self) -> None:
        self.place.go.emit(Go("handover"))

    def _look_at_pack(self) -> None:
        from lovedesk.shop.wanted_papers import PACK  # with all that gathers for paper: no start waits for it

        self._look(PACK)

    def _look_at_calls(self) -> None:
        from lovedesk.shop.wanted_papers import CALLS  # as above

        self._look(CALLS)

    def _look_at_week(self) -> None:
        from lovedesk.shop.wanted_papers import WEEK  # as above

        self._look(WEEK)

    def _look(self, kind: str) -> None:
        from lovedesk.shop import wanted_papers  # as above

        self.place.go.emit(Go("paper", wanted_papers.number_of(kind, self.place.desk.today())))

    def _print_today(self) -> None:
        self._print(self.place.desk.today())

    def _print_tomorrow(self) -> None:
        self._print(self.place.desk.today() + dt.timedelta(1))

    def _save_today(self) -> None:
        self._save(self.place.desk.today())

    def _save_tomorrow(self) -> None:
        self._save(self.place.desk.today() + dt.timedelta(1))

    def _print(self, day: dt.date) -> None:
        from lovedesk.ui import paper  # printing is asked for rarely, and its libraries are heavy

        paper.print_day_pack(self.place, day, keeper=whose.wanted(self.place.floor.settings))

    def _save(self, day: dt.date) -> None:
        from lovedesk.ui import paper  # as above

        paper.save_day_pack(self.place, day, keeper=whose.wanted(self.place.floor.settings))

    def _to_the_phone(self) -> None:
        from lovedesk.ui import exporting  # asked for rarely

        exporting.for_the_phone(self.place, self.place.desk.today(),
                                whose.wanted(self.place.floor.settings))
