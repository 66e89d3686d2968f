"""Commands that bring contacts in and write everything out."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from lovedesk import paths, words
from lovedesk.cli.talk import Command, opened, say, the_one, warn
from lovedesk.formats import json_desk, meanings, whole_file
from lovedesk.formats.checklist_file import SharedList
from lovedesk.formats.icalendar_records import EventReading
from lovedesk.formats.job_table import JobReading
from lovedesk.mishaps import Cancelled, Refused
from lovedesk.shop import (
    archive,
    calendar_export,
    checklist_making,
    event_imports,
    event_plan,
    exports,
    import_files,
    import_runs,
    imports,
    job_imports,
    phone_notes,
)
from lovedesk.shop.calendar_part import Part
from lovedesk.shop.event_records import EventPlan
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_files import Source
from lovedesk.shop.import_plan import Counts, NotRead, Plan
from lovedesk.shop.import_runs import Line
from lovedesk.shop.job_imports import JobPlan
from lovedesk.store.desk import Desk
from lovedesk.store.journal import Recorder
from lovedesk.words import _, ngettext

Export = dict[str, Any]


def import_(arguments: Namespace) -> int:
    """Bring in what can be read and list what cannot; fails only when nothing could be read."""
    mapping = meanings.of_option(arguments.map)
    there = (arguments.desk or paths.default_desk()).exists()
    found = None if there else _read(arguments.files, mapping, words.country(), remembered=False)
    if found is not None and not found.anything:
        return _nothing(found)
    with _dry_desk() if arguments.dry_run and not there else opened(arguments, make=True) as desk:
        found = found or _read(arguments.files, mapping, imports.country(), remembered=True)
        if not found.anything:
            return _nothing(found)
        if arguments.dry_run:
            _say_what_would_be(found, arguments, desk)
            return 0
        with desk.act(_verb(found)) as recorder:        # what is brought in at once is taken back at once
            done = _bring_all(found, arguments, desk, recorder)
        _say_done(done)
    return 0


class _Done(NamedTuple):
    """What was brought in: how many customers each export held, and what became of the rest."""

    held: list[int]
    contacts: tuple[Counts, list[NotRead]] | None
    jobs: list[JobPlan]
    events: list[EventPlan]
    checklists: list[tuple[str, bool]]


def _verb(found: _Found) -> str:
    """The action's name: its own where all files are of one kind."""
    kinds = [verb for verb, files in (("archive.restore", found.exports), ("import.bring_in", found.sources),
                                      ("job.bring_in", found.jobs), ("import.bring_in", found.events),
                                      ("checklist.bring_in", found.checklists)) if files]
    return kinds[0] if len(kinds) == 1 else "import.bring_in"


def _bring_all(found: _Found, arguments: Namespace, desk: Desk, recorder: Recorder) -> _Done:
    """Exports, then contacts, then what is with these."""
    done = _Done([archive.bring_back(export, recorder.insert_many) for export in found.exports], None, [], [], [])
    if found.sources:
        plan = _plan(found, arguments)
        done = done._replace(contacts=(imports.bring_in(plan, recorder.insert_many), plan.unreadable))
    for reading in found.jobs:
        done.jobs.append(job_imports.plan(reading))
        job_imports.bring_in(done.jobs[-1], now=desk.now())
    for events in found.events:
        done.events.append(event_plan.plan(events))
        event_imports.bring_in(done.events[-1], now=desk.now())
    for shared in found.checklists:
        done.checklists.append((shared.title, checklist_making.bring_in(shared)[1]))
    return done


def _say_done(done: _Done) -> None:
    for held in done.held:
        say(ngettext("{n} customer put back as exported", "{n} customers put back as exported", held).format(n=held))
    if done.contacts is not None:
        _sum_up(done.contacts[0])
        _list(done.contacts[1])
    for jobs in done.jobs:
        _sum_up_jobs(jobs)
        _list([NotRead(jobs.source, place, why, "") for place, why in jobs.left_out()])
    for events in done.events:
        _sum_up_events(events)
        _list([NotRead(line.source, line.place, line.reason, line.name) for line in events.left_out()])
    for title, new in done.checklists:
        _say_checklist(title, new=new)


