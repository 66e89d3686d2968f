"""The timeline: one stream of all that was with a customer, or with all of them: touches, jobs, details, what was
agreed and asked for, follow-ups and changes, the newest first (practices A1, A4, C1, C2, E3)."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, NamedTuple

from lovedesk.shop import builtin, details, discretion, history, occurrences, search, timeline, topics
from lovedesk.shop.heads import all_of
from lovedesk.shop.instants import wall
from lovedesk.shop.occurrences import TOUCHPOINT
from lovedesk.shop.tables import LIVE_CUSTOMER, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _, joined

TOUCH, JOB, DETAIL, AGREED, FOLLOWUP, CHANGE = "touch", "job", "detail", "agreed", "followup", "change"
KINDS = (TOUCH, JOB, DETAIL, AGREED, FOLLOWUP, CHANGE)
PAGE = 60


class Event(NamedTuple):
    """Something that was, or is planned: `row` is the touchpoint, job, detail or other row, `id` the event's own.

    `what` is a channel, a stage, a topic or a table, `occasion` a touch's; `timed` is false where only the day is
    known. `state` is done, planned, waits (its sheet is to be typed in) or cancelled.
    """

    id: int
    row: int
    kind: str
    at: dt.datetime
    timed: bool
    title: str
    words: str
    what: str
    occasion: str
    state: str
    who: str
    customer: int
    name: str
    plain: bool = False         # a touch that has been, of which nothing of value to them is noted (practice B4)


class Wanted(NamedTuple):
    """What is looked for: some kinds, one person, words, one keeper's own eyes; `discreet` while someone is looking."""

    kinds: frozenset[str] = frozenset(KINDS) - {CHANGE}
    person: int | None = None
    words: str = ""
    keeper: int | None = None
    discreet: bool = False


_CUSTOMER = f"join head h on h.id = {{}} join customer c on c.id = h.head and {LIVE_CUSTOMER}"
_FIRST = f"""(select c.id from touchpoint_customer l join head h on h.id = l.customer_id
                join customer c on c.id = h.head and {LIVE_CUSTOMER}
              where l.touchpoint_id = t.id and l.state = 'live' order by l.id limit 1)"""
_AGREED = (("agreement", "agreed_on"), ("accommodation", "since"))
_STAGES = ("asked", "agreed", "promised", "ready", "delivered")

