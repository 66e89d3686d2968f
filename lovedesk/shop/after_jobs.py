"""One question of ours after a job, and their answer in their own words (practice D4)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import reminding, shops
from lovedesk.shop.folding import tidy
from lovedesk.shop.heads import all_of
from lovedesk.shop.tables import LIVE_CUSTOMER, Job, rows
from lovedesk.words import _

OFFERED = 90            # days after it was delivered; later it is no longer fresh
LIMIT = 5_000           # letters of an answer
SLUG = "job:"           # and a job's id


class Asked(NamedTuple):
    """A delivered job: what they said when we asked, and when; `left` where we chose not to ask."""

    job: int
    customer: int
    what: str
    delivered_on: dt.date
    said: str
    said_on: dt.date | None
    left: bool


def slug(job: int) -> str:
    """The slug of the question about a job, where it stands among others."""
    return f"{SLUG}{job}"


def job_of(question_slug: str) -> int | None:
    """The job that a question is about; None for another question."""
    number = question_slug.removeprefix(SLUG)
    return int(number) if number != question_slug and number.isdecimal() else None


def question() -> str:
    """The question: the shop's own, or the one that everybody can ask."""
    return shops.question() or usual()


def usual() -> str:
    """The question that everybody can ask."""
    return _("What should we have done differently?")


def to_ask(customer: int, *, today: dt.date) -> list[Asked]:
    """The jobs of a customer that we may ask about: delivered lately, neither answered nor left; the newest first."""
    if not rows(f"select {reminding.is_with_us('?')}", customer)[0][0]:
        return []
    return [asked for asked in of(customer) if not asked.said and not asked.left
            and today - dt.timedelta(OFFERED) <= asked.delivered_on <= today]


def of(customer: int) -> list[Asked]:
    """The delivered jobs of a customer with their answers, the newest first."""
    return [Asked(job, whom, what, dt.date.fromisoformat(on), said, dt.date.fromisoformat(when) if when else None,
                  bool(left)) for job, whom, what, on, said, when, left in rows(
        f"""select j.id, c.id, j.what, j.delivered_on, j.said, j.said_on, j.not_asked from customer c
              join job j on j.customer_id in {all_of("c.id")} and j.state = 'live' and j.stage in ('delivered', 'paid')
                and j.delivered_on is not null
            where c.id = ? and {LIVE_CUSTOMER} order by j.delivered_on desc, j.id desc""", customer)]


def answer(job: int, said: str, *, today: dt.date) -> None:
    """Keep what they said, in their words, since the day it was first kept; nothing said takes it away."""
    said = tidy(said)
    if len(said) > LIMIT:
        raise Refused(_("This is too long for an answer. Keep the rest as a note."))
    _set(job, said=said, not_asked=0)
    first = Job.said_on.is_null() | (Job.said == "")
    Job.update(said_on=today if said else None).where(Job.id == job, first).execute()


def follow(job: int, said: str, *, on: dt.date) -> None:
    """Bring a job that is still here up to what was answered on a visit."""
    if rows("select 1 from job where id = ? and state = 'live'", job):
        answer(job, said, today=on)


def leave(job: int) -> None:
    """Do not ask about this one."""
    _set(job, not_asked=1)


def _set(job: int, **values: object) -> None:
    if not Job.update(values).where(Job.id == job, Job.state == "live").execute():
        raise Refused(_("This job is not here any more. Look in the trash."))
