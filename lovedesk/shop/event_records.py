"""An event of a calendar file and what becomes of it, and the ids and marks by which it is known again."""

from __future__ import annotations

import datetime as dt
import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lovedesk.formats.icalendar_records import Event
from lovedesk.shop import uids
from lovedesk.shop.event_whom import Whose
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_runs import Line
from lovedesk.store.ids import id_of
from lovedesk.words import ngettext

START = "%Y-%m-%dT%H:%M"
PARTS = ("title", "when", "place", "notes", "rule", "without", "also", "mails")


@dataclass(slots=True)
class Known:
    """An event and what becomes of it: `row` is its touchpoint or day, `series` the one it belongs to."""

    event: Event
    fate: Fate
    row: int = 0
    series: int = 0
    why: str = ""
    name: str = ""
    day: Whose | None = None        # whose yearly day it is
    whom: list[Whose] = field(default_factory=list)
    here: dict[str, Any] = field(default_factory=dict)      # its row as it stands
    changed: frozenset[str] = frozenset()       # parts that the file says otherwise than it did, and nobody here


@dataclass(slots=True)
class EventPlan:
    """What would become of each event of a file."""

    source: str
    fates: list[Known] = field(default_factory=list)

    def counts(self) -> Counter[Fate]:
        """How many events have which fate."""
        return Counter(known.fate for known in self.fates)

    @property
    def anything(self) -> bool:
        """Whether something would change."""
        return any(known.fate in {Fate.NEW, Fate.ADDS} for known in self.fates)

    def summed_up(self) -> list[str]:
        """In words, how many events have which fate."""
        count = self.counts()
        days = sum(known.fate is Fate.NEW and known.day is not None for known in self.fates)
        new = count[Fate.NEW] - days
        lines = (
            (new, ngettext("{n} new event", "{n} new events", new)),
            (days, ngettext("{n} new day of a customer", "{n} new days of customers", days)),
            (count[Fate.ADDS], ngettext("{n} brought up to date", "{n} brought up to date", count[Fate.ADDS])),
            (count[Fate.SAME], ngettext("{n} is here already", "{n} are here already", count[Fate.SAME])),
            (count[Fate.KEPT_OUT], ngettext("{n} left out", "{n} left out", count[Fate.KEPT_OUT])),
            (count[Fate.UNREAD], ngettext("{n} could not be read", "{n} could not be read", count[Fate.UNREAD])))
        return [words.format(n=count) for count, words in lines if count]

    def lines(self) -> list[Line]:
        """What becomes of each event, in the order of the file."""
        return [Line(self.source, known.event.place, known.name, known.fate, known.why)
                for known in sorted(self.fates, key=lambda known: known.event.place)]

    def left_out(self) -> list[Line]:
        """Those that are left out or could not be read, and those of which something was."""
        return [line for line in self.lines() if line.fate in {Fate.KEPT_OUT, Fate.UNREAD} or line.reason]


def key_of(event: Event) -> str:
    """What an event is known by: its UID, else what it says."""
    return event.uid or f"{event.title}\n{event.start:{START}}\n{event.twin}"


def row_of(event: Event) -> int:
    """The row of an event that comes once."""
    return uids.row_of(event.uid) or id_of("event", key_of(event))


def series_of(event: Event) -> int:
    """The series of an event that repeats, and its pattern."""
    return uids.row_of(event.uid) or id_of("series", "event", key_of(event))


def row_at(series: int, start: dt.datetime) -> int:
    """The row of one time of a series."""
    return id_of("touchpoint", series, start.strftime(START))


def marks(event: Event) -> str:
    """A mark for each part of an event, so that it can be told which of them a later file, or the shop, changed."""
    said = (event.title, f"{event.start} {event.zone} {event.minutes} {event.days}", event.where, event.notes,
            event.rule, event.without, [*event.also, *sorted(event.replaced)], event.mails)
    return " ".join(map(mark, said))


def mark(part: object) -> str:
    """What stands for a part of an event."""
    return f"{zlib.crc32(str(part).encode('utf-8', 'replace')):08x}"
