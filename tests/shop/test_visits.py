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


def test_family_could_be_met_at_home_and_at_a_business_only_who_was_chosen(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        cafe = customers.add("Café Halcyon", kind="business")
        owner = people.add(cafe, "Xiomara")
        son = people.add(cafe, "Leo", role="son", of_person=owner)
        people.add(ana, "Ben", role="husband", of_person=people.at(ana)[0].id)
        people.add(ana, "Biscuit", role="dog", of_person=people.at(ana)[0].id)
        home, shop = touchpoints.plan([ana], NINE), touchpoints.plan([cafe], NINE)
    assert [(met.name, met.chosen, met.family) for met in visits.people_choices(home)] == [
        ("Ana Ruiz", True, False), ("Ben", False, True)]
    assert [met.name for met in visits.people_choices(shop)] == ["Xiomara"]
    with desk.act("visit.change"):
        touchpoints.set_people(shop, [owner, son])
    assert [(met.name, met.family) for met in visits.people_choices(shop)] == [("Xiomara", False), ("Leo", True)]
