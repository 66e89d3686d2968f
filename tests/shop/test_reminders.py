"""Reminders: before a visit, on a promise, ahead of a day; each once, with what is needed."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.shop import (
    contact_points,
    farewells,
    followups,
    people,
    reminders,
    shops,
    special_days,
    touchpoints,
)
from lovedesk.shop.reminders import Reminder, Taste
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
TODAY, DAY, HOUR = NOW.date(), dt.timedelta(1), dt.timedelta(hours=1)


def plan(desk: Desk, customer: int, start: dt.datetime, **told: Any) -> int:
    with desk.act("visit.plan"):
        return touchpoints.plan([customer], start, **told)


def owe(desk: Desk, customer: int, title: str, day: dt.date, **told: Any) -> int:
    with desk.act("followup.add"):
        return followups.add(title, customer=customer, due=day, **told)


def ahead(days: float = 1, taste: Taste | None = None) -> list[Reminder]:
    return reminders.between(NOW, NOW + days * DAY, taste or Taste())


def test_a_visit_reminds_half_an_hour_before_or_as_early_as_one_likes(desk: Desk, ana: int) -> None:
    visit = plan(desk, ana, NOW + 2 * HOUR)
    (reminder,) = ahead()
    assert (reminder.at, reminder.kind, reminder.id) == (NOW + 1.5 * HOUR, "visit", visit)
    (earlier,) = ahead(taste=Taste(before=60))
    assert earlier.at == NOW + HOUR
    assert reminders.next_moment(NOW, Taste()) == NOW + 1.5 * HOUR


def test_a_promise_reminds_at_its_time_or_in_the_morning_of_its_day(desk: Desk, ana: int) -> None:
    owe(desk, ana, "call", TODAY + DAY, promised=True)
    owe(desk, ana, "ring back", TODAY, due_time="15:00")
    owe(desk, ana, "tidy", TODAY + DAY)                     # nobody was told so, and it has no time
    owe(desk, ana, "the drawings", TODAY + DAY, promised=True, theirs=True)
    assert [(reminder.what, reminder.at) for reminder in ahead()] == [
        ("ring back", NOW + 6 * HOUR), ("call", dt.datetime(2026, 11, 25, 8))]


def test_a_birthday_reminds_a_week_ahead(desk: Desk, ana: int) -> None:
    with desk.act("day.add"):
        special_days.add("birthday", 12, 2, customer=ana)
    (reminder,) = ahead()
    assert (reminder.at, reminder.day) == (dt.datetime(2026, 11, 25, 8), dt.date(2026, 12, 2))
    assert "Ana Ruiz" in reminders.title(reminder, TODAY)
    assert ahead(taste=Taste(ahead=1)) == []


def test_what_is_done_or_cancelled_reminds_of_nothing(desk: Desk, ana: int) -> None:
    done, cancelled = plan(desk, ana, NOW + 2 * HOUR), plan(desk, ana, NOW + 3 * HOUR)
    promise = owe(desk, ana, "call", TODAY, due_time="12:00", promised=True)
    with desk.act("visit.finish"):
        touchpoints.finish(done, now=NOW)
        touchpoints.cancel(cancelled, "ill", now=NOW)
        followups.finish(promise, now=NOW)
    assert ahead() == []
    assert reminders.next_moment(NOW, Taste()) == NOW + DAY


def test_each_of_us_is_reminded_of_their_own_and_of_what_is_no_ones(desk: Desk, ana: int) -> None:
    with desk.act("shop.set_up"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
    for hours, keeper in ((2, mira), (3, jonas), (4, None)):
        plan(desk, ana, NOW + hours * HOUR, keeper=keeper)
    assert [reminder.at.hour for reminder in ahead(taste=Taste(before=0, keeper=mira))] == [11, 13]


def test_nothing_reminds_of_those_who_left_or_died(desk: Desk, ana: int) -> None:
    plan(desk, ana, NOW + 2 * HOUR)
    owe(desk, ana, "call", TODAY, due_time="15:00", promised=True)
    with desk.act("day.add"):
        special_days.add("birthday", 12, 2, customer=ana)
    assert len(ahead()) == 3
    with desk.act("customer.gone"):
        farewells.customer_gone(ana, on=TODAY)
    assert ahead() == []
    desk.undo()
    with desk.act("person.add"):
        tad = people.add(ana, "Tad")
        owed = followups.add("a card", customer=ana, person=tad, due=TODAY, due_time="16:00")
    assert owed in [reminder.id for reminder in ahead()]
    with desk.act("person.gone"):
        farewells.person_gone(tad, "died", on=TODAY)
    assert owed not in [reminder.id for reminder in ahead()]


def test_a_reminder_carries_why_the_number_and_the_last_talk_and_nothing_private_while_someone_looks(
    desk: Desk, ana: int,
) -> None:
    with desk.act("contact.add"):
        contact_points.add("0151 496 0142", customer=ana)
    been = plan(desk, ana, NOW - 9 * DAY)
    with desk.act("visit.finish"):
        touchpoints.write(been, "said", "My knee is better")
        touchpoints.finish(been, now=NOW)
    plan(desk, ana, NOW + 2 * HOUR, title="Measure the bench")
    owe(desk, ana, "Ask about the knee", TODAY, due_time="15:00")
    visit, promise = ahead()
    assert reminders.title(visit, TODAY) == "Visit, today 11:00: Ana Ruiz"
    words = reminders.needed(visit, NOW)
    assert all(part in words for part in ("Measure the bench", "0151 496 0142", "My knee is better"))
    assert "knee" in reminders.title(promise, TODAY)
    for reminder in (visit, promise):
        aloud = reminders.title(reminder, TODAY, looking=True) + reminders.needed(reminder, NOW, looking=True)
        assert "knee" not in aloud and "bench" not in aloud
        assert "Ana Ruiz" in aloud and "0151 496 0142" in aloud


@pytest.fixture
def busy(desk: Desk, ana: int) -> Desk:
    """A desk with reminders of each kind over some days."""
    for days in range(4):
        plan(desk, ana, NOW + days * DAY + HOUR)
        owe(desk, ana, "call", TODAY + days * DAY, promised=True)
    return desk


def test_no_moment_is_told_twice_or_left_out_however_the_clock_is_looked_at(busy: Desk) -> None:
    @given(st.lists(st.integers(1, 4 * 24 * 60), max_size=12, unique=True))
    def holds(minutes: list[int]) -> None:
        moments = [NOW, *(NOW + dt.timedelta(minutes=n) for n in sorted(minutes)), NOW + 4 * DAY]
        told = [reminder for after, until in itertools.pairwise(moments)
                for reminder in reminders.between(after, until, Taste())]
        assert told == reminders.between(NOW, NOW + 4 * DAY, Taste())

    holds()
    assert len(reminders.between(NOW, NOW + 4 * DAY, Taste())) == 7
