"""Whom of an import the desk knows already: by the card's UID or content, then e-mail, then number with a like name.

The desk is read once into dictionaries; ten thousand cards then cost no query.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from lovedesk.formats.records import Card, Fact
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold
from lovedesk.shop.import_cards import Entry, Fate, Missing, like_names, way_key
from lovedesk.shop.tables import NOT_CUSTOMER, TRASHED, rows
from lovedesk.words import _

UNDONE = "undone"
_FIELDS = ("given", "family", "nickname", "say")


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


class PersonSeen(NamedTuple):
    """A person of the desk, in any state."""

    state: str
    name: str
    given: str
    family: str
    nickname: str
    say: str
    photo: str
    uid: str
    fingerprint: str


class Home(NamedTuple):
    """A membership of a person."""

    id: int
    customer: int
    role: str
    state: str


class Known:
    """What the desk holds, as an import looks at it."""

    def __init__(self) -> None:
        self.customers = {row[0]: CustomerSeen._make(row[1:]) for row in rows(
            "select id, state, name, sort_name, kind, standing, photo, uid, fingerprint from customer "
            "where id in (select head from head) and state <> 'erased'")}
        self.people = {row[0]: PersonSeen._make(row[1:]) for row in rows(
            "select id, state, name, given, family, nickname, say, photo, uid, fingerprint from person "
            "where id in (select head from head) and state <> 'erased'")}
        self._now: dict[int, int] = dict(rows("select id, head from head where id <> head"))   # of those merged
        self.homes: defaultdict[int, list[Home]] = defaultdict(list)
        for person, *values in rows("select person_id, id, customer_id, role, state from membership"):
            home = Home._make(values)
            home = home._replace(customer=self._now.get(home.customer, home.customer))
            if home.customer in self.customers:
                self.homes[self._now.get(person, person)].append(home)
        self.people_of: defaultdict[int, list[int]] = defaultdict(list)      # of a customer
        for person, homes in self.homes.items():
            for home in homes:
                self.people_of[home.customer].append(person)
        self._by_mark: defaultdict[str, list[int]] = defaultdict(list)
        self._prints: defaultdict[int, set[str]] = defaultdict(set)     # of the cards of those who were merged into one
        self._also: defaultdict[int, set[str]] = defaultdict(set)       # and their names
        self._read_marks()
        self._by_way: defaultdict[str, list[int]] = defaultdict(list)
        self._ways: defaultdict[int, set[str]] = defaultdict(set)
        for whose, kind, value, state in rows("select coalesce(person_id, customer_id), kind, value, state "
                                              "from contact_point where state in ('live', 'trashed') order by id"):
            key, owner = way_key(kind, value), self._now.get(whose, whose)
            self._ways[owner].add(key)      # also what was deleted: it does not come back by itself
            if kind in {"email", "phone"} and state == LIVE:
                self._by_way[key].append(owner)
        self._names = {fold(seen.name) for seen in self.people.values() if seen.state == LIVE}
        self._names |= {seen.folded for seen in self.customers.values() if seen.state == LIVE}
        self._days: defaultdict[int, dict[tuple[str, int, int], tuple[int, int | None]]] = defaultdict(dict)
        self._facts: defaultdict[int, set[str]] = defaultdict(set)
        if self.people or self.customers:
            self._read_days_and_facts()

    def _read_marks(self) -> None:
        for seen in (self.people, self.customers):
            for row, found in seen.items():
                for mark in {found.uid, found.fingerprint} - {""}:
                    self._by_mark[mark].append(row)
        for merged, name, *marks in rows(
                "select id, name, uid, fingerprint from person where merged_into_id is not null union all "
                "select id, name, uid, fingerprint from customer where merged_into_id is not null"):
            row = self._now.get(merged, merged)
            self._also[row].add(name)
            for mark in {*marks} - {""}:
                self._by_mark[mark].append(row)
                self._prints[row].add(mark)

    def _read_days_and_facts(self) -> None:
        for owner, row, kind, month, day, year in rows(
                "select coalesce(person_id, customer_id), id, kind, month, day, year from special_day "
                "where state in ('live', 'trashed')"):
            self._days[self._now.get(owner, owner)][kind, month, day] = (row, year)
        for owner, text in rows("select coalesce(person_id, customer_id), text from detail "
                                "where state in ('live', 'trashed')"):
            self._facts[self._now.get(owner, owner)].add(fold(text))

    def decide(self, entry: Entry) -> None:
        """Find out who the card is and what is to be done with it."""
        entry.known = self._known(entry)
        if not entry.known:
            entry.undone = self._undone(entry)
            if not entry.undone and fold(entry.card.name) in self._names:
                entry.remark = _("maybe the same: someone of this name is here")
            return
        if kept_out := self._kept_out(entry):
            entry.fate, entry.remark = Fate.KEPT_OUT, kept_out
        elif entry.fingerprint in {self._seen(entry.card, entry.known).fingerprint, *self._prints.get(entry.known, ())}:
            entry.fate = Fate.SAME
        else:
            entry.missing = self._missing(entry.card, entry.known)
            entry.fate = Fate.ADDS if entry.missing else Fate.SAME
            self._take_in(entry.known, entry.missing)

    def join(self, entry: Entry, customer: int) -> None:
        """Let a company's card that nobody was found for be about the customer that its people are at."""
        if entry.fate is Fate.NEW and not entry.known:
            entry.known = customer
            entry.missing = self._missing(entry.card, customer)
            entry.fate = Fate.ADDS if entry.missing else Fate.SAME
            self._take_in(customer, entry.missing)

    def _seen(self, card: Card, row: int) -> CustomerSeen | PersonSeen:
        return self.customers[row] if card.is_company else self.people[row]

    def _is_here(self, card: Card, row: int) -> bool:
        """Whether a row is of the card's kind, and neither undone nor only of undone customers."""
        if card.is_company:
            return row in self.customers and self.customers[row].kind == "business" and (
                self.customers[row].state != UNDONE)
        return row in self.people and self.people[row].state != UNDONE and any(
            self.customers[home.customer].state != UNDONE and home.state != UNDONE for home in self.homes[row])

    def _known(self, entry: Entry) -> int:
        card = entry.card
        for row in self._by_mark.get(entry.fingerprint, ()):
            if self._is_here(card, row):
                return row
        for row in self._by_mark.get(card.uid, ()) if card.uid else ():
            if self._is_here(card, row) and self._agrees(card, row):
                return row
        for kind in ("email", "phone"):
            if row := self._by_ways(card, kind):
                return row
        return 0

    def _agrees(self, card: Card, row: int) -> bool:
        """Whether a UID is to be believed: some programs number from 1, so a name or a way must be shared too."""
        name = self._seen(card, row).name
        return (self._is_called(card, row) or bool(set(fold(name).split()) & set(fold(card.name).split()))
                or any(way_key(way.kind, way.value) in self._ways.get(row, ()) for way in card.ways))

    def _is_called(self, card: Card, row: int) -> bool:
        """Whether someone's name, or that of one who was merged into them, is like the card's."""
        return any(like_names(name, card.name) for name in (self._seen(card, row).name, *self._also.get(row, ())))

    def _by_ways(self, card: Card, kind: str) -> int:
        """The one who can be reached the same way and has a like name; nobody when there are two such."""
        if not self._by_way:
            return 0
        keys = [way_key(way.kind, way.value) for way in card.ways if way.kind == kind]
        found = {row for key in keys if key in self._by_way for owner in self._by_way[key]
                 for row in self._of_owner(owner) if self._is_here(card, row)
                 and self._is_called(card, row)}
        if len(found) > 1:
            found = {row for row in found if fold(self._seen(card, row).name) == fold(card.name)}
        return found.pop() if len(found) == 1 else 0

    def _of_owner(self, owner: int) -> list[int]:
        """Who can be reached by a way: its owner, and for a customer that is one person also that person."""
        if owner in self.people or self.customers[owner].kind == "business":
            return [owner]
        return self.people_of[owner]

    def _undone(self, entry: Entry) -> int:
        """A row of the same content that an undone import left behind; it is brought back instead of doubled."""
        for row in self._by_mark.get(entry.fingerprint, ()):
            if entry.card.is_company:
                seen = self.customers.get(row)
                if seen is not None and seen.kind == "business" and seen.state == UNDONE:
                    return row
            elif row in self.people and self.people[row].state == UNDONE and self.homes[row]:
                return row
        return 0

    def _kept_out(self, entry: Entry) -> str:
        if entry.card.is_company:
            homes = [self.customers[entry.known]]
        else:
            homes = [self.customers[home.customer] for home in self.homes[entry.known]]
        here = [home for home in homes if home.state == LIVE]
        if not here or self._seen(entry.card, entry.known).state == TRASHED:
            return _("in the trash")
        return _("not a customer") if all(home.standing == NOT_CUSTOMER for home in here) else ""

    def live_homes(self, person: int) -> list[Home]:
        """The memberships of a person at customers that are here."""
        return [home for home in self.homes[person]
                if home.state == LIVE and self.customers[home.customer].state == LIVE]

    def _missing(self, card: Card, row: int) -> Missing:
        seen = self._seen(card, row)
        ways = set(self._ways.get(row, ()))
        missing = Missing([], [], {}, [], {}, None if seen.photo else card.photo, {}, after=len(ways))
        if isinstance(seen, PersonSeen):
            for home in self.live_homes(row):
                ways |= self._ways.get(home.customer, set())
                if card.role and not home.role:
                    missing.roles[home.id] = card.role
            missing.filled = {field: getattr(card, field) for field in _FIELDS
                              if getattr(card, field) and not getattr(seen, field)}
        if card.uid and not seen.uid:
            missing.filled["uid"] = card.uid
        for way in card.ways:
            if (key := way_key(way.kind, way.value)) not in ways:
                ways.add(key)
                missing.ways.append(way)
        days = self._days.get(row, {})
        for day in card.days:
            found = days.get((day.kind, day.month, day.day))
            if found is None:
                missing.days.append(day)
            elif found[1] is None and day.year is not None:
                missing.years[found[0]] = day.year
        facts = self._facts.get(row, set())
        missing.facts = [fact for fact in [*card.facts, *self._beside(card, row)] if fold(fact.text) not in facts]
        return missing

    def _beside(self, card: Card, row: int) -> list[Fact]:
        """What differs from what stands on the desk: it is kept beside it, for a person to look at."""
        seen = self._seen(card, row)
        told = []
        if not self._is_called(card, row):
            told.append(_("Also called {name}").format(name=card.name))
        if isinstance(seen, PersonSeen):
            homes = self.live_homes(row)
            if card.nickname and seen.nickname and fold(card.nickname) != fold(seen.nickname):
                told.append(_("Also called {name}").format(name=card.nickname))
            if card.role and all(home.role and fold(home.role) != fold(card.role) for home in homes):
                told.append(_("Role: {role}").format(role=card.role))
            if card.company and all(self.customers[home.customer].folded != fold(card.company) for home in homes):
                told.append(_("Company: {name}").format(name=card.company))
        return [Fact("note", text) for text in told]

    def _take_in(self, row: int, missing: Missing) -> None:
        """Remember what this import adds, so that the next card of the same person does not add it again."""
        self._ways[row].update(way_key(way.kind, way.value) for way in missing.ways)
        self._facts[row].update(fold(fact.text) for fact in missing.facts)
        for day in missing.days:
            self._days[row][day.kind, day.month, day.day] = (0, day.year)


