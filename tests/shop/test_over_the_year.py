"""Twelve months by occasion and channel, and who is only seen in trouble or for our own needs."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import customers, farewells, over_the_year, touchpoints
from lovedesk.store.desk import Desk
from tests.conftest import TODAY


def touch(customers_: list[int], on: dt.date, occasion: str = "great", channel: str = "visit") -> int:
    start = dt.datetime.combine(on, dt.time(10))
    made = touchpoints.plan(customers_, start, occasion=occasion, channel=channel)
    touchpoints.finish(made, now=start)
    return made


def test_touches_are_counted_by_month_occasion_and_channel(desk: Desk, ana: int) -> None:
    with desk.act("sample.fill"):
        ben = customers.add("Ben")
        for on, occasion, channel in [((2026, 11, 2), "great", "visit"), ((2026, 11, 3), "great", "call"),
                                      ((2025, 12, 1), "billing", "letter"), ((2025, 11, 30), "great", "visit"),
                                      ((2026, 3, 5), "", "visit")]:
            touch([ana], dt.date(*on), occasion, channel)
        touch([ana, ben], dt.date(2026, 6, 1))
        touchpoints.plan([ana], dt.datetime(2026, 11, 20, 9), occasion="great")
    year = over_the_year.of(ana, TODAY)
    assert (year.months[0], year.months[-1], year.total) == (dt.date(2025, 12, 1), dt.date(2026, 11, 1), 5)
    assert {line.slug: line.total for line in year.occasions} == {"great": 3, "billing": 1, "": 1}
    assert {line.slug: line.total for line in year.channels} == {"visit": 3, "call": 1, "letter": 1}
    assert year.occasions[0].counts == (0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2)
    assert over_the_year.of(ben, TODAY).total == 1
    assert over_the_year.of(None, TODAY).total == 5
    assert year.spoken(year.occasions).startswith("All is great: 3, in June and November. ")


def test_a_year_without_touches_says_so(desk: Desk, ana: int) -> None:
    year = over_the_year.of(ana, TODAY)
    assert year.occasions == []
    assert year.spoken(year.occasions) == "No touch in these twelve months."


def pointed(desk: Desk) -> list[tuple[str, int]]:
    return [(one.name, one.times) for one in over_the_year.only_for_our_needs(desk.today())]


def test_who_is_only_seen_in_trouble_or_for_our_needs_is_pointed_out(desk: Desk, ana: int) -> None:
    with desk.act("visit.finish"):
        touch([ana], dt.date(2026, 5, 1), "billing")
        touch([ana], dt.date(2026, 9, 1), "problem")
    assert pointed(desk) == [("Ana Ruiz", 2)]
    one, = over_the_year.only_for_our_needs(TODAY, customer=ana)
    assert one.words() == "The last 2 times for: Putting right and Billing"
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime(2026, 12, 1, 9), occasion="great")
    assert pointed(desk) == []
    desk.undo()
    with desk.act("customer.gone"):
        farewells.customer_gone(ana)
    assert pointed(desk) == []


@pytest.mark.parametrize("touches", [
    [((2026, 9, 1), "problem")],
    [((2026, 9, 1), "problem"), ((2026, 8, 1), "job"), ((2026, 7, 1), "price")],
    [((2026, 9, 1), "problem"), ((2026, 8, 1), "ask"), ((2026, 2, 1), "great")],
    [((2026, 9, 1), "problem"), ((2026, 8, 1), "ask"), ((2026, 2, 1), "celebration")],
    [((2024, 9, 1), "problem"), ((2024, 8, 1), "ask")]])
def test_nobody_else_is(desk: Desk, ana: int, touches: list[tuple[tuple[int, int, int], str]]) -> None:
    with desk.act("visit.finish"):
        for on, occasion in touches:
            touch([ana], dt.date(*on), occasion)
    assert pointed(desk) == []
