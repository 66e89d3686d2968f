"""Days near a visit, in words."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import days_near, people, special_days, touchpoints
from lovedesk.store.desk import Desk

DAY = dt.date(2026, 12, 20)


@pytest.mark.parametrize(("day", "words"), [
    (("birthday", 12, 24, 1986, True), "Ana Ruiz turns 40"),
    (("birthday", 1, 4, None, True), "Ana Ruiz’s birthday"),
    (("company", 12, 20, 2016, False), "Company day, 10 years"),
    (("anniversary", 1, 20, None, True), "Anniversary, Ana Ruiz"),
])
def test_a_day_within_a_month_is_said_in_words(
        desk: Desk, ana: int, day: tuple[str, int, int, int | None, bool], words: str) -> None:
    kind, month, number, year, about_person = day
    whose = {"person": people.at(ana)[0].id} if about_person else {"customer": ana}
    with desk.act("day.add"):
        special_days.add(kind, month, number, year=year, **whose)
    assert [entry.text for entry in days_near.near(ana, DAY, [])] == [words]


def test_a_day_further_away_or_past_is_not_near(desk: Desk, ana: int) -> None:
    with desk.act("day.add"):
        for month, day in ((12, 19), (1, 21)):
            special_days.add("birthday", month, day, customer=ana)
    assert days_near.near(ana, DAY, []) == []


@pytest.mark.parametrize(("channel", "words"), [("call", "Our next call"), ("letter", "We are in touch again")])
def test_the_next_touch_is_named_by_its_channel(desk: Desk, ana: int, channel: str, words: str) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime(2027, 4, 1, 9), channel=channel)
        touchpoints.plan([ana], dt.datetime(2026, 12, 20, 9))
    assert [entry.text for entry in days_near.near(ana, DAY, [])] == [words]
