"""Bringing contacts in: first a plan that a person looks at, then one action (journey 1, practice A1).

A card is new, adds to someone who is here, is the same, or is kept out. Cards of one company make one customer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from lovedesk.formats.records import Fact, Reading
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold
from lovedesk.shop.import_cards import Entry, Fate, Progress, entries
from lovedesk.shop.import_matching import UNDONE, Known
from lovedesk.shop.import_rows import InsertMany, Writer, revive
from lovedesk.shop.tables import NOT_CUSTOMER
from lovedesk.words import _

_BATCH = 2000       # rows of customers and people that wait in memory
ANSWERS = {"customers": "customer", "new": "enquiring", "one-off": "one-off", "others": NOT_CUSTOMER}


class NotRead(NamedTuple):
    """A card or row that could not be read."""

    source: str
    place: int
    reason: str
    excerpt: str


class Counts(NamedTuple):
    """What an import will do: customers and people that are new, cards of those who are here, and the rest."""

    customers: int
    people: int
    adds: int
    same: int
    kept_out: int
    unreadable: int


class PlanRow(NamedTuple):
    """A line of the page: a customer to be, or one who is here; `key` names it for `exceptions` and `split`."""

    key: int
    name: str
    people: list[str]
    fate: Fate
    remark: str
    source: str
    place: int
    standing: str
    can_split: bool


@dataclass(slots=True)
class Unit:
    """The cards that make one customer: `customer` is the one on the desk, 0 for a new one."""

    key: int
    name: str
    business: bool
    people: list[Entry] = field(default_factory=list)
    companies: list[Entry] = field(default_factory=list)
    customer: int = 0
    revives: bool = False
    kept_out: bool = False

    @property
    def cards(self) -> list[Entry]:
        """All its cards, the company's own first."""
        return self.companies + self.people

    @property
    def fate(self) -> Fate:
        """What happens to the customer as a whole."""
        fates = {entry.fate for entry in self.cards}
        if self.kept_out or fates == {Fate.KEPT_OUT}:
            return Fate.KEPT_OUT
        if Fate.NEW in fates and (not self.customer or self.revives):
            return Fate.NEW
        return Fate.ADDS if fates & {Fate.NEW, Fate.ADDS} else Fate.SAME


class Plan:
    """What an import will do, until `bring_in` does it. `standing` is everybody's, `exceptions` that of rows by key."""

    def __init__(self, cards: list[Entry], known: Known, unreadable: list[NotRead]) -> None:
        self.standing = "customer"
        self.exceptions: dict[int, str] = {}
        self.unreadable = unreadable
        self._cards = cards
        self.known = known
        self._split: set[str] = set()
        self.units = self._grouped()

    def __len__(self) -> int:
        return len(self.units)

    def row(self, number: int) -> PlanRow:
        """The line of a number, made when it is looked at."""
        unit = self.units[number]
        first = unit.cards[0]
        people = [entry.card.name for entry in unit.people] if unit.business else []
        remarks = [entry.remark for entry in unit.cards if entry.remark]
        return PlanRow(unit.key, unit.name, people, unit.fate, remarks[0] if remarks else "", first.source,
                       first.card.place, self.standing_of(unit.key), unit.business and len(unit.cards) > 1)

    def standing_of(self, key: int) -> str:
        """Where the customers of a row will stand."""
        return self.exceptions.get(key, self.standing)

    @property
    def counts(self) -> Counts:
        """How many of each."""
        fates = Counter(Fate.KEPT_OUT if unit.kept_out else entry.fate for unit in self.units for entry in unit.cards)
        people = sum(entry.fate is Fate.NEW for unit in self.units if not unit.kept_out for entry in unit.people)
        new = sum(unit.fate is Fate.NEW for unit in self.units)
        return Counts(new, people, fates[Fate.ADDS], fates[Fate.SAME], fates[Fate.KEPT_OUT], len(self.unreadable))

    def split(self, key: int) -> None:
        """Let each card of a company be a customer of its own."""
        self._split |= {fold(unit.name) for unit in self.units if unit.key == key and unit.business}
        self.units = self._grouped()

    def _grouped(self) -> list[Unit]:
        units: list[Unit] = []
        companies: dict[str, Unit] = {}
        for entry in self._cards:
            card = entry.card
            company = card.name if card.is_company else card.company
            folded = fold(company)
            unit = companies.get(folded)
            if unit is None:
                alone = not folded or folded in self._split
                business = card.is_company or not alone
                unit = Unit(entry.number, company if business else card.name, business)
                units.append(unit)
                if not alone:
                    companies[folded] = unit
            (unit.companies if card.is_company else unit.people).append(entry)
        for unit in units:
            _settle(unit, self.known)
        return units


