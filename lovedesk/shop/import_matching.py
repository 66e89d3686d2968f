"""Whom of an import the desk knows already: by the card's UID or content, then e-mail, then number with a like name.

Someone of the same name alone is maybe the same: a person decides. What is not on the desk is missing there; nothing
that stands there is overwritten.
"""

from __future__ import annotations

from lovedesk.formats import labels
from lovedesk.formats.records import Card, Fact
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import contact_key, fold
from lovedesk.shop.import_cards import FAMILY, ROUND, Entry, Fate, Missing, like_names, old_fingerprint, way_key
from lovedesk.shop.import_known import PERSON_FIELDS, UNDONE, CustomerSeen, Known, PersonSeen
from lovedesk.shop.tables import NOT_CUSTOMER, TRASHED
from lovedesk.words import _


class Matching:
    """Finds out who each card of an import is. `country` is where numbers without one of their own are dialled."""

    def __init__(self, known: Known, country: str) -> None:
        self.known = known
        self._country = country

    def decide(self, entry: Entry) -> None:
        """Find out who the card is and what is to be done with it."""
        entry.known = self._known(entry)
        if entry.known:
            self.judge(entry, lasting=True)
            return
        entry.undone = self._undone(entry)
        if entry.undone:
            return
        card = entry.card
        same_name = (self.known.businesses if card.is_company else self.known.named).get(fold(card.name), ())
        if same_name and not entry.owner:
            entry.maybe, entry.fate = tuple(same_name), Fate.MAYBE
            entry.remark = _("someone of this name is here") if len(same_name) == 1 else _(
                "several of this name are here")

    def judge(self, entry: Entry, *, lasting: bool) -> None:
        """Say what happens with a card of someone who is known; `lasting` remembers what it adds, so that the next
        card of the same person does not add it again."""
        if kept_out := self._kept_out(entry):
            entry.fate, entry.remark = Fate.KEPT_OUT, kept_out
        elif self._is_same(entry):
            entry.fate = Fate.SAME
        else:
            self._add(entry, lasting=lasting)

    def join(self, entry: Entry, customer: int, *, lasting: bool = True) -> None:
        """Let a company's card that nobody was found for be about the customer that its people are at."""
        if entry.fate in {Fate.NEW, Fate.MAYBE} and not entry.known:
            entry.known = customer
            self._add(entry, lasting=lasting)

    def _add(self, entry: Entry, *, lasting: bool) -> None:
        entry.missing = self._missing(entry.card, entry.known)
        entry.fate = Fate.ADDS if entry.missing else Fate.SAME
        if lasting:
            self._take_in(entry.known, entry.missing)

    def _is_same(self, entry: Entry) -> bool:
        """Whether the desk has this very card; a desk of the first round has a fingerprint of less."""
        marks = {self._seen(entry.card, entry.known).fingerprint, *self.known.prints.get(entry.known, ())}
        if entry.fingerprint in marks:
            return True
        return any(mark and not mark.startswith(ROUND) for mark in marks) and old_fingerprint(entry.card) in marks

    def _seen(self, card: Card, row: int) -> CustomerSeen | PersonSeen:
        return self.known.customers[row] if card.is_company else self.known.people[row]

    def _is_here(self, card: Card, row: int) -> bool:
        """Whether a row is of the card's kind, and neither undone nor only of undone customers."""
        known = self.known
        if card.is_company:
            return row in known.customers and known.customers[row].kind == "business" and (
                known.customers[row].state != UNDONE)
        return row in known.people and known.people[row].state != UNDONE and any(
            known.customers[home.customer].state != UNDONE and home.state != UNDONE for home in known.homes[row])

    def _marked(self, entry: Entry) -> list[int]:
        marked = self.known.by_mark
        found = marked.get(entry.fingerprint, [])
        if len(found) > 1 and entry.card.uid:       # homonyms of whom nothing else is known
            named = self.known.of_uid(entry.card.uid)
            found = sorted(found, key=lambda row: row not in named)
        return found if found or not self.known.old_marks else marked.get(old_fingerprint(entry.card), [])

    def _known(self, entry: Entry) -> int:
        card = entry.card
        for row in self._marked(entry):
            if self._is_here(card, row):
                return row
        named = [row for row in self.known.of_uid(card.uid) if self._is_here(card, row) and self._agrees(card, row)]
        if named:       # one UID on two people: then also by the name
            return next((row for row in named if fold(self._seen(card, row).name) == fold(card.name)), named[0])
        return self._by_ways(entry, "email") or self._by_ways(entry, "phone") if self.known.by_way else 0

    def _agrees(self, card: Card, row: int) -> bool:
        """Whether a UID is to be believed: some programs number from 1, so a name or a way must be shared too."""
        name = self._seen(card, row).name
        return (self._is_called(card, row) or bool(set(fold(name).split()) & set(fold(card.name).split()))
                or any(way_key(way.kind, way.value) in self.known.ways.get(row, ()) for way in card.ways))

    def _is_called(self, card: Card, row: int) -> bool:
        """Whether someone's name, or that of one who was merged into them, is like the card's."""
        return any(like_names(name, card.name) for name in (self._seen(card, row).name, *self.known.also.get(row, ())))

    def _by_ways(self, entry: Entry, kind: str) -> int:
        """The one who can be reached the same way and has a like name; nobody when there are two such."""
        card, by_way = entry.card, self.known.by_way
        found = {row for key in entry.keys if key.startswith(kind) and key in by_way for owner in by_way[key]
                 if kind == "email" or self._is_number_of(card, key, owner)
                 for row in self._of_owner(owner) if self._is_here(card, row) and self._is_called(card, row)}
        if len(found) > 1:
            found = {row for row in found if fold(self._seen(card, row).name) == fold(card.name)}
        return found.pop() if len(found) == 1 else 0

    def _is_number_of(self, card: Card, key: str, owner: int) -> bool:
        """Whether a number of the card is the one that `owner` has, and not just its last digits."""
        theirs = [value for whose, value in self.known.numbers[key] if whose == owner]
        return any(one_number(way.value, value, self._country) for way in card.ways
                   if way.kind == "phone" and way_key("phone", way.value) == key for value in theirs)

    def _of_owner(self, owner: int) -> list[int]:
        """Who can be reached by a way: its owner, and for a customer that is one person also that person."""
        if owner in self.known.people or self.known.customers[owner].kind == "business":
            return [owner]
        return self.known.people_of[owner]

    def _undone(self, entry: Entry) -> int:
        """A row of the same content that an undone import left behind; it is brought back instead of doubled."""
        known = self.known
        for row in self._marked(entry):
            if entry.card.is_company:
                seen = known.customers.get(row)
                if seen is not None and seen.kind == "business" and seen.state == UNDONE:
                    return row
            elif row in known.people and known.people[row].state == UNDONE and known.homes[row]:
                return row
        return 0

    def _kept_out(self, entry: Entry) -> str:
        known = self.known
        if entry.card.is_company:
            homes = [known.customers[entry.known]]
        else:
            homes = [known.customers[home.customer] for home in known.homes[entry.known]]
        here = [home for home in homes if home.state == LIVE]
        if not here or self._seen(entry.card, entry.known).state == TRASHED:
            return _("in the trash")
        return _("not a customer") if all(home.standing == NOT_CUSTOMER for home in here) else ""

    def _missing(self, card: Card, row: int) -> Missing:
        seen, known = self._seen(card, row), self.known
        ways = set(known.ways.get(row, ()))
        missing = Missing(photo=None if seen.photo else card.photo, after=len(ways))
        homes = [row]
        if isinstance(seen, PersonSeen):
            homes = []
            for home in known.live_homes(row):
                homes.append(home.customer)
                ways |= known.ways.get(home.customer, set())
                if card.role and not home.role:
                    missing.roles[home.id] = card.role
            missing.filled = {field: getattr(card, field) for field, told in zip(PERSON_FIELDS, seen.told, strict=True)
                              if getattr(card, field) and not told}
            if "gone" in missing.filled and card.gone_on:
                missing.filled["gone_on"] = card.gone_on
        if card.uid and not seen.uid and row not in known.of_uid(card.uid):
            missing.filled["uid"] = card.uid
        for way in card.ways:
            if (key := way_key(way.kind, way.value)) not in ways:
                ways.add(key)
                missing.ways.append(way)
        self._missing_days(card, row, homes[:1], missing)
        self._missing_words(card, row, homes[:1], missing)
        return missing

    def _missing_days(self, card: Card, row: int, home: list[int], missing: Missing) -> None:
        days: dict[tuple[str, int, int], tuple[int, int | None]] = {}
        for owner in (*home, row):      # what is told of a customer that is one person is told of them
            days |= self.known.days.get(owner, {})
        for day in card.days:
            found = days.get((day.kind, day.month, day.day))
            if found is None:
                missing.days.append(day)
            elif found[1] is None and day.year is not None:
                missing.years[found[0]] = day.year

    def _missing_words(self, card: Card, row: int, home: list[int], missing: Missing) -> None:
        """Facts, family, and what their customer lacks."""
        known = self.known
        facts = known.facts.get(row, set()).union(*(known.facts.get(customer, ()) for customer in home))
        told = [*card.facts, *self._beside(card, row)]
        linked = known.linked.get(row, set()).union(*(known.linked.get(customer, ()) for customer in home))
        for relation in card.relations:
            if fold(relation.name) in linked:
                continue
            sentence = labels.sentence(relation)
            if relation.group not in FAMILY or card.is_company:
                told.append(sentence)
            elif fold(relation.name) not in known.family.get(row, ()) and fold(sentence.text) not in facts:
                missing.family.append(relation)
        missing.facts = [fact for fact in told if fold(fact.text) not in facts]
        for customer in home:
            seen = known.customers[customer]
            keeper = known.keepers.get(fold(card.keeper)) if card.keeper else None
            missing.at = {field: value for field, value, there in (
                ("since", card.since, seen.since), ("keeper", keeper, seen.keeper)) if value and not there}
            missing.tags = [tag for tag in card.tags if fold(tag) not in known.tags.get(customer, ())]

    def _beside(self, card: Card, row: int) -> list[Fact]:
        """What differs from what stands on the desk: it is kept beside it, for a person to look at."""
        seen, known = self._seen(card, row), self.known
        told = []
        if not self._is_called(card, row):
            told.append(_("Also called {name}").format(name=card.name))
        if isinstance(seen, PersonSeen):
            homes = known.live_homes(row)
            theirs = dict(zip(PERSON_FIELDS, seen.told, strict=True))
            if card.nickname and theirs["nickname"] and fold(card.nickname) != fold(theirs["nickname"]):
                told.append(_("Also called {name}").format(name=card.nickname))
            if card.work and theirs["work"] and fold(card.work) != fold(theirs["work"]):
                told.append(_("Work: {work}").format(work=card.work))
            if card.role and all(home.role and fold(home.role) != fold(card.role) for home in homes):
                told.append(_("Role: {role}").format(role=card.role))
            if card.company and all(known.customers[home.customer].folded != fold(card.company) for home in homes):
                told.append(_("Company: {name}").format(name=card.company))
        return [Fact("note", text) for text in told]

    def _take_in(self, row: int, missing: Missing) -> None:
        known = self.known
        known.ways[row].update(way_key(way.kind, way.value) for way in missing.ways)
        known.facts[row].update(fold(fact.text) for fact in missing.facts)
        known.family[row].update(fold(relation.name) for relation in missing.family)
        for day in missing.days:
            known.days[row][day.kind, day.month, day.day] = (0, day.year)


def one_number(one: str, other: str, country: str) -> bool:
    """Whether two numbers whose last digits are alike are one, dialled from `country`; in doubt they are."""
    first, second = contact_key("phone", one), contact_key("phone", other)
    if first == second:
        return True
    import phonenumbers  # 60 ms, and 70 us a number: only where digits differ

    try:
        numbers = [phonenumbers.parse(number, country) for number in (one, other)]
    except phonenumbers.NumberParseException:
        return True
    if not all(map(phonenumbers.is_possible_number, numbers)):
        return True
    return (numbers[0].country_code, numbers[0].national_number) == (
        numbers[1].country_code, numbers[1].national_number)
