"""Details: the human things that we learned, by topic, superseded and never overwritten (practices A1, A2, A4, D5)."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import followups, people, tags, taking_up, topics
from lovedesk.shop.builtin import Topic
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import tidy
from lovedesk.shop.heads import all_of, is_here, people_of
from lovedesk.shop.tables import TRASHED, Detail, FollowUp, rows
from lovedesk.words import _

PAPER, HERE, ME = "paper", "here", "me"
NOTE = "note"
TEXT_LIMIT = 20_000     # letters; a longer text is a document, and belongs with the visit as a paper


class DetailRow(NamedTuple):
    """A detail as the profile shows it; `channel` is the touchpoint's it was learned at.

    `label`, `icon` and `paper` are its topic's; `change` is what it changes for us, `day` a day of its own.
    """

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
    confirmed_on: dt.date | None
    change: str
    day: dt.date | None
    earlier: int                # how many older texts it supersedes
    label: str
    icon: str
    paper: bool


def add(text: str, *, topic: str, customer: int | None = None, person: int | None = None,
        learned_on: dt.date | None = None, seen_by: str = "", touchpoint: int | None = None, friend: str = "",
        change: str = "", day: dt.date | None = None) -> int:
    """Keep what was learned; who may see it follows from the topic unless it is said. Returns its id.

    `friend` told us, if not they themselves; `change` is what it changes for us; `day` is a day of its own.
    """
    text = checked_text(text)
    people.get_owner(customer, person, _("Whom is this about?"))
    return int(Detail.create(
        text=tags.take_of(text, customer, person), topic=topic, customer=customer, person=person,
        learned_on=learned_on, touchpoint=taking_up.there(touchpoint), seen_by=seen_by or default_seen_by(topic),
        change=tidy(change),
        day=day, source_name=friend, source="touchpoint" if touchpoint else "friend" if friend else "").id)


def gone() -> str:
    """The sentence for a detail that is in the trash."""
    return _("This is not here any more. Look in the trash.")


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

    A tender topic (worry, family, between us, place) is kept off the sheet by the topic itself, unless it is chosen;
    so is one of the shop's own that stays off paper.
    """
    return HERE if topic == NOTE else PAPER


def correct(detail: int, text: str, *, on: dt.date) -> int:
    """Put a newer text in the place of a detail, which is kept behind it. Returns the newer one's id."""
    text = checked_text(text)
    found = rows("select topic, customer_id, person_id, seen_by, keeper_id, day, change from detail "
                 "where id = ? and state = 'live'", detail)
    if not found:
        raise Refused(gone())
    fields = ("topic", "customer", "person", "seen_by", "keeper", "day", "change")
    text = tags.take_of(text, found[0][1], found[0][2])
    newer = Detail.create(text=text, learned_on=on, **dict(zip(fields, found[0], strict=True)))
    Detail.update(superseded_by=newer.id).where(Detail.id == detail).execute()
    return int(newer.id)


def tell_after(detail: int, text: str, *, on: dt.date) -> int:
    """Keep how the day of a detail was, in its place and without the day. Returns the newer one's id."""
    newer = correct(detail, text, on=on)
    _set(newer, day=None)
    return newer


def confirm(detail: int, *, on: dt.date) -> None:
    """It is still true, on this day (practice A1)."""
    _set(detail, confirmed_on=on)


def set_change(detail: int, change: str) -> None:
    """Say what it changes for us."""
    _set(detail, change=tidy(change))


def set_day(detail: int, day: dt.date | None) -> None:
    """Say on which day it is; after it, it becomes a question."""
    _set(detail, day=day)


def move_to(detail: int, *, customer: int | None = None, person: int | None = None) -> None:
    """Say that it is about another person, or about the customer as a whole."""
    people.get_owner(customer, person, _("Whom is this about?"))
    _set(detail, customer=customer, person=person)


def turn_into_follow_up(detail: int, title: str, *, customer: int, due: dt.date | None) -> int:
    """Keep something to do because of a detail, which stays. Returns the follow-up's id."""
    found = rows("select person_id from detail where id = ? and state = 'live'", detail)
    if not found:
        raise Refused(gone())
    followup = followups.add(title, customer=customer, person=found[0][0], due=due)
    FollowUp.update(detail=detail).where(FollowUp.id == followup).execute()
    return followup


def set_topic(detail: int, topic: str) -> None:
    """Say what it is about."""
    _set(detail, topic=topic)


def _set(detail: int, **values: object) -> None:
    if not Detail.update(values).where(Detail.id == detail, Detail.state == LIVE).execute():
        raise Refused(gone())


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
    known = topics.by_key()
    return [_row(row, known) for row in rows(
        f"""select d.id, p.id, coalesce(p.name, ''), d.topic, d.text, d.learned_on, d.source, d.source_name,
             coalesce(t.channel, ''), d.seen_by, d.confirmed_on, d.change, d.day,
             (select count(*) from detail e where e.superseded_by_id = d.id)
           from detail d left join head w on w.id = d.person_id left join person p on p.id = w.head
             left join touchpoint t on t.id = d.touchpoint_id
           where d.state = 'live' and d.superseded_by_id is null
             and (d.seen_by <> 'me' or d.keeper_id is null or d.keeper_id = ?2)
             and {is_here("?1")} and (d.customer_id in {all_of("?1")} or d.person_id in {people_of("?1")})
           order by d.learned_on is null, d.learned_on desc, d.id desc""", customer, keeper)]


def _row(row: tuple[Any, ...], known: dict[str, Topic]) -> DetailRow:
    topic = known.get(row[3]) or topics.get(row[3])
    return DetailRow._make((*row[:5], _day(row[5]), *row[6:10], _day(row[10]), row[11], _day(row[12]), row[13],
                            topic.label, topic.icon, topic.paper))


def _day(stored: str | None) -> dt.date | None:
    return dt.date.fromisoformat(stored) if stored else None


def earlier(detail: int) -> list[str]:
    """The texts that a detail supersedes, newest first."""
    return [row[0] for row in rows(
        """with recursive chain (id, text, depth) as (
             select id, text, 0 from detail where id = ?
             union all select d.id, d.text, chain.depth + 1 from detail d join chain on d.superseded_by_id = chain.id)
           select text from chain where depth > 0 order by depth""", detail)]
