"""The month by keys and mouse: arrows walk, Ctrl+arrows go through a day, Alt moves, Alt+Shift stretches whole days."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from lovedesk.shop.months import Entry
from lovedesk.ui.places import calendar_moves as moves
from lovedesk.ui.places.calendar_month_view import MonthView, grid
from lovedesk.ui.places.calendar_moves import FIRST_DAY, LAST_DAY

_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ALT, _SHIFT, _CTRL = (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
                       Qt.KeyboardModifier.ControlModifier)


class Month(MonthView):
    """A month that is gone about in, and whose entries are moved."""

    def __init__(self, today: dt.date) -> None:
        super().__init__(today)
        self.held: tuple[Entry, QPointF, dt.date] | None = None     # what the mouse has, from where, on which day

    def go_to(self, day: dt.date) -> None:
        """Choose a day; one of another month asks for that month."""
        day = min(max(day, FIRST_DAY), LAST_DAY)
        same = (day.year, day.month) == (self.day.year, self.day.month)
        self.day, self.to_open, self.reached = day, False, None
        if same:
            self.say()
            self.update()
        else:
            self.entries, self.bands, self.cells, self.waiting = {}, {}, {}, True
            self.wanted.emit(day)
        self.chosen.emit(day)

    def turn(self, by: int) -> None:
        """Another month, the same day of it where it has one."""
        self.way = by
        first = self._month(by)
        last = (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
        self.go_to(first.replace(day=min(self.day.day, last.day)))

    def ahead(self) -> tuple[dt.date, dt.date]:
        """The first and the last day of the page that one who goes on comes to."""
        return grid(self._month(self.way))

    def _month(self, by: int) -> dt.date:
        index = self.day.year * 12 + self.day.month - 1 + by
        return dt.date(index // 12, index % 12 + 1, 1)

    # Keys -----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _held(event) & _ALT \
                and event.key() in _DAYS:
            event.accept()          # Alt+Left moves here; it is "back" elsewhere
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, key, held = Qt.Key, Qt.Key(event.key()), _held(event)
        if key == keys.Key_Escape and (self.held is not None or self.reached is not None):
            self._let_go()
        elif key in _DAYS and held in (_ALT, _ALT | _SHIFT):
            self._move_by_keys(_DAYS[key], stretch=bool(held & _SHIFT))
        elif key in (keys.Key_Up, keys.Key_Down) and held == _CTRL:
            self._walk(1 if key == keys.Key_Down else -1)
        elif held & (_ALT | _CTRL):
            super().keyPressEvent(event)
        elif key in _DAYS:
            self.go_to(self.day + dt.timedelta(_DAYS[key]))
        elif key in _PAGES:
            self.turn(_PAGES[key])
        elif key == keys.Key_Home:
            self.go_to(self.today)
        elif key in (keys.Key_Return, keys.Key_Enter):
            self.open_day()
        elif key == keys.Key_N:
            self.planned.emit(self.day)
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        self.held, self.wish, self.reached = None, None, None
        self.say()
        self.update()

    def _walk(self, by: int) -> None:
        there = self.of_day(self.day)
        if there:
            at = there.index(self.reached) if self.reached in there else (-1 if by > 0 else len(there))
            self._reach(there[min(max(at + by, 0), len(there) - 1)])

    def _reach(self, entry: Entry) -> None:
        self.reached = entry
        self.say()
        self.update()

    def _move_by_keys(self, days: int, *, stretch: bool) -> None:
        """Move what is chosen, or the first of the day that can be moved."""
        entry = self.reached or next((one for one in self.of_day(self.day) if moves.can_move(one)), None)
        if entry is None or not moves.can_move(entry) or (stretch and not entry.days):
            return
        self.reached = entry
        wish = moves.as_it_is(entry)
        wish = moves.longer(wish, days) if stretch else moves.later(wish, days=days)
        self.moved.emit(wish)
        if not self.first() <= wish.day <= self.last():     # it went where another month is shown
            self.go_to(wish.day)
            self.reached = entry

    # Mouse ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is None or event.button() != Qt.MouseButton.LeftButton:
            return
        placed, cell = self.entry_at(event.position()), self.cell(day)
        if placed is not None:
            self.held = placed.entry, event.position(), day
        elif cell.more and cell.more_rect.contains(event.position()):
            self._choose(day)
            self.day_opened.emit(day)
        else:
            self._choose(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where, day = event.position(), self.day_at(event.position())
        if self.held is None:
            over = day is not None and (self.entry_at(where) is not None or self.cell(day).more_rect.contains(where))
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        entry, start, from_day = self.held
        far = (where - start).manhattanLength() >= QApplication.startDragDistance()
        if (self.wish is not None or far) and moves.can_move(entry) and day is not None:
            self.wish = moves.later(moves.as_it_is(entry), days=(day - from_day).days)
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        held, wish = self.held, self.wish
        self.held, self.wish = None, None
        if held is None:
            return
        if wish is None:
            self.opened.emit(held[0])
        else:
            self.update()
            if wish.is_new():
                self.moved.emit(wish)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is not None and self.entry_at(event.position()) is None:
            self.planned.emit(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if abs(event.angleDelta().y()) >= 60:
            self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def _choose(self, day: dt.date) -> None:
        """Choose a cell by mouse: the days of other months at the edges stay where they are."""
        if (day.year, day.month) == (self.day.year, self.day.month):
            self.go_to(day)
        else:
            self.chosen.emit(day)


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
