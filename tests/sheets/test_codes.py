"""Codes for the phone's camera: what is drawn is the code of the text, with a rim, dark and square."""

from __future__ import annotations

import pytest
import segno
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from lovedesk.sheets import printing
from lovedesk.sheets.codes import RIM, SQUARES, Squares, code_rows
from lovedesk.sheets.page import PAPERS, SIDE, TOP, Page
from lovedesk.shop.sheet_records import Code

TEXTS = ("tel:01514960142", "MECARD:N:Müller\\, Jörg “J”;TEL:+441514960142;;", "geo:0,0?q=" + "%C3%85" * 60)


def drawn(text: str, dots: int) -> list[list[bool]]:
    """What a camera sees in each square of a code, with its rim, on paper drawn at so many dots per inch."""
    page = Page(PAPERS["a4"], "")
    code = Squares(text)
    page.put(code, SIDE, TOP)
    image = printing.to_image(page, round(2100 / 254 * dots))
    scale = image.width() / 2100
    squares = code.count + 2 * RIM

    def middle(n: int, start: float) -> int:
        return int((start + (n + 0.5) * code.square) * scale)
    return [[QColor(image.pixel(middle(x, SIDE), middle(y, TOP))).lightness() < 128 for x in range(squares)]
            for y in range(squares)]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("dots", [150, 300, 600])
def test_what_is_drawn_is_the_code_of_the_text_with_its_rim(text: str, dots: int) -> None:
    wanted = segno.make(text, error="m", micro=False, boost_error=False)
    assert drawn(text, dots) == [[bool(square) for square in row] for row in wanted.matrix_iter(border=RIM)]


def test_a_code_is_22_mm_and_its_squares_half_a_millimetre_at_least() -> None:
    for text in TEXTS[:2]:
        code = Squares(text)
        assert code.width - 2 * RIM * code.square == pytest.approx(SQUARES)
        assert code.square >= 5


def test_three_codes_stand_in_a_row_and_do_not_touch() -> None:
    codes = tuple(Code(f"Call {n}", text) for n, text in enumerate(TEXTS))
    rows = code_rows((*codes, codes[0]), 1800)
    assert [list(row.words()) for row in rows] == [["Call 0", "Call 1", "Call 2"], ["Call 0"]]
    assert QRectF(0, 0, rows[0].width, rows[0].height).width() <= 1800
