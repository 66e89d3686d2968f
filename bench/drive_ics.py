"""Imports and exports 10,000 events of a calendar file, and lets icalendar alone read and write the same.

    python -m bench.drive_ics FOLDER
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from icalendar import Calendar

from lovedesk.formats import icalendar_reading
from lovedesk.shop import calendar_export, event_imports, event_plan
from lovedesk.shop.calendar_part import Part
from lovedesk.shop.desks import open_desk
from lovedesk.store.desk import Desk

EVENTS = 10_000
NOW = dt.datetime(2026, 7, 1, 9)


def calendar(events: int) -> bytes:
    """A calendar of a year: one in twenty repeats."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//bench//EN"]
    for number in range(events):
        day = dt.date(2026, 1, 1) + dt.timedelta(number % 365)
        lines += ["BEGIN:VEVENT", f"UID:{number}@bench.example", "DTSTAMP:20260101T000000Z",
                  f"DTSTART;TZID=Europe/Berlin:{day:%Y%m%d}T100000", f"DTEND;TZID=Europe/Berlin:{day:%Y%m%d}T110000",
                  *(["RRULE:FREQ=MONTHLY;COUNT=12"] if number % 20 == 0 else []), f"SUMMARY:Visit number {number}",
                  "DESCRIPTION:To bring\\, and to ask: the colour", "LOCATION:Market Street 5\\, Oldtown",
                  "STATUS:CONFIRMED", "SEQUENCE:0", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def bring_in(desk: Desk, data: bytes) -> None:
    """The import as the program makes it: read, looked at, brought in as one action."""
    plan = event_plan.plan(icalendar_reading.read(data, "bench.ics", local="Europe/Berlin"))
    with desk.act("import.bring_in"):
        event_imports.bring_in(plan, now=NOW)


def write() -> bytes:
    """The whole calendar as it is written."""
    return b"".join(calendar_export.pieces(Part(), now=NOW))


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(folder: Path) -> None:
    """Do each with a few first, so that what is imported late is not counted."""
    few, many = calendar(20), calendar(EVENTS)
    Calendar.from_ical(few)
    first = open_desk(folder / "few.lovedesk")
    bring_in(first, few)
    write()
    first.close()
    alone = seconds(lambda: Calendar.from_ical(many))
    desk = open_desk(folder / "many.lovedesk")
    ours = seconds(lambda: bring_in(desk, many))
    written = seconds(write)
    known = Calendar.from_ical(write())
    if len(known.walk("VEVENT")) != EVENTS:
        raise AssertionError("not all of them were written")
    print(json.dumps({"read": ours / alone, "write": written / seconds(known.to_ical)}))
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
