"""Customers as the cards of a file: what phones and spreadsheets take, and what comes in again as the same people."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from lovedesk.formats import json_desk, table_writing, vcard_writing
from lovedesk.formats.records import Card, CardLink, Fact, Relation, Way, YearlyDay
from lovedesk.shop import archive, blobs, topics, uids
from lovedesk.shop.heads import LIVE_PERSON
from lovedesk.shop.tables import LIVE_CUSTOMER, rows

Progress = Callable[[int, int], None]
ENDINGS = {"vcard": "vcf", "vcard4": "vcf", "csv": "csv", "json": "json", "ics": "ics"}       # of each form's files
_STEP = 500         # customers that are read together


class _Customer(NamedTuple):
    id: int
    name: str
    kind: str
    standing: str
    since: str | None
    gone_on: str | None
    keeper: str
    photo: str
    raw: str
    uid: str


class _Person(NamedTuple):
    customer: int
    id: int
    owner: int | None
    role: str
    kind: str
    name: str
    given: str
    family: str
    prefix: str
    middle: str
    suffix: str
    nickname: str
    work: str
    language: str
    wish_channel: str
    wish_time: str
    gone: str
    gone_on: str | None
    say: str
    photo: str
    raw: str
    uid: str


def pieces(form: str, customers: Iterable[int] | None = None, progress: Progress | None = None) -> Iterator[bytes]:
    """What a file of a form holds, a piece at a time: of these customers, or of all, where JSON holds everything."""
    if form == "json":
        yield from json_desk.pieces(archive.export(customers, progress))
        return
    found = cards(everyone() if customers is None else customers, progress)
    if form == "csv":       # a family stands in the row of whose it is
        yield from table_writing.table(card for card in found if not card.family_of)
    else:
        yield from vcard_writing.vcards(found, vcard_writing.V4 if form == "vcard4" else vcard_writing.V3)


def everyone() -> list[int]:
    """All live customers, also those who are none (suppliers, friends), in the order of their names."""
    return [row[0] for row in rows(f"select c.id from customer c where {LIVE_CUSTOMER} order by c.sort_name, c.id")]


def cards(customers: Iterable[int], progress: Progress | None = None) -> Iterator[Card]:
    """The cards of these customers: a company's own, then one for each of its people."""
    ids = list(customers)
    written: set[int] = set()       # someone at two customers has one card
    for first in range(0, len(ids), _STEP):
        if progress is not None:
            progress(first, len(ids))
        step = _Step(ids[first:first + _STEP], written)
        for customer in step.customers:
            yield from step.cards_of(customer)


class _Step:
    """Some customers, with all that hangs on them: one question for each table."""

    def __init__(self, ids: list[int], written: set[int]) -> None:
        self.written = written
        wanted = json.dumps(ids)
        found = {row[0]: _Customer._make(row) for row in rows(
            f"""select c.id, c.name, c.kind, c.standing, c.since, c.gone_on, coalesce(k.name, ''), c.photo, c.raw, c.uid
                from customer c left join shopkeeper k on k.id = c.keeper_id
                where {LIVE_CUSTOMER} and c.id in (select value from json_each(?))""", wanted)}
        self.customers = [found[row] for row in ids if row in found]
        self.people: defaultdict[int, list[_Person]] = defaultdict(list)
        for row in rows(
                f"""select h.head, p.id, o.head, m.role, p.kind, p.name, p.given, p.family, p.prefix, p.middle,
                      p.suffix, p.nickname, p.work, p.language, p.wish_channel, p.wish_time, p.gone, p.gone_on, p.say,
                      p.photo, p.raw, p.uid
                    from head h join membership m on m.customer_id = h.id and m.state = 'live'
                      join head w on w.id = m.person_id join person p on p.id = w.head and {LIVE_PERSON}
                      left join head o on o.id = m.of_person_id
                    where h.head in (select value from json_each(?)) order by m.position, m.id""", wanted):
            person = _Person._make(row)
            if all(known.id != person.id for known in self.people[person.customer]):
                self.people[person.customer].append(person)
        everybody = json.dumps([*found, *{person.id for people in self.people.values() for person in people}])
        self.ways, self.days = _ways(everybody), _days(everybody)
        self.facts, self.links = _facts(everybody), _links(everybody)
        self.tags: defaultdict[int, list[str]] = defaultdict(list)
        for row, tag in rows(
                """select h.head, t.name from head h join customer_tag l on l.customer_id = h.id and l.state = 'live'
                   join tag t on t.id = l.tag_id and t.state = 'live'
                   where h.head in (select value from json_each(?)) order by t.name""", wanted):
            self.tags[row] += [] if tag in self.tags[row] else [tag]

    def cards_of(self, customer: _Customer) -> Iterator[Card]:
        people = self.people[customer.id]
        adults = [person for person in people if person.owner is None]
        if customer.kind == "business" or len(adults) != 1:
            yield self.own_card(customer)
            company = customer.name
        else:
            company = ""
        for person in people:
            if person.id in self.written:
                continue
            if person.owner is None:
                card = self.person_card(person)
                card.company = company
                if not company:
                    self.hang(card, customer)
                    card.photo = card.photo or _photo(customer.photo)
                card.relations += [Relation(other.name, other.role, "pet" if other.kind == "pet" else "family")
                                   for other in people if other.owner == person.id]
            elif not self.has_more(person):
                continue
            else:
                card = self.person_card(person)
                owner = next((other for other in people if other.id == person.owner), person)
                card.family_of, card.family_word, card.role = _uid(owner), person.role, ""
            self.written.add(person.id)
            yield card

    def has_more(self, person: _Person) -> bool:
        """Whether someone of a family needs a card, having more than a name."""
        plain = (person.given in {"", person.name} and not any((person.nickname, person.say, person.photo, person.gone,
                                                                person.work, person.raw, person.uid)))
        return not plain or any(person.id in known for known in (self.ways, self.days, self.facts))

    def own_card(self, customer: _Customer) -> Card:
        business = customer.kind == "business"
        card = Card(0, customer.name, is_company=business, company=customer.name if business else "",
                    uid=customer.uid or uids.made(customer.id), photo=_photo(customer.photo),
                    raw=customer.raw.split("\n") if customer.raw else [])
        self.hang(card, customer)
        return card

    def hang(self, card: Card, customer: _Customer) -> None:
        """What is the customer's own: on its card, or on that of the one person whom it is."""
        self._fill(card, customer.id)
        card.tags, card.standing, card.keeper = self.tags[customer.id], customer.standing, customer.keeper
        card.since = _day(customer.since)

    def person_card(self, person: _Person) -> Card:
        card = Card(0, person.name, person.given, person.family, role=person.role, nickname=person.nickname,
                    say=person.say, uid=_uid(person), photo=_photo(person.photo),
                    raw=person.raw.split("\n") if person.raw else [], prefix=person.prefix, middle=person.middle,
                    suffix=person.suffix, work=person.work, language=person.language, kind=person.kind,
                    wish_channel=person.wish_channel, wish_time=person.wish_time, gone=person.gone,
                    gone_on=_day(person.gone_on))
        self._fill(card, person.id)
        return card

    def _fill(self, card: Card, owner: int) -> None:
        card.ways += self.ways.get(owner, [])
        card.days += self.days.get(owner, [])
        card.facts += self.facts.get(owner, [])
        card.links += self.links.get(owner, [])


