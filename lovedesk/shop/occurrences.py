"""The times of what repeats that have no row of their own, from last year to the year after next.

They stand in a local table, so that a month is read by an index and no rule; `refresh` follows each action, within its
transaction. A time beyond the table is expanded when it is asked for. The pattern of a series has the id of the series.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

import apsw

from lovedesk.shop import recurrence
from lovedesk.shop.instants import wall
from lovedesk.shop.tables import rows as ask
from lovedesk.store.database import rows
from lovedesk.store.ids import id_of
from lovedesk.store.journal import Touched

TOUCHPOINT, FOLLOWUP = "touchpoint", "follow_up"
_YEAR = 0               # the id of the one row that is no time: its start is the year that the table was made for
_HIDES = "state not in ('undone', 'pattern')"      # of a row that stands for its time: also in the trash
_SEEN = frozenset({"series_id", "series_start", "state", "done_at", "dropped_at"})
_CLOSER = (1, 10, 400)  # years to look back for the last time before the table
_MOST_FAR = 20_000
_far: dict[int, tuple[int, str]] = {}   # what was expanded beyond the table, whose ids do not say what they are made of


class Time(NamedTuple):
    """One time of a series; `id` is that of the row that it becomes."""

    id: int
    series: int
    start: str


class _Rule(NamedTuple):
    """A live series."""

    series: int
    kind: str
    start: dt.datetime
    rule: str
    waits: bool
    settled: str


_RULES = "select id, kind, start, rule, waits, coalesce(settled_until, '') from series where state = 'live' "


def can_repeat(kind: str, start: str | None, rule: str) -> bool:
    """Whether a series makes sense: of a touchpoint or a follow-up, with a first time and a rule."""
    return kind in _NAMED and bool(start) and recurrence.is_kept(rule)


def _read(found: Iterable[tuple[Any, ...]]) -> Iterator[_Rule]:
    """The series that make sense: what another program wrote into a desk is no reason not to open it."""
    for series, kind, start, rule, waits, settled in found:
        if can_repeat(kind, start, rule):
            yield _Rule(series, kind, dt.datetime.fromisoformat(start), rule, bool(waits), settled)


def text_of(moment: dt.datetime) -> str:
    """A time as it is kept."""
    return moment.isoformat(timespec="minutes")


def carry_forward(connection: apsw.Connection, today: dt.date) -> None:
    """Make the table for this year, if it was made for another."""
    found = rows(connection, "select start from occurrence where id = ?", (_YEAR,))
    if found == [(str(today.year),)]:
        return
    with connection:
        connection.execute("delete from occurrence")
        connection.execute("insert into occurrence values (?, 0, ?)", (_YEAR, str(today.year)))
        for rule in _read(rows(connection, _RULES)):
            _fill(connection, rule)


def refresh(connection: apsw.Connection, touched: dict[str, Touched]) -> None:
    """Bring the table up to what an action touched; called inside the action's transaction."""
    stale = set(touched["series"].rows) if "series" in touched else set()
    for first, last in touched["series"].ranges if "series" in touched else ():
        stale |= {row for (row,) in rows(connection, "select id from series where id between ? and ?", (first, last))}
    for table in (TOUCHPOINT, FOLLOWUP):
        if table in touched:
            stale |= _series_of(connection, table, touched[table])
    for series in stale:
        connection.execute("delete from occurrence where series = ?", (series,))
        for rule in _read(rows(connection, _RULES + "and id = ?", (series,))):
            _fill(connection, rule)


def _series_of(connection: apsw.Connection, table: str, touched: Touched) -> set[int]:
    query = f"select distinct series_id from {table} where series_id is not null and id "
    changed = [row for row, columns in touched.rows.items() if columns & _SEEN]
    found = rows(connection, query + "in (select value from json_each(?))", (json.dumps(changed),)) if changed else []
    for between in touched.ranges:
        found += rows(connection, query + "between ? and ?", between)
    return {series for (series,) in found}


def _fill(connection: apsw.Connection, rule: _Rule) -> None:
    years = rows(connection, "select start from occurrence where id = ?", (_YEAR,))
    if not years:       # a desk that is just being made
        return
    first, last = _horizon(int(years[0][0]))
    if rule.waits:
        times = _after_the_last_done(connection, rule)
    else:
        times = recurrence.starts(rule.rule, rule.start, first, last)
        times += recurrence.next_starts(rule.rule, rule.start, last)
        if rule.start < first and rule.settled < text_of(first):
            times[:0] = _last_before(rule, first)
    connection.executemany("insert or ignore into occurrence values (?, ?, ?)", _free(connection, rule, times))


