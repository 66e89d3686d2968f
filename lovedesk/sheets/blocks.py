"""What paper is made of: rules, boxes to tick, lines to write on, and blocks that hold them with words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lovedesk.sheets.fonts import BODY, HEAD, MARK, MOTTO, SMALL, STRONG, TITLE, Style
from lovedesk.sheets.text import BLACK, Text, baseline, width_of
from lovedesk.words import _, date_short

BOX = 46.0
BOX_INDENT = 67.0    # from a box's left edge to its words
LINE = 80.0          # between lines to write on
DOT = 50.0           # between the dots of the sketch
THIN = 2.5
THICK = 6.0
PAD = 12.0           # between a rule and words
UNDER_HEAD = 8.0
ABOVE_BOXES = 12.0
BY_LINE = 225.0      # room for a day, written by hand


class Mark(Protocol):
    """Something on paper that knows its size, its words, and how to draw itself."""

    width: float
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the upper left corner at x, y."""

    def words(self) -> Iterator[str]:
        """What can be read, in order."""


class _Wordless:
    """A mark that only a pencil answers."""

    def words(self) -> Iterator[str]:
        return iter(())


class Rule(_Wordless):
    """A line across."""

    def __init__(self, width: float, height: float = THIN) -> None:
        self.width, self.height = width, height

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Fill the line."""
        painter.fillRect(QRectF(x, y, self.width, self.height), BLACK)


class Box(_Wordless):
    """A box to tick, 4.6 mm."""

    width = height = BOX

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw its rim, inside its size."""
        painter.setPen(QPen(BLACK, 3))
        painter.drawRoundedRect(QRectF(x, y, BOX, BOX).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)


class WritingLine(_Wordless):
    """A dotted line to write on."""

    height = THIN

    def __init__(self, width: float) -> None:
        self.width = width

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw its dots."""
        _draw_dots(painter, x, y + THIN / 2, self.width, 14)


class Sketch(_Wordless):
    """A field of dots to draw in, as many whole rows as the height holds."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.rows = int((height - THIN) // DOT)
        self.height = self.rows * DOT + THIN

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw all rows."""
        for row in range(self.rows + 1):
            _draw_dots(painter, x, y + row * DOT + THIN / 2, self.width + THIN, DOT)


class Frame(_Wordless):
    """A rounded rim around something."""

    def __init__(self, width: float, height: float, thickness: float = 3, radius: float = 8) -> None:
        self.width, self.height = width, height
        self.thickness, self.radius = thickness, radius

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the rim, inside the size."""
        inset = self.thickness / 2
        painter.setPen(QPen(BLACK, self.thickness))
        rim = QRectF(x, y, self.width, self.height).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rim, self.radius, self.radius)


class Ring(_Wordless):
    """A circle, for the number of a stop on the day's line."""

    width = height = 54.0

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw its rim, inside its size."""
        painter.setPen(QPen(BLACK, 4))
        painter.drawEllipse(QRectF(x, y, self.width, self.height).adjusted(2, 2, -2, -2))


class Block:
    """Marks put together; as large as what it holds."""

    def __init__(self, width: float = 0, height: float = 0) -> None:
        self.width, self.height = width, height
        self._parts: list[tuple[Mark, float, float]] = []

    def put(self, part: Mark, x: float = 0, y: float = 0) -> Block:
        """Let a part stand at x, y; returns the block."""
        self._parts.append((part, x, y))
        self.width = max(self.width, x + part.width)
        self.height = max(self.height, y + part.height)
        return self

    def words(self) -> Iterator[str]:
        """The words of its parts, in order."""
        for part, _x, _y in self._parts:
            yield from part.words()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw all parts."""
        for part, dx, dy in self._parts:
            part.draw(painter, x + dx, y + dy)


def stack(parts: Iterable[Mark], gap: float) -> Block:
    """Parts below each other."""
    block = Block()
    for part in parts:
        block.put(part, 0, block.height + gap if block.height else 0)
    return block


def beside(*columns: tuple[float, Mark]) -> Block:
    """Parts beside each other, each at its x."""
    block = Block()
    for x, part in columns:
        block.put(part, x)
    return block