_OWNED = """from head h join {table} r on r.{column} = h.id and r.state = 'live'
            where h.head in (select value from json_each(?))"""


def _owned(fields: str, table: str, wanted: str, rest: str = "") -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Live rows of a table by their owner, a customer or a person."""
    for column in ("customer_id", "person_id"):
        for owner, *row in rows(
                f"select h.head, {fields} {_OWNED.format(table=table, column=column)} {rest}", wanted):
            yield owner, tuple(row)


def _ways(wanted: str) -> dict[int, list[Way]]:
    found: defaultdict[int, list[Way]] = defaultdict(list)
    fields = "r.kind, r.value, r.label, r.preferred, r.note, r.way_in"
    for owner, (kind, value, label, preferred, note, way_in) in _owned(
            fields, "contact_point", wanted, "order by r.position, r.id"):
        found[owner].append(Way(kind, value, label, bool(preferred), note, way_in))
    return found


def _days(wanted: str) -> dict[int, list[YearlyDay]]:
    found: defaultdict[int, list[YearlyDay]] = defaultdict(list)
    for owner, row in _owned("r.kind, r.month, r.day, r.year", "special_day", wanted, "order by r.id"):
        found[owner].append(YearlyDay._make(row))
    return found


def _facts(wanted: str) -> dict[int, list[Fact]]:
    words = topics.by_key()
    own = {topic.slug: topic.label for topic in topics.own()}
    found: defaultdict[int, list[Fact]] = defaultdict(list)
    fields = "r.topic, r.text, r.change, r.learned_on, r.confirmed_on, r.day, r.seen_by"
    for owner, (topic, text, change, *days, seen_by) in _owned(
            fields, "detail", wanted, "and r.superseded_by_id is null order by r.id"):
        name = own.get(topic) or (words[topic].label if topic in words and topic.isdecimal() else topic)
        learned, confirmed, day = map(_day, days)
        found[owner].append(Fact(name, text, change, learned, confirmed, day, seen_by))
    return found


def _links(wanted: str) -> dict[int, list[CardLink]]:
    found: defaultdict[int, list[CardLink]] = defaultdict(list)
    for owner, to, uid, word, back in rows(
            """select h.head, t.head, coalesce(c.uid, p.uid, ''), l.word, l.back from link l
               join head h on h.id = coalesce(l.from_customer_id, l.from_person_id)
               join head t on t.id = coalesce(l.to_customer_id, l.to_person_id)
               left join customer c on c.id = t.head left join person p on p.id = t.head
               where l.state = 'live' and h.head in (select value from json_each(?))
                 and coalesce(c.state, p.state) = 'live' order by l.id""", wanted):
        found[owner].append(CardLink(uid or uids.made(to), word, back))
    return found


def _uid(person: _Person) -> str:
    return person.uid or uids.made(person.id)


def _photo(key: str) -> bytes | None:
    return blobs.get(key) if key else None


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
