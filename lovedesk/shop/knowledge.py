"""What is known about a customer and may lie open on their table, and what stays here (practices A1, A2, D5)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import NamedTuple

from lovedesk.shop import accommodations, agreements, contact_points, details, topics
from lovedesk.shop.builtin import Topic
from lovedesk.shop.heads import all_of, people_of
from lovedesk.shop.tables import LIVE_CUSTOMER, rows
from lovedesk.words import _

FAMILY = "family"
PLACE = "place"         # how to get in: where it is chosen for a sheet it stands by the address

_DETAILS = f"""
    select d.topic, d.text, d.day, d.seen_by,
      case when d.person_id is null or c.kind = 'person' then ''
           else coalesce(nullif(p.nickname, ''), nullif(p.given, ''), p.name) end,
      coalesce(p.kind, '') <> 'pet' and exists (select 1 from head a join membership m on m.person_id = a.id
        and m.state = 'live' and m.of_person_id is not null where a.head = p.id)
    from customer c join detail d on d.customer_id in {all_of("c.id")} or d.person_id in {people_of("c.id")}
      left join head w on w.id = d.person_id left join person p on p.id = w.head
    where c.id = ? and {LIVE_CUSTOMER} and d.state = 'live' and d.superseded_by_id is null and coalesce(p.gone, '') = ''
    order by d.learned_on is null, d.learned_on desc, d.id desc"""


class Fact(NamedTuple):
    """A detail for paper; `day` is a day of its own, `whose` the person's name where the customer has several."""

    topic: str
    text: str
    day: dt.date | None
    whose: str

    @property
    def words(self) -> str:
        """The text, with the name of the person whom it is about."""
        return _("{name}: {text}").format(name=self.whose, text=self.text) if self.whose else self.text


class OffTopic(NamedTuple):
    """A topic that stays off paper, how many details it has, and whether it was chosen for this sheet."""

    slug: str
    label: str
    details: int
    chosen: bool


class StaysHere(NamedTuple):
    """What a sheet leaves out: `private` details are only here or only mine, whatever is chosen."""

    private: int
    topics: list[OffTopic]


def on_paper(customer: int, shows: frozenset[str]) -> list[Fact]:
    """Details that may stand on paper, the newest first; `shows` are topics chosen though they stay off it."""
    known = topics.by_key()
    return [Fact(topic, " ".join(text.split()), dt.date.fromisoformat(day) if day else None, whose)
            for topic, text, day, seen_by, whose, family in rows(_DETAILS, customer)
            if not _private(seen_by) and _shown(_of(topic, known), bool(family), shows)]


def _shown(topic: Topic, family: bool, shows: frozenset[str]) -> bool:
    """What is about someone's family is there when family was chosen."""
    return (topic.paper or topic.slug in shows) and (not family or FAMILY in shows)


def by_weight(facts: list[Fact]) -> list[Fact]:
    """The newest of each topic first, in the order of topics, then what is older: so a page that is full says most.

    Of the topics, history comes last: a visit is about what they need and hope for.
    """
    offered = topics.everything()
    order = {topic.slug: n for n, topic in enumerate(offered)} | {"history": len(offered) + 1}
    seen: Counter[str] = Counter()
    found = []
    for fact in facts:
        found.append(((seen[fact.topic], order.get(fact.topic, len(order))), fact))
        seen[fact.topic] += 1
    return [fact for _weight, fact in sorted(found, key=lambda pair: pair[0])]


def made_easy(customer: int) -> list[str]:
    """What we do to make it easy for a customer. What is hard is not for their table, only what is done about it."""
    return [row.text for row in accommodations.standing(customer)]


def agreed(customer: int) -> list[str]:
    """What is agreed with a customer, and whose word it is where it is not both sides'."""
    return [row.text if row.side == "both" else _("{text} ({side})").format(
        text=row.text, side=agreements.side_word(row.side)) for row in agreements.standing(customer)]


def stays_here(customer: int, shows: tuple[str, ...]) -> StaysHere:
    """What the sheet of a customer leaves out, and which topics could be chosen for it."""
    stored, known = rows(_DETAILS, customer), topics.by_key()
    counts = Counter(FAMILY if row[5] and _of(row[0], known).paper else row[0]
                     for row in stored if not _private(row[3]))
    counts[PLACE] += sum(bool(way.way_in) for way in contact_points.of(customer))
    return StaysHere(
        private=sum(_private(row[3]) for row in stored),
        topics=[OffTopic(topic.slug, topic.label, counts[topic.slug], topic.slug in shows)
                for topic in known.values() if not topic.paper and counts[topic.slug]])


def _of(key: str, known: dict[str, Topic]) -> Topic:
    return known.get(key) or topics.get(key)


def _private(seen_by: str) -> bool:
    return seen_by in {details.HERE, details.ME}
