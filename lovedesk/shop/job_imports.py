"""Jobs from the invoice program's table: what would become of each line, and bringing them in as one action.

A job is known by its number, so that the same table a month later brings up to date what is here.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from lovedesk.formats import job_table
from lovedesk.formats.job_table import JobLine, JobReading
from lovedesk.mishaps import Refused
from lovedesk.shop import jobs
from lovedesk.shop.folding import fold, tidy_line
from lovedesk.shop.heads import LIVE_PERSON
from lovedesk.shop.job_stages import STAGES
from lovedesk.shop.jobs import JobRow
from lovedesk.shop.tables import LIVE_CUSTOMER, rows
from lovedesk.words import _, joined, ngettext

_ZIP = b"PK"            # a spreadsheet
_BEGINNING = 65_536     # bytes that tell jobs from contacts
NEW, UPDATE, SAME, LEFT_OUT = "new", "update", "same", "left out"


@dataclass(slots=True)
class Fate:
    """What becomes of a line: `why` where it is left out, `job` where it is known."""

    line: JobLine
    fate: str
    customer: int = 0
    name: str = ""
    job: int = 0
    why: str = ""


@dataclass(slots=True)
class JobPlan:
    """What would become of each line of a file."""

    source: str
    fates: list[Fate] = field(default_factory=list)

    def counts(self) -> Counter[str]:
        """How many lines have which fate."""
        return Counter(known.fate for known in self.fates)

    @property
    def anything(self) -> bool:
        """Whether something would change."""
        return any(known.fate in {NEW, UPDATE} for known in self.fates)

    def lines(self) -> list[str]:
        """In words, how many lines have which fate."""
        count = self.counts()
        words = {NEW: ngettext("{n} new job", "{n} new jobs", count[NEW]),
                 UPDATE: ngettext("{n} job brought up to date", "{n} jobs brought up to date", count[UPDATE]),
                 SAME: ngettext("{n} is here already", "{n} are here already", count[SAME]),
                 LEFT_OUT: ngettext("{n} left out", "{n} left out", count[LEFT_OUT])}
        return [text.format(n=count[fate]) for fate, text in words.items() if count[fate]]

    def told(self) -> list[tuple[int, str]]:
        """What becomes of each line, in words."""
        words = {NEW: _("new job: {name}: {what}"), UPDATE: _("brought up to date: {name}: {what}"),
                 SAME: _("is here already: {name}: {what}")}
        return [(known.line.place, known.why or words[known.fate].format(name=known.name, what=_what(known.line)))
                for known in self.fates]

    def left_out(self) -> list[tuple[int, str]]:
        """The lines that are left out, and why."""
        return [(known.line.place, known.why) for known in self.fates if known.fate == LEFT_OUT]


def reading_of(path: Path, country: str) -> JobReading | None:
    """The jobs of a file; None for one of contacts, or that cannot be opened."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    beginning = data if data.startswith(_ZIP) else data[:_BEGINNING].rpartition(b"\n")[0] or data[:_BEGINNING]
    return job_table.read(data, path.name, country=country) if job_table.is_of_jobs(
        beginning, country=country) else None


def plan(reading: JobReading) -> JobPlan:
    """What would become of each line; of a number that comes twice, the last line counts."""
    whom = _Customers(reading.lines)
    here = {fold(job.number): job for job in jobs.numbered()}
    thrown = set(map(fold, jobs.trashed_numbers()))
    last = {fold(line.number): line.place for line in reading.lines if line.number}
    found = JobPlan(reading.source)
    for line in reading.lines:
        if line.number and last[fold(line.number)] != line.place:
            found.fates.append(Fate(line, LEFT_OUT, why=_("{number} stands again in line {n}").format(
                number=line.number, n=last[fold(line.number)])))
        else:
            found.fates.append(_fate(line, whom, here, thrown))
    found.fates += [Fate(JobLine(bad.place, ""), LEFT_OUT, why=bad.reason) for bad in reading.unreadable]
    return found


def _fate(line: JobLine, whom: _Customers, here: dict[str, JobRow], thrown: set[str]) -> Fate:
    number = fold(line.number)
    if number and (known := here.get(number)) is not None:
        fate = UPDATE if _changes(line, known) else SAME
        return Fate(line, fate, known.customer_id, known.customer, known.id)
    if number in thrown:
        return Fate(line, LEFT_OUT, why=_("{number} is in the trash").format(number=line.number))
    found = whom.of(line)
    if len(found) > 1:
        return Fate(line, LEFT_OUT, why=_("there are several called {name}: {names}").format(
            name=line.customer, names=joined([name for _id, name in found])))
    if not found:
        why = _("no customer is called {name}, their number {number}") if line.customer_number else _(
            "no customer is called {name}")
        return Fate(line, LEFT_OUT, why=why.format(name=line.customer, number=line.customer_number))
    (customer, name), = found
    alike = not number and any(_is_alike(line, job) for job in jobs.of(customer))
    return Fate(line, SAME if alike else NEW, customer, name)


def _is_alike(line: JobLine, job: JobRow) -> bool:
    """Whether a line without a number is this job."""
    return fold(job.what) == fold(_what(line)) and line.date in {None, job.asked_on} and line.total in {None, job.total}


