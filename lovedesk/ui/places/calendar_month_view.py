"""The month as it is seen: what it shows, where everything stands, how it is painted; keys are in `calendar_month`."""

from __future__ import annotations

import datetime as dt
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lovedesk import words
from lovedesk.shop.months import Entry
from lovedesk.shop.opening import DayOpen
from lovedesk.ui import theme
from lovedesk.ui.places.calendar_cell import Band, Cell, Placed, above, laid_out, paint_entry, small_print
from lovedesk.ui.places.calendar_moves import Wish
from lovedesk.ui.places.calendar_spans import runs
from lovedesk.ui.places.calendar_words import chosen_spoken, spoken
from lovedesk.words import ngettext

HEAD = 28
NUMBER, FIRST = 30, 58      # the room for a day's number, and for the first of a month with its name
LEAST_ROW = 22      # while a form is open above: a day and how many entries it has


def grid(day: dt.date) -> tuple[dt.date, dt.date]:
    """The days in the first and the last cell of a day's month, which is shown in whole weeks."""
    start = day.replace(day=1)
    until = (start + dt.timedelta(31)).replace(day=1)
    first = start - dt.timedelta((start.weekday() - words.week_start()) % 7)
    return first, first + dt.timedelta(ceil((until - first).days / 7) * 7 - 1)


