"""A year since something came home: the day of a delivered job comes back once, to be celebrated (practice F3)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import reminding, shops
from lovedesk.shop.heads import all_of
from lovedesk.shop.special_days import in_year
from lovedesk.shop.tables import NOT_CUSTOMER, rows
from lovedesk.words import _


class Homecoming(NamedTuple):
    """The day a year after a job was delivered."""

    day: dt.date
    job: int
    words: str
    customer_id: int
    customer: str


def between(first: dt.date, last: dt.date, *, customer: int | None = None) -> list[Homecoming]:
    """Those that lie from the first to the last day, of one customer or of all who are with us, in order."""
    a_year = dt.timedelta(366)
    whose = f"j.customer_id in {all_of('?3')}" if customer is not None else "?3 is null"
    on_first = shops.leap_on_first()
    found = [Homecoming(_a_year_after(dt.date.fromisoformat(day), on_first=on_first), job,
                        _("A year since it came home: {job}").format(job=what), whom, name)
             for job, what, day, whom, name in rows(
                 f"""select j.id, j.what, j.delivered_on, c.id, c.name
                     from job j join head h on h.id = j.customer_id join customer c on c.id = h.head
                     where j.state = 'live' and j.delivered_on between ?1 and ?2 and {reminding.CUSTOMER}
                       and c.standing <> '{NOT_CUSTOMER}' and {whose} order by j.delivered_on, j.id""",
                 first - a_year, last - a_year + dt.timedelta(2), customer)]
    return [home for home in found if first <= home.day <= last]


def _a_year_after(day: dt.date, *, on_first: bool) -> dt.date:
    return in_year(day.month, day.day, day.year + 1, on_first=on_first)
