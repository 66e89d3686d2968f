"""Files that are no contacts, brought in beside them or beside each other: calendars, tables of jobs, checklists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lovedesk.formats.checklist_file import SharedList
from lovedesk.formats.icalendar_records import EventReading
from lovedesk.formats.job_table import JobReading
from lovedesk.shop import checklist_making, event_imports, event_plan, job_imports
from lovedesk.shop.event_records import EventPlan
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_plan import NotRead
from lovedesk.shop.job_imports import JobPlan
from lovedesk.ui.signals import Progress
from lovedesk.words import _


class Beside(NamedTuple):
    """What such files hold."""

    calendars: list[EventReading]
    jobs: list[JobReading]
    checklists: list[SharedList]

    @property
    def kinds(self) -> int:
        """How many kinds of files they are."""
        return sum(map(bool, self))


class Came(NamedTuple):
    """What came of them, or would: in words, how much, and what is left out."""

    lines: list[str]
    coming: int
    left_out: list[NotRead]


def read(file: Path, country: str, progress: Progress, into: Beside) -> bool:
    """Read a file; False for one of contacts. Refused for a checklist that is damaged."""
    if checklist_making.is_one(file):
        into.checklists.append(checklist_making.read(file))
    elif (events := event_imports.reading_of(file, country, event_plan.local_zone(), progress)) is not None:
        into.calendars.append(events)
    elif (jobs := job_imports.reading_of(file, country)) is not None:
        into.jobs.append(jobs)
    else:
        return False
    return True


def look(beside: Beside) -> Came:
    """What would become of them; changes nothing."""
    return _came([job_imports.plan(reading) for reading in beside.jobs],
                 [event_plan.plan(reading) for reading in beside.calendars],
                 [_("{title}: checklist").format(title=shared.title) for shared in beside.checklists])


def bring_in(beside: Beside, now: dt.datetime, keeper: int | None) -> Came:
    """Bring them in, after the contacts beside them, so that they are with these; within their action."""
    jobs, events, lists = [], [], []
    for table in beside.jobs:
        jobs.append(job_imports.plan(table))
        job_imports.bring_in(jobs[-1], now=now, keeper=keeper)
    for calendar in beside.calendars:
        events.append(event_plan.plan(calendar))
        event_imports.bring_in(events[-1], now=now)
    for shared in beside.checklists:
        _key, new = checklist_making.bring_in(shared)
        lists.append((_("{title}: new checklist") if new else _("{title}: is here already")).format(title=shared.title))
    return _came(jobs, events, lists)


def _came(jobs: list[JobPlan], events: list[EventPlan], lists: list[str]) -> Came:
    coming = sum(count for plan in jobs for fate, count in plan.counts().items()
                 if fate in {job_imports.NEW, job_imports.UPDATE})
    coming += sum(count for plan in events for fate, count in plan.counts().items() if fate in {Fate.NEW, Fate.ADDS})
    lines = [line for plan in jobs for line in plan.lines()] + [line for plan in events for line in plan.summed_up()]
    return Came(lines + lists, coming + len(lists), [
        *(NotRead(plan.source, place, why, "") for plan in jobs for place, why in plan.left_out()), *left_out(events)])


def left_out(plans: Iterable[EventPlan]) -> list[NotRead]:
    """The events that were left out, and why."""
    return [NotRead(line.source, line.place, line.reason, line.name) for plan in plans for line in plan.left_out()]
