"""Reading what is to be brought in, aside: one file that cannot be read does not stop the others."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lovedesk.formats import json_desk
from lovedesk.formats.contacts import How
from lovedesk.mishaps import Refused
from lovedesk.shop import checklist_making, event_plan, import_files, imports, job_imports
from lovedesk.shop.event_records import EventPlan
from lovedesk.shop.import_files import Source
from lovedesk.shop.import_survey import Survey
from lovedesk.shop.job_imports import JobPlan
from lovedesk.ui.places import bring_beside
from lovedesk.ui.places.bring_beside import Beside, Came
from lovedesk.ui.signals import Progress
from lovedesk.words import _

BEGINNING = 64      # bytes that tell an export of ours from a file of contacts


class Export(NamedTuple):
    """An export of Lovedesk that was read."""

    name: str
    data: dict[str, Any]

    @property
    def customers(self) -> int:
        """How many customers it holds."""
        held = self.data.get("customers")
        return len(held) if isinstance(held, list) else 0


class Found(NamedTuple):
    """What the files hold: contacts with what would happen to them, and what is beside them; or one export, one table
    of jobs or calendars by themselves, or several kinds without contacts, with what `would` become of them."""

    sources: list[Source]
    survey: Survey
    export: Export | None = None
    jobs: JobPlan | None = None
    events: Sequence[EventPlan] = ()
    beside: Beside = Beside([], [], [])
    would: Came | None = None


def read(files: list[Path], progress: Progress) -> Found:
    """Read all files, and look at what an import of them would do."""
    if len(files) == 1 and checklist_making.is_one(files[0]):
        raise Refused(_("{name} is a checklist. Drop it on the page Checklists.").format(name=files[0].name))
    if len(files) == 1 and _is_export(files[0]):
        export = Export(files[0].name, json_desk.load(files[0].read_bytes(), files[0].name))
        return Found([], plan([], progress), export)
    country = imports.country()
    if len(files) == 1 and (jobs := job_imports.reading_of(files[0], country)) is not None:
        return Found([], plan([], progress), jobs=job_imports.plan(jobs))
    beside, sources = Beside([], [], []), []
    for file in files:
        try:
            others = bring_beside.read(file, country, progress, beside)
        except Refused as refused:
            sources.append(import_files.unread(file, str(refused)))
            continue
        if not others:
            sources.append(_source(file, country, progress))
    if sources or not beside.kinds:
        return Found(sources, plan(sources, progress), beside=beside)
    if beside.kinds == 1 and beside.calendars:
        return Found([], plan([], progress), events=[event_plan.plan(one, progress) for one in beside.calendars])
    return Found([], plan([], progress), beside=beside, would=bring_beside.look(beside))


def again(sources: list[Source], number: int, how: How, progress: Progress) -> Found:
    """One of the files read in another way, and what an import would do then."""
    sources = list(sources)
    sources[number] = import_files.again(sources[number], how, imports.country(), progress)
    return Found(sources, plan(sources, progress))


def plan(sources: list[Source], progress: Progress) -> Survey:
    """What an import of these files would do now."""
    made = imports.prepare([source.reading for source in sources], progress)
    made.remember = import_files.chosen(sources)
    survey = Survey(made)
    gc.freeze()         # no sweep for garbage looks at so many things that stay
    return survey


def let_go(surveys: list[Survey], sources: list[Source]) -> None:
    """Free what is looked at no more, a little at a time: all at once, the window would stand still meanwhile."""
    for survey in surveys:
        while survey.plan.units:
            survey.plan.units.popitem()
    for source in sources:
        while source.reading.cards:
            source.reading.cards.pop()
    surveys.clear()


def _source(file: Path, country: str, progress: Progress) -> Source:
    if _is_export(file):
        return import_files.unread(
            file, _("This is JSON. An export of Lovedesk is brought in by itself, without other files."))
    try:
        return import_files.source(file, country, progress=progress)
    except Refused as refused:
        return import_files.unread(file, str(refused))


def _is_export(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return json_desk.is_export(opened.read(BEGINNING))
    except OSError:
        return False        # the reader of contacts says why
