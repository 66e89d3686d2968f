"""A touchpoint's own page."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import customers, people, touchpoints, visits
from lovedesk.store.desk import Desk

NINE = dt.datetime(2026, 11, 24, 9, 0)


def test_a_visit_that_never_was_has_no_page(desk: Desk) -> None:
    assert visits.page(1) is None
    assert visits.host(1) is None


def test_a_page_loses_a_customer_who_is_gone_and_ends_with_the_last(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        ben = customers.add("Ben Adler")
        visit = touchpoints.plan([ben, ana], NINE)
    assert [host.name for host in visits.customers(visit)] == ["Ben Adler", "Ana Ruiz"]
    with desk.act("customer.trash"):
        customers.trash(ben)
    page = visits.page(visit)
    assert page is not None and [host.name for host in page.customers] == ["Ana Ruiz"]
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert visits.page(visit) is None


def test_people_stand_in_their_customers_order_with_their_role(desk: Desk) -> None:
    with desk.act("visit.plan"):
        cafe = customers.add("Café Halcyon", kind="business")
        for name, role in (("Xiomara", "Owner"), ("Tad", "Baker")):
            people.add(cafe, name, role=role, say=name.lower())
        visit = touchpoints.plan([cafe], NINE, people=[people.at(cafe)[1].id])
    assert [(met.name, met.role, met.say, met.chosen) for met in visits.people_choices(visit)] == [
        ("Xiomara", "Owner", "xiomara", False), ("Tad", "Baker", "tad", True)]
