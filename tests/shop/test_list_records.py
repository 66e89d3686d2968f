from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import contact_points, customers, list_records, people, touchpoints
from lovedesk.store.desk import Desk


def test_a_printed_line_has_people_numbers_and_the_last_touch(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business")
        xiomara = people.add(cafe, "Xiomara Reyes")
        contact_points.add("0151 496 0001", kind="phone", person=xiomara)
        contact_points.add("0151 496 0002", kind="phone", customer=cafe, preferred=True)
        contact_points.add("0151 496 0003", kind="phone", customer=cafe)
        visit = touchpoints.plan([cafe], dt.datetime(2026, 11, 2, 10))
        touchpoints.finish(visit, now=desk.now())
    record = list_records.sheet([cafe, ana], "Round", "#north", now=desk.now())
    assert [tuple(line) for line in record.lines] == [
        ("Café Halcyon", "Xiomara Reyes", ("0151 496 0002", "0151 496 0003"), dt.date(2026, 11, 2)),
        ("Ana Ruiz", "", (), None)]
    assert (record.title, record.terms) == ("Round", "#north")


def test_more_than_paper_holds_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="Narrow them"):
        list_records.sheet(range(list_records.MOST + 1), "All", "", now=desk.now())
