"""vCard 2.1, 3.0 and 4.0 as phones and mail programs really write them: bytes to cards. A bad card stops no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from lovedesk.formats import labels, vcard_lines
from lovedesk.formats.names import NameParts
from lovedesk.formats.records import Card, Reading, Unreadable, Way
from lovedesk.formats.vcard_draft import Draft
from lovedesk.formats.vcard_lines import Head, plain
from lovedesk.formats.vcard_properties import Handler, handler
from lovedesk.words import _

Progress = Callable[[int, int], None]
BASE64 = re.compile(r"\s*[A-Za-z0-9+/=]+\s*")
DEEPEST_NEST = 4
KNOWN_HEADS = 4000
NO_PEOPLE = frozenset({"location", "place", "thing", "application", "device"})


def read(
    data: bytes, source: str, *, country: str, codec: str = "", progress: Progress | None = None,
) -> Reading:
    """Every card of bytes without mark and zeros, each with its place, or why it could not be read."""
    reading = Reading(source)
    reader = _Reader(data, country, codec)
    for number, block in enumerate(vcard_lines.blocks(data, country, codec)):
        if progress is not None and number % 100 == 0:
            progress(block.offset, len(data))
        for draft in reader.drafts(block):
            found = _finished(draft)
            if isinstance(found, Card):
                reading.cards.append(found)
            else:
                reading.unreadable.append(found)
    if progress is not None:
        progress(len(data), len(data))
    return reading


class _Reader:
    """Reads the cards of one file; it remembers each head of a line that it took apart."""

    def __init__(self, data: bytes, country: str, codec: str) -> None:
        self.data = data
        self.codec = codec
        self.country = country
        self.known: dict[str, tuple[Head, Handler]] = {}

    @cached_property
    def page(self) -> str:
        """The code page of quoted-printable values that name none: the file tells more than a single name."""
        return self.codec or vcard_lines.quoted_page(self.data, self.country)

    def drafts(self, block: vcard_lines.Block) -> Iterator[Draft]:
        """The card of a block, and those after it whose BEGIN is lost."""
        lines = iter(block.lines)
        next(lines)
        yield self.fill(Draft(block.place, self.country), lines)
        rest = list(lines)
        lines = iter(rest)
        for _end in range(sum(line[:4].upper() == "END:" for line in rest)):
            draft = self.fill(Draft(block.place, self.country), lines)
            if draft.full_name or draft.name_parts or draft.card.ways:
                yield draft

    def fill(self, draft: Draft, lines: Iterator[str], depth: int = 0) -> Draft:
        """Read lines into a draft until its card ends."""
        known = self.known
        for line in lines:
            head_text, _colon, value = line.partition(":")
            entry = known.get(head_text)
            if entry is None:
                if not line or line.isspace():
                    if draft.binary is not None:
                        draft.take_binary()
                    continue
                head_text, value = vcard_lines.split_head(line)
                if not head_text:
                    self.stray(draft, line)
                    continue
                entry = known.get(head_text) or self.learn(head_text)
            head, handle = entry
            if handle is _structure:
                if head.name == "END":
                    break
                self.nest(draft, head, value, lines, depth)
                continue
            if head.quoted:
                value = vcard_lines.unquoted(value, head.charset, self)
            if value and not value.isspace():
                draft.line = line
                handle(draft, head, value)
        if draft.binary is not None:
            draft.take_binary()
        return draft

    def learn(self, text: str) -> tuple[Head, Handler]:
        """Take a head apart, and remember it as long as a file has few of them."""
        head = Head(text)
        handle = _structure if head.name in {"END", "BEGIN", "AGENT"} else handler(head.name)
        if len(self.known) < KNOWN_HEADS and len(text) < 200 and '"' not in text:
            self.known[text] = head, handle
        return head, handle

    def stray(self, draft: Draft, line: str) -> None:
        """A line without a colon goes on with the base64 above it, or is kept as it is."""
        if draft.binary is not None and BASE64.fullmatch(line):
            draft.binary.append(line.strip())
        elif any(char.isalnum() for char in line):
            draft.keep_raw(line)

    def nest(self, draft: Draft, head: Head, value: str, lines: Iterator[str], depth: int) -> None:
        """A card within the card is their assistant's: told by name and number, with its own odd lines kept."""
        text = plain(value)
        inner = lines
        if head.name == "AGENT" and text[:6].upper() != "BEGIN:":
            if text:
                draft.add_relation(labels.relation("agent", text))
            return                 # where it is empty, the card follows with a BEGIN of its own
        if "\n" in text:
            inner = iter(text.split("\n")[1:])
        if depth >= DEEPEST_NEST:
            return
        agent = _finished(self.fill(Draft(draft.card.place, self.country), inner, depth + 1))
        if isinstance(agent, Card) and text.upper().rstrip().endswith("VCARD"):
            reached = [way.value for way in agent.ways if way.kind in {"phone", "email"}]
            draft.add_relation(labels.relation("agent", ", ".join([agent.name, *reached])))
            draft.card.raw += agent.raw


