"""Two that cannot be made one: themselves, one in the trash, both ways; a circle that two laptops made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import archive, customers, details, links, merging, people, search
from lovedesk.shop.tables import Customer
from lovedesk.store.desk import Desk
from tests.bad_input.hands import Run, one_sentence, stored


@pytest.fixture
def cy(desk: Desk) -> int:
    """A customer beside Ana."""
    with desk.act("customer.add"):
        return customers.add("Cy Okafor")


def test_a_customer_is_not_made_one_with_itself_or_with_nobody(run: Run, intact: Callable[[], bool]) -> None:
    assert run("add", "customer Cy Okafor")[0] == 0
    before = stored(run)
    for this, into in (("Cy Okafor", "Cy Okafor"), ("Cy Okafor", "Nobody Here"), ("Nobody Here", "Cy Okafor")):
        code, _out, err = run("merge", this, into)
        assert (code, one_sentence(err)) == (1, True), err
    assert stored(run) == before
    assert intact()


def test_both_ways_the_second_is_refused_and_undo_brings_both_back(run: Run, intact: Callable[[], bool]) -> None:
    assert run("add", "customer Cy Okafor")[0] == 0
    before = stored(run)
    assert run("merge", "Cy Okafor", "Ben Stored")[0] == 0
    assert list(stored(run)) == ["Ben Stored"]
    code, _out, err = run("merge", "Ben Stored", "Cy Okafor")
    assert (code, one_sentence(err)) == (1, True), err
    assert run("undo")[0] == 0
    assert stored(run) == before
    assert intact()


def test_nobody_is_made_one_with_one_in_the_trash(desk: Desk, ana: int, cy: int) -> None:
    with desk.act("customer.trash"):
        customers.trash(cy)
    for this, into in ((ana, cy), (cy, ana)):
        with pytest.raises(Refused), desk.act("customer.merge"):
            merging.merge("customer", this, into)
    assert customers.ids() == [ana]
    assert desk.check() == []


def test_two_laptops_that_merged_two_both_ways_show_one_with_all_of_both(desk: Desk, ana: int, cy: int) -> None:
    with desk.act("detail.add"):
        details.add("Likes oak", topic="taste", customer=ana)
        details.add("Opens late", topic="process", customer=cy)
    with desk.act("customer.merge"):
        for this, into in ((ana, cy), (cy, ana)):
            Customer.update(merged_into=into).where(Customer.id == this).execute()
    (one,) = customers.ids()
    assert {detail.text for detail in details.of(one)} == {"Likes oak", "Opens late"}
    assert search.customers("oak").ids == search.customers("late").ids == [one]
    (exported,) = archive.export()["customers"]
    assert {detail["text"] for detail in exported["details"]} == {"Likes oak", "Opens late"}
    assert desk.check() == []
    desk.undo()
    assert set(customers.ids()) == {ana, cy}


def test_a_circle_of_links_of_people_and_customers_is_shown_and_erased(
    desk: Desk, ana: int, cy: int, tmp_path: Path,
) -> None:
    person = people.at(ana)[0].id
    with desk.act("link.add"):
        links.add("friend of", from_customer=ana, to_customer=cy)
        links.add("introduced by", from_customer=cy, to_customer=ana)
        with pytest.raises(Refused):
            links.add("friend of", from_customer=ana, to_customer=ana)
        with pytest.raises(Refused):
            links.add("friend of", from_person=person, to_person=person)
    assert len(links.of(ana)) == len(links.of(cy)) == 2
    with desk.act("customer.merge"):
        merging.merge("customer", ana, cy)
    assert links.of(cy) == []
    assert desk.check() == []
