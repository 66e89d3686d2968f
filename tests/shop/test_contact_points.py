"""Contact points: what kind of way a value is, whose, how they wish to be reached, and back again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import contact_points, customers, people
from lovedesk.store.desk import Desk


def add(desk: Desk, value: str, **told: Any) -> int:
    with desk.act("contact.add"):
        return contact_points.add(value, **told)


def values(customer: int) -> list[tuple[str, str]]:
    return [(row.kind, row.value) for row in contact_points.of(customer)]


@pytest.mark.parametrize(("value", "kind"), [
    ("ana@example.org", "email"), ("https://example.org/a", "web"), ("www.example.org", "web"), ("WWW.A.org", "web"),
    ("+44 1632 960001", "phone"), ("(0151) 496-0142", "phone"), ("01514960142", "phone"), ("1 High Street", "address"),
    ("12345 Some Road", "address"), ("1234", "address"), ("ask @ the door", "address")])
def test_what_is_typed_is_known_by_its_look(desk: Desk, ana: int, value: str, kind: str) -> None:
    add(desk, value, customer=ana)
    assert values(ana) == [(kind, value)]


def test_what_is_said_beside_it_is_kept(desk: Desk, ana: int) -> None:
    (person,) = people.at(ana)
    kept = add(desk, " 0151 496 0142 ", person=person.id, label=" work\n", note=" best before 8 ", preferred=True)
    assert contact_points.of(ana) == [
        contact_points.ContactRow(kept, person.id, "phone", "0151 496 0142", "work", "best before 8", True)]
    desk.undo()
    assert contact_points.of(ana) == []


@pytest.mark.parametrize(("told", "words"), [
    ({"value": "  "}, "What is the number"), ({"value": "x", "kind": "pigeon"}, "“pigeon” is no way"),
    ({"value": "x", "customer": None}, "Whose"), ({"value": "x", "person": 1}, "Whose"),
    ({"value": "x", "customer": 4711}, "not here any more")])
def test_what_makes_no_sense_is_refused_and_keeps_nothing(
    desk: Desk, ana: int, told: dict[str, Any], words: str,
) -> None:
    with pytest.raises(Refused, match=words):
        add(desk, **{"customer": ana, **told})
    assert contact_points.of(ana) == []
    assert desk.next_undo() == ("customer.add", 3)


def test_a_correction_keeps_the_kind_while_it_fits(desk: Desk, ana: int) -> None:
    phone, home = add(desk, "0151 496 0142", customer=ana), add(desk, "1 High Street", customer=ana)
    with desk.act("contact.change"):
        contact_points.change(phone, "0151 496 0143")
        contact_points.change(home, "12345678")
    assert values(ana) == [("phone", "0151 496 0143"), ("address", "12345678")]
    with desk.act("contact.change"):
        contact_points.change(phone, "ana@example.org")
    assert values(ana)[0] == ("email", "ana@example.org")
    desk.undo()
    desk.undo()
    assert values(ana) == [("phone", "0151 496 0142"), ("address", "1 High Street")]
    with pytest.raises(Refused, match="What is the number"), desk.act("contact.change"):
        contact_points.change(phone, " ")


def test_only_one_way_of_each_owner_is_preferred_and_stands_first(desk: Desk, ana: int) -> None:
    (person,) = people.at(ana)
    add(desk, "first@example.org", customer=ana, preferred=True)
    second = add(desk, "second@example.org", customer=ana)
    theirs = add(desk, "0151 496 0142", person=person.id, preferred=True)
    with desk.act("contact.change"):
        contact_points.prefer(second)
    assert {row.id for row in contact_points.of(ana) if row.preferred} == {second, theirs}
    assert [row.value for row in contact_points.of(ana)][-1] == "first@example.org"
    desk.undo()
    assert [row.value for row in contact_points.of(ana)][-1] == "second@example.org"


def test_a_note_and_the_trash_are_taken_back(desk: Desk, ana: int) -> None:
    kept = add(desk, "0151 496 0142", customer=ana)
    with desk.act("contact.change"):
        contact_points.set_note(kept, "after four")
    assert contact_points.of(ana)[0].note == "after four"
    with desk.act("contact.trash"):
        contact_points.trash(kept)
    assert contact_points.of(ana) == []
    desk.undo()
    desk.undo()
    assert contact_points.of(ana)[0].note == ""


def test_what_is_gone_is_not_changed(desk: Desk, ana: int) -> None:
    kept = add(desk, "0151 496 0142", customer=ana)
    desk.undo()
    verbs: list[Callable[[], object]] = [
        lambda: contact_points.change(kept, "0151 496 0143"), lambda: contact_points.set_note(kept, "x"),
        lambda: contact_points.prefer(kept), lambda: contact_points.trash(kept)]
    for verb in verbs:
        with pytest.raises(Refused, match="not here any more"), desk.act("contact.change"):
            verb()
    desk.redo()
    assert values(ana) == [("phone", "0151 496 0142")]


def test_a_number_of_another_customer_is_not_theirs(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        ben = customers.add("Ben")
    add(desk, "0151 496 0142", customer=ben)
    assert contact_points.of(ana) == []


def test_how_to_get_in_is_kept_beside_an_address(desk: Desk, ana: int) -> None:
    with desk.act("contact.add"):
        address = contact_points.add("7 Home Lane", kind="address", customer=ana)
    with desk.act("contact.change"):
        contact_points.set_way_in(address, " Key under the\nblue pot ")
    assert contact_points.of(ana)[0].way_in == "Key under the blue pot"
    assert desk.undo() is not None
    assert contact_points.of(ana)[0].way_in == ""


def test_a_wish_for_a_number_can_be_taken_away(desk: Desk, ana: int) -> None:
    with desk.act("contact.add"):
        number = contact_points.add("0151 496 0142", customer=ana, preferred=True)
    with desk.act("contact.change"):
        contact_points.prefer_none(number)
    assert not contact_points.of(ana)[0].preferred
    assert desk.undo() is not None
    assert contact_points.of(ana)[0].preferred
