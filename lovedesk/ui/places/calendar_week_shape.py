"""A week of hours: where each of its entries stands, below a row for what has no time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from lovedesk.shop import overlaps
from lovedesk.shop.months import Entry
from lovedesk.shop.overlaps import Stretch
from lovedesk.ui.places.calendar_cell import small_print
from lovedesk.ui.places.calendar_spans import Run, runs

DAYS, HOURS = 7, 24
NAMES = 34                  # the row with the names of the days
TIMES = 48                  # the column with the hours
LEAST_HOUR, USUAL = 40, (8, 18)
LANES = 5                   # of what has no time; the others are counted
EDGE = 6                    # how near to its end something is taken hold of to be stretched
LEAST_HIGH = 17.0           # what is shorter is drawn as high as a line of words


class Bar(NamedTuple):
    """Something without a time, over one day or several."""

    rect: QRectF
    run: Run


class Block(NamedTuple):
    """Something with a time, in the hours; its room is that of the grid, which scrolls."""

    rect: QRectF
    part: Stretch


class More(NamedTuple):
    """How many have no room in a day's upper row."""

    rect: QRectF
    day: dt.date
    hidden: int


class Shape(NamedTuple):
    """Where everything stands: the bars in the window, the blocks in the grid."""

    first: dt.date
    width: float
    wide: float             # of a day
    top: float              # where the grid begins
    hour: float             # how high an hour is
    bars: list[Bar]
    more: list[More]
    blocks: list[Block]

    def column(self, day: dt.date) -> QRectF:
        """The column of a day, from the top of the window, without an end."""
        return QRectF(TIMES + (day - self.first).days * self.wide, 0, self.wide, 0)

    def day_at(self, x: float) -> dt.date:
        """The day below a point; the nearest one beside the days."""
        return self.first + dt.timedelta(min(max(int((x - TIMES) // self.wide), 0), DAYS - 1))

    def y_of(self, minute: int) -> float:
        """How far down the grid a minute is."""
        return minute / 60 * self.hour

    def minute_at(self, y: float) -> int:
        """The minute at a point of the grid."""
        return int(y / self.hour * 60)

    def rect_of(self, part: Stretch) -> QRectF:
        """Where a stretch of time stands in the grid."""
        column = self.column(part.day)
        wide = (column.width() - 6) / part.lanes
        high = max(self.y_of(part.end) - self.y_of(part.start) - 2, LEAST_HIGH)
        top = min(self.y_of(part.start) + 1, self.y_of(HOURS * 60) - high)
        return QRectF(column.left() + 3 + part.lane * wide, top, wide - (2 if part.lanes > 1 else 0), high)

    def bar_rect(self, run: Run) -> QRectF:
        """Where something without a time stands in the window."""
        line = small_print().line + 5
        return QRectF(TIMES + run.start * self.wide + 3, NAMES + 2 + run.lane * (line + 2),
                      (run.end - run.start + 1) * self.wide - 6, line)


def shaped(entries: Sequence[Entry], first: dt.date, width: float, height: float,
           usual: tuple[int, int] = USUAL) -> Shape:
    """Lay out a week; the hours of `usual` fill the height that there is, and the others are scrolled to."""
    whole = [entry for entry in entries if entry.time is None or entry.days]
    timed = [entry for entry in entries if entry.time is not None and not entry.days]
    laid = runs(whole, first, DAYS)
    lanes = min(max((run.lane + 1 for run in laid), default=0), LANES)
    line = small_print().line + 7
    top = NAMES + max(ceil(lanes * line) + 4, 8)
    hour = max((height - top) / (usual[1] - usual[0]), float(LEAST_HOUR))
    made = Shape(first, width, (width - TIMES) / DAYS, top, hour, [], [], [])
    _lay_bars(made, laid)
    for n in range(DAYS):
        made.blocks.extend(Block(made.rect_of(part), part)
                           for part in overlaps.stretches(timed, first + dt.timedelta(n)))
    return made


def _lay_bars(shape: Shape, laid: list[Run]) -> None:
    deep = {n: max((run.lane for run in laid if run.start <= n <= run.end), default=-1) for n in range(DAYS)}
    for run in laid:
        full = any(deep[n] >= LANES for n in range(run.start, run.end + 1))
        if run.lane < (LANES - 1 if full else LANES):
            shape.bars.append(Bar(shape.bar_rect(run), run))
    for n, lane in deep.items():
        if lane >= LANES:
            hidden = sum(run.start <= n <= run.end for run in laid) - sum(
                bar.run.start <= n <= bar.run.end for bar in shape.bars)
            place = Run(laid[0].entry, n, n, LANES - 1, opens=True, closes=True)
            shape.more.append(More(shape.bar_rect(place), shape.first + dt.timedelta(n), hidden))


def bar_at(shape: Shape, where: QPointF) -> Bar | None:
    """What without a time is at a point of the window."""
    return next((bar for bar in shape.bars if bar.rect.contains(where)), None)


def block_at(shape: Shape, where: QPointF) -> Block | None:
    """What with a time is at a point of the grid; the upper one of two."""
    return next((block for block in reversed(shape.blocks) if block.rect.contains(where)), None)
