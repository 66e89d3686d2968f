"""Links between customers and people, a word for each direction, read on both pages."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, links, people
from lovedesk.shop.tables import Customer
from lovedesk.store.desk import Desk


@pytest.fixture
def ben(desk: Desk) -> int:
    with desk.act("customer.add"):
        return customers.add("Ben Ruiz")


@pytest.fixture
def cafe(desk: Desk) -> int:
    with desk.act("customer.add"):
        customer = customers.add("Café Halcyon", kind="business")
        people.add(customer, "Xiomara Reyes", role="Owner")
    return customer


def read(customer: int) -> list[tuple[str, str, str]]:
    return [(link.whose, link.word, link.other.name) for link in links.of(customer)]


def test_a_link_is_read_on_both_pages_in_the_words_of_each_side(desk: Desk, ana: int, ben: int) -> None:
    with desk.act("link.add"):
        links.add("introduced by", from_customer=ana, to_customer=ben)
    assert read(ana) == [("", "introduced by", "Ben Ruiz")]
    assert read(ben) == [("", "introduced", "Ana Ruiz")]
    assert desk.undo() is not None
    assert (read(ana), read(ben)) == ([], [])


def test_a_person_at_a_business_has_links_of_their_own(desk: Desk, ana: int, cafe: int) -> None:
    xiomara = people.at(cafe)[0].id
    with desk.act("link.add"):
        links.add("sister of", back="brother of", from_person=xiomara, to_customer=ana)
        links.add("neighbour of", from_customer=ana, to_person=xiomara)
    assert read(cafe) == [("Xiomara Reyes", "neighbour of", "Ana Ruiz"), ("Xiomara Reyes", "sister of", "Ana Ruiz")]
    assert read(ana) == [("", "brother of", "Xiomara Reyes"), ("", "neighbour of", "Xiomara Reyes")]
    assert {(link.other.customer, link.other.at) for link in links.of(ana)} == {(cafe, "Café Halcyon")}


@pytest.mark.parametrize(("word", "back"), [*links.pairs(), ("Introduced by", "introduced"), ("fan of", "")])
def test_offered_words_know_their_other_direction(word: str, back: str) -> None:
    assert links.back_of(word) == back


def test_a_word_of_their_own_is_the_same_in_both_directions(desk: Desk, ana: int, ben: int) -> None:
    with desk.act("link.add"):
        links.add("plays chess with", from_customer=ana, to_customer=ben)
    assert [read(ana)[0][1], read(ben)[0][1]] == ["plays chess with"] * 2


def test_the_same_link_again_from_either_side_is_the_one_that_is_there(desk: Desk, ana: int, ben: int) -> None:
    with desk.act("link.add"):
        first = links.add("introduced by", from_customer=ana, to_customer=ben)
        again = links.add("introduced by", from_customer=ana, to_customer=ben)
        back = links.add("introduced", from_customer=ben, to_customer=ana)
        other = links.add("neighbour of", from_customer=ana, to_customer=ben)
    assert (again, back) == (first, first)
    assert other != first


def test_a_cycle_is_harmless(desk: Desk, ana: int, ben: int, cafe: int) -> None:
    with desk.act("link.add"):
        for one, other in ((ana, ben), (ben, cafe), (cafe, ana)):
            links.add("introduced by", from_customer=one, to_customer=other)
    assert read(ana) == [("", "introduced", "Café Halcyon"), ("", "introduced by", "Ben Ruiz")]


def test_words_are_changed_as_they_are_read_on_either_page(desk: Desk, ana: int, ben: int) -> None:
    with desk.act("link.add"):
        link = links.add("introduced by", from_customer=ana, to_customer=ben)
    with desk.act("link.change"):
        links.change(link, ben, "landlord of")
    assert [read(ana)[0][1], read(ben)[0][1]] == ["tenant of", "landlord of"]
    with desk.act("link.change"):
        links.change(link, ana, "client of", "accountant of")
    assert [read(ana)[0][1], read(ben)[0][1]] == ["client of", "accountant of"]


def test_a_link_goes_with_either_end_and_comes_back(desk: Desk, ana: int, ben: int) -> None:
    with desk.act("link.add"):
        link = links.add("introduced by", from_customer=ana, to_customer=ben)
    with desk.act("customer.trash"):
        customers.trash(ben)
    assert read(ana) == []
    with desk.act("trash.take_back"):
        customers.take_from_trash(ben)
    assert read(ana) == [("", "introduced by", "Ben Ruiz")]
    with desk.act("link.trash"):
        links.trash(link)
    assert read(ana) == []
    with pytest.raises(Refused, match="not here any more"), desk.act("link.trash"):
        links.trash(link)


def test_what_was_merged_together_is_no_link_any_more(desk: Desk, ana: int, ben: int, cafe: int) -> None:
    with desk.act("link.add"):
        links.add("introduced by", from_customer=ana, to_customer=ben)
        links.add("neighbour of", from_customer=ben, to_customer=cafe)
    with desk.act("customer.change"):
        Customer.update(merged_into=ana).where(Customer.id == ben).execute()
    assert read(ana) == [("", "neighbour of", "Café Halcyon")]
    assert read(cafe) == [("", "neighbour of", "Ana Ruiz")]
    assert desk.undo() is not None
    assert read(ana) == [("", "introduced by", "Ben Ruiz")]


def test_what_makes_no_link_is_refused(desk: Desk, ana: int, ben: int) -> None:
    for word, to, why in (("", ben, "What are they"), ("neighbour of", ana, "someone else"), ("x", 4711, "not here")):
        with pytest.raises(Refused, match=why), desk.act("link.add"):
            links.add(word, from_customer=ana, to_customer=to)
    with pytest.raises(Refused, match="With whom"), desk.act("link.add"):
        links.add("neighbour of", from_customer=ana)
    assert read(ana) == []


def test_a_few_letters_find_customers_and_people_at_businesses(desk: Desk, ana: int, ben: int, cafe: int) -> None:
    assert [end.name for end in links.ends("rui", besides=ana)] == ["Ben Ruiz"]
    assert [(end.name, end.at) for end in links.ends("xio", besides=ana)] == [("Xiomara Reyes", "Café Halcyon")]
    assert [end.name for end in links.ends("halc", besides=ana)] == ["Café Halcyon"]
    assert links.ends(" ", besides=ana) == []
    assert links.ends("nobody", besides=ana) == []
    assert customers.head(ben, dt.datetime(2026, 11, 24, 9)) is not None