def _what(line: JobLine) -> str:
    return tidy_line(line.what)[:jobs.WHAT_LIMIT] or tidy_line(line.piece)[:jobs.WHAT_LIMIT] or (
        _("Job {number}").format(number=line.number) if line.number else _("Job"))


class _Customers:
    """Who is meant by a line: by the e-mail, else by the exact name of a customer, else of a person."""

    def __init__(self, lines: list[JobLine]) -> None:
        self.names: dict[str, dict[int, str]] = {}
        self.people: dict[str, dict[int, str]] = {}
        self.mails: dict[str, dict[int, str]] = {}
        if not lines:
            return
        at = f"""join membership m on m.person_id = {{}} and m.state = 'live' and m.of_person_id is null
                 join head h on h.id = m.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}"""
        wanted = {fold(tidy_line(line.customer)) for line in lines}
        for customer, name, key in rows(f"select c.id, c.name, c.sort_name from customer c where {LIVE_CUSTOMER}"):
            if key in wanted:
                self.names.setdefault(key, {})[customer] = name
        for customer, name, person in rows(
                f"select c.id, c.name, p.name from person p {at.format('p.id')} where {LIVE_PERSON}"):
            if (key := fold(person)) in wanted:
                self.people.setdefault(key, {})[customer] = name
        for mail in {line.email.lower() for line in lines if line.email}:
            for customer, name in rows(
                    f"""select c.id, c.name from contact_point n join head h on h.id = n.customer_id
                          join customer c on c.id = h.head and {LIVE_CUSTOMER}
                        where n.key = ?1 and n.kind = 'email' and n.state = 'live'
                        union select c.id, c.name from contact_point n {at.format("n.person_id")}
                        where n.key = ?1 and n.kind = 'email' and n.state = 'live'""", mail):
                self.mails.setdefault(mail, {})[customer] = name

    def of(self, line: JobLine) -> list[tuple[int, str]]:
        """The customers that a line may mean."""
        key = fold(tidy_line(line.customer))
        named = self.names.get(key) or self.people.get(key) or {}
        mailed = self.mails.get(line.email.lower(), {}) if line.email else {}
        both = {customer: name for customer, name in mailed.items() if customer in named}
        return list((both or mailed or named).items())


def _changes(line: JobLine, job: JobRow) -> dict[str, object]:
    """What a line says otherwise than the job that is here; what it does not say stays."""
    told: dict[str, object] = {
        "what": tidy_line(line.what)[:jobs.WHAT_LIMIT], "place": tidy_line(line.piece), "total": line.total,
        "promised_on": line.promised, "stage": line.stage if _is_further(line.stage, job.stage) else "",
        "delivered_on": line.delivered}
    return {key: value for key, value in told.items() if value not in ("", None) and value != getattr(job, key)}


def _is_further(stage: str, than: str) -> bool:
    """A bill that was written does not take back what we know: stages only go on."""
    return bool(stage) and STAGES.index(stage) > STAGES.index(than)


def bring_in(found: JobPlan, *, now: dt.datetime, keeper: int | None = None) -> None:
    """Keep what is new and bring up to date what is known; the caller's one action holds all of it."""
    for known in sorted(found.fates, key=_day):     # the first of them says since when they are a customer
        if known.fate == NEW:
            _add(known, now, keeper)
        elif known.fate == UPDATE:
            _update(known, now)


def _day(known: Fate) -> dt.date:
    return known.line.date or dt.date.max


def _add(known: Fate, now: dt.datetime, keeper: int | None) -> None:
    line = known.line
    begun = dt.datetime.combine(line.date, now.time()) if line.date else now
    known.job = jobs.add(_what(line), customer=known.customer, now=begun, place=line.piece, number=line.number,
                         total=line.total, keeper=keeper)
    if line.promised:
        jobs.promise(known.job, line.promised, now=begun)
    _go_on(known, line.stage or ("agreed" if line.promised else "asked"), "asked", now)


def _go_on(known: Fate, stage: str, now_in: str, now: dt.datetime) -> None:
    """Bring a job to its stage; what was delivered is so since the day that the table says."""
    line = known.line
    if line.delivered:
        jobs.set_stage(known.job, "delivered", now=now, on=line.delivered)
        now_in = "delivered"
    if _is_further(stage, now_in):
        jobs.set_stage(known.job, stage, now=now, on=line.delivered or line.date)


def _update(known: Fate, now: dt.datetime) -> None:
    job, line = jobs.get(known.job), known.line
    if job is None:
        raise Refused(_("This job is not here any more. Look in the trash."))
    changed = _changes(line, job)
    if "what" in changed:
        jobs.rename(job.id, line.what, now=now)
    if "place" in changed:
        jobs.set_place(job.id, line.piece)
    if "total" in changed:
        jobs.set_total(job.id, line.total)
    if "promised_on" in changed:
        jobs.promise(job.id, line.promised, now=now)
    if "stage" in changed or "delivered_on" in changed:
        _go_on(known, line.stage if "stage" in changed else job.stage, job.stage, now)
