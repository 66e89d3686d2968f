"""What every place shares: it shows some tables, refreshes when they change and it is seen, acts through the desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, NamedTuple, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from lovedesk.mishaps import Refused
from lovedesk.settings import Settings
from lovedesk.store.desk import Desk
from lovedesk.ui.signals import Aside


class Go(NamedTuple):
    """A wish to be somewhere: a place's key and what to show there; "back" is where one came from,
    "plan" the calendar that asks for a visit, "goto" the palette,
    and "quickadd" the line that adds anything (with a line of the inbox)."""

    place: str
    what: int = 0


class Floor(NamedTuple):
    """What a place stands on: the open desk, this laptop's settings, and the thread for what is long."""

    desk: Desk
    settings: Settings
    aside: Aside


class SaysRefusal(Protocol):
    """A field that shows beside itself why something could not be kept."""

    def show_refusal(self, sentence: str) -> None: ...


class Place(QWidget):
    """A page of the window. Signals: `go(Go)`, `said(sentence)` for the quiet line, `done(words)` with its Undo."""

    shows: ClassVar[frozenset[str]] = frozenset()      # the tables whose change makes it stale
    go = Signal(object)
    said = Signal(str)
    done = Signal(str)
    to_remember = Signal()      # something that this laptop remembers has changed

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self.floor = floor
        self.desk = floor.desk
        self._stale = True

    def refresh(self) -> None:
        """Show what the verbs say now; keeps selection, scroll and the field being typed in."""

    def open(self, what: int) -> None:
        """Show one thing of this place; 0 leaves it as it was."""

    def open_now(self) -> int:
        """What is open in it when it is shown as it was left; 0 for nothing."""
        return 0

    def note_change(self, tables: frozenset[str]) -> None:
        """Refresh now if it is seen, else when it is shown next."""
        if tables & self.shows:
            self._stale = True
            self._refresh_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """A place that went stale behind others refreshes when it is seen."""
        super().showEvent(event)
        self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.refresh()

    @contextmanager
    def act(self, verb: str, *, field: SaysRefusal | None = None, words: str = "") -> Iterator[None]:
        """One action; a refusal stands beside `field` or in the quiet line, `words` are said with an Undo after it."""
        try:
            with self.desk.act(verb):
                yield
        except Refused as refused:
            if field is not None:
                field.show_refusal(str(refused))
            else:
                self.said.emit(str(refused))
        else:
            if words:
                self.done.emit(words)
