"""What a time of a repeating visit takes from its pattern."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from lovedesk.shop import customers, items, months, series, taking_up, touchpoints, visits
from lovedesk.shop.tables import TouchpointPerson
from lovedesk.store.desk import Desk
from lovedesk.store.ids import new_ids


def test_whom_each_time_is_with_stands_in_the_order_of_the_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lovedesk.store.ids.time", SimpleNamespace(time_ns=int))    # all within one millisecond
    with desk.act("customer.add"):
        whom = [customers.add(name) for name in ("Zoe", "Ben", "Mia", "Abe", "Kim")]
    with desk.act("visit.plan"):
        first = touchpoints.plan(whom, dt.datetime(2026, 12, 1, 10), channel="visit")
    with desk.act("series.repeat"):
        series.repeat(first, "FREQ=WEEKLY;COUNT=4")
    entries = months.month(dt.date(2026, 12, 1), dt.date(2026, 12, 31))
    assert [entry.customer for entry in entries] == ["Zoe"] * 4


def test_copies_lie_in_the_order_of_what_is_copied_and_never_twice() -> None:
    rows = range(first := new_ids(8), first + 8)
    copies = [taking_up.copy_of(TouchpointPerson, row, target) for target in new_targets() for row in rows]
    assert [copies[at:at + 8] for at in range(0, len(copies), 8)] == [
        sorted(copies[at:at + 8]) for at in range(0, len(copies), 8)]
    assert len(set(copies)) == len(copies)


def new_targets() -> range:
    """The ids of many visits."""
    return range(first := new_ids(500), first + 500)


@pytest.mark.parametrize("year", [2026, 2041])
def test_an_item_of_a_time_without_a_row_is_known_by_its_id(
        desk: Desk, ana: int, year: int) -> None:
    with desk.act("visit.plan"):
        first = touchpoints.plan([ana], dt.datetime(2026, 12, 1, 10))
        items.add(first, "bring", "Wax")
    with desk.act("series.repeat"):
        series.repeat(first, "FREQ=WEEKLY")
    entry = months.month(dt.date(year, 12, 8), dt.date(year, 12, 14))[0]
    page = visits.page(entry.id)
    assert page is not None
    with desk.act("item.tick"):
        items.tick(page.items[0].id, on=True, now=desk.now())
    after = visits.page(entry.id)
    assert after is not None
    assert [(item.id, item.ticked) for item in after.items] == [(page.items[0].id, True)]
    desk.undo()
    with desk.act("item.tick"):
        items.tick(page.items[0].id, on=True, now=desk.now())
    assert [item.ticked for item in items.of(entry.id)] == [True]
    assert [item.ticked for item in items.of(first)] == [False]
