"""Everything out and in again: the same state, whichever desk it is put into."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from lovedesk.formats import json_desk
from lovedesk.mishaps import Refused
from lovedesk.shop import (
    archive,
    blobs,
    checklists,
    columns,
    contact_points,
    customers,
    details,
    followups,
    items,
    papers,
    people,
    questions,
    search,
    shops,
    special_days,
    touchpoints,
    trashcan,
)
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import Customer, Person, rows
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
TODAY = NOW.date()
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
Export = dict[str, Any]


@contextmanager
def another(desk: Desk, name: str = "other.lovedesk") -> Iterator[Desk]:
    """Another desk is open for a while."""
    other = open_desk(desk.path.with_name(name))
    try:
        yield other
    finally:
        other.close()
        columns.database.initialize(desk.database)


def bring_back(desk: Desk, data: Export) -> None:
    with desk.act("archive.restore") as recorder:
        archive.bring_back(data, recorder.insert_many)


def through_a_file(data: Export) -> Export:
    return json_desk.load(json_desk.dump(data), "shop.json")


def fill(desk: Desk) -> int:
    """A desk with one of everything; returns its café."""
    with desk.act("sample.fill"):
        shops.set_up("Tansy & Thread", motto="We mend")
        keeper = shops.add_keeper("Mira")
        cafe = customers.add("Café Øst", kind="business", since=dt.date(2020, 2, 29))
        ben = people.add(cafe, "Ben", role="Cook", say="Benn")
        Person.update(photo=blobs.put(PNG)).where(Person.id == ben).execute()
        contact_points.add("0151 496 0142", person=ben, note="before 8", preferred=True)
        contact_points.add("hello@cafe.example", customer=cafe)
        special_days.add("birthday", 2, 29, person=ben)
        old = details.add("Two dogs", topic="pet", person=ben, learned_on=TODAY)
        details.correct(old, "Three dogs", on=TODAY)
        details.add("Opens late", topic="process", customer=cafe, seen_by="me")
        questions.decline(cafe, "birthday")
        visit = touchpoints.plan([customers.add("Ana Ruiz"), cafe], NOW, checklist="good-times", people=[ben],
                                 keeper=keeper)
        items.add(visit, "ask", "And the stool?", topic="need")
        items.answer(items.of(visit)[0].id, "Blue", now=NOW)
        papers.keep(visit, "sheet.png", PNG)
        touchpoints.finish(visit, now=NOW)
        followups.add("Send samples", customer=cafe, due=TODAY, due_time="9:30", promised=True, touchpoint=visit)
        checklists.add_item(checklists.add("Our own"), "bring", "Cake")
        customers.trash(customers.add("Gone Ltd"))
    return cafe


def test_an_empty_desk_takes_everything_and_gives_it_again(desk: Desk) -> None:
    fill(desk)
    data = archive.export()
    with another(desk) as other:
        bring_back(other, through_a_file(data))
        assert archive.export() == data
        assert search.customers("cafe ost").ids == [int(customer["id"]) for customer in data["customers"][:1]]
        assert [entry.text for entry in trashcan.contents()] == ["Gone Ltd"]
        assert other.check() == []


def test_the_same_export_changes_nothing_where_it_came_from(desk: Desk) -> None:
    fill(desk)
    data, actions = archive.export(), rows("select count(*) from action")
    bring_back(desk, through_a_file(data))
    assert archive.export() == data
    assert rows("select count(*) from action") == actions


def test_what_changed_since_is_put_back_and_what_is_new_is_left(desk: Desk) -> None:
    cafe = fill(desk)
    data = archive.export()
    with desk.act("customer.rename"):
        customers.rename(cafe, "Other name")
        customers.add("Newcomer")
    bring_back(desk, through_a_file(data))
    assert {customer["name"] for customer in archive.export()["customers"]} == {
        *(customer["name"] for customer in data["customers"]), "Newcomer"}
    desk.undo()
    assert "Other name" in {customer["name"] for customer in archive.export()["customers"]}
    assert desk.check() == []


def test_what_was_taken_back_comes_live_again(desk: Desk) -> None:
    fill(desk)
    data = archive.export()
    desk.undo()
    assert archive.export()["customers"] == []
    bring_back(desk, through_a_file(data))
    assert archive.export() == data
    assert desk.check() == []


def test_the_shape_is_the_one_that_is_promised(desk: Desk) -> None:
    cafe = fill(desk)
    data = archive.export()
    assert (data["format"], data["version"]) == ("lovedesk", 1)
    customer = data["customers"][0]
    assert (customer["id"], customer["name"], customer["standing"]) == (str(cafe), "Café Øst", "customer")
    (ben,) = customer["people"]
    assert ben["has_photo"] is True
    assert ben["contact_points"][0]["preferred"] is True
    assert (ben["days"][0]["month"], ben["days"][0]["year"]) == (2, None)
    assert {detail["text"] for detail in ben["details"]} == {"Two dogs", "Three dogs"}
    assert data["customers"][1]["people"][0]["name"] == "Ana Ruiz"
    assert data["touchpoints"][0]["people"] == [ben["id"]]
    assert data["touchpoints"][0]["customers"] == [data["customers"][1]["id"], customer["id"]]
    assert data["followups"][0]["customer"] == customer["id"]


def broken(data: Export, change: str) -> Export:
    data = copy.deepcopy(data)
    customer = data["customers"][0]
    match change:
        case "no name":
            customer["name"] = None
        case "an id of letters":
            customer["id"] = "abc"
        case "a number that is none":
            data["touchpoints"][0]["minutes"] = float("inf")
        case "a day that is none":
            customer["since"] = "2026-02-30"
        case "a photo that is none":
            customer["people"][0]["photo"] = "äöü"
        case "a list that is none":
            data["customers"] = [7]
    return data


@pytest.mark.parametrize("change", ["no name", "an id of letters", "a number that is none", "a day that is none",
                                    "a photo that is none", "a list that is none"])
def test_a_damaged_export_is_refused_and_changes_nothing(desk: Desk, change: str) -> None:
    fill(desk)
    data = archive.export()
    with pytest.raises(Refused, match="damaged"):
        bring_back(desk, broken(data, change))
    assert archive.export() == data


def test_a_pointer_to_what_is_not_there_points_nowhere(desk: Desk) -> None:
    fill(desk)
    data = archive.export()
    data["followups"][0]["touchpoint"] = "5"
    data["touchpoints"][0]["customers"].append("6")
    with another(desk) as other:
        bring_back(other, data)
        assert archive.export()["followups"][0]["touchpoint"] is None
        assert len(archive.export()["touchpoints"][0]["customers"]) == 2
        assert other.check() == []


words = some.text(some.characters(categories=("L", "M", "N", "P", "S")), min_size=1, max_size=30)


@given(names=some.lists(words, max_size=6), texts=some.lists(words, max_size=4), trashed=some.booleans(),
       days=some.lists(some.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_desk_comes_back_the_same(tmp_path: Path, names: list[str], texts: list[str], trashed: bool,
                                      days: list[dt.date]) -> None:
    for path in tmp_path.glob("*.lovedesk*"):
        path.unlink()
    first, second = open_desk(tmp_path / "first.lovedesk"), open_desk(tmp_path / "second.lovedesk")
    try:
        columns.database.initialize(first.database)
        with first.act("sample.fill"):
            for number, name in enumerate(names):
                customer = customers.add(name, kind="business" if number % 2 else "person")
                for text in texts:
                    details.add(text, topic="note", customer=customer)
                for day in days:
                    special_days.add("birthday", day.month, day.day, year=day.year, customer=customer)
                    followups.add(name, customer=customer, due=day)
                if trashed:
                    Customer.update(state="trashed").where(Customer.id == customer).execute()
        data = archive.export()
        columns.database.initialize(second.database)
        bring_back(second, through_a_file(data))
        assert json_desk.dump(archive.export()) == json_desk.dump(data)
    finally:
        first.close()
        second.close()
