"""Planning for a group: a call to each of these twelve in the first week of May, spread over its weekdays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import people, touchpoints
from lovedesk.shop.heads import people_of
from lovedesk.shop.tables import LIVE_CUSTOMER, rows
from lovedesk.words import _

FIRST, LAST = dt.time(9), dt.time(17)   # of the hours that are proposed
SLOT = 30                               # minutes between the beginnings that are proposed
_MOST = 1000


class Planned(NamedTuple):
    """What is proposed for one of them; `wished` when the channel is their own wish and not the one chosen."""

    customer: int
    name: str
    start: dt.datetime
    channel: str
    wished: bool


def propose(whom: Sequence[int], channel: str, first: dt.date, last: dt.date) -> list[Planned]:
    """A touch with each, spread evenly over the weekdays from first to last, at times that are free."""
    if not whom:
        raise Refused(_("Whom is it with?"))
    if len(whom) > _MOST:
        raise Refused(_("These are more than anyone can be in touch with. Narrow the list first."))
    days = _weekdays(first, last)
    marks = ", ".join("?" * len(whom))
    names = dict(rows(f"select c.id, c.name from customer c where c.id in ({marks}) and {LIVE_CUSTOMER}", *whom))
    there = [customer for customer in dict.fromkeys(whom) if customer in names]
    taken = _taken(days[0], days[-1])
    planned = []
    for n, customer in enumerate(there):
        wish = people.wish([row[0] for row in rows(people_of("?")[1:-1], customer)])
        start = _free(days[n * len(days) // len(there)], taken)
        planned.append(Planned(customer, names[customer], start, wish or channel, bool(wish) and wish != channel))
    return planned


def _weekdays(first: dt.date, last: dt.date) -> list[dt.date]:
    if last < first:
        raise Refused(_("The last day is before the first."))
    if (last - first).days > 366:
        raise Refused(_("This is more than a year. Choose days that can be foreseen."))
    days = [first + dt.timedelta(n) for n in range((last - first).days + 1)]
    return [day for day in days if day.weekday() < 5] or days


def _taken(first: dt.date, last: dt.date) -> set[dt.datetime]:
    """The beginnings of half hours in which something is planned already."""
    taken = set()
    for start, minutes in rows(
            """select t.start, t.minutes from touchpoint t where t.start >= ? and t.start < ? and t.state = 'live'
               and t.done_at is null and t.cancelled_at is null""",
            first.isoformat(), (last + dt.timedelta(1)).isoformat()):
        begin = dt.datetime.fromisoformat(start)
        slot = begin.replace(minute=begin.minute // SLOT * SLOT)
        while slot < begin + dt.timedelta(minutes=max(minutes, 1)):
            taken.add(slot)
            slot += dt.timedelta(minutes=SLOT)
    return taken


def _free(day: dt.date, taken: set[dt.datetime]) -> dt.datetime:
    """The first free half hour of a day, which is taken then; a full day goes on from its beginning."""
    start = dt.datetime.combine(day, FIRST)
    while start in taken and start.time() < LAST:
        start += dt.timedelta(minutes=SLOT)
    if start.time() >= LAST:
        return dt.datetime.combine(day, FIRST)
    taken.add(start)
    return start


def keep(planned: Sequence[Planned], *, keeper: int | None = None) -> list[int]:
    """Plan all that was proposed. Returns the touchpoints' ids."""
    return [touchpoints.plan([one.customer], one.start, channel=one.channel, minutes=SLOT, keeper=keeper)
            for one in planned]
