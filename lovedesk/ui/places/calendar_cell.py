"""A day of the month: which entries have room in its cell, in which words, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
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


class Band(NamedTuple):
    """A day of what lasts for days: it `opens` or `closes` on this day; of `days` in this week some are `before`."""

    entry: Entry
    opens: bool
    closes: bool
    before: int
    days: int


class Placed(NamedTuple):
    """An entry where it is painted, in one or two lines; one that lasts for days with its band, whose words begin at
    `left`, maybe on an earlier day."""

    rect: QRectF
    entry: Entry
    lines: list[str]
    band: Band | None = None
    left: float = 0


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


def above(cell: QRectF) -> float:
    """The space between the top of a cell and the number of its day."""
    return max(min((cell.height() - small_print().line) / 2, 5), 0)


def laid_out(rect: QRectF, entries: list[Entry], number: float, bands: Sequence[Band | None] = ()) -> Cell:
    """Which entries have room in a cell below the `bands`, and the longest reading of each that fits; in a flat cell
    their count stands beside the `number` of the day, which is so wide."""
    _font, _strong, metrics, line, step, _baseline = small_print()
    top = rect.top() + 6 + line
    room = int((rect.bottom() - top - 1) // (line + GAP))
    lanes = bands if len(bands) + len(entries) <= room else bands[:max(room - 1, 0)]
    placed = [_banded(rect, top + n * (line + GAP), band) for n, band in enumerate(lanes) if band is not None]
    hidden = sum(band is not None for band in bands[len(lanes):])
    top += len(lanes) * (line + GAP)
    room -= len(lanes)
    shown = entries if len(entries) + hidden <= room else entries[:max(room - 1, 0)]
    spare = room - len(entries)
    for entry in shown:
        wide = rect.width() - 2 * INSET - ICON - 10 - (ICON if entry.at_once else 0)
        lines = _fitted(entry, metrics, wide, two=spare > 0)
        high = line + (len(lines) - 1) * step
        spare -= len(lines) - 1
        placed.append(Placed(QRectF(rect.left() + INSET, top, rect.width() - 2 * INSET - 1, high), entry, lines))
        top += high + GAP
    more = len(entries) - len(shown) + hidden
    where = QRectF(rect.left() + INSET, top, rect.width() - 2 * INSET, line) if room > 0 else QRectF(
        rect.left() + number, rect.top() + above(rect), max(rect.width() - number - 4, 0), line)
    return Cell(rect, placed, more, where if more else QRectF())


def _banded(rect: QRectF, top: float, band: Band) -> Placed:
    """A part of what lasts for days; it reaches the edge where it goes on."""
    left = rect.left() + (INSET if band.opens else -1)
    right = rect.right() - (INSET + 1 if band.closes else 0)
    begins = rect.left() - band.before * rect.width() + INSET + ICON + 7
    room = band.days * rect.width() - 2 * INSET - ICON - 10
    said = small_print().metrics.elidedText(readings(band.entry)[0], Qt.TextElideMode.ElideRight, room)
    return Placed(QRectF(left, top, right - left, small_print().line), band.entry, [said], band, begins)


def _fitted(entry: Entry, metrics: QFontMetricsF, wide: float, *, two: bool) -> list[str]:
    said = readings(entry)
    plain = entry.kind in {months.FOLLOWUP, months.DAY, months.DETAIL, months.HOLIDAY}
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
    visit = entry.kind in {months.VISIT, months.SHEET}
    if visit or placed.band:
        painter.setOpacity(1 if inside and not entry.done else 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.accenttint if entry.channel == "visit" else t.hover if visit else t.track)
        _paint_ground(painter, placed)
        painter.setOpacity(1)
    faint = not inside or entry.done
    if placed.band is None or placed.band.before == 0:
        _paint_sign(painter, placed, faint=faint)
    painter.setPen(t.ink3 if faint else t.ink)
    if placed.band is not None:
        _paint_along(painter, placed)
        return
    for n, text in enumerate(placed.lines):
        painter.drawText(QPointF(rect.left() + ICON + 7, rect.top() + n * small.step + small.baseline), text)
    if entry.at_once:
        mark = QRectF(rect.right() - ICON - 2, rect.top() + (small.line - ICON) / 2, ICON, ICON)
        icons.paint(painter, mark, "warning-circle", t.amber if inside else t.ink3)


def _paint_ground(painter: QPainter, placed: Placed) -> None:
    """A band has no corners where it goes on."""
    rect, band = placed.rect, placed.band
    if band is None:
        painter.drawRoundedRect(rect, 5, 5)
        return
    painter.save()
    painter.setClipRect(rect)
    painter.drawRoundedRect(rect.adjusted(0 if band.opens else -9, 0, 0 if band.closes else 9, 0), 5, 5)
    painter.restore()


def _paint_along(painter: QPainter, placed: Placed) -> None:
    """The part of a band's words that stands on this day."""
    painter.save()
    painter.setClipRect(placed.rect)
    painter.drawText(QPointF(placed.left, placed.rect.top() + small_print().baseline), placed.lines[0])
    painter.restore()


def _paint_sign(painter: QPainter, placed: Placed, *, faint: bool) -> None:
    t, rect = theme.tokens(), placed.rect
    icon, token = sign(placed.entry)
    mark = QRectF(rect.left() + 3, rect.top() + (small_print().line - ICON) / 2, ICON, ICON)
    if icon:
        icons.paint(painter, mark, icon, t.ink3 if faint else t.colour(token))
    else:
        painter.setPen(QPen(t.fieldline, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(mark.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
