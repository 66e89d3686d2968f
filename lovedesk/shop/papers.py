"""Papers: pictures, scans and PDFs, kept with a customer, a job or the touchpoint that they are of."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import blobs, builtin, taking_up
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import tidy_line
from lovedesk.shop.heads import all_of, is_here
from lovedesk.shop.tables import TRASHED, Paper, rows
from lovedesk.words import _, date_full

LARGEST = 25 * 1024 * 1024      # bytes; a phone's photo has five
FEW = 8                         # jobs and touchpoints that a paper is offered to be kept with

# What of a customer papers are kept with; live, as the rest of it says.
_TOUCHES = f"""select t.id from touchpoint_customer l join touchpoint t on t.id = l.touchpoint_id and t.state = 'live'
    where l.customer_id in {all_of("?1")} and l.state = 'live'"""
_JOBS = f"select j.id from job j where j.customer_id in {all_of('?1')} and j.state = 'live'"


class PaperRow(NamedTuple):
    """A paper of a visit; `key` is what `blobs.get` gives its bytes for."""

    id: int
    name: str
    key: str
    kind: str
    size: int


class Where(NamedTuple):
    """What a paper is kept with: "customer", "job" or "touchpoint", its id, and its words (none for the customer)."""

    table: str
    id: int
    words: str


class Picture(NamedTuple):
    """A paper of a customer; `kind` is that of its bytes, empty where they are not here yet."""

    id: int
    name: str
    key: str
    kind: str
    day: dt.date | None
    where: Where


def keep(name: str, data: bytes, *, on: dt.date | None = None, touchpoint: int | None = None,
         customer: int | None = None, job: int | None = None) -> int:
    """Keep a picture, scan or PDF with one of the three. Returns its id; the same one again gives the same id."""
    if len(data) > LARGEST:
        raise Refused(_("{name} is larger than {n} MB. Make it smaller, or take a photo of it.").format(
            name=name, n=LARGEST // 1024 // 1024))
    if not blobs.kind_of(data):
        raise Refused(_("{name} is neither a picture nor a PDF.").format(name=name))
    column, row = _whose(taking_up.there(touchpoint), customer, job)
    key = blobs.put(data)
    known = rows(f"select id from paper where {column}_id = ? and photo = ? and state = 'live'", row, key)
    return int(known[0][0]) if known else int(
        Paper.create(**{column: row}, name=tidy_line(name), photo=key, kept_on=on).id)


def _whose(touchpoint: int | None, customer: int | None, job: int | None) -> tuple[str, int]:
    """The column and the id of the one that is named, which must be here."""
    if touchpoint is not None:
        if not rows("select 1 from touchpoint where id = ? and state = 'live'", touchpoint):
            raise Refused(_("This visit is not here any more. Look in the trash."))
        return "touchpoint", touchpoint
    if job is not None:
        if not rows("select 1 from job where id = ? and state = 'live'", job):
            raise Refused(_("This job is not here any more. Look in the trash."))
        return "job", job
    if customer is None or not rows(f"select 1 where {is_here('?')}", customer):
        raise Refused(_("This customer is not here any more. Look in the trash."))
    return "customer", customer


def of(touchpoint: int) -> list[PaperRow]:
    """The papers of a touchpoint, in the order they came."""
    return [PaperRow._make(row) for row in rows(
        """select p.id, p.name, p.photo, coalesce(b.kind, ''), coalesce(length(b.data), 0) from paper p
           left join blob b on b.hash = p.photo where p.touchpoint_id = ? and p.state = 'live' order by p.id""",
        touchpoint)]


def of_customer(customer: int) -> list[Picture]:
    """All that is kept with a customer, with their jobs and with their touchpoints, the newest first."""
    found = rows(
        f"""select p.id, p.name, p.photo, coalesce(b.kind, ''), coalesce(p.kept_on, substr(t.start, 1, 10)) as day,
              t.id, t.channel, substr(t.start, 1, 10), j.id, j.what
            from paper p left join blob b on b.hash = p.photo
            left join touchpoint t on t.id = p.touchpoint_id left join job j on j.id = p.job_id
            where p.state = 'live' and p.id in (
              select id from paper where customer_id in {all_of("?1")}
              union select id from paper where job_id in ({_JOBS})
              union select id from paper where touchpoint_id in ({_TOUCHES}))
            and {is_here("?1")} order by day desc nulls last, p.id desc""", customer)
    return [Picture(row, name, key, kind, dt.date.fromisoformat(day) if day else None,
                    _with_touchpoint(touch, channel, start) if touch else
                    Where("job", job, what) if job else Where("customer", customer, ""))
            for row, name, key, kind, day, touch, channel, start, job, what in found]


def _with_touchpoint(touchpoint: int, channel: str, day: str) -> Where:
    return Where("touchpoint", touchpoint, _("{channel}, {day}").format(
        channel=builtin.channel_label(channel), day=date_full(dt.date.fromisoformat(day))))


def places(customer: int) -> list[Where]:
    """What a paper of a customer may be kept with: them, their newest jobs and their latest touchpoints."""
    return [Where("customer", customer, ""),
            *(Where("job", *row) for row in rows(
                f"select id, what from job where id in ({_JOBS}) order by id desc limit {FEW}", customer)),
            *(_with_touchpoint(*row) for row in rows(
                f"""select id, channel, substr(start, 1, 10) from touchpoint where id in ({_TOUCHES})
                    order by start desc limit {FEW}""", customer))]


def rename(paper: int, name: str) -> None:
    """Say what a paper shows."""
    name = tidy_line(name)
    if not name:
        raise Refused(_("What does it show? A word or two is enough."))
    _change(paper, name=name)


def move(paper: int, *, touchpoint: int | None = None, customer: int | None = None, job: int | None = None) -> None:
    """Keep a paper with another touchpoint, customer or job."""
    column, row = _whose(touchpoint, customer, job)
    _change(paper, **{"touchpoint": None, "customer": None, "job": None, column: row})


def trash(paper: int) -> None:
    """Put a paper into the trash."""
    _change(paper, state=TRASHED)


def _change(paper: int, **values: object) -> None:
    if not Paper.update(**values).where(Paper.id == paper, Paper.state == LIVE).execute():
        raise Refused(_("This picture is not here any more. Look in the trash."))
