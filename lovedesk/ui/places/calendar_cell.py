"""A day of the month: which entries have room in its cell, in which words, and how they are painted."""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from lovedesk.shop import months
from lovedesk.shop.months import Entry
from lovedesk.ui import icons, theme
from lovedesk.ui.places.calendar_words import readings, sign

ICON, INSET, GAP = 14, 4, 2
NARROW = 0.75       # of the average letter's width: no text is narrower


class Placed(NamedTuple):
    """An entry where it is painted, in one or two lines."""

    rect: QRectF
    entry: Entry
    lines: list[str]


class Cell(NamedTuple):
    """What is painted of a day; `more` are those for which there is no room."""

    rect: QRectF
    placed: list[Placed]
    more: int
    more_rect: QRectF


class Type(NamedTuple):
    """The small print and its measures, made once: a month asks for them hundreds of times."""

    font: QFont
    strong: QFont
    metrics: QFontMetricsF
    line: float         # how high a line of a cell is
    step: float         # from a line of words to the next
    baseline: float     # from the top of a line to where its words stand


@cache
def small_print() -> Type:
    """The type of a cell; text sizes do not change while the program runs."""
    font = theme.font("small")
    metrics = QFontMetricsF(font)
    line = max(18.0, ceil(metrics.height()) + 3)
    baseline = (line - metrics.height()) / 2 + metrics.ascent()
    return Type(font, theme.font("small_strong"), metrics, line, metrics.height() + 1, baseline)


def laid_out(rect: QRectF, entries: list[Entry], number: float) -> Cell:
    """Which entries have room in a cell, and the longest reading of each that fits; in a flat cell their count stands
    beside the `number` of the day, which is so wide."""
    _font, _strong, metrics, line, step, _baseline = small_print()
    top = rect.top() + 6 + line
    room = int((rect.bottom() - top - 1) // (line + GAP))
    shown = entries if len(entries) <= room else entries[:max(room - 1, 0)]
    spare = room - len(entries)
    placed = []
    for entry in shown:
        wide = rect.width() - 2 * INSET - ICON - 10
        lines = _fitted(entry, metrics, wide, two=spare > 0)
        high = line + (len(lines) - 1) * step
        spare -= len(lines) - 1
        placed.append(Placed(QRectF(rect.left() + INSET, top, rect.width() - 2 * INSET - 1, high), entry, lines))
        top += high + GAP
    more = len(entries) - len(shown)
    where = QRectF(rect.left() + INSET, top, rect.width() - 2 * INSET, line) if room else QRectF(
        rect.left() + number, rect.top() + 5, max(rect.width() - number - 4, 0), line)
    return Cell(rect, placed, more, where if more else QRectF())


def _fitted(entry: Entry, metrics: QFontMetricsF, wide: float, *, two: bool) -> list[str]:
    said = readings(entry)
    plain = entry.kind in {months.FOLLOWUP, months.DAY}
    if plain and two and metrics.horizontalAdvance(said[0]) > wide:
        return _in_two(said[0], metrics, wide)
    least = metrics.averageCharWidth() * NARROW     # what is surely too long is not even measured
    fitting = next((text for text in said if len(text) * least <= wide and metrics.horizontalAdvance(text) <= wide),
                   None)
    return [fitting or metrics.elidedText(said[-1], Qt.TextElideMode.ElideRight, wide)]


def _in_two(text: str, metrics: QFontMetricsF, wide: float) -> list[str]:
    """A text broken once between its words; what is too long for the second line elides."""
    parts = text.split()
    count = len(parts)
    while count > 1 and metrics.horizontalAdvance(" ".join(parts[:count])) > wide:
        count -= 1
    elided = Qt.TextElideMode.ElideRight
    lines = [" ".join(parts[:count]), " ".join(parts[count:])]
    return [metrics.elidedText(one, elided, wide) for one in lines if one]


def paint_entry(painter: QPainter, placed: Placed, *, inside: bool) -> None:
    """Paint an entry in the font that is set; `inside` the month that is shown, else faint."""
    t = theme.tokens()
    entry, rect, small = placed.entry, placed.rect, small_print()
    if entry.kind in {months.VISIT, months.SHEET}:
        painter.setOpacity(1 if inside else 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.accenttint if entry.channel == "visit" else t.hover)
        painter.drawRoundedRect(rect, 5, 5)
        painter.setOpacity(1)
    icon, token = sign(entry)
    mark = QRectF(rect.left() + 3, rect.top() + (small.line - ICON) / 2, ICON, ICON)
    colour = t.colour(token) if inside else t.ink3
    if icon:
        icons.paint(painter, mark, icon, colour)
    else:
        painter.setPen(QPen(t.fieldline, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(mark.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
    painter.setPen(t.ink3 if (entry.done and entry.kind == months.FOLLOWUP) or not inside else t.ink)
    for n, text in enumerate(placed.lines):
        painter.drawText(QPointF(mark.right() + 4, rect.top() + n * small.step + small.baseline), text)
