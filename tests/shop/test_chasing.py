"""How often they had to chase us, within a year."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import chasing, customers, touchpoints
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

NOW = dt.datetime.combine(TODAY, dt.time(9))


def called(desk: Desk, *whom: int, days: int = 1, done: bool = True) -> int:
    with desk.act("visit.plan"):
        touchpoint = touchpoints.plan(list(whom), NOW - dt.timedelta(days), channel="call")
        if done:
            touchpoints.finish(touchpoint, now=NOW)
        chasing.set_chased(touchpoint, True)
    return touchpoint


def test_it_is_counted_for_each_and_for_the_shop(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        ben = customers.add("Ben")
    called(desk, ana)
    called(desk, ana, ben, days=30)
    called(desk, ana, days=400)
    called(desk, ana, done=False)
    assert (chasing.times_of(ana, today=TODAY), chasing.times_of(ben, today=TODAY)) == (2, 1)
    assert chasing.times(today=TODAY) == 2
    assert chasing.by_customer(today=TODAY) == [chasing.Chaser(ana, "Ana Ruiz", 2), chasing.Chaser(ben, "Ben", 1)]


def test_it_is_taken_back(desk: Desk, ana: int) -> None:
    call = called(desk, ana)
    assert chasing.is_chased(call)
    with desk.act("visit.set_chased"):
        chasing.set_chased(call, False)
    assert (chasing.is_chased(call), chasing.times(today=TODAY), chasing.by_customer(today=TODAY)) == (False, 0, [])
    desk.undo()
    assert chasing.times_of(ana, today=TODAY) == 1


def test_of_what_is_gone_it_is_refused_and_not_counted(desk: Desk, ana: int) -> None:
    with pytest.raises(Refused), desk.act("visit.set_chased"):
        chasing.set_chased(1, True)
    call = called(desk, ana)
    with desk.act("visit.trash"):
        touchpoints.trash(call)
    assert (chasing.times_of(ana, today=TODAY), chasing.is_chased(call)) == (0, False)