# Each gives id, when, title, words, what, occasion, done, cancelled, who, customer, a touch also whether it is plain;
# the places hold what is looked for.
_SOURCES = {
    TOUCH: f"""
        select {{id}}, {{start}} as at,
          coalesce((select group_concat(p.name, char(31) order by m.id) from touchpoint_person m
            join head w on w.id = m.person_id join person p on p.id = w.head
            where m.touchpoint_id = t.id and m.state = 'live'), ''),
          coalesce(nullif(t.title, ''), nullif(t.value, ''), nullif(t.notes, ''),
            t.said),
          t.channel, t.occasion, t.done_at is not null, t.cancelled_at is not null, coalesce(k.name, ''),
          coalesce(c.id, 0), coalesce(c.name, ''), t.done_at is not null and t.value = ''
        from {{rows}} left join customer c on c.id = {_FIRST} left join shopkeeper k on k.id = t.keeper_id
        where {{state}} and {{start}} is not null and (c.id is not null or {timeline.OWN})
          and (?2 is null or exists (select 1 from touchpoint_person m join head w on w.id = m.person_id
            where m.touchpoint_id = t.id and m.state = 'live' and w.head = ?2))
          and (?3 is null or t.id in (select value from json_each(?3))
            or exists (select 1 from touchpoint_item i where i.touchpoint_id = t.id
              and i.id in (select value from json_each(?3)))) {{whose}}""",
    DETAIL: f"""
        select d.id, d.learned_on as at, '', d.text, d.topic, '', 1, 0, coalesce(p.name, ''), c.id, c.name
        from detail d left join head w on w.id = d.person_id left join person p on p.id = w.head
          {_CUSTOMER.format("coalesce(d.customer_id, (select m.customer_id from membership m "
                            "where m.person_id = d.person_id and m.state = 'live' order by m.id limit 1))")}
        where d.state = 'live' and d.learned_on is not null and (?2 is null or w.head = ?2)
          and (d.seen_by <> 'me' or d.keeper_id is null or d.keeper_id = ?4)
          and (?3 is null or d.id in (select value from json_each(?3))) {{whose}}""",
    AGREED: " union all ".join([*(f"""
        select r.id, r.{day} as at, '', r.text, '{table}', '', 1, 0, '', c.id, c.name
        from {table} r {_CUSTOMER.format("r.customer_id")}
        where r.state = 'live' and r.{day} is not null and ?2 is null
          and (?3 is null or r.id in (select value from json_each(?3))) {{whose}}""" for table, day in _AGREED), f"""
        select r.id, r.asked_on as at, '', r.text, 'request', '', 1, 0, coalesce(p.name, ''), c.id, c.name
        from request r {_CUSTOMER.format("r.customer_id")}
          left join head w on w.id = r.person_id left join person p on p.id = w.head
        where r.state = 'live' and r.asked_on is not null and (?2 is null or w.head = ?2)
          and (?3 is null or r.id in (select value from json_each(?3))) {{whose}}"""]),
    FOLLOWUP: f"""
        select f.id, coalesce(f.done_at, f.dropped_at) as at, f.title, f.dropped_why, f.kind, '', f.done_at is not null,
          f.dropped_at is not null, coalesce(k.name, ''), c.id, c.name
        from follow_up f {_CUSTOMER.format("f.customer_id")} left join shopkeeper k on k.id = f.keeper_id
          left join head w on w.id = f.person_id
        where f.state = 'live' and (f.job_id is null or f.promised = 0)
          and coalesce(f.done_at, f.dropped_at) is not null and (?2 is null or w.head = ?2)
          and (?3 is null or f.id in (select value from json_each(?3))) {{whose}}""",
    JOB: " union all ".join(f"""
        select j.id, j.{stage}_on as at, j.what, j.place, '{stage}', '', 1, 0, coalesce(k.name, ''), c.id, c.name
        from job j {_CUSTOMER.format("j.customer_id")} left join shopkeeper k on k.id = j.keeper_id
          left join head w on w.id = j.person_id
        where j.state = 'live' and j.{stage}_on is not null and (?2 is null or w.head = ?2)
          and (?3 is null or j.id in (select value from json_each(?3))) {{whose}}""" for stage in _STAGES),
}
_WHOSE = {
    TOUCH: f"""and t.id in (select l.touchpoint_id from touchpoint_customer l
                 where l.customer_id in {all_of("?1")} and l.state = 'live')""",
    DETAIL: f"""and (d.customer_id in {all_of("?1")} or d.person_id in (
                  select m.person_id from membership m where m.customer_id in {all_of("?1")} and m.state = 'live'))
                and c.id = ?1""",
    AGREED: f"and r.customer_id in {all_of('?1')}",
    FOLLOWUP: f"and f.customer_id in {all_of('?1')}",
    JOB: f"and j.customer_id in {all_of('?1')}",
}

# The touches that can be among the newest, where nothing else is looked for: the others are not looked at.
_NEWEST = f"""and t.id in (select n.id from touchpoint_customer l join touchpoint n on n.id = l.touchpoint_id
                 where l.customer_id in {all_of("?1")} and l.state = 'live' and n.state = 'live' and n.start is not null
                 group by n.id order by n.start desc, n.id desc limit ?5)"""


# Of what repeats, the next one alone stands in a customer's timeline.
_NEXT = """ and o.start = (select min(x.start) from occurrence x where x.series = o.series and x.start >= '{now}')"""
_ROWS = occurrences.kept(TOUCHPOINT)._asdict()
_COMING = occurrences.coming(TOUCHPOINT)._asdict()