class MonthView(QWidget):
    """Shows a month. `opened(Entry)`; `day_opened(day)` for all of a day; `planned(day)` for an empty one;
    `chosen(day)` when another cell is; `wanted(day)` asks for the month of a day; `moved(Wish)` that something be on
    another day."""

    opened = Signal(object)
    day_opened = Signal(object)
    planned = Signal(object)
    chosen = Signal(object)
    wanted = Signal(object)
    moved = Signal(object)

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self.today = self.day = today
        self.entries: dict[dt.date, list[Entry]] = {}
        self.bands: dict[dt.date, list[Band | None]] = {}
        self.open: dict[dt.date, DayOpen] = {}
        self.reached: Entry | None = None       # of the chosen day
        self.wish: Wish | None = None           # what is being dragged
        self.cells: dict[dt.date, Cell] = {}
        self.waiting = True         # for the entries of a month that was asked for
        self.way = 1                # the pages are turned on, or back
        self.to_open = False        # Enter came before them
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def first(self) -> dt.date:
        """The day in the upper left cell."""
        return grid(self.day)[0]

    def last(self) -> dt.date:
        """The day in the lower right cell."""
        return grid(self.day)[1]

    def _weeks(self) -> int:
        return ceil((self.last() - self.first()).days / 7)

    def show_entries(self, entries: list[Entry], today: dt.date, days: dict[dt.date, DayOpen]) -> None:
        """Lay out what lies on the days of the month; the next `update` paints it."""
        self.today, self.open = today, days
        self.entries, self.bands, self.waiting = {}, {}, False
        for entry in entries:
            if entry.day is not None and entry.days < 2:
                self.entries.setdefault(entry.day, []).append(entry)
        self._lay_bands([entry for entry in entries if entry.days > 1])
        self._keep_reached()
        self.cells = {}
        for n in range(self._weeks() * 7):
            self.cell(self.first() + dt.timedelta(n))
        self.say()
        if self.to_open:
            self.to_open = False
            self.open_day()

    def _lay_bands(self, entries: list[Entry]) -> None:
        """What lasts for days lies in one lane in each week."""
        for week in range(self._weeks() if entries else 0):
            first = self.first() + dt.timedelta(7 * week)
            for run in runs(entries, first, 7):
                for n in range(run.start, run.end + 1):
                    band = self.bands.setdefault(first + dt.timedelta(n), [])
                    band += [None] * (run.lane + 1 - len(band))
                    band[run.lane] = Band(run.entry, opens=run.opens and n == run.start,
                                          closes=run.closes and n == run.end, before=n - run.start,
                                          days=run.end - run.start + 1)

    def of_day(self, day: dt.date) -> list[Entry]:
        """What lies on a day, from top to bottom."""
        return [band.entry for band in self.bands.get(day, []) if band] + self.entries.get(day, [])

    def _keep_reached(self) -> None:
        """What the keys had reached stays so where it is now."""
        if self.reached is not None:
            key = self.reached.kind, self.reached.id
            everything = [entry for n in range(self._weeks() * 7)
                          for entry in self.of_day(self.first() + dt.timedelta(n))]
            self.reached = next((entry for entry in everything if (entry.kind, entry.id) == key), None)
            if self.reached and self.reached.day and self.reached not in self.of_day(self.day):
                self.day = self.reached.day

    def say(self) -> None:
        """Tell a screen reader the month, and what is chosen."""
        self.setAccessibleName(words.month_title(self.day))
        self.setAccessibleDescription(chosen_spoken(self.day, self.of_day(self.day), self.reached, self.today))

    def open_day(self) -> None:
        """Open what is chosen: the entry, the only one of the day, all of them; an empty day is planned on."""
        entries = self.of_day(self.day)
        if self.waiting:
            self.to_open = True
        elif not entries:
            self.planned.emit(self.day)
        elif self.reached in entries or len(entries) == 1:
            self.opened.emit(self.reached or entries[0])
        else:
            self.day_opened.emit(self.day)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            placed = self.entry_at(event.pos().toPointF())
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

    def day_at(self, where: QPointF) -> dt.date | None:
        """The day at a point."""
        row = int((where.y() - HEAD) // ((self.height() - HEAD) / self._weeks()))
        column = int(where.x() // (self.width() / 7))
        if not (0 <= column < 7 and 0 <= row < self._weeks()):
            return None
        return self.first() + dt.timedelta(row * 7 + column)

    def entry_at(self, where: QPointF) -> Placed | None:
        """The entry at a point."""
        day = self.day_at(where)
        placed = self.cell(day).placed if day else []
        return next((one for one in placed if one.rect.contains(where)), None)

    def cell(self, day: dt.date) -> Cell:
        """What is painted of a day."""
        if day not in self.cells:
            self.cells[day] = laid_out(self.rect_of(day), self.entries.get(day, []), FIRST if day.day == 1 else NUMBER,
                                       self.bands.get(day, []))
        return self.cells[day]

    # Painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = self.first()
        self._paint_head(painter, first)
        for n in range(7):
            self._shade(painter, n)
        painter.setPen(QPen(t.line, 1))
        for week in range(self._weeks()):
            top = round(self.rect_of(first + dt.timedelta(week * 7)).top()) + 0.5
            painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
        for n in range(self._weeks() * 7):
            self._paint_day(painter, first + dt.timedelta(n))
        self._paint_chosen(painter)
        self._paint_ghost(painter)

    def _shade(self, painter: QPainter, n: int) -> None:
        """Days on which nobody is expected to work lie in the shade."""
        for week in range(self._weeks()):
            day = self.first() + dt.timedelta(7 * week + n)
            if day in self.open and (self.open[day].free or self.open[day].spans == []):
                painter.fillRect(self.rect_of(day), theme.tokens().pane)

    def _paint_head(self, painter: QPainter, first: dt.date) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.tokens().ink2)
        for n in range(7):
            cell = self.rect_of(first + dt.timedelta(n))
            painter.drawText(QRectF(cell.left() + 8, 0, cell.width() - 8, HEAD - 6), Qt.AlignmentFlag.AlignVCenter,
                             words.weekday(first + dt.timedelta(n)))

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        t = theme.tokens()
        cell = self.cell(day)
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
            disc = QRectF(cell.left() + 5, cell.top() + above(cell) + small.line / 2 - 10.5, 21, 21)
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
        painter.drawText(QPointF(cell.left() + 9, cell.top() + above(cell) + small.baseline),
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
        if self.reached is not None:
            for placed in self.cell(self.day).placed:
                if placed.entry is self.reached:
                    painter.setPen(QPen(t.accent, 2))
                    painter.drawRoundedRect(placed.rect.adjusted(-0.5, -0.5, 0.5, 0.5), 5, 5)

    def _paint_ghost(self, painter: QPainter) -> None:
        """The days on which what is dragged would lie."""
        wish = self.wish
        if wish is None:
            return
        t = theme.tokens()
        for n in range(max(wish.days, 1)):
            day = wish.day + dt.timedelta(n)
            if not self.first() <= day <= self.last():
                continue
            cell = self.rect_of(day).adjusted(1.5, 2.5, -3.5, -2)
            painter.setPen(QPen(t.accent, 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell, 8, 8)
            entry = wish.entry
            if n == 0 and day != entry.day:
                high = 2 * small_print().line + 14      # of a cell that has room for one
                shown = laid_out(QRectF(cell.left(), cell.bottom() - high, cell.width(), high),
                                 [entry._replace(at_once=0)], NUMBER)
                painter.fillRect(shown.placed[0].rect if shown.placed else QRectF(), t.card)
                painter.setFont(small_print().font)
                for placed in shown.placed:
                    paint_entry(painter, placed, inside=True)
