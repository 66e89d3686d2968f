"""What of the calendar goes out to other programs, and when each of it was last changed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable
from typing import NamedTuple

from lovedesk.shop import recurrence, sieves
from lovedesk.shop.sieves import Sieve
from lovedesk.shop.tables import rows

MORNING = 9 * 60        # when a day's alarm comes, in minutes
BEFORE = -30            # when that of a visit comes
ALL = Sieve()


class Part(NamedTuple):
    """What of the calendar goes out: through a sieve, of some customers, from a day to a day; one visit by its id."""

    sieve: Sieve = ALL
    customers: Collection[int] | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    touchpoint: int | None = None


class Stamp(NamedTuple):
    """When a row was last changed, as calendars write it, and how often it was."""

    at: str = "19700101T000000Z"
    changes: int = 0


def stamps(table: str, wanted: Collection[int]) -> dict[int, Stamp]:
    """When each row was last changed."""
    return {row: Stamp(at.replace("-", "").replace(":", ""), count - 1) for row, at, count in rows(
        """select c.row, max(a.at), count(*) from change c join action a using (pen, seq)
           where c.tbl = ? and c.row in (select value from json_each(?)) group by c.row""",
        table, json.dumps(list(wanted)))}


class Wanted:
    """Whether something of a kind, a keeper and customers is wanted."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.customers = None if part.customers is None else set(part.customers)
        self.tagged = sieves.with_tag(part.sieve.tag) if part.sieve.tag else None

    def has(self, kind: str, keeper: int | None, customers: Iterable[int]) -> bool:
        """Whether one of them is."""
        sieve, whom = self.part.sieve, set(customers)
        return (kind not in sieve.without and (sieve.keeper is None or keeper in {None, sieve.keeper})
                and (self.tagged is None or bool(whom & self.tagged))
                and (self.customers is None or bool(whom & self.customers)))

    def is_on(self, day: str) -> bool:
        """Whether a day lies between the first and the last one."""
        part = self.part
        return (part.first is None or day[:10] >= part.first.isoformat()) and (
            part.last is None or day[:10] <= part.last.isoformat())

    def comes(self, rule: str, start: dt.datetime) -> bool:
        """Whether a time of a rule lies between them."""
        part = self.part
        if part.first is None and part.last is None:
            return True
        first = dt.datetime.combine(part.first or recurrence.FIRST.date(), dt.time())
        last = dt.datetime.combine(part.last or recurrence.LAST.date(), dt.time(23, 59))
        found = recurrence.next_starts(rule, start, first - dt.timedelta(minutes=1))
        return bool(found) and found[0] <= last
