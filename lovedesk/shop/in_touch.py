"""Whom we are losing touch with, who perhaps leaves, and with whom nothing is ahead (practices B1, F1).

All of it is asked anew each time, and looking changes nothing: a clock that was wrong for a day has kept nothing wrong.
The question goes over everybody, so a window asks it aside.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lovedesk.shop import reminding, rhythms
from lovedesk.shop.narrowing import NEGLECTED
from lovedesk.shop.rhythms import MONTH, YEAR, Rhythm, each
from lovedesk.shop.tables import LIVE_CUSTOMER, rows
from lovedesk.shop.touchpoints import TALKS
from lovedesk.words import _, ago, month_name, month_title

SIGNS = 3               # days with a sign; fewer say nothing of what is usual
SHORTEST = 7            # days; whoever came on three days in a row does not leave on the fifth
LATELY = 60             # days; what is longer ago is said in months
SHEETS = 14             # days that a visit may wait to be typed in before its customer is asked for again
HEARD_IN = frozenset({"visit", "call", "video"})    # talks in which we hear of them, whoever began


class Silent(NamedTuple):
    """Someone of a list: our last touch that counts, and their last sign."""

    id: int
    name: str
    kind: str
    photo: str
    since: dt.date | None
    rhythm: Rhythm | None
    last: dt.date | None
    channel: str                    # of the last touch
    sign: dt.date | None
    heard: dt.date | None           # their last sign, or a talk with them
    gap: int                        # days that usually pass until we hear of them; 0 where nobody can say

    def waited(self, today: dt.date) -> int:
        """Days since the last touch; since they came, where there was none."""
        since = self.last or self.since
        return (today - since).days if since else rhythms.LONGEST

    def past_limit(self, today: dt.date) -> bool:
        """Whether it is longer than the limit."""
        most = self.rhythm.most if self.rhythm else 0
        return 0 < most < self.waited(today)

    def perhaps_leaves(self, today: dt.date) -> bool:
        """Whether they are silent for more than twice as long as is usual."""
        return self.gaps_silent(today) > 2

    def gaps_silent(self, today: dt.date) -> float:
        """How many of their usual gaps they are silent."""
        return (today - self.heard).days / self.gap if self.heard and self.gap else 0

    def wishes_missed(self, today: dt.date) -> float:
        """How many times what was wished for has gone by; over 1, it is time to be in touch."""
        return self.waited(today) / self.rhythm.wish if self.rhythm else 0


class Lists(NamedTuple):
    """Three lists; nobody is in two of them."""

    losing: list[Silent]            # wished to be in touch with by now, the longest beyond it first
    leaving: list[Silent]           # perhaps; those first who were silent in time until just now
    nothing: list[Silent]           # with whom nothing is ahead, the longest ago first

    def due(self) -> list[Silent]:
        """Those with whom it is time to be in touch."""
        return [*self.losing, *self.leaving]


class _State(NamedTuple):
    """What a customer's rhythm and plans say: whether a touch is planned, or anything is open at all."""

    planned: bool
    ahead: bool
    paused: dt.date | None
    well_at: dt.date | None


# Each day's touches and signs of a customer as one text: day, then 2 for a sign of theirs, 1 for a talk, the channel.
_EVENTS = """
    select who, group_concat(event, '|') from (
      select h.head who, substr(t.start, 1, 10) || iif(t.began = 'they' or t.said <> '', 2, 0) || t.channel event
        from touchpoint t join touchpoint_customer x on x.touchpoint_id = t.id and x.state = 'live'
          join head h on h.id = x.customer_id
        where t.state = 'live' and t.done_at is not null and t.start is not null {one}
      union all select h.head, q.asked_on || 2 from request q join head h on h.id = q.customer_id
        where q.state = 'live' and q.asked_on is not null {one}
      union all select h.head, j.asked_on || 2 from job j join head h on h.id = j.customer_id
        where j.state = 'live' and j.asked_on is not null {one}
      union all select h.head, j.said_on || 2 from job j join head h on h.id = j.customer_id
        where j.state = 'live' and j.said_on is not null {one}
      union all select h.head, substr(f.done_at, 1, 10) || 2 from follow_up f join head h on h.id = f.customer_id
        where f.state = 'live' and f.theirs = 1 and f.done_at is not null {one}) group by who"""
_LIVING = f"""
    select c.id, c.name, c.kind, c.photo, c.since from customer c
    where {reminding.CUSTOMER} and c.standing in ({", ".join(f"'{word}'" for word in NEGLECTED)}) """
_TAGGED = """ in (select g.head from customer_tag y join head g on g.id = y.customer_id
               where y.state = 'live' and y.tag_id = ?1)"""
# What is ahead: 1 for a day on which we shall be in touch, 0 for what is open besides.
_CHANNELS = ", ".join(f"'{channel}'" for channel in sorted(TALKS))
_AHEAD = f"""
    select h.head, max(a.touch) from (
      select x.customer_id whom, 1 touch from touchpoint t indexed by touchpoint_open
          cross join touchpoint_customer x on x.touchpoint_id = t.id and x.state = 'live'
        where t.state = 'live' and t.done_at is null and t.cancelled_at is null and t.start >= ?1
      union all select x.customer_id, 1 from (select distinct series from occurrence where start >= ?2) o
          cross join touchpoint t on t.series_id = o.series and t.state = 'pattern'
          cross join touchpoint_customer x on x.touchpoint_id = t.id and x.state = 'live'
      union all select f.customer_id, f.theirs = 0 and f.kind in ({_CHANNELS})
        from (select distinct series from occurrence where start >= ?2) o
          cross join follow_up f on f.series_id = o.series and f.state = 'pattern'
      union all select f.customer_id, coalesce(f.due >= ?2, 0) and f.theirs = 0 and f.kind in ({_CHANNELS})
        from follow_up f where f.state = 'live' and f.done_at is null and f.dropped_at is null
          and f.customer_id is not null) a
      join head h on h.id = a.whom group by h.head"""