def heading(title: str, side: str, width: float) -> Block:
    """A heading, and in small print what goes with it."""
    text = Text(title, HEAD, width)
    block = Block().put(text)
    room = width - text.width - 25
    if side and room > 100:
        block.put(Text(side, SMALL, room), text.width + 25, baseline(HEAD) - baseline(SMALL))
    return block


def labelled(label: str, words: str, label_width: float, width: float, lines: int) -> Block:
    """A row: a strong word or day, and what belongs to it."""
    block = Block().put(Text(label, STRONG, label_width))
    return block.put(Text(words, BODY, width - label_width - 20, lines), label_width + 20)


def to_tick(words: str, width: float, lines: int, style: Style = BODY) -> Block:
    """A box, and what it is for."""
    text = Text(words, style, width - BOX_INDENT, lines)
    return Block().put(Box()).put(text, BOX_INDENT, _beside_box(style))


def question(words: str, topic: str, width: float, lines: int) -> Block:
    """A question to tick with the word of its topic, and lines to write the answer on."""
    side = Text(topic, SMALL, width / 4)
    asked = Text(words, STRONG, width - BOX_INDENT - side.width - 30, 3)
    top = _beside_box(STRONG)
    block = Block().put(Box()).put(asked, BOX_INDENT, top)
    block.put(side, width - side.width, top + baseline(STRONG) - baseline(SMALL))
    for line in range(1, lines + 1):
        block.put(WritingLine(width - BOX_INDENT), BOX_INDENT, top + asked.last_baseline + line * LINE)
    return block


def under_heading(section: str, row: Block, width: float) -> Block:
    """A row below the heading of its section."""
    words = Text(section, STRONG, width, 2)
    return Block().put(words).put(row, 0, words.height + PAD)


def promise_lines(title: str, side: str, width: float) -> Block:
    """Two promises to write down, each with the day it is for."""
    head = heading(title, side, width)
    block = Block().put(head)
    by = Text(_("by"), SMALL, 150)
    for row in (1, 2):
        y = head.height + row * LINE
        block.put(Box(), 0, y - BOX + THIN)
        day = width - BY_LINE
        block.put(WritingLine(day - by.width - 30 - BOX_INDENT), BOX_INDENT, y)
        block.put(by, day - by.width - 12, y - baseline(SMALL) + THIN)
        block.put(WritingLine(BY_LINE), day, y)
    return block


def title(words: str, below: str, right: list[Text], width: float) -> Block:
    """The head of a page: whose it is, large; what it is; at the right lines that end at the margin."""
    block = Block(width)
    room = width - max((text.width for text in right), default=0) - 50
    name = Text(words, TITLE, room)
    block.put(name).put(Text(below, BODY, room), 0, name.height)
    y = baseline(TITLE) - baseline(HEAD) - 25
    for text in right:
        block.put(text, width - text.width, y)
        y += text.height
    return block.put(Rule(width, THICK), 0, block.height + PAD)


def foot_words(name: str, day: dt.date, number: int, pages: int) -> str:
    """Whose page it is, of which day, and which of how many."""
    return _("{name}, {day}, page {number} of {pages}").format(
        name=Text(name, SMALL, 600).shown, day=date_short(day), number=number, pages=pages)


def foot(motto: str, words: str, width: float, sample: bool) -> Block:
    """The last line of a page; the sample shop is marked. The motto stands whole or not at all."""
    right = Text(words, SMALL, width - 500)
    x = width - right.width
    block = Block(width).put(right, x)
    if sample:
        mark = Text(_("Sample shop"), MARK, 400)
        x -= mark.width + 48
        block.put(Frame(mark.width + 24, right.height), x - 12).put(mark, x)
    return block.put(Text(motto, MOTTO, x - 50)) if motto and width_of(motto, MOTTO) <= x - 50 else block


def _beside_box(style: Style) -> float:
    """How far below a box's top the words beside it start, so that small letters stand in its middle."""
    return BOX / 2 + 0.36 * style.points * 3.5 - baseline(style)


def _draw_dots(painter: QPainter, x: float, y: float, width: float, pitch: float) -> None:
    painter.setPen(_dots(pitch))
    painter.drawLine(QLineF(QPointF(x, y), QPointF(x + width, y)))


@cache
def _dots(pitch: float) -> QPen:
    pen = QPen(BLACK, THIN, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1, pitch / THIN - 1])
    return pen
