"""Jobs: what we do for a customer, one line each, from asked to paid (practices A4, B6, F1). No invoices."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, job_stages, tags
from lovedesk.shop.folding import tidy_line
from lovedesk.shop.heads import all_of
from lovedesk.shop.job_stages import OPEN, STAGES
from lovedesk.shop.quick_days import Reader
from lovedesk.shop.quick_parts import when_words
from lovedesk.shop.tables import LIVE_CUSTOMER, TRASHED, Job, rows
from lovedesk.words import _, date_short, joined

WHAT_LIMIT = 500        # letters; what is longer is a note
MONTHS = 120            # between two services
_DAY_OF = {"asked": "asked_on", "agreed": "agreed_on", "ready": "ready_on", "delivered": "delivered_on"}


class JobRow(NamedTuple):
    """A job in a list. `promised_for` is the first day that was promised, however it moved; `total` whole cents."""

    id: int
    customer_id: int
    customer: str
    person: str
    what: str
    place: str
    stage: str
    asked_on: dt.date | None
    agreed_on: dt.date | None
    promised_on: dt.date | None
    promised_for: dt.date | None
    ready_on: dt.date | None
    delivered_on: dt.date | None
    number: str
    total: int | None
    months: int
    keeper_id: int | None
    keeper: str

    @property
    def open(self) -> bool:
        """Whether it is still with us."""
        return self.stage in OPEN


class Typed(NamedTuple):
    """A typed line: what is to be done, and the day by which it was promised."""

    what: str
    promised: dt.date | None


def stage_word(stage: str) -> str:
    """How a stage is called on screen and on paper."""
    return {"asked": _("asked"), "agreed": _("agreed"), "work": _("in work"), "ready": _("ready"),
            "delivered": _("delivered"), "paid": _("paid")}.get(stage, stage)


def state_words(job: JobRow, today: dt.date) -> str:
    """How far a job is: "in work, ready Fri 27 Nov", "ready since Fri 20 Nov", "asked"."""
    if job.stage == "ready" and job.ready_on:
        return _("ready since {day}").format(day=date_short(job.ready_on, today))
    if job.stage == "delivered" and job.delivered_on:
        return _("delivered {day}").format(day=date_short(job.delivered_on, today))
    if job.open and job.promised_on:
        words = _("{stage}, ready {day}") if job.promised_on >= today else _("{stage}, was promised for {day}")
        return words.format(stage=stage_word(job.stage), day=date_short(job.promised_on, today))
    return stage_word(job.stage)


def kind_words(job: JobRow, day: dt.date) -> str:
    """How far a job is, as one says it to the customer; the day that was promised is said elsewhere."""
    if job.stage == "ready":
        return _("ready for you since {day}").format(day=date_short(job.ready_on, day)) if job.ready_on else _(
            "ready for you")
    if job.delivered_on:
        return _("with you since {day}").format(day=date_short(job.delivered_on, day))
    return {"asked": _("you asked for it"), "agreed": _("agreed, we look forward to it"),
            "work": _("in our hands")}.get(job.stage, stage_word(job.stage))


def read_line(line: str, today: dt.date) -> Typed:
    """"Two armchairs by 12 Dec": what, and the day. Refused when the day can be read in two ways."""
    line = tidy_line(line)
    found = [when for when in Reader(line, today).all()
             if when.readings[0].day and (when.by or when.readings[0].day >= today)]
    if not found:
        return Typed(line, None)
    when = next((when for when in found if when.by), found[-1])
    if len(when.readings) > 1:
        raise Refused(_("“{words}” can be read in more ways than one: {readings}.").format(
            words=line[when.start:when.end],
            readings=joined([when_words(moment, today, by=False, many=True) for moment in when.readings])))
    rest = tidy_line(f"{line[:when.start].rstrip(' ,;:–—-')} {line[when.end:].lstrip(' ,;:–—-')}")
    return Typed(rest, when.readings[0].day)


def add_line(line: str, *, customer: int, now: dt.datetime, keeper: int | None = None) -> int:
    """Keep a job as it was typed: "two armchairs by 12 Dec #north". With a day it is agreed. Returns its id."""
    text, tagged = tags.read(line)
    typed = read_line(text, now.date())
    job = add(typed.what, customer=customer, now=now, promised=typed.promised, keeper=keeper,
              stage="agreed" if typed.promised else "asked")
    for word in tagged:
        tags.add([customer], word)
    return job


def add(what: str, *, customer: int, now: dt.datetime, stage: str = "asked", promised: dt.date | None = None,
        person: int | None = None, place: str = "", keeper: int | None = None, number: str = "",
        total: int | None = None) -> int:
    """Keep a job of a customer, in its stage since today. Returns its id."""
    customers.get(customer)
    job = int(Job.create(customer=customer, person=person, what=_capital(_checked_what(what)), place=tidy_line(place),
                         keeper=keeper, number=tidy_line(number), total=total).id)
    set_stage(job, stage, now=now)
    if promised is not None:
        promise(job, promised, now=now)
    return job


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _checked_what(what: str) -> str:
    what = tidy_line(what)
    if not what:
        raise Refused(_("What is the job?"))
    if len(what) > WHAT_LIMIT:
        raise Refused(_("This is too long for a job’s line. Keep the rest as a note."))
    return what


def _row(job: int) -> JobRow:
    found = get(job)
    if found is None:
        raise Refused(_("This job is not here any more. Look in the trash."))
    return found


def _set(job: int, **values: object) -> None:
    _row(job)
    Job.update(values).where(Job.id == job).execute()


def rename(job: int, what: str, *, now: dt.datetime) -> None:
    """Say in other words what is to be done; its promise says so too, and tags in it are put on."""
    whose = _row(job).customer_id
    _set(job, what=tags.take_of(_checked_what(what), whose, None))
    job_stages.keep_promise(job, now=now)
    job_stages.follow_service(job)


def set_place(job: int, place: str) -> None:
    """Say which piece it is, or the place it belongs to."""
    _set(job, place=tidy_line(place))


def promise(job: int, day: dt.date | None, *, now: dt.datetime) -> None:
    """Promise a job by a day, or by none: a promise like any other, whose first day is kept when it moves."""
    if day is not None and not 1900 <= day.year <= 2200:
        raise Refused(_("This day is too far away to plan for."))
    _set(job, promised_on=day)
    job_stages.keep_promise(job, now=now)


def set_stage(job: int, stage: str, *, now: dt.datetime, on: dt.date | None = None) -> None:
    """Say how far a job is, since `on` or today; stages that come after it have no day any more.

    What is ready keeps its promise, what is delivered plans its next service, and who agrees is a customer.
    """
    if stage not in STAGES:
        raise Refused(_("“{word}” is no stage of a job.").format(word=stage))
    known, day, place = _row(job), on or now.date(), STAGES.index(stage)
    then = dt.datetime.combine(day, now.time())
    values: dict[str, object] = {
        column: None for later, column in _DAY_OF.items() if STAGES.index(later) > place}
    if stage in _DAY_OF:
        column = _DAY_OF[stage]
        values[column] = on or (getattr(known, column) if known.stage == stage else None) or day
    Job.update({**values, "stage": stage}).where(Job.id == job).execute()
    job_stages.keep_promise(job, now=then)
    if place >= STAGES.index("agreed"):
        job_stages.raise_standing(known.customer_id, day, now.date())
    job_stages.follow_service(job)


def set_number(job: int, number: str) -> None:
    """Keep its number in the invoice program."""
    _set(job, number=tidy_line(number))


def set_total(job: int, total: int | None) -> None:
    """Keep its total in the invoice program, in whole cents."""
    _set(job, total=total)


def read_total(text: str) -> int | None:
    """A total as it is typed, in whole cents; nothing typed is none."""
    if not text.strip():
        return None
    from lovedesk.formats.job_table import cents  # with all that reads tables: no start waits for it

    total = cents(text)
    if total is None:
        raise Refused(_("A total is written like 480.00."))
    return total


def set_months(job: int, months: int) -> None:
    """Let its service come again after so many months; 0 for never."""
    if not 0 <= months <= MONTHS:
        raise Refused(_("A service comes again within ten years."))
    _set(job, months=months)
    job_stages.follow_service(job)


def set_keeper(job: int, keeper: int | None, *, now: dt.datetime) -> None:
    """Say who of us does it; its promise is theirs too."""
    _set(job, keeper=keeper)
    job_stages.keep_promise(job, now=now)


def trash(job: int) -> None:
    """Put a job into the trash; what was to be done for it goes with it, and comes back with it."""
    _set(job, state=TRASHED)
    job_stages.put_away(job)


_JOBS = f"""
    select j.id, c.id, c.name, coalesce(p.name, ''), j.what, j.place, j.stage, j.asked_on, j.agreed_on, j.promised_on,
      (select f.promised_for from follow_up f where f.job_id = j.id and f.promised = 1 and f.state = 'live'
        order by f.id limit 1),
      j.ready_on, j.delivered_on, j.number, j.total, j.months, j.keeper_id, coalesce(k.name, '')
    from job j join head h on h.id = j.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
      left join head w on w.id = j.person_id left join person p on p.id = w.head and p.state = 'live'
      left join shopkeeper k on k.id = j.keeper_id
    where j.state = 'live' and """
_OPEN = "j.stage in ('asked', 'agreed', 'work', 'ready')"
_ORDER = f""" order by {_OPEN} desc, iif({_OPEN}, j.promised_on is null, 0), iif({_OPEN}, j.promised_on, ''),
    iif({_OPEN}, '', coalesce(j.delivered_on, j.ready_on, j.agreed_on, j.asked_on, '')) desc, j.id desc"""


def _jobs(where: str, *values: object) -> list[JobRow]:
    return [_job(row) for row in rows(_JOBS + where + _ORDER, *values)]


def _job(row: tuple[Any, ...]) -> JobRow:
    return JobRow._make((*row[:7], *(_day(text) for text in row[7:13]), *row[13:]))


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def get(job: int) -> JobRow | None:
    """One job; None when it is gone."""
    found = _jobs("j.id = ?", job)
    return found[0] if found else None


def of(customer: int) -> list[JobRow]:
    """All jobs of a customer: open ones first, by their promised days, then the newest."""
    return _jobs(f"j.customer_id in {all_of('?')}", customer)


def numbered() -> list[JobRow]:
    """All that have a number in the invoice program."""
    return _jobs("j.number <> ''")


def trashed_numbers() -> set[str]:
    """The numbers of jobs in the trash."""
    return {row[0] for row in rows("select number from job where state = ? and number <> ''", TRASHED)}
