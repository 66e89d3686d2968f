"""People: the humans at a customer, in their order, and how to say their names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import contact_points, customers, details, people, search, special_days
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

NOW = dt.datetime.combine(TODAY, dt.time(9))


@pytest.fixture
def cafe(desk: Desk) -> int:
    """A business with two people."""
    with desk.act("customer.add"):
        customer = customers.add("Café Halcyon", kind="business")
        people.add(customer, " Xiomara\nReyes ", role=" Owner ", say="see-oh-MAH-rah")
        people.add(customer, "Tad Okonkwo")
    return customer


def test_people_stand_in_the_order_they_came_with_what_was_said(desk: Desk, cafe: int) -> None:
    xiomara, tad = people.at(cafe)
    assert (xiomara.name, xiomara.role, xiomara.say) == ("Xiomara Reyes", "Owner", "see-oh-MAH-rah")
    assert (tad.name, tad.role, tad.nickname) == ("Tad Okonkwo", "", "")
    desk.undo()
    assert people.at(cafe) == []


@pytest.mark.parametrize("name", ["", "\n", "x" * 301])
def test_what_is_no_name_is_refused_and_keeps_nothing(desk: Desk, cafe: int, name: str) -> None:
    before = people.at(cafe)
    with pytest.raises(Refused, match="name"), desk.act("person.add"):
        people.add(cafe, name)
    with pytest.raises(Refused, match="name"), desk.act("person.rename"):
        people.rename(before[0].id, name)
    assert people.at(cafe) == before


def test_each_thing_said_of_a_person_is_taken_back_by_itself(desk: Desk, cafe: int) -> None:
    before = people.at(cafe)
    tad = before[1]
    for said, verb, which in (("name", people.rename, tad.id), ("say", people.set_say, tad.id),
                              ("nickname", people.set_nickname, tad.id), ("role", people.set_role, tad.membership)):
        with desk.act("person.change"):
            verb(which, "Thaddeus")
        assert getattr(people.at(cafe)[1], said) != getattr(tad, said)
        desk.undo()
        assert people.at(cafe) == before


def test_who_is_in_the_trash_takes_what_is_known_about_them_along_and_brings_it_back(desk: Desk, cafe: int) -> None:
    tad = people.at(cafe)[1].id
    with desk.act("detail.add"):
        details.add("Rides a bike", topic="care", person=tad)
        contact_points.add("0151 496 0142", person=tad)
        special_days.add("birthday", 4, 15, person=tad)
    with desk.act("person.trash"):
        people.trash(tad)
    assert [person.name for person in people.at(cafe)] == ["Xiomara Reyes"]
    assert (details.of(cafe), contact_points.of(cafe), special_days.of(cafe)) == ([], [], [])
    desk.undo()
    assert [len(found) for found in (details.of(cafe), contact_points.of(cafe), special_days.of(cafe))] == [1, 1, 1]


def test_nothing_is_said_of_a_person_who_is_gone(desk: Desk, cafe: int) -> None:
    tad = people.at(cafe)[1].id
    with desk.act("person.trash"):
        people.trash(tad)
    verbs: list[Callable[[], object]] = [
        lambda: people.rename(tad, "Ben"), lambda: people.set_say(tad, "x"), lambda: people.set_nickname(tad, "x"),
        lambda: people.trash(tad), lambda: people.set_role(4711, "cook"),
        lambda: details.add("x", topic="care", person=tad), lambda: contact_points.add("0151 496 0142", person=tad),
        lambda: special_days.add("birthday", 4, 15, person=tad)]
    for verb in verbs:
        with pytest.raises(Refused, match="not here any more"), desk.act("person.change"):
            verb()


def test_family_and_pets_are_people_with_a_word_for_what_they_are(desk: Desk, cafe: int) -> None:
    xiomara = people.at(cafe)[0].id
    with desk.act("person.add"):
        emilia = people.add(cafe, "Emilia", role="daughter", of_person=xiomara)
        people.add(cafe, "Biscuit", role="Dog", of_person=emilia)
        people.add(cafe, "Polly", role="parrot", of_person=xiomara, kind="pet")
    found = people.at(cafe)[2:]
    assert [(one.name, one.role, one.kind, one.of_person) for one in found] == [
        ("Emilia", "daughter", "", xiomara), ("Biscuit", "Dog", "pet", xiomara), ("Polly", "parrot", "pet", xiomara)]
    assert not any(one.to_meet for one in found)
    assert desk.undo() is not None
    assert [person.name for person in people.at(cafe)] == ["Xiomara Reyes", "Tad Okonkwo"]


def test_someone_becomes_family_of_another_and_takes_their_own_along(desk: Desk, cafe: int) -> None:
    xiomara, tad = people.at(cafe)
    with desk.act("person.add"):
        dog = people.add(cafe, "Biscuit", role="dog", of_person=tad.id)
    with desk.act("person.change"):
        people.set_family(tad.membership, xiomara.id, "husband")
    assert {one.id: one.of_person for one in people.at(cafe)} == {
        xiomara.id: None, tad.id: xiomara.id, dog: xiomara.id}
    with pytest.raises(Refused, match="their own family"), desk.act("person.change"):
        people.set_family(xiomara.membership, tad.id)
    with desk.act("person.change"):
        people.set_family(tad.membership, None, "Baker")
    assert people.at(cafe)[1].to_meet


def test_parts_of_a_name_follow_the_order_in_which_it_is_written(desk: Desk, cafe: int) -> None:
    person = people.at(cafe)[1].id
    with desk.act("person.change"):
        people.rename(person, "Kovács Anna")
        people.set_part(person, "family", "Kovács")
        people.set_part(person, "given", "Anna")
    with desk.act("person.change"):
        people.set_part(person, "family", "Szabó")
    found = people.at(cafe)[1]
    assert (found.name, found.family, found.given) == ("Szabó Anna", "Szabó", "Anna")
    with desk.act("person.rename"):
        people.rename(person, "Szabó-Nagy Anna")
    found = people.at(cafe)[1]
    assert (found.name, found.family, found.given) == ("Szabó-Nagy Anna", "", "Anna")


def test_a_part_that_does_not_stand_in_the_name_leaves_it_as_it_is_written(desk: Desk, ana: int) -> None:
    person = people.at(ana)[0].id
    for part, text in (("prefix", "Dr"), ("middle", "María"), ("suffix", "jr.")):
        with desk.act("person.change"):
            people.set_part(person, part, text)
    found = people.at(ana)[0]
    assert (found.name, found.prefix, found.middle, found.suffix) == ("Ana Ruiz", "Dr", "María", "jr.")
    with desk.act("person.change"):
        people.set_part(person, "family", "Ruiz")
        people.set_part(person, "family", "Komara")
    assert customers.named("Ana Komara") == [(ana, "Ana Komara")]


def test_a_family_first_name_sorts_as_it_is_written_and_is_found_in_any_order(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        anna = customers.add("Kovács Anna")
        ben = customers.add("Ben Lang")
    assert customers.ids() == [ana, ben, anna]
    for text in ("kovacs", "anna kov", "Kovács Anna"):
        assert search.customers(text).ids == [anna]


def test_a_wish_is_said_in_words_and_goes_before_our_rule(desk: Desk, cafe: int) -> None:
    xiomara, tad = people.at(cafe)
    with desk.act("person.change"):
        people.set_wish(tad.id, "message", " after four ")
    assert people.wish([xiomara.id, tad.id]) == "message"
    assert people.wish([xiomara.id]) == people.wish([]) == ""
    tad = people.at(cafe)[1]
    assert people.wish_words(tad.wish_channel, tad.wish_time) == "Wishes a message, after four"
    assert people.wish_words("", "after four") == "Best after four"
    assert people.wish_words("", "") == ""
    with pytest.raises(Refused, match="no way to be reached"), desk.act("person.change"):
        people.set_wish(tad.id, "pigeon")
    assert desk.undo() is not None
    assert people.at(cafe)[1].wish_channel == ""


def test_a_photo_of_a_single_person_is_their_customers_too(desk: Desk, ana: int, cafe: int) -> None:
    person = people.at(ana)[0].id
    with desk.act("person.set_photo"):
        people.set_photo(person, "key")
    assert customers.page([ana], NOW)[0].photo == people.at(ana)[0].photo == "key"
    with desk.act("customer.set_photo"):
        customers.set_photo(ana, "")
    assert customers.page([ana], NOW)[0].photo == people.at(ana)[0].photo == ""
    with desk.act("person.set_photo"):
        people.set_photo(people.at(cafe)[0].id, "key")
    assert customers.page([cafe], NOW)[0].photo == ""


def test_work_and_language_are_kept(desk: Desk, cafe: int) -> None:
    tad = people.at(cafe)[1].id
    with desk.act("person.change"):
        people.set_work(tad, " retired ")
        people.set_language(tad, "Igbo")
    assert (people.at(cafe)[1].work, people.at(cafe)[1].language) == ("retired", "Igbo")
