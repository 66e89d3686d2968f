"""Questions worth asking: how a day of theirs was, and what we do not know yet about a customer (practice A3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from lovedesk.shop import after_jobs, builtin, customers, reminding
from lovedesk.shop.builtin import Question
from lovedesk.shop.heads import LIVE_PERSON, all_of, people_of
from lovedesk.shop.putting import put
from lovedesk.shop.tables import DeclinedQuestion, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _

OFFERED = 3
AFTER = "after:"        # and a detail's id: the slug of the question that its day becomes
_LONG_AGO = 120         # days after which nobody asks how it was
_SHORT = 80             # letters of a text that stand in a question


class Offer(NamedTuple):
    """A question worth asking; `person` is whom it is about, None for the customer.

    `after` is the detail whose day has passed: the answer takes its place; about a `job`, it is kept with the job.
    """

    slug: str
    text: str
    topic: str
    person: int | None
    after: int | None = None
    job: int | None = None      # the one that came home, about which it is


class _Human(NamedTuple):
    id: int
    name: str
    knows: frozenset[str]       # topics of which something is known, "birthday" and "say" among them
    reached: bool               # how and when they like to be reached is known


def offers(customer: int, today: dt.date, *, people: list[int] | None = None, touchpoint: int | None = None,
           count: int = OFFERED) -> list[Offer]:
    """The best questions: how a job and a day of theirs was that have passed, then what is worth asking."""
    gone = _declined_or_asked(customer, touchpoint)
    after = [offer for offer in _after_days(customer, today) if offer.slug not in gone]
    worth = worth_asking(customer, people=people, touchpoint=touchpoint, count=count)
    return [*_after_jobs(customer, today, gone), *after, *worth][:count]


def _after_jobs(customer: int, today: dt.date, gone: frozenset[str]) -> list[Offer]:
    return [Offer(after_jobs.slug(asked.job), _("{question} ({job})").format(
                question=after_jobs.question(), job=_in_short(asked.what)), "note", None, job=asked.job)
            for asked in after_jobs.to_ask(customer, today=today)
            if after_jobs.slug(asked.job) not in gone][:1]


def _after_days(customer: int, today: dt.date) -> list[Offer]:
    """A detail's own day becomes a question after it, for some months; one about someone who left or died does not."""
    return [Offer(f"{AFTER}{row}", _("How was it: {text}?").format(text=_in_short(text)), topic, person, row)
            for row, text, topic, person in rows(
                f"""select d.id, d.text, d.topic, p.id from detail d
                      left join head w on w.id = d.person_id left join person p on p.id = w.head
                    where d.state = 'live' and d.superseded_by_id is null and d.day < ?2 and d.day >= ?3
                      and (p.id is null or {LIVE_PERSON} and p.gone = '') and {reminding.is_with_us("?1")}
                      and (d.customer_id in {all_of("?1")} or d.person_id in {people_of("?1")})
                      and d.seen_by <> 'me'
                    order by d.day desc""",
                customer, today.isoformat(), (today - dt.timedelta(_LONG_AGO)).isoformat())]


def _in_short(text: str) -> str:
    """The first sentence, or as much of it as a question holds."""
    first = " ".join(text.split()).split(". ", 1)[0].rstrip(".!? ")
    return first if len(first) <= _SHORT else first[:_SHORT].rsplit(" ", 1)[0] + "…"


def worth_asking(customer: int, *, people: list[int] | None = None, touchpoint: int | None = None,
                 count: int = OFFERED) -> list[Offer]:
    """The best questions whose topic is unknown, one for each topic, about the customer and the `people` met.

    What was declined, or what the touchpoint asks about already, is not offered.
    """
    found = rows(f"select c.name, c.kind from customer c where c.id = ? and {reminding.CUSTOMER}", customer)
    if not found:
        return []
    name, kind = found[0]
    humans = _humans(customer)
    met = [human for human in humans if people is None or human.id in people]
    known = frozenset(row[0] for row in rows(
        f"select topic from detail where customer_id in {all_of('?')} and state = 'live' and superseded_by_id is null",
        customer))
    gone = _declined_or_asked(customer, touchpoint)
    offers: dict[str, Offer] = {}
    for question in builtin.questions():
        if question.slug in gone or question.topic in gone or question.topic in offers:
            continue
        if question.business and kind != "business":
            continue
        everything = known.union(*(human.knows for human in humans))
        offer = next(_offers(question, customer_name=name, known=known, everything=everything, met=met), None)
        if offer is not None:
            offers[question.topic] = offer
    return list(offers.values())[:count]


def _offers(question: Question, *, customer_name: str, known: frozenset[str], everything: frozenset[str],
            met: list[_Human]) -> Iterator[Offer]:
    if question.whom == "customer":
        if question.topic not in everything:
            yield Offer(question.slug, question.text.format(name=customer_name), question.topic, None)
        return
    for human in met:
        if question.topic in human.knows | known or (question.slug == "reached" and human.reached):
            continue
        yield Offer(question.slug, question.text.format(name=human.name), question.topic, human.id)


def _humans(customer: int) -> list[_Human]:
    return [_Human(row[0], row[1], frozenset((row[2] or "").split("\x1f")), bool(row[3])) for row in rows(
        f"""select p.id, coalesce(nullif(p.nickname, ''), nullif(p.given, ''), p.name),
             (select group_concat(topic, char(31)) from (
                select d.topic from detail d where d.person_id in {all_of("p.id")} and d.state = 'live'
                  and d.superseded_by_id is null
                union all select 'say' where p.say <> ''
                union all select s.kind from special_day s where s.person_id in {all_of("p.id")} and s.state = 'live')),
             exists (select 1 from contact_point n where n.person_id in {all_of("p.id")} and n.state = 'live'
               and (n.preferred = 1 or n.note <> ''))
           from head h join membership m on m.customer_id = h.id and m.state = 'live'
               and m.of_person_id is null
             join head w on w.id = m.person_id join person p on p.id = w.head and {reminding.PERSON} and p.kind = ''
           where h.head = ? order by m.position, m.id""", customer)]


def _declined_or_asked(customer: int, touchpoint: int | None) -> frozenset[str]:
    """Slugs that were declined or stand on the touchpoint, and the topics that it asks about anyway."""
    return frozenset(row[0] for row in rows(
        f"""select slug from declined_question where customer_id in {all_of("?1")} and state = 'live'
           union select question from touchpoint_item where touchpoint_id = ?2 and state = 'live'
           union select i.question from touchpoint_customer l
             join touchpoint_item i on i.touchpoint_id = l.touchpoint_id and i.state = 'live' and i.answer <> ''
             where l.customer_id in {all_of("?1")} and l.state = 'live'
               and i.question like '{AFTER}%'
           union select topic from touchpoint_item where touchpoint_id = ?2 and state = 'live' and kind = 'ask'""",
        customer, touchpoint))


def decline(customer: int, slug: str) -> None:
    """Not for them: a question is never offered again for this customer."""
    customers.get(customer)
    job = after_jobs.job_of(slug)
    if job is not None:
        after_jobs.leave(job)
        return
    put(DeclinedQuestion, id_of("declined", customer, slug), customer=customer, slug=slug)
