"""What a time of a repeating visit takes from its pattern."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from lovedesk.shop import customers, months, series, taking_up, touchpoints
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
