"""Bringing the events of a calendar file in, as one action: touchpoints, what repeats with its exceptions, and days.

What has been is done without noise, and past times of what repeats wait for nobody: they were settled elsewhere.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from lovedesk.formats import contacts, icalendar_reading, zones
from lovedesk.formats.icalendar_records import Event, EventReading
from lovedesk.mishaps import Refused
from lovedesk.shop import event_days, event_plan, import_runs
from lovedesk.shop.columns import LIVE, database
from lovedesk.shop.event_records import PARTS, START, EventPlan, Known, marks, row_at, row_of, series_of
from lovedesk.shop.event_whom import Whose
from lovedesk.shop.import_cards import Fate, Progress
from lovedesk.shop.import_known import UNDONE
from lovedesk.shop.instants import instant
from lovedesk.shop.putting import put
from lovedesk.shop.tables import PATTERN, TRASHED, Series, Touchpoint, TouchpointCustomer, TouchpointPerson, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _

_BEGINNING = 4096       # bytes that tell a calendar from contacts
_COLUMNS = ("id", "state", "channel", "began", "title", "start", "minutes", "days", "zone", "place", "notes", "done_at",
            "cancelled_at", "cancelled_why", "series_id", "series_start", "uid", "fingerprint")
_VIDEO = ("zoom.us", "teams.microsoft", "meet.google", "webex.com", "whereby.com", "meet.jit.si", "gotomeeting")
_CALL = ("call ", "phone ", "ring ", "☎", "📞", "anruf ", "telefonat ", "tel. ", "tél. ", "appel ")


def reading_of(path: Path, country: str, zone: str, progress: Progress | None = None) -> EventReading | None:
    """The events of a file, those in UTC by the clock of `zone`; None for no calendar, or what cannot be opened."""
    try:
        with path.open("rb") as opened:
            if not icalendar_reading.is_calendar(opened.read(_BEGINNING)):
                return None
        data = contacts.bytes_of(path)
    except (OSError, Refused):
        return None
    return icalendar_reading.read(data, path.name, local=zone, country=country, progress=progress)


def bring_in(plan: EventPlan, *, now: dt.datetime, progress: Progress | None = None) -> None:
    """Do what the plan says; the caller's one action holds all of it."""
    writer = _Writer(now)
    for number, known in enumerate(plan.fates):
        if progress is not None and number % 500 == 0:
            progress(number, len(plan.fates))
        if known.fate not in {Fate.NEW, Fate.ADDS}:
            continue
        if known.day is not None:
            event_days.keep(known)
        elif known.fate is Fate.NEW:
            writer.add(known)
        else:
            writer.update(known)
    writer.write()
    lines = zip(plan.lines(), sorted(plan.fates, key=lambda known: known.event.place), strict=True)
    import_runs.keep_lines([(line, *_whose(known)) for line, known in lines], changes=plan.anything)


def _whose(known: Known) -> tuple[int, int]:
    whose = known.day or next(iter(known.whom), None)
    return (whose.customer, whose.person) if whose else (0, 0)


