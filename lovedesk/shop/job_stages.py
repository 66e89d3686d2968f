"""What a job's stage and its promised day bring with them: its follow-ups, and where the customer stands.

The promised day is a promise, and the next service something to do; both are follow-ups whose ids are made from the
job, so that no list asks for jobs besides, and two laptops make the same.
"""

from __future__ import annotations

import calendar
import datetime as dt

from lovedesk.shop import customers
from lovedesk.shop.columns import LIVE
from lovedesk.shop.heads import head_of
from lovedesk.shop.instants import instant, wall
from lovedesk.shop.putting import put
from lovedesk.shop.tables import TRASHED, FollowUp, Job, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _

STAGES = ("asked", "agreed", "work", "ready", "delivered", "paid")
OPEN = ("asked", "agreed", "work", "ready")


def promise_of(job: int) -> int:
    """The id of the follow-up that keeps a job's promised day."""
    return id_of("job", job, "promise")


def service_of(job: int, due: dt.date) -> int:
    """The id of the follow-up for a job's service by a day."""
    return id_of("job", job, "service", due)


def is_finished(stage: str) -> bool:
    """Whether what was promised is there: the job is ready, or further."""
    return STAGES.index(stage) >= STAGES.index("ready")


def keep_promise(job: int, *, now: dt.datetime) -> None:
    """Bring the promise of a job up to it: its words, its day, and whether it was kept."""
    (customer, person, what, stage, promised, keeper), = rows(
        "select customer_id, person_id, what, stage, promised_on, keeper_id from job where id = ?", job)
    followup = promise_of(job)
    known = rows("select promised_for, done_at from follow_up where id = ? and state = 'live'", followup)
    if promised is None:
        if known:
            FollowUp.update(state=TRASHED).where(FollowUp.id == followup).execute()
        return
    first, done = known[0] if known else (promised, None)
    put(FollowUp, followup, customer=customer, person=person, job=job, title=what, due=promised, promised=1,
        promised_for=first or promised, keeper=keeper, dropped_at=None, dropped_why="",
        told_on=now.date() if not known else FollowUp.told_on,
        done_at=(done or instant(now)) if is_finished(stage) else None)


def follow_service(job: int) -> None:
    """Plan the next service of a delivered job that has one, counted from the last; else there is none to be done."""
    (customer, person, what, months, keeper, delivered), = rows(
        "select customer_id, person_id, what, months, keeper_id, delivered_on from job where id = ?", job)
    services = rows("select id, done_at from follow_up where job_id = ? and promised = 0 and state = 'live'", job)
    if ahead := [service for service, done in services if done is None]:
        FollowUp.update(state=TRASHED).where(FollowUp.id.in_(ahead)).execute()
    done = max((done for _service, done in services if done), default="")
    if months and delivered:
        due = months_after(max(dt.date.fromisoformat(delivered), wall(done).date() if done else dt.date.min), months)
        put(FollowUp, service_of(job, due), customer=customer, person=person, job=job, due=due, keeper=keeper,
            title=_("Service: {job}").format(job=what))


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def put_away(job: int) -> None:
    """Put what is to be done for a job into the trash with it."""
    FollowUp.update(state=TRASHED).where(
        FollowUp.job == job, FollowUp.done_at.is_null(), FollowUp.state == LIVE).execute()


def bring_back(job: int) -> None:
    """Bring back what is to be done for a job that came out of the trash."""
    FollowUp.update(state=LIVE).where(
        FollowUp.id == promise_of(job), FollowUp.state == TRASHED,
        FollowUp.due.in_(Job.select(Job.promised_on).where(Job.id == job))).execute()
    follow_service(job)


# A follow-up that is a job's tells it what became of it ------------------------------------------------------------

def followup_moved(followup: int, due: dt.date | None) -> None:
    """A promise that was moved is the job's promised day."""
    Job.update(promised_on=due).where(Job.id.in_(_promised_job(followup))).execute()


def followup_done(followup: int, now: dt.datetime) -> None:
    """A promise that was kept makes the job ready; a service that was done plans the next."""
    Job.update(stage="ready", ready_on=now.date()).where(
        Job.id.in_(_promised_job(followup)), Job.stage.in_(("asked", "agreed", "work"))).execute()
    _follow_service_of(followup)


def followup_opened(followup: int) -> None:
    """A promise that is open again is in work; a service that is open again is the next one."""
    Job.update(stage="work", ready_on=None).where(
        Job.id.in_(_promised_job(followup)), Job.stage == "ready").execute()
    _follow_service_of(followup)


def _promised_job(followup: int) -> list[int]:
    return [job for (job,) in rows("select job_id from follow_up where id = ? and job_id is not null", followup)
            if promise_of(job) == followup]


def _follow_service_of(followup: int) -> None:
    for (job,) in rows("select job_id from follow_up where id = ? and job_id is not null and promised = 0", followup):
        follow_service(job)


def raise_standing(customer: int, on: dt.date, today: dt.date) -> None:
    """An agreed job makes an enquirer a customer from that day, and one who was gone by then is back."""
    whom = head_of(customer)
    (standing, since, gone_on), = rows("select standing, since, gone_on from customer where id = ?", whom)
    back = standing == "gone" and on >= (dt.date.fromisoformat(gone_on) if gone_on else today)
    if back or standing == "enquiring":
        customers.set_standing(whom, "customer")
        if since is None:
            customers.set_since(whom, on)
