"""The packing list of a day: like things counted together, with whom each is for, ticked at all of them."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import customers, items, packing, series, touchpoints
from lovedesk.shop.packing import Packed
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
DAY = NOW.date()


@pytest.fixture
def visits(desk: Desk, ana: int) -> list[int]:
    """Two visits of a day, Bo's before Ana's, and one of the next day."""
    with desk.act("customer.add"):
        bo = customers.add("Bo")
    with desk.act("visit.plan"):
        return [touchpoints.plan([ana], NOW.replace(hour=15)), touchpoints.plan([bo], NOW.replace(hour=10)),
                touchpoints.plan([bo], NOW + dt.timedelta(1))]


def bring(desk: Desk, visit: int, *texts: str, kind: str = "bring") -> None:
    with desk.act("item.add"):
        for text in texts:
            items.add(visit, kind, text)


def told(packed: list[Packed]) -> list[tuple[str, int, list[str]]]:
    return [(one.text, one.many, one.whose) for one in packed]


def test_what_is_brought_over_a_day_is_one_list_in_its_order(desk: Desk, visits: list[int]) -> None:
    ana, bo, tomorrow = visits
    bring(desk, ana, "A jar of wax", "Colour fan")
    bring(desk, bo, "colour fan.", "Felt")
    bring(desk, bo, "Sing", kind="do")
    bring(desk, tomorrow, "Felt")
    assert told(packing.of_day(DAY)) == [("colour fan.", 2, ["Bo", "Ana Ruiz"]), ("Felt", 1, ["Bo"]),
                                         ("A jar of wax", 1, ["Ana Ruiz"])]


def test_an_amount_that_is_written_with_a_cross_counts_and_a_size_does_not(desk: Desk, visits: list[int]) -> None:
    ana, bo, _tomorrow = visits
    bring(desk, ana, "2 x brass hinge", "4 mm drill")
    bring(desk, bo, "3× brass hinge", "4 mm drill", "x")
    assert told(packing.of_day(DAY))[:2] == [("brass hinge", 5, ["Bo", "Ana Ruiz"]),
                                             ("4 mm drill", 2, ["Bo", "Ana Ruiz"])]


def test_a_thing_is_ticked_at_all_whom_it_is_for_and_unticked_and_taken_back(desk: Desk, visits: list[int]) -> None:
    for visit in visits[:2]:
        bring(desk, visit, "Colour fan")
    (fan,) = packing.of_day(DAY)
    with desk.act("item.tick"):
        items.tick(fan.items[0][1], on=True, now=NOW)
    assert [one.ticked for one in packing.of_day(DAY)] == [False]
    with desk.act("item.tick"):
        packing.tick(fan, on=True, now=NOW)
    assert [one.ticked for one in packing.of_day(DAY)] == [True]
    assert all(items.of(visit)[0].ticked for visit in visits[:2])
    desk.undo()
    assert [items.of(visit)[0].ticked for visit in visits[:2]] == [False, True]
    with desk.act("item.tick"):
        packing.tick(fan, on=False, now=NOW)
    assert not any(items.of(visit)[0].ticked for visit in visits[:2])


def test_nothing_is_packed_for_what_is_done_cancelled_or_someone_elses(desk: Desk, visits: list[int]) -> None:
    for visit in visits:
        bring(desk, visit, "Felt")
    ana, bo, _tomorrow = visits
    with desk.act("visit.finish"):
        touchpoints.finish(ana, now=NOW)
    with desk.act("visit.cancel"):
        touchpoints.cancel(bo, "ill", now=NOW)
    assert packing.of_day(DAY) == []
    assert told(packing.of_day(DAY + dt.timedelta(1))) == [("Felt", 1, ["Bo"])]


def test_what_a_time_of_what_repeats_brings_is_packed_on_that_day_alone(desk: Desk, visits: list[int]) -> None:
    ana, _bo, tomorrow = visits
    bring(desk, ana, "Wax")
    bring(desk, tomorrow, "Wax")
    with desk.act("series.repeat"):
        series.repeat(ana, "FREQ=DAILY;COUNT=3")
    (wax,) = packing.of_day(DAY + dt.timedelta(1))
    assert wax[:3] == ("Wax", 2, ["Bo", "Ana Ruiz"])
    with desk.act("item.tick"):
        packing.tick(wax, on=True, now=NOW)
    assert [[one.ticked for one in packing.of_day(DAY + dt.timedelta(days))] for days in range(3)] == [
        [False], [True], [False]]
    desk.undo()
    assert not any(one.ticked for days in range(3) for one in packing.of_day(DAY + dt.timedelta(days)))
