"""The times of what people say: every so many days, weeks, months or years, by reckoning alone.

Five hundred of these are expanded for a month that lies years ahead, where the library takes as long as a page may.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lovedesk.shop.recurrence import Every

_MONTHS = 12


def times(every: Every, start: dt.datetime, first: dt.datetime, last: dt.datetime) -> Iterator[dt.datetime]:
    """The times from `first` to `last`, both included, of what begins at `start`, not after `first`, and has no end of
    its own."""
    match every.unit:
        case "day":
            found = _stepping(start, dt.timedelta(every.interval), first, last)
        case "week":
            found = _weekly(every, start, first, last)
        case _:
            found = _monthly(every, start, first, last)
    return (moment for moment in found if first <= moment <= last)


def _stepping(start: dt.datetime, step: dt.timedelta, first: dt.datetime, last: dt.datetime) -> Iterator[dt.datetime]:
    moment = start + step * max(0, (first - start) // step)
    while moment <= last:
        yield moment
        moment += step


def _weekly(every: Every, start: dt.datetime, first: dt.datetime, last: dt.datetime) -> Iterator[dt.datetime]:
    days = sorted(every.days) or [start.weekday()]
    monday = start - dt.timedelta(start.weekday())
    for week in _stepping(monday, dt.timedelta(weeks=every.interval), first, last):
        yield from (week + dt.timedelta(day) for day in days)


def _monthly(every: Every, start: dt.datetime, first: dt.datetime, last: dt.datetime) -> Iterator[dt.datetime]:
    step = every.interval * (_MONTHS if every.unit == "year" else 1)
    weekday = every.days[0] if every.days else None
    begun = start.year * _MONTHS + start.month - 1
    to_first = first.year * _MONTHS + first.month - 1 - begun
    for month in range(begun + to_first // step * step, last.year * _MONTHS + last.month, step):
        year, number = month // _MONTHS, month % _MONTHS + 1
        day = _day_of(year, number, weekday, every.nth, start.day)
        if day:
            yield start.replace(year=year, month=number, day=day)


def _day_of(year: int, month: int, weekday: int | None, nth: int, day: int) -> int:
    """Which day of a month is meant; 0 where it has none."""
    begins, length = monthrange(year, month)
    if nth == 0:
        return day if day <= length else 0
    if weekday is None:
        return length
    found = 1 + (weekday - begins) % 7
    found += (length - found) // 7 * 7 if nth < 0 else (nth - 1) * 7
    return found if found <= length else 0
