"""Everything out and in again: the same state, whichever desk it is put into."""

from __future__ import annotations

import base64
import copy
import datetime as dt
import itertools
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
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
    archive_nest,
    archive_rows,
    blobs,
    checklists,
    columns,
    contact_points,
    customers,
    details,
    followups,
    items,
    merging,
    papers,
    people,
    questions,
    search,
    shops,
    special_days,
    touchpoints,
    trashcan,
    visits,
)
from lovedesk.shop.archive_rows import key_of, table_of
from lovedesk.shop.desks import open_desk
from lovedesk.shop.instants import instant
from lovedesk.shop.local_tables import ImportRow
from lovedesk.shop.tables import JOURNALED, FollowUp, Person, Series, Touchpoint, rows
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
TODAY = NOW.date()
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
Export = dict[str, Any]
A_SERIES: Export = {"id": "5", "kind": "touchpoint", "start": "2026-11-24T10:00", "rule": "FREQ=WEEKLY"}
NO_RULES: dict[str, Export] = {
    "a rule that is none": {"rule": "every Monday"}, "a rule that begins never": {"start": None},
    "a rule of something else": {"kind": "customer"}}


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


def flat(data: Export) -> archive_nest.Flat:
    """All records of each table."""
    return defaultdict(list, archive_nest.flattened(data, [key_of(model) for model in JOURNALED])[0])


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
        papers.keep("sheet.png", PNG, touchpoint=visit)
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
    customer, ana = data["customers"][:2]
    assert (customer["id"], customer["name"], customer["standing"]) == (str(cafe), "Café Øst", "customer")
    assert [way["value"] for way in customer["contact_points"]] == ["hello@cafe.example"]
    assert [detail["text"] for detail in customer["details"]] == ["Opens late"]
    (ben,) = customer["people"]
    assert (ben["role"], ben["has_photo"], base64.b64decode(ben["photo"])) == ("Cook", True, PNG)
    assert [(way["kind"], way["preferred"]) for way in ben["contact_points"]] == [("phone", True)]
    assert (ben["days"][0]["month"], ben["days"][0]["year"]) == (2, None)
    assert {detail["text"] for detail in ben["details"]} == {"Two dogs", "Three dogs"}
    assert [(person["name"], person["raw"]) for person in ana["people"]] == [("Ana Ruiz", "")]
    assert data["people"] == []
    (visit,) = data["touchpoints"]
    assert (visit["customers"], visit["people"]) == ([ana["id"], customer["id"]], [ben["id"]])
    assert {"Blue", ""} <= {item["answer"] for item in visit["items"]}
    assert [base64.b64decode(paper["photo"]) for paper in visit["papers"]] == [PNG]
    assert data["followups"][0]["customer"] == customer["id"]
    assert [item["text"] for item in data["checklists"][0]["items"]] == ["Cake"]


def test_what_was_merged_stands_with_whom_it_is_now(desk: Desk) -> None:
    cafe = fill(desk)
    with desk.act("customer.merge"):
        other = customers.add("Cafe Oest", kind="business")
        contact_points.add("old@cafe.example", customer=other)
        people.add(other, "Mo")
        visit = touchpoints.plan([other], NOW)
        merging.merge("customer", other, cafe)
    data = through_a_file(archive.export())
    assert [customer["name"] for customer in data["customers"]] == ["Café Øst", "Ana Ruiz", "Gone Ltd"]
    assert [customer["name"] for customer in data["merged_customers"]] == ["Cafe Oest"]
    ways = data["customers"][0]["contact_points"]
    assert [(way["value"], way.get("customer")) for way in ways] == [
        ("hello@cafe.example", None), ("old@cafe.example", str(other))]
    assert [person["name"] for person in data["customers"][0]["people"]] == ["Ben", "Mo"]
    assert {str(visit): [str(cafe)]}.items() <= {one["id"]: one["customers"] for one in data["touchpoints"]}.items()
    with another(desk) as there:
        bring_back(there, data)
        assert archive.export() == data
        assert there.check() == []


