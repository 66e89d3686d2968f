"""What is at the same time: beside each other in the calendar, and warned of where one of us would be at two places."""

from __future__ import annotations

import datetime as dt
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
    found = sorted((part for entry in entries if (part := _part(entry, day))), key=_by_start)
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
    timed = sorted((entry for entry in entries if _counts(entry)), key=_from)
    found: dict[int, int] = {}
    going: list[Entry] = []
    for entry in timed:
        going = [other for other in going if _until(other) > _from(entry)]
        for other in going:
            if None in {other.keeper_id, entry.keeper_id} or other.keeper_id == entry.keeper_id:
                found[entry.id] = found.get(entry.id, 1) + 1
                found[other.id] = found.get(other.id, 1) + 1
        going.append(entry)
    return found


def marked(entries: Sequence[Entry]) -> list[Entry]:
    """The same entries, those that are at the same time as others marked with how many they are."""
    found = clashes(entries)
    return [entry._replace(at_once=found[entry.id]) if entry.id in found else entry for entry in entries]


def with_time(entries: Sequence[Entry], start: dt.datetime, minutes: int, *, keeper: int | None = None,
              but: int = 0) -> list[Entry]:
    """Those that a touchpoint at a time would meet, in order; `but` is that touchpoint itself."""
    end = start + dt.timedelta(minutes=max(LEAST, minutes))
    return [entry for entry in entries if _counts(entry) and entry.id != but and _from(entry) < end
            and _until(entry) > start and (keeper is None or entry.keeper_id in {None, keeper})]


def _counts(entry: Entry) -> bool:
    return (entry.kind == months.VISIT and entry.time is not None and not entry.done
            and entry.channel in TAKES_TIME)


def _from(entry: Entry) -> dt.datetime:
    return dt.datetime.combine(entry.day or dt.date.min, entry.time or dt.time())


def _until(entry: Entry) -> dt.datetime:
    return _from(entry) + dt.timedelta(minutes=minutes_of(entry))
