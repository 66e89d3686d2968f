"""Calendar files of other programs, event by event: one that is broken is listed with its line, and stops no other.

A line is taken as meant: quotes that close too late, zones by the names of Windows, rules with blanks, ends that are
missing. The zones' own rules are read by `icalendar`.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections import Counter
from collections.abc import Callable

from lovedesk.formats import decoding, icalendar_lines, icalendar_times, yearly_days, zones
from lovedesk.formats.icalendar_lines import Calendar, Component
from lovedesk.formats.icalendar_records import NEVER, Event, EventReading
from lovedesk.formats.icalendar_times import WHEN, Places, When
from lovedesk.formats.records import Unreadable
from lovedesk.formats.vcard_lines import split_head
from lovedesk.formats.yearly_days import BEFORE_COMPUTERS
from lovedesk.mishaps import Refused
from lovedesk.words import _

Progress = Callable[[int, int], None]
NAME = re.compile(r"\s*([A-Za-z][A-Za-z0-9-]*)\s*[;:]")
ESCAPE = re.compile(r"\\([\\,;:nN\"])")
MARKUP = re.compile(r"<(?:br|p|a|b|i|u|ul|ol|li|div|span|html|body|table|font)\b[^>]*>|</[a-z]+>", re.IGNORECASE)
BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|h\d)>", re.IGNORECASE)
UNSEEN = re.compile(r"<(style|script|head|title)\b.*?</\1>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]{0,2000}>")
MAIL = re.compile(r"[^\s:;,<>\"]+@[^\s:;,<>\"]+\.[^\s:;,<>\"]+")
QUOTED = re.compile(r";ENCODING=\"?QUOTED-PRINTABLE", re.IGNORECASE)
HEADS = {"DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "SUMMARY", "LOCATION",
         "DESCRIPTION", "X-ALT-DESC", "UID", "STATUS", "SEQUENCE", "LAST-MODIFIED", "DTSTAMP", "ATTENDEE", "ORGANIZER",
         "X-MICROSOFT-CDO-ALLDAYEVENT", "CATEGORIES"}
OURS = "LOVEDESK"       # in the mark of the program that wrote a file


def is_calendar(data: bytes) -> bool:
    """Whether the bytes of a file are those of a calendar."""
    clean, _mark = decoding.unmarked(data)
    return icalendar_lines.holds_a_calendar(clean)


def read(data: bytes, source: str, *, local: str = "", country: str = "GB",
         progress: Progress | None = None) -> EventReading:
    """All events of a calendar file; `local` is the zone whose clock shows what is said in UTC. Never raises."""
    clean, _mark = decoding.unmarked(data)
    found = list(icalendar_lines.components(clean, country))
    local = local or zones.laptop()
    places: dict[int, Places] = {}
    reading = EventReading(source)
    for number, component in enumerate(found):
        if progress is not None and number % 500 == 0:
            progress(number, len(found))
        if component.kind == "VTIMEZONE":
            continue
        calendar = component.calendar
        if id(calendar) not in places:
            places[id(calendar)] = Places(found, zones.known(_said(calendar, "X-WR-TIMEZONE")) or local)
        lines = _Lines(component)
        try:
            reading.events.append(_event(component, lines, places[id(calendar)]))
        except Refused as refused:
            reading.unreadable.append(Unreadable(component.place, str(refused), lines.text("SUMMARY")[:80]))
    if not found:
        reading.unreadable.append(Unreadable(1, _("There is no event in this file.")))
    reading.events = _newest(reading.events)
    return reading


def _said(calendar: Calendar, name: str) -> str:
    for line in calendar.lines:
        if line.upper().startswith(name):
            return split_head(line)[1].strip().strip('"')
    return ""


class _Lines:
    """The lines of an event by their names; what has none goes on with the text before it."""

    __slots__ = ("found",)

    def __init__(self, component: Component) -> None:
        self.found: dict[str, list[str]] = {}
        last = ""
        for line in component.lines:
            match = NAME.match(line)
            name = match[1].upper() if match else ""
            if name in HEADS and (match is None or match[1].isupper() or last != "DESCRIPTION"):
                self.found.setdefault(name, []).append(line)
                last = name
            elif match is None or not match[1].isupper():
                if last in {"DESCRIPTION", "SUMMARY", "LOCATION"}:
                    self.found[last][-1] += ("\\n" if last == "DESCRIPTION" else " ") + line
            else:
                last = name

    def first(self, name: str) -> str:
        """The first line of a name, "" without one."""
        lines = self.found.get(name)
        return lines[0] if lines else ""

    def value(self, name: str) -> str:
        """What stands in the first line of a name."""
        line = self.first(name)
        return split_head(line)[1].strip() if line else ""

    def text(self, name: str) -> str:
        """The same as text: marks and lines as they were meant."""
        line = self.first(name)
        if not line:
            return ""
        head, value = split_head(line)
        if QUOTED.search(head):
            import quopri

            value = quopri.decodestring(value.encode("utf-8", "replace")).decode("utf-8", "replace")
        if "\\" in value:
            value = ESCAPE.sub(_unescaped, value)
        return value.replace("\r\n", "\n").strip()


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _event(component: Component, lines: _Lines, places: Places) -> Event:
    if component.kind == "VTODO":
        raise Refused(_("This is a task, not an event."))
    start = _start(lines, places)
    made = Event(component.place, lines.value("UID").strip('"'), " ".join(lines.text("SUMMARY").split()))
    made.start, made.zone = start.at.replace(second=0), start.zone
    _take_length(made, start, lines, places)
    made.where, made.notes = " ".join(lines.text("LOCATION").split("\n")), _notes(lines)
    _take_repeats(made, start, lines, places)
    method = _said(component.calendar, "METHOD").upper()
    made.cancelled = method == "CANCEL" or lines.value("STATUS").upper().startswith("CANCEL")
    made.mails = [mail[0].lower() for name in ("ATTENDEE", "ORGANIZER") for line in lines.found.get(name, ())
                  if (mail := MAIL.search(line.rpartition(":")[2]) or MAIL.search(line))]
    sequence = lines.value("SEQUENCE")
    made.newest = (int(sequence) if sequence.isascii() and sequence.isdigit() and len(sequence) < 12 else 0,
                   lines.value("LAST-MODIFIED") or lines.value("DTSTAMP"))
    made.ours = OURS in _said(component.calendar, "PRODID").upper()
    _take_yearly(made, component.calendar)
    return made


def _start(lines: _Lines, places: Places) -> When:
    line = lines.first("DTSTART")
    if not line:
        raise Refused(_("It does not say when it begins."))
    start = _when(line, lines, places)
    if start is None:
        raise Refused(_("Its begin is no date: {text}").format(text=icalendar_times.split(line)[1][:40]))
    return start


def _when(line: str, lines: _Lines, places: Places) -> When | None:
    head, value = icalendar_times.split(line)
    found = WHEN.match(value)
    if found is None:
        return None
    midnight = {found[4], found[5]} <= {None, "00"}
    is_day = icalendar_times.IS_DAY.search(head) is not None or (
        midnight and lines.value("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE")
    try:
        return places.when(found, icalendar_times.zone_of(head), is_day=is_day)
    except ValueError:
        return None


def _take_length(made: Event, start: When, lines: _Lines, places: Places) -> None:
    """How long it takes: an end before its begin is none."""
    line = lines.first("DTEND")
    end = _when(line, lines, places) if line else None
    if end is not None and (start.is_day or not end.is_day):
        takes = icalendar_times.by_clock_of(end, start.zone, is_day=start.is_day) - start.at
        if takes < dt.timedelta():
            made.remark = _("It ends before it begins; its begin was kept.")
    else:
        takes = icalendar_times.length(lines.value("DURATION")) or dt.timedelta()
    if start.is_day:
        made.days = max(takes.days, 1)
    else:
        made.minutes = max(int(takes.total_seconds()) // 60, 0)


def _take_repeats(made: Event, start: When, lines: _Lines, places: Places) -> None:
    """Rules and exceptions, by the clock of the event; what takes another's place has none of its own."""
    def own(line: str) -> list[dt.datetime]:
        return [start.at.replace(year=when.at.year, month=when.at.month, day=when.at.day, second=0)
                if when.is_day and not start.is_day else
                icalendar_times.by_clock_of(when, start.zone, is_day=start.is_day).replace(second=0)
                for when in icalendar_times.all_of(line, places)]

    instead = own(lines.first("RECURRENCE-ID")) if "RECURRENCE-ID" in lines.found else []
    if instead:
        made.instead_of = instead[0]
        return
    rules = [rule for line in lines.found.get("RRULE", ())
             if (rule := icalendar_times.rule(split_head(line)[1], start))]
    made.rule = rules[0] if rules else ""
    if len(rules) > 1:
        made.remark = _("It repeats by several rules; the first was kept.")
    made.without = sorted({at for line in lines.found.get("EXDATE", ()) for at in own(line)})
    made.also = sorted({at for line in lines.found.get("RDATE", ()) for at in own(line)} - {made.start})


