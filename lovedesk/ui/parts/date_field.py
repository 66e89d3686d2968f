"""Fields for a day and for a time, typed as people say them, the day also picked from a small month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from lovedesk import words
from lovedesk.shop.quick_days import read_day
from lovedesk.shop.quick_times import read_time
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.words import _

CELL, HEAD, EDGE = 34, 62, 8
EARLIEST, LATEST = dt.date(2, 1, 1), dt.date(9998, 12, 31)


class SmallMonth(QWidget):
    """A month to pick a day from: arrows move, the page keys turn, Enter picks."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.day = self.today = dt.date.min
        self.setFixedSize(7 * CELL + 2 * EDGE, HEAD + 6 * CELL + 2 * EDGE)

    def open_at(self, corner: QPoint, day: dt.date, today: dt.date) -> None:
        """Show the month of `day` with its upper left at `corner`."""
        self.today = today
        self._go(day)
        self.move(corner)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def first(self) -> dt.date:
        """The day in the upper left cell."""
        start = self.day.replace(day=1)
        return start - dt.timedelta((start.weekday() - words.week_start()) % 7)

    def cell(self, number: int) -> QRect:
        """Where a day stands, counted from the upper left."""
        return QRect(EDGE + number % 7 * CELL, HEAD + EDGE + number // 7 * CELL, CELL, CELL)

    def turn(self, months: int) -> None:
        """Another month, the same day of it where it has one."""
        index = self.day.year * 12 + self.day.month - 1 + months
        first = dt.date(index // 12, index % 12 + 1, 1)
        last = (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
        self._go(first.replace(day=min(self.day.day, last.day)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        days = {keys.Key_Left: -1, keys.Key_Right: 1, keys.Key_Up: -7, keys.Key_Down: 7}
        if event.key() in days:
            self._go(self.day + dt.timedelta(days[keys(event.key())]))
        elif event.key() in (keys.Key_PageUp, keys.Key_PageDown):
            self.turn(1 if event.key() == keys.Key_PageDown else -1)
        elif event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self._pick(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if not self.rect().contains(where):
            self.close()
        elif where.y() < HEAD - 20:
            if not EDGE + 2 * CELL <= where.x() < EDGE + 5 * CELL:
                self.turn(-1 if where.x() < self.width() / 2 else 1)
        else:
            found = next((n for n in range(42) if self.cell(n).contains(where)), None)
            if found is not None:
                self._pick(self.first() + dt.timedelta(found))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(t.btnline)
        painter.setBrush(t.card)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(t.ink)
        painter.setFont(theme.font("strong"))
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRect(EDGE, EDGE, 7 * CELL, 30), middle, words.month_title(self.day))
        icons.paint(painter, QRectF(EDGE + 9, EDGE + 7, 16, 16), "caret-left", t.ink2)
        icons.paint(painter, QRectF(self.width() - EDGE - 25, EDGE + 7, 16, 16), "caret-right", t.ink2)
        painter.setFont(theme.font("small"))
        painter.setPen(t.ink3)
        for column in range(7):
            name = words.weekday((words.week_start() + column) % 7, "short")
            painter.drawText(QRect(EDGE + column * CELL, HEAD - 16, CELL, 20), middle, name)
        painter.setFont(theme.tabular(theme.font("body")))
        for number in range(42):
            self._paint_day(painter, self.cell(number), self.first() + dt.timedelta(number))

    def _paint_day(self, painter: QPainter, cell: QRect, day: dt.date) -> None:
        t = theme.tokens()
        disc = QRectF(cell).adjusted(3, 3, -3, -3)
        if day == self.day:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent)
            painter.drawEllipse(disc)
        elif day == self.today:
            painter.setPen(QPen(t.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc)
        inside = day.month == self.day.month
        painter.setPen(t.onaccent if day == self.day else t.ink if inside else t.ink3)
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _go(self, day: dt.date) -> None:
        self.day = min(max(day, EARLIEST), LATEST)      # around it there are days for the other cells
        day = self.day
        self.setAccessibleName(words.date_long(day))
        self.update()

    def _pick(self, day: dt.date) -> None:
        self.close()
        self.picked.emit(day)


class DateField(SavingLine):
    """A day; `day_left` tells it, or None when the field was emptied. `today` is asked when it is needed."""

    day_left = Signal(object)

    def __init__(self, today: Callable[[], dt.date], *, name: str, day: dt.date | None = None, past: bool = False,
                 placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", name=name, placeholder=placeholder or _("like “1 Dec” or “Tue”"), parent=parent)
        self.today, self.past = today, past
        self.shown: dt.date | None = None
        self.month = SmallMonth(self)
        self.month.picked.connect(self.take)
        opener = self.addAction(icons.icon("calendar-blank", "ink3"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setToolTip(_("Pick a day (Alt+Down)"))
        opener.triggered.connect(self.open_month)
        self.left.connect(self._read)
        self.show_day(day)

    def show_day(self, day: dt.date | None) -> None:
        """Show the day that is stored."""
        self.shown = day
        self.show_text(words.date_short(day, self.today()) if day else "")

    def take(self, day: object) -> None:
        """A day as if it had been typed."""
        assert isinstance(day, dt.date)
        changed = day != self.shown
        self.shown = day
        self.kept = words.date_short(day, self.today())
        self.put(self.kept)
        self.forgive()
        if changed:
            self.day_left.emit(day)

    def open_month(self) -> None:
        """Show the month below the field."""
        self.month.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)), self.shown or self.today(), self.today())

    def sizeHint(self) -> QSize:
        return QSize(170, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_month()
            return
        super().keyPressEvent(event)

    def _read(self, text: str) -> None:
        if not text.strip():
            if self.shown is not None:
                self.shown = None
                self.day_left.emit(None)
            return
        day = read_day(text, self.today(), past=self.past)
        if day is None:
            self.show_refusal(_("No day can be read here. Try “1 Dec”, “Tue” or “tomorrow”."))
            return
        self.take(day)


class TimeField(SavingLine):
    """A time; `time_left` tells it, or None when the field was emptied."""

    time_left = Signal(object)

    def __init__(self, *, name: str, time: dt.time | None = None, placeholder: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__("", name=name, placeholder=placeholder or _("like “9:30”"), parent=parent)
        self.shown: dt.time | None = None
        self.left.connect(self._read)
        self.show_time(time)

    def show_time(self, time: dt.time | None) -> None:
        """Show the time that is stored."""
        self.shown = time
        self.show_text(words.time(time) if time else "")

    def sizeHint(self) -> QSize:
        return QSize(100, super().sizeHint().height())

    def _read(self, text: str) -> None:
        time = read_time(text)
        if time is None and text.strip():
            self.show_refusal(_("No time can be read here. Try “9:30” or “14”."))
            return
        changed = time != self.shown
        self.shown = time
        self.kept = words.time(time) if time else ""
        self.put(self.kept)
        if changed:
            self.time_left.emit(time)
