"""What the desk holds, as an import looks at it: read once into dictionaries, so that ten thousand cards cost no query.

Who was merged into another is that other; what lies in the trash is known too, so that it does not come back.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from lovedesk.shop import uids
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold
from lovedesk.shop.import_cards import way_key
from lovedesk.shop.tables import rows

UNDONE = "undone"
PERSON_FIELDS = ("given", "family", "nickname", "say", "prefix", "middle", "suffix", "work", "language",
                 "wish_channel", "wish_time", "gone")


class CustomerSeen(NamedTuple):
    """A customer of the desk, in any state."""

    state: str
    name: str
    folded: str
    kind: str
    standing: str
    photo: str
    uid: str
    fingerprint: str
    since: str | None
    keeper: int | None


class PersonSeen(NamedTuple):
    """A person of the desk, in any state; `told` are the fields of `PERSON_FIELDS`."""

    state: str
    name: str
    photo: str
    uid: str
    fingerprint: str
    told: tuple[str, ...]


class Home(NamedTuple):
    """A membership of a person."""

    id: int
    customer: int
    role: str
    state: str


class Known:
    """The desk before an import; it also remembers what the import adds."""

    def __init__(self) -> None:
        self.customers = {row[0]: CustomerSeen._make(row[1:]) for row in rows(
            "select id, state, name, sort_name, kind, standing, photo, uid, fingerprint, since, keeper_id "
            "from customer where id in (select head from head) and state <> 'erased'")}
        self.people = {row[0]: PersonSeen(row[1], row[2], row[3], row[4], row[5], row[6:]) for row in rows(
            f"select id, state, name, photo, uid, fingerprint, {', '.join(PERSON_FIELDS)} from person "
            "where id in (select head from head) and state <> 'erased'")}
        self._now: dict[int, int] = dict(rows("select id, head from head where id <> head"))   # of those merged
        self.homes: defaultdict[int, list[Home]] = defaultdict(list)
        self.family: defaultdict[int, set[str]] = defaultdict(set)          # folded names of a person's family
        self._read_homes()
        self.people_of: defaultdict[int, list[int]] = defaultdict(list)     # of a customer
        for person, homes in self.homes.items():
            for home in homes:
                self.people_of[home.customer].append(person)
        self.by_mark: defaultdict[str, list[int]] = defaultdict(list)
        self.prints: defaultdict[int, set[str]] = defaultdict(set)      # of the cards of those who were merged into one
        self.also: defaultdict[int, set[str]] = defaultdict(set)        # and their names
        self._read_marks()
        self.by_way: defaultdict[str, list[int]] = defaultdict(list)
        self.ways: defaultdict[int, set[str]] = defaultdict(set)
        self.numbers: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)   # by key: whose, and as written
        self._read_ways()
        self.named: defaultdict[str, list[int]] = defaultdict(list)         # live people by folded name
        self.businesses: defaultdict[str, list[int]] = defaultdict(list)
        self._read_names()
        self.days: defaultdict[int, dict[tuple[str, int, int], tuple[int, int | None]]] = defaultdict(dict)
        self.facts: defaultdict[int, set[str]] = defaultdict(set)
        self.tags: defaultdict[int, set[str]] = defaultdict(set)
        self.linked: defaultdict[int, set[str]] = defaultdict(set)          # folded names of whom they are tied to
        self.keepers = {fold(name): row for row, name in rows("select id, name from shopkeeper where state = 'live'")}
        if self.people or self.customers:
            self._read_what_hangs()
        self.old_marks = any(len(mark) == 32 for mark in self.by_mark)      # a desk of the first round

    def _read_homes(self) -> None:
        for person, owner, *values in rows(
                "select person_id, of_person_id, id, customer_id, role, state from membership"):
            home = Home._make(values)
            home = home._replace(customer=self._now.get(home.customer, home.customer))
            whose = self._now.get(person, person)
            if home.customer in self.customers:
                self.homes[whose].append(home)
            if owner is not None and whose in self.people and home.state != UNDONE:
                self.family[self._now.get(owner, owner)].add(fold(self.people[whose].name))

    def _read_marks(self) -> None:
        for seen in (self.people, self.customers):
            for row, found in seen.items():
                for mark in {found.uid, found.fingerprint} - {""}:
                    self.by_mark[mark].append(row)
        for merged, name, *marks in rows(
                "select id, name, uid, fingerprint from person where merged_into_id is not null union all "
                "select id, name, uid, fingerprint from customer where merged_into_id is not null"):
            row = self._now.get(merged, merged)
            self.also[row].add(name)
            for mark in {*marks} - {""}:
                self.by_mark[mark].append(row)
                self.prints[row].add(mark)

    def _read_ways(self) -> None:
        for whose, kind, value, state in rows("select coalesce(person_id, customer_id), kind, value, state "
                                              "from contact_point where state in ('live', 'trashed') order by id"):
            key, owner = way_key(kind, value), self._now.get(whose, whose)
            self.ways[owner].add(key)      # also what was deleted: it does not come back by itself
            if state != LIVE:
                continue
            if kind == "email":
                self.by_way[key].append(owner)
            elif kind == "phone":
                self.by_way[key].append(owner)
                self.numbers[key].append((owner, value))

    def _read_names(self) -> None:
        for row, person in self.people.items():
            if person.state == LIVE and self.live_homes(row):
                self.named[fold(person.name)].append(row)
        for row, customer in self.customers.items():
            if customer.state == LIVE and customer.kind == "business":
                self.businesses[customer.folded].append(row)

    def _read_what_hangs(self) -> None:
        for owner, row, kind, month, day, year in rows(
                "select coalesce(person_id, customer_id), id, kind, month, day, year from special_day "
                "where state in ('live', 'trashed')"):
            self.days[self._now.get(owner, owner)][kind, month, day] = (row, year)
        for owner, text in rows("select coalesce(person_id, customer_id), text from detail "
                                "where state in ('live', 'trashed')"):
            self.facts[self._now.get(owner, owner)].add(fold(text))
        for owner, name in rows("select x.customer_id, t.name from customer_tag x join tag t on t.id = x.tag_id "
                                "where x.state in ('live', 'trashed')"):
            self.tags[self._now.get(owner, owner)].add(fold(name))
        for one, other in rows("select coalesce(from_customer_id, from_person_id), coalesce(to_customer_id, "
                               "to_person_id) from link where state in ('live', 'trashed')"):
            for end, name in ((one, self._name(other)), (other, self._name(one))):
                self.linked[self._now.get(end, end)].add(fold(name))

    def _name(self, row: int) -> str:
        row = self._now.get(row, row)
        seen = self.people.get(row) or self.customers.get(row)
        return seen.name if seen is not None else ""

    def of_uid(self, uid: str) -> list[int]:
        """Who came in under a name, or for whom an export of this desk made it."""
        if not uid:
            return []
        row = uids.row_of(uid)
        return [*self.by_mark.get(uid, ()), *([self._now.get(row, row)] if row else ())]

    def live_homes(self, person: int) -> list[Home]:
        """The memberships of a person at customers that are here."""
        return [home for home in self.homes[person]
                if home.state == LIVE and self.customers[home.customer].state == LIVE]
