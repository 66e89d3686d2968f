"""An import's plan as a person looks through it: how many of each, and who is found by a few letters."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from lovedesk.shop.folding import fold
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_plan import Plan, Unit
from lovedesk.shop.tables import NOT_CUSTOMER


class Kind(NamedTuple):
    """What happens to some rows alike: `standing` is that of new ones, "" for the others."""

    fate: Fate
    standing: str = ""


class Survey:
    """Keys of a plan's rows by what happens to them. What is answered, split or joined is looked at again alone, so
    that it costs as little in fifty thousand rows; a standing needs no new look."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._keys: dict[Fate, list[int]] = {fate: [] for fate in Fate}
        self._fates: dict[int, Fate] = {}
        self._folded: dict[int, str] = {}
        self._own = {key for key in plan.keys if any(entry.card.standing for entry in plan.units[key].cards)}
        for key in plan.keys:
            unit = plan.units[key]
            self._fates[key] = unit.fate
            self._keys[unit.fate].append(key)
            self._folded[key] = _folded(unit)
        self.people = plan.counts.people

    def look_again(self, keys: Iterable[int]) -> None:
        """Look again at rows of these keys, some of which may be gone or new."""
        units = self.plan.units
        for key in dict.fromkeys(keys):
            before = self._fates.pop(key, None)
            if before is not None:
                self._keys[before].remove(key)
            if key in units:
                self._fates[key] = fate = units[key].fate
                insort(self._keys[fate], key)
                self._folded[key] = _folded(units[key])
            else:
                self._folded.pop(key, None)

    def kinds(self) -> dict[Kind, int]:
        """How many rows of each kind there are, the new ones first; none of those that have none."""
        new = Counter({self.plan.standing: len(self._keys[Fate.NEW])})
        for key in dict.fromkeys([*self.plan.exceptions, *self._own]):
            if self._fates.get(key) is Fate.NEW:
                new[self.plan.standing] -= 1
                new[self.plan.standing_of(key)] += 1
        found = {Kind(Fate.NEW, standing): count for standing, count in new.items()}
        found |= {Kind(fate): len(self._keys[fate]) for fate in (Fate.ADDS, Fate.MAYBE, Fate.SAME, Fate.KEPT_OUT)}
        return {kind: count for kind, count in found.items() if count}

    def rows(self, kind: Kind | None = None, text: str = "") -> list[int]:
        """The keys of all rows, of those of a kind, of those whose names hold each of some words."""
        found = self.plan.keys if kind is None else self._keys[kind.fate]
        if kind is not None and kind.standing:
            found = [key for key in found if self.plan.standing_of(key) == kind.standing]
        for word in fold(text).split():
            found = [key for key in found if word in self._folded[key]]
        return list(found)

    @property
    def coming(self) -> int:
        """How many rows come in as customers of some kind, or add to one who is here."""
        out = sum(self.plan.standing_of(key) == NOT_CUSTOMER for key in self._keys[Fate.MAYBE])
        return sum(count for kind, count in self.kinds().items()
                   if kind.fate in {Fate.ADDS, Fate.MAYBE} or (kind.fate is Fate.NEW and kind.standing != NOT_CUSTOMER)
                   ) - out

    @property
    def remembered(self) -> int:
        """How many new rows are remembered as no customers, so that the next import keeps them out too."""
        return sum(self.plan.standing_of(key) == NOT_CUSTOMER for key in self._keys[Fate.MAYBE]) + self.kinds().get(
            Kind(Fate.NEW, NOT_CUSTOMER), 0)


def _folded(unit: Unit) -> str:
    return fold(" ".join([unit.name, *(entry.card.name for entry in unit.people)]))
