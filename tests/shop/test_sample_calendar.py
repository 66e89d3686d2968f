"""The sample's days: what is new in every place has something to show, whatever day it is made on."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import (
    after_jobs,
    customers,
    duplicates,
    followups,
    frictions,
    in_touch,
    occurrences,
    opening,
    over_the_year,
    own_path,
    requests,
    sample,
    series,
    timeline,
    todays,
)
from lovedesk.shop.timeline import Touch
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

DAYS = (TODAY, dt.date(2027, 1, 1), dt.date(2028, 2, 29), dt.date(2026, 11, 22))


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """The sample shop on Tuesday 24 November 2026."""
    with desk.act("sample.fill") as recorder:
        sample.fill(recorder, TODAY)
    return desk


def named(name: str) -> int:
    ((customer, _name),) = customers.named(name)
    return customer


def ahead(days: int) -> list[Touch]:
    return timeline.between(TODAY, TODAY + dt.timedelta(days))


def test_calls_and_visits_repeat_and_what_has_been_waits_for_nobody(filled: Desk) -> None:
    rules = {kept.words for touch in ahead(60) if (kept := series.of(touch.id)) is not None}
    assert rules == {"every week on Thursday", "every week on Monday", "every month on the second Wednesday",
                     "every 6 months"}
    assert [touch.title for touch in todays.today(filled.now()).to_type_in] == ["Rooms 4 to 7, and the house"]
    waiting = [due for due in followups.between(TODAY, TODAY + dt.timedelta(6)) if series.of(due.id) is not None]
    assert [due.title for due in waiting] == ["The week’s bills go out", "Ask the mill about the next dye lot"]


def test_the_shop_has_hours_holidays_and_days_on_which_it_is_closed(filled: Desk) -> None:
    assert opening.weekend() == {6}
    assert opening.holidays(dt.date(2026, 12, 25), dt.date(2026, 12, 25)) == {dt.date(2026, 12, 25): "Christmas Day"}
    assert len(opening.closed(TODAY)) == 1


def test_someone_is_due_someone_perhaps_leaves_and_one_is_seen_only_for_our_needs(filled: Desk) -> None:
    found = in_touch.lists(TODAY)
    assert {"Saltmouth Library", "Gwen & Ifor Pritchard"} <= {one.name for one in found.losing}
    assert [one.name for one in found.leaving] == ["Magnus Eriksen"]
    assert found.nothing
    assert [one.name for one in over_the_year.only_for_our_needs(TODAY)] == ["Tidewater Taxis"]


def test_requests_wait_with_their_clock_and_answers_are_kept(filled: Desk) -> None:
    (request,) = requests.of(named("Quayside Yoga"))
    assert request.waits
    (answered,) = after_jobs.of(named("Henrik Solberg"))
    assert answered.said.startswith("Tell me sooner")
    assert [asked.what for asked in after_jobs.to_ask(named("Leyla Demir"), today=TODAY)] == ["Grandmother’s chair"]


def test_our_own_path_was_walked_and_is_planned_again(filled: Desk) -> None:
    walk = own_path.walk(filled.now())
    assert walk.last == TODAY - dt.timedelta(138)
    assert walk.planned
    assert len(frictions.own()) == 2
    assert any(not touch.customer and touch.title == "Figures with the tax adviser" for touch in ahead(30))


def test_a_fair_was_with_several_and_both_of_us_have_work(filled: Desk) -> None:
    fair = next(touch for touch in timeline.of_customer(named("Roxy Cinema")) if touch.title == "The harbour fair")
    assert fair.id in {touch.id for touch in timeline.of_customer(named("Bakehouse Nine"))}
    assert {touch.keeper for touch in ahead(3)} == {"Mira", "Jonas"}


def test_someone_is_here_twice(filled: Desk) -> None:
    assert [pair.names for pair in duplicates.pairs()] == [("Florian Weiss", "Florian Weiss")]


@pytest.mark.parametrize("today", DAYS)
def test_it_can_be_filled_on_any_day_and_taken_back_whole(desk: Desk, today: dt.date) -> None:
    with desk.act("sample.fill") as recorder:
        sample.fill(recorder, today)
    assert occurrences.between(today, today + dt.timedelta(40))
    assert desk.check() == []
    desk.undo()
    assert (customers.ids(), occurrences.between(today, today + dt.timedelta(40))) == ([], [])
    desk.redo()
    assert occurrences.between(today, today + dt.timedelta(40))
    assert desk.check() == []
