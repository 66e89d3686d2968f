"""How often they had to chase us: the truest measure of hard work for a customer (practice C4)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import touchpoints
from lovedesk.shop.heads import all_of, is_here
from lovedesk.shop.tables import LIVE_CUSTOMER, Touchpoint, rows

YEAR = 365      # days that are counted

_CHASED = """from touchpoint t join touchpoint_customer l on l.touchpoint_id = t.id and l.state = 'live'
             where t.state = 'live' and t.chased = 1 and t.done_at is not null and t.start >= ?1"""


class Chaser(NamedTuple):
    """A customer who had to chase us, and how often within a year."""

    id: int
    name: str
    times: int


def set_chased(touchpoint: int, chased: bool) -> None:
    """Say whether they had to chase us this time."""
    touchpoints.get(touchpoint)
    Touchpoint.update(chased=int(chased)).where(Touchpoint.id == touchpoint).execute()


def is_chased(touchpoint: int) -> bool:
    """Whether they had to chase us this time."""
    return bool(rows("select 1 from touchpoint where id = ? and chased = 1 and state = 'live'", touchpoint))


def times_of(customer: int, *, today: dt.date) -> int:
    """How often a customer had to chase us within a year."""
    found = rows(f"select count(distinct t.id) {_CHASED} and l.customer_id in {all_of('?2')} and {is_here('?2')}",
                 today - dt.timedelta(YEAR), customer)
    return int(found[0][0])


def times(*, today: dt.date) -> int:
    """How often the shop was chased within a year."""
    return int(rows(f"""select count(distinct t.id) {_CHASED} and exists (select 1 from head h join customer c
        on c.id = h.head and {LIVE_CUSTOMER} where h.id = l.customer_id)""", today - dt.timedelta(YEAR))[0][0])


def by_customer(*, today: dt.date) -> list[Chaser]:
    """Who had to chase us within a year, the most often first."""
    return [Chaser(*row) for row in rows(
        f"""select c.id, c.name, count(distinct t.id) from touchpoint t
              join touchpoint_customer l on l.touchpoint_id = t.id and l.state = 'live'
              join head h on h.id = l.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
            where t.state = 'live' and t.chased = 1 and t.done_at is not null and t.start >= ?
            group by c.id order by 3 desc, c.sort_name, c.id""", today - dt.timedelta(YEAR))]
