"""Times of calendar files: a day or a moment, its zone as the file names it, and rules of repeating, made plain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from lovedesk.formats import zones
from lovedesk.formats.icalendar_lines import Component

WHEN = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?",
                  re.IGNORECASE)
VALUE = re.compile(r':\s*"?\s*(?=\d{4}-?\d\d-?\d\d)')
TZID = re.compile(r';\s*TZID\s*=\s*"?(.*?)"?\s*(?:;\s*[A-Z-]+\s*=.*)?\Z', re.IGNORECASE | re.DOTALL)
IS_DAY = re.compile(r";\s*VALUE\s*=\s*\"?DATE\"?\s*(?:;|\Z)", re.IGNORECASE)
LENGTH = re.compile(r"([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.IGNORECASE)
PART = re.compile(r"\s*([A-Z-]+)\s*=\s*(.*?)\s*\Z", re.IGNORECASE | re.DOTALL)
TZID_LINE = re.compile(r"\s*TZID[^:]*:\s*(.*)", re.IGNORECASE)
PLACE_LINE = re.compile(r"\s*X-LIC-LOCATION[^:]*:\s*(.*)", re.IGNORECASE)
NTH = re.compile(r"[+-]?\d+([A-Z])")
FLOATING = ""


class When(NamedTuple):
    """A day (then `at` is its midnight) or a moment by the clock of `zone`; floating where that is empty."""

    at: dt.datetime
    zone: str
    is_day: bool


class Places:
    """The zones that a file names, each as the place that is meant; what is said in UTC is shown by `local`'s clock."""

    def __init__(self, components: list[Component], local: str) -> None:
        self.local = local
        self._written: dict[str, list[str]] = {}
        for component in components:
            if component.kind == "VTIMEZONE":
                named = next((found[1] for line in component.lines if (found := TZID_LINE.match(line))), "")
                self._written[_plain(named)] = component.lines
        self._known: dict[str, str | dt.tzinfo] = {}

    def of(self, name: str) -> str | dt.tzinfo:
        """The place that is meant by a name; rules alone where no place goes by them."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._found(_plain(name))
        return found

    def _found(self, name: str) -> str | dt.tzinfo:
        lines = self._written.get(name, [])
        said = next((found[1] for line in lines if (found := PLACE_LINE.match(line))), "")
        if place := zones.known(name) or zones.known(said):
            return dt.UTC if place == "UTC" else place
        if (rules := _rules(lines)) is not None:
            return zones.alike(rules, self.local) or rules
        ahead = zones.offset_of(name)
        return FLOATING if ahead is None else dt.timezone(ahead)

    def when(self, found: re.Match[str], name: str, *, is_day: bool) -> When:
        """A moment as it is written, by the clock of its zone. Raises ValueError for one that no calendar has."""
        year, month, day, hour, minute, second, ahead = found.groups()
        if hour is None or is_day:
            return When(dt.datetime(int(year), int(month), int(day)), FLOATING, is_day=True)
        late = hour == "24"
        at = dt.datetime(int(year), int(month), int(day), 0 if late else int(hour), int(minute),
                         min(int(second or 0), 59)) + dt.timedelta(days=late)
        if ahead:
            return self._here(at, dt.UTC if ahead in "Zz" else _ahead(ahead))
        place = self.of(name) if name else FLOATING
        return When(at, place, is_day=False) if isinstance(place, str) else self._here(at, place)

    def _here(self, at: dt.datetime, rules: dt.tzinfo) -> When:
        return When(moved(at.replace(tzinfo=rules), self.local), self.local, is_day=False)


def moved(moment: dt.datetime, name: str) -> dt.datetime:
    """A moment by the clock of a place. Raises ValueError at the ends of the calendar."""
    try:
        return moment.astimezone(zones.zone(name)).replace(tzinfo=None)
    except OverflowError:
        raise ValueError(moment) from None


def by_clock_of(when: When, zone: str, *, is_day: bool) -> dt.datetime:
    """A moment as one of a series says it, whose clock is that of `zone` or which takes whole days."""
    at = when.at
    if when.zone and zone and when.zone != zone and not when.is_day:
        at = moved(at.replace(tzinfo=zones.zone(when.zone)), zone)
    return at.replace(hour=0, minute=0, second=0) if is_day else at


def _plain(name: str) -> str:
    return name.strip().strip('"').strip()


def _ahead(text: str) -> dt.tzinfo:
    hours, minutes = int(text[1:3]), int(text[-2:])
    ahead = dt.timedelta(hours=hours, minutes=minutes)
    if hours > 23 or minutes > 59:
        raise ValueError(text)
    return dt.timezone(-ahead if text[0] == "-" else ahead)


def _rules(lines: list[str]) -> dt.tzinfo | None:
    if not lines:
        return None
    from icalendar import Timezone

    text = "\r\n".join(["BEGIN:VTIMEZONE", *lines, "END:VTIMEZONE", ""])
    try:
        component = Timezone.from_ical(text)
        if not isinstance(component, Timezone):
            return None
        rules: dt.tzinfo = component.to_tz(lookup_tzid=False)
        rules.utcoffset(dt.datetime(2026, 1, 1))
    except Exception:       # whatever a library makes of what others wrote: the zone is not known then
        return None
    return rules


def split(line: str) -> tuple[str, str]:
    """A line with dates as what stands before them, and they; a quote may close after them, a zone hold a colon."""
    if found := VALUE.search(line):
        return line[:found.start()], line[found.end():].rstrip('" ')
    head, _colon, value = line.rpartition(":")
    return head, value.strip('" ')


def zone_of(head: str) -> str:
    """The zone that stands before dates, as it is written; "" for none."""
    found = TZID.search(head) if "TZID" in head.upper() else None
    return found[1] if found else ""


def all_of(line: str, places: Places) -> Iterator[When]:
    """The moments of a line, of a period its begin; one that cannot be is left out."""
    head, value = split(line)
    name, is_day = zone_of(head), IS_DAY.search(head) is not None
    for text in value.split(","):
        if found := WHEN.search(text):
            try:
                yield places.when(found, name, is_day=is_day)
            except ValueError:
                continue


def length(text: str) -> dt.timedelta | None:
    """How long something takes: "PT1H30M", "P1D"; None for what says nothing, and for less than nothing."""
    found = LENGTH.search(text)
    if found is None or found[1] == "-" or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    try:
        return dt.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        return None


def rule(text: str, start: When) -> str:
    """A rule without what programs write around it, its end by the clock of its begin; "" for none."""
    parts: dict[str, str] = {}
    for piece in text.strip().strip(";").removeprefix("RRULE:").split(";"):
        if found := PART.match(piece):
            value = re.sub(r"\s+", "", found[2]).strip(",").upper()
            if value:
                parts.setdefault(found[1].upper(), value)
    for name, said in (("BYHOUR", start.at.hour), ("BYMINUTE", start.at.minute), ("BYSECOND", start.at.second)):
        if parts.get(name, "").lstrip("0") in {str(said), ""} or start.is_day:      # as the begin says already
            parts.pop(name, None)
    if parts.get("RSCALE") == "GREGORIAN":      # as all that say none
        del parts["RSCALE"]
    if parts.get("FREQ") in {"DAILY", "WEEKLY"} and "BYDAY" in parts:       # a number means nothing there
        parts["BYDAY"] = NTH.sub(r"\1", parts["BYDAY"])
    if "UNTIL" in parts:
        parts.pop("COUNT", None)
        parts["UNTIL"] = _until(parts["UNTIL"], start)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _until(text: str, start: When) -> str:
    found = WHEN.search(text)
    if found is None:
        return text
    try:
        when = Places([], start.zone or zones.laptop()).when(found, "", is_day=False)
    except ValueError:
        return "99991231T235959" if text[:4] == "9999" else text
    at = when.at
    if start.is_day:
        return f"{at:%Y%m%d}".zfill(8)
    if when.is_day:
        at = at.replace(hour=23, minute=59, second=59)
    return f"{at:%Y%m%dT%H%M%S}".zfill(15)
