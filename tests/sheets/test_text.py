"""Words on paper: whole, or ended where a reader can bear it."""

from __future__ import annotations

import pytest

from lovedesk.sheets.fonts import BODY, TITLE
from lovedesk.sheets.text import Text


def test_what_fits_is_left_alone() -> None:
    assert Text("Two stool seats", BODY, 800).shown == "Two stool seats"


def test_one_line_is_elided() -> None:
    text = Text("A very long name of a shop", TITLE, 300)
    assert text.shown.endswith("…") and text.width <= 300


def test_several_lines_end_with_a_whole_sentence() -> None:
    text = Text("They came by boat. The second sentence is much longer than the room that is left.", BODY, 500, 2)
    assert text.shown == "They came by boat. …"


def test_a_single_sentence_ends_with_a_whole_word() -> None:
    text = Text("seventeen chairs " * 30, BODY, 500, 2)
    assert text.shown.endswith(("seventeen…", "chairs…"))


def test_a_word_without_end_is_cut() -> None:
    text = Text("x" * 5000, BODY, 500, 2)
    assert text.shown.endswith("x…") and text.height < 100


def test_letters_beyond_the_first_plane_are_not_halved() -> None:
    assert set(Text("🪑" * 500, BODY, 500, 2).shown) == {"🪑", "…"}


def test_control_characters_are_blanks_and_lines_are_kept() -> None:
    assert list(Text("one\x00two\r\nthree\ud800", BODY, 900, 3).words()) == ["one two three"]
    assert Text("one\ntwo", BODY, 900, 3).height > Text("one two", BODY, 900, 3).height


def test_nothing_takes_no_room() -> None:
    empty = Text(" \n ", BODY, 900, 3)
    assert (empty.height, empty.width, list(empty.words())) == (0, 0, [])


def test_ten_points_are_ten_points() -> None:
    """Inter's line is 1.21 of its size; ten points are 35.3 tenths of a millimetre."""
    assert Text("Hg", BODY, 900).height == pytest.approx(35.28 * 1.21, abs=0.5)
