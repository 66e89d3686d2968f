"""The week as it is seen: what it shows, where everything stands, how it is painted; keys are in `calendar_week`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from lovedesk import words
from lovedesk.shop import overlaps
from lovedesk.shop.months import Entry
from lovedesk.shop.opening import DayOpen
from lovedesk.ui.places import calendar_week_paint as paint
from lovedesk.ui.places.calendar_moves import Wish
from lovedesk.ui.places.calendar_week_shape import DAYS, EDGE, TIMES, USUAL, Shape, bar_at, block_at, shaped
from lovedesk.ui.places.calendar_words import chosen_spoken, spoken, week_title

NOW = 30_000        # milliseconds after which the line of now is painted anew
EARLIER = 30        # minutes that are seen before the first thing of a week


class Drag:
    """What is being dragged: the wish so far, and from where it was taken hold of."""

    def __init__(self, entry: Entry, at: QPointF, *, stretch: bool, day: dt.date, minute: int) -> None:
        self.entry, self.at, self.stretch = entry, at, stretch
        self.day, self.minute = day, minute
        self.wish: Wish | None = None       # None until it was dragged far enough


class WeekView(QAbstractScrollArea):
    """Shows a week, by the signals of `Month`: `opened(Entry)`, `day_opened(day)`, `planned(day or moment)`,
    `chosen(day)`, `wanted(day)` asks for the week of a day, `moved(Wish)` that something be elsewhere."""

    opened = Signal(object)
    day_opened = Signal(object)
    planned = Signal(object)
    chosen = Signal(object)
    wanted = Signal(object)
    moved = Signal(object)

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        super().__init__()
        self.clock = clock
        self.now = clock()
        self.day = self.now.date()
        self.entries: list[Entry] = []
        self.open: dict[dt.date, DayOpen] = {}
        self.usual = USUAL
        self.reached: Entry | None = None
        self.waiting = True
        self.way = 1                # the pages are turned on, or back
        self.shape: Shape | None = None
        self.drag: Drag | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.minute = QTimer(self, interval=NOW)
        self.minute.timeout.connect(self._time_passes)

    # What is shown --------------------------------------------------------------------------------------------

    def first(self) -> dt.date:
        """The first day of the week."""
        return self.day - dt.timedelta((self.day.weekday() - words.week_start()) % DAYS)

    def last(self) -> dt.date:
        """The last day of the week."""
        return self.first() + dt.timedelta(DAYS - 1)

    def show_entries(self, entries: list[Entry], days: dict[dt.date, DayOpen]) -> None:
        """Lay out what lies on the days of the week; the next `update` paints it."""
        fresh = self.waiting
        self.entries, self.open, self.now, self.waiting = entries, days, self.clock(), False
        spans = [span for day in days.values() for span in day.spans or []]
        self.usual = (min(span.start for span in spans) // 60, -(-max(span.end for span in spans) // 60)
                      ) if spans else USUAL
        self._keep_reached()
        self.shape = None
        self.lay_out()
        if fresh:
            self._scroll_to_first()
        self.say()

    def _keep_reached(self) -> None:
        """What the keys had reached stays so where it is now."""
        if self.reached is not None:
            key = self.reached.kind, self.reached.id
            self.reached = next((entry for entry in self.entries if (entry.kind, entry.id) == key), None)
            if self.reached and self.reached.day and not self.lies_on(self.reached, self.day):
                self.day = self.reached.day

    def lay_out(self) -> Shape:
        """Where everything stands now."""
        size = self.viewport().size()
        if self.shape is None or self.shape.first != self.first():
            # what waits is no entry of this week
            entries = [] if self.waiting else self.entries
            self.shape = shaped(entries, self.first(), size.width(), size.height(), self.usual)
            high, room = 24 * self.shape.hour, size.height() - self.shape.top
            self.verticalScrollBar().setRange(0, max(0, round(high - room)))
            self.verticalScrollBar().setPageStep(round(room))
            self.verticalScrollBar().setSingleStep(round(self.shape.hour))
        return self.shape

    def _scroll_to_first(self) -> None:
        shape = self.lay_out()
        first = min((block.part.start for block in shape.blocks), default=self.usual[0] * 60)
        minute = self.usual[0] * 60 if first >= self.usual[0] * 60 else first - EARLIER
        self.verticalScrollBar().setValue(round(shape.y_of(max(minute, 0))) - 8)

    def say(self) -> None:
        """Tell a screen reader the week, and what is chosen."""
        self.setAccessibleName(week_title(self.first(), self.last()))
        self.setAccessibleDescription(chosen_spoken(self.day, self.of_day(self.day), self.reached, self.now.date()))

    def of_day(self, day: dt.date) -> list[Entry]:
        """What lies on a day, from top to bottom: without a time, then by the clock."""
        whole = [entry for entry in self.entries if (entry.time is None or entry.days) and self.lies_on(entry, day)]
        timed = [entry for entry in self.entries if entry.time is not None and not entry.days]
        return whole + [part.entry for part in overlaps.stretches(timed, day)]

    def lies_on(self, entry: Entry, day: dt.date) -> bool:
        """Whether a day is one of an entry's."""
        return entry.day is not None and entry.last is not None and entry.day <= day <= entry.last

    def _time_passes(self) -> None:
        self.now = self.clock()
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.minute.stop()

    # Where everything is --------------------------------------------------------------------------------------

    def in_grid(self, where: QPointF) -> QPointF:
        """A point of the window as one of the grid."""
        return QPointF(where.x(), where.y() - self.lay_out().top + self.verticalScrollBar().value())

    def entry_at(self, where: QPointF) -> Entry | None:
        """What is painted at a point of the window."""
        shape = self.lay_out()
        if where.y() < shape.top:
            bar = bar_at(shape, where)
            return bar.run.entry if bar else None
        block = block_at(shape, self.in_grid(where))
        return block.part.entry if block else None

    def at_end(self, where: QPointF) -> bool:
        """Whether a point is at the end of something, where it is taken hold of to be stretched."""
        shape = self.lay_out()
        if where.y() < shape.top:
            bar = bar_at(shape, where)
            return bar is not None and bar.run.entry.days > 0 and where.x() > bar.rect.right() - EDGE
        block = block_at(shape, self.in_grid(where))
        return block is not None and self.in_grid(where).y() > block.rect.bottom() - EDGE

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            entry = self.entry_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), spoken(entry) if entry else "", self.viewport())
            return True
        return super().viewportEvent(event)

    # Painting -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shape = None
        self.lay_out()
        self._scroll_to_first()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _scrolled(self, _value: int) -> None:
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        paint.week(painter, self.lay_out(), paint.Scene(
            self.now, self.day, self.open, self.verticalScrollBar().value(), self.viewport().height(),
            self.reached, self.drag.wish if self.drag else None, focused=self.hasFocus(), by_keys=by_keys))

    def point_of(self, day: dt.date, minute: int) -> QPointF:
        """Where a time of a day is in the window now."""
        shape = self.lay_out()
        y = shape.top + shape.y_of(minute) - self.verticalScrollBar().value()
        return QPointF(TIMES + ((day - shape.first).days + 0.5) * shape.wide, y)
