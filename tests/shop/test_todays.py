"""Today: what the day holds, what waits, and what fell due while nobody looked."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import followups, shops, special_days, timeline, todays, touchpoints
from lovedesk.shop.followups import Due
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
DAY = dt.timedelta(1)


@pytest.fixture
def busy(desk: Desk, ana: int) -> int:
    """Ana on a full day: two visits and a call, a sheet of yesterday, and what is due."""
    with desk.act("visit.plan"):
        for hours, channel in ((1, "visit"), (3, "call"), (6, "visit"), (24, "visit"), (-20, "visit")):
            touchpoints.plan([ana], NOW + dt.timedelta(hours=hours), channel=channel)
        for days, title in ((0, "today"), (-1, "yesterday"), (-4, "on Friday"), (-20, "long ago"), (1, "tomorrow")):
            followups.add(title, customer=ana, due=NOW.date() + dt.timedelta(days))
        followups.add("theirs", customer=ana, due=NOW.date(), theirs=True)
        special_days.add("birthday", 11, 24, customer=ana)
    return ana


def titles(found: list[Due]) -> list[str]:
    return [due.title for due in found]


def test_the_day_is_counted_by_channel_and_waits_in_order(desk: Desk, busy: int) -> None:
    today = todays.today(NOW)
    assert [touch.start.hour for touch in today.visits] == [10, 12, 15]
    assert today.channels == [("visit", 2), ("call", 1)]
    assert [touch.start for touch in today.to_type_in] == [NOW - dt.timedelta(hours=20)]
    assert (titles(today.due), titles(today.waiting), today.tomorrow) == (["today"], ["theirs"], 1)
    assert [entry.title for entry in today.days] == ["Ana Ruiz"]


def test_what_fell_due_while_away_stands_apart_from_what_waited_before(desk: Desk, busy: int) -> None:
    today = todays.today(NOW, last_seen=NOW.date() - dt.timedelta(4))
    assert titles(today.away) == ["on Friday", "yesterday"]
    assert (today.away_from, today.away_until) == (NOW.date() - dt.timedelta(4), NOW.date() - DAY)
    assert titles(today.still_open) == ["long ago"]


def test_who_was_here_all_the_time_was_not_away(desk: Desk, busy: int) -> None:
    for last_seen in (None, NOW.date()):
        today = todays.today(NOW, last_seen=last_seen)
        assert (today.away, today.away_from, today.away_until) == ([], None, None)
        assert titles(today.still_open) == ["long ago", "on Friday", "yesterday"]


def test_a_keeper_sees_their_own_day_and_what_is_no_ones(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
        for title, keeper in (("mira", mira), ("jonas", jonas), ("no one", None)):
            followups.add(title, customer=ana, due=NOW.date(), keeper=keeper)
            touchpoints.plan([ana], NOW, title=title, keeper=keeper)
            touchpoints.plan([ana], NOW - DAY, title=title, keeper=keeper)
    today = todays.today(NOW, keeper=jonas)
    assert titles(today.due) == ["jonas", "no one"]
    assert [touch.title for touch in today.visits] == ["jonas", "no one"]
    assert [touch.title for touch in today.to_type_in] == ["jonas", "no one"]


def test_a_visit_that_is_over_moves_to_the_sheets_and_a_finished_one_stays(desk: Desk, busy: int) -> None:
    noon = NOW + dt.timedelta(hours=2)
    today = todays.today(noon)
    assert [touch.start.hour for touch in today.visits] == [12, 15]
    assert len(today.to_type_in) == 2
    with desk.act("visit.finish"):
        touchpoints.finish(today.to_type_in[1].id, now=noon)
    assert [touch.done for touch in todays.today(noon).visits] == [True, False, False]


def test_the_next_moment_is_the_next_beginning_or_end_or_midnight(desk: Desk, busy: int) -> None:
    ten, midnight = NOW + dt.timedelta(hours=1), dt.datetime(2026, 11, 25)
    assert todays.next_moment(NOW) == ten
    assert todays.next_moment(ten) == ten + dt.timedelta(minutes=45)
    assert todays.next_moment(dt.datetime(2026, 11, 24, 23)) == midnight


def test_minutes_until_a_visit_are_counted(desk: Desk, busy: int) -> None:
    (first, *_rest) = timeline.of_day(NOW.date())
    assert todays.minutes_until(first, NOW + dt.timedelta(minutes=35)) == 25
    assert todays.minutes_until(first, NOW + dt.timedelta(minutes=65)) == -5