@pytest.mark.usefixtures("desk")
def test_every_table_and_column_is_in_the_export() -> None:
    keys = [key_of(model) for model in JOURNALED]
    assert len(set(keys)) == len(keys)
    for model in JOURNALED:
        written = {"id", "state", *(column.name for column in archive_rows.columns(model))}
        derived = {"customer": {"sort_name"}, "contact_point": {"key"}}.get(table_of(model), set())
        stored = {row[1] for row in rows(f"pragma table_info({table_of(model)})")}
        assert written | derived == stored, model


def test_the_part_of_one_customer_holds_what_is_theirs_alone(desk: Desk) -> None:
    cafe = fill(desk)
    data = through_a_file(archive.export([cafe]))
    assert [customer["name"] for customer in data["customers"]] == ["Café Øst"]
    assert [person["name"] for person in data["customers"][0]["people"]] == ["Ben"]
    assert [(visit["customers"], len(visit["papers"])) for visit in data["touchpoints"]] == [([str(cafe)], 1)]
    assert {detail["text"] for detail in flat(data)["details"]} == {"Two dogs", "Three dogs", "Opens late"}
    with another(desk) as other:
        bring_back(other, data)
        assert archive.export() == data
        assert other.check() == []


def holds(now: object, before: object) -> bool:
    """Whether all that was said before is said still, each in its place; new words beside it do no harm."""
    if isinstance(before, dict) and isinstance(now, dict):
        return all(key in now and holds(now[key], value) for key, value in before.items())
    if isinstance(before, list) and isinstance(now, list):
        return len(now) == len(before) and all(map(holds, now, before))
    return now == before


def test_an_export_of_the_first_form_comes_in(desk: Desk) -> None:
    old = json.loads((Path(__file__).parent / "export_form_1.json").read_text("utf-8"))
    with desk.act("archive.restore") as recorder:
        assert archive.bring_back(old, recorder.insert_many) == 3
    data = archive.export()
    assert [customer["name"] for customer in data["customers"]] == ["Café Øst", "Ana Ruiz", "Gone Ltd"]
    assert data["customers"][2]["state"] == "trashed"
    for key in ("customers", "touchpoints", "followups", "checklists"):
        assert holds(data[key], old[key]), key
    visit = int(data["touchpoints"][0]["id"])
    assert [host.name for host in visits.customers(visit)] == ["Ana Ruiz", "Café Øst"]
    assert desk.check() == []
    actions = rows("select count(*) from action")
    with desk.act("archive.restore") as recorder:
        archive.bring_back(old, recorder.insert_many)
    assert rows("select count(*) from action") == actions


def test_an_export_whose_tables_are_lists_alone_comes_in(desk: Desk) -> None:
    fill(desk)
    data = archive.export()
    records, photos = archive_nest.flattened(through_a_file(data), [key_of(model) for model in JOURNALED])
    for record in (one for table in records.values() for one in table):
        record.pop("has_photo", None)
    written = {key: base64.b64encode(photo).decode() for key, photo in photos.items()}
    with another(desk) as other:
        bring_back(other, {"format": "lovedesk", "version": 2, "photos": written} | records)
        assert archive.export() == data
        assert other.check() == []


def broken(data: Export, change: str) -> Export:
    data = copy.deepcopy(data)
    customer = data["customers"][0]
    match change:
        case "no name":
            customer["name"] = None
        case "an id of letters":
            customer["id"] = "abc"
        case "an hour that is none":
            data["touchpoints"][0]["done_at"] = "soon"
        case "a number that is none":
            data["touchpoints"][0]["minutes"] = float("inf")
        case "a day that is none":
            customer["since"] = "2026-02-30"
        case "a photo that is none":
            customer["people"][0]["photo"] = "äöü"
        case "another photo":
            data["photos"] = {"0" * 64: "AAAA"}
        case "a month that is none":
            customer["days"] = [{"id": "5", "kind": "birthday", "month": 13, "day": 1}]
        case "a list that is none":
            data["customers"] = [7]
        case _:
            data["series"] = [A_SERIES | NO_RULES[change]]
    return data


@pytest.mark.parametrize("change", [
    "no name", "an id of letters", "an hour that is none", "a number that is none", "a day that is none",
    "a photo that is none", "another photo", "a list that is none", "a month that is none", *NO_RULES])
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
    data["touchpoint_customers"].append({"id": "7", "touchpoint": data["touchpoints"][0]["id"], "customer": "6"})
    with another(desk) as other:
        bring_back(other, data)
        assert archive.export()["followups"][0]["touchpoint"] is None
        assert len(archive.export()["touchpoints"][0]["customers"]) == 2
        assert other.check() == []


