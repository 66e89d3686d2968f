"""One touch with several customers, planned or logged by a typed line."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, timeline, together, visits
from lovedesk.shop.visits import VisitPage
from lovedesk.store.desk import Desk


@pytest.fixture
def both(desk: Desk, ana: int) -> list[int]:
    with desk.act("customer.add"):
        return [ana, customers.add("Ben Adler")]


def page(touchpoint: int) -> VisitPage:
    found = visits.page(touchpoint)
    assert found is not None
    return found


def test_a_barbecue_is_planned_with_all_of_them_and_stands_with_each(desk: Desk, both: list[int]) -> None:
    with desk.act("visit.plan"):
        barbecue = together.plan(both, "barbecue Sat 5 Dec at 14:00", now=desk.now())
    assert (page(barbecue).title, page(barbecue).start, page(barbecue).days) == (
        "Barbecue", dt.datetime(2026, 12, 5, 14), 0)
    assert [host.id for host in page(barbecue).customers] == both
    assert all([touch.id for touch in timeline.of_customer(one)] == [barbecue] for one in both)
    desk.undo()
    assert all(timeline.of_customer(one) == [] for one in both)


def test_a_day_without_a_time_is_a_whole_day_and_without_a_day_it_is_refused(desk: Desk, both: list[int]) -> None:
    with desk.act("visit.plan"):
        fair = together.plan(both, "5 Dec: the fair", now=desk.now())
    assert (page(fair).title, page(fair).start, page(fair).days) == ("The fair", dt.datetime(2026, 12, 5), 1)
    with pytest.raises(Refused, match="which day"), desk.act("visit.plan"):
        together.plan(both, "the fair", now=desk.now())


def test_what_has_been_is_logged_for_all_on_its_day_or_now(desk: Desk, both: list[int]) -> None:
    with desk.act("visit.log"):
        fair = together.log(both, "yesterday: the fair", now=desk.now())
        coffee = together.log(both, "coffee", now=desk.now())
    assert (page(fair).start, page(fair).title) == (dt.datetime(2026, 11, 23, 12), "The fair")
    assert page(fair).done_at is not None and page(coffee).start == desk.now()
    with pytest.raises(Refused, match="not been"), desk.act("visit.log"):
        together.log(both, "tomorrow: coffee", now=desk.now())


def test_more_than_one_touch_holds_are_refused(desk: Desk, both: list[int]) -> None:
    for verb in (together.plan, together.log):
        with pytest.raises(Refused, match="at most 300"), desk.act("visit.plan"):
            verb(list(range(301)), "today at 8 the fair", now=desk.now())
