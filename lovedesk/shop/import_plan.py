"""What an import will do, row by row, until `imports.bring_in` does it: a row is a customer to be, or one who is here.

Rows are named by keys that stay as long as the files are read in the same way, also when a group is split or joined.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from lovedesk.formats.records import Card
from lovedesk.shop import uids
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold
from lovedesk.shop.import_cards import Entry, Fate
from lovedesk.shop.import_known import UNDONE, Known
from lovedesk.shop.import_maps import Chosen
from lovedesk.shop.import_matching import Matching
from lovedesk.shop.tables import NOT_CUSTOMER
from lovedesk.words import _

ANOTHER = 0     # the answer to "maybe the same" that keeps them apart


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
    """A line of the page: `key` names it for `exceptions`, `answer`, `split` and `join`."""

    key: int
    name: str
    people: list[str]
    fate: Fate
    remark: str
    source: str
    place: int
    standing: str
    can_split: bool
    can_join: bool


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
    maybe: tuple[int, ...] = ()     # businesses of its name that are here
    apart: str = ""                 # the group that it was split from

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
        if Fate.MAYBE in fates or (self.maybe and not self.customer and Fate.NEW in fates):
            return Fate.MAYBE
        if Fate.NEW in fates and (not self.customer or self.revives):
            return Fate.NEW
        return Fate.ADDS if fates & {Fate.NEW, Fate.ADDS} else Fate.SAME


class Plan:
    """`standing` is everybody's, `exceptions` that of rows by key, `answers` who a maybe-the-same row is."""

    def __init__(self, cards: list[Entry], matching: Matching, unreadable: list[NotRead]) -> None:
        self.standing = "customer"
        self.exceptions: dict[int, str] = {}
        self.answers: dict[int, int] = {}
        self.remember: dict[str, Chosen] = {}       # how its tables were read, by their headers
        self.unreadable = unreadable
        self.known: Known = matching.known
        self._matching = matching
        self._named: dict[int, tuple[int, ...]] = {}     # businesses of the name of a row that was answered
        self._apart: dict[str, list[int]] = {}      # by folded name of a group, the keys that it was split into
        self.units = {unit.key: unit for unit in self._grouped(cards)}
        self.keys = sorted(self.units)

    def __len__(self) -> int:
        return len(self.units)

    def row(self, key: int) -> PlanRow:
        """The line of a key, made when it is looked at."""
        unit = self.units[key]
        first = unit.cards[0]
        people = [entry.card.name for entry in unit.people] if unit.business else []
        remarks = [entry.remark for entry in unit.cards if entry.remark]
        if unit.maybe and unit.fate is Fate.MAYBE:
            remarks.append(_("a company of this name is here"))
        return PlanRow(unit.key, unit.name, people, unit.fate, remarks[0] if remarks else "", first.source,
                       first.card.place, self.standing_of(unit.key), unit.business and len(unit.cards) > 1,
                       bool(unit.apart))

    def standing_of(self, key: int) -> str:
        """Where the customers of a row will stand: as said of it, as the file says, as said of all."""
        own = self.exceptions.get(key)
        return own or next((entry.card.standing for entry in self.units[key].cards if entry.card.standing),
                           self.standing)

    @property
    def counts(self) -> Counts:
        """How many of each."""
        units = self.units.values()
        fates = Counter(Fate.KEPT_OUT if unit.kept_out else entry.fate for unit in units for entry in unit.cards)
        people = sum(entry.fate in {Fate.NEW, Fate.MAYBE} for unit in units if not unit.kept_out
                     for entry in unit.people)
        new = sum(unit.fate in {Fate.NEW, Fate.MAYBE} and (not unit.customer or unit.revives) for unit in units)
        return Counts(new, people, fates[Fate.ADDS], fates[Fate.SAME], fates[Fate.KEPT_OUT], len(self.unreadable))

    # Maybe the same -------------------------------------------------------------------------------------------

    def answer(self, key: int, row: int) -> None:
        """Say who a maybe-the-same row is: one of its `candidates`, or `ANOTHER`."""
        unit = self.units[key]
        if row != ANOTHER and row not in self.candidates(key):
            return
        self._named.setdefault(key, unit.maybe)
        self.answers[key] = row
        for entry in unit.cards:
            if entry.maybe:
                entry.known, entry.missing, entry.remark = 0, None, ""
                entry.fate = Fate.NEW
                same = [one for one in entry.maybe if one == row or one in self.known.people_of.get(row, ())]
                if len(same) == 1:
                    entry.known = same[0]
                    self._matching.judge(entry, lasting=False)
        maybe = self._named[key]
        unit.customer, unit.kept_out, unit.maybe = 0, False, ()
        if row in maybe:
            unit.customer = row
            for entry in unit.companies:
                self._matching.join(entry, row, lasting=False)
        else:
            self._settle(unit)
        if not unit.customer or row == ANOTHER:
            unit.maybe = ()

    def candidates(self, key: int) -> list[int]:
        """Who on the desk a row may be, also when it is answered: businesses for a group, else people."""
        unit, known = self.units[key], self.known
        businesses = self._named.get(key, unit.maybe)
        there = {person for row in businesses for person in known.people_of[row]}
        others = (row for entry in unit.cards for row in entry.maybe if row not in there)
        return list(dict.fromkeys([*businesses, *others]))

    def words_of(self, row: int) -> str:
        """Who someone on the desk is, told apart from others of the name: where they are, how they are reached."""
        known = self.known
        if row in known.people:
            name = known.people[row].name
            told = [known.customers[home.customer].name for home in known.live_homes(row)]
        else:
            name, told = known.customers[row].name, [known.people[person].name for person in known.people_of[row]]
        told = [other for other in dict.fromkeys(told) if other != name][:2]
        told += [value for key in sorted(known.ways.get(row, ())) for value in self._written(key, row)][:2]
        return _("{name}, {more}").format(name=name, more=", ".join(told)) if told else name

    def _written(self, key: str, row: int) -> list[str]:
        kind, _blank, value = key.partition(" ")
        return [value] if kind == "email" else [
            number for whose, number in self.known.numbers.get(key, ()) if whose == row]

    def unanswered(self) -> list[int]:
        """Keys of the rows that may be the same as someone here, of which nobody has said so."""
        return [key for key in self.keys if self.units[key].fate is Fate.MAYBE]

    def answer_all(self, *, same: bool) -> list[int]:
        """Answer all that wait alike; one who may be several stays open when they are to be the same."""
        changed = []
        for key in self.unanswered():
            candidates = self.candidates(key)
            if not same or len(candidates) == 1:
                self.answer(key, candidates[0] if same else ANOTHER)
                changed.append(key)
        return changed

    # Groups ---------------------------------------------------------------------------------------------------

    def split(self, key: int) -> list[int]:
        """Let each card of a company be a customer of its own; returns the new keys."""
        unit = self.units.get(key)
        if unit is None or not unit.business or len(unit.cards) < 2:
            return []
        self._forget([key])
        made = [self._alone(entry, fold(unit.name)) for entry in unit.cards]
        self._apart[fold(unit.name)] = [one.key for one in made]
        self._take(made)
        return [one.key for one in made]

    def join(self, key: int) -> list[int]:
        """Make one group again of what was split; returns the keys that went, and the group's."""
        group = self.units[key].apart if key in self.units else ""
        parts = sorted(self._apart.pop(group, ()))
        if not parts:
            return []
        cards = [entry for part in parts for entry in self.units[part].cards]
        self._forget(parts)
        made = [unit for unit in self._grouped(cards) if unit.cards]
        self._take(made)
        return [*parts, *(unit.key for unit in made)]

    def _forget(self, keys: Iterable[int]) -> None:
        gone = set(keys)
        for key in gone:
            del self.units[key]
            self.answers.pop(key, None)
        self.keys = [key for key in self.keys if key not in gone] if len(gone) > 1 else _without(self.keys, gone.pop())

    def _take(self, made: list[Unit]) -> None:
        for unit in made:
            self.units[unit.key] = unit
            insort(self.keys, unit.key)

    def _alone(self, entry: Entry, group: str) -> Unit:
        card = entry.card
        unit = Unit(entry.number, card.name, card.is_company, apart=group)
        (unit.companies if card.is_company else unit.people).append(entry)
        self._settle(unit)
        return unit

    def _grouped(self, cards: Iterable[Entry]) -> list[Unit]:
        units: list[Unit] = []
        companies: dict[str, Unit] = {}
        of: dict[int, Unit] = {}
        family = []
        for entry in cards:
            card = entry.card
            if entry.owner is not None and entry.owner is not entry:
                family.append(entry)
                continue
            company = card.name if card.is_company else card.company
            folded = fold(company)
            unit = companies.get(folded)
            if unit is None or (card.is_company and _is_another(unit, card)):
                unit = Unit(entry.number, company or card.name, bool(folded))
                units.append(unit)
                if folded:
                    companies[folded] = unit
            (unit.companies if card.is_company else unit.people).append(entry)
            of[entry.number] = unit
        for entry in family:
            self._to_owner(entry, of, units)
        for unit in units:
            self._settle(unit)
        return units

    def _to_owner(self, entry: Entry, of: dict[int, Unit], units: list[Unit]) -> None:
        """Family comes to the customer at whom its owner is; of a circle of owners, each is alone."""
        owner = entry.owner
        unit = of.get(owner.number) if owner is not None else None
        if unit is None:
            entry.owner, unit = None, Unit(entry.number, entry.card.name, business=False)
            units.append(unit)
        unit.people.append(entry)
        of[entry.number] = unit

    def _settle(self, unit: Unit) -> None:
        """Find the customer of the desk that a unit is or joins."""
        known = self.known
        unit.customer = _customer_here(unit, known)
        if not unit.customer:
            unit.customer = _customer_undone(unit, known)
            unit.revives = bool(unit.customer)
            if unit.business and not unit.customer:
                unit.maybe = tuple(known.businesses.get(fold(unit.name), ()))
        elif known.customers[unit.customer].standing == NOT_CUSTOMER or known.customers[unit.customer].state != LIVE:
            unit.kept_out = True
        else:
            for entry in unit.companies:
                self._matching.join(entry, unit.customer)


def _is_another(unit: Unit, company: Card) -> bool:
    """Whether a desk of ours had both as two of one name; the people that follow are at the later one."""
    return any(uids.row_of(company.uid) and uids.row_of(there.card.uid) and company.uid != there.card.uid
               for there in unit.companies)


def _without(keys: list[int], key: int) -> list[int]:
    at = keys.index(key)
    return keys[:at] + keys[at + 1:]


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


def revived_people(unit: Unit, known: Known) -> list[Entry]:
    """The entries of a unit whose person an undone import left behind at its customer."""
    return [entry for entry in unit.people
            if entry.undone and any(home.customer == unit.customer for home in known.homes[entry.undone])]
