"""What is at the same time: beside each other in the calendar, and warned of where one of us would be at two places."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.shop import months
from lovedesk.shop.months import Entry

DAY = 24 * 60
LEAST = 15                                      # minutes that everything takes at least
SHORT = 30                                      # what a follow-up with a time is drawn as
TAKES_TIME = frozenset({"visit", "call", "video", "delivery"})      # a letter is written when there is time


class Stretch(NamedTuple):
    """The part of an entry that lies on one day, in minutes of that day; `lane` of so many side by side."""

    entry: Entry
    day: dt.date
    start: int
    end: int
    lane: int
    lanes: int


def minutes_of(entry: Entry) -> int:
    """How long an entry with a time is drawn."""
    return max(LEAST, entry.minutes) if entry.minutes else SHORT


def stretches(entries: Sequence[Entry], day: dt.date) -> list[Stretch]:
    """What has a time on a day, beside each other where it is at the same time; what began the day before goes on."""
    near = {day, day - dt.timedelta(1)}
    found = sorted((part for entry in entries if entry.day in near and (part := _part(entry, day))), key=_by_start)
    placed: list[Stretch] = []
    group: list[Stretch] = []
    until = 0
    for part in found:
        if part.start >= until:
            placed += _finished(group)
            group = []
        taken = {other.lane for other in group if other.end > part.start}
        lane = next(n for n in range(len(found)) if n not in taken)
        group.append(part._replace(lane=lane))
        until = max(until, part.end) if len(group) > 1 else part.end
    return placed + _finished(group)


def _part(entry: Entry, day: dt.date) -> Stretch | None:
    if entry.time is None or entry.day is None or entry.days:
        return None
    start = (entry.day - day).days * DAY + entry.time.hour * 60 + entry.time.minute
    end = start + minutes_of(entry)
    if start >= DAY or end <= 0:
        return None
    return Stretch(entry, day, max(start, 0), min(end, DAY), 0, 1)


def _finished(group: list[Stretch]) -> list[Stretch]:
    lanes = max((part.lane for part in group), default=0) + 1
    return [part._replace(lanes=lanes) for part in group]


def _by_start(part: Stretch) -> tuple[int, int, int]:
    return part.start, -part.end, part.entry.id


def clashes(entries: Sequence[Entry]) -> dict[int, int]:
    """Of open touchpoints by their id: how many of one keeper are at the same time, itself counted."""
    spans = [(entry.id, entry.keeper_id, begin := _from(entry), begin + minutes_of(entry))
             for entry in entries if _counts(entry)]
    found: dict[int, int] = {}
    for keeper in {keeper for _id, keeper, _begin, _end in spans}:
        # What is no one's may be anyone's. Of them: those that have begun by its end but were not over at its begin.
        begins = sorted(begin for _id, whose, begin, _end in spans if keeper is None or whose in {None, keeper})
        ends = sorted(end for _id, whose, _begin, end in spans if keeper is None or whose in {None, keeper})
        found |= {touchpoint: count for touchpoint, whose, begin, end in spans if whose == keeper
                  and (count := bisect_left(begins, end) - bisect_right(ends, begin)) > 1}
    return found


def marked(entries: Sequence[Entry]) -> list[Entry]:
    """The same entries, those that are at the same time as others marked with how many they are."""
    found = clashes(entries)
    return [entry._replace(at_once=found[entry.id]) if entry.id in found else entry for entry in entries]


def with_time(entries: Sequence[Entry], start: dt.datetime, minutes: int, *, keeper: int | None = None,
              but: int = 0) -> list[Entry]:
    """Those that a touchpoint at a time would meet, in order; `but` is that touchpoint itself."""
    begins = start.toordinal() * DAY + start.hour * 60 + start.minute
    ends = begins + max(LEAST, minutes)
    return [entry for entry in entries if _counts(entry) and entry.id != but and _from(entry) < ends
            and _until(entry) > begins and (keeper is None or entry.keeper_id in {None, keeper})]


def _counts(entry: Entry) -> bool:
    return (entry.kind == months.VISIT and entry.time is not None and not entry.done
            and entry.channel in TAKES_TIME)


def _from(entry: Entry) -> int:
    """When it begins, in minutes of the calendar."""
    day, time = entry.day or dt.date.min, entry.time or dt.time()
    return day.toordinal() * DAY + time.hour * 60 + time.minute


def _until(entry: Entry) -> int:
    return _from(entry) + minutes_of(entry)
