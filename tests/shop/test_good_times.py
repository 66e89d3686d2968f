"""A good time: nothing open, their best time, near another visit, and never when the shop is closed."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import (
    contact_points,
    customers,
    farewells,
    followups,
    good_times,
    jobs,
    opening,
    people,
    requests,
    tags,
    touchpoints,
    visits,
)
from lovedesk.shop.good_times import Good
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

NOW = dt.datetime.combine(TODAY, dt.time(9))
FRIDAY = dt.datetime(2026, 11, 27, 10, 0)


def proposed(customer: int) -> Good:
    return good_times.propose([customer], NOW)[customer]


def test_without_anything_else_it_is_a_call_on_the_next_open_day(desk: Desk, ana: int) -> None:
    good = proposed(ana)
    assert (good.start, good.channel, good.why()) == (
        dt.datetime(2026, 11, 25, 9, 0), "call", "nothing is open with them")
    assert good.when(TODAY) == "Wed 25 Nov, 09:00"


def test_never_when_the_shop_is_closed_or_something_is_planned(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        opening.close(dt.date(2026, 11, 25), dt.date(2026, 11, 26), "The fair")
        touchpoints.plan([customers.add("Ben")], FRIDAY.replace(hour=9), channel="call", minutes=60)
    assert proposed(ana).start == FRIDAY


def test_their_time_goes_before_our_hours_and_their_way_before_ours(desk: Desk, ana: int) -> None:
    person = people.at(ana)[0].id
    with desk.act("person.change"):
        people.set_wish(person, "email", "Thursdays before 8")
    good = proposed(ana)
    assert (good.start, good.channel) == (dt.datetime(2026, 11, 26, 7, 0), "email")
    assert good.why() == "they said: Thursdays before 8"


@pytest.mark.parametrize(("theirs", "other", "near"), [
    ("1 High St\nStockport SK1 4AB", "12 Hill Lane\nSTOCKPORT", True),
    ("Hauptstr. 5\n80331 München", "Ring 1\n80331 Muenchen", True),
    ("1 High St\nStockport SK1 4AB", "1 High St\nSaltmouth", False)])
def test_a_visit_in_the_same_town_is_a_good_day(
        desk: Desk, ana: int, theirs: str, other: str, near: bool) -> None:
    with desk.act("visit.plan"):
        ben = customers.add("Ben")
        contact_points.add(theirs, customer=ana, kind="address")
        contact_points.add(other, customer=ben, kind="address")
        touchpoints.plan([ben], FRIDAY, minutes=45)
    good = proposed(ana)
    assert (good.near == "Ben") is near
    if near:
        assert (good.start, good.channel) == (FRIDAY.replace(hour=11), "visit")
        assert good.why() == "Ben is visited that day too, near by"


def test_a_round_is_a_tag_that_both_have(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        ben = customers.add("Ben")
        tags.add([ana, ben], "north")
        touchpoints.plan([ben], FRIDAY)
    assert proposed(ana).why() == "Ben is visited that day too, on the round #north"


def a_promise(customer: int) -> None:
    followups.add("send samples", customer=customer, promised=True)


def a_request(customer: int) -> None:
    requests.add("send samples", customer=customer, now=NOW)


def a_bill(customer: int) -> None:
    jobs.set_stage(jobs.add("Send samples", customer=customer, now=NOW), "delivered", now=NOW)


def a_problem(customer: int) -> None:
    touchpoints.plan([customer], FRIDAY, occasion="problem", title="send samples")


@pytest.mark.parametrize("trouble", [a_promise, a_request, a_bill, a_problem])
def test_what_is_open_comes_first(desk: Desk, ana: int, trouble: object) -> None:
    assert callable(trouble)
    with desk.act("sample.fill"):
        trouble(ana)
    good = proposed(ana)
    assert [what.casefold() for what in good.open] == ["send samples"]
    assert good.why() == f"not before “{good.open[0]}” is done"


def test_what_is_proposed_is_planned_with_the_checklist_in_one_action(desk: Desk, ana: int) -> None:
    good = good_times.propose([ana], NOW, ours="visit")[ana]
    with desk.act("visit.plan"):
        made = good_times.plan(good)
    page = visits.page(made)
    assert page is not None
    assert (page.start, page.channel, page.occasion, page.checklist) == (good.start, "visit", "great", "good-times")
    assert page.items
    desk.undo()
    assert visits.page(made) is None


def test_what_someone_wished_who_left_is_no_wish_any_more(desk: Desk) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business")
        tad = people.add(cafe, "Tad")
        people.set_wish(tad, "email", "after four")
    assert proposed(cafe).channel == "email"
    with desk.act("person.gone"):
        farewells.person_gone(tad, farewells.LEFT)
    assert (proposed(cafe).channel, proposed(cafe).suits) == ("call", "")


def test_nobody_is_no_question(desk: Desk) -> None:
    assert good_times.propose([], NOW) == {}


def test_those_who_are_listed_are_spread_over_the_days(desk: Desk) -> None:
    with desk.act("customer.add"):
        many = [customers.add(name) for name in ("Ana", "Ben", "Cleo", "Dora", "Emil")]
    starts = [good.start for good in good_times.propose(many, NOW).values()]
    assert [start.strftime("%d %H:%M") for start in starts] == [
        "25 09:00", "25 09:30", "26 09:00", "26 09:30", "27 09:00"]


def test_a_town_is_not_visited_all_on_one_day(desk: Desk) -> None:
    with desk.act("visit.plan"):
        many = [customers.add(name) for name in ("Ana", "Ben", "Cleo", "Dora")]
        for one in many:
            contact_points.add("1 High St\nStockport SK1 4AB", customer=one, kind="address")
        touchpoints.plan([many[0]], FRIDAY, minutes=45)
    found = good_times.propose(many[1:], NOW)
    assert [found[one].near for one in many[1:]] == ["Ana", "Ana", ""]
    assert len({good.start for good in found.values()}) == len(found)
