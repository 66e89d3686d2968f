"""The month: one painted widget. Arrows move a cell, the page keys turn, Home is today, Enter opens what is there."""

from __future__ import annotations

import datetime as dt
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lovedesk import words
from lovedesk.shop.months import Entry
from lovedesk.ui import theme
from lovedesk.ui.places.calendar_cell import Cell, Placed, laid_out, paint_entry, small_print
from lovedesk.ui.places.calendar_words import day_spoken, spoken
from lovedesk.words import ngettext

HEAD = 28
NUMBER, FIRST = 30, 58      # the room for a day's number, and for the first of a month with its name
LEAST_ROW = 34
WEEKEND = {5, 6}


class Month(QWidget):
    """Shows a month. `opened(Entry)`; `day_opened(day)` for all of a day; `planned(day)` for an empty one;
    `chosen(day)` when another cell is; `wanted(day)` asks for the month of a day."""

    opened = Signal(object)
    day_opened = Signal(object)
    planned = Signal(object)
    chosen = Signal(object)
    wanted = Signal(object)

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self.today = self.day = today
        self.entries: dict[dt.date, list[Entry]] = {}
        self.cells: dict[dt.date, Cell] = {}
        self.waiting = True         # for the entries of a month that was asked for
        self.to_open = False        # Enter came before them
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def first(self) -> dt.date:
        """The day in the upper left cell."""
        start = self.day.replace(day=1)
        return start - dt.timedelta((start.weekday() - words.week_start()) % 7)

    def last(self) -> dt.date:
        """The day in the lower right cell."""
        return self.first() + dt.timedelta(self._weeks() * 7 - 1)

    def _weeks(self) -> int:
        until = (self.day.replace(day=1) + dt.timedelta(31)).replace(day=1)
        return ceil((until - self.first()).days / 7)

    def show_entries(self, entries: list[Entry], today: dt.date) -> None:
        """Lay out what lies on the days of the month; the next `update` paints it."""
        self.today = today
        self.entries, self.waiting = {}, False
        for entry in entries:
            if entry.day is not None:
                self.entries.setdefault(entry.day, []).append(entry)
        self.cells = {}
        for n in range(self._weeks() * 7):
            self._cell(self.first() + dt.timedelta(n))
        self._say()
        if self.to_open:
            self.to_open = False
            self._open_day()

    def go_to(self, day: dt.date) -> None:
        """Choose a day; one of another month asks for that month."""
        same = (day.year, day.month) == (self.day.year, self.day.month)
        self.day, self.to_open = day, False
        if same:
            self._say()
            self.update()
        else:
            self.entries, self.cells, self.waiting = {}, {}, True
            self.wanted.emit(day)
        self.chosen.emit(day)

    def turn(self, by: int) -> None:
        """Another month, the same day of it where it has one."""
        index = self.day.year * 12 + self.day.month - 1 + by
        first = dt.date(index // 12, index % 12 + 1, 1)
        last = (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
        self.go_to(first.replace(day=min(self.day.day, last.day)))

    def _say(self) -> None:
        self.setAccessibleName(words.month_title(self.day))
        self.setAccessibleDescription(day_spoken(self.day, self.entries.get(self.day, []), self.today))

    # Keys and mouse -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        days = {keys.Key_Left: -1, keys.Key_Right: 1, keys.Key_Up: -7, keys.Key_Down: 7}
        pages = {keys.Key_PageUp: -1, keys.Key_PageDown: 1}
        key = keys(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            super().keyPressEvent(event)
        elif key in days:
            self.go_to(self.day + dt.timedelta(days[key]))
        elif key in pages:
            self.turn(pages[key])
        elif key == keys.Key_Home:
            self.go_to(self.today)
        elif key in (keys.Key_Return, keys.Key_Enter):
            self._open_day()
        else:
            super().keyPressEvent(event)

    def _open_day(self) -> None:
        entries = self.entries.get(self.day, [])
        if self.waiting:
            self.to_open = True
        elif not entries:
            self.planned.emit(self.day)
        elif len(entries) == 1:
            self.opened.emit(entries[0])
        else:
            self.day_opened.emit(self.day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is None or event.button() != Qt.MouseButton.LeftButton:
            return
        placed, cell = self._entry_at(event.position()), self._cell(day)
        if placed is not None:
            self.opened.emit(placed.entry)
        elif cell.more and cell.more_rect.contains(event.position()):
            self._choose(day)
            self.day_opened.emit(day)
        else:
            self._choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None and self._entry_at(event.position()) is None:
            self.planned.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        over = day is not None and (self._entry_at(event.position()) is not None
                                    or self._cell(day).more_rect.contains(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if abs(event.angleDelta().y()) >= 60:
            self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def _choose(self, day: dt.date) -> None:
        """Choose a cell by mouse: the days of other months at the edges stay where they are."""
        if (day.year, day.month) == (self.day.year, self.day.month):
            self.go_to(day)
        else:
            self.chosen.emit(day)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            placed = self._entry_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), spoken(placed.entry) if placed else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # Where everything is --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(420, HEAD + 6 * LEAST_ROW)

    def sizeHint(self) -> QSize:
        return QSize(820, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cells = {}

    def rect_of(self, day: dt.date) -> QRectF:
        """Where the cell of a day is."""
        n = (day - self.first()).days
        wide, high = self.width() / 7, (self.height() - HEAD) / self._weeks()
        return QRectF(n % 7 * wide, HEAD + n // 7 * high, wide, high)

    def _day_at(self, where: QPointF) -> dt.date | None:
        row = int((where.y() - HEAD) // ((self.height() - HEAD) / self._weeks()))
        column = int(where.x() // (self.width() / 7))
        if not (0 <= column < 7 and 0 <= row < self._weeks()):
            return None
        return self.first() + dt.timedelta(row * 7 + column)

    def _entry_at(self, where: QPointF) -> Placed | None:
        day = self._day_at(where)
        placed = self._cell(day).placed if day else []
        return next((one for one in placed if one.rect.contains(where)), None)

    def _cell(self, day: dt.date) -> Cell:
        if day not in self.cells:
            self.cells[day] = laid_out(self.rect_of(day), self.entries.get(day, []),
                                        FIRST if day.day == 1 else NUMBER)
        return self.cells[day]

    # Painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = self.first()
        self._paint_head(painter, first)
        for n in range(7):
            if (first + dt.timedelta(n)).weekday() in WEEKEND:
                column = self.rect_of(first + dt.timedelta(n))
                painter.fillRect(QRectF(column.left(), HEAD, column.width(), self.height() - HEAD), t.pane)
        painter.setPen(QPen(t.line, 1))
        for week in range(self._weeks()):
            top = round(self.rect_of(first + dt.timedelta(week * 7)).top()) + 0.5
            painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
        for n in range(self._weeks() * 7):
            self._paint_day(painter, first + dt.timedelta(n))
        self._paint_chosen(painter)

    def _paint_head(self, painter: QPainter, first: dt.date) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.tokens().ink2)
        for n in range(7):
            cell = self.rect_of(first + dt.timedelta(n))
            painter.drawText(QRectF(cell.left() + 8, 0, cell.width() - 8, HEAD - 6), Qt.AlignmentFlag.AlignVCenter,
                             words.weekday(first + dt.timedelta(n)))

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        t = theme.tokens()
        cell = self._cell(day)
        inside = day.month == self.day.month
        if day == self.today:
            painter.setPen(QPen(t.accentline, 1))
            painter.setBrush(t.card)
            painter.drawRoundedRect(cell.rect.adjusted(0.5, 2, -2.5, -1.5), 8, 8)
        small = small_print()
        self._paint_number(painter, day, cell.rect, inside=inside)
        painter.setFont(small.font)
        for placed in cell.placed:
            paint_entry(painter, placed, inside=inside)
        if cell.more:
            painter.setPen(t.ink2 if inside else t.ink3)
            told = ngettext("and {n} more", "and {n} more", cell.more) if cell.placed else ngettext(
                "{n} entry", "{n} entries", cell.more)
            corner = cell.more_rect.topLeft() + QPointF(3, small.baseline)
            painter.drawText(corner, told.format(n=cell.more))

    def _paint_number(self, painter: QPainter, day: dt.date, cell: QRectF, *, inside: bool) -> None:
        t, small = theme.tokens(), small_print()
        if day == self.today:
            disc = QRectF(cell.left() + 5, cell.top() + 5 + small.line / 2 - 10.5, 21, 21)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent)
            painter.drawEllipse(disc)
            painter.setFont(small.strong)
            painter.setPen(t.onaccent)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(day.day))
            return
        begins = day.day == 1
        painter.setFont(small.strong if begins else small.font)
        painter.setPen(t.ink if inside else t.ink3)
        painter.drawText(QPointF(cell.left() + 9, cell.top() + 5 + small.baseline),
                         words.day_and_month(day) if begins else str(day.day))

    def _paint_chosen(self, painter: QPainter) -> None:
        """The ring around the cell that the keyboard has reached; by mouse a quiet rim."""
        if not self.hasFocus():
            return
        t = theme.tokens()
        by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        painter.setPen(QPen(t.accent, 2) if by_keys else QPen(t.accentline, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect_of(self.day).adjusted(1, 2.5, -3, -2), 8, 8)
