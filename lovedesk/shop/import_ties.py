"""What an import ties together when its people are there: tags on customers, and who was introduced by whom."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable

from lovedesk.formats import labels
from lovedesk.formats.records import Fact
from lovedesk.mishaps import Refused
from lovedesk.shop import links, tags
from lovedesk.shop.folding import fold
from lovedesk.shop.import_cards import FAMILY, Entry
from lovedesk.shop.import_known import UNDONE, Known
from lovedesk.shop.import_rows import Writer
from lovedesk.shop.tables import CustomerTag, Person, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _

_NO_WORD = re.compile(r"[^\w-]+")
INTRODUCED = "introduced"


class Ties:
    """Gathers what is to be tied; `tie` does it once all rows are there."""

    def __init__(self, known: Known, entries: Iterable[Entry]) -> None:
        self._known = known
        self._tagged: defaultdict[str, list[int]] = defaultdict(list)
        self._tied: list[tuple[Entry, int]] = []
        self._by_uid: dict[str, Entry] | None = None
        self._entries = entries

    def take(self, entry: Entry, customer: int, words: Iterable[str]) -> None:
        """Note the tags of a card's customer, and what the card says of others."""
        for word in words:
            self._tagged[word].append(customer)
        card = entry.card
        if card.links or any(relation.group not in FAMILY for relation in card.relations):
            self._tied.append((entry, customer))

    def tie(self, writer: Writer) -> None:
        """Put the tags on, and make links of those who are here; of the others a sentence is told."""
        for word, customers in self._tagged.items():
            _tag(word, customers)
        if not self._tied:
            return
        named = self._named()
        for entry, customer in self._tied:
            self._relations(entry, customer, named, writer)
            self._links(entry, customer)
        writer.write()

    def _named(self) -> dict[str, list[tuple[str, int]]]:
        """Who is called so, on the desk and in this import."""
        named: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for folded, people in self._known.named.items():
            named[folded] += [("to_person", row) for row in people]
        for folded, companies in self._known.businesses.items():
            named[folded] += [("to_customer", row) for row in companies]
        for entry in self._entries:
            if entry.row and not entry.known:
                named[fold(entry.card.name)].append(
                    ("to_customer" if entry.card.is_company else "to_person", entry.row))
        return named

    def _relations(self, entry: Entry, customer: int, named: dict[str, list[tuple[str, int]]], writer: Writer) -> None:
        told: list[Fact] = []
        missing = {fact.text for fact in entry.missing.facts} if entry.missing is not None else None
        for relation in entry.card.relations:
            if relation.group in FAMILY:
                continue
            ends = named.get(fold(relation.name), ())
            sentence = labels.sentence(relation)
            if relation.group == INTRODUCED and len(ends) == 1 and ends[0][1] not in {entry.row, customer}:
                self._link(entry, customer, (_("introduced by"), _("introduced")), ends[0])
                continue
            if missing is None or sentence.text in missing:
                told.append(sentence)
        person, owner = (None, entry.row) if entry.card.is_company else (entry.row, None)
        writer.tell(told, entry.source, person, owner)

    def _links(self, entry: Entry, customer: int) -> None:
        unknown = []
        for link in entry.card.links:
            other = self._of_uid(link.uid)
            if other is None:
                unknown.append(f"RELATED:urn:uuid:{link.uid}")
            else:
                self._link(entry, customer, (link.word, link.back), other)
        if unknown and entry.row and not entry.known and not entry.card.is_company:
            Person.update(raw="\n".join([*entry.card.raw, *unknown])).where(Person.id == entry.row).execute()

    def _of_uid(self, uid: str) -> tuple[str, int] | None:
        if self._by_uid is None:
            self._by_uid = {entry.card.uid: entry for entry in self._entries if entry.card.uid}
        entry = self._by_uid.get(uid)
        if entry is not None and entry.row:
            return ("to_customer" if entry.card.is_company else "to_person"), entry.row
        for row in self._known.of_uid(uid):
            if row in self._known.people and self._known.people[row].state != UNDONE:
                return "to_person", row
            if row in self._known.customers and self._known.customers[row].state != UNDONE:
                return "to_customer", row
        return None

    @staticmethod
    def _link(entry: Entry, customer: int, words: tuple[str, str], end: tuple[str, int]) -> None:
        whose = {"from_customer": customer} if entry.card.is_company else {"from_person": entry.row}
        side, row = end
        try:
            links.add(words[0], back=words[1], **whose, **{side: row})
        except Refused:     # a tie to oneself, or to one who is gone meanwhile
            return


def _tag(word: str, customers: list[int]) -> None:
    """Put a tag on many customers: what was taken off by hand stays off."""
    try:
        tag = tags.add((), _NO_WORD.sub("-", word).strip("-"))
    except Refused:
        return
    wanted = {id_of("customer_tag", tag, customer): customer for customer in customers}
    there = dict(rows("select id, state from customer_tag where id in (select value from json_each(?))",
                      json.dumps(list(wanted))))
    for row, customer in wanted.items():
        if row not in there:
            CustomerTag.create(id=row, tag=tag, customer=customer)
        elif there[row] == UNDONE:
            CustomerTag.update(state="live").where(CustomerTag.id == row).execute()