def _say_checklist(title: str, *, new: bool) -> None:
    say((_("{title}: new checklist") if new else _("{title}: is here already")).format(title=title))


def _try_checklist(shared: SharedList, desk: Desk) -> None:
    with suppress(Cancelled), desk.act("checklist.bring_in"):
        _say_checklist(shared.title, new=checklist_making.bring_in(shared)[1])
        raise Cancelled


def _sum_up_events(plan: EventPlan) -> None:
    for told in plan.summed_up() or [_("No events")]:
        say(told)


def _sum_up_jobs(plan: JobPlan) -> None:
    for told in plan.lines() or [_("No jobs")]:
        say(told)


class _Found(NamedTuple):
    """What the files hold."""

    sources: list[Source]
    exports: list[Export]
    jobs: list[JobReading]
    events: list[EventReading]
    checklists: list[SharedList]

    @property
    def anything(self) -> bool:
        """Whether there is anything to bring in."""
        return bool(self.exports or self.checklists) or any(source.reading.cards for source in self.sources) or any(
            reading.lines for reading in self.jobs) or any(reading.events for reading in self.events)


def _nothing(found: _Found) -> int:
    _list([NotRead(source.path.name, bad.place, bad.reason, bad.excerpt)
           for source in found.sources for bad in source.reading.unreadable])
    _list([NotRead(reading.source, bad.place, bad.reason, bad.excerpt)
           for reading in found.jobs for bad in reading.unreadable])
    _list([NotRead(events.source, bad.place, bad.reason, bad.excerpt)
           for events in found.events for bad in events.unreadable])
    return 1


@contextmanager
def _dry_desk() -> Iterator[Desk]:
    """An empty desk that is gone afterwards."""
    from lovedesk.shop.desks import open_desk

    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder) / "empty.lovedesk")
        try:
            yield desk
        finally:
            desk.close()


def _plan(found: _Found, arguments: Namespace) -> Plan:
    plan = imports.prepare([source.reading for source in found.sources])
    plan.standing = imports.ANSWERS[arguments.standing]
    plan.remember = import_files.chosen(found.sources)
    return plan


def _say_what_would_be_back(export: Export, desk: Desk) -> None:
    with suppress(Cancelled), desk.act("archive.restore") as recorder:      # tried, so that it refuses what it will
        held = archive.bring_back(export, recorder.insert_many)
        raise Cancelled
    for customer in export.get("customers", ()):
        say(_("{name}: put back as exported").format(name=customer.get("name", "")))
    say(ngettext("An export of Lovedesk: {n} customer would be put back.",
                 "An export of Lovedesk: {n} customers would be put back.", held).format(n=held))


def _say_what_would_be(found: _Found, arguments: Namespace, desk: Desk) -> None:
    for export in found.exports:
        _say_what_would_be_back(export, desk)
    for shared in found.checklists:
        _try_checklist(shared, desk)
    for reading in found.jobs:
        jobs = job_imports.plan(reading)
        for place, told in jobs.told():
            say(_("{file}:{place}: {fate}").format(file=reading.source, place=place, fate=told))
        say(_("Nothing was changed. It would be:"))
        _sum_up_jobs(jobs)
    for events in found.events:
        planned = event_plan.plan(events)
        _say_lines(planned.lines())
        say(_("Nothing was changed. It would be:"))
        _sum_up_events(planned)
    if not found.sources:
        return
    plan = _plan(found, arguments)
    _say_lines(import_runs.lines(plan))
    say(_("Nothing was changed. It would be:"))
    _sum_up(plan.counts)


def _say_lines(lines: Iterable[Line]) -> None:
    for line in lines:
        fate = import_runs.word_of(line.fate)
        if line.reason:
            fate = _("{fate} ({reason})").format(fate=fate, reason=line.reason)
        if line.fate is Fate.MAYBE:     # nobody is asked here
            fate = _("{fate}, comes in as new").format(fate=fate)
        name = " ".join(line.name.split())
        told = _("{file}:{place}: {name}: {fate}") if name else _("{file}:{place}: {fate}")
        say(told.format(file=line.source, place=line.place, name=name, fate=fate))


