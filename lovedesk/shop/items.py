"""The items of a touchpoint's own checklist: what is brought, told, done and asked, its tick and its answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import answers, details, people, positions, sections, taking_up
from lovedesk.shop.checklists import TemplateItem, checked_text
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import tidy
from lovedesk.shop.instants import instant, wall
from lovedesk.shop.tables import TRASHED, TouchpointItem, rows
from lovedesk.words import _


class Item(NamedTuple):
    """An item on a visit's page. `seen_by` and `person` are what its answer will have: who may see it, whom about."""

    id: int
    kind: str
    text: str
    topic: str
    required: bool
    ticked: bool
    answer: str
    seen_by: str
    person: int | None
    question: str
    section: str = ""                           # the heading that it stands under
    ticked_at: dt.datetime | None = None        # when, by the shop's clock


def of(touchpoint: int) -> list[Item]:
    """The live items of a touchpoint in their order, those under the same heading together."""
    return sections.in_order(
        Item._make((*row[:4], bool(row[4]), bool(row[5]), row[6], row[7] or details.default_seen_by(row[3]),
                    *row[8:11], wall(row[5]) if row[5] else None)) for row in rows(
            """select id, kind, text, topic, required, ticked_at, answer, answer_seen_by,
                 (select h.head from head h where h.id = answer_person_id), question, section from touchpoint_item
               where touchpoint_id = ? and state = 'live' order by position, id""",
            touchpoint))


def copy(touchpoint: int, template: Iterable[TemplateItem]) -> None:
    """Add the items of a checklist at the end; a later change of the checklist leaves them alone."""
    position = positions.at_end(TouchpointItem.touchpoint, touchpoint)
    for n, item in enumerate(template):
        TouchpointItem.create(touchpoint=touchpoint, kind=item.kind, text=item.text, topic=item.topic,
                              required=int(item.required), position=position + n * positions.STEP,
                              section=item.section)


def add(touchpoint: int, kind: str, text: str, *, topic: str = "", question: str = "",
        person: int | None = None, section: str = "") -> int:
    """Add an item at the end, or of those under its heading; a question worth asking brings its slug and whom it is
    about. Returns its id."""
    text, section = checked_text(kind, text), sections.checked(section)
    if not rows("select 1 from touchpoint where id = ? and state = 'live'", touchpoint) and not taking_up.take_up(
            touchpoint):
        raise Refused(_("This visit is not here any more. Look in the trash."))
    before = sections.after(of(touchpoint), section)
    item = int(TouchpointItem.create(
        touchpoint=touchpoint, kind=kind, text=text, topic=topic, question=question, answer_person=person,
        section=section, position=positions.at_end(TouchpointItem.touchpoint, touchpoint)).id)
    if before is not None:
        positions.move(TouchpointItem.touchpoint, item, before)
    return item


def change(item: int, text: str) -> None:
    """Change the words of an item, on this visit alone."""
    _set(item, text=checked_text("do", text))


def set_topic(item: int, topic: str) -> None:
    """Say what its answer is about; who may see it follows the topic again."""
    _set(item, topic=topic, answer_seen_by="")
    answers.follow(item)


def remove(item: int) -> None:
    """Put an item into the trash."""
    _set(item, state=TRASHED)
    answers.follow(item)


def move(item: int, before: int | None, section: str | None = None) -> None:
    """Put an item before another one of the same visit, or at the end; under another heading if one is named."""
    taking_up.take_up_for(item)
    if section is not None:
        _set(item, section=sections.checked(section))
    positions.move(TouchpointItem.touchpoint, item, before)


def put_under(touchpoint: int, item: int, section: str) -> None:
    """Put an item at the end of those under a heading, or of those that stand under none."""
    others = [other for other in of(touchpoint) if other.id != item]
    move(item, sections.after(others, sections.checked(section)), section)


def rename_section(touchpoint: int, section: str, name: str) -> None:
    """Give a heading of this visit other words; without any, its items stand under none."""
    TouchpointItem.update(section=sections.checked(name)).where(
        TouchpointItem.touchpoint == touchpoint, TouchpointItem.section == section,
        TouchpointItem.state == LIVE).execute()


def set_required(item: int, required: bool) -> None:
    """Say whether it is at the heart of this visit."""
    _set(item, required=int(required))


def missing(items: Iterable[Item]) -> list[Item]:
    """Those at the heart of a visit that were not ticked, answered or found."""
    return [item for item in items if item.required and not item.ticked and not item.answer]


def tick(item: int, on: bool, *, now: dt.datetime) -> None:
    """Tick an item or take its tick away; ticking it again keeps the first moment."""
    taking_up.take_up_for(item)
    query = TouchpointItem.update(ticked_at=instant(now) if on else None).where(TouchpointItem.id == item)
    (query.where(TouchpointItem.ticked_at.is_null()) if on else query).execute()


def answer(item: int, text: str, *, now: dt.datetime) -> None:
    """Keep what they answered, and tick the question; once the visit is done, the detail made of it follows."""
    text = details.checked_text(text) if tidy(text) else ""
    _set(item, answer=text)
    if text:
        tick(item, on=True, now=now)
    answers.follow(item)


def set_answer_seen_by(item: int, seen_by: str) -> None:
    """Say who may see the answer: paper, here or me."""
    if seen_by not in {details.PAPER, details.HERE, details.ME}:
        raise Refused(_("A detail is for paper, only here, or only for me."))
    _set(item, answer_seen_by=seen_by)
    answers.follow(item)


def set_answer_person(item: int, person: int | None) -> None:
    """Say whom the answer is about: a person, or the customer."""
    if person is not None:
        people.get(person)
    _set(item, answer_person=person)
    answers.follow(item)


def _set(item: int, **values: object) -> None:
    taking_up.take_up_for(item)
    if not TouchpointItem.update(values).where(TouchpointItem.id == item).execute():
        raise Refused(_("This line is not here any more."))
