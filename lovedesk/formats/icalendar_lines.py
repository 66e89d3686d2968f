"""The structure of calendar files: components and their lines, unfolded and decoded. It knows no property."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lovedesk.formats import decoding

LOGICAL = re.compile(rb"\n(?![ \t])")
FOLD = re.compile(rb"\n[ \t]")
TOGETHER = re.compile(rb"(?<=[A-Z])(?=BEGIN:V[A-Z]+\n)")
INDENTED = re.compile(rb"\A\s*?^([ \t]+)BEGIN[ \t]*:", re.MULTILINE | re.IGNORECASE)
HOLDS_A_CALENDAR = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*(?:VCALENDAR|VEVENT|VTODO)", re.MULTILINE | re.IGNORECASE)
EDGE = re.compile(r"\s*(BEGIN|END)\s*:\s*([A-Za-z-]+)\s*\Z", re.IGNORECASE)
KEPT = frozenset({"VEVENT", "VTODO", "VTIMEZONE"})


@dataclass(slots=True)
class Component:
    """An event, a task or a time zone, with the calendar that it stands in; `lines` hold those within it too."""

    kind: str
    place: int
    calendar: Calendar
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Calendar:
    """What a calendar says of all its events."""

    lines: list[str] = field(default_factory=list)


def holds_a_calendar(data: bytes) -> bool:
    """Whether bytes without mark or zeros look like a calendar file."""
    return HOLDS_A_CALENDAR.search(data.replace(b"\r", b"\n")) is not None


def components(data: bytes, country: str) -> Iterator[Component]:
    """The events, tasks and zones of a file's bytes, without mark and zeros; one that does not end ends with the
    next."""
    calendar, open_ = Calendar(), None
    within = ""     # an alarm, whose lines are none of the event's
    for place, line in _lines(data, country):
        edge = EDGE.match(line) if line[:1] in "BbEe \t" else None
        if edge is None:
            if not within and line:
                (calendar if open_ is None else open_).lines.append(line)
            continue
        begins, kind = edge[1].upper() == "BEGIN", edge[2].upper()
        if kind in KEPT or kind == "VCALENDAR":
            if open_ is not None:
                yield open_
            open_, within = Component(kind, place, calendar) if begins and kind in KEPT else None, ""
            calendar = Calendar() if kind == "VCALENDAR" else calendar
        elif open_ is not None and open_.kind == "VTIMEZONE":
            open_.lines.append(line)
        elif begins:
            within = within or kind
        elif kind == within:
            within = ""
    if open_ is not None:
        yield open_


def _lines(data: bytes, country: str) -> Iterator[tuple[int, str]]:
    """Unfolded lines, each with the number of the line where it begins. A fold may split a character, so bytes are
    unfolded."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = TOGETHER.sub(b"\n", data)
    if indented := INDENTED.search(data):
        data = data.replace(b"\n" + indented[1], b"\n").removeprefix(indented[1])
    pieces = LOGICAL.split(data)
    places, place = [], 1
    for number, piece in enumerate(pieces):
        places.append(place)
        place += 1
        if b"\n" in piece:
            place += piece.count(b"\n")
            pieces[number] = FOLD.sub(b"", piece)
    yield from zip(places, decoding.text_of(b"\n".join(pieces), country).split("\n"), strict=True)