def _read(files: list[Path], mapping: dict[str, str], country: str, *, remembered: bool) -> _Found:
    """What each file holds; one that cannot be read is said and does not stop the others."""
    found = _Found([], [], [], [], [])
    zone = event_plan.local_zone() if remembered else ""
    for file in files:
        try:
            if checklist_making.is_one(file):
                found.checklists.append(checklist_making.read(file))
            elif _is_export(file):
                found.exports.append(json_desk.load(file.read_bytes(), file.name))
            elif (events := event_imports.reading_of(file, country, zone)) is not None:
                found.events.append(events)
            elif not mapping and (jobs := job_imports.reading_of(file, country)) is not None:
                found.jobs.append(jobs)
            else:
                source = import_files.source(file, country, mapping=mapping, remembered=remembered)
                found.sources.append(source)
                for remark in source.reading.remarks:
                    warn(f"{file.name}: {remark}")
        except Refused as refused:
            warn(str(refused))
    if found.anything:
        import_files.refuse_unknown(mapping, found.sources)
    return found


def _is_export(file: Path) -> bool:
    try:
        with file.open("rb") as opened_file:
            return json_desk.is_export(opened_file.read(64))
    except OSError:
        return False        # the reader of contacts says why


def _sum_up(counts: Counts) -> None:
    lines = (
        (counts.customers, ngettext("{n} new customer", "{n} new customers", counts.customers)),
        (counts.people, ngettext("{n} new person", "{n} new people", counts.people)),
        (counts.adds, ngettext("{n} who is here was added to", "{n} who are here were added to", counts.adds)),
        (counts.same, ngettext("{n} is here already", "{n} are here already", counts.same)),
        (counts.kept_out, ngettext("{n} kept out: no customer, or in the trash",
                                   "{n} kept out: no customers, or in the trash", counts.kept_out)),
        (counts.unreadable, ngettext("{n} could not be read:", "{n} could not be read:", counts.unreadable)),
    )
    for count, told in lines:
        if count or told is lines[0][1]:
            say(told.format(n=count))


def _list(unreadable: list[NotRead]) -> None:
    for bad in unreadable:
        say(_("  {file}:{place}: {reason}").format(file=bad.source, place=bad.place, reason=bad.reason))


def export(arguments: Namespace) -> int:
    """Write everything that was entered, or what is about some customers."""
    first, last = arguments.first, arguments.last
    if (first or last) and arguments.format != "ics":
        raise Refused(_("--from and --to go with --format ics."))
    if first and last and last < first:
        raise Refused(_("The last day is before the first."))
    with opened(arguments, make=False) as desk:
        if arguments.format == "phone":
            return _for_the_phone(arguments, desk)
        whom = _of_whom(arguments, desk.now())
        found = calendar_export.pieces(Part(customers=whom, first=first, last=last), now=desk.now()) if (
            arguments.format == "ics") else exports.pieces(arguments.format, whom)
        if arguments.out is None:
            for piece in found:
                sys.stdout.buffer.write(piece)
            return 0
        whole_file.write(arguments.out, found)
    say(_("Written: {path}").format(path=arguments.out))
    return 0


def _for_the_phone(arguments: Namespace, desk: Desk) -> int:
    """Write what today holds into a folder, as a calendar and as cards."""
    files = phone_notes.write(arguments.out or Path(), desk.today(), now=desk.now())
    for file in files:
        say(_("Written: {path}").format(path=file))
    return 0


def _of_whom(arguments: Namespace, now: dt.datetime) -> list[int] | None:
    if arguments.customer:
        return [the_one(arguments.customer)[0]]
    if not arguments.tag and not arguments.list:
        return None
    from lovedesk.shop import kept_lists, narrowing, tags

    if arguments.list:
        kept = kept_lists.named(arguments.list)
        if kept is None:
            raise Refused(_("There is no list called “{name}”.").format(name=arguments.list))
        return narrowing.ids(kept.terms, now)
    tag = tags.named(arguments.tag)
    if tag is None:
        raise Refused(_("There is no tag “{name}”.").format(name=arguments.tag))
    return narrowing.ids(narrowing.Terms(tags=(tag.name,)), now)


COMMANDS: dict[str, Command] = {"import": import_, "export": export}
