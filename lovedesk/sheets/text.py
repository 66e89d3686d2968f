"""Words on paper: laid out once, drawn often; what cannot fit ends at a sentence, or else at a word."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from lovedesk.sheets.fonts import Style, font, metrics

BLACK = QColor(0, 0, 0)
GREY = QColor(0x4A, 0x4A, 0x4A)  # 71 % black: the lightest that a tired printer still shows
LONGEST = 2000  # characters; more never fits on a sheet, and laying out costs by the character
SHORT, MOST_KEPT = 60, 1000     # letters of what is kept, and how many of them
LINE_BREAK = "\u2028"
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SENTENCE_END = re.compile(r"""[.!?…。！？؟]["'”’»)]*(?=\s|$)""")


class Text:
    """Words set in a style within a width; `lines` at most, one line is elided."""

    def __init__(self, words: str, style: Style, width: float, lines: int = 1) -> None:
        self.style = style
        self.shown, self._layout, self.width, self.last_baseline, self.height = _fitted(words, style, width, lines)

    def words(self) -> Iterator[str]:
        """What is drawn."""
        if self.shown:
            yield self.shown.replace(LINE_BREAK, " ")

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the upper left corner at x, y."""
        painter.setPen(GREY if self.style.grey else BLACK)
        self._layout.draw(painter, QPointF(x, y))


def baseline(style: Style) -> float:
    """From the top of a line of this style down to what its letters stand on."""
    return metrics(style).ascent()


def width_of(words: str, style: Style) -> float:
    """How wide a line of words is."""
    return metrics(style).horizontalAdvance(words)


def _leading(style: Style) -> float:
    return metrics(style).height()


def _clean(words: str, *, keep_lines: bool) -> str:
    """Without what no printer knows, blanks as one."""
    cut = words[:LONGEST] + ("…" if len(words) > LONGEST else "")
    lines = (" ".join(line.split()) for line in _UNPRINTABLE.sub(" ", cut).splitlines())
    return (LINE_BREAK if keep_lines else " ").join(line for line in lines if line)


class _Fitted(NamedTuple):
    """Words as they were set, and how much room they take."""

    shown: str
    layout: QTextLayout
    width: float
    last_baseline: float
    height: float


class _Kept(threading.local):
    """Short words that a thread has set: headings and topics are the same on every sheet."""

    def __init__(self) -> None:
        self.texts: dict[tuple[str, Style, float, int], _Fitted] = {}


_kept = _Kept()


def _fitted(words: str, style: Style, width: float, lines: int) -> _Fitted:
    if len(words) > SHORT:
        return _measured(words, style, width, lines)
    key = words, style, width, lines
    if key not in _kept.texts:
        if len(_kept.texts) >= MOST_KEPT:
            _kept.texts.clear()
        _kept.texts[key] = _measured(*key)
    return _kept.texts[key]


def _measured(words: str, style: Style, width: float, lines: int) -> _Fitted:
    shown, layout = _set(_clean(words, keep_lines=lines > 1), style, width, lines)
    rows = [layout.lineAt(n) for n in range(layout.lineCount())]
    widest = max((min(row.naturalTextWidth(), width) for row in rows), default=0.0)
    last = rows[-1].y() + rows[-1].ascent()
    return _Fitted(shown, layout, widest, last, last + metrics(style).descent() if shown else 0.0)


def _set(words: str, style: Style, width: float, lines: int) -> tuple[str, QTextLayout]:
    layout = _laid_out(words, style, width)
    if layout.lineCount() <= lines:
        return words, layout
    if lines == 1:
        words = metrics(style).elidedText(words, Qt.TextElideMode.ElideRight, width)
    else:
        words = _shortened(words, layout, style, width, lines)
    return words, _laid_out(words, style, width)


def _shortened(words: str, layout: QTextLayout, style: Style, width: float, lines: int) -> str:
    """As many of the sentences as stand in so many lines, or as many words of the first."""
    end = layout.lineAt(lines - 1)
    room = len(_first_units(words, end.textStart() + end.textLength()))
    sentences = [hit.end() for hit in _SENTENCE_END.finditer(words) if hit.end() <= room]
    blanks = [hit.start() for hit in re.finditer(r"\s", words) if hit.start() <= room]
    cuts = [*reversed(sentences[-3:]), *reversed(blanks[-8:]), *range(room, 0, -1)]
    for cut in cuts:
        shorter = words[:cut].rstrip() + (" …" if cut in sentences else "…")
        if _laid_out(shorter, style, width).lineCount() <= lines:
            return shorter
    return "…"


def _first_units(words: str, units: int) -> str:
    """Qt counts in UTF-16, where a rare letter is two."""
    return words.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def _laid_out(words: str, style: Style, width: float) -> QTextLayout:
    layout = QTextLayout(words, font(style))
    layout.setTextOption(_option())
    layout.beginLayout()
    leading, ascent, y = _leading(style), baseline(style), 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # A fallback script stands on our baseline, and gets more room only where it is taller than ours.
        line.setPosition(QPointF(0, y + ascent - line.ascent()))
        y += max(leading, min(line.height() * 0.95, 2 * leading))
    layout.endLayout()
    return layout


@cache
def _option() -> QTextOption:
    """Words of every script start at the left, beside their box or label."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    return option
