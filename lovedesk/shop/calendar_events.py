"""Visits, calls and the rest as events for other programs: what repeats by its rule, with what stands for its times."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lovedesk.formats.icalendar_records import Event
from lovedesk.formats.icalendar_writing import Outgoing
from lovedesk.shop import builtin, reminding, sieves, timeline, uids
from lovedesk.shop.calendar_part import BEFORE, MORNING, Part, Stamp, Wanted, stamps
from lovedesk.shop.contact_points import WORK
from lovedesk.shop.event_records import row_of, series_of
from lovedesk.shop.tables import LIVE_CUSTOMER, PATTERN, rows
from lovedesk.words import _, joined

_NO_PLACE = frozenset({"call", "video", "letter", "email", "message"})


class _Row(NamedTuple):
    """A touchpoint or a pattern, as it is written."""

    id: int
    state: str
    channel: str
    title: str
    start: str
    minutes: int
    days: int
    zone: str
    place: str
    keeper: int | None
    done: bool
    cancelled: bool
    series: int | None
    series_start: str | None
    uid: str
    rule: str


class Touchpoints:
    """Visits, calls and the rest, and what repeats: a pattern with its rule, and what stands for one of its times."""

    def __init__(self, part: Part, now: dt.datetime) -> None:
        self.part, self.now = part, now
        self.rows = [_Row._make(row) for row in rows(
            f"""select t.id, t.state, t.channel, t.title, t.start, t.minutes, t.days, t.zone, t.place, t.keeper_id,
                  t.done_at is not null, t.cancelled_at is not null, t.series_id, t.series_start, t.uid,
                  coalesce(s.rule, '')
                from touchpoint t left join series s on s.id = t.series_id and s.state = 'live'
                where t.start is not null and (t.state = 'live' or t.state = '{PATTERN}' and s.id is not null)
                  and ({timeline.OWN} or exists (select 1 from touchpoint_customer l join head h on h.id = l.customer_id
                    join customer c on c.id = h.head and {LIVE_CUSTOMER}
                    where l.touchpoint_id = t.id and l.state = 'live')) and {timeline.REMINDS}
                  and (?1 is null or t.id = ?1)""", part.touchpoint)]
        self.whom = _whom([row.id for row in self.rows])
        self.ways = _Ways({customer for found in self.whom.values() for customer, _name in found})
        self.stamps = stamps("touchpoint", [row.id for row in self.rows])
        self.patterns = {row.id: row for row in self.rows if row.state == PATTERN and row.rule}
        self.gone: defaultdict[int, list[dt.datetime]] = defaultdict(list)
        for series, at in rows(
                """select t.series_id, t.series_start from touchpoint t where t.series_start is not null
                   and (t.state = 'trashed' or t.state = 'live' and t.cancelled_at is not null)"""):
            self.gone[series].append(dt.datetime.fromisoformat(at))

    def outgoing(self) -> Iterator[Outgoing]:
        """What goes out."""
        wanted = Wanted(self.part)
        for row in self.rows:
            whom = [one for one, _name in self.whom[row.id]]
            comes = wanted.comes(row.rule, dt.datetime.fromisoformat(row.start)) if row.state == PATTERN else (
                wanted.is_on(row.start))
            if comes and not row.cancelled and wanted.has(_kind(row.channel), row.keeper, whom):
                yield self._one(row)

    def _one(self, row: _Row) -> Outgoing:
        start = dt.datetime.fromisoformat(row.start)
        pattern = self.patterns.get(row.series or 0)
        stamp = self.stamps.get(row.id, Stamp())
        event = Event(0, self._uid(row, pattern), self._title(row), start, row.zone, row.minutes, row.days,
                      row.place or self._address(row), self._notes(row))
        if row.state == PATTERN:
            event.rule = row.rule
            event.without = sorted(self.gone[row.id])
        elif pattern is not None and row.series_start and self.part.touchpoint is None:
            event.instead_of = dt.datetime.fromisoformat(row.series_start)
        ahead = row.state == PATTERN or (not row.done and start > self.now)
        alarm = (MORNING if row.days else BEFORE) if ahead else None
        return Outgoing(event, stamp.at, stamp.changes, alarm, free=bool(row.days))

    def _uid(self, row: _Row, pattern: _Row | None) -> str:
        """What it came with, for the one that the file is about; a name of ours for all others."""
        if pattern is not None and self.part.touchpoint is None:
            row = pattern
        known = Event(0, row.uid)
        return row.uid if row.uid and row.id in {row_of(known), series_of(known)} else uids.made(row.id)

    def _title(self, row: _Row) -> str:
        names = joined([name for _customer, name in self.whom[row.id]])
        if row.title and (row.uid or not names):
            return row.title
        if row.title:
            return _("{name}: {what}").format(name=names, what=row.title)
        channel = builtin.channel_label(row.channel)
        return _("{what}: {name}").format(what=channel, name=names) if names else channel

    def _address(self, row: _Row) -> str:
        whom = self.whom[row.id]
        return ", ".join(self.ways.address[whom[0][0]].splitlines()) if whom and row.channel not in _NO_PLACE else ""

    def _notes(self, row: _Row) -> str:
        return "\n".join(_("{name}: {phone}").format(name=name, phone=self.ways.phone[customer])
                         for customer, name in self.whom[row.id] if self.ways.phone[customer])


class _Ways:
    """The first number and address of each of some customers; of people that are not gone."""

    def __init__(self, customers: Iterable[int]) -> None:
        self.phone: defaultdict[int, str] = defaultdict(str)
        self.address: defaultdict[int, str] = defaultdict(str)
        for customer, kind, value in rows(
                f"""select h.head, n.kind, n.value from head h join contact_point n on n.customer_id = h.id
                    where h.head in (select value from json_each(?1)) and n.state = 'live'
                      and n.kind in ('phone', 'address')
                    union all
                    select * from (select c.id, n.kind, n.value from head h join customer c on c.id = h.head
                      join membership m on m.customer_id = h.id and m.state = 'live' and m.of_person_id is null
                      join head w on w.id = m.person_id join person p on p.id = w.head and {reminding.PERSON}
                      join head a on a.head = w.head join contact_point n on n.person_id = a.id and n.state = 'live'
                    where h.head in (select value from json_each(?1)) and (n.kind = 'phone'
                      or n.kind = 'address' and (c.kind = 'person' or n.label = '{WORK}'))
                    order by n.preferred desc, m.position, n.position, n.id)""", json.dumps(list(customers))):
            ways = self.phone if kind == "phone" else self.address
            ways[customer] = ways[customer] or value


def _whom(touchpoints: Iterable[int]) -> defaultdict[int, list[tuple[int, str]]]:
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for touchpoint, customer, name in rows(
            f"""select l.touchpoint_id, c.id, c.name from touchpoint_customer l join head h on h.id = l.customer_id
                join customer c on c.id = h.head and {LIVE_CUSTOMER}
                where l.state = 'live' and l.touchpoint_id in (select value from json_each(?))
                order by l.id""", json.dumps(list(touchpoints))):
        if (customer, name) not in found[touchpoint]:
            found[touchpoint].append((customer, name))
    return found


def _kind(channel: str) -> str:
    return sieves.VISITS if channel == "visit" else sieves.TALKS if channel in sieves.TALKING else sieves.PAPERS
