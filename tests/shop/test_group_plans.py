from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, group_plans, opening, people, timeline, touchpoints
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk

MONDAY = dt.date(2026, 11, 30)
SUNDAY = dt.date(2026, 12, 6)


@pytest.fixture
def five(desk: Desk) -> list[int]:
    with desk.act("customer.add"):
        return [customers.add(name) for name in ("Ana", "Ben", "Cleo", "Dora", "Emil")]


def test_five_calls_are_spread_over_the_weekdays_of_a_week(five: list[int]) -> None:
    planned = group_plans.propose(five, "call", MONDAY, SUNDAY)
    assert [(one.name, one.start.day) for one in planned] == [
        ("Ana", 30), ("Ben", 1), ("Cleo", 2), ("Dora", 3), ("Emil", 4)]
    assert {one.channel for one in planned} == {"call"}


def test_more_than_days_share_a_day_at_times_that_are_free(five: list[int]) -> None:
    touchpoints.plan([five[0]], dt.datetime.combine(MONDAY, dt.time(9, 15)), minutes=30)
    planned = group_plans.propose(five, "call", MONDAY, MONDAY + dt.timedelta(1))
    assert [one.start.strftime("%d %H:%M") for one in planned] == [
        "30 10:00", "30 10:30", "30 11:00", "01 09:00", "01 09:30"]


def test_a_weekend_alone_is_used(five: list[int]) -> None:
    assert {one.start.day for one in group_plans.propose(five, "call", SUNDAY, SUNDAY)} == {6}


def test_their_wish_goes_first(five: list[int]) -> None:
    person = rows("select person_id from membership where customer_id = ?", five[1])[0][0]
    people.set_wish(person, "letter", "")
    planned = group_plans.propose(five, "call", MONDAY, SUNDAY)
    assert [(one.channel, one.wished) for one in planned[:2]] == [("call", False), ("letter", True)]


def test_all_is_kept_in_one_action_and_taken_back_in_one(desk: Desk, five: list[int]) -> None:
    planned = group_plans.propose(five, "call", MONDAY, SUNDAY)
    with desk.act("visit.plan_many"):
        group_plans.keep(planned)
    assert [touch.channel for touch in timeline.between(MONDAY, SUNDAY)] == ["call"] * 5
    desk.undo()
    assert timeline.between(MONDAY, SUNDAY) == []


def test_no_more_than_so_many_on_a_day_and_never_when_it_is_closed(desk: Desk, five: list[int]) -> None:
    with desk.act("closed.add"):
        opening.close(MONDAY, MONDAY + dt.timedelta(1))
    planned = group_plans.propose(five, "call", MONDAY, SUNDAY, a_day=2)
    assert [one.start.day for one in planned] == [2, 2, 3, 3, 4]
    with pytest.raises(Refused, match="room for 3 of them"):
        group_plans.propose(five, "call", MONDAY, SUNDAY, a_day=1)


@pytest.mark.parametrize(("hours", "proposed"), [
    ("8-17", ["09:00", "09:30"]), ("13:15-17", ["14:30", "15:00"]), ("8-9, 13-17", ["13:00", "13:30"]),
    ("8-9", ["08:00", "08:30"])])
def test_the_shop_s_hours_hold_from_an_hour_after_it_opens(
        desk: Desk, five: list[int], hours: str, proposed: list[str]) -> None:
    with desk.act("shop.set_hours"):
        opening.set_hours(0, hours)
    planned = group_plans.propose(five[:2], "call", MONDAY, MONDAY)
    assert [one.start.strftime("%H:%M") for one in planned] == proposed


def test_days_that_make_no_sense_and_nobody_are_refused(five: list[int]) -> None:
    with pytest.raises(Refused, match="before the first"):
        group_plans.propose(five, "call", SUNDAY, MONDAY)
    with pytest.raises(Refused, match="more than a year"):
        group_plans.propose(five, "call", MONDAY, MONDAY + dt.timedelta(800))
    with pytest.raises(Refused, match="Whom"):
        group_plans.propose([], "call", MONDAY, SUNDAY)
