"""Frictions: what makes it hard to be our customer, for one and across the shop; and what we found on our own path,
which is with no customer (practices C1, C3, C4)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import care_lines, customers, taking_up
from lovedesk.shop.folding import fold
from lovedesk.shop.heads import all_of, is_here
from lovedesk.shop.tables import LIVE_CUSTOMER, TRASHED, Friction, rows
from lovedesk.words import _


class FrictionRow(NamedTuple):
    """What makes it hard for a customer; `mended_on` once it does not any more."""

    id: int
    text: str
    noticed_on: dt.date | None
    mended_on: dt.date | None


class Sharer(NamedTuple):
    """A customer who has a friction, and whether it is mended for them."""

    id: int
    name: str
    mended: bool
    noticed_on: dt.date | None = None       # the first time
    mended_on: dt.date | None = None        # the last time


class Shared(NamedTuple):
    """A friction in the words of its newest, with those who have it or had it; `folded` tells it from others.

    `own` is the shop itself, where it was found on our own path; it is counted with no one.
    """

    folded: str
    text: str
    customers: list[Sharer]
    own: Sharer | None = None

    @property
    def open(self) -> int:
        """How many it is still hard for."""
        return sum(not sharer.mended for sharer in self.customers)

    @property
    def since(self) -> dt.date | None:
        """When it was first noticed among those for whom it is still hard."""
        return min((one.noticed_on for one in self.everyone if one.noticed_on and not one.mended), default=None)

    @property
    def mended_on(self) -> dt.date | None:
        """When it was mended for the last of those who had it."""
        return max((one.mended_on for one in self.everyone if one.mended_on), default=None)

    @property
    def everyone(self) -> list[Sharer]:
        """The customers, and the shop where it found the same."""
        return [*([self.own] if self.own else []), *self.customers]

    @property
    def is_hard(self) -> bool:
        """Whether it is not mended yet for someone, or on our own path."""
        return any(not one.mended for one in self.everyone)


def add(text: str, *, customer: int | None, on: dt.date | None, touchpoint: int | None = None) -> int:
    """Keep what makes it hard for a customer, or without one what is hard on our own path; one that is open already
    gives that one. Returns its id."""
    if customer is not None:
        customers.get(customer)
    text = _checked(text)
    there = of(customer) if customer is not None else own()
    known = next((row.id for row in there if row.mended_on is None and fold(row.text) == fold(text)), None)
    return known or int(Friction.create(customer=customer, text=text, noticed_on=on,
                                        touchpoint=taking_up.there(touchpoint)).id)


def _checked(text: str) -> str:
    return care_lines.checked(text, _("What makes it hard for them?"))


def change(friction: int, text: str) -> None:
    """Say it in other words."""
    care_lines.set_values(Friction, friction, text=_checked(text))


def mend(friction: int, *, on: dt.date) -> None:
    """It does not make it hard any more."""
    care_lines.set_values(Friction, friction, mended_on=on)


def open_again(friction: int) -> None:
    """It makes it hard again."""
    care_lines.set_values(Friction, friction, mended_on=None)


def trash(friction: int) -> None:
    """Put it into the trash."""
    care_lines.set_values(Friction, friction, state=TRASHED)


def of(customer: int) -> list[FrictionRow]:
    """What makes or made it hard for a customer: what is not mended first, then the newest."""
    return [FrictionRow(row, text, care_lines.day(noticed), care_lines.day(mended))
            for row, text, noticed, mended in rows(
                f"""select f.id, f.text, f.noticed_on, f.mended_on from friction f
                    where f.customer_id in {all_of("?1")} and f.state = 'live' and {is_here("?1")}
                    order by f.mended_on is not null, f.noticed_on is null, f.noticed_on desc, f.id desc""", customer)]


def own() -> list[FrictionRow]:
    """What was found on our own path, in the same order."""
    return [FrictionRow(row, text, care_lines.day(noticed), care_lines.day(mended))
            for row, text, noticed, mended in rows(
                """select id, text, noticed_on, mended_on from friction where customer_id is null and state = 'live'
                   order by mended_on is not null, noticed_on is null, noticed_on desc, id desc""")]


_OWN = 0            # the shop among those who share a friction
_ALL = f"""select f.id, f.text, f.noticed_on, f.mended_on, coalesce(c.id, {_OWN}), coalesce(c.name, '')
           from friction f left join head h on h.id = f.customer_id
             left join customer c on c.id = h.head and {LIVE_CUSTOMER}
           where f.state = 'live' and (c.id is not null or f.customer_id is null) order by f.id desc"""


def shared() -> list[Shared]:
    """All frictions of the shop by their words: what is hard on our own path comes first, then what is for most, what
    is mended last."""
    found: dict[str, tuple[str, dict[int, Sharer]]] = {}
    for _row, text, noticed, mended, customer, name in rows(_ALL):
        _words, sharers = found.setdefault(_key(text), (text, {}))
        one = Sharer(customer, name, bool(mended), care_lines.day(noticed), care_lines.day(mended))
        sharers[customer] = _together(sharers[customer], one) if customer in sharers else one
    every = [Shared(folded, text, own=sharers.pop(_OWN, None), customers=sorted(sharers.values(), key=_by_name))
             for folded, (text, sharers) in found.items()]
    return sorted(every, key=_weight)


def _together(one: Sharer, other: Sharer) -> Sharer:
    """Two of the same at one customer: the one that is open counts, else when it was first and last so."""
    if one.mended != other.mended:
        return other if one.mended else one
    noticed = [day for day in (one.noticed_on, other.noticed_on) if day]
    mended = [day for day in (one.mended_on, other.mended_on) if day]
    return one._replace(noticed_on=min(noticed, default=None), mended_on=max(mended, default=None))


def _key(text: str) -> str:
    return fold(text).rstrip(".!? ")


def _by_name(sharer: Sharer) -> tuple[bool, str]:
    return sharer.mended, fold(sharer.name)


def _weight(friction: Shared) -> tuple[bool, bool, int, int, str]:
    found_by_us = friction.own is not None and not friction.own.mended
    return (not found_by_us, not friction.is_hard, -friction.open, -len(friction.customers), friction.folded)


def mend_for_all(folded: str, *, on: dt.date) -> int:
    """Mend a friction at every customer who has it and on our own path; returns how many times it was still open."""
    ids = [row for row, text, _noticed, mended, _customer, _name in rows(_ALL)
           if not mended and _key(text) == folded]
    for start in range(0, len(ids), 500):
        Friction.update(mended_on=on).where(Friction.id.in_(ids[start:start + 500])).execute()
    return len(ids)


def known() -> list[str]:
    """The words of all frictions, those of most customers first: offered while one is typed."""
    found: dict[str, tuple[int, str]] = {}
    for text, count in rows(
            f"""select f.text, count(distinct c.id) from friction f left join head h on h.id = f.customer_id
                  left join customer c on c.id = h.head and {LIVE_CUSTOMER}
                where f.state = 'live' and (c.id is not null or f.customer_id is null)
                group by f.text order by max(f.id) desc"""):
        before, words = found.get(_key(text), (0, text))
        found[_key(text)] = (before + count, words)
    return [words for _folded, (_count, words) in sorted(found.items(), key=_commonness)]


def _commonness(known: tuple[str, tuple[int, str]]) -> tuple[int, str]:
    folded, (count, _words) = known
    return -count, folded
