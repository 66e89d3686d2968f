"""Journey 5. The day pack for the four visits of tomorrow, in order, with what to take along."""

from __future__ import annotations

from tests.journeys.conftest import Begin
from tests.pdf import pages_of, words_of

CEILING = 3
ROUND = ["Marigold Nursery", "Bakehouse Nine", "Dragica Petrović", "Kowal Violins"]


def test_tomorrows_day_pack_is_printed(begin: Begin, shop: None) -> None:
    walk = begin()
    walk.press_caret("Print day pack")
    walk.choose("Tomorrow’s")
    assert walk.steps <= CEILING
    paper = walk.paper.read_bytes()
    words = words_of(paper)
    assert pages_of(paper) == 1 + len(ROUND)
    assert "Wednesday 25 November 2026" in words
    assert sorted(ROUND, key=words.index) == ROUND
    assert "Take along" in words
    for thing in ("Tape, laser, the low block", "Three sketches of a bench", "A chair on loan", "Silk offcuts"):
        assert words.index("Take along") < words.index(thing)
