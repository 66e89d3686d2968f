"""Reads a month, a week and the agenda of a full calendar, in turn with plain questions for the same rows.

    python -m bench.drive_reads DESK     a desk that `bench.fill_calendar` made full
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lovedesk.shop import months
from lovedesk.shop.desks import open_desk
from lovedesk.shop.months import Entry
from lovedesk.store.desk import Desk

ROUNDS = 15
# Every column that a page shows, in order; without asking who is merged or gone, and whose day else it may be.
VISITS = """
    select t.start, t.id, t.channel, t.occasion, t.title, c.id, c.name, t.done_at is not null, t.minutes, t.days,
      t.zone, t.keeper_id, t.series_id
    from touchpoint t join touchpoint_customer l on l.touchpoint_id = t.id and l.state = 'live'
      join customer c on c.id = l.customer_id
    where t.state = 'live' and t.start >= ? and t.start < ? order by t.start"""
TIMES = """
    select o.start, o.id, t.channel, t.occasion, t.title, c.id, c.name, 0, t.minutes, t.days, t.zone, t.keeper_id,
      o.series
    from occurrence o join touchpoint t on t.id = o.series
      join touchpoint_customer l on l.touchpoint_id = t.id and l.state = 'live' join customer c on c.id = l.customer_id
    where o.start >= ? and o.start < ? order by o.start"""
DUES = """
    select f.due, f.id, f.title, c.id, c.name, f.due_time, f.promised, f.theirs, f.done_at is not null, f.keeper_id
    from follow_up f join customer c on c.id = f.customer_id
    where f.state = 'live' and f.due >= ? and f.due < ? order by f.due, f.due_time"""
DAYS = """
    select s.id, s.kind, s.month, s.day, s.year, c.id, c.name
    from special_day s join customer c on c.id = s.customer_id
    where s.state = 'live' and (s.month, s.day) >= (?, ?) and (s.month, s.day) < (?, ?)
    union all
    select s.id, s.kind, s.month, s.day, s.year, c.id, c.name
    from special_day s join membership m on m.person_id = s.person_id and m.state = 'live'
      join customer c on c.id = m.customer_id
    where s.state = 'live' and (s.month, s.day) >= (?, ?) and (s.month, s.day) < (?, ?)
    order by 3, 4"""
STILL_OPEN = """
    select f.due, f.id, f.title, c.id, c.name, f.due_time, f.promised, f.theirs, 0, f.keeper_id
    from follow_up f join customer c on c.id = f.customer_id
    where f.state = 'live' and f.done_at is null and f.dropped_at is null and f.due < ?
    order by f.due"""
SHEETS = """
    select t.start, t.id, t.title, c.id, c.name
    from touchpoint t indexed by touchpoint_open
      join touchpoint_customer l on l.touchpoint_id = t.id and l.state = 'live'
      join customer c on c.id = l.customer_id
    where t.state = 'live' and t.done_at is null and t.cancelled_at is null and t.start < ? order by t.start"""
MISSED = """
    select s.id from series s where s.state = 'live' and s.settled_until < (
      select max(o.start) from occurrence o where o.series = s.id and o.start < ?)"""


def plain(desk: Desk, first: dt.date, last: dt.date, *, late: bool = False) -> int:
    """The floor: the rows of some days, fetched; with `late`, also what waits from before. Returns how many."""
    read = desk.database.handle.execute
    since, until = first.isoformat(), (last + dt.timedelta(1)).isoformat()
    count = sum(len(read(query, (since, until)).fetchall()) for query in (VISITS, TIMES, DUES))
    for year in range(first.year, last.year + 1):
        begin = max(first, dt.date(year, 1, 1))
        end = min(last, dt.date(year, 12, 31))
        count += len(read(DAYS, (begin.month, begin.day, end.month, end.day + 1) * 2).fetchall())
    if late:
        count += sum(len(read(query, (since,)).fetchall()) for query in (STILL_OPEN, SHEETS, MISSED))
    return count


def month(desk: Desk, first: dt.date, last: dt.date) -> int:
    """The rows as the month and the week read them."""
    return len(months.month(first, last))


def agenda(desk: Desk) -> int:
    """The rows as the agenda reads them."""
    found: list[list[Entry]] = list(months.agenda(desk.now()))
    return sum(map(len, found))


def main(path: Path) -> None:
    """The median seconds of each, and that both find as many rows."""
    desk = open_desk(path, make=False)
    today = desk.today()
    first = today.replace(day=1) - dt.timedelta(today.replace(day=1).weekday())
    monday = today - dt.timedelta(today.weekday())
    spans = {"month": (first, first + dt.timedelta(41)), "week": (monday, monday + dt.timedelta(6))}
    ahead = today, today + dt.timedelta(months.FORTNIGHT)
    turns: dict[str, Callable[[], int]] = {"agenda": partial(agenda, desk),
                                           "agenda plain": partial(plain, desk, *ahead, late=True)}
    for name, span in spans.items():
        turns |= {name: partial(month, desk, *span), f"{name} plain": partial(plain, desk, *span)}
    found = {name: turn() for name, turn in turns.items()}
    for name in ("agenda", *spans):
        if not 0.98 < found[name] / found[f"{name} plain"] < 1.02:
            raise AssertionError(f"{name}: {found}")
    taken: dict[str, list[float]] = {name: [] for name in turns}
    for _ in range(ROUNDS):
        for name, turn in turns.items():
            start = time.perf_counter()
            turn()
            taken[name].append(time.perf_counter() - start)
    print(json.dumps({name: statistics.median(values) for name, values in taken.items()}))
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
