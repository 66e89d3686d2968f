"""Catching up: what fell due is all there, the oldest first; done, put off and dropped are one action each."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import catching_up, customers, farewells, followups, people, series, touchpoints
from lovedesk.shop.catching_up import Fallen
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
TODAY = NOW.date()
DAY = dt.timedelta(1)


def owe(desk: Desk, customer: int, title: str, days: int, **told: Any) -> int:
    with desk.act("followup.add"):
        return followups.add(title, customer=customer, due=TODAY + days * DAY, **told)


def plan(desk: Desk, customer: int, days: int, **told: Any) -> int:
    with desk.act("visit.plan"):
        return touchpoints.plan([customer], NOW + days * DAY, **told)


def titles() -> list[str]:
    return [thing.title for thing in catching_up.fallen(NOW)]


def only() -> Fallen:
    (thing,) = catching_up.fallen(NOW)
    return thing


def test_all_that_fell_due_stands_in_order_with_what_waits_for_them_and_sheets(desk: Desk, ana: int) -> None:
    owe(desk, ana, "call", -1)
    owe(desk, ana, "the drawings", -9, theirs=True)
    owe(desk, ana, "today’s", 0)
    plan(desk, ana, -3, title="how is the chair")
    plan(desk, ana, 2, title="ahead")
    assert titles() == ["the drawings", "how is the chair", "call"]
    assert [(thing.kind, thing.theirs) for thing in catching_up.fallen(NOW)] == [
        ("followup", True), ("sheet", False), ("followup", False)]


def test_finishing_several_is_one_action_and_undone_as_one(desk: Desk, ana: int) -> None:
    dues = [owe(desk, ana, "call", -1), owe(desk, ana, "write", -2)]
    visit = plan(desk, ana, -3)
    with desk.act("catchup.finish"):
        catching_up.finish(dues, [visit], now=NOW)
    assert titles() == []
    desk.undo()
    assert len(titles()) == 3


def test_later_keeps_the_time_and_the_day_that_was_promised(desk: Desk, ana: int) -> None:
    due = owe(desk, ana, "call", -1, due_time="15:30", promised=True)
    visit = plan(desk, ana, -3)
    with desk.act("catchup.put_off"):
        catching_up.put_off([due], [visit], TODAY + DAY, now=NOW)
    kept = followups.get(due)
    assert kept is not None
    assert (kept.due, kept.due_time, kept.promised_for) == (TODAY + DAY, "15:30", TODAY - DAY)
    assert titles() == []
    desk.undo()
    assert len(titles()) == 2


@pytest.mark.parametrize("day", [None, TODAY - DAY])
def test_later_is_refused_without_a_day_ahead(desk: Desk, ana: int, day: dt.date | None) -> None:
    due = owe(desk, ana, "call", -1)
    with pytest.raises(Refused, match="from today on"), desk.act("catchup.put_off"):
        catching_up.put_off([due], [], day, now=NOW)
    assert only().day == TODAY - DAY


def test_what_is_dropped_has_its_reason(desk: Desk, ana: int) -> None:
    due, visit = owe(desk, ana, "call", -1), plan(desk, ana, -3)
    with desk.act("catchup.drop"):
        catching_up.drop([due], [visit], "no longer needed", now=NOW)
    kept = followups.get(due)
    assert kept is not None and kept.dropped_why == "no longer needed"
    assert titles() == []
    desk.undo()
    with pytest.raises(Refused, match="Why is it dropped"), desk.act("catchup.drop"):
        catching_up.drop([due], [visit], " ", now=NOW)
    assert len(titles()) == 2


@pytest.mark.parametrize(("days", "fell"), [(-20, True), (-14, False), (-13, True), (-1, True), (0, False)])
def test_only_what_fell_due_while_the_desk_was_shut_is_shown_at_the_start(
    desk: Desk, ana: int, days: int, *, fell: bool,
) -> None:
    last_seen = TODAY - (14 if days > -20 else 21) * DAY
    owe(desk, ana, "call", days)
    assert catching_up.fell_due_since(last_seen, NOW) is fell


def test_a_visit_that_passed_meanwhile_is_to_be_caught_up_with(desk: Desk, ana: int) -> None:
    visit = plan(desk, ana, -3)
    assert catching_up.fell_due_since(TODAY - 14 * DAY, NOW)
    with desk.act("visit.went_fine"):
        touchpoints.finish(visit, now=NOW)
    assert not catching_up.fell_due_since(TODAY - 14 * DAY, NOW)


def test_a_clock_that_went_back_a_year_shows_nothing_at_the_start(desk: Desk, ana: int) -> None:
    owe(desk, ana, "call", -1)
    assert not catching_up.fell_due_since(TODAY + 365 * DAY, NOW)


def test_nothing_falls_due_with_those_who_left(desk: Desk, ana: int) -> None:
    owe(desk, ana, "call", -3)
    plan(desk, ana, -2)
    with desk.act("customer.gone"):
        farewells.customer_gone(ana, on=TODAY)
    assert titles() == []
    assert not catching_up.fell_due_since(TODAY - 14 * DAY, NOW)


def test_nothing_falls_due_for_a_person_who_died(desk: Desk, ana: int) -> None:
    with desk.act("person.add"):
        tad = people.add(ana, "Tad")
    owe(desk, ana, "a card to Tad", -3, person=tad)
    assert catching_up.fell_due_since(TODAY - 14 * DAY, NOW)
    with desk.act("person.gone"):
        farewells.person_gone(tad, "died", on=TODAY)
    assert not catching_up.fell_due_since(TODAY - 14 * DAY, NOW)


@pytest.mark.parametrize(("today", "days"), [
    (dt.date(2026, 11, 24), [25, 30, 1]), (dt.date(2026, 11, 23), [24, 30]), (dt.date(2026, 11, 22), [23, 29])])
def test_days_are_proposed_once_each(today: dt.date, days: list[int]) -> None:
    assert [day.day for day in catching_up.proposed_days(today)] == days


def test_they_are_asked_kindly_by_name(desk: Desk) -> None:
    with desk.act("customer.add"):
        customer = customers.add("Café Halcyon", kind="business")
    owe(desk, customer, "the measures", -1, theirs=True)
    asked = catching_up.asking(only())
    assert asked.subject == "the measures"
    assert asked.words.startswith("Hello Café Halcyon, a friendly question") and "“the measures”" in asked.words


def test_what_repeats_stands_there_once_with_how_many_are_behind_it(desk: Desk, ana: int) -> None:
    due = owe(desk, ana, "water the fig", -20)
    with desk.act("series.repeat"):
        series.repeat_followup(due, "FREQ=DAILY;INTERVAL=3")
    assert [(thing.day, thing.before) for thing in catching_up.fallen(NOW)] == [
        (TODAY - 20 * DAY, 0), (TODAY - 2 * DAY, 5)]        # the first was written down by itself
    assert catching_up.fell_due_since(TODAY - 14 * DAY, NOW)
    with desk.act("catchup.finish"):
        catching_up.finish([thing.id for thing in catching_up.fallen(NOW)], [], now=NOW)
    assert [thing.before for thing in catching_up.fallen(NOW)] == []
