"""What would become of each event of a calendar file: new, brought up to date, here already, or left out and why.

An event is known by its UID, so that the same file again changes nothing and a later one brings up to date. What
was changed here since it came is not overwritten: a mark of each of its parts tells what the file said.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from typing import Any

from lovedesk.formats import zones
from lovedesk.formats.icalendar_records import Event, EventReading
from lovedesk.mishaps import Refused
from lovedesk.shop import recurrence, shops, uids
from lovedesk.shop.columns import LIVE
from lovedesk.shop.event_days import Days
from lovedesk.shop.event_records import PARTS, START, EventPlan, Known, marks, row_at, row_of, series_of
from lovedesk.shop.event_whom import Whom
from lovedesk.shop.folding import tidy, tidy_line
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_known import UNDONE
from lovedesk.shop.instants import instant
from lovedesk.shop.tables import PATTERN, TRASHED, rows
from lovedesk.words import _

FIRST_YEAR, LAST_YEAR = 1900, 2200
TITLE_LIMIT, TEXT_LIMIT = 500, 100_000     # letters
_COUNT = re.compile(r";?COUNT=(\d+)", re.ASCII)
Progress = Callable[[int, int], None]


def local_zone() -> str:
    """The zone of the shop; of this laptop where none was said."""
    return zones.known(shops.zone()) or zones.laptop()


def plan(reading: EventReading, progress: Progress | None = None) -> EventPlan:
    """What would become of each event of a file. Changes nothing."""
    made = EventPlan(reading.source)
    whom = Whom(reading.events)
    for number, event in enumerate(reading.events):
        if progress is not None and number % 500 == 0:
            progress(number, len(reading.events))
        made.fates.append(_new(event, whom))
    _look(made)
    made.fates += [Known(Event(bad.place), Fate.UNREAD, why=bad.reason, name=bad.excerpt)
                   for bad in reading.unreadable]
    return made


def _new(event: Event, whom: Whom) -> Known:
    """An event as if nothing of it were here."""
    event.title = tidy_line(event.title)[:TITLE_LIMIT] or _("Without a title")
    event.where, event.notes = tidy_line(event.where)[:TITLE_LIMIT], tidy(event.notes)[:TEXT_LIMIT]
    known = Known(event, Fate.NEW, row_of(event), why=event.remark, name=event.title)
    if event.yearly:
        known.day = whom.person(event.whose)
        if known.day is not None:
            return known
        event.start = event.start if event.start.year >= FIRST_YEAR else event.start.replace(year=2000)
    event.also, event.without = list(filter(_is_near, event.also)), list(filter(_is_near, event.without))
    if not _is_near(event.start) or not _is_near(event.instead_of or event.start):
        known.fate, known.why = Fate.UNREAD, _("This day is too far away to plan for.")
        return known
    if event.rule:
        _check_rule(known)
    if event.rule or event.instead_of is not None:
        known.series = known.row = series_of(event)
    if event.instead_of is not None:
        known.row = row_at(known.series, event.instead_of)
    known.whom = whom.of(event)
    return known


def _is_near(at: dt.datetime) -> bool:
    return FIRST_YEAR <= at.year <= LAST_YEAR


def _check_rule(known: Known) -> None:
    """An event whose rule makes no sense comes once; one that begins beside its rule comes then too."""
    event = known.event
    counts = _COUNT.search(event.rule)
    if counts and int(counts[1][:9]) > recurrence.MOST:
        event.rule = _COUNT.sub("", event.rule).strip(";")
        known.why = _("It repeats more than {n} times; it was kept without an end.").format(n=recurrence.MOST)
    try:
        event.rule = recurrence.checked(event.rule, event.zone)
        if not recurrence.has_any(event.rule, event.start):
            event.rule = ""
        elif event.start not in event.also and not recurrence.starts(event.rule, *[event.start] * 3):
            event.also = [event.start, *event.also]
    except Refused as refused:
        known.why = _("It was kept once: {reason}").format(reason=refused)
        event.rule = ""


def _look(made: EventPlan) -> None:
    """Compare the events with what is here."""
    here, own = _here(made), _own_here(made)
    days = Days(made.fates)
    at_times = {(row["series_id"], row["series_start"]): row["id"] for row in here.values() if row["series_start"]}
    masters = {known.series for known in made.fates if known.event.rule} | {
        known["series_id"] for known in here.values() if known["state"] == PATTERN}
    for known in made.fates:
        if known.fate is Fate.UNREAD:
            continue
        event = known.event
        if event.instead_of is not None:
            known.row = at_times.get((known.series, f"{event.instead_of:{START}}"), known.row)
        known.here = here.get(known.row, {})
        if event.instead_of is not None and _was_left_out(known.here):      # it comes again, at another time
            known.here = known.here | {"state": UNDONE}
        if event.ours and (own & {known.row, known.series, uids.row_of(event.uid)} or any(
                here.get(row, {}).get("state", UNDONE) != UNDONE for row in (known.row, known.series))):
            known.fate = Fate.SAME
        elif known.day is not None:
            days.judge(known)
        elif known.here.get("state", UNDONE) != UNDONE:
            _judge(known)
        elif event.cancelled and known.series not in masters:
            known.fate, known.why = Fate.KEPT_OUT, _("It was cancelled.")


def _was_left_out(here: dict[str, Any]) -> bool:
    """Whether it lies in the trash because its file left it out, not because someone threw it away."""
    return bool(here.get("state") == TRASHED and here["uid"] and not here["title"] and not here["fingerprint"])


def _here(made: EventPlan) -> dict[int, dict[str, Any]]:
    wanted = json.dumps([row for known in made.fates for row in {known.row, known.series} if row])
    times = json.dumps(list({known.series for known in made.fates if known.event.instead_of is not None}))
    return {found["id"]: found for found in (
        *standing("t.id in (select value from json_each(?))", wanted),
        *standing("t.series_start is not null and t.series_id in (select value from json_each(?))", times))}


def standing(where: str, *values: object) -> list[dict[str, Any]]:
    """Touchpoints as they stand here, a pattern with the rule of its series."""
    names = ("id", "state", "title", "start", "zone", "minutes", "days", "place", "notes", "fingerprint", "done_at",
             "cancelled_at", "series_id", "series_start", "uid")
    return [dict(zip((*names, "rule"), row, strict=True)) for row in rows(
        f"""select {', '.join(f't.{name}' for name in names)}, coalesce(s.rule, '')
            from touchpoint t left join series s on s.id = t.id where {where}""", *values)]


def _own_here(made: EventPlan) -> set[int]:
    """Follow-ups and days of ours among what we wrote ourselves."""
    wanted = json.dumps([row for known in made.fates if known.event.ours and (row := uids.row_of(known.event.uid))])
    return {row for table in ("follow_up", "special_day") for (row,) in rows(
        f"select id from {table} where state <> 'undone' and id in (select value from json_each(?))", wanted)}


def _judge(known: Known) -> None:
    """What a file says otherwise of an event that is here."""
    here, event = known.here, known.event
    known.fate = Fate.SAME
    if here["state"] == TRASHED:
        known.fate, known.why = Fate.KEPT_OUT, _("in the trash")
        return
    if event.cancelled:
        if not here["cancelled_at"] and not here["done_at"]:
            known.fate, known.changed = Fate.ADDS, frozenset({"cancelled"})
        return
    now = dict(zip(PARTS, marks(as_event(here)).split(), strict=True))
    said = dict(zip(PARTS, marks(event).split(), strict=True))
    before = here["fingerprint"].split()
    told = dict(zip(PARTS, before, strict=True)) if len(before) == len(PARTS) else now | {
        part: said[part] for part in ("without", "also", "mails")}
    empty = {part for part, text in (("place", event.where), ("notes", event.notes)) if not text}
    known.changed = frozenset(part for part in PARTS if said[part] != told[part] and part not in empty and (
        part in {"without", "also", "mails"} or now[part] == told[part]))
    if not event.rule and event.instead_of is None and here["state"] == LIVE and (
            here["series_id"] == series_of(event)):     # it comes once again
        known.changed |= {"rule"}
    if known.changed:
        known.fate = Fate.ADDS


def as_event(here: dict[str, Any]) -> Event:
    """A row as the event that it came from."""
    start = dt.datetime.fromisoformat(here["start"])
    return Event(0, "", here["title"], start, here["zone"], here["minutes"], here["days"], here["place"],
                 here["notes"], here["rule"])


def is_untouched(here: dict[str, Any]) -> bool:
    """Whether a row still is as its file said."""
    parts = zip(marks(as_event(here)).split()[:4], here["fingerprint"].split()[:4], strict=False)
    return _is_as_came(here) and all(now == told for now, told in parts)


def is_further(here: dict[str, Any], event: dict[str, Any]) -> bool:
    """Whether a row still is a further day of an event, as that one was before a file changed it."""
    return _is_as_came(here) and not here["notes"] and all(
        here[name] == event[name] for name in ("title", "place", "zone", "minutes", "days"))


def _is_as_came(here: dict[str, Any]) -> bool:
    """Whether nobody closed it; what was over when it came is done since its end."""
    return not here["cancelled_at"] and here["done_at"] in {None, instant_of_end(as_event(here))}


def instant_of_end(event: Event) -> str:
    """When an event is over."""
    end = event.start + dt.timedelta(days=event.days, minutes=event.minutes)
    return instant(end.replace(tzinfo=zones.zone(event.zone)) if event.zone else end)
