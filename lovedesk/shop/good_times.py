"""A good time to be in touch: nothing is open, it suits them, and we are near anyway (practices B1, B2).

The question is for a few dozen at a time, and works holidays out: a window asks it aside.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.shop import group_plans, nearby, tags, touchpoints
from lovedesk.shop.best_times import Best, read
from lovedesk.shop.heads import people_of
from lovedesk.shop.nearby import Stop
from lovedesk.shop.opening import Span
from lovedesk.shop.tables import rows
from lovedesk.words import _, date_short, time

LOOKED_AHEAD = 21       # days
A_DAY = 2               # of those who are listed, before one looks at the next day
CHECKLIST = "good-times"
BY_HEART = frozenset({"visit", "video"})    # with the checklist in hand
_OCCASION = "great"


class Good(NamedTuple):
    """A proposal: when, by which way, and what speaks for it. `open` is what is to be brought to an end before."""

    customer: int
    start: dt.datetime
    channel: str
    near: str               # whom we visit that day, not far away
    tag: str                # of the round that both are on; empty where both are in one town
    suits: str              # what they said of their best time
    open: tuple[str, ...]

    def when(self, today: dt.date) -> str:
        """"Tue 24 Nov, 10:00"."""
        return _("{day}, {time}").format(day=date_short(self.start.date(), today), time=time(self.start.time()))

    def why(self) -> str:
        """What speaks for it, or what is open before it."""
        if self.open:
            return _("not before “{what}” is done").format(what=self.open[0])
        told = []
        if self.tag:
            told.append(_("{name} is visited that day too, on the round #{tag}").format(name=self.near, tag=self.tag))
        elif self.near:
            told.append(_("{name} is visited that day too, near by").format(name=self.near))
        if self.suits:
            told.append(_("they said: {words}").format(words=self.suits))
        return "; ".join(told) or _("nothing is open with them")


# What speaks against a good time: a promise of ours, a request, something to put right, a bill.
_OPEN = """
    select h.head, w.what from (
      select f.customer_id whom, f.title what, f.due day from follow_up f where f.customer_id in ({all})
        and f.promised = 1 and f.theirs = 0 and f.state = 'live' and f.done_at is null and f.dropped_at is null
      union all select q.customer_id, q.text, q.asked_on from request q where q.customer_id in ({all})
        and q.state = 'live' and q.outcome = ''
      union all select j.customer_id, j.what, j.delivered_on from job j where j.customer_id in ({all})
        and j.state = 'live' and j.stage = 'delivered'
      union all select x.customer_id, t.title, t.start from touchpoint_customer x join touchpoint t
          on t.id = x.touchpoint_id and t.state = 'live' and t.occasion = 'problem' and t.done_at is null
          and t.cancelled_at is null where x.customer_id in ({all}) and x.state = 'live') w
      join head h on h.id = w.whom order by w.day is null, w.day"""
_WISHES = f"""
    select c.id, p.wish_channel, p.wish_time from customer c join person p on p.id in {people_of("c.id")}
      and p.gone = '' and (p.wish_channel <> '' or p.wish_time <> '') where c.id in ({{marks}}) order by p.id"""


def propose(whom: Sequence[int], now: dt.datetime, *, ours: str = "call") -> dict[int, Good]:
    """A good time for each, spread over the days; `ours` is how we are in touch where they have no wish and nobody is
    visited near by."""
    if not whom:
        return {}
    first, last = now.date() + dt.timedelta(1), now.date() + dt.timedelta(LOOKED_AHEAD)
    hours = group_plans.open_hours(first, last)
    taken = group_plans.taken_slots(first, last)
    stops = nearby.stops(first, last)
    here = nearby.places_of(whom)
    words = tags.of_many(whom)
    wishes, opened = _wishes(whom), _opened(whom)
    found: dict[int, Good] = {}
    load: Counter[dt.date] = Counter()
    for customer in whom:
        channel, best = wishes.get(customer, ("", Best()))
        near = _Near(customer, here.get(customer, frozenset()), frozenset(words.get(customer, ())))
        quiet = {day: spans for day, spans in hours.items() if load[day] < A_DAY}
        stop = near.best(stops, quiet, best) if channel in {"", "visit"} else None
        start = _start(hours, taken, best, stop, load)
        load[start.date()] += 1
        found[customer] = Good(
            customer, start, channel or ("visit" if stop else ours), stop.name if stop else "",
            near.shared(stop) if stop else "", best.words, tuple(opened.get(customer, ())))
    return found


class _Near(NamedTuple):
    """Where a customer is, and on which rounds."""

    customer: int
    places: frozenset[str]
    tags: frozenset[str]

    def best(self, stops: Sequence[Stop], hours: dict[dt.date, list[Span]], best: Best) -> Stop | None:
        """The first visit near by on a day that suits; one in the same town goes before one on the same round."""
        fits = [stop for stop in stops if stop.customer != self.customer and stop.start.date() in hours
                and best.suits(stop.start.date())]
        return (next((stop for stop in fits if stop.places & self.places), None)
                or next((stop for stop in fits if stop.tags & self.tags), None))

    def shared(self, stop: Stop) -> str:
        """The tag that both have, where they are not in one town."""
        return "" if stop.places & self.places else min(stop.tags & self.tags)


def _start(hours: dict[dt.date, list[Span]], taken: set[dt.datetime], best: Best, stop: Stop | None,
           load: Counter[dt.date]) -> dt.datetime:
    suits = [day for day in hours if best.suits(day)] or list(hours)
    day = stop.start.date() if stop else min(suits, key=lambda day: load[day] // A_DAY)
    if best.minute is None:
        at = stop.until.hour * 60 + stop.until.minute if stop and stop.until.date() == day else 0
        return group_plans.free_slot(day, hours[day], taken, at=at)
    spans = hours[day]
    if not any(span.start <= best.minute < span.end for span in spans):
        spans = [Span(best.minute, best.minute + group_plans.SLOT)]     # theirs goes before our hours
    return group_plans.free_slot(day, spans, taken, at=best.minute)


def _wishes(whom: Sequence[int]) -> dict[int, tuple[str, Best]]:
    """The first wish for a channel, and the first for a time, of each customer's people."""
    found: dict[int, tuple[str, Best]] = {}
    for customer, channel, when in rows(_WISHES.format(marks=", ".join(map(str, whom)))):
        known = found.get(customer, ("", Best()))
        found[customer] = (known[0] or channel, known[1] if known[1].words else read(when))
    return found


def _opened(whom: Sequence[int]) -> dict[int, list[str]]:
    everyone = f"select id from head where head in ({', '.join(map(str, whom))})"
    found: dict[int, list[str]] = {}
    for customer, what in rows(_OPEN.format(all=everyone)):
        found.setdefault(customer, []).append(what or _("putting right"))
    return found


def plan(good: Good, *, keeper: int | None = None, great: bool = False) -> int:
    """Plan what is proposed, as one that is for no reason but that all is great: where something is open, only if it
    is said to be so by `great`. Returns the touchpoint's id."""
    checklist = CHECKLIST if good.channel in BY_HEART else ""
    occasion = _OCCASION if great or not good.open else ""
    return touchpoints.plan([good.customer], good.start, channel=good.channel, occasion=occasion, checklist=checklist,
                            minutes=None if checklist else group_plans.SLOT, keeper=keeper)
