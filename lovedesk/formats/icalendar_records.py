"""What a calendar file holds, as plain records: events in wall time of their zone, and what could not be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from lovedesk.formats.records import Unreadable

NEVER = dt.datetime(1, 1, 1)


@dataclass(slots=True)
class Event:
    """One event of a file. `start` is wall time of `zone`, an IANA name; floating where that is empty.

    With `days` it is whole days, else it takes `minutes`. `instead_of` is which one of its series it takes the place
    of, by the series' clock.
    """

    place: int                  # the line where it begins
    uid: str = ""
    title: str = ""
    start: dt.datetime = NEVER
    zone: str = ""
    minutes: int = 0
    days: int = 0
    where: str = ""
    notes: str = ""
    rule: str = ""              # "FREQ=WEEKLY;BYDAY=MO", UNTIL in wall time
    without: list[dt.datetime] = field(default_factory=list)    # starts that are left out
    also: list[dt.datetime] = field(default_factory=list)       # starts besides the rule
    instead_of: dt.datetime | None = None
    replaced: list[dt.datetime] = field(default_factory=list)   # times of the series that other events stand for
    cancelled: bool = False
    mails: list[str] = field(default_factory=list)              # who comes, and who asks
    newest: tuple[int, str] = (0, "")                           # of the same event the greatest counts
    yearly: str = ""            # "birthday" or "anniversary", of `whose`; `year` where it is known
    whose: str = ""
    year: int | None = None
    twin: int = 0               # how many before it, without a UID either, are called so and begin then
    ours: bool = False          # of a file that Lovedesk wrote
    remark: str = ""            # what of it could not be understood


@dataclass(slots=True)
class EventReading:
    """All that was read from one calendar file. Of one UID, the series comes before what takes its place."""

    source: str
    events: list[Event] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
