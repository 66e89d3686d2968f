"""Answers that become details: with the visit as their source, and an id made from the item, so that they follow it."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import after_jobs, birthdays, details, own_answers
from lovedesk.shop.columns import LIVE
from lovedesk.shop.putting import put
from lovedesk.shop.tables import TRASHED, Detail, SpecialDay, rows
from lovedesk.store.ids import id_of

NOTE = "note"           # the topic of an answer whose item has none
BIRTHDAY = "birthday"   # the topic that fills a day, see resources/questions.toml

_ANSWERS = """
    select i.id, i.state, i.topic, i.answer, i.answer_seen_by, i.answer_person_id, t.id, t.start, t.done_at,
      t.keeper_id, (select l.customer_id from touchpoint_customer l where l.touchpoint_id = t.id
        and l.state = 'live' order by l.id limit 1), i.question
    from touchpoint_item i join touchpoint t on t.id = i.touchpoint_id where t.done_at is not null and """


def keep(touchpoint: int) -> None:
    """Make each answer of a finished touchpoint a detail of its topic, or bring the one made before up to it."""
    for row in rows(_ANSWERS + "t.id = ?", touchpoint):
        _keep(*row)
    own_answers.keep(touchpoint)


def follow(item: int) -> None:
    """The same for one item that was changed after its touchpoint was finished; before, nothing happens."""
    for row in rows(_ANSWERS + "i.id = ?", item):
        _keep(*row)
    own_answers.follow(item)


def _keep(item: int, state: str, topic: str, text: str, seen_by: str, person: int | None,  # noqa: PLR0917 -- a row
          touchpoint: int, start: str, done_at: str, keeper: int | None, customer: int | None,
          question: str) -> None:
    job = after_jobs.job_of(question)
    if job is not None:
        after_jobs.follow(job, text if state == LIVE else "", on=_learned(start, done_at))
        return
    row = id_of("answer", item)
    said = state == LIVE and bool(text and (customer or person))     # of our own, it stays with the visit
    day = birthdays.read(text) if said and topic == BIRTHDAY else None
    whose = {"customer": customer if person is None else None, "person": person}
    if day:
        put(SpecialDay, row, kind=BIRTHDAY, month=day.month, day=day.day, year=day.year, **whose)
    elif said:
        topic = topic or NOTE
        seen_by = seen_by or details.default_seen_by(topic)
        put(Detail, row, text=text, topic=topic, seen_by=seen_by, keeper=keeper if seen_by == details.ME else None,
            source="touchpoint", touchpoint=touchpoint, learned_on=_learned(start, done_at), **whose)
    _put_away(row, keep_day=day is not None, keep_detail=said and day is None)


def _put_away(row: int, *, keep_day: bool, keep_detail: bool) -> None:
    if not keep_day:
        SpecialDay.update(state=TRASHED).where(SpecialDay.id == row, SpecialDay.state == LIVE).execute()
    if not keep_detail:
        Detail.update(state=TRASHED).where(Detail.id == row, Detail.state == LIVE).execute()


def _learned(start: str, done_at: str) -> dt.date:
    """The day of the visit; the day it was closed where that was earlier than planned."""
    return dt.date.fromisoformat(min(start[:10], done_at[:10]) if start else done_at[:10])
