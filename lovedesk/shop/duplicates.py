"""Customers and people who may be the same, each pair with its reasons in words; they are never made one by themselves.

Pairs come from what is equal, by keys: an e-mail, the end of a number, a name, a birthday, a card. A key that many
share (a switchboard, info@) says nothing and is passed over, so that work grows with the desk and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple, TypeVar

from lovedesk.shop.heads import LIVE_PERSON, head_of
from lovedesk.shop.likeness import like, name_words
from lovedesk.shop.tables import LIVE_CUSTOMER, rows
from lovedesk.words import _

CUSTOMER, PERSON = "customer", "person"
CROWD = 20          # as many who share a key are a switchboard or a common name
NUMBER = 8          # last digits that tell numbers apart, whatever stands before them
SURE, LIKELY, WEAK = 3, 2, 1
Key = TypeVar("Key", int, str)


class Pair(NamedTuple):
    """Two who may be the same: `noun` is customer or person; the more sure, the higher `weight`."""

    noun: str
    one: int
    other: int
    names: tuple[str, str]
    reasons: tuple[str, ...]
    weight: int


class _Unit(NamedTuple):
    """Who is compared: a customer, a person, or (both are set) a customer who is that one person."""

    customer: int
    person: int
    words: list[str]


def pairs() -> list[Pair]:
    """All pairs, the surest first; without those who were said to be two."""
    found = _Found()
    found.by_ways()
    found.by_names()
    found.by_birthdays()
    found.by_cards()
    found.at_one_customer()
    return found.told()


class _Found:
    """Gathers pairs and why. The desk is read once: a question for each of 50,000 would take ten times as long."""

    def __init__(self) -> None:
        self._now: dict[int, int] = dict(rows("select id, head from head where id <> head"))
        people = rows(f"select p.id, p.name, p.uid from person p where {LIVE_PERSON}")
        found = rows(f"select c.id, c.sort_name, c.uid, c.kind = 'person' from customer c where {LIVE_CUSTOMER}")
        self._people: dict[int, str] = {person: name for person, name, _uid in people}
        self._customers: dict[int, str] = {customer: name for customer, name, _uid, _single in found}
        self._single = {customer for customer, _name, _uid, single in found if single}
        self._cards = _shared([(row[2], row[0]) for many in (people, found) for row in many if row[2]])
        at = rows("select customer_id, person_id from membership where state = 'live'")
        if self._now:
            at = [(self._now.get(customer, customer), self._now.get(person, person)) for customer, person in at]
        at = [(home, who) for home, who in at if home in self._customers and who in self._people]
        self._member: dict[int, int] = dict(at)
        self._members = _shared(at)
        self._home: dict[int, int] = {who: home for home, who in at}
        self._homes = _shared([(who, home) for home, who in at])
        self._family = {(self._now.get(one, one), self._now.get(other, other)) for one, other in rows(
            "select person_id, of_person_id from membership where state = 'live' and of_person_id is not null")}
        self._units: dict[int, _Unit | None] = {}
        self._why: defaultdict[tuple[str, int, int], dict[str, int]] = defaultdict(dict)

    def told(self) -> list[Pair]:
        """What was found, as a person reads it."""
        two_of_them = {tuple(sorted((head_of(one), head_of(other)))) for one, other in rows(
            "select one, other from not_same where state = 'live'")}
        wanted = f"[{','.join(str(row) for _noun, *ids in self._why for row in ids)}]"
        names = {**self._people, **dict(rows(
            "select id, name from customer where id in (select value from json_each(?))", wanted))}
        told = [Pair(noun, one, other, (names[one], names[other]),
                     tuple(sorted(why, key=lambda words: -why[words])), max(why.values()) + len(why) - 1)
                for (noun, one, other), why in self._why.items() if (one, other) not in two_of_them]
        told.sort(key=lambda pair: (-pair.weight, pair.names, pair.one, pair.other))
        return told

    def _add(self, one: _Unit, other: _Unit, why: str, weight: int) -> None:
        if one.customer and other.customer:
            noun, low, high = CUSTOMER, *sorted((one.customer, other.customer))
        elif one.person and other.person:
            noun, low, high = PERSON, *sorted((one.person, other.person))
        else:
            return
        if not {(one.person, other.person), (other.person, one.person)} & self._family:
            self._why[noun, low, high][why] = weight

    def _unit(self, owner: int) -> _Unit | None:
        """Whom a customer's or person's id stands for; None for one who is not here any more."""
        owner = self._now.get(owner, owner)
        if owner not in self._units:
            self._units[owner] = self._new_unit(owner)
        return self._units[owner]

    def _new_unit(self, owner: int) -> _Unit | None:
        if owner in self._customers:
            person = self._member.get(owner, 0)
            alone = owner in self._single and owner not in self._members and person not in self._homes
            return _Unit(owner, person if alone else 0, name_words(self._customers[owner]))
        if owner not in self._home:
            return None
        unit = self._unit(self._home[owner])
        return unit if unit and unit.person == owner else _Unit(0, owner, name_words(self._people[owner]))

    def _together(self, owners: Iterable[int]) -> Iterator[tuple[_Unit, _Unit]]:
        """Each two of them who are not the same already."""
        here = {unit.person or unit.customer: unit for owner in owners if (unit := self._unit(owner))}
        return combinations(here.values(), 2)

    def by_ways(self) -> None:
        """The same e-mail; or the same number and a like name, since families and offices share a number."""
        same: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for key, kind, value, owner in rows(
                f"""select g.key, n.kind, n.value, coalesce(n.person_id, n.customer_id) from (
                      select iif(instr(key, '@'), key, substr(key, -{NUMBER})) as key, json_group_array(id) as ids
                      from contact_point where key <> '' group by 1 having count(*) between 2 and {CROWD}) g
                    join json_each(g.ids) j join contact_point n on n.id = j.value
                    where n.state = 'live' and n.kind in ('email', 'phone') and length(n.key) > 5"""):
            same[f"{kind} {key}"].append((value, owner))
        for key, ways in same.items():
            for one, other in self._together(owner for _value, owner in ways):
                why, weight = _reason(key.startswith("email"), ways[0][0], one, other, alone=len(ways) == 2)
                if why:
                    self._add(one, other, why, weight)

    def by_names(self) -> None:
        """Customers of the same name in the same town, or the only two of that name."""
        groups = _shared([(" ".join(name_words(name)), row) for row, name in self._customers.items()]).values()
        towns = self._towns({owner for owners in groups for owner in owners}) if groups else {}
        for owners in groups:
            at: defaultdict[str, list[int]] = defaultdict(list)
            for owner in owners:
                for town in towns.get(owner, ()):
                    at[town].append(owner)
            for town, here in at.items():
                for one, other in self._together(here) if len(here) <= CROWD else ():
                    self._add(one, other, _("same name and town, {town}").format(town=town), LIKELY)
            if len(owners) == 2 and not (towns.get(owners[0]) and towns.get(owners[1])):
                for one, other in self._together(owners):
                    self._add(one, other, _("same name"), WEAK)

    def _towns(self, wanted: set[int]) -> dict[int, set[str]]:
        """The lines of each customer's addresses, in letters alone, but for the street and the country."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for owner, value in rows("select coalesce(customer_id, person_id), value from contact_point "
                                 "where kind = 'address' and state = 'live'"):
            row = self._now.get(owner, owner)
            for customer in [row] if row in wanted else self._homes.get(row) or [self._home.get(row, 0)]:
                if customer not in wanted:
                    continue
                lines = (value if "\n" in value else value.replace(",", "\n")).split("\n")[1:]
                if len(lines) > 1 and lines[-1].replace(" ", "").isalpha():
                    lines.pop()
                towns = (" ".join(word for word in line.replace(",", " ").split() if word.isalpha()) for line in lines)
                found[customer].update(town.title() for town in towns if len(town) > 2)
        return found

    def by_birthdays(self) -> None:
        """The same birthday, of the same year, and a like name."""
        for (owners,) in rows(
                f"""select group_concat(person_id, ' ') from special_day
                    where state = 'live' and kind = 'birthday' and year is not null and person_id is not null
                    group by month, day, year having count(*) between 2 and {CROWD}"""):
            for one, other in self._alike(int(owner) for owner in owners.split()):
                if one.words == other.words:
                    self._add(one, other, _("same name and birthday"), SURE)
                else:
                    self._add(one, other, _("same birthday and a like name"), LIKELY)

    def by_cards(self) -> None:
        """The same card of an address book, and a like name: some programs number their cards from 1."""
        for owners in self._cards.values():
            if len(owners) <= CROWD:
                for one, other in self._together(owners):
                    if like(one.words, other.words):
                        self._add(one, other, _("the same card of an address book"), SURE)

    def at_one_customer(self) -> None:
        """Two people of a like name at the same customer."""
        for people in self._members.values():
            if len(people) <= CROWD:
                for one, other in self._alike(people):
                    self._add(one, other, _("like names at the same customer"), LIKELY)

    def _alike(self, people: Iterable[int]) -> Iterator[tuple[_Unit, _Unit]]:
        """Those of like names; at least a word of them is written alike, which costs least to see."""
        here = {person: frozenset(self._people[person].split()) for owner in people
                if (person := self._now.get(owner, owner)) in self._people}
        for (one, words), (other, others) in combinations(here.items(), 2):
            if not words.isdisjoint(others):
                for pair in self._together((one, other)):
                    if like(pair[0].words, pair[1].words):
                        yield pair


def _shared(owned: Iterable[tuple[Key, int]]) -> dict[Key, list[int]]:
    """The keys that several have, each with whose it is; no list is made for the many that one has alone."""
    first: dict[Key, int] = {}
    several: dict[Key, list[int]] = {}
    for key, owner in owned:
        if key in several:
            several[key].append(owner)
        elif first.setdefault(key, owner) != owner:
            several[key] = [first[key], owner]
    return several


def _reason(email: bool, value: str, one: _Unit, other: _Unit, *, alone: bool) -> tuple[str, int]:
    if not like(one.words, other.words):
        if email and alone:
            return _("same e-mail {value}, though the names differ").format(value=value), WEAK
        return "", 0
    if email:
        return _("same e-mail {value}").format(value=value), SURE
    if one.words == other.words:
        return _("same number {value} and the same name").format(value=value), SURE
    return _("same number {value} and a like name").format(value=value), LIKELY
