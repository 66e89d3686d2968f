"""Codes for the phone's camera: black squares with the white rim that a camera needs, and the words beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from lovedesk.sheets.blocks import Block, beside
from lovedesk.sheets.fonts import BODY
from lovedesk.sheets.text import BLACK, Text
from lovedesk.shop.sheet_records import Code

SQUARES = 220.0     # what is black is 22 mm wide: a camera reads it at arm's length
RIM = 4             # white squares around it, as the standard asks
OVERLAP = 0.4       # of a row over the next, lest a viewer shows a hair of white between them
GAP = 16.0

Runs = tuple[tuple[int, int, int], ...]     # a row, from which square, how many


class Squares:
    """A code of 22 mm with its rim."""

    def __init__(self, text: str) -> None:
        self.count, self.runs = _runs(text)
        self.square = SQUARES / self.count
        self.width = self.height = SQUARES + 2 * RIM * self.square

    def words(self) -> Iterator[str]:
        """A code is read by a camera."""
        return iter(())

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Fill what is black, each row's squares that touch as one."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        left, top = x + RIM * self.square, y + RIM * self.square
        for row, first, length in self.runs:
            painter.fillRect(QRectF(left + first * self.square, top + row * self.square,
                                    length * self.square, self.square + OVERLAP), BLACK)
        painter.restore()


@lru_cache(maxsize=200)
def _runs(text: str) -> tuple[int, Runs]:
    """How many squares a side has, and the black ones."""
    import segno  # a code is printed where someone wished it

    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    runs = []
    for row, squares in enumerate(matrix):
        first = 0
        for black in bytes(squares).split(b"\0"):
            if black:
                runs.append((row, first, len(black)))
            first += len(black) + 1
    return len(matrix), tuple(runs)


def code_rows(codes: tuple[Code, ...], width: float) -> list[Block]:
    """Codes beside each other, each with its words; as many rows as they need of three."""
    third = width / 3
    rows = []
    for first in range(0, len(codes), 3):
        row = Block()
        for n, code in enumerate(codes[first:first + 3]):
            row.put(_said(code, third - GAP), n * third)
        rows.append(row)
    return rows


def _said(code: Code, width: float) -> Block:
    squares = Squares(code.text)
    words = Text(code.label, BODY, width - squares.width - GAP, 4)
    words_top = max((squares.height - words.height) / 2, 0)
    return beside((0.0, squares)).put(words, squares.width + GAP, words_top)
