"""Journey 16. Mira is ill: her Thursday goes to Jonas, printed."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import followups, timeline
from tests.journeys.conftest import Begin
from tests.pdf import words_of

CEILING = 4
THURSDAY = dt.date(2026, 11, 26)


def whose() -> list[str]:
    """Who goes on Thursday, and who does what is due then."""
    return [touch.keeper for touch in timeline.of_day(THURSDAY)] + [
        due.keeper for due in followups.between(THURSDAY, THURSDAY) if not due.done]


def test_miras_thursday_goes_to_jonas_and_is_printed(begin: Begin, shop: None) -> None:
    walk = begin()
    before = whose()
    assert "Mira" in before
    walk.key("Ctrl+K")
    walk.type("hand mira")
    walk.key("Return")
    walk.sees("Hand over a day")
    walk.type("Thu")
    walk.key("Ctrl+P")
    assert walk.steps <= CEILING
    assert whose() == ["Jonas"] * len(before)
    walk.sees("Mira’s Thu 26 Nov goes to Jonas")
    words = words_of(walk.paper.read_bytes())
    assert "Thursday 26 November 2026" in words
    for touch in timeline.of_day(THURSDAY):
        assert touch.customer in words
    walk.press("Undo")
    assert whose() == before