def _structure(draft: Draft, head: Head, value: str) -> None:
    """Marks BEGIN, END and AGENT in the table of heads; the reader itself follows them."""


def _finished(draft: Draft) -> Card | Unreadable:
    card = draft.card
    _name_groups(draft)
    _add_letter_addresses(draft)
    _name_person(draft)
    _say(draft)
    for more in draft.organisations[1:]:
        draft.add_relation(labels.relation("also at", more))
    if len(card.ways) > 1:
        card.ways = _tidied(card.ways)
    if draft.kind == "group":
        return Unreadable(card.place, _("a list of people, not a person"), card.name[:80])
    if draft.kind in NO_PEOPLE:
        return Unreadable(card.place, _("a place or a thing, not a person"), card.name[:80])
    if not card.name:
        return Unreadable(card.place, _("has no name and no way to be reached"), _first_words(card))
    return card


def _first_words(card: Card) -> str:
    return (card.facts[0].text if card.facts else card.raw[0] if card.raw else "")[:80]


def _name_groups(draft: Draft) -> None:
    """Give ways, days and relations the label that a line of the same group carries."""
    card = draft.card
    for group, where, number in draft.by_group:
        label = draft.labels.get(group, "")
        word = labels.of_word(label)
        if where == "relations":
            card.relations[number] = labels.relation(label, card.relations[number].name)
        elif where == "ways":
            card.ways[number] = _with_group(card.ways[number], group, word, draft.beside)
        elif word:
            card.days[number] = card.days[number]._replace(kind=word)


def _with_group(way: Way, group: str, word: str, beside: dict[tuple[str, str], str]) -> Way:
    return way._replace(
        label=word or way.label, value=beside.get((group, "value"), way.value), note=beside.get((group, "note"), ""),
        way_in=beside.get((group, "way_in"), ""))


def _add_letter_addresses(draft: Draft) -> None:
    """A LABEL repeats the ADR beside it; only one without an ADR of its kind is an address by itself."""
    if not draft.letter_addresses:
        return
    told = {known.label for known in draft.card.ways if known.kind == "address"}
    for way in draft.letter_addresses:
        if way.label not in told:
            told.add(way.label)
            draft.card.ways.append(way)


def _name_person(draft: Draft) -> None:
    card = draft.card
    parts = NameParts(*draft.name_parts[:5])
    card.family, card.given, card.middle, card.prefix, card.suffix = parts
    if draft.nicknames:
        card.nickname = ", ".join(dict.fromkeys(draft.nicknames))
    if card.tags:
        card.tags = labels.tags(card.tags)
    card.company = draft.organisations[0] if draft.organisations else ""
    # ROLE beside a TITLE is what they do for a living; alone it is all that is known of their place
    roles = [*(draft.roles or draft.works), *draft.departments]
    if draft.roles and draft.works and not card.work:
        card.work = ", ".join(dict.fromkeys(work for work in draft.works if work not in roles[:9]))
    card.role = roles[0] if len(roles) == 1 else ", ".join(dict.fromkeys(roles))
    person = draft.full_name or parts.composed()
    no_parts = not card.given and not card.family
    marked = draft.is_company or draft.kind in {"org", "organization", "company"}
    # Some programs put a word of the company's name into N, and nobody's given name beside it.
    nobody = no_parts or (not card.given and card.family.casefold() in card.company.casefold().split())
    card.is_company = marked or (bool(card.company) and nobody and person in {"", card.company})
    if card.is_company:
        card.name = card.company or person
        card.company = card.name
        if not no_parts and (contact := parts.composed()) != card.name:
            draft.add_relation(labels.relation("contact", contact))
    else:
        card.name = person or card.company or card.nickname
    if not card.name:
        reached = {way.kind: way.value for way in reversed(card.ways)}
        card.name = reached.get("email") or reached.get("phone") or reached.get("im") or reached.get("web") or ""


def _say(draft: Draft) -> None:
    said = draft.spoken
    if not said or draft.card.say:
        return
    card = draft.card
    ordered = [said.get(part, "") for part in ("given", "middle", "family")]
    text = " ".join(filter(None, ordered)) or said.get("whole", "") or said.get("sorted", "")
    told = {word.casefold() for word in text.replace(",", " ").split()}
    named = {word.casefold() for word in f"{card.name} {card.given} {card.family}".replace(",", " ").split()}
    if not told <= named:
        card.say = text


def _tidied(ways: list[Way]) -> list[Way]:
    """The same way but once, and one preferred of each kind: the first that is marked."""
    kept: dict[tuple[str, str], Way] = {}
    preferred: set[str] = set()
    for way in ways:
        first = way.preferred and way.kind not in preferred
        key = way.kind, way.value
        known = kept.get(key)
        if known is None:
            kept[key] = way if way.preferred == first else way._replace(preferred=False)
        else:
            kept[key] = known._replace(label=known.label or way.label, preferred=known.preferred or first)
        if first:
            preferred.add(way.kind)
    return list(kept.values())
