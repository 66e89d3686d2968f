"""Details: the human things that we learned, by topic, superseded and never overwritten (practices A1, A2, A4, D5)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import people
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import tidy
from lovedesk.shop.heads import all_of, is_here, people_of
from lovedesk.shop.tables import TRASHED, Detail, rows
from lovedesk.words import _

PAPER, HERE, ME = "paper", "here", "me"
NOTE = "note"
TEXT_LIMIT = 20_000     # letters; a longer text is a document, and belongs with the visit as a paper


class DetailRow(NamedTuple):
    """A detail as the profile shows it; `channel` and `when` are the touchpoint's it was learned at."""

    id: int
    person: int | None
    whose: str
    topic: str
    text: str
    learned_on: dt.date | None
    source: str
    source_name: str
    channel: str
    seen_by: str


def add(text: str, *, topic: str, customer: int | None = None, person: int | None = None,
        learned_on: dt.date | None = None, seen_by: str = "", touchpoint: int | None = None, friend: str = "",
        change: str = "", day: dt.date | None = None) -> int:
    """Keep what was learned; who may see it follows from the topic unless it is said. Returns its id.

    `friend` told us, if not they themselves; `change` is what it changes for us; `day` is a day of its own.
    """
    text = checked_text(text)
    people.get_owner(customer, person, _("Whom is this about?"))
    return int(Detail.create(
        text=text, topic=topic, customer=customer, person=person, learned_on=learned_on, touchpoint=touchpoint,
        seen_by=seen_by or default_seen_by(topic), change=tidy(change), day=day, source_name=friend,
        source="touchpoint" if touchpoint else "friend" if friend else "").id)


def checked_text(text: str) -> str:
    """What a person meant to write; Refused when empty or endless."""
    text = tidy(text)
    if not text:
        raise Refused(_("What did you learn?"))
    if len(text) > TEXT_LIMIT:
        raise Refused(_("This is too long for a detail. Keep it as a paper with the visit."))
    return text


def default_seen_by(topic: str) -> str:
    """On paper; only here for a plain note, which is private by nature.

    A tender topic (worry, family, between us, place) is kept off the sheet by the topic itself, unless it is chosen.
    """
    return HERE if topic == NOTE else PAPER


def correct(detail: int, text: str, *, on: dt.date) -> int:
    """Put a newer text in the place of a detail, which is kept behind it. Returns the newer one's id."""
    text = checked_text(text)
    found = rows("select topic, customer_id, person_id, seen_by, keeper_id, day, change from detail "
                 "where id = ? and state = 'live'", detail)
    if not found:
        raise Refused(_("This is not here any more. Look in the trash."))
    fields = ("topic", "customer", "person", "seen_by", "keeper", "day", "change")
    newer = Detail.create(text=text, learned_on=on, **dict(zip(fields, found[0], strict=True)))
    Detail.update(superseded_by=newer.id).where(Detail.id == detail).execute()
    return int(newer.id)


def set_topic(detail: int, topic: str) -> None:
    """Say what it is about."""
    _set(detail, topic=topic)


def _set(detail: int, **values: object) -> None:
    if not Detail.update(values).where(Detail.id == detail, Detail.state == LIVE).execute():
        raise Refused(_("This is not here any more. Look in the trash."))


def set_seen_by(detail: int, seen_by: str, *, keeper: int | None = None) -> None:
    """Say who may see it: paper, here, or me (then only its keeper does)."""
    if seen_by not in {PAPER, HERE, ME}:
        raise Refused(_("A detail is for paper, only here, or only for me."))
    _set(detail, seen_by=seen_by, keeper=keeper if seen_by == ME else None)


def trash(detail: int) -> None:
    """Put a detail into the trash."""
    _set(detail, state=TRASHED)


def of(customer: int, *, keeper: int | None = None) -> list[DetailRow]:
    """What stands about a customer and its people, newest first; "only me" shows to its own keeper alone."""
    return [DetailRow._make((*row[:5], dt.date.fromisoformat(row[5]) if row[5] else None, *row[6:])) for row in rows(
        f"""select d.id, p.id, coalesce(p.name, ''), d.topic, d.text, d.learned_on, d.source, d.source_name,
             coalesce(t.channel, ''), d.seen_by
           from detail d left join head w on w.id = d.person_id left join person p on p.id = w.head
             left join touchpoint t on t.id = d.touchpoint_id
           where d.state = 'live' and d.superseded_by_id is null
             and (d.seen_by <> 'me' or d.keeper_id is null or d.keeper_id = ?2)
             and {is_here("?1")} and (d.customer_id in {all_of("?1")} or d.person_id in {people_of("?1")})
           order by d.learned_on is null, d.learned_on desc, d.id desc""", customer, keeper)]


def earlier(detail: int) -> list[str]:
    """The texts that a detail supersedes, newest first."""
    return [row[0] for row in rows(
        """with recursive chain (id, text, depth) as (
             select id, text, 0 from detail where id = ?
             union all select d.id, d.text, chain.depth + 1 from detail d join chain on d.superseded_by_id = chain.id)
           select text from chain where depth > 0 order by depth""", detail)]
