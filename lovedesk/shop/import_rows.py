"""The rows of an import: new ones a thousand at a time, what is added to those who are here, and what is revived."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence

from lovedesk.formats import labels
from lovedesk.formats.records import Card, Fact, Relation, Way, YearlyDay
from lovedesk.shop import blobs, topics
from lovedesk.shop.columns import database
from lovedesk.shop.details import HERE, default_seen_by
from lovedesk.shop.folding import contact_key, fold
from lovedesk.shop.import_cards import FAMILY, Entry
from lovedesk.shop.import_known import Known
from lovedesk.shop.people import PET
from lovedesk.shop.tables import Customer, Membership, Person, SpecialDay
from lovedesk.shop.tables import rows as ask
from lovedesk.store.ids import new_ids

InsertMany = Callable[[str, Sequence[str], Sequence[Sequence[object]]], None]

_COLUMNS = {
    "customer": ("id", "name", "sort_name", "kind", "standing", "photo", "raw", "uid", "fingerprint", "since",
                 "keeper_id"),
    "person": ("id", "kind", "name", "given", "family", "nickname", "say", "photo", "raw", "uid", "fingerprint",
               "prefix", "middle", "suffix", "work", "language", "wish_channel", "wish_time", "gone", "gone_on"),
    "membership": ("id", "customer_id", "person_id", "role", "position", "of_person_id"),
    "contact_point": ("id", "person_id", "customer_id", "kind", "value", "key", "label", "preferred", "note", "way_in",
                      "position"),
    "special_day": ("id", "person_id", "customer_id", "kind", "month", "day", "year"),
    "detail": ("id", "person_id", "customer_id", "topic", "text", "source", "source_name", "seen_by", "change",
               "learned_on", "confirmed_on", "day"),
}
_BLOCK = 1000
# What an undone import left: rows that were added in the same action as the customer or person that they hang on.
_REVIVED = """update {table} set state = 'live' where state = 'undone' and {key} in (select value from json_each(?))
    and exists (select 1 from change c join change p on p.pen = c.pen and p.seq = c.seq and p.op = 'I'
      and p.tbl = ? and p.row = {table}.{key} where c.tbl = ? and c.row = {table}.id and c.op = 'I')"""


class Writer:
    """Gathers the rows of new customers and people, and writes them table by table."""

    def __init__(self, insert_many: InsertMany, known: Known) -> None:
        self._insert_many = insert_many
        self._known = known
        self._rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _COLUMNS}
        self._ids = {table: _ids() for table in _COLUMNS}
        self._topics: dict[str, tuple[str, str]] = {"note": ("note", HERE)}     # notes of a phone are private by nature

    def customer(self, name: str, *, kind: str, standing: str, card: Card, alone: bool) -> int:
        """A new customer; one that is `alone`, a single person, has the card's UID and photo."""
        row = next(self._ids["customer"])
        photo = blobs.put(card.photo) if alone and card.photo else ""
        self._rows["customer"].append((row, name, fold(name), kind, standing, photo, "", card.uid if alone else "", "",
                                       _day(card.since), self._keeper(card)))
        return row

    def company(self, entry: Entry, *, name: str, standing: str) -> int:
        """A new customer from a company's own card."""
        card, row = entry.card, next(self._ids["customer"])
        photo = blobs.put(card.photo) if card.photo else ""
        self._rows["customer"].append((row, name, fold(name), "business", standing, photo, "\n".join(card.raw),
                                       card.uid, entry.fingerprint, _day(card.since), self._keeper(card)))
        self.hang(card, entry.source, customer=row)
        return row

    def _keeper(self, card: Card) -> int | None:
        return self._known.keepers.get(fold(card.keeper)) if card.keeper else None

    def person(self, entry: Entry, customer: int, position: int, *, told: Sequence[Fact] = ()) -> int:
        """A new person at a customer, with their family; or someone of another's family. Returns the id."""
        card, row, owner = entry.card, next(self._ids["person"]), entry.owner
        photo = blobs.put(card.photo) if card.photo else ""
        self._rows["person"].append((
            row, card.kind, card.name, card.given, card.family, card.nickname, card.say, photo, "\n".join(card.raw),
            card.uid, entry.fingerprint, card.prefix, card.middle, card.suffix, card.work, card.language,
            card.wish_channel, card.wish_time, card.gone, _day(card.gone_on)))
        role = card.family_word or card.role if owner is not None else card.role
        self._rows["membership"].append((next(self._ids["membership"]), customer, row, role, position,
                                         owner.row if owner is not None else None))
        self.hang(card, entry.source, person=row)
        if told:
            self._facts(told, entry.source, row, None)
        return row

    def family(self, relations: Sequence[Relation], customer: int, owner: int, position: int) -> None:
        """Partner, children, pets: people too, who hang on `owner`."""
        for at, relation in enumerate(relations, position):
            row = next(self._ids["person"])
            self._rows["person"].append((row, PET if relation.group == PET else "", relation.name, *[""] * 16, None))
            self._rows["membership"].append((next(self._ids["membership"]), customer, row, relation.word, at, owner))

    def hang(self, card: Card, source: str, *, person: int | None = None, customer: int | None = None) -> None:
        """The ways, days and facts of a card."""
        self._ways(card.ways, person, customer, 1)
        self._days(card.days, person, customer)
        self._facts(card.facts, source, person, customer)
        if card.relations:
            told = [labels.sentence(relation) for relation in card.relations
                    if person is None and relation.group in FAMILY]
            self._facts(told, source, person, customer)

    def tell(self, told: Sequence[Fact], source: str, person: int | None, customer: int | None) -> None:
        """Facts of someone who was written."""
        self._facts(told, source, person, customer)

    def _ways(self, ways: Sequence[Way], person: int | None, customer: int | None, first: int) -> None:
        ids, rows = self._ids["contact_point"], self._rows["contact_point"]
        for position, (kind, value, label, preferred, note, way_in) in enumerate(ways, first):
            rows.append((next(ids), person, customer, kind, value, contact_key(kind, value), label, int(preferred),
                         note, way_in, position))

    def _days(self, days: Sequence[YearlyDay], person: int | None, customer: int | None) -> None:
        ids = self._ids["special_day"]
        self._rows["special_day"] += [(next(ids), person, customer, *day) for day in days]

    def _facts(self, facts: Sequence[Fact], source: str, person: int | None, customer: int | None) -> None:
        for topic, text, change, learned_on, confirmed_on, day, seen_by in facts:
            key, usual = self._topics.get(topic) or self._topic(topic)
            self._rows["detail"].append((
                next(self._ids["detail"]), person, customer, key, text, "file", source, seen_by or usual, change,
                _day(learned_on), _day(confirmed_on), _day(day)))

    def _topic(self, topic: str) -> tuple[str, str]:
        """The key of a topic that a file names, and who may see it; one that nobody knows becomes the shop's own."""
        key = topics.named(topic) or (topics.add(topic) if len(topic) <= topics.NAME_LIMIT else "note")
        self._topics[topic] = key, default_seen_by(key)
        return self._topics[topic]

    def add_missing(self, entry: Entry, customer: int) -> None:
        """Give someone who is here what was missing; nothing of theirs is overwritten."""
        missing = entry.missing
        if missing is None:
            return
        is_company = entry.card.is_company
        person, owner = (None, entry.known) if is_company else (entry.known, None)
        self._ways([way._replace(preferred=False) for way in missing.ways], person, owner, missing.after + 1)
        self._days(missing.days, person, owner)
        self._facts(missing.facts, entry.source, person, owner)
        if missing.family and person is not None:
            self.family(missing.family, customer, person, len(self._known.people_of[customer]) + 1)
        model = Customer if is_company else Person
        photo = {"photo": blobs.put(missing.photo)} if missing.photo else {}
        model.update(fingerprint=entry.fingerprint, **missing.filled, **photo).where(model.id == entry.known).execute()
        if missing.at:
            Customer.update(**missing.at).where(Customer.id == customer).execute()
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


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None