def _horizon(year: int) -> tuple[dt.datetime, dt.datetime]:
    return dt.datetime(year - 1, 1, 1), dt.datetime(year + 2, 12, 31, 23, 59)


def _last_before(rule: _Rule, moment: dt.datetime) -> list[dt.datetime]:
    """The last time before a moment: what is still open though the desk was shut for years."""
    for years in _CLOSER:
        since = moment.replace(year=max(moment.year - years, recurrence.FIRST.year))
        found = recurrence.starts(rule.rule, rule.start, since, moment - dt.timedelta(minutes=1))
        if found:
            return found[-1:]
    return []


def _after_the_last_done(connection: apsw.Connection, rule: _Rule) -> list[dt.datetime]:
    """The one time of a series that waits: none while one is open, else counted from the day the last was closed."""
    made = rows(connection, f"""
        select series_start, coalesce(done_at, dropped_at), state = 'live' and done_at is null and dropped_at is null
        from follow_up where series_id = ? and series_start is not null and {_HIDES}
        order by coalesce(done_at, dropped_at, series_start)""", (rule.series,))
    if any(still_open for _start, _closed, still_open in made):
        return []
    if not made:
        return recurrence.next_starts(rule.rule, rule.start, rule.start - dt.timedelta(minutes=1))
    start, closed, _open = made[-1]
    day = wall(closed).date() if closed else dt.date.fromisoformat(start[:10])
    from_then = dt.datetime.combine(day, rule.start.time())
    counts = recurrence.times_of(rule.rule)
    if counts and len(made) >= counts:
        return []
    return recurrence.next_starts(rule.rule, from_then, max(from_then, dt.datetime.fromisoformat(start)))


def _free(connection: apsw.Connection, rule: _Rule, times: Iterable[dt.datetime]) -> list[Time]:
    """Those of the times of a series that no row stands for."""
    return _besides(rule, times, {start for (start,) in rows(
        connection, f"select series_start from {rule.kind} where series_id = ? and {_HIDES}", (rule.series,))})


def _besides(rule: _Rule, times: Iterable[dt.datetime], taken: Collection[str]) -> list[Time]:
    starts = (text_of(moment) for moment in times)
    return [Time(id_of(rule.kind, rule.series, start), rule.series, start) for start in starts if start not in taken]


def _taken(kind: str, since: dt.datetime, until: dt.datetime) -> dict[int, set[str]]:
    """By series, the times within these moments for which a row stands."""
    found: dict[int, set[str]] = {}
    for series, start in ask(f"""select r.series_id, r.series_start from series s cross join {kind} r
              on r.series_id = s.id and r.series_start >= ? and r.series_start <= ?
            where s.state = 'live' and s.kind = '{kind}' and r.{_HIDES}""", since, until):
        found.setdefault(series, set()).add(start)
    return found


_NAMED = {TOUCHPOINT: "t", FOLLOWUP: "f"}       # in a question said in SQL; of a time without a row it is the pattern


class Source(NamedTuple):
    """The words that differ in a question about rows of their own and in one about times that have none: what is read,
    what a row is, its id, its time or day, its series, and how many are behind it."""

    rows: str
    state: str
    id: str
    start: str
    series: str
    before: str = "0"


def kept(kind: str) -> Source:
    """The rows of their own."""
    name = _NAMED[kind]
    start = "t.start" if kind == TOUCHPOINT else "f.due"
    return Source(f"{kind} {name}", f"{name}.state = 'live'", f"{name}.id", start, f"{name}.series_id")


def ahead(kind: str, first: dt.date, last: dt.date) -> Source:
    """The times without a row on the days from the first to the last."""
    return _virtual(kind, _table(kind, first, last))


def _virtual(kind: str, times: str, before: str = "0") -> Source:
    start = "o.start" if kind == TOUCHPOINT else "substr(o.start, 1, 10)"
    name = _NAMED[kind]
    return Source(f"{times} o cross join {kind} {name} on {name}.id = o.series", f"{name}.state = 'pattern'", "o.id",
                  start, "o.series", before)


