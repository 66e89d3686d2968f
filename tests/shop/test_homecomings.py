"""A year since something came home: in the calendar, on Today and on the sheet, of those who are with us."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import customers, days_near, homecomings, jobs, months, shops, special_days
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9)
HOME = dt.date(2027, 11, 24)
WORDS = "A year since it came home: Reading chair"


@pytest.fixture
def chair(desk: Desk, ana: int) -> int:
    """A reading chair that came home today."""
    with desk.act("job.add"):
        return jobs.add("Reading chair", customer=ana, now=NOW, stage="delivered")


def test_days_of_theirs_come_in_the_order_of_their_days(desk: Desk, ana: int, chair: int) -> None:
    with desk.act("day.add"):
        special_days.add("birthday", 12, 3, customer=ana)
    found = months.days_of_theirs(HOME - dt.timedelta(1), HOME + dt.timedelta(30))
    assert [entry.title for entry in found] == [WORDS, "Ana Ruiz"]


def test_its_day_comes_back_once(ana: int, chair: int) -> None:
    found, = months.days_of_theirs(HOME, HOME)
    assert (found.day, found.kind, found.title, found.customer_id, found.customer) == (
        HOME, months.DAY, WORDS, ana, "Ana Ruiz")
    assert [near.text for near in days_near.near(ana, HOME - dt.timedelta(31), [])] == [WORDS]
    assert days_near.near(ana, HOME - dt.timedelta(32), []) == []
    assert months.days_of_theirs(NOW.date(), HOME - dt.timedelta(1)) == []
    assert months.days_of_theirs(HOME + dt.timedelta(1), dt.date(2029, 1, 1)) == []
    assert homecomings.between(HOME, HOME, customer=ana + 1) == []


@pytest.mark.parametrize("standing", ["gone", "other"])
def test_nothing_reminds_of_those_who_are_gone(desk: Desk, ana: int, chair: int, standing: str) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(ana, standing)
    assert months.days_of_theirs(HOME, HOME) == []


@pytest.mark.parametrize(("on_first", "day"), [(False, dt.date(2025, 2, 28)), (True, dt.date(2025, 3, 1))])
def test_a_leap_day_lies_where_the_shop_chose(desk: Desk, ana: int, on_first: bool, day: dt.date) -> None:
    with desk.act("job.add"):
        shops.set_up("Tansy & Thread")
        shops.set_leap_day(on_first=on_first)
        jobs.set_stage(jobs.add("Stool", customer=ana, now=NOW), "delivered", now=NOW, on=dt.date(2024, 2, 29))
    assert [home.day for home in homecomings.between(dt.date(2025, 1, 1), dt.date(2025, 12, 31))] == [day]
