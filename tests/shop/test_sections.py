"""Headings: items under the same one lie together, and a new one finds its place among them."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import sections


class Thing(NamedTuple):
    """An item."""

    id: int
    section: str


HEADINGS = st.sampled_from(("", "Door", "Kitchen", "Van"))
THINGS = st.lists(HEADINGS).map(lambda found: [Thing(n, section) for n, section in enumerate(found, 1)])


@given(THINGS)
def test_those_under_a_heading_lie_together_in_their_order(things: list[Thing]) -> None:
    found = sections.in_order(things)
    assert sorted(found) == things
    assert sections.in_order(found) == found
    for name in sections.names(things):
        assert [thing for thing in found if thing.section == name] == [t for t in things if t.section == name]
    assert [thing.section for thing in found[:sum(not thing.section for thing in things)]] == [""] * sum(
        not thing.section for thing in things)


@given(THINGS, HEADINGS)
def test_one_more_comes_after_the_last_under_its_heading(things: list[Thing], section: str) -> None:
    found = sections.in_order(things)
    before = sections.after(things, section)
    at = next((n for n, thing in enumerate(found) if thing.id == before), len(found))
    assert sections.in_order([*found[:at], Thing(0, section), *found[at:]]) == [
        *found[:at], Thing(0, section), *found[at:]]


def test_a_heading_is_one_short_line() -> None:
    assert sections.checked(" At  the\ndoor ") == "At the door"
    with pytest.raises(Refused, match="one line"):
        sections.checked("x" * 81)
