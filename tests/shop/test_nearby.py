from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.shop import group_plans, nearby, series, touchpoints
from lovedesk.store.desk import Desk
from tests.conftest import TODAY


@pytest.mark.parametrize(("address", "places"), [
    ("12 High St\nStockport\nSK1 4AB", {"sk1", "stockport"}), ("12 High St\nStockport SK1 4AB", {"sk1", "stockport"}),
    ("Hauptstr. 5\n80331 München", {"80331", "munchen"}),
    ("1 Main St\nSpringfield, IL 62704", {"62704", "springfield"}),
    ("1234 Main St\nSpringfield", {"springfield"}), ("12 Hill Lane, Saltmouth", {"saltmouth"}),
    ("Hauptstr 5, 8001 Zürich, Switzerland", {"8001", "zurich"}), ("80331 München", {"80331"}),
    ("somewhere", set()), ("", set())])
def test_town_and_postcode_are_read_from_an_address(address: str, places: set[str]) -> None:
    assert nearby.places(address) == places


def test_a_visit_that_repeats_is_a_stop_each_time(desk: Desk, ana: int) -> None:
    monday = dt.datetime(2026, 11, 30, 9)
    with desk.act("series.begin"):
        series.repeat(touchpoints.plan([ana], monday), "FREQ=WEEKLY")
    found = nearby.stops(TODAY, TODAY + dt.timedelta(15))
    assert [(stop.start, stop.customer) for stop in found] == [(monday, ana), (monday + dt.timedelta(7), ana)]
    assert monday + dt.timedelta(7) in group_plans.taken_slots(TODAY, TODAY + dt.timedelta(15))


@given(st.text())
def test_whatever_stands_there_is_no_mishap(address: str) -> None:
    assert "" not in nearby.places(address) or address