def fill_every_table(desk: Desk, chance: random.Random) -> None:
    """Rows in each journaled table, each column filled by its kind, pointing anywhere; all states occur."""
    with desk.act("sample.fill"):
        made: dict[str, list[int]] = {table_of(model): [row[0] for row in rows(f"select id from {table_of(model)}")]
                                      for model in JOURNALED}
        for model in JOURNALED:
            for _n in range(chance.randint(1, 4)):
                cells = {column.key: cell(column, made, chance) for column in archive_rows.columns(model)}
                cells |= repeating(chance) if model is Series else {}
                state = chance.choice(["live", "live", "live", "trashed", "undone", "erased",
                                       *(["pattern"] if model in {Touchpoint, FollowUp} else [])])
                made[table_of(model)].append(model.create(state=state, **cells).id)
        for run, person in itertools.product(made["import_run"], made["person"][:2]):
            ImportRow.create(run=run, place=3, source="a.vcf", name=person, fate="new", person=person)


def repeating(chance: random.Random) -> dict[str, object]:
    """A series whose rule makes sense."""
    rule = chance.choice(["FREQ=DAILY;INTERVAL=9", "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270301", "FREQ=MONTHLY;BYDAY=-1FR",
                          "FREQ=MONTHLY;COUNT=7", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"])
    return {"kind": chance.choice(["touchpoint", "follow_up"]), "rule": rule,
            "start": dt.datetime(2020, 1, 1) + dt.timedelta(minutes=chance.randint(0, 5_000_000))}


def cell(column: archive_rows.Column, made: dict[str, list[int]], chance: random.Random) -> object:
    if column.null and chance.random() < 0.3:
        return None
    match column.kind:
        case "link":
            return chance.choice(made[column.table] or [None]) if column.table else chance.getrandbits(62)
        case "flag":
            return chance.randint(0, 1)
        case "number":
            of_a_day = column.name in {"month", "day", "year"}
            return chance.randint(1, 12) if of_a_day else chance.randint(-5, 2_000_000_000)
        case "day":
            return dt.date(1900, 1, 1) + dt.timedelta(days=chance.randint(0, 70_000))
        case "moment" | "instant":
            moment = dt.datetime(2020, 1, 1) + dt.timedelta(minutes=chance.randint(0, 3_000_000))
            return instant(moment) if column.kind == "instant" else moment
        case "photo":
            return blobs.put(PNG + bytes([chance.randint(0, 9)]))
    return chance.choice(["", "=1+1", "Zoë \u2028 \U0001f408\n'\"\\", "x" * chance.randint(0, 400), "null"])


def seen_tables() -> dict[str, list[tuple[Any, ...]]]:
    """All live and trashed rows of all tables, in the order of their ids."""
    return {table_of(model): rows(f"select * from {table_of(model)} where state in ('live', 'trashed') order by id")
            for model in JOURNALED}


@given(seed=some.integers(0, 1 << 32))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_desk_comes_back_the_same(fresh_desk: Callable[[], Desk], seed: int) -> None:
    first, second = fresh_desk(), fresh_desk()
    try:
        columns.database.initialize(first.database)
        fill_every_table(first, random.Random(seed))
        data, before = archive.export(), seen_tables()
        columns.database.initialize(second.database)
        bring_back(second, through_a_file(data))
        assert json_desk.dump(archive.export()) == json_desk.dump(data)
        after, written = seen_tables(), flat(data)
        for table, stored in before.items():
            lost = {row[0] for row in stored} - {row[0] for row in after[table]}
            assert lost == {row[0] for row in stored} - {int(record["id"]) for record in written[key_of_table(table)]}
        assert second.check() == []
        again = rows("select count(*) from action")
        bring_back(second, data)
        assert rows("select count(*) from action") == again
    finally:
        first.close()
        second.close()


def key_of_table(table: str) -> str:
    return next(key_of(model) for model in JOURNALED if table_of(model) == table)
