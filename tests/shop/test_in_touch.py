"""Losing touch, perhaps leaving, nothing ahead: who, why, and until when nobody is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.shop import customers, farewells, followups, in_touch, requests, rhythms, series, tags, touchpoints
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

NOON = dt.time(12)


def day(ago: int) -> dt.datetime:
    return dt.datetime.combine(TODAY - dt.timedelta(ago), NOON)


def touch(customer: int, ago: int, channel: str = "visit", *, began: str = "we") -> int:
    """A touch that was done so many days ago."""
    made = touchpoints.plan([customer], day(ago), channel=channel, began=began)
    touchpoints.finish(made, now=day(ago))
    return made


def names(found: Sequence[in_touch.Silent]) -> list[str]:
    return [one.name for one in found]


def lists(today: dt.date = TODAY) -> tuple[list[str], list[str], list[str]]:
    found = in_touch.lists(today)
    return names(found.losing), names(found.leaving), names(found.nothing)


@pytest.fixture
def quarterly(desk: Desk, ana: int) -> int:
    """Ana, whom we wish to be in touch with every three months, and at most six; seen in March."""
    with desk.act("rhythm.set"):
        rhythms.set_for([ana], 91, 183)
        touch(ana, (TODAY - dt.date(2026, 3, 12)).days)
    return ana


def test_whoever_was_not_seen_for_longer_than_wished_is_listed_with_the_reason(desk: Desk, ana: int) -> None:
    with desk.act("rhythm.set"):
        rhythms.set_for([ana], 91)
        touch(ana, 250)
    one, = in_touch.lists(TODAY).losing
    assert (one.id, one.last, one.channel) == (ana, day(250).date(), "visit")
    assert in_touch.reason(one, TODAY) == "last seen in March, wished every 3 months"
    with desk.act("visit.finish"):
        touch(ana, 3)
    assert in_touch.lists(TODAY).losing == []
    desk.undo()
    assert lists()[0] == ["Ana Ruiz"]


def test_who_is_past_the_limit_stands_first(desk: Desk, quarterly: int) -> None:
    with desk.act("customer.add"):
        ben = customers.add("Ben")
        rhythms.set_for([ben], 7)
        touch(ben, 200)
    found = in_touch.lists(TODAY).losing
    assert names(found) == ["Ana Ruiz", "Ben"]
    assert in_touch.reason(found[0], TODAY) == "last seen in March, at the latest every 6 months"


@pytest.mark.parametrize(("channel", "ago", "words"), [
    ("call", 100, "last spoken to in August, wished every month for #north"),
    ("letter", 40, "last written to 5 weeks ago, wished every month for #north"),
    ("visit", 400, "last seen in October 2025, wished every month for #north")])
def test_the_reason_says_how_and_whose_rhythm_it_is(
        desk: Desk, ana: int, channel: str, ago: int, words: str) -> None:
    with desk.act("rhythm.set_for_tag"):
        rhythms.set_for_tag(tags.add([ana], "north"), 30)
        touch(ana, ago, channel)
    assert in_touch.reason(in_touch.lists(TODAY).losing[0], TODAY) == words


def test_who_was_never_touched_is_due_when_they_came_that_long_ago(desk: Desk, ana: int) -> None:
    with desk.act("rhythm.set"):
        rhythms.set_for([ana], 91)
        customers.set_since(ana, TODAY - dt.timedelta(30))
    assert lists() == ([], [], ["Ana Ruiz"])
    with desk.act("customer.set_since"):
        customers.set_since(ana, None)
    assert in_touch.reason(in_touch.lists(TODAY).losing[0], TODAY) == "not in touch yet, wished every 3 months"


def test_only_what_counts_counts_and_only_what_was_done(desk: Desk, quarterly: int) -> None:
    with desk.act("rhythm.count"):
        rhythms.set_counting(["visit"])
        touch(quarterly, 3, "letter")
        cancelled = touchpoints.plan([quarterly], day(2))
        touchpoints.cancel(cancelled, "rain", now=day(2))
    assert lists()[0] == ["Ana Ruiz"]
    desk.undo()
    with desk.act("visit.finish"):
        touch(quarterly, 3, "letter")
    assert lists()[0] == []


def a_visit(customer: int) -> None:
    touchpoints.plan([customer], day(-5))


def a_sheet_to_type_in(customer: int) -> None:
    touchpoints.plan([customer], day(1))


def a_call_to_make(customer: int) -> None:
    followups.add("call Ana", customer=customer, due=TODAY + dt.timedelta(9), kind="call")


def a_visit_that_repeats(customer: int) -> None:
    series.repeat(touchpoints.plan([customer], day(-60)), "FREQ=MONTHLY")


def a_later_day(customer: int) -> None:
    rhythms.pause([customer], TODAY + dt.timedelta(9))


@pytest.mark.parametrize("plan", [
    a_visit, a_sheet_to_type_in, a_call_to_make, a_visit_that_repeats, a_later_day])
def test_nobody_is_asked_for_whose_day_is_planned(
        desk: Desk, quarterly: int, plan: Callable[[int], None]) -> None:
    with desk.act("visit.plan"):
        plan(quarterly)
    assert lists() == ([], [], [])
    desk.undo()
    assert lists() == (["Ana Ruiz"], [], [])


def test_later_ends_on_its_day(desk: Desk, quarterly: int) -> None:
    with desk.act("rhythm.pause"):
        rhythms.pause([quarterly], TODAY + dt.timedelta(9))
    assert lists(TODAY + dt.timedelta(8))[0] == []
    assert lists(TODAY + dt.timedelta(9))[0] == ["Ana Ruiz"]


def test_something_else_that_is_open_is_no_plan_to_be_in_touch(desk: Desk, quarterly: int) -> None:
    with desk.act("followup.add"):
        followups.add("find the thread", customer=quarterly, due=TODAY + dt.timedelta(60))
    assert lists() == (["Ana Ruiz"], [], [])


def monthly(customer: int, until: int) -> None:
    """Visits each month, the last one so many days ago."""
    for n in range(4):
        touch(customer, until + 30 * n)


def test_silent_for_twice_the_usual_gap_is_perhaps_leaving(desk: Desk, ana: int) -> None:
    with desk.act("visit.finish"):
        monthly(ana, 61)
    one, = in_touch.lists(TODAY).leaving
    assert (one.gap, one.heard) == (30, day(61).date())
    assert in_touch.reason(one, TODAY) == "no sign for 2 months, usually every 4 weeks"
    assert lists(TODAY - dt.timedelta(1))[1] == []


def test_a_letter_of_ours_is_no_sign_of_theirs_but_their_own_is(desk: Desk, ana: int) -> None:
    with desk.act("visit.finish"):
        monthly(ana, 70)
        touch(ana, 10, "letter")
    assert lists()[1] == ["Ana Ruiz"]
    with desk.act("visit.finish"):
        touch(ana, 9, "letter", began="they")
    assert lists()[1] == []


def a_request(customer: int) -> None:
    requests.add("blue thread", customer=customer, now=day(3))


def an_answer(customer: int) -> None:
    followups.finish(followups.add("send the colour", customer=customer, theirs=True), now=day(3))


@pytest.mark.parametrize("sign", [a_request, an_answer])
def test_what_they_asked_for_or_did_is_a_sign(desk: Desk, ana: int, sign: Callable[[int], None]) -> None:
    with desk.act("visit.finish"):
        monthly(ana, 70)
        sign(ana)
    assert lists()[1] == []
    found = in_touch.of(ana)
    assert found is not None
    assert found.sign == day(3).date()


def test_two_signs_say_nothing_of_what_is_usual(desk: Desk, ana: int) -> None:
    with desk.act("visit.finish"):
        touch(ana, 300)
        touch(ana, 290)
    assert lists() == ([], [], ["Ana Ruiz"])


def test_all_is_well_until_there_was_another_sign(desk: Desk, ana: int) -> None:
    with desk.act("visit.finish"):
        monthly(ana, 100)
    with desk.act("rhythm.all_is_well"):
        rhythms.all_is_well(ana, day(100).date())
    assert lists() == ([], [], ["Ana Ruiz"])
    desk.undo()
    assert lists()[1] == ["Ana Ruiz"]
    desk.redo()
    with desk.act("visit.finish"):
        touch(ana, 80)
    assert lists()[1] == ["Ana Ruiz"]


@pytest.mark.parametrize("standing", ["one-off", "gone", "other"])
def test_who_came_once_or_is_gone_is_in_no_list(desk: Desk, quarterly: int, standing: str) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(quarterly, standing)
    assert lists() == ([], [], [])


def test_who_died_is_in_no_list_and_trash_too(desk: Desk, quarterly: int) -> None:
    with desk.act("customer.gone"):
        farewells.customer_gone(quarterly)
    assert lists() == ([], [], [])
    desk.undo()
    with desk.act("customer.trash"):
        customers.trash(quarterly)
    assert lists() == ([], [], [])
    assert in_touch.of(quarterly) is None


def test_lists_are_narrowed_by_a_tag(desk: Desk, quarterly: int) -> None:
    with desk.act("customer.add"):
        ben = customers.add("Ben")
        north = tags.add([ben], "north")
    assert names(in_touch.lists(TODAY, tag=north).nothing) == ["Ben"]
    assert in_touch.lists(TODAY, tag=north).losing == []


@pytest.mark.parametrize("years", [-50, -1, 1, 50])
def test_a_clock_that_jumps_breaks_nothing_and_coming_back_all_is_as_before(
        desk: Desk, quarterly: int, years: int) -> None:
    before = in_touch.lists(TODAY)
    in_touch.lists(TODAY.replace(year=TODAY.year + years))
    assert in_touch.lists(TODAY) == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(
    st.lists(st.tuples(st.integers(0, 500), st.sampled_from(["visit", "letter"])), max_size=5),
    st.sampled_from([0, 14, 91]), st.sampled_from(["", "visit", "other", "later"])), max_size=4))
def test_nobody_is_in_two_lists_and_with_whom_nothing_is_ahead_in_one(
        fresh_desk: Callable[[], Desk], told: list[tuple[list[tuple[int, str]], int, str]]) -> None:
    desk = fresh_desk()
    try:
        with desk.act("sample.fill"):
            for number, (touches, wish, ahead) in enumerate(told):
                one = customers.add(f"Customer {number}")
                for ago, channel in touches:
                    touch(one, ago, channel)
                rhythms.set_for([one], wish)
                if ahead == "visit":
                    touchpoints.plan([one], day(-3))
                elif ahead == "other":
                    followups.add("find thread", customer=one)
                elif ahead == "later":
                    rhythms.pause([one], TODAY + dt.timedelta(4))
        found = [one.id for some in in_touch.lists(TODAY) for one in some]
        assert len(found) == len(set(found))
        asked = {customers.named(f"Customer {n}")[0][0] for n, (_t, _w, ahead) in enumerate(told) if ahead == ""}
        assert asked <= set(found)
    finally:
        desk.close()
