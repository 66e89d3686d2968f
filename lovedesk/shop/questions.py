"""Questions worth asking: what we do not know yet about a customer (practice A3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lovedesk.shop import builtin, customers
from lovedesk.shop.builtin import Question
from lovedesk.shop.heads import LIVE_PERSON, all_of
from lovedesk.shop.putting import put
from lovedesk.shop.tables import LIVE_CUSTOMER, DeclinedQuestion, rows
from lovedesk.store.ids import id_of

OFFERED = 3


class Offer(NamedTuple):
    """A question worth asking; `person` is whom it is about, None for the customer."""

    slug: str
    text: str
    topic: str
    person: int | None


class _Human(NamedTuple):
    id: int
    name: str
    knows: frozenset[str]       # topics of which something is known, "birthday" and "say" among them
    reached: bool               # how and when they like to be reached is known


def worth_asking(customer: int, *, people: list[int] | None = None, touchpoint: int | None = None,
                 count: int = OFFERED) -> list[Offer]:
    """The best questions whose topic is unknown, one for each topic, about the customer and the `people` met.

    What was declined, or what the touchpoint asks about already, is not offered.
    """
    found = rows(f"select c.name, c.kind from customer c where c.id = ? and {LIVE_CUSTOMER}", customer)
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
             join head w on w.id = m.person_id join person p on p.id = w.head and {LIVE_PERSON}
           where h.head = ? order by m.position, m.id""", customer)]


def _declined_or_asked(customer: int, touchpoint: int | None) -> frozenset[str]:
    """Slugs that were declined or stand on the touchpoint, and the topics that it asks about anyway."""
    return frozenset(row[0] for row in rows(
        f"""select slug from declined_question where customer_id in {all_of("?1")} and state = 'live'
           union select question from touchpoint_item where touchpoint_id = ?2 and state = 'live'
           union select topic from touchpoint_item where touchpoint_id = ?2 and state = 'live' and kind = 'ask'""",
        customer, touchpoint))


def decline(customer: int, slug: str) -> None:
    """Not for them: a question is never offered again for this customer."""
    customers.get(customer)
    put(DeclinedQuestion, id_of("declined", customer, slug), customer=customer, slug=slug)
