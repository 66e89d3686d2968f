"""What is to be done, and days of theirs, as events of whole days for other programs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lovedesk.formats.icalendar_records import Event
from lovedesk.formats.icalendar_writing import Outgoing
from lovedesk.shop import reminding, shops, sieves, special_days, uids
from lovedesk.shop.calendar_part import MORNING, Part, Stamp, Wanted, stamps
from lovedesk.shop.heads import LIVE_PERSON
from lovedesk.shop.tables import LIVE_CUSTOMER, PATTERN, rows
from lovedesk.words import _

_LEAP_YEAR = 2000       # of a day whose year is not known: every day is in it
_MINUTES = 15           # of what has a time


class _Due(NamedTuple):
    """A follow-up, or the pattern of those that repeat, as it is written; `next` is the one time of one that waits."""

    id: int
    state: str
    title: str
    due: str | None
    time: str
    theirs: bool
    promised: bool
    keeper: int | None
    customer: int | None
    name: str
    rule: str
    waits: bool
    begin: str | None
    next: str | None
    next_id: int | None


def followups(part: Part) -> Iterator[Outgoing]:
    """What is still to be done, of both sides."""
    found = [_Due._make(row) for row in rows(
        f"""select f.id, f.state, f.title, f.due, f.due_time, f.theirs, f.promised, f.keeper_id, c.id,
              coalesce(c.name, ''), coalesce(s.rule, ''), coalesce(s.waits, 0), s.start, o.start, o.id
            from follow_up f left join head h on h.id = f.customer_id left join customer c on c.id = h.head
              left join head w on w.id = f.person_id left join person p on p.id = w.head and {LIVE_PERSON}
              left join series s on s.id = f.series_id and s.state = 'live'
              left join occurrence o on s.waits = 1 and f.state = '{PATTERN}' and o.series = s.id
            where f.done_at is null and f.dropped_at is null and (f.customer_id is null or {LIVE_CUSTOMER})
              and coalesce(c.standing, '') <> 'gone' and coalesce(p.gone, '') = ''
              and (f.state = 'live' and f.due is not null or f.state = '{PATTERN}' and s.id is not null)""")]
    changed = stamps("follow_up", [due.id for due in found])
    taken: defaultdict[int, list[dt.datetime]] = defaultdict(list)
    for series, at in rows("select series_id, series_start from follow_up where series_start is not null "
                           "and state in ('live', 'trashed')"):
        taken[series].append(dt.datetime.fromisoformat(at))
    wanted = Wanted(part)
    for due in found:
        event = _event_of(due, taken[due.id])
        if event is None or not wanted.has(sieves.THEIRS if due.theirs else sieves.OURS, due.keeper,
                                           [due.customer] if due.customer else []):
            continue
        if wanted.comes(event.rule, event.start) if event.rule else wanted.is_on(event.start.isoformat()):
            stamp = changed.get(due.id, Stamp())
            yield Outgoing(event, stamp.at, stamp.changes, 0 if due.time else MORNING if due.promised else None,
                           free=True)


def _event_of(due: _Due, taken: list[dt.datetime]) -> Event | None:
    text = _("{name}: {what}").format(name=due.name, what=due.title) if due.name else due.title
    title = _("Waiting for {what}").format(what=text) if due.theirs else text
    minutes, days = (_MINUTES, 0) if due.time else (0, 1)
    if due.state != PATTERN:
        return Event(0, uids.made(due.id), title, dt.datetime.fromisoformat(f"{due.due}T{due.time or '00:00'}"), "",
                     minutes, days)
    if not due.waits:
        return Event(0, uids.made(due.id), title, dt.datetime.fromisoformat(str(due.begin)), "", minutes, days,
                     rule=due.rule, without=sorted(taken))
    return Event(0, uids.made(due.next_id), title, dt.datetime.fromisoformat(due.next), "", minutes,
                 days) if due.next and due.next_id else None


def days(part: Part) -> Iterator[Outgoing]:
    """Birthdays and other yearly days of those who are with us."""
    wanted = Wanted(part)
    found = rows(
        f"""select d.id, d.kind, d.month, d.day, d.year, d.uid, c.id, coalesce(p.name, c.name), c.keeper_id
            from special_day d
              left join head w on w.id = d.person_id left join person p on p.id = w.head and {reminding.PERSON}
              join head h on h.id = coalesce(d.customer_id, (select m.customer_id from membership m
                join head x on x.id = m.person_id where x.head = p.id and m.state = 'live' order by m.id limit 1))
              join customer c on c.id = h.head and {reminding.CUSTOMER}
            where d.state = 'live' and (d.person_id is null or p.id is not null)""")
    changed = stamps("special_day", [row[0] for row in found])
    on_first = shops.leap_on_first()
    for row, kind, month, day, year, uid, customer, name, keeper in found:
        if not wanted.has(sieves.DAYS, keeper, [customer]):
            continue
        known = year if year and year >= 1900 else _LEAP_YEAR
        start = dt.datetime.combine(special_days.in_year(month, day, known, on_first=on_first), dt.time())
        title = _("{day}: {name}").format(day=special_days.word(kind), name=name)
        event = Event(0, uid or uids.made(row), title, start, "", 0, 1, rule="FREQ=YEARLY")
        if (month, day) == (2, 29):     # the 60th day of every year, or the last one of February
            event.rule += ";BYYEARDAY=60" if on_first else ";BYMONTH=2;BYMONTHDAY=-1"
        stamp = changed.get(row, Stamp())
        if wanted.comes(event.rule, start):
            yield Outgoing(event, stamp.at, stamp.changes, MORNING, free=True)