def _settle(unit: Unit, known: Known) -> None:
    """Find the customer of the desk that a unit is or joins."""
    unit.customer = _customer_here(unit, known)
    if not unit.customer:
        unit.customer = _customer_undone(unit, known)
        unit.revives = bool(unit.customer)
    elif known.customers[unit.customer].standing == NOT_CUSTOMER or known.customers[unit.customer].state != LIVE:
        unit.kept_out = True
    else:
        for entry in unit.companies:
            known.join(entry, unit.customer)


def _customer_here(unit: Unit, known: Known) -> int:
    for entry in unit.companies:
        if entry.known:
            return entry.known
    homes = Counter(home.customer for entry in unit.people if entry.known for home in known.live_homes(entry.known)
                    if not unit.business or known.customers[home.customer].kind == "business")
    folded = fold(unit.name)
    return max(homes, default=0, key=lambda home: (
        known.customers[home].standing != NOT_CUSTOMER, known.customers[home].folded == folded, homes[home]))


def _customer_undone(unit: Unit, known: Known) -> int:
    """The customer that an undone import of these cards left behind, if it was made in the same way."""
    kind, folded = ("business", fold(unit.name)) if unit.business else ("person", "")
    rows = [entry.undone for entry in unit.companies if entry.undone]
    rows += [home.customer for entry in unit.people if entry.undone for home in known.homes[entry.undone]]
    return next((row for row in rows if known.customers[row].state == UNDONE and known.customers[row].kind == kind
                 and (not folded or known.customers[row].folded == folded)), 0)


def _revived_people(unit: Unit, known: Known) -> list[Entry]:
    return [entry for entry in unit.people
            if entry.undone and any(home.customer == unit.customer for home in known.homes[entry.undone])]


def prepare(readings: Iterable[Reading], progress: Progress | None = None) -> Plan:
    """Look at what was read and at the desk, and say what an import would do. Changes nothing."""
    readings = list(readings)
    cards, _twice = entries(readings, progress)
    known = Known()
    for entry in cards:
        known.decide(entry)
    unreadable = [NotRead(reading.source, bad.place, bad.reason, bad.excerpt)
                  for reading in readings for bad in reading.unreadable]
    return Plan(cards, known, unreadable)


def bring_in(plan: Plan, insert_many: InsertMany, progress: Progress | None = None) -> Counts:
    """Do what the plan says, inside an action whose recorder's `insert_many` is given. Returns what was done."""
    writer = Writer(insert_many)
    customers: dict[int, str] = {}
    people: list[int] = []
    for done, unit in enumerate(plan.units):
        if progress is not None and done % 200 == 0:
            progress(done, len(plan.units))
        if unit.kept_out:
            continue
        revived = _revived_people(unit, plan.known)
        people += [entry.undone for entry in revived]
        if unit.revives:
            customers[unit.customer] = plan.standing_of(unit.key)
        _write_unit(writer, plan, unit, revived)
        if writer.waiting > _BATCH:
            writer.write()
    writer.write()
    if customers or people:
        revive(customers, people)
    return plan.counts


def _write_unit(writer: Writer, plan: Plan, unit: Unit, revived: list[Entry]) -> None:
    standing, known = plan.standing_of(unit.key), plan.known
    back = {entry.number for entry in revived}
    new = [entry for entry in unit.people if entry.fate is Fate.NEW and entry.number not in back]
    companies = [entry for entry in unit.companies if entry.fate is Fate.NEW]
    customer = unit.customer
    if not customer and (new or companies):
        if not unit.business:
            customer = writer.customer(unit.name, kind="person", standing=standing, person=new[0].card)
        elif companies:
            customer = writer.company(companies.pop(0), name=unit.name, standing=standing)
        else:
            customer = writer.customer(unit.name, kind="business", standing=standing)
    if not unit.revives:
        for entry in companies:
            writer.hang(entry.card, entry.source, customer=customer)
    for position, entry in enumerate(new, len(known.people_of[unit.customer]) + 1):
        company = "" if unit.business else entry.card.company
        told = [Fact("note", _("Company: {name}").format(name=company))] if company else []
        writer.person(entry, customer, position, told=told)
    for entry in unit.cards:
        if entry.fate is Fate.ADDS:
            writer.add_missing(entry)
