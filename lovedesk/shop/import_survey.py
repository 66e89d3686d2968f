"""An import's plan as a person looks through it: how many of each, and who is found by a few letters."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from lovedesk.shop.folding import fold
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.imports import Plan, Unit
from lovedesk.shop.tables import NOT_CUSTOMER


class Kind(NamedTuple):
    """What happens to some rows alike: `standing` is that of new ones, "" for the others."""

    fate: Fate
    standing: str = ""


class Survey:
    """Row numbers of a plan by what happens to them. `look_again` after a split; a standing needs no new look."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.look_again()

    def look_again(self) -> None:
        """Look at the rows as they are grouped now."""
        self._numbers: dict[Fate, list[int]] = {fate: [] for fate in Fate}
        self._number_of: dict[int, int] = {}
        self._fates: list[Fate] = []
        self._folded: list[str] = []
        for number, unit in enumerate(self.plan.units):
            fate = unit.fate
            self._numbers[fate].append(number)
            self._fates.append(fate)
            self._number_of[unit.key] = number
            self._folded.append(_folded(unit))
        self.people = self.plan.counts.people

    def number_of(self, key: int) -> int | None:
        """The row of a key; None when it went into others."""
        return self._number_of.get(key)

    def kinds(self) -> dict[Kind, int]:
        """How many rows of each kind there are, the new ones first; none of those that have none."""
        new = Counter({self.plan.standing: len(self._numbers[Fate.NEW])})
        for key, standing in self.plan.exceptions.items():
            number = self._number_of.get(key)
            if number is not None and self._fates[number] is Fate.NEW:
                new[self.plan.standing] -= 1
                new[standing] += 1
        found = {Kind(Fate.NEW, standing): count for standing, count in new.items()}
        found |= {Kind(fate): len(self._numbers[fate]) for fate in (Fate.ADDS, Fate.SAME, Fate.KEPT_OUT)}
        return {kind: count for kind, count in found.items() if count}

    def rows(self, kind: Kind | None = None, text: str = "") -> list[int]:
        """The numbers of all rows, of those of a kind, of those whose names hold each of some words."""
        units = self.plan.units
        found = list(range(len(units))) if kind is None else self._numbers[kind.fate]
        if kind is not None and kind.standing:
            found = [number for number in found if self.plan.standing_of(units[number].key) == kind.standing]
        for word in fold(text).split():
            found = [number for number in found if word in self._folded[number]]
        return found

    @property
    def coming(self) -> int:
        """How many rows come in as customers of some kind, or add to one who is here."""
        return sum(count for kind, count in self.kinds().items()
                   if kind.fate is Fate.ADDS or (kind.fate is Fate.NEW and kind.standing != NOT_CUSTOMER))

    @property
    def remembered(self) -> int:
        """How many new rows are remembered as no customers, so that the next import keeps them out too."""
        return self.kinds().get(Kind(Fate.NEW, NOT_CUSTOMER), 0)


def _folded(unit: Unit) -> str:
    return fold(" ".join([unit.name, *(entry.card.name for entry in unit.people)]))
