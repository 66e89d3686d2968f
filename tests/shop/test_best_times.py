from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.shop import best_times

ANY: frozenset[int] = frozenset()


@pytest.mark.parametrize(("words", "minute", "days"), [
    ("after four", 16 * 60, ANY), ("best before 8", 7 * 60, ANY), ("Tuesday mornings", 9 * 60, {1}),
    ("not on Mondays", None, {1, 2, 3, 4, 5, 6}), ("nach vier", 16 * 60, ANY), ("vormittags", 9 * 60, ANY),
    ("2 pm", 14 * 60, ANY), ("Mi oder Do ab 14 Uhr", 14 * 60, {2, 3}), ("at 9:30", 570, ANY),
    ("two dogs", None, ANY), ("", None, ANY), ("whenever", None, ANY), ("at 99:99", None, ANY)])
def test_a_best_time_is_read_from_their_words(words: str, minute: int | None, days: frozenset[int]) -> None:
    assert best_times.read(words) == best_times.Best(words, minute, frozenset(days))


@given(st.text(max_size=60))
def test_whatever_they_said_is_no_mishap(words: str) -> None:
    best = best_times.read(words)
    assert best.minute is None or 0 <= best.minute < 24 * 60