class _Writer:
    """Gathers new rows, and writes them together."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now
        self._rows: dict[int, tuple[object, ...]] = {}
        self._series = {row for (row,) in rows("select id from series where state = 'live'")}
        self._orphans: dict[str, list[int]] = {}        # what stands for a time of a series that was in no file yet
        for row, uid in rows("select id, uid from touchpoint where series_id is null and series_start is not null"):
            self._orphans.setdefault(uid, []).append(row)
        self._ties: list[tuple[type[TouchpointCustomer] | type[TouchpointPerson], int, int, int]] = []

    def add(self, known: Known) -> None:
        """An event that is new, or was taken back."""
        event = known.event
        if event.rule:
            put(Series, known.series, kind="touchpoint", start=event.start, rule=event.rule, waits=0,
                settled_until=self.now)
            self._row(known, known.row, state=PATTERN, series=known.series)
            self._exceptions(known)
            for row in self._orphans.get(event.uid, ()) if event.uid else ():
                Touchpoint.update(series=known.series).where(Touchpoint.id == row).execute()
            if (once := row_of(event)) != known.row:
                self._came_once(known, once)
        elif event.instead_of is not None:
            if known.here:
                Touchpoint.update(state=UNDONE).where(Touchpoint.id == known.row).execute()
            there = rows("select id from series where id = ?", known.series)     # its series may be in no file
            self._row(known, known.row, series=known.series if there else None, series_start=event.instead_of)
        else:
            self._row(known, known.row)
            self._exceptions(known)
            series = series_of(event)
            if series != known.row and series in self._series:      # it came again and again so far
                self._end(known, series)

    def _end(self, known: Known, series: int) -> None:
        """End a series that its file ends; the moved and further times that the file alone had made go with it."""
        Series.update(state=TRASHED).where(Series.id == series).execute()
        pattern = event_plan.standing("t.id = ?", series)
        for here in event_plan.standing("t.series_id = ? and t.uid = ? and t.uid <> '' and t.id <> ? and "
                                        "t.series_start is not null and t.state = 'live'",
                                        series, known.event.uid, known.row) if pattern else ():
            if event_plan.is_untouched(here) if here["fingerprint"] else event_plan.is_further(here, pattern[0]):
                Touchpoint.update(state=UNDONE).where(Touchpoint.id == here["id"]).execute()

    def _came_once(self, known: Known, once: int) -> None:
        """An event that came once so far becomes a time of its series; as it came, the series stands for it."""
        found = event_plan.standing("t.id = ? and t.state = 'live'", once)
        if found and event_plan.is_untouched(found[0]):
            Touchpoint.update(state=UNDONE).where(Touchpoint.id == once).execute()
        elif found:
            self._rows.pop(row_at(known.series, known.event.start), None)
            Touchpoint.update(series=known.series, series_start=known.event.start).where(
                Touchpoint.id == once).execute()

    def _exceptions(self, known: Known) -> None:
        """The times of a series that are left out lie in the trash; those besides its rule are rows."""
        event = known.event
        for at in event.without if event.rule else ():
            self._row(known, row_at(known.series, at), state=TRASHED, series=known.series, series_start=at, start=at)
        for at in event.also:
            if at not in event.without:
                self._row(known, row_at(known.row, at), series=known.series or None,
                          series_start=at if known.series else None, start=at)

    def _row(self, known: Known, row: int, *, state: str = LIVE, series: int | None = None,
             series_start: dt.datetime | None = None, start: dt.datetime | None = None) -> None:
        event = known.event
        begins = start or event.start
        done = None if state != LIVE or event.cancelled else self._done(event, begins)
        own = start is None
        cancelled = (instant(self.now), _cancelled()) if event.cancelled else (None, "")
        self._rows[row] = (
            row, state, _channel(event), "we", event.title if state != TRASHED else "", f"{begins:{START}}",
            event.minutes, event.days, event.zone, event.where, event.notes if own else "", done, *cancelled, series,
            f"{series_start:{START}}" if series_start else None, event.uid, marks(event) if own else "")
        if state != TRASHED:
            self._tie(row, known.whom)

    def _tie(self, row: int, whom: Iterable[Whose]) -> None:
        for whose in whom:
            self._ties.append((TouchpointCustomer, id_of("touchpoint_customer", row, whose.customer), row,
                               whose.customer))
            if whose.person:
                self._ties.append((TouchpointPerson, id_of("touchpoint_person", row, whose.person), row, whose.person))

    def _done(self, event: Event, start: dt.datetime) -> str | None:
        """When a past one was done; None for one that is ahead."""
        end = start + dt.timedelta(days=event.days, minutes=event.minutes)
        return instant(end.replace(tzinfo=zones.zone(event.zone)) if event.zone else end) if end <= self.now else None

    def write(self) -> None:
        """Write what was gathered: new rows at once, those that are there one by one."""
        there = {row: (state, closed) for row, state, closed in rows(
            "select id, state, coalesce(done_at, cancelled_at) from touchpoint "
            "where id in (select value from json_each(?))", json.dumps(list(self._rows)))}
        _insert("touchpoint", _COLUMNS, [row for key, row in self._rows.items() if key not in there])
        for key, (state, closed) in there.items():
            values = dict(zip(_COLUMNS, self._rows[key], strict=True))
            if state == UNDONE:
                database.execute_sql(f"update touchpoint set {', '.join(f'{name} = ?' for name in values)} "
                                     "where id = ?", (*values.values(), key))
            elif state == LIVE and values["state"] == TRASHED and not closed:
                self._cancel(key)
        for model, name in ((TouchpointCustomer, "customer_id"), (TouchpointPerson, "person_id")):
            table = str(model._meta.table_name)
            ties = {tie[1]: tie[1:] for tie in self._ties if tie[0] is model}
            known = {row for (row,) in rows(f"select id from {table} where id in (select value from json_each(?))",
                                            json.dumps(list(ties)))}
            _insert(table, ("id", "touchpoint_id", name), [tie for row, tie in ties.items() if row not in known])
            for row in known:
                model.update(state=LIVE).where(model.id == row).execute()
        self._rows, self._ties = {}, []

    def update(self, known: Known) -> None:
        """Bring an event that is here up to date: what the file says otherwise, where nobody changed it here."""
        event, here, changed = known.event, known.here, known.changed
        if "cancelled" in changed:
            if here["state"] == PATTERN:
                Series.update(state=TRASHED).where(Series.id == known.series).execute()
            self._cancel(known.row)
            return
        values: dict[str, Any] = {}
        if "title" in changed:
            values["title"] = known.name
        if "place" in changed:
            values["place"] = event.where
        if "notes" in changed:
            values["notes"] = event.notes
        if "when" in changed:
            values |= {"start": event.start, "zone": event.zone, "minutes": event.minutes, "days": event.days}
            if here["state"] == LIVE and not event.cancelled:
                values["done_at"] = self._done_again(known)
        if "rule" in changed and not event.rule:
            values["series"] = values["series_start"] = None
            self._end(known, series_of(event))
        said = dict(zip(PARTS, marks(event).split(), strict=True))
        before = here["fingerprint"].split()
        told = dict(zip(PARTS, before, strict=True)) if len(before) == len(PARTS) else said
        values["fingerprint"] = " ".join(said[part] if part in changed else told[part] for part in PARTS)
        values["uid"] = event.uid
        Touchpoint.update(values).where(Touchpoint.id == known.row).execute()
        if event.rule and here["state"] == PATTERN:
            self._update_series(known)
        if changed & {"mails", "title"} and not _is_with_anyone(known.row):
            self._tie(known.row, known.whom)
        if not event.rule and event.instead_of is None:
            self._update_further(known)

    def _update_further(self, known: Known) -> None:
        """The further days of an event that comes on several."""
        if known.changed & {"also", "title", "when", "place"}:
            for further in event_plan.standing("t.uid = ? and t.uid <> '' and t.series_id is null and t.id <> ? and "
                                               "t.state = 'live' and t.fingerprint = ''", known.event.uid, known.row):
                self._follow(known, further)
            self._exceptions(known)

    def _follow(self, known: Known, further: dict[str, Any]) -> None:
        """A further day of an event, as long as nobody changed it here: as the file has it now, or gone with it."""
        event, row = known.event, Touchpoint.id == further["id"]
        if not event_plan.is_further(further, known.here):
            return
        start = dt.datetime.fromisoformat(further["start"])
        if start in event.also:
            Touchpoint.update(title=event.title, place=event.where, zone=event.zone, minutes=event.minutes,
                              days=event.days).where(row).execute()
        else:
            Touchpoint.update(state=UNDONE).where(row).execute()

    def _done_again(self, known: Known) -> str | None:
        """A past one that came as done is open again when it is put ahead."""
        before, done = event_plan.as_event(known.here), known.here["done_at"]
        if done and done != event_plan.instant_of_end(before):
            return str(done)
        return self._done(known.event, known.event.start)

    def _update_series(self, known: Known) -> None:
        """The rule, the begin and the exceptions of what repeats; rows that the file alone had made follow it."""
        event, series = known.event, known.series
        put(Series, series, kind="touchpoint", start=event.start, rule=event.rule)
        for here in event_plan.standing("t.series_id = ? and t.uid = ? and t.series_start is not null "
                                        "and t.state in ('live', 'trashed')", series, event.uid):
            start = dt.datetime.fromisoformat(here["series_start"])
            if here["state"] == TRASHED:
                gone = not here["fingerprint"] and start not in event.without
            elif here["fingerprint"]:
                gone = start not in event.replaced and event_plan.is_untouched(here)
            else:
                self._follow(known, here)
                continue
            if gone:        # the file made it, and takes it back
                Touchpoint.update(state=UNDONE).where(Touchpoint.id == here["id"]).execute()
        self._exceptions(known)

    def _cancel(self, touchpoint: int) -> None:
        Touchpoint.update(cancelled_at=instant(self.now), cancelled_why=_cancelled()).where(
            Touchpoint.id == touchpoint).execute()


def _insert(table: str, columns: Sequence[str], new: Sequence[Sequence[object]]) -> None:
    marks_of = ", ".join("?" for _column in columns)
    if new:
        database.handle.executemany(
            f"insert into {table} ({', '.join(columns)}) values ({marks_of})", new)


def _is_with_anyone(touchpoint: int) -> bool:
    return bool(rows("select 1 from touchpoint_customer where touchpoint_id = ? and state = 'live'", touchpoint))


def _cancelled() -> str:
    return _("Cancelled in the calendar that it came from")


def _channel(event: Event) -> str:
    told = f"{event.where}\n{event.notes}".lower()
    if any(site in told for site in _VIDEO):
        return "video"
    return "call" if event.title.lower().startswith(_CALL) else "visit"
