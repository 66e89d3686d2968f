"""The trash: what was deleted, newest first, and its way back."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import job_stages, waiting_requests
from lovedesk.shop.columns import LIVE
from lovedesk.shop.instants import wall
from lovedesk.shop.tables import JOURNALED, TRASHED, FollowUp, Job, Request, Series, Touchpoint, rows

_WHAT = {
    "customer": "select r.id, r.name, '' from customer r",
    "person": """select r.id, r.name, coalesce((select c.name from membership m join customer c on c.id = m.customer_id
                   where m.person_id = r.id limit 1), '') from person r""",
    "contact_point": """select r.id, r.value, coalesce(c.name, p.name, '') from contact_point r
                   left join head h on h.id = r.customer_id
                   left join head w on w.id = r.person_id left join customer c on c.id = h.head
                   left join person p on p.id = w.head""",
    "special_day": """select r.id, r.kind, coalesce(c.name, p.name, '') from special_day r
                   left join head h on h.id = r.customer_id
                   left join head w on w.id = r.person_id left join customer c on c.id = h.head
                   left join person p on p.id = w.head""",
    "detail": """select r.id, r.text, coalesce(c.name, p.name, '') from detail r
                   left join head h on h.id = r.customer_id
                   left join head w on w.id = r.person_id left join customer c on c.id = h.head
                   left join person p on p.id = w.head""",
    "touchpoint": """select r.id, coalesce(nullif(r.title, ''), r.channel || ' ' || substr(r.start, 1, 10)),
                   coalesce((select c.name from touchpoint_customer l join customer c on c.id = l.customer_id
                     where l.touchpoint_id = r.id limit 1), '') from
                   (select * from touchpoint where uid = '' or fingerprint <> '' or series_id is null) r""",
    "touchpoint_item": "select r.id, r.text, '' from touchpoint_item r",
    "checklist": "select r.id, r.title, '' from checklist r",
    "checklist_item": "select r.id, r.text, '' from checklist_item r",
    "follow_up": """select r.id, r.title, coalesce(c.name, '') from
                   (select * from follow_up where job_id is null and kind <> 'request') r
                   left join head h on h.id = r.customer_id
                   left join customer c on c.id = h.head""",
    "paper": """select r.id, r.name, coalesce(
                     (select c.name from head h join customer c on c.id = h.head where h.id = coalesce(r.customer_id,
                       (select j.customer_id from job j where j.id = r.job_id),
                       (select l.customer_id from touchpoint_customer l where l.touchpoint_id = r.touchpoint_id
                          limit 1))), '') from paper r""",
    "link": """select r.id, r.word, coalesce(c.name, p.name, '') from link r
                   left join head h on h.id = r.from_customer_id
                   left join head w on w.id = r.from_person_id left join customer c on c.id = h.head
                   left join person p on p.id = w.head""",
    "topic": "select r.id, r.name, '' from topic r",
    "kept_list": "select r.id, r.name, '' from kept_list r",
    "closed": "select r.id, coalesce(nullif(r.why, ''), r.first), '' from closed r",
} | {
    table: f"""select r.id, r.{column}, coalesce(c.name, '') from {table} r
               left join head h on h.id = r.customer_id left join customer c on c.id = h.head"""
    for table, column in (("job", "what"), ("agreement", "text"), ("friction", "text"), ("accommodation", "text"),
                          ("request", "text"), ("inbox_line", "text"))}


class Trashed(NamedTuple):
    """Something in the trash: what it is, its words, whose it was, and when it came here."""

    table: str
    id: int
    text: str
    whose: str
    when: dt.datetime | None


def contents() -> list[Trashed]:
    """All that is in the trash, newest first."""
    found = [(_when(table, row), Trashed(table, row, text, whose, None))
             for table, query in _WHAT.items()
             for row, text, whose in rows(f"{query} where r.state = ?", TRASHED)]
    found.sort(key=lambda thing: thing[0], reverse=True)
    return [thing._replace(when=wall(at) if at else None) for (_stamp, at), thing in found]


def _when(table: str, row: int) -> tuple[int, str]:
    """The stamp and the instant of the action that put it there."""
    found = rows("select a.hlc, a.at from change c join action a using (pen, seq) where c.tbl = ? and c.row = ? "
                 "order by a.hlc desc limit 1", table, row)
    return found[0] if found else (0, "")


def take_back(table: str, row: int) -> None:
    """Bring something back from the trash to where it was: one of what repeats brings the rest, if all were deleted."""
    model = next(model for model in JOURNALED if model._meta.table_name == table)
    model.update(state=LIVE).where(model.id == row, model.state == TRASHED).execute()
    if model in {Touchpoint, FollowUp}:
        Series.update(state=LIVE).where(Series.state == TRASHED, Series.id.in_(
            [series for (series,) in rows(f"select series_id from {table} where id = ?", row)])).execute()
    if model is Job:
        job_stages.bring_back(row)
    if model is Request:
        waiting_requests.bring_back(row)
