"""Touchpoints in time: of a day, of a customer, and those whose sheet waits to be typed in."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from lovedesk.shop import occurrences, reminding
from lovedesk.shop.contact_points import WORK
from lovedesk.shop.heads import LIVE_PERSON, all_of, people_of
from lovedesk.shop.occurrences import TOUCHPOINT, Source
from lovedesk.shop.tables import LIVE_CUSTOMER, rows


class Touch(NamedTuple):
    """A touchpoint in a list; `customer` is the first one, and `people` are those met. Our own is with no customer:
    then `customer_id` is 0, `customer` is empty, and `whom` is its title."""

    id: int
    channel: str
    occasion: str
    title: str
    start: dt.datetime
    minutes: int
    keeper: str
    customer_id: int
    customer: str
    kind: str
    photo: str
    people: list[str]
    done: bool
    cancelled: bool
    address: str
    value: str
    notes: str
    said: str
    others: int                 # customers besides the first
    phone: str                  # the preferred one, else of someone met, else the customer's own
    bring: list[str]            # what to take along
    say: list[str]              # how to say the names of the people, each empty where nothing was noted
    keeper_id: int | None
    days: int = 0               # so many whole days, without a time; 0 with one
    began: str = "we"           # or they
    chased: bool = False        # they had to chase us
    series: int | None = None   # what it is one of
    before: int = 0             # how many of them that nobody wrote down are behind this one

    @property
    def whom(self) -> str:
        """The first customer's name; of our own the title."""
        return self.customer or self.title

    @property
    def until(self) -> dt.datetime:
        """When it will be over."""
        if self.days:
            return self.start + dt.timedelta(self.days)
        return self.start + dt.timedelta(minutes=self.minutes)


OPEN = "t.done_at is null and t.cancelled_at is null"

# The live customers of a touchpoint, in the order they were named.
_CUSTOMERS = f"""from touchpoint_customer l join head h on h.id = l.customer_id
                   join customer c on c.id = h.head and {LIVE_CUSTOMER}
                 where l.touchpoint_id = t.id and l.state = 'live'"""
# Our own: with no customer at all, not with some who are gone.
OWN = """not exists (select 1 from touchpoint_customer o where o.touchpoint_id = t.id
           and o.state in ('live', 'erased'))"""
# Open ones remind of those whom they are with; of those who are gone only a goodbye does.
REMINDS = f"""(t.done_at is not null or t.occasion = '{reminding.GOODBYE}' or exists (
                select 1 from touchpoint_customer l join head h on h.id = l.customer_id
                  join customer c on c.id = h.head and {reminding.CUSTOMER}
                where l.touchpoint_id = t.id and l.state = 'live') or {OWN})"""
_MET_AND_MERGED = f"""from touchpoint_person l join head w on w.id = l.person_id
                        join person p on p.id = w.head and {LIVE_PERSON} join head a on a.head = w.head
                          and (p.gone = '' or t.done_at is not null)
                        where l.touchpoint_id = t.id and l.state = 'live'"""
_MET = _MET_AND_MERGED + " and a.id = w.head"
_PEOPLE = f"(select group_concat(p.name, char(31) order by l.id) {_MET})"
_PLACE = f"""coalesce(nullif(t.place, ''), (select a.value from contact_point a
       where a.kind = 'address' and a.state = 'live' and (a.customer_id in {all_of("f.id")}
         or (f.kind = 'person' or a.label = '{WORK}') and a.person_id in {people_of("f.id")})
       order by a.customer_id is null, a.preferred desc, a.position, a.id limit 1), '')"""
_FIRST = f"left join customer f on f.id = (select c.id {_CUSTOMERS} order by l.id limit 1)"
_TOUCHES = f"""
    select {{id}}, t.channel, t.occasion, t.title, {{start}}, t.minutes, coalesce(k.name, ''),
      coalesce(f.id, 0), coalesce(f.name, ''), coalesce(f.kind, ''), coalesce(f.photo, ''),
      {_PEOPLE}, t.done_at is not null, t.cancelled_at is not null, {_PLACE}, t.value, t.notes, t.said,
      (select max(count(*) - 1, 0) {_CUSTOMERS}),
      coalesce((select n.value from contact_point n where n.kind = 'phone' and n.state = 'live'
         and (n.customer_id in {all_of("f.id")}
           or n.person_id in (select a.id {_MET_AND_MERGED}))
         order by n.preferred desc, n.person_id is null, n.position, n.id limit 1), ''),
      (select group_concat(i.text, char(31) order by i.position, i.id) from touchpoint_item i
         where i.touchpoint_id = t.id and i.kind = 'bring' and i.state = 'live'),
      (select group_concat(p.say, char(31) order by l.id) {_MET}),
      t.keeper_id, t.days, t.began, t.chased, {{series}}, {{before}}
    from {{rows}} left join shopkeeper k on k.id = t.keeper_id
      {_FIRST}
    where {{state}} and (f.id is not null or {OWN}) and """
_OF_CUSTOMER = f"""t.id in (select l.touchpoint_id from head h join customer c on c.id = h.head and {LIVE_CUSTOMER}
                   join touchpoint_customer l on l.customer_id = h.id and l.state = 'live' where h.head = ?)"""


_ROWS = occurrences.kept(TOUCHPOINT)


def _touches(source: Source, where: str, *values: object) -> list[Touch]:
    return [_touch(row) for row in rows((_TOUCHES + where).format_map(source._asdict()), *values)]


def _touch(row: tuple[Any, ...]) -> Touch:
    return Touch._make((
        *row[:4], dt.datetime.fromisoformat(row[4]), *row[5:11], _split(row[11]), bool(row[12]), bool(row[13]),
        _line(row[14]), *row[15:20], _split(row[20]), _split(row[21]), *row[22:25], bool(row[25]), *row[26:28]))


