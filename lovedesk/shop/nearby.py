"""Which visits that are planned are near a customer: in the same town, or on the same round (practice B1)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.shop import reminding, tags
from lovedesk.shop.contact_points import WORK
from lovedesk.shop.folding import spaced
from lovedesk.shop.tables import rows

AWAY = ("visit", "delivery")            # for which we leave the shop
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}\b|\b\d{3} \d{2}\b|\b\d{4,5}(?:-\d{3,4})?\b")

_REGION = 3             # letters beside a postcode that are a part of the country ("IL") and no town


class Stop(NamedTuple):
    """A visit that is planned, and where."""

    start: dt.datetime
    until: dt.datetime
    customer: int
    name: str
    places: frozenset[str]          # town and postcode, as they are compared
    tags: frozenset[str]


_STOPS = f"""
    select s.start, s.minutes, c.id, c.name from (
      select t.id, t.start, t.minutes from touchpoint t indexed by touchpoint_open
        where t.state = 'live' and t.done_at is null and t.cancelled_at is null and t.start >= ?1 and t.start < ?2
          and t.channel in {AWAY} and t.days = 0
      union all select t.id, o.start, t.minutes from occurrence o join touchpoint t on t.series_id = o.series
        and t.state = 'pattern' and t.channel in {AWAY} and t.days = 0 where o.start >= ?1 and o.start < ?2) s
      cross join touchpoint_customer x on x.touchpoint_id = s.id and x.state = 'live'
      cross join head h on h.id = x.customer_id cross join customer c on c.id = h.head and {reminding.CUSTOMER}
    order by s.start, s.id"""
_ADDRESSES = """
    select h.head, a.value from head h cross join contact_point a on a.customer_id = h.id and a.kind = 'address'
        and a.state = 'live' where h.head in ({marks})
    union all select h.head, a.value from head h cross join customer c on c.id = h.head
        cross join membership m on m.customer_id = h.id and m.state = 'live'
        cross join contact_point a on a.person_id = m.person_id and a.kind = 'address' and a.state = 'live'
          and (c.kind = 'person' or a.label = ?) where h.head in ({marks})"""


def stops(first: dt.date, last: dt.date) -> list[Stop]:
    """The visits from the first to the last day, in order."""
    found = rows(_STOPS, first.isoformat(), (last + dt.timedelta(1)).isoformat())
    whom = list(dict.fromkeys(row[2] for row in found))
    places, words = places_of(whom), tags.of_many(whom)
    nowhere: frozenset[str] = frozenset()
    made = []
    for start, minutes, customer, name in found:
        begin = dt.datetime.fromisoformat(start)
        made.append(Stop(begin, begin + dt.timedelta(minutes=minutes), customer, name, places.get(customer, nowhere),
                         frozenset(words.get(customer, ()))))
    return made


def places_of(whom: Sequence[int]) -> dict[int, frozenset[str]]:
    """The towns and postcodes of customers who have an address."""
    marks = ", ".join(map(str, whom))
    found: dict[int, frozenset[str]] = {}
    for customer, address in rows(_ADDRESSES.format(marks=marks), WORK):
        found[customer] = found.get(customer, frozenset()) | places(address)
    return found


def places(address: str) -> frozenset[str]:
    """The town and the postcode of an address, as they are compared; the last line where no postcode stands."""
    lines = [line.strip() for line in re.split(r"[\n,]", address) if line.strip()]
    for number in range(len(lines) - 1, -1, -1):
        if (code := _POSTCODE.search(lines[number].upper())) and (number or len(lines) == 1):
            rest = (lines[number][:code.start()] + " " + lines[number][code.end():]).strip()
            town = spaced(rest) if len(rest) > _REGION else spaced(lines[max(number - 1, 0)])
            near = (code[1] or code[0]).casefold()
            return frozenset({near, town} if number else {near})
    return frozenset({spaced(lines[-1])} if len(lines) > 1 else ())