def revive(customers: dict[int, str], people: Sequence[int]) -> None:
    """Bring back what an undone import left of these customers (with their standing) and people."""
    for standing in set(customers.values()):
        ids = json.dumps([row for row, stands in customers.items() if stands == standing])
        database.execute_sql("update customer set state = 'live', standing = ? "
                             "where id in (select value from json_each(?))", (standing, ids))
    people = [*people, *_family_of(people)]
    hanging = [(table, "customer") for table in ("contact_point", "special_day", "detail")]
    database.execute_sql("update person set state = 'live' where id in (select value from json_each(?))",
                         (json.dumps(people),))
    hanging += [("link", f"{side}_{owner}") for side in ("from", "to") for owner in ("customer", "person")]
    hanging += [(table, "person") for table in ("membership", "contact_point", "special_day", "detail")]
    for table, owner in hanging:
        noun = owner.rpartition("_")[2]
        ids = json.dumps(list(customers) if noun == "customer" else people)
        database.execute_sql(_REVIVED.format(table=table, key=f"{owner}_id"), (ids, noun, table))


def _family_of(people: Sequence[int]) -> list[int]:
    """Who was added with these people as their family, and was undone with them."""
    return [row[0] for row in ask(
        """select m.person_id from membership m join person p on p.id = m.person_id and p.state = 'undone'
           where m.of_person_id in (select value from json_each(?)) and m.state = 'undone' and exists (
             select 1 from change c join change o on o.pen = c.pen and o.seq = c.seq and o.op = 'I'
               and o.tbl = 'person' and o.row = m.of_person_id
             where c.tbl = 'membership' and c.row = m.id and c.op = 'I')""", json.dumps(people))]
