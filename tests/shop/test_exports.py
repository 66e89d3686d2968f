"""Customers as cards: what a file of them holds, and that it comes in again as the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lovedesk.formats import contacts
from lovedesk.formats.records import Card, CardLink, Fact, Relation
from lovedesk.mishaps import Cancelled
from lovedesk.shop import (
    blobs,
    columns,
    contact_points,
    customers,
    details,
    exports,
    imports,
    links,
    people,
    sample,
    shops,
    special_days,
    tags,
    topics,
)
from lovedesk.shop.tables import Customer, Membership, Person
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


def fill(desk: Desk) -> tuple[int, int]:
    """A café with two people, and Ana with her daughter and dog."""
    with desk.act("sample.fill"):
        jo = shops.add_keeper("Jo")
        cafe, ana = customers.add("Café Øst", kind="business"), customers.add("Ana Ruiz")
        contact_points.add("hello@cafe.example", customer=cafe, label="orders")
        ben = people.add(cafe, "Ben Roth", role="Cook")
        people.add(cafe, "Cy Dale")
        contact_points.add("0151 496 0142", person=ben, preferred=True)
        first = people.at(ana)[0].id
        Person.update(photo=blobs.put(PNG), work="baker").where(Person.id == first).execute()
        Customer.update(keeper=jo).where(Customer.id == ana).execute()
        people.add(ana, "Mia", of_person=first, role="daughter")
        rex = people.add(ana, "Rex", of_person=first, role="dog", kind="pet")
        special_days.add("birthday", 5, 6, person=rex)
        details.correct(details.add("Two sugars", topic="food", person=first), "No sugar", on=TODAY)
        details.add("Oak", topic=topics.add("Wood"), customer=ana)
        tags.add([ana, cafe], "north")
        links.add("introduced by", back="introduced", from_customer=ana, to_person=ben)
    return cafe, ana


def by_name(found: list[Card]) -> dict[str, Card]:
    return {card.name: card for card in found}


def test_a_business_has_a_card_and_each_of_its_people(desk: Desk) -> None:
    cafe, _ana = fill(desk)
    found = by_name(list(exports.cards([cafe])))
    assert list(found) == ["Café Øst", "Ben Roth", "Cy Dale"]
    assert found["Café Øst"].is_company
    assert found["Café Øst"].tags == ["north"]
    assert [way.label for way in found["Café Øst"].ways] == ["orders"]
    assert (found["Ben Roth"].company, found["Ben Roth"].role) == ("Café Øst", "Cook")
    assert found["Ben Roth"].ways[0].preferred


def test_a_single_person_has_one_card_and_their_family_stands_in_it(desk: Desk) -> None:
    cafe, ana = fill(desk)
    found = by_name(list(exports.cards([ana])))
    assert list(found) == ["Ana Ruiz", "Rex"]
    card = found["Ana Ruiz"]
    assert (card.is_company, card.company, card.keeper, card.work, card.photo) == (False, "", "Jo", "baker", PNG)
    assert card.relations == [Relation("Mia", "daughter", "family"), Relation("Rex", "dog", "pet")]
    assert Fact("Wood", "Oak", seen_by="paper") in card.facts
    assert "Two sugars" not in {fact.text for fact in card.facts}
    ben = next(card for card in exports.cards([cafe]) if card.name == "Ben Roth")
    assert card.links == [CardLink(ben.uid, "introduced by", "introduced")]
    assert (found["Rex"].family_of, found["Rex"].family_word, found["Rex"].kind) == (card.uid, "dog", "pet")


def test_someone_at_two_businesses_has_one_card(desk: Desk) -> None:
    with desk.act("sample.fill"):
        one, other = customers.add("One", kind="business"), customers.add("Other", kind="business")
        ben = people.add(one, "Ben")
        Membership.create(customer=other, person=ben)
    assert [card.name for card in exports.cards([one, other])].count("Ben") == 1


@pytest.mark.parametrize("form", ["vcard", "csv"])
def test_two_businesses_of_one_name_come_in_elsewhere_as_two(
    desk: Desk, fresh_desk: Callable[[], Desk], form: str,
) -> None:
    with desk.act("sample.fill"):
        for person in ("Ben Roth", "Cy Dale"):
            people.add(customers.add("One", kind="business"), person)
    reading = contacts.read(b"".join(exports.pieces(form)), f"all.{exports.ENDINGS[form]}")
    other = fresh_desk()
    try:
        columns.database.initialize(other.database)
        with other.act("import.bring_in") as recorder:
            imports.bring_in(imports.prepare([reading]), recorder.insert_many)
        assert [[person.name for person in people.at(one)] for one in customers.ids()] == [["Ben Roth"], ["Cy Dale"]]
    finally:
        other.close()
        columns.database.initialize(desk.database)


def test_a_long_export_can_be_cancelled(desk: Desk) -> None:
    fill(desk)

    def cancel(done: int, of: int) -> None:
        assert (done, of) == (0, 2)
        raise Cancelled

    with pytest.raises(Cancelled):
        list(exports.pieces("vcard", None, cancel))


@pytest.mark.parametrize("form", ["vcard", "vcard4", "csv"])
def test_what_is_read_is_what_was_written(desk: Desk, form: str) -> None:
    fill(desk)
    with desk.act("sample.fill") as recorder:
        sample.fill(recorder, desk.today())
    told = [card for card in exports.cards(exports.everyone()) if form != "csv" or not card.family_of]
    reading = contacts.read(b"".join(exports.pieces(form)), f"all.{exports.ENDINGS[form]}")
    assert reading.unreadable == []
    assert len(reading.cards) == len(told) > 10
    whole = ("name", "given", "family", "is_company", "company", "role", "nickname", "say", "uid", "days", "relations",
             "tags", "standing", "since", "keeper", "work", "language")
    photos = ("photo", "links", "family_of", "family_word", "gone", "wish_channel", "wish_time", "raw")
    for card, read in zip(told, reading.cards, strict=True):
        for field in whole if form == "csv" else (*whole, *photos, "facts", "ways"):
            assert getattr(read, field) == getattr(card, field), (card.name, field)
        assert {(way.kind, way.value, way.label, way.preferred) for way in read.ways} == {
            (way.kind, way.value, way.label, way.preferred) for way in card.ways}
        assert {(fact.topic, fact.text) for fact in read.facts} == {(fact.topic, fact.text) for fact in card.facts}


@pytest.mark.parametrize("form", ["vcard", "vcard4", "csv"])
def test_an_export_changes_nothing_in_the_desk_that_wrote_it(desk: Desk, form: str) -> None:
    fill(desk)
    with desk.act("sample.fill") as recorder:
        sample.fill(recorder, desk.today())
        customers.add("Nobody Reachable")
        customers.add("Nobody Reachable")
    reading = contacts.read(b"".join(exports.pieces(form)), f"all.{exports.ENDINGS[form]}")
    counts = imports.prepare([reading]).counts
    assert (counts.customers, counts.people, counts.adds) == (0, 0, 0)
    assert counts.same + counts.kept_out == len(reading.cards) > 10
