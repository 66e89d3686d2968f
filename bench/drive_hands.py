"""Works in the window as hands do, by keys alone; reports how soon each was on screen, and the longest piece of work.

    python -m bench.drive_hands DESK [years | past]     a desk that `bench.fill` made old
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtGui import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.fill import LONG
from bench.watch import Watch, leave, run

Key = Qt.Key
WORDS = ("muller", "ana wea", "4410", "jorgensen", "lockwood pot", "z")
LINES = ("call Muller Tue at 10 about the roof", "note Ana: daughter starts school in May")
CTRL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Does one thing after the other, each when the window rests from the one before."""

    def __init__(self, window: QWidget, *, what: str = "days") -> None:
        self.window = window
        self.longest: dict[str, list[float]] = {}
        self.shown: dict[str, list[float]] = {}
        self.doing = ""
        self.steps = {"days": chain(self.typing(), self.profiles(), self.months()), "past": self.long_past(),
                      "years": chain(self.typing(), self.palette(), self.adding())}[what]
        window.activateWindow()  # there is no window manager to do it
        self.watch = Watch(window, self.rested)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, to where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, letter: str) -> None:
        """One letter, likewise."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, letter)

    def typing(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Words in the search field, a letter at a time; the last one of each is what a person waits for."""
        yield "", partial(self.press, Key.Key_F, CTRL)
        for word in WORDS:
            for place, letter in enumerate(word, 1):
                kind = "last key" if place == len(word) else "key"
                yield kind, partial(self.type, letter)
            yield "", partial(self.press, Key.Key_A, CTRL)
            yield "", partial(self.press, Key.Key_Backspace)

    def profiles(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Down the list, a profile at a time."""
        for _ in range(12):
            yield "profile", partial(self.press, Key.Key_Down)

    def months(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """The calendar, a month at a time."""
        yield "", partial(self.press, Key.Key_3, CTRL)
        for _ in range(6):
            yield "month", partial(self.press, Key.Key_PageDown)

    def palette(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Names and words in the palette."""
        for word in WORDS:
            yield "", partial(self.press, Key.Key_K, CTRL)
            for place, letter in enumerate(word, 1):
                yield "last palette key" if place == len(word) else "palette key", partial(self.type, letter)
            yield "", partial(self.press, Key.Key_Escape)

    def adding(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Lines in the quick add, taken back before they are kept."""
        for line in LINES:
            yield "", partial(self.press, Key.Key_N, CTRL)
            for place, letter in enumerate(line, 1):
                yield "last quick key" if place == len(line) else "quick key", partial(self.type, letter)
            yield "", partial(self.press, Key.Key_Escape)

    def long_past(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """From a customer with nothing to the one with a long past, and back."""
        yield "", partial(self.press, Key.Key_F, CTRL)
        for letter in LONG.split()[0]:
            yield "", partial(self.type, letter)
        for _ in range(6):
            yield "", partial(self.press, Key.Key_Down)
            yield "long past", partial(self.press, Key.Key_Up)

    def rested(self) -> None:
        """Note how the last step went, and do the next one."""
        if self.doing:
            self.shown.setdefault(self.doing, []).append(self.watch.rested - self.pressed)
            self.longest.setdefault(self.doing, []).append(self.watch.longest)
        QTimer.singleShot(20, self.go_on)

    def go_on(self) -> None:
        """The next step; its own time in this call is part of its first piece."""
        self.doing, step = next(self.steps, ("end", None))
        if step is None:
            self.finish()
            return
        self.watch.begin()
        self.pressed = monotonic()
        step()

    def finish(self) -> None:
        """The median wait for each kind of step, and its longest piece."""
        waits = {f"{name} shown": statistics.median(values) for name, values in self.shown.items()}
        leave(self.window, waits | {f"{name} longest": max(values) for name, values in self.longest.items()})


if __name__ == "__main__":
    sys.exit(run("lovedesk", sys.argv[1], partial(Hands, what=(sys.argv[2:] or ["days"])[0])))
