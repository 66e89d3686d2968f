"""Walking our own path: offered twice a year, with no customer; what was hard becomes the shop's to mend."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, checklists, frictions, items, own_path, series, timeline, touchpoints
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
DAY = dt.timedelta(1)


@pytest.fixture
def walk(desk: Desk) -> int:
    """The path, planned for next week."""
    with desk.act("visit.plan"):
        return own_path.plan(own_path.good_day(NOW.date()))


def answer(desk: Desk, walk: int, *answers: str) -> list[int]:
    asked = [item.id for item in items.of(walk) if item.kind == "ask"]
    with desk.act("item.answer"):
        for item, text in zip(asked, answers, strict=False):
            items.answer(item, text, now=NOW)
    return asked


def finish(desk: Desk, walk: int) -> None:
    with desk.act("visit.finish"):
        touchpoints.finish(walk, now=NOW)


def hard() -> list[str]:
    return [friction.text for friction in frictions.shared()]


def test_it_is_offered_until_it_is_planned_and_again_when_that_is_taken_back(desk: Desk) -> None:
    assert own_path.walk(NOW) == own_path.Walk(None, planned=False, due=True)
    with desk.act("visit.plan"):
        own_path.plan(dt.date(2026, 12, 1))
    assert own_path.walk(NOW) == own_path.Walk(None, planned=True, due=False)
    desk.undo()
    assert own_path.walk(NOW).due


def test_it_comes_twice_a_year_without_a_customer(walk: int) -> None:
    repeats = series.of(walk)
    assert repeats is not None
    assert [moment.date() for moment in repeats.next][:2] == [dt.date(2027, 6, 1), dt.date(2027, 12, 1)]
    (touch,) = timeline.of_day(dt.date(2026, 12, 1))
    assert (touch.customer, touch.whom, touch.start.time()) == ("", "Walk your own path", own_path.MORNING)
    assert [item.text for item in items.of(walk)] == [item.text for item in checklists.items(builtin.OWN_PATH)]


def test_a_series_that_was_ended_is_offered_again_half_a_year_after_the_last_walk(desk: Desk, walk: int) -> None:
    finish(desk, walk)
    with desk.act("series.stop"):
        series.stop(walk, "all")
    assert own_path.walk(NOW + 181 * DAY) == own_path.Walk(NOW.date(), planned=False, due=False)
    assert own_path.walk(NOW + 183 * DAY).due


def test_declined_it_is_not_offered_for_half_a_year(desk: Desk) -> None:
    with desk.act("visit.cancel"):
        own_path.decline(NOW)
    assert not own_path.walk(NOW).due
    assert own_path.walk(NOW + 183 * DAY) == own_path.Walk(None, planned=False, due=True)
    assert timeline.of_day(NOW.date()) == []
    desk.undo()
    assert own_path.walk(NOW).due


def test_the_day_that_is_proposed_is_in_a_week_and_no_week_end() -> None:
    assert own_path.good_day(dt.date(2026, 11, 24)) == dt.date(2026, 12, 1)
    assert own_path.good_day(dt.date(2026, 11, 21)) == dt.date(2026, 11, 30)
    assert own_path.good_day(dt.date(2026, 11, 22)) == dt.date(2026, 11, 30)


def test_what_was_hard_becomes_the_shops_own_and_follows_the_answer(desk: Desk, walk: int) -> None:
    asked = answer(desk, walk, "The phone rings on", "Nothing.", " The bill\nno one understands ")
    assert hard() == []
    finish(desk, walk)
    assert sorted(hard()) == ["The bill no one understands", "The phone rings on"]
    assert all(friction.own and not friction.customers for friction in frictions.shared())
    with desk.act("item.answer"):
        items.answer(asked[0], "Nobody picks up", now=NOW)
    with desk.act("item.answer"):
        items.answer(asked[2], "", now=NOW)
    assert hard() == ["Nobody picks up"]
    desk.undo()
    desk.undo()
    desk.undo()
    assert hard() == []


def test_what_was_mended_stays_mended_when_the_walk_is_closed_again(desk: Desk, walk: int) -> None:
    answer(desk, walk, "The phone rings on")
    finish(desk, walk)
    with desk.act("friction.mend_for_all"):
        frictions.mend_for_all(frictions.shared()[0].folded, on=NOW.date())
    with desk.act("visit.reopen"):
        touchpoints.reopen(walk)
    finish(desk, walk)
    assert not frictions.shared()[0].is_hard


def test_the_same_checklist_with_a_customer_makes_details_and_no_friction_of_ours(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], NOW, checklist=builtin.OWN_PATH)
    answer(desk, visit, "The phone rings on")
    finish(desk, visit)
    assert hard() == []


def test_a_day_too_far_away_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="too far"), desk.act("visit.plan"):
        own_path.plan(dt.date(9999, 1, 1))
    assert own_path.walk(NOW).due


def test_it_is_ripe_in_a_shop_that_has_been_at_work_for_a_while(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], NOW - 40 * DAY)
    assert (own_path.walk(NOW).due, own_path.walk(NOW).ripe) == (True, False)
    with desk.act("visit.finish"):
        touchpoints.finish(visit, now=NOW)
    assert own_path.walk(NOW).ripe
    with desk.act("visit.plan"):
        own_path.plan(NOW.date())
    assert not own_path.walk(NOW).ripe