def _notes(lines: _Lines) -> str:
    text = lines.text("DESCRIPTION") or lines.text("X-ALT-DESC")
    if "<" in text and MARKUP.search(text):
        text = html.unescape(TAG.sub("", BREAK.sub("\n", UNSEEN.sub("", text))))
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in text.split("\n")))
    return text.strip()


def _take_yearly(made: Event, calendar: Calendar) -> None:
    """Whether it is someone's birthday: of whole days, each year, with such words or in a calendar of birthdays."""
    if made.days != 1 or made.cancelled or made.instead_of is not None:
        return
    among = "birthday" in made.uid.lower() or yearly_days.BIRTHDAY.search(_said(calendar, "X-WR-CALNAME")) is not None
    if not (made.rule.startswith("FREQ=YEARLY") and not _more_than_yearly(made.rule)) and not (among and not made.rule):
        return
    found = yearly_days.of(made.title, among_birthdays=among)
    if found is not None:
        made.yearly, made.whose = found.kind, found.whose
        told = found.year if found.year and found.year < max(made.start.year, BEFORE_COMPUTERS) else None
        made.year = told or yearly_days.year_of_birth(made.start.date())


def _more_than_yearly(rule: str) -> bool:
    return any(part.startswith(("BYDAY=", "INTERVAL=")) and part != "INTERVAL=1" for part in rule.split(";"))


def _newest(events: list[Event]) -> list[Event]:
    """Of an event that stands there several times the newest; a series before what takes its place."""
    found: dict[tuple[str, dt.datetime | None], Event] = {}
    loose = []
    for event in events:
        key = (event.uid, event.instead_of)
        if not event.uid:
            loose.append(event)
        elif key not in found or found[key].newest <= event.newest:
            found[key] = event
    for uid, instead_of in found:
        if instead_of is not None and (uid, None) in found:
            found[uid, None].replaced.append(instead_of)
    twins: Counter[tuple[str, dt.datetime]] = Counter()
    for event in loose:
        event.twin = twins[event.title, event.start]
        twins[event.title, event.start] += 1
    kept = [*found.values(), *loose]
    order: dict[str, int] = {}
    for event in kept:
        order.setdefault(event.uid or f"\n{event.place}", event.place)
    return sorted(kept, key=lambda event: (order[event.uid or f"\n{event.place}"], event.instead_of is not None,
                                           event.instead_of or NEVER))
