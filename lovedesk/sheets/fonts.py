"""Inter, bundled: registered once for paper and screen, and the few styles that paper is set in."""

from __future__ import annotations

import threading
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QImage

from lovedesk import paths

FAMILY = "Inter"
UNITS_PER_METRE = 10_000  # paper is measured in tenths of a millimetre


class Style(NamedTuple):
    """How words are set on paper."""

    points: float
    weight: int = 400
    italic: bool = False
    grey: bool = False


TITLE = Style(22, 600)
HEAD = Style(12, 600)
PERSON = Style(11, 600)
BODY = Style(10)
STRONG = Style(10, 600)
SPOKEN = Style(10, italic=True)
SMALL = Style(9, grey=True)
MARK = Style(9, 600)
MOTTO = Style(9, italic=True, grey=True)


@cache
def load() -> str:
    """Register all bundled fonts, once; returns the family's name. Needs a QGuiApplication."""
    # A letter that no font here knows is a box on paper, and no news for whoever reads the terminal.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for file in sorted((paths.resources() / "fonts").glob("Inter*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))
    return FAMILY


class _Made(threading.local):
    """What a thread has made: two that draw at once must not share a font of Qt's."""

    def __init__(self) -> None:
        self.fonts: dict[Style, QFont] = {}
        self.metrics: dict[Style, QFontMetricsF] = {}
        # A device of 254 dots per inch, which makes one dot a tenth of a millimetre.
        self.ruler = QImage(1, 1, QImage.Format.Format_Grayscale8)
        self.ruler.setDotsPerMeterX(UNITS_PER_METRE)
        self.ruler.setDotsPerMeterY(UNITS_PER_METRE)


_made = _Made()


def font(style: Style) -> QFont:
    """The font of a style, measured in tenths of a millimetre whatever it is drawn on later."""
    if style not in _made.fonts:
        _made.fonts[style] = QFont(_set(style), _made.ruler)
    return _made.fonts[style]


def metrics(style: Style) -> QFontMetricsF:
    """How large the letters of a style are."""
    if style not in _made.metrics:
        _made.metrics[style] = QFontMetricsF(font(style))
    return _made.metrics[style]


def _set(style: Style) -> QFont:
    made = QFont(load())
    made.setPointSizeF(style.points)
    made.setWeight(QFont.Weight(style.weight))
    made.setItalic(style.italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # It swaps the colon of 09:30 for one that PDF readers cannot find (as `tnum` does with all figures).
    made.setFeature(QFont.Tag("calt"), 0)
    return made
