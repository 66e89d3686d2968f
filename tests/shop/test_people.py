"""People: the humans at a customer, in their order, and how to say their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import contact_points, customers, details, people, special_days
from lovedesk.store.desk import Desk


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
