"""The calendar's words: a name in less room, and when and what of an entry in the agenda."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import months, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.places import calendar_words
from tests.conftest import TODAY


@pytest.mark.parametrize(("name", "shorter"), [
    ("Moon Lane Guest House", ["Moon Lane Guest House", "Moon Lane Guest", "Moon Lane", "Guest"]),
    ("Okafor & Daughter, Tailors", ["Okafor & Daughter, Tailors", "Okafor & Daughter", "Okafor"]),
    ("Café Halcyon", ["Café Halcyon", "Halcyon"]),
    ("Leyla", ["Leyla"]),
])
def test_a_name_loses_its_last_words_before_one_word_stands_for_it(name: str, shorter: list[str]) -> None:
    assert calendar_words.names(name) == shorter


def test_a_line_says_the_time_of_a_day_that_is_far_and_until_when_it_takes(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime(2026, 11, 26, 10), title="The roof")
        touchpoints.plan([ana], dt.datetime(2026, 12, 15, 10), title="The gutter")
        touchpoints.plan([], dt.datetime(2026, 12, 16), days=2, title="The fair")
    said = [calendar_words.line(entry, TODAY, wide=True) for entry in months.month(TODAY, dt.date(2026, 12, 31))
            if entry.kind == months.VISIT]
    assert [(line.when, line.second) for line in said] == [
        ("Thu 10:00", "The roof"), ("Tue 15 Dec", "10:00, The gutter"), ("Wed 16 Dec", "until Thu 17 Dec")]
