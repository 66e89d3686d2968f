"""Events as a calendar file that Google, Apple and Outlook read: zones with their rules, alarms, folded lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from lovedesk.formats.icalendar_records import Event
from lovedesk.formats.vcard_writing import escaped, folded

DAY, MOMENT = "%Y%m%d", "%Y%m%dT%H%M%S"
_UTC = "%Y%m%dT%H%M%SZ"
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lovedesk//Lovedesk//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
_YEARS = 20     # whose clock changes are written; calendars look no further ahead


@dataclass(slots=True)
class Outgoing:
    """An event as it goes out. `alarm` is in minutes from its begin on, None for none; `free` leaves the time free."""

    event: Event
    stamp: str                      # "20261124T090000Z": when it was last changed
    sequence: int = 0
    alarm: int | None = None
    free: bool = False


def calendar(events: Iterable[Outgoing], name: str, zones: Iterable[str], first: dt.date) -> Iterator[bytes]:
    """A calendar with its events, one at a time; `zones` are those that they name, from the first day on."""
    yield _joined([*_HEAD, f"X-WR-CALNAME:{escaped(name)}"])
    for zone in sorted({zone for zone in zones if zone}):
        yield _zone(zone, first)
    for event in events:
        yield _joined(_lines(event))
    yield b"END:VCALENDAR\r\n"


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(map(folded, lines)).encode("utf-8", "replace")


def _lines(outgoing: Outgoing) -> Iterator[str]:
    event = outgoing.event
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{outgoing.stamp}"
    yield f"LAST-MODIFIED:{outgoing.stamp}"
    if outgoing.sequence:
        yield f"SEQUENCE:{outgoing.sequence}"
    head, form = _head_of(event)
    if event.instead_of is not None:
        yield f"RECURRENCE-ID{head}:{event.instead_of.strftime(form)}"
    yield f"DTSTART{head}:{event.start.strftime(form)}"
    if event.days or event.minutes:
        end = event.start + dt.timedelta(days=event.days, minutes=0 if event.days else event.minutes)
        yield f"DTEND{head}:{end.strftime(form)}"
    if event.rule:
        yield f"RRULE:{_rule(event)}"
    for name, times in (("EXDATE", event.without), ("RDATE", event.also)):
        if times:
            yield f"{name}{head}:{','.join(at.strftime(form) for at in times)}"
    yield f"SUMMARY:{escaped(event.title)}"
    if event.where:
        yield f"LOCATION:{escaped(event.where)}"
    if event.notes:
        yield f"DESCRIPTION:{escaped(event.notes)}"
    if outgoing.free:
        yield "TRANSP:TRANSPARENT"
    if outgoing.alarm is not None:
        sign = "-" if outgoing.alarm < 0 else ""
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(event.title)}",
                    f"TRIGGER:{sign}PT{abs(outgoing.alarm)}M", "END:VALARM")
    yield "END:VEVENT"


def _head_of(event: Event) -> tuple[str, str]:
    if event.days:
        return ";VALUE=DATE", DAY
    if event.zone == "UTC":
        return "", _UTC
    return (f";TZID={event.zone}" if event.zone else ""), MOMENT


def _rule(event: Event) -> str:
    """A rule whose end is said as its begin is: of a zone in UTC, of whole days as a day."""
    parts = dict(part.split("=", 1) for part in event.rule.split(";"))
    until = parts.get("UNTIL")
    if until is None:
        return event.rule
    if event.days:
        until = until[:8]
    else:
        end = dt.datetime.strptime(until if "T" in until else f"{until}T235959", MOMENT)
        until = f"{end:%Y%m%dT%H%M%S}"
        if event.zone:
            until = end.replace(tzinfo=ZoneInfo(event.zone)).astimezone(dt.UTC).strftime(_UTC)
    return ";".join(f"{name}={value}" for name, value in (parts | {"UNTIL": until}).items())


def _zone(name: str, first: dt.date) -> bytes:
    from icalendar import Timezone  # 200 ms, for who has zones

    if name == "UTC":
        return b""
    begin = dt.date(max(first.year - 1, 1970), 1, 1)
    return bytes(Timezone.from_tzid(name, first_date=begin, last_date=dt.date(begin.year + _YEARS, 1, 1)).to_ical())
