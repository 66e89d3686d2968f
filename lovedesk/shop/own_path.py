"""Walking our own path as a customer: twice a year, by its checklist, with no customer (practice C4).

What was hard becomes a friction of the shop's own (see `answers`). A time that was declined stands as a cancelled one.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import builtin, series, touchpoints
from lovedesk.shop.builtin import OWN_PATH
from lovedesk.shop.instants import instant, wall
from lovedesk.shop.tables import rows
from lovedesk.words import _

TWICE_A_YEAR = "FREQ=MONTHLY;INTERVAL=6"
HALF_A_YEAR = dt.timedelta(182)
A_WHILE = dt.timedelta(30)
IN_A_WEEK, SATURDAY = dt.timedelta(7), 5
MORNING = dt.time(9)


class Walk(NamedTuple):
    """Whether it is time: `last` is when it was walked, `planned` whether it stands in the calendar, `due` neither.

    `ripe` is what is due in a shop that has been at work for a while.
    """

    last: dt.date | None
    planned: bool
    due: bool
    ripe: bool = False


def walk(now: dt.datetime) -> Walk:
    """When the path was walked last, and whether it would be good to plan it."""
    planned = bool(rows(
        """select 1 from touchpoint t where t.checklist = ?1 and (
             t.state = 'live' and t.done_at is null and t.cancelled_at is null
             or t.state = 'pattern' and exists (select 1 from series s where s.id = t.id and s.state = 'live'))
           limit 1""",
        OWN_PATH))
    ((last, declined),) = rows(
        "select max(done_at), max(cancelled_at) from touchpoint where checklist = ? and state = 'live'", OWN_PATH)
    due = not planned and max(last or "", declined or "") <= instant(now - HALF_A_YEAR)
    return Walk(wall(last).date() if last else None, planned, due, ripe=due and _has_been_at_work(now))


def _has_been_at_work(now: dt.datetime) -> bool:
    return bool(rows("select 1 from touchpoint where state = 'live' and done_at is not null and start < ? limit 1",
                     now - A_WHILE))


def good_day(today: dt.date) -> dt.date:
    """A day to propose: in a week, and not at its end."""
    day = today + IN_A_WEEK
    return day + dt.timedelta(max(7 - day.weekday(), 0)) if day.weekday() >= SATURDAY else day


def plan(day: dt.date, *, keeper: int | None = None) -> int:
    """Plan it for the morning of a day, and every half a year from then. Returns its id."""
    checklist = builtin.checklist(OWN_PATH)
    assert checklist is not None
    touchpoint = touchpoints.plan([], dt.datetime.combine(day, MORNING), checklist=OWN_PATH, keeper=keeper,
                                  title=checklist.title)
    series.repeat(touchpoint, TWICE_A_YEAR)
    return touchpoint


def decline(now: dt.datetime) -> None:
    """Not this time: it is offered again in half a year."""
    checklist = builtin.checklist(OWN_PATH)
    assert checklist is not None
    touchpoint = touchpoints.plan([], now, checklist=OWN_PATH, title=checklist.title)
    touchpoints.cancel(touchpoint, _("Not this time"), now=now)
