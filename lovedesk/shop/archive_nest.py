"""Flat records of tables as the file holds them: customers with their people, both with all that hangs on them.

What hangs on someone who was merged stands with whom they were merged into, and names whose it is. What hangs on
nobody, what ties two together, and all other tables stand as lists of their own beside them, so that nothing is lost.
"""

from __future__ import annotations

import base64
from collections import defaultdict
from typing import NamedTuple

from lovedesk.shop import blobs
from lovedesk.shop.archive_rows import Record
from lovedesk.store.ids import id_of

Flat = dict[str, list[Record]]


class _Part(NamedTuple):
    """Records of a table that stand within those of another: under which key, tied by which link."""

    key: str
    table: str
    link: str
    owners: str


_PARTS = (
    *(_Part(table, table, link, owners) for owners, link in (("people", "person"), ("customers", "customer"))
      for table in ("contact_points", "days", "details")),
    _Part("declined", "declined_questions", "customer", "customers"),
    _Part("items", "touchpoint_items", "touchpoint", "touchpoints"),
    _Part("papers", "papers", "touchpoint", "touchpoints"),
    _Part("items", "checklist_items", "checklist", "checklists"))
_OF = {owners: tuple(part for part in _PARTS if part.owners == owners) for owners in {part.owners for part in _PARTS}}
_TIES = (("touchpoint_customers", "customer", "customers"), ("touchpoint_people", "person", "people"))
_MERGED = {"customers": "merged_customers", "people": "merged_people"}
_OFTEN_EMPTY = {*_MERGED.values(), *(part.table for part in _PARTS)}


def nested(data: Flat) -> Flat:
    """The records of all tables, each table under its key, as the file holds them; changes those it is given."""
    for records in data.values():
        for record in records:
            if "photo" in record:
                _unfold_photo(record)
    heads = {key: _heads(data[key]) for key in _MERGED}
    for key, merged in _MERGED.items():
        data[merged] = [record for record in data[key] if heads[key][record["id"]] != record["id"]]
        data[key] = [record for record in data[key] if heads[key][record["id"]] == record["id"]]
    for part in _PARTS:
        data[part.table] = _hang(part, data, heads.get(part.owners, {}))
    for table, link, key in _TIES:
        named: defaultdict[str, dict[str, bool]] = defaultdict(dict)
        for tie in data[table]:
            if "state" not in tie:
                named[tie["touchpoint"]][heads[key][tie[link]]] = True
        for touchpoint in data["touchpoints"]:
            touchpoint[key] = list(named[touchpoint["id"]])
    _house(data, heads)
    return {key: records for key, records in data.items() if records or key not in _OFTEN_EMPTY}


def _unfold_photo(record: Record) -> None:
    photo = blobs.get(record["photo"]) if record["photo"] else None
    record["photo"] = base64.b64encode(photo).decode() if photo else ""
    record["has_photo"] = bool(photo)


def _heads(records: list[Record]) -> dict[str, str]:
    """Of each, the one that stands for it in the file; of those merged in a circle the one with the smallest id."""
    into: dict[str, str | None] = {record["id"]: record["merged_into"] for record in records}
    heads = {}
    for one in into:
        seen = [one]
        while (merged := into[seen[-1]]) is not None and merged not in seen:
            seen.append(merged)
        heads[one] = seen[-1] if merged is None else min(seen[seen.index(merged):], key=int)
    return heads


def _hang(part: _Part, data: Flat, heads: dict[str, str]) -> list[Record]:
    """Put the records of a part with their owners; returns those that have none."""
    owners = {owner["id"]: owner for owner in data[part.owners]}
    for owner in owners.values():
        owner[part.key] = []
    loose = []
    for record in data[part.table]:
        whose = record[part.link]
        if whose is None:
            loose.append(record)
            continue
        now = heads.get(whose, whose)
        if now == whose:
            del record[part.link]
        owners[now][part.key].append(record)
    return loose


def _house(data: Flat, heads: dict[str, dict[str, str]]) -> None:
    """Put people with their customers, at each where they are at two; in `people` stay those who are nowhere."""
    people = {person["id"]: person for person in data["people"]}
    homes: defaultdict[str, dict[str, Record]] = defaultdict(dict)
    for tie in data["memberships"]:
        if "state" not in tie:
            homes[heads["customers"][tie["customer"]]].setdefault(heads["people"][tie["person"]], tie)
    for customer in data["customers"]:
        customer["people"] = [
            {"membership": tie["id"], "role": tie["role"], "position": tie["position"], "of_person": tie["of_person"]}
            | people[person] for person, tie in homes[customer["id"]].items()]
    housed = {person for home in homes.values() for person in home}
    data["people"] = [person for person in data["people"] if person["id"] not in housed]


def flattened(data: Record, keys: list[str]) -> tuple[Flat, dict[str, bytes]]:
    """The records of a file of any form under their tables' keys, and its photos by their hashes. Raises KeyError,
    TypeError, ValueError or AttributeError for what is damaged."""
    found = _Found()
    for key, photo in data.get("photos", {}).items():       # of the second form, whose records name them
        if found.photo(photo) != key:
            raise ValueError(key)
    for key in keys:
        for record in (*data.get(key, ()), *data.get(_MERGED.get(key, ""), ())):
            found.take(key, record)
    for customer in data.get("customers", ()):
        for person in customer.get("people", ()):
            found.take("people", person)
            found.house(customer["id"], person)
    for table, link, key in _TIES:
        tied = {tie["touchpoint"] for tie in data.get(table, ())}
        for touchpoint in data.get("touchpoints", ()):
            if touchpoint["id"] not in tied:
                found.tie(table, touchpoint["id"], link, touchpoint.get(key, ()))
    return {key: list(records.values()) for key, records in found.records.items()}, found.photos


class _Found:
    """Records by the key of their table and their id, and photos by their hash."""

    def __init__(self) -> None:
        self.records: defaultdict[str, dict[str, Record]] = defaultdict(dict)
        self.photos: dict[str, bytes] = {}

    def photo(self, text: str) -> str:
        data = base64.b64decode(text, validate=True)
        key = blobs.hash_of(data)
        self.photos[key] = data
        return key

    def take(self, table: str, record: Record) -> None:
        """A record that may hold a photo, and others within it."""
        if "has_photo" in record:
            record = record | {"photo": self.photo(record["photo"]) if record["photo"] else ""}
        self.records[table][record["id"]] = record
        for part in _OF.get(table, ()):
            for inner in record.get(part.key, ()):
                self.take(part.table, {part.link: record["id"]} | inner)

    def house(self, customer: str, person: Record) -> None:
        """Where someone stands with a customer, they belong there; the list of who belongs where knows more."""
        row = person.get("membership") or str(id_of("archive", customer, person["id"]))
        home = {key: person[key] for key in ("role", "position", "of_person") if key in person}
        self.records["memberships"].setdefault(
            row, {"id": row, "customer": customer, "person": person["id"]} | home)

    def tie(self, table: str, touchpoint: str, link: str, whom: list[str]) -> None:
        """The first form had no ids for these: they are made of both, and lie in the order of the file."""
        for n, one in enumerate(whom):
            row = str(id_of("archive", touchpoint, link, one) >> 16 << 16 | n)
            self.records[table][row] = {"id": row, "touchpoint": touchpoint, link: one}
