"""A touchpoint's own page: all that planning, the sheet beside it and the debrief show."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import checklists, items, occurrences, papers, taking_up, timeline
from lovedesk.shop.heads import LIVE_PERSON, all_of
from lovedesk.shop.instants import wall
from lovedesk.shop.items import Item
from lovedesk.shop.occurrences import TOUCHPOINT
from lovedesk.shop.papers import PaperRow
from lovedesk.shop.tables import LIVE_CUSTOMER, TouchpointItem, rows
from lovedesk.words import joined


class Host(NamedTuple):
    """A customer of a touchpoint."""

    id: int
    name: str
    kind: str
    photo: str


class Met(NamedTuple):
    """Someone to meet; `chosen` says whether they are met at this touchpoint."""

    id: int
    name: str
    say: str
    role: str
    photo: str
    chosen: bool
    family: bool            # someone's family or pet: only met where they were chosen


class VisitPage(NamedTuple):
    """A touchpoint with all that belongs to it; times are the shop's wall time."""

    id: int
    channel: str
    occasion: str
    title: str
    start: dt.datetime
    minutes: int
    keeper: int | None
    keeper_name: str
    began: str
    checklist: str              # its slug, or the title that it had; see checklist_title for people
    checklist_title: str
    shows: tuple[str, ...]
    value: str
    notes: str
    said: str
    done_at: dt.datetime | None
    cancelled_at: dt.datetime | None
    cancelled_why: str
    customers: list[Host]
    people: list[Met]
    items: list[Item]
    papers: list[PaperRow]
    chased: bool = False        # they had to chase us
    days: int = 0               # so many whole days, without a time; 0 with one
    place: str = ""             # where it is, when it is not at theirs

    @property
    def whom(self) -> str:
        """Those whom it is with; of our own the title."""
        return joined([host.name for host in self.customers]) or self.title


def page(touchpoint: int) -> VisitPage | None:
    """All of a touchpoint; None for one that is gone, or whose customers all are."""
    query = f"""
           select {{id}}, t.channel, t.occasion, t.title, {{start}}, t.minutes, t.keeper_id, coalesce(k.name, ''),
             t.began, t.checklist, t.shows, t.value, t.notes, t.said, t.done_at, t.cancelled_at, t.cancelled_why,
             t.chased, t.days, t.place, {timeline.OWN}, t.id
           from {{rows}} left join shopkeeper k on k.id = t.keeper_id
           where {{id}} = ? and {{state}} and {{start}} is not null"""
    found = rows(query.format_map(occurrences.kept(TOUCHPOINT)._asdict()), touchpoint)
    if not found and (source := occurrences.just(TOUCHPOINT, touchpoint)):
        found = rows(query.format_map(source._asdict()), touchpoint)
    like = found[0][21] if found else touchpoint     # of one that repeats and has no row yet, its pattern
    hosts = customers(like)
    if not found or not (hosts or found[0][20]):
        return None
    row = found[0]
    people = [person for person in people_choices(like) if person.chosen]
    points = items.of(like)
    if like != touchpoint:
        points = [item._replace(id=taking_up.copy_of(TouchpointItem, item.id, touchpoint)) for item in points]
    return VisitPage._make((
        *row[:4], dt.datetime.fromisoformat(row[4]), *row[5:10], checklists.word(row[9]), tuple(row[10].split()),
        *row[11:14], _moment(row[14]), _moment(row[15]), row[16], hosts, people, points,
        papers.of(touchpoint), bool(row[17]), *row[18:20]))


def _moment(instant_text: str | None) -> dt.datetime | None:
    return wall(instant_text) if instant_text else None


def customers(touchpoint: int) -> list[Host]:
    """The live customers of a touchpoint, in the order they were named."""
    return [Host._make(row) for row in rows(
        f"""select c.id, c.name, c.kind, c.photo from touchpoint_customer l
              join head h on h.id = l.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
            where l.touchpoint_id = ? and l.state = 'live' order by l.id""", touchpoint)]


def host(customer: int) -> Host | None:
    """A customer whom a touchpoint could be with; None for one that is gone."""
    found = rows(f"select c.id, c.name, c.kind, c.photo from customer c where c.id = ? and {LIVE_CUSTOMER}", customer)
    return Host._make(found[0]) if found else None


def people_choices(touchpoint: int) -> list[Met]:
    """Everyone who could be met: the people of its customers, their families where it is no business, and whoever
    was chosen, also of those who have moved on."""
    return [Met._make((*row[:5], bool(row[5]), bool(row[6]))) for row in rows(
        f"""select p.id, p.name, p.say, coalesce(max(m.role), ''), p.photo, max(w.chosen),
              p.kind <> '' or max(m.of_person_id is not null) from (
              select m.person_id as person, 0 as chosen from touchpoint_customer l
                join head h on h.id = l.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
                join head a on a.head = c.id join membership m on m.customer_id = a.id and m.state = 'live'
                  and (m.of_person_id is null or c.kind = 'person')
                join head w on w.id = m.person_id join person p on p.id = w.head and p.kind = '' and p.gone = ''
                where l.touchpoint_id = ?1 and l.state = 'live'
              union all select person_id, 1 from touchpoint_person where touchpoint_id = ?1 and state = 'live') w
            join head k on k.id = w.person join person p on p.id = k.head and {LIVE_PERSON} and (p.gone = '' or exists (
              select 1 from touchpoint t where t.id = ?1 and t.done_at is not null))
            left join membership m on m.person_id in {all_of("p.id")} and m.state = 'live' and m.customer_id in (
              select a.id from touchpoint_customer l join head h on h.id = l.customer_id join head a on a.head = h.head
              where l.touchpoint_id = ?1 and l.state = 'live')
            group by p.id order by min(coalesce(m.position, 999)), min(coalesce(m.id, 0))""", touchpoint)]
