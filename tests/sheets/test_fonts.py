"""The fonts of paper: bundled, and as large as they say."""

from __future__ import annotations

from PySide6.QtGui import QFontInfo

from lovedesk.sheets.fonts import BODY, MOTTO, STRONG, font, load


def test_inter_is_brought_along_in_two_weights_and_italic() -> None:
    assert load() == "Inter"
    assert [QFontInfo(font(style)).family() for style in (BODY, STRONG, MOTTO)] == ["Inter"] * 3
    assert QFontInfo(font(STRONG)).weight() == 600
    assert QFontInfo(font(MOTTO)).italic()