_SAID = """select h.head, max(r.paused_until), max(r.well_at) from rhythm r join head h on h.id = r.customer_id
           where r.state = 'live' and (r.paused_until is not null or r.well_at is not null) group by h.head"""


def lists(today: dt.date, *, tag: int | None = None) -> Lists:
    """The three lists of today, of everybody or of those with a tag."""
    found = Lists([], [], [])
    states = _states(today)
    quiet = _State(planned=False, ahead=False, paused=None, well_at=None)
    for silent in _living(tag):
        state = states.get(silent.id, quiet)
        if not _asked_for(state, today):
            continue
        if silent.perhaps_leaves(today) and not (state.well_at and silent.heard and state.well_at >= silent.heard):
            found.leaving.append(silent)
        elif silent.wishes_missed(today) > 1:
            found.losing.append(silent)
        elif not state.ahead:
            found.nothing.append(silent)
    found.losing.sort(key=lambda one: (not one.past_limit(today), -one.wishes_missed(today)))
    found.leaving.sort(key=lambda one: one.gaps_silent(today))
    found.nothing.sort(key=lambda one: one.last or one.since or dt.date.min)
    return found


def reason(one: Silent, today: dt.date) -> str:
    """Why someone is in a list, in words: "last seen in March, wished every 3 months"."""
    if one.perhaps_leaves(today) and one.heard:
        return _("no sign for {time}, usually every {gap}").format(
            time=rhythms.span(_roughly((today - one.heard).days)), gap=each(_roughly(one.gap)))
    if not one.rhythm:
        return _last(one, today)
    if one.past_limit(today):
        return _("{last}, at the latest every {time}").format(last=_last(one, today), time=each(one.rhythm.most))
    if one.rhythm.tag:
        return _("{last}, wished every {time} for #{tag}").format(
            last=_last(one, today), time=each(one.rhythm.wish), tag=one.rhythm.tag)
    return _("{last}, wished every {time}").format(last=_last(one, today), time=each(one.rhythm.wish))


def _last(one: Silent, today: dt.date) -> str:
    if one.last is None:
        return _("not in touch yet")
    if (today - one.last).days < LATELY:
        when = ago(one.last, today)
    elif one.last.year == today.year:
        when = _("in {month}").format(month=month_name(one.last.month))
    else:
        when = _("in {month}").format(month=month_title(one.last))
    match one.channel:
        case "visit" | "video" | "delivery":
            return _("last seen {when}").format(when=when)
        case "call":
            return _("last spoken to {when}").format(when=when)
    return _("last written to {when}").format(when=when)


def _roughly(days: int) -> int:
    """So many days as people say them, when they have not counted."""
    if days >= 2 * YEAR:
        return round(days // YEAR * YEAR)
    if days >= LATELY:
        return round(round(days / MONTH) * MONTH)
    return days if days < 2 * SHORTEST else round(days / SHORTEST) * SHORTEST


def _asked_for(state: _State, today: dt.date) -> bool:
    """Nobody is asked for whose day is planned, or while they wait for a later one."""
    return not state.planned and not (state.paused and state.paused > today)


def of(customer: int) -> Silent | None:
    """How it stands with one customer, living or not; None for one that is gone from the desk."""
    found = rows(f"select c.id, c.name, c.kind, c.photo, c.since from customer c where c.id = ? "
                 f"and {LIVE_CUSTOMER}", customer)
    if not found:
        return None
    events = rows(_EVENTS.format(one="and h.head = ?1"), customer)
    return _silent(found[0], rhythms.of(customer), events[0][1] if events else "", frozenset(rhythms.counting()))


def _living(tag: int | None) -> Iterable[Silent]:
    values = () if tag is None else (tag,)
    events: dict[int, str] = dict(rows(_EVENTS.format(one=f"and h.head {_TAGGED}" if values else ""), *values))
    wished = rhythms.of_everyone()
    counting = frozenset(rhythms.counting())
    for row in rows(f"{_LIVING} {f'and c.id {_TAGGED}' if values else ''} order by c.sort_name, c.id", *values):
        yield _silent(row, wished.get(row[0]), events.get(row[0], ""), counting)


def _silent(row: tuple[int, str, str, str, str | None], rhythm: Rhythm | None, events: str,
            counting: frozenset[str]) -> Silent:
    last = channel = sign = ""
    heard = set()
    for event in events.split("|") if events else ():
        day, theirs, way = event[:10], event[10] == "2", event[11:]
        if way in counting and day >= last:
            last, channel = day, way
        if theirs and day > sign:
            sign = day
        if theirs or way in HEARD_IN:
            heard.add(day)
    days = sorted(heard)
    return Silent(*row[:4], _day(row[4]), rhythm, _day(last), channel, _day(sign), _day(days[-1] if days else ""),
                  _usual(days))


def _usual(days: list[str]) -> int:
    """The median of the gaps between these days."""
    if len(days) < SIGNS:
        return 0
    numbers = [dt.date.fromisoformat(day).toordinal() for day in days]
    return max(round(median(after - day for day, after in pairwise(numbers))), SHORTEST)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _states(today: dt.date) -> dict[int, _State]:
    said = {who: (_day(paused), _day(well)) for who, paused, well in rows(_SAID)}
    ahead = dict(rows(_AHEAD, today - dt.timedelta(SHEETS), today))
    return {who: _State(bool(ahead.get(who)), who in ahead, *said.get(who, (None, None)))
            for who in said.keys() | ahead.keys()}
