"""The rows of an import: new ones a thousand at a time, what is added to those who are here, and what is revived."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from lovedesk.formats.records import Card, Fact, Way, YearlyDay
from lovedesk.shop import blobs
from lovedesk.shop.columns import database
from lovedesk.shop.details import HERE, default_seen_by
from lovedesk.shop.folding import contact_key, fold
from lovedesk.shop.import_cards import Entry
from lovedesk.shop.tables import Customer, Membership, Person, SpecialDay
from lovedesk.store.ids import new_ids

InsertMany = Callable[[str, Sequence[str], Sequence[Sequence[object]]], None]

_COLUMNS = {
    "customer": ("id", "name", "sort_name", "kind", "standing", "photo", "raw", "uid", "fingerprint"),
    "person": ("id", "name", "given", "family", "nickname", "say", "photo", "raw", "uid", "fingerprint"),
    "membership": ("id", "customer_id", "person_id", "role", "position"),
    "contact_point": ("id", "person_id", "customer_id", "kind", "value", "key", "label", "preferred", "position"),
    "special_day": ("id", "person_id", "customer_id", "kind", "month", "day", "year"),
    "detail": ("id", "person_id", "customer_id", "topic", "text", "source", "source_name", "seen_by"),
}
_BLOCK = 1000
# What an undone import left: rows that were added in the same action as the customer or person that they hang on.
_REVIVED = """update {table} set state = 'live' where state = 'undone' and {key} in (select value from json_each(?))
    and exists (select 1 from change c join change p on p.pen = c.pen and p.seq = c.seq and p.op = 'I'
      and p.tbl = ? and p.row = {table}.{key} where c.tbl = ? and c.row = {table}.id and c.op = 'I')"""


class Writer:
    """Gathers the rows of new customers and people, and writes them table by table."""

    def __init__(self, insert_many: InsertMany) -> None:
        self._insert_many = insert_many
        self._rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _COLUMNS}
        self._ids = {table: _ids() for table in _COLUMNS}
        self._seen_by: dict[str, str] = {"note": HERE}      # notes of a phone are private by nature

    def customer(self, name: str, *, kind: str, standing: str, person: Card | None = None) -> int:
        """A new customer; one that is a single person has the card's UID and photo."""
        row = next(self._ids["customer"])
        photo = blobs.put(person.photo) if person is not None and person.photo else ""
        self._rows["customer"].append(
            (row, name, fold(name), kind, standing, photo, "", person.uid if person is not None else "", ""))
        return row

    def company(self, entry: Entry, *, name: str, standing: str) -> int:
        """A new customer from a company's own card."""
        card, row = entry.card, next(self._ids["customer"])
        photo = blobs.put(card.photo) if card.photo else ""
        self._rows["customer"].append(
            (row, name, fold(name), "business", standing, photo, "\n".join(card.raw), card.uid, entry.fingerprint))
        self.hang(card, entry.source, customer=row)
        return row

    def person(self, entry: Entry, customer: int, position: int, *, told: Sequence[Fact] = ()) -> None:
        """A new person at a customer."""
        card, row = entry.card, next(self._ids["person"])
        photo = blobs.put(card.photo) if card.photo else ""
        self._rows["person"].append((row, card.name, card.given, card.family, card.nickname, card.say, photo,
                                     "\n".join(card.raw), card.uid, entry.fingerprint))
        self._rows["membership"].append((next(self._ids["membership"]), customer, row, card.role, position))
        self.hang(card, entry.source, person=row)
        if told:
            self._facts(told, entry.source, row, None)

    def hang(self, card: Card, source: str, *, person: int | None = None, customer: int | None = None) -> None:
        """The ways, days and facts of a card."""
        self._ways(card.ways, person, customer, 1)
        self._days(card.days, person, customer)
        self._facts(card.facts, source, person, customer)

    def _ways(self, ways: Sequence[Way], person: int | None, customer: int | None, first: int) -> None:
        ids, rows = self._ids["contact_point"], self._rows["contact_point"]
        for position, (kind, value, label, preferred, *_more) in enumerate(ways, first):
            rows.append((next(ids), person, customer, kind, value, contact_key(kind, value), label, int(preferred),
                         position))

    def _days(self, days: Sequence[YearlyDay], person: int | None, customer: int | None) -> None:
        ids = self._ids["special_day"]
        self._rows["special_day"] += [(next(ids), person, customer, *day) for day in days]

    def _facts(self, facts: Sequence[Fact], source: str, person: int | None, customer: int | None) -> None:
        for topic, text, *_more in facts:
            if topic not in self._seen_by:
                self._seen_by[topic] = default_seen_by(topic)
            self._rows["detail"].append((next(self._ids["detail"]), person, customer, topic, text, "file", source,
                                         self._seen_by[topic]))

    def add_missing(self, entry: Entry) -> None:
        """Give someone who is here what was missing; nothing of theirs is overwritten."""
        missing = entry.missing
        if missing is None:
            return
        is_company = entry.card.is_company
        person, customer = (None, entry.known) if is_company else (entry.known, None)
        self._ways([way._replace(preferred=False) for way in missing.ways], person, customer,
                   missing.after + 1)
        self._days(missing.days, person, customer)
        self._facts(missing.facts, entry.source, person, customer)
        model = Customer if is_company else Person
        photo = {"photo": blobs.put(missing.photo)} if missing.photo else {}
        model.update(fingerprint=entry.fingerprint, **missing.filled, **photo).where(model.id == entry.known).execute()
        for day, year in missing.years.items():
            SpecialDay.update(year=year).where(SpecialDay.id == day).execute()
        for membership, role in missing.roles.items():
            Membership.update(role=role).where(Membership.id == membership).execute()

    @property
    def waiting(self) -> int:
        """How many customers and people wait to be written."""
        return len(self._rows["customer"]) + len(self._rows["person"])

    def write(self) -> None:
        """Write what was gathered, parents first."""
        for table, columns in _COLUMNS.items():
            self._insert_many(table, columns, self._rows[table])
            self._rows[table] = []


def _ids() -> Iterator[int]:
    while True:
        first = new_ids(_BLOCK)
        yield from range(first, first + _BLOCK)


def revive(customers: dict[int, str], people: Sequence[int]) -> None:
    """Bring back what an undone import left of these customers (with their standing) and people."""
    for standing in set(customers.values()):
        ids = json.dumps([row for row, stands in customers.items() if stands == standing])
        database.execute_sql("update customer set state = 'live', standing = ? "
                             "where id in (select value from json_each(?))", (standing, ids))
    database.execute_sql("update person set state = 'live' where id in (select value from json_each(?))",
                         (json.dumps(people),))
    hanging = [(table, "customer") for table in ("contact_point", "special_day", "detail")]
    hanging += [(table, "person") for table in ("membership", "contact_point", "special_day", "detail")]
    for table, owner in hanging:
        ids = json.dumps(list(customers) if owner == "customer" else people)
        database.execute_sql(_REVIVED.format(table=table, key=f"{owner}_id"), (ids, owner, table))
