"""A touchpoint with several customers: one more, one less, and our own."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, hosts, merging, people, timeline, touchpoints, visits
from lovedesk.shop.tables import Membership
from lovedesk.store.desk import Desk

TEN = dt.datetime(2026, 12, 1, 10, 0)


@pytest.fixture
def ben(desk: Desk) -> int:
    with desk.act("customer.add"):
        return customers.add("Ben Adler")


@pytest.fixture
def visit(desk: Desk, ana: int) -> int:
    with desk.act("visit.plan"):
        return touchpoints.plan([ana], TEN)


def names(visit: int) -> tuple[list[str], list[str]]:
    """Those whom it is with, and those who are met."""
    page = visits.page(visit)
    assert page is not None
    return [host.name for host in page.customers], [person.name for person in page.people]


def test_one_more_brings_their_people_and_one_less_takes_them_along(desk: Desk, visit: int, ana: int, ben: int) -> None:
    with desk.act("visit.add_customer"):
        hosts.add(visit, ben)
        hosts.add(visit, ben)
    assert names(visit) == (["Ana Ruiz", "Ben Adler"], ["Ana Ruiz", "Ben Adler"])
    assert [touch.id for touch in timeline.of_customer(ben)] == [visit]
    with desk.act("visit.remove_customer"):
        hosts.remove(visit, ana)
    assert names(visit) == (["Ben Adler"], ["Ben Adler"])
    with desk.act("visit.add_customer"):
        hosts.add(visit, ana)
    assert names(visit)[0] == ["Ana Ruiz", "Ben Adler"]
    for _times in range(3):
        desk.undo()
    assert names(visit) == (["Ana Ruiz"], ["Ana Ruiz"])


def test_who_is_at_both_customers_stays_when_one_goes(desk: Desk, visit: int, ana: int, ben: int) -> None:
    (person,) = [one.id for one in people.at(ana)]
    with desk.act("person.add"):
        Membership.create(customer=ben, person=person)
    with desk.act("visit.add_customer"):
        hosts.add(visit, ben)
        hosts.remove(visit, ana)
    assert names(visit) == (["Ben Adler"], ["Ben Adler", "Ana Ruiz"])


def test_the_last_one_stays_unless_it_is_our_own_by_its_title(desk: Desk, visit: int, ana: int) -> None:
    with pytest.raises(Refused, match="Whom"), desk.act("visit.remove_customer"):
        hosts.remove(visit, ana)
    with desk.act("visit.remove_customer"):
        touchpoints.write(visit, "title", "The fair")
        hosts.remove(visit, ana)
    assert names(visit) == ([], [])
    with pytest.raises(Refused, match="few words"), desk.act("visit.write"):
        touchpoints.write(visit, "title", " ")


def test_nobody_is_added_who_is_gone_and_nothing_to_a_visit_that_is(desk: Desk, visit: int, ana: int, ben: int) -> None:
    with desk.act("customer.trash"):
        customers.trash(ben)
    with pytest.raises(Refused, match="trash"), desk.act("visit.add_customer"):
        hosts.add(visit, ben)
    with desk.act("visit.trash"):
        touchpoints.trash(visit)
    for change in (hosts.add, hosts.remove):
        with pytest.raises(Refused, match="trash"), desk.act("visit.add_customer"):
            change(visit, ana)


def test_one_who_was_merged_is_removed_as_who_they_are_now(desk: Desk, visit: int, ana: int, ben: int) -> None:
    with desk.act("visit.add_customer"):
        hosts.add(visit, ben)
    with desk.act("customer.add"):
        benno = customers.add("Benno Adler")
    with desk.act("customer.merge"):
        merging.merge("customer", ben, benno)
    with desk.act("visit.remove_customer"):
        hosts.remove(visit, benno)
    assert names(visit)[0] == ["Ana Ruiz"]