def _split(texts: str | None) -> list[str]:
    return [] if texts is None else texts.split("\x1f")


def _line(address: str) -> str:
    return address.splitlines()[0] if address else ""


def between(first: dt.date, last: dt.date, *, keeper: int | None = None) -> list[Touch]:
    """What is or was planned from the first to the last day, in order; of one keeper, with those that are no one's."""
    return sorted((touch for source in (_ROWS, occurrences.ahead(TOUCHPOINT, first, last)) for touch in _touches(
        source, f"""{REMINDS} and t.cancelled_at is null and {{start}} >= ? and {{start}} < ?
             and (? is null or coalesce(t.keeper_id, ?) = ?)""",
        first, _end_of(last), keeper, keeper, keeper)), key=_by_start)


def people_and_places(touchpoints: Iterable[int]) -> dict[int, tuple[list[str], str]]:
    """Who is met at each of these, and where; of one of what repeats, at its series."""
    return {row: (_split(people), _line(place)) for row, people, place in rows(
        f"select t.id, {_PEOPLE}, {_PLACE} from touchpoint t {_FIRST} where t.id in (select value from json_each(?))",
        json.dumps(list(touchpoints)))}


def _end_of(day: dt.date) -> str:
    """What every time of a day is before, as it is kept: also of the last day that there is."""
    return f"{day}T24"


def _by_start(touch: Touch) -> tuple[dt.datetime, int]:
    return touch.start, touch.id


def of_day(day: dt.date, *, keeper: int | None = None) -> list[Touch]:
    """What is or was planned for a day, in order."""
    return between(day, day, keeper=keeper)


def to_type_in(now: dt.datetime) -> list[Touch]:
    """Open touchpoints whose time has passed, the oldest first: each is a sheet to type in, or went fine. Of what
    repeats and nobody wrote down there is one, the last."""
    found = _touches(_ROWS, f"{OPEN} and {REMINDS} and t.start <= ?", now)
    found += _touches(occurrences.missed(TOUCHPOINT, now), REMINDS)
    return sorted((touch for touch in found if touch.until <= now), key=_by_start)


def of_customer(customer: int) -> list[Touch]:
    """All touches with a customer, planned, done and cancelled, the newest first; of what repeats, those that have a
    row."""
    return _touches(_ROWS, f"{_OF_CUSTOMER} and t.start is not null order by t.start desc, t.id desc", customer)


_LAST = "t.done_at is not null and t.start < ? order by t.start desc, t.id desc"
_NEXT = f"{OPEN} and {{start}} >= ? order by {{start}}, {{id}}"


def last_done(customer: int, before: dt.datetime) -> Touch | None:
    """The last touch that has been, before a moment."""
    return next(iter(_firsts([customer], before, ahead=False)), None)


def next_planned(customer: int, after: dt.datetime) -> Touch | None:
    """The next open touch at or after a moment."""
    return next(iter(_firsts([customer], after, past=False)), None)


def nearest(customers: Sequence[int], now: dt.datetime) -> list[Touch]:
    """The next open touch and the last one that has been, of each of these customers."""
    return _firsts(customers, now)


def _firsts(customers: Sequence[int], now: dt.datetime, *, ahead: bool = True, past: bool = True) -> list[Touch]:
    """The next touch of each customer, and the last: found before anything else is asked of it."""
    found = []
    for customer in customers:
        if ahead:
            nexts = [*_first(_ROWS, _NEXT, customer, now), *_first(_COMING, _NEXT, customer, now)]
            found += sorted(nexts, key=_by_start)[:1]
        if past:
            found += _first(_ROWS, _LAST, customer, now)
    return found


_COMING = occurrences.coming(TOUCHPOINT)


def on_day(customer: int, day: dt.date) -> list[Touch]:
    """What is or was planned with a customer on a day, in order, and not cancelled."""
    return sorted((touch for source in (_ROWS, occurrences.ahead(TOUCHPOINT, day, day)) for touch in _touches(
        source, f"{_OF_CUSTOMER} and t.cancelled_at is null and {{start}} >= ? and {{start}} < ?",
        customer, day, _end_of(day))), key=_by_start)


def ahead_of(customer: int, after: dt.datetime, most: int) -> list[Touch]:
    """What is open with a customer at or after a moment, the soonest first, at most so many."""
    found = [touch for source in (_ROWS, _COMING) for touch in _touches(
        source, f"{_OF_CUSTOMER} and {_NEXT} limit ?", customer, after, most)]
    return sorted(found, key=_by_start)[:most]


def of_rows(ids: Sequence[int], now: dt.datetime) -> list[Touch]:
    """These touchpoints that are not cancelled, and the next time of these patterns: what is ahead, the soonest first,
    then what has been, the newest first."""
    listed = f"t.id in ({', '.join(map(str, ids))}) and "
    found = sorted([*_touches(_ROWS, listed + "t.start is not null and t.cancelled_at is null"), *_touches(
        _COMING, listed + """o.start = (select min(n.start) from occurrence n
                              where n.series = t.id and n.start >= ?)""", now)] if ids else [], key=_by_start)
    return [touch for touch in found if touch.until > now] + [touch for touch in found[::-1] if touch.until <= now]


def _first(source: Source, where: str, customer: int, now: dt.datetime) -> list[Touch]:
    query = f"select {{id}} from {{rows}} where {{state}} and {_OF_CUSTOMER} and {where} limit 1"
    found = rows(query.format_map(source._asdict()), customer, now)
    return _touches(source, "{id} = ?", found[0][0]) if found else []
