"""Who may be the same: found by what is equal, said in words, and never a crowd."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from lovedesk.shop import contact_points, customers, duplicates, merging, people, special_days
from lovedesk.shop.tables import Person
from lovedesk.store.desk import Desk
from lovedesk.store.ids import new_ids


def keep(desk: Desk, name: str, *ways: str, kind: str = "person") -> int:
    """A customer; their ways hang on their person, as an import has it."""
    with desk.act("customer.add"):
        customer = customers.add(name, kind=kind)
        person = people.at(customer)[0].id if kind == "person" else None
        for way in ways:
            contact_points.add(way, customer=None if person else customer, person=person)
    return customer


def found() -> list[tuple[str, str, tuple[str, ...]]]:
    return [(*sorted(pair.names), pair.reasons) for pair in duplicates.pairs()]  # type: ignore[misc]  # two names


def test_the_same_e_mail(desk: Desk) -> None:
    one, other = keep(desk, "Ana Ruiz", "Ana@x.example"), keep(desk, "A. Ruiz", "ana@x.example")
    (pair,) = duplicates.pairs()
    assert (pair.noun, {pair.one, pair.other}) == ("customer", {one, other})
    assert [reason.lower() for reason in pair.reasons] == ["same e-mail ana@x.example"]


def test_the_same_number_however_written_and_a_like_name(desk: Desk) -> None:
    keep(desk, "Hans Meier", "+44 1632 960001")
    keep(desk, "Hans Meyer", "01632 960 001")
    ((one, other, (reason,)),) = found()
    assert (one, other) == ("Hans Meier", "Hans Meyer")
    assert reason.startswith("same number") and reason.endswith("and a like name")


def test_a_family_with_one_landline_is_not_proposed(desk: Desk) -> None:
    for name in ("Ana Ruiz", "Leo Ruiz", "Mia Ruiz"):
        keep(desk, name, "01632 960001")
    assert not found()


def test_a_couple_with_one_e_mail_is_proposed_last_and_that_is_said(desk: Desk) -> None:
    keep(desk, "Ana Ruiz", "home@x.example")
    keep(desk, "Leo Ruiz", "home@x.example")
    keep(desk, "Bo Li", "bo@x.example")
    keep(desk, "Li, Bo", "bo@x.example")
    assert [reasons[0] for _one, _other, reasons in found()] == [
        "same e-mail bo@x.example", "same e-mail home@x.example, though the names differ"]


def test_a_family_s_child_is_never_their_parent(desk: Desk) -> None:
    home = keep(desk, "Ana Ruiz", "home@x.example")
    with desk.act("person.add"):
        child = people.add(home, "Anna Ruiz", of_person=people.at(home)[0].id, role="daughter")
        contact_points.add("home@x.example", person=child)
    assert not found()


@pytest.mark.parametrize(("one", "other", "reason"), [
    ("12 Abbey Road\nRye\nB1 2QX", "Abbey Rd 12\nRye\nB1 2QX\nUnited Kingdom", "same name and town, Rye"),
    ("Am Markt 3\n79100 Freiburg\nDeutschland", "Markt 3, 79100 Freiburg", "same name and town, Freiburg")])
def test_the_same_name_in_the_same_town(desk: Desk, one: str, other: str, reason: str) -> None:
    keep(desk, "Ruiz & Co Ltd", one, kind="business")
    keep(desk, "Ruiz", other, kind="business")
    keep(desk, "Ruiz", "1 Elm Row\nOban\nC1 1AA\nUnited Kingdom", kind="business")
    assert [reasons for _one, _other, reasons in found()] == [(reason,)]


def test_the_only_two_of_a_name_are_proposed_unless_both_live_somewhere_else(desk: Desk) -> None:
    keep(desk, "Ana Ruiz", "1 Elm Row\nOban")
    keep(desk, "Ana Ruiz")
    assert [reasons for _one, _other, reasons in found()] == [("same name",)]
    keep(desk, "Ana Ruiz")
    assert not found()


def test_the_same_birthday(desk: Desk) -> None:
    for name, year in (("Ana Ruiz", 1980), ("Ana M Ruiz", 1980), ("Ana Ruiz", 1990), ("Ben Li", 1980)):
        home = keep(desk, name)
        with desk.act("day.add"):
            special_days.add("birthday", 4, 15, year=year, person=people.at(home)[0].id)
    assert ("Ana M Ruiz", "Ana Ruiz", ("same birthday and a like name",)) in found()
    assert all("Ben Li" not in pair for pair in found())


def test_the_same_uid_needs_a_like_name_too(desk: Desk) -> None:
    for name in ("Ana Ruiz", "Ana Ruiz-Costa", "Ben Li"):
        home = keep(desk, name)
        with desk.act("person.change"):
            Person.update(uid="1").where(Person.id == people.at(home)[0].id).execute()
    assert found() == [("Ana Ruiz", "Ana Ruiz-Costa", ("the same card of an address book",))]


def test_two_people_of_a_like_name_at_one_customer(desk: Desk) -> None:
    cafe = keep(desk, "Café Øst", kind="business")
    with desk.act("person.add"):
        one, other = people.add(cafe, "Ana Ruiz"), people.add(cafe, "Ana M. Ruiz")
        people.add(cafe, "Ben Li")
    (pair,) = duplicates.pairs()
    assert (pair.noun, pair.one, pair.other) == ("person", one, other)


def test_a_person_at_a_business_who_is_a_customer_too_is_a_pair_of_people(desk: Desk) -> None:
    home, cafe = keep(desk, "Ana Ruiz", "ana@x.example"), keep(desk, "Café Øst", kind="business")
    with desk.act("person.add"):
        contact_points.add("ana@x.example", person=people.add(cafe, "Ana Ruiz"))
    (pair,) = duplicates.pairs()
    assert pair.noun == "person" and people.at(home)[0].id in {pair.one, pair.other}


def test_what_is_in_the_trash_was_merged_or_is_said_to_be_two_is_left_out(desk: Desk) -> None:
    one, other = keep(desk, "Ana Ruiz", "ana@x.example"), keep(desk, "Ana Ruiz", "ana@x.example")
    for verb, arguments in ((customers.trash, (one,)), (merging.merge, ("customer", one, other)),
                            (merging.two, (other, one))):
        assert len(found()) == 1
        with desk.act("customer.trash"):
            verb(*arguments)
        assert not found()
        desk.undo()
    assert len(found()) == 1


def test_two_who_were_said_to_be_two_stay_so_when_one_takes_in_a_third(desk: Desk) -> None:
    one, other, third = (keep(desk, "Ana Ruiz", "ana@x.example") for _ in range(3))
    with desk.act("pair.keep_two"):
        merging.two(one, other)
    with desk.act("customer.merge"):
        merging.merge("customer", one, third)
    assert not found()


def test_a_switchboard_that_hundreds_share_is_passed_over(desk: Desk) -> None:
    firm, first = customers_of(desk, 3_000)
    start = time.perf_counter()
    assert not found()
    assert time.perf_counter() - start < 2
    assert firm and first


def customers_of(desk: Desk, number: int) -> tuple[int, int]:
    """A firm of many people of one name and one number."""
    with desk.act("import.bring_in") as recorder:
        firm = customers.add("Firm", kind="business", since=dt.date(2020, 1, 1))
        first, member, way = new_ids(number), new_ids(number), new_ids(number)
        recorder.insert_many("person", ("id", "name"), [(first + n, "Ana Ruiz") for n in range(number)])
        recorder.insert_many("membership", ("id", "customer_id", "person_id"),
                             [(member + n, firm, first + n) for n in range(number)])
        recorder.insert_many("contact_point", ("id", "person_id", "kind", "value", "key"),
                             [(way + n, first + n, "phone", "01632 960001", "01632960001") for n in range(number)])
    return firm, first
