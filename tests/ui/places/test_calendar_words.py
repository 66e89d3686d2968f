"""The calendar's words: a name in less room, and when and what of an entry in the agenda."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import customers, months, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.places import calendar_words
from tests.conftest import TODAY


@pytest.mark.parametrize(("name", "shorter"), [
    ("Moon Lane Guest House", ["Moon Lane Guest House", "Moon Lane Guest", "Moon Lane", "Moon"]),
    ("Okafor & Daughter, Tailors", ["Okafor & Daughter, Tailors", "Okafor & Daughter", "Okafor"]),
    ("Café Halcyon", ["Café Halcyon", "Halcyon"]),
    ("The Lantern", ["The Lantern", "Lantern"]),
    ("Roxy Cinema", ["Roxy Cinema", "Roxy"]),
    ("Leyla", ["Leyla"]),
    ("Li", ["Li"]),
])
def test_a_business_keeps_its_first_words_at_last_the_one_that_tells_it_apart(name: str, shorter: list[str]) -> None:
    assert calendar_words.names(name) == shorter


def test_a_person_is_called_by_the_given_name_where_there_is_less_room(desk: Desk) -> None:
    with desk.act("visit.plan"):
        lou = customers.add("Lou Fischer", kind="person")
        touchpoints.plan([lou], dt.datetime(2026, 11, 26, 10))
    assert calendar_words.readings(months.month(TODAY, dt.date(2026, 11, 30))[0]) == [
        "10:00 Lou Fischer", "10:00 Lou", "Lou"]


def test_with_several_it_says_how_many_others_there_are(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        others = [customers.add(name) for name in ("Roxy Cinema", "Haddad")]
        touchpoints.plan([ana, *others], dt.datetime(2026, 11, 26, 10))
    entry = months.month(TODAY, dt.date(2026, 11, 30))[0]
    assert all(reading.endswith("+2") for reading in calendar_words.readings(entry))
    assert calendar_words.line(entry, TODAY, wide=True).title.endswith("+2")
    assert "and 2 others" in calendar_words.spoken(entry)


def test_a_line_says_the_time_of_a_day_that_is_far_and_until_when_it_takes(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime(2026, 11, 26, 10), title="The roof")
        touchpoints.plan([ana], dt.datetime(2026, 12, 15, 10), title="The gutter")
        touchpoints.plan([], dt.datetime(2026, 12, 16), days=2, title="The fair")
    said = [calendar_words.line(entry, TODAY, wide=True) for entry in months.month(TODAY, dt.date(2026, 12, 31))
            if entry.kind == months.VISIT]
    assert [(line.when, line.second) for line in said] == [
        ("Thu 10:00", "The roof"), ("Tue 15 Dec", "10:00, The gutter"), ("Wed 16 Dec", "until Thu 17 Dec")]
