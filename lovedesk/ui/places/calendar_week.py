"""The week by keys and mouse: arrows walk, Alt moves, Alt+Shift stretches; what is dragged shows where it would be."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from lovedesk.shop import months, overlaps
from lovedesk.shop.months import Entry
from lovedesk.ui.places import calendar_moves as moves
from lovedesk.ui.places.calendar_moves import FIRST_DAY, LAST_DAY, Wish
from lovedesk.ui.places.calendar_week_shape import DAYS
from lovedesk.ui.places.calendar_week_view import Drag, WeekView

_AT_EDGE = 28       # of the grid, where a drag scrolls it


class Week(WeekView):
    """A week that is gone about in, and whose entries are moved."""

    # Going about ----------------------------------------------------------------------------------------------

    def go_to(self, day: dt.date) -> None:
        """Choose a day; one of another week asks for that week."""
        before = self.first()
        self.day, self.reached = min(max(day, FIRST_DAY), LAST_DAY), None
        if self.first() != before:
            self.entries, self.shape, self.waiting = [], None, True
            self.wanted.emit(self.day)
        else:
            self.say()
        self.viewport().update()
        self.chosen.emit(self.day)

    def turn(self, by: int) -> None:
        """Another week, the same day of it."""
        self.way = by
        self.go_to(self.day + dt.timedelta(DAYS * by))

    def ahead(self) -> tuple[dt.date, dt.date]:
        """The first and the last day of the page that one who goes on comes to."""
        first = self.first() + dt.timedelta(DAYS * self.way)
        return first, first + dt.timedelta(DAYS - 1)

    def _walk_days(self, by: int) -> None:
        """To the next day, and there to what is nearest to what was reached."""
        before = self.reached
        self.go_to(self.day + dt.timedelta(by))
        there = self.of_day(self.day)
        if before is not None and there:
            at = _minute(before)
            alike = [entry for entry in there if (entry.time is None) == (before.time is None)] or there
            self._reach(min(alike, key=lambda entry: abs(_minute(entry) - at)))

    def _walk(self, by: int) -> None:
        there = self.of_day(self.day)
        if there:
            at = there.index(self.reached) if self.reached in there else (-1 if by > 0 else len(there))
            self._reach(there[min(max(at + by, 0), len(there) - 1)])

    def _reach(self, entry: Entry) -> None:
        self.reached = entry
        self.say()
        shape = self.lay_out()
        block = next((block for block in shape.blocks if block.part.entry is entry), None)
        if block is not None:
            bar, room = self.verticalScrollBar(), self.viewport().height() - shape.top
            if block.rect.top() < bar.value():
                bar.setValue(round(block.rect.top()) - 8)
            elif block.rect.bottom() > bar.value() + room:
                bar.setValue(round(block.rect.bottom() - room) + 8)
        self.viewport().update()

    # Keys -----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_move(event):
            event.accept()          # Alt+Left moves here; it is "back" elsewhere
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, key = Qt.Key, Qt.Key(event.key())
        if key == keys.Key_Escape and (self.drag is not None or self.reached is not None):
            self.drag, self.reached = None, None
            self.say()
            self.viewport().update()
        elif _is_move(event):
            self._move_by_keys(key, stretch=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            QWidget.keyPressEvent(self, event)
        elif key in _WALKS:
            days, entries = _WALKS[key]
            if days:
                self._walk_days(days)
            else:
                self._walk(entries)
        elif key in (keys.Key_PageUp, keys.Key_PageDown):
            self.turn(1 if key == keys.Key_PageDown else -1)
        elif key == keys.Key_Home:
            self.go_to(self.now.date())
        elif key in (keys.Key_Return, keys.Key_Enter):
            self._open_reached()
        elif key == keys.Key_N:
            self._plan_here()
        else:
            QWidget.keyPressEvent(self, event)

    def _open_reached(self) -> None:
        if self.waiting:
            return
        there = self.of_day(self.day)
        if self.reached is not None:
            self.opened.emit(self.reached)
        elif not there:
            self.planned.emit(self.day)
        elif len(there) == 1:
            self.opened.emit(there[0])
        else:
            self.day_opened.emit(self.day)

    def _plan_here(self) -> None:
        """Plan on the day, after what was reached."""
        entry = self.reached
        if entry is not None and entry.time is not None and entry.day is not None:
            minute = _minute(entry) + overlaps.minutes_of(entry) + moves.STEP - 1
            self.planned.emit(dt.datetime.combine(entry.day, moves.clock(minute)))
        else:
            self.planned.emit(self.day)

    def _move_by_keys(self, key: Qt.Key, *, stretch: bool) -> None:
        entry = self.reached
        if entry is None or not (moves.can_stretch(entry) if stretch else moves.can_move(entry)):
            return
        days, steps = _WALKS[key]
        wish = moves.as_it_is(entry)
        wish = moves.longer(wish, days or steps) if stretch else moves.later(
            wish, days=days, minutes=steps * moves.STEP)
        self.moved.emit(wish)
        if not self.first() <= wish.day <= self.last():     # it went where another week is shown
            self.go_to(wish.day)
            self.reached = entry

    # Mouse ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        if event.button() != Qt.MouseButton.LeftButton or self.waiting:
            return
        shape, entry = self.lay_out(), self.entry_at(where)
        day = shape.day_at(where.x())
        more = next((more for more in shape.more if more.rect.contains(where)), None)
        if entry is not None:
            if self.lies_on(entry, day):
                self.day = day
            self._reach(entry)
            self.drag = Drag(entry, where, stretch=self.at_end(where) and moves.can_stretch(entry), day=day,
                             minute=shape.minute_at(self.in_grid(where).y()))
        elif more is not None:
            self.day_opened.emit(more.day)
        else:
            self.go_to(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where, drag = event.position(), self.drag
        if drag is None:
            entry = None if self.waiting else self.entry_at(where)
            ends = entry is not None and moves.can_stretch(entry) and self.at_end(where)
            shape = Qt.CursorShape.SizeVerCursor if ends and entry and not entry.days else (
                Qt.CursorShape.SizeHorCursor if ends else Qt.CursorShape.PointingHandCursor if entry
                else Qt.CursorShape.ArrowCursor)
            self.viewport().setCursor(shape)
            return
        far = (where - drag.at).manhattanLength() >= QApplication.startDragDistance()
        if (drag.wish is not None or far) and moves.can_move(drag.entry):
            self._scroll_at_edge(where)
            drag.wish = self._wish(drag, where)
            self.viewport().update()

    def _wish(self, drag: Drag, where: QPointF) -> Wish:
        shape, now = self.lay_out(), moves.as_it_is(drag.entry)
        days = (shape.day_at(where.x()) - drag.day).days
        minutes = shape.minute_at(self.in_grid(where).y()) - drag.minute
        steps = round(minutes / moves.STEP)
        if drag.stretch:
            return moves.longer(now, days if now.days else steps)
        if drag.entry.kind == months.FOLLOWUP:       # in the hours it gets a time, above them it loses it
            if where.y() < shape.top:
                return moves.later(now, days=days)._replace(time=None)
            if now.time is None:
                time = moves.clock(shape.minute_at(self.in_grid(where).y()))
                return moves.later(now, days=days)._replace(time=time)
        return moves.later(now, days=days, minutes=steps * moves.STEP)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        drag, self.drag = self.drag, None
        if drag is None:
            return
        if drag.wish is not None:
            self.viewport().update()
            if drag.wish.is_new():
                self.moved.emit(drag.wish)
        else:
            self.opened.emit(drag.entry)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        where, shape = event.position(), self.lay_out()
        if self.entry_at(where) is not None:
            return
        day = shape.day_at(where.x())
        self.planned.emit(day if where.y() < shape.top else dt.datetime.combine(
            day, moves.clock(shape.minute_at(self.in_grid(where).y()) // 30 * 30)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self.verticalScrollBar(), event)

    def _scroll_at_edge(self, where: QPointF) -> None:
        bar, shape = self.verticalScrollBar(), self.lay_out()
        if where.y() > self.viewport().height() - _AT_EDGE:
            bar.setValue(bar.value() + round(shape.hour / 4))
        elif shape.top < where.y() < shape.top + _AT_EDGE:
            bar.setValue(bar.value() - round(shape.hour / 4))



def _minute(entry: Entry) -> int:
    return entry.time.hour * 60 + entry.time.minute if entry.time else 0


def _is_move(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    return held in (alt, alt | shift) and event.key() in _WALKS


_WALKS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
