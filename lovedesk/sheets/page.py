"""A page: its paper, what stands where on it, and its words in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from lovedesk.sheets.blocks import Mark

SIDE = 150.0
TOP = 132.0
BELOW = 135.0       # the last print ends here above the paper's edge
COLUMN_GAP = 30.0
FREE_EDGE = 120.0   # nothing is ever drawn nearer to an edge


class Paper(NamedTuple):
    """A size of paper in tenths of a millimetre."""

    width: float
    height: float

    @property
    def column(self) -> float:
        """The width between the margins."""
        return self.width - 2 * SIDE

    @property
    def left(self) -> float:
        """The width of the left of two columns."""
        return 930 + (self.width - 2100) / 2

    @property
    def right(self) -> float:
        """The width of the right of two columns."""
        return self.column - self.left - COLUMN_GAP

    @property
    def bottom(self) -> float:
        """Where the last line of print ends."""
        return self.height - BELOW


PAPERS = {"a4": Paper(2100, 2970), "letter": Paper(2159, 2794)}


class Placed(NamedTuple):
    """A block and its upper left corner."""

    x: float
    y: float
    block: Mark

    @property
    def rect(self) -> QRectF:
        """The room that it takes."""
        return QRectF(self.x, self.y, self.block.width, self.block.height)


class Page:
    """One side of paper, laid out once, drawn as often as one likes."""

    def __init__(self, paper: Paper, title: str) -> None:
        self.paper = paper
        self.title = title
        self.placed: list[Placed] = []

    def put(self, block: Mark, x: float, y: float) -> None:
        """Let a block stand at x, y."""
        self.placed.append(Placed(x, y, block))

    def words(self) -> Iterator[str]:
        """All that can be read, in reading order."""
        for placed in self.placed:
            yield from placed.block.words()

    def draw(self, painter: QPainter) -> None:
        """Draw onto a painter whose unit is a tenth of a millimetre."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        # Letters can carry marks without end; they end at the margin.
        painter.setClipRect(QRectF(0, 0, *self.paper).adjusted(FREE_EDGE, FREE_EDGE, -FREE_EDGE, -FREE_EDGE))
        for x, y, block in self.placed:
            block.draw(painter, x, y)
        painter.restore()
