"""Turns the pages of a full calendar by keys, and opens what reminds; reports how soon each was on screen.

    python -m bench.drive_calendar DESK     a desk that `bench.fill_calendar` made full
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QAbstractButton, QWidget

from bench.drive_hands import CTRL, Hands, Key
from bench.watch import run
from lovedesk.ui.place import Go

if TYPE_CHECKING:
    from lovedesk.ui.places.calendar import Calendar
    from lovedesk.ui.window import Window

Steps = Iterator[tuple[str, Callable[[], None]]]
TIMES = 6


class CalendarHands(Hands):
    """Goes through the three views of the calendar, then through the lists of what is to be done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.steps = chain(self.pages("Month", "month"), self.pages("Week", "week"), self.agenda(), self.lists())

    def click(self, words: str) -> None:
        """A button that is seen, by its words."""
        next(button for button in self.window.findChildren(QAbstractButton)
             if button.isVisible() and button.text() == words).click()

    def take_keys(self, kind: str) -> None:
        """To the page itself, as Tab does."""
        calendar = cast("Calendar", cast("Window", self.window).pages["calendar"])
        (calendar.week if kind == "week" else calendar.month).setFocus()

    def pages(self, view: str, kind: str) -> Steps:
        """A view, a page at a time."""
        yield "", partial(self.press, Key.Key_3, CTRL)
        yield "", partial(self.click, view)
        yield "", partial(self.take_keys, kind)
        for _ in range(TIMES):
            yield kind, partial(self.press, Key.Key_PageDown)

    def agenda(self) -> Steps:
        """The agenda: two weeks further below each other, then two other weeks each time."""
        yield "", partial(self.click, "Agenda")
        for _ in range(TIMES):
            yield "agenda", partial(self.click, "Two weeks further")
        for _ in range(TIMES):
            yield "agenda", cast("Calendar", cast("Window", self.window).pages["calendar"]).head.after.click

    def lists(self) -> Steps:
        """Today, the catch-up and whom to be in touch with: opened, then shown anew, as after a change of the desk."""
        window = cast("Window", self.window)
        for place in ("today", "catchup", "intouch"):
            yield f"{place} opened", partial(window.go, Go(place))
            for _ in range(TIMES):
                yield place, partial(self.change, place)

    def change(self, place: str) -> None:
        """Tell a place that all it shows has changed."""
        page = cast("Window", self.window).pages[place]
        page.note_change(page.shows)


if __name__ == "__main__":
    sys.exit(run("lovedesk", sys.argv[1], CalendarHands))
