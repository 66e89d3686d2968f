"""All that people entered as one plain structure, and back to the same state (practice H2: your data is yours).

Customers hold their people, people their ways, days and details; what points elsewhere does so by id. A person at two
customers stands at both. Rows that were taken back are not in it, rows in the trash are, with their state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from lovedesk.formats.json_desk import FORMAT, VERSION
from lovedesk.mishaps import Refused
from lovedesk.shop.archive_rows import Record, records, table_of, values
from lovedesk.shop.columns import Row, database
from lovedesk.shop.import_rows import InsertMany
from lovedesk.shop.tables import (
    JOURNALED,
    Checklist,
    ChecklistItem,
    ContactPoint,
    Customer,
    DeclinedQuestion,
    Detail,
    FollowUp,
    Membership,
    Paper,
    Person,
    Shop,
    Shopkeeper,
    SpecialDay,
    Touchpoint,
    TouchpointCustomer,
    TouchpointItem,
    TouchpointPerson,
    rows,
)
from lovedesk.store.ids import new_id
from lovedesk.words import _

Rows = dict[str, dict[int, Record]]


class Part(NamedTuple):
    """Records that stand within those of another table: under a key, tied by a column."""

    key: str
    model: type[Row]
    column: str


_OF_PERSON = (Part("contact_points", ContactPoint, "person_id"), Part("days", SpecialDay, "person_id"),
              Part("details", Detail, "person_id"))
_OF_CUSTOMER = (Part("contact_points", ContactPoint, "customer_id"), Part("days", SpecialDay, "customer_id"),
                Part("details", Detail, "customer_id"), Part("declined", DeclinedQuestion, "customer_id"))
_OF_TOUCHPOINT = (Part("items", TouchpointItem, "touchpoint_id"), Part("papers", Paper, "touchpoint_id"))
_OF_CHECKLIST = (Part("items", ChecklistItem, "checklist_id"),)
_WHOM = (("customers", TouchpointCustomer, "customer_id"), ("people", TouchpointPerson, "person_id"))
_TOP: tuple[tuple[str, type[Row], tuple[Part, ...]], ...] = (
    ("shops", Shop, ()), ("keepers", Shopkeeper, ()), ("customers", Customer, _OF_CUSTOMER),
    ("people", Person, _OF_PERSON), ("touchpoints", Touchpoint, _OF_TOUCHPOINT), ("followups", FollowUp, ()),
    ("checklists", Checklist, _OF_CHECKLIST))


def export() -> Record:
    """All that people entered, in the order it was entered."""
    people = _with_parts(records(Person), _OF_PERSON)
    customers = _with_parts(records(Customer), _OF_CUSTOMER)
    for customer in customers.values():
        customer["people"] = []
    at_home = set()
    for membership, customer_id, person_id, role, position in rows(
            "select id, customer_id, person_id, role, position from membership where state = 'live' order by id"):
        if customer_id in customers and person_id in people:
            at_home.add(person_id)
            customers[customer_id]["people"].append(
                {"membership": str(membership), "role": role, "position": position} | people[person_id])
    touchpoints = _with_parts(records(Touchpoint), _OF_TOUCHPOINT)
    for key, link, column in _WHOM:
        for touchpoint in touchpoints.values():
            touchpoint[key] = []
        kept = customers if key == "customers" else people
        for touchpoint_id, whom in rows(f"select touchpoint_id, {column} from {table_of(link)} "
                                        "where state = 'live' order by id"):
            if touchpoint_id in touchpoints and whom in kept and str(whom) not in touchpoints[touchpoint_id][key]:
                touchpoints[touchpoint_id][key].append(str(whom))
    return {
        "format": FORMAT, "version": VERSION,
        "shops": list(records(Shop).values()), "keepers": list(records(Shopkeeper).values()),
        "customers": list(customers.values()),
        "people": [record for person, record in people.items() if person not in at_home],
        "touchpoints": list(touchpoints.values()), "followups": list(records(FollowUp).values()),
        "checklists": list(_with_parts(records(Checklist), _OF_CHECKLIST).values()),
    }


def _with_parts(owners: dict[int, Record], parts: tuple[Part, ...]) -> dict[int, Record]:
    for key, model, column in parts:
        link = column.removesuffix("_id")
        for owner in owners.values():
            owner[key] = []
        for record in records(model).values():
            owner_id = record[link]
            if owner_id is not None and int(owner_id) in owners:
                del record[link]
                if model in {ContactPoint, SpecialDay, Detail}:
                    del record["person" if link == "customer" else "customer"]
                owners[int(owner_id)][key].append(record)
    return owners


def bring_back(data: Record, insert_many: InsertMany) -> int:
    """Put everything of an export into the desk by its id, inside an action: what is there is changed to what the
    file says, what is not in the file is left. Returns how many customers it held."""
    try:
        found = _flattened(data)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise Refused(_("This export is damaged. Nothing was changed.")) from error
    _drop_loose_ends(found)
    database.execute_sql("pragma defer_foreign_keys = on")      # details point to newer ones of their own table
    for model in JOURNALED:
        _put(model, found[table_of(model)], insert_many)
    return len(found["customer"])


def _flattened(data: Record) -> Rows:
    found: Rows = {table_of(model): {} for model in JOURNALED}
    for key, model, parts in _TOP:
        for record in data.get(key, ()):
            _take(found, model, record, parts)
    for customer in data.get("customers", ()):
        for person in customer.get("people", ()):
            _take(found, Person, person, _OF_PERSON)
            membership = {"id": person["membership"], "customer": customer["id"], "person": person["id"],
                          "role": person.get("role", ""), "position": person.get("position", 0)}
            _take(found, Membership, membership, ())
    for touchpoint in data.get("touchpoints", ()):
        for key, link, column in _WHOM:
            _link(found, int(touchpoint["id"]), [int(whom) for whom in touchpoint.get(key, ())], link, column)
    return found


def _take(found: Rows, model: type[Row], record: Record, parts: tuple[Part, ...]) -> None:
    row = values(model, record)
    found[table_of(model)][row["id"]] = row
    for key, part, column in parts:
        for inner in record.get(key, ()):
            _take(found, part, inner | {column.removesuffix("_id"): record["id"]}, ())


def _link(found: Rows, touchpoint: int, whom: list[int], link: type[Row], column: str) -> None:
    """The links of a touchpoint keep their ids where they are; new ones are numbered in the order of the file."""
    table = table_of(link)
    known = {row[0]: row[1] for row in rows(f"select {column}, id from {table} where touchpoint_id = ?", touchpoint)}
    for one in whom:
        row = known.get(one) or new_id()
        found[table][row] = {"id": row, "state": "live", "touchpoint_id": touchpoint, column: one}


def _drop_loose_ends(found: Rows) -> None:
    """A pointer to what is neither in the file nor in the desk points nowhere; a link that needs it is left out."""
    here: defaultdict[str, set[int]] = defaultdict(set)
    for model in JOURNALED:
        here[table_of(model)] = {row[0] for row in rows(f"select id from {table_of(model)}")}
        here[table_of(model)] |= found[table_of(model)].keys()
    for model in JOURNALED:
        links = [(field.column_name, table_of(field.rel_model), field.null) for field in model._meta.refs]
        for row in list(found[table_of(model)].values()):
            for column, table, null in links:
                if row[column] is not None and row[column] not in here[table]:
                    row[column] = None
                    if not null:
                        found[table_of(model)].pop(row["id"], None)


def _put(model: type[Row], found: dict[int, Record], insert_many: InsertMany) -> None:
    if not found:
        return
    table = table_of(model)
    names = list(next(iter(found.values())))
    ordered = [found[row] for row in sorted(found)]
    there = {row[0]: row for row in rows(f"select {', '.join(names)} from {table}")}
    new = [tuple(row[name] for name in names) for row in ordered if row["id"] not in there]
    if there:
        _insert(table, names, new)
    else:
        insert_many(table, names, new)
    for row in ordered:
        old = there.get(row["id"])
        changed = {name: row[name] for name, value in zip(names, old or (), strict=False) if value != row[name]}
        if changed:
            settings = ", ".join(f"{name} = ?" for name in changed)
            database.execute_sql(f"update {table} set {settings} where id = ?", (*changed.values(), row["id"]))


def _insert(table: str, names: Iterable[str], new: Iterable[tuple[Any, ...]]) -> None:
    """Row by row, since the ids of bulk rows must not lie between those that are there."""
    columns_of, marks = ", ".join(names), ", ".join("?" for _name in names)
    for row in new:
        database.execute_sql(f"insert into {table} ({columns_of}) values ({marks})", row)
