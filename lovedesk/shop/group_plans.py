"""Planning for a group: a call to each of these twelve over the next two weeks, at most two a day, on open days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import opening, people, touchpoints
from lovedesk.shop.heads import people_of
from lovedesk.shop.opening import Span
from lovedesk.shop.tables import LIVE_CUSTOMER, rows
from lovedesk.words import _, ngettext

WORKING = Span(9 * 60, 17 * 60)         # the hours that are proposed where nobody has said the shop's own
SLOT = 30                               # minutes between the beginnings that are proposed
_SETTLED = 60                           # minutes after the shop opens: until then it has its hands full
_MOST = 1000


class Planned(NamedTuple):
    """What is proposed for one of them; `wished` when the channel is their own wish and not the one chosen."""

    customer: int
    name: str
    start: dt.datetime
    channel: str
    wished: bool


def propose(whom: Sequence[int], channel: str, first: dt.date, last: dt.date, *, a_day: int = 0) -> list[Planned]:
    """A touch with each, spread evenly over the open days from first to last, at times that are free.

    With `a_day`, no more than so many of them on one day; Refused where the days are too few for that.
    """
    if not whom:
        raise Refused(_("Whom is it with?"))
    if len(whom) > _MOST:
        raise Refused(_("These are more than anyone can be in touch with. Narrow the list first."))
    hours = open_hours(*_checked(first, last))
    days = list(hours)
    marks = ", ".join("?" * len(whom))
    names = dict(rows(f"select c.id, c.name from customer c where c.id in ({marks}) and {LIVE_CUSTOMER}", *whom))
    there = [customer for customer in dict.fromkeys(whom) if customer in names]
    if a_day and len(there) > a_day * len(days):
        raise Refused(ngettext(
            "With {a_day} a day there is room for {n} of them in these days. Choose a later last day.",
            "With {a_day} a day there is room for {n} of them in these days. Choose a later last day.",
            a_day * len(days)).format(a_day=a_day, n=a_day * len(days)))
    taken = taken_slots(days[0], days[-1])
    planned = []
    for n, customer in enumerate(there):
        wish = people.wish([row[0] for row in rows(people_of("?")[1:-1], customer)])
        day = days[n * len(days) // len(there)]
        start = free_slot(day, hours[day], taken)
        planned.append(Planned(customer, names[customer], start, wish or channel, bool(wish) and wish != channel))
    return planned


def _checked(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    if last < first:
        raise Refused(_("The last day is before the first."))
    if (last - first).days > 366:
        raise Refused(_("This is more than a year. Choose days that can be foreseen."))
    return first, last


def open_hours(first: dt.date, last: dt.date) -> dict[dt.date, list[Span]]:
    """The days on which the shop is open, with the hours to propose, from an hour after it opens; all days where it
    is never open meanwhile."""
    known = opening.days(first, last)
    return ({day: _settled(shop.spans) if shop.spans else [WORKING] for day, shop in known.items() if not shop.free}
            or {day: [WORKING] for day in known})


def _settled(spans: list[Span]) -> list[Span]:
    opens, closes = spans[0]
    return [Span(opens + _SETTLED, closes), *spans[1:]] if opens + _SETTLED < closes else spans[1:] or spans


def taken_slots(first: dt.date, last: dt.date) -> set[dt.datetime]:
    """The beginnings of half hours in which something is planned already."""
    taken = set()
    between = (first.isoformat(), (last + dt.timedelta(1)).isoformat())
    for start, minutes in rows(
            """select t.start, t.minutes from touchpoint t where t.start >= ?1 and t.start < ?2 and t.state = 'live'
                 and t.done_at is null and t.cancelled_at is null and t.days = 0
               union all select o.start, t.minutes from occurrence o join touchpoint t on t.series_id = o.series
                 and t.state = 'pattern' and t.days = 0 where o.start >= ?1 and o.start < ?2""", *between):
        begin = dt.datetime.fromisoformat(start)
        slot = begin.replace(minute=begin.minute // SLOT * SLOT)
        while slot < begin + dt.timedelta(minutes=max(minutes, 1)):
            taken.add(slot)
            slot += dt.timedelta(minutes=SLOT)
    return taken


def free_slot(day: dt.date, hours: Sequence[Span], taken: set[dt.datetime], *, at: int = 0) -> dt.datetime:
    """The first free half hour of a day from a minute on, which is taken then; a full day has it all the same."""
    midnight = dt.datetime.combine(day, dt.time())
    for span in hours:
        for minute in range(-(-span.start // SLOT) * SLOT, span.end, SLOT):
            start = midnight + dt.timedelta(minutes=minute)
            if minute >= at and start not in taken:
                taken.add(start)
                return start
    return midnight + dt.timedelta(minutes=max(hours[0].start, min(at, hours[-1].end - SLOT)))


def keep(planned: Sequence[Planned], *, keeper: int | None = None) -> list[int]:
    """Plan all that was proposed. Returns the touchpoints' ids."""
    return [touchpoints.plan([one.customer], one.start, channel=one.channel, minutes=SLOT, keeper=keeper)
            for one in planned]
