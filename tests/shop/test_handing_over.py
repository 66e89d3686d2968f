"""Handing over: a day or a customer goes to the other one of us, whole, in one action."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, followups, handing_over, series, shops, timeline, touchpoints
from lovedesk.store.desk import Desk

THURSDAY = dt.date(2026, 11, 26)
NOW = dt.datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def two(desk: Desk) -> tuple[int, int]:
    """Mira and Jonas."""
    with desk.act("shop.set_up"):
        return shops.add_keeper("Mira"), shops.add_keeper("Jonas")


def plan(desk: Desk, customer: int, day: dt.date, hour: int, keeper: int | None) -> int:
    with desk.act("visit.plan"):
        return touchpoints.plan([customer], dt.datetime.combine(day, dt.time(hour)), keeper=keeper)


def owe(desk: Desk, customer: int, day: dt.date, keeper: int | None) -> int:
    with desk.act("followup.add"):
        return followups.add("call", customer=customer, due=day, keeper=keeper)


def keepers_of(day: dt.date) -> list[str]:
    return [touch.keeper for touch in timeline.of_day(day)] + [due.keeper for due in followups.between(day, day)]


def test_a_day_goes_over_with_all_that_is_open_of_hers_and_comes_back(
    desk: Desk, ana: int, two: tuple[int, int],
) -> None:
    mira, jonas = two
    done = plan(desk, ana, THURSDAY, 8, mira)
    with desk.act("visit.went_fine"):
        touchpoints.finish(done, now=NOW)
    for hour, keeper in ((9, mira), (11, None), (14, jonas)):
        plan(desk, ana, THURSDAY, hour, keeper)
    plan(desk, ana, THURSDAY + dt.timedelta(1), 9, mira)
    owe(desk, ana, THURSDAY, mira)
    assert len(handing_over.load(THURSDAY, mira).touches) == 1
    with desk.act("day.hand_over"):
        assert handing_over.hand_over_day(THURSDAY, mira, jonas) == 2
    assert keepers_of(THURSDAY) == ["Mira", "Jonas", "", "Jonas", "Jonas"]
    assert keepers_of(THURSDAY + dt.timedelta(1)) == ["Mira"]
    desk.undo()
    assert keepers_of(THURSDAY) == ["Mira", "Mira", "", "Jonas", "Mira"]


def test_a_day_without_anything_or_to_nobody_is_refused(desk: Desk, ana: int, two: tuple[int, int]) -> None:
    mira, jonas = two
    with pytest.raises(Refused, match="Nothing is open"), desk.act("day.hand_over"):
        handing_over.hand_over_day(THURSDAY, mira, jonas)
    plan(desk, ana, THURSDAY, 9, mira)
    for taker in (mira, 7):
        with pytest.raises(Refused, match="Who takes it over"), desk.act("day.hand_over"):
            handing_over.hand_over_day(THURSDAY, mira, taker)
    assert keepers_of(THURSDAY) == ["Mira"]


def test_a_customer_goes_over_with_all_that_is_open_and_what_has_been_stays(
    desk: Desk, ana: int, two: tuple[int, int],
) -> None:
    mira, jonas = two
    with desk.act("customer.hand_over"):
        handing_over.hand_over_customer(ana, mira)
    been = plan(desk, ana, THURSDAY, 8, mira)
    with desk.act("visit.went_fine"):
        touchpoints.finish(been, now=NOW)
    plan(desk, ana, THURSDAY, 9, mira)
    owe(desk, ana, THURSDAY, None)
    with desk.act("customer.hand_over"):
        assert handing_over.hand_over_customer(ana, jonas) == 2
    assert customers.keeper(ana) == jonas
    assert keepers_of(THURSDAY) == ["Mira", "Jonas", "Jonas"]
    desk.undo()
    assert (customers.keeper(ana), keepers_of(THURSDAY)) == (mira, ["Mira", "Mira", ""])


def test_a_customer_goes_to_nobody_who_is_not_of_the_shop(desk: Desk, ana: int) -> None:
    with pytest.raises(Refused, match="Who takes it over"), desk.act("customer.hand_over"):
        handing_over.hand_over_customer(ana, 7)
    assert customers.keeper(ana) is None


def test_what_repeats_goes_over_for_that_day_alone(desk: Desk, ana: int, two: tuple[int, int]) -> None:
    mira, jonas = two
    first = plan(desk, ana, THURSDAY - dt.timedelta(7), 9, mira)
    with desk.act("series.repeat"):
        series.repeat(first, "FREQ=WEEKLY")
    assert keepers_of(THURSDAY) == ["Mira"]
    with desk.act("day.hand_over"):
        assert handing_over.hand_over_day(THURSDAY, mira, jonas) == 1
    assert keepers_of(THURSDAY) == ["Jonas"]
    assert keepers_of(THURSDAY + dt.timedelta(7)) == ["Mira"]
    desk.undo()
    assert keepers_of(THURSDAY) == ["Mira"]


def test_what_repeats_with_a_customer_goes_over_with_them_and_stays_one_rule(
    desk: Desk, ana: int, two: tuple[int, int],
) -> None:
    mira, jonas = two
    with desk.act("customer.hand_over"):
        handing_over.hand_over_customer(ana, mira)
    first = plan(desk, ana, THURSDAY, 9, mira)
    with desk.act("series.repeat"):
        series.repeat(first, "FREQ=WEEKLY")
        series.repeat_followup(followups.add("call", customer=ana, due=THURSDAY), "FREQ=WEEKLY")
    weeks = [THURSDAY + dt.timedelta(7 * n) for n in range(3)]
    with desk.act("customer.hand_over"):
        handing_over.hand_over_customer(ana, jonas)
    assert [keepers_of(day) for day in weeks] == [["Jonas", "Jonas"]] * 3
    desk.undo()
    assert [keepers_of(day) for day in weeks] == [["Mira", ""]] * 3