def just(kind: str, row: int) -> Source | None:
    """The one time that has this id; None where there is none."""
    time = time_of(row)
    if time is None:
        return None
    return _virtual(kind, f"(select {time.id} as id, {time.series} as series, '{time.start}' as start)")


def coming(kind: str) -> Source:
    """All times of the table, found by what they are of: few of the times of all are of one customer."""
    name = _NAMED[kind]
    return _virtual(kind, "")._replace(rows=f"{kind} {name} join occurrence o on o.series = {name}.id")


def missed(kind: str, now: dt.datetime) -> Source:
    """Of each series the last time without a row that was over by now, if nothing after it has one: what would have
    been before it is behind it. A follow-up's time is over at the end of its day."""
    if kind == TOUCHPOINT:
        length = "iif(p.days, '-' || p.days || ' days', '-' || p.minutes || ' minutes')"
        over = f"strftime('%Y-%m-%dT%H:%M', '{text_of(now)}', {length})"
    else:
        over = f"'{text_of(dt.datetime.combine(now.date(), dt.time()) - dt.timedelta(minutes=1))}'"
    return _virtual(kind, f"""(
        select o.id, o.series, o.start, (select count(*) from occurrence b where b.series = o.series
          and b.start < o.start and b.start > m.closed) as before
        from (select s.id, {over} as over, max(coalesce(s.settled_until, ''), coalesce((
            select max(r.series_start) from {kind} r where r.series_id = s.id and r.{_HIDES}
              and r.series_start <= {over}), '')) as closed
          from series s cross join {kind} p on p.id = s.id where s.state = 'live' and s.kind = '{kind}') m
        cross join occurrence o on o.series = m.id and o.start > m.closed and o.start = (
          select max(b.start) from occurrence b where b.series = m.id and b.start <= m.over))""", "o.before")


def _table(kind: str, first: dt.date, last: dt.date) -> str:
    """In SQL, the times on the days from the first to the last: id, series and start.

    They are read from the local table; beyond it they are what the rules say.
    """
    years = ask("select start from occurrence where id = ?", _YEAR)
    if years:
        since, until = _horizon(int(years[0][0]))
        if since.date() <= first and last <= until.date():
            return (f"(select id, series, start from occurrence where start >= '{first}' "
                    f"and start < '{last + dt.timedelta(1)}')")
    listed = apsw.format_sql_value(json.dumps(between(first, last, kind)))
    return f"(select value ->> 0 as id, value ->> 1 as series, value ->> 2 as start from json_each({listed}))"


def between(first: dt.date, last: dt.date, kind: str = "") -> list[Time]:
    """The times without a row of their own on the days from the first to the last, wherever these lie; of all kinds, or
    of one."""
    since, until = (dt.datetime.combine(max(min(day, recurrence.LAST.date()), recurrence.FIRST.date()), time)
                    for day, time in ((first, dt.time()), (last, dt.time(23, 59))))
    taken = {one: _taken(one, since, until) for one in ((kind,) if kind else (TOUCHPOINT, FOLLOWUP))}
    found: list[Time] = []
    for rule in _read(ask(_RULES + "and kind in (?, ?)", kind or TOUCHPOINT, kind or FOLLOWUP)):
        if rule.waits:
            found += [Time._make(row) for row in ask(
                "select id, series, start from occurrence where series = ? and start >= ? and start <= ?",
                rule.series, since, until)]
        else:
            found += _besides(rule, recurrence.starts(rule.rule, rule.start, since, until),
                              taken[rule.kind].get(rule.series, ()))
    if len(_far) > _MOST_FAR:
        _far.clear()
    _far.update((time.id, (time.series, time.start)) for time in found)
    return found


def ids_of(series: int) -> list[int]:
    """The ids of the times of a series, those beyond the table too that were asked for."""
    return [row for (row,) in ask("select id from occurrence where series = ?", series)] + [
        row for row, (whose, _start) in _far.items() if whose == series]


def time_of(row: int) -> Time | None:
    """Which time of a series the row of this id would be; None where there is none that waits to become a row."""
    found = ask("select series, start from occurrence where id = ? and id <> ?", row, _YEAR)
    if not found and row in _far and not any(
            ask(f"select 1 from {kind} where id = ? and {_HIDES}", row) for kind in (TOUCHPOINT, FOLLOWUP)):
        found = [_far[row]]
    return Time(row, *found[0]) if found else None