def of(customer: int | None, now: dt.datetime, wanted: Wanted, *, count: int = PAGE) -> list[Event]:
    """The newest of what is wanted; of one customer, or with None of all."""
    texts = json.dumps(search.rows_with(wanted.words)) if wanted.words.strip() else None
    found: list[Event] = []
    for kind in wanted.kinds & _SOURCES.keys():
        whose = _WHOSE[kind] if customer is not None else "and ?1 is null"
        if kind == TOUCH and customer is not None and texts is None and wanted.person is None:
            whose = _NEWEST
        if kind == DETAIL and wanted.discreet:
            tender = ", ".join(f"'{topic.slug}'" for topic in topics.by_key().values() if not topic.paper)
            whose += f" and d.seen_by = '{details.PAPER}' and d.topic not in ({tender})"
        asked = [_SOURCES[kind].format(whose=whose, **_ROWS)]
        if kind == TOUCH and customer is not None and texts is None:
            coming = _WHOSE[TOUCH] + _NEXT.format(now=occurrences.text_of(now))
            asked.append(_SOURCES[TOUCH].format(whose=coming, **_COMING))
        found += [_event(kind, row, now) for query in asked for row in rows(
            f"select * from ({query}) order by at desc, 1 desc limit ?5",
            customer, wanted.person, texts, wanted.keeper, count)]
    if CHANGE in wanted.kinds and wanted.person is None and not wanted.discreet:
        found += _changes(customer, wanted.words, count)
    if wanted.discreet:
        found = [event._replace(occasion=discretion.occasion(event.occasion, looking=True), plain=False)
                 for event in found]
    return sorted(found, key=_newest)[:count]


def times_in_touch(customer: int) -> int:
    """How often we were in touch with a customer."""
    return int(rows(f"""select count(*) from touchpoint t where t.state = 'live' and t.done_at is not null
                        and t.id in (select l.touchpoint_id from touchpoint_customer l
                          where l.customer_id in {all_of("?")} and l.state = 'live')""", customer)[0][0])


def _newest(event: Event) -> tuple[float, int]:
    return -event.at.timestamp(), -event.id


def _event(kind: str, row: tuple[Any, ...], now: dt.datetime) -> Event:
    row_id, at, title, words, what, occasion, done, cancelled, who, customer, name, *plain = row
    timed = len(at) > len("2026-11-24")
    moment = wall(at) if at.endswith("Z") else dt.datetime.fromisoformat(at)
    state = "cancelled" if cancelled else "done" if done else "planned" if moment > now else "waits"
    if kind == TOUCH:
        words = words or joined(title.split("\x1f"))       # who was there, where nothing was written
        title = builtin.channel_label(what)
    elif kind == DETAIL:
        title = topics.get(what).label
    elif kind == AGREED:
        title = {"agreement": _("Agreed"), "accommodation": _("Made easier for them"),
                 "request": _("They asked for")}[what]
    elif kind == JOB:
        title = _stage_words(what).format(job=title)
        state = "done" if moment <= now else "planned"
    own = id_of(what, row_id) if kind == JOB else row_id
    return Event(own, row_id, kind, moment, timed, title, " ".join(words.split()), what, occasion, state, who, customer,
                 name, plain=bool(sum(plain)))


def _stage_words(stage: str) -> str:
    return {"asked": _("Asked for: {job}"), "agreed": _("Agreed: {job}"), "promised": _("Promised: {job}"),
            "ready": _("Ready: {job}"), "delivered": _("Delivered: {job}")}[stage]


def _changes(customer: int | None, words: str, count: int) -> list[Event]:
    return [Event(entry.mark, 0, CHANGE, entry.at, timed=True, title=entry.words, words=entry.what, what="",
                  occasion="", state="done", who=entry.who, customer=customer or 0, name="")
            for entry in history.of(customer, count=count)
            if words.casefold().strip() in entry.sentence().casefold()]
