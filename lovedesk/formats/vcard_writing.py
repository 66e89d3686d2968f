"""Cards as vCard 3.0 or 4.0: what phones and mail programs take, and `contacts.read` gives back as the same cards.

For what vCard has no word for there are lines of our own (X-LOVEDESK-...), see `vcard_own`.
"""

from __future__ import annotations

import base64
import datetime as dt
import re
from collections.abc import Iterable, Iterator

from lovedesk.formats import labels
from lovedesk.formats.records import Card, Fact, Relation, Way, YearlyDay
from lovedesk.words import _

V3, V4 = "3.0", "4.0"
WIDTH = 75              # bytes of a line
NO_YEAR = 1604          # what Apple's programs write where the year is not known; a leap year
_PROPERTY = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)?(;[^:]*)?:")
_ADDRESS = re.compile(r"(urn|https?|data|uid|file|mailto|tel):", re.IGNORECASE)
_PICTURES = ((b"\xff\xd8\xff", "jpeg"), (b"\x89PNG", "png"), (b"GIF8", "gif"), (b"RIFF", "webp"))
_NAMES = {"phone": "TEL", "email": "EMAIL", "address": "ADR", "web": "URL", "im": "IMPP"}
_BUILT_IN = frozenset({
    "spouse", "child", "father", "mother", "parent", "brother", "sister", "friend", "manager", "assistant", "partner",
    "daughter", "son"})     # that Apple's programs show in the language of the phone


def vcards(cards: Iterable[Card], version: str) -> Iterator[bytes]:
    """Each card as a vCard, one after the other."""
    for card in cards:
        yield "".join(map(folded, _Writer(card, version).lines())).encode("utf-8", "replace")


def folded(line: str) -> str:
    """A line as it stands in a file: of 75 bytes at most, no letter cut in two."""
    if len(line) * 4 <= WIDTH or (line.isascii() and len(line) <= WIDTH):
        return f"{line}\r\n"
    pieces, room, size = [""], WIDTH, 0
    for letter in line:
        width = len(letter.encode("utf-8", "replace"))
        if size + width > room:
            pieces.append("")
            room, size = WIDTH - 1, 0
        pieces[-1] += letter
        size += width
    return "\r\n ".join(pieces) + "\r\n"


def escaped(text: str) -> str:
    """A text as a value: what has a meaning of its own is marked."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def quoted(text: str) -> str:
    """A text as a parameter's value."""
    text = text.replace("^", "^^").replace('"', "^'").replace("\r\n", "\n").replace("\n", "^n")
    return f'"{text}"'


class _Writer:
    """The lines of one card. What belongs together stands in a group, numbered as Apple's programs do."""

    def __init__(self, card: Card, version: str) -> None:
        self.card = card
        self.version = version
        self.groups = 0

    def lines(self) -> Iterator[str]:
        """All lines, from BEGIN to END."""
        card = self.card
        yield from ("BEGIN:VCARD", f"VERSION:{self.version}")
        if card.uid:
            yield f"UID:{escaped(card.uid)}"
        yield from self.names()
        for way in card.ways:
            yield from self.way(way)
        yield from self.all_days()
        for relation in card.relations:
            yield from self.relation(relation)
        yield from self.facts()
        if card.tags:
            yield f"CATEGORIES:{','.join(map(escaped, card.tags))}"
        yield from self.own()
        yield from self.photo()
        for line in card.raw:
            yield line if _PROPERTY.match(line) and line.isprintable() else f"X-LOVEDESK-RAW:{escaped(line)}"
        yield "END:VCARD"

    def names(self) -> Iterator[str]:
        card = self.card
        parts = ("", "", "", "", "") if card.is_company else (
            card.family, card.given, card.middle, card.prefix, card.suffix)
        yield f"FN:{escaped(card.name)}"
        yield f"N:{';'.join(map(escaped, parts))}"
        if card.is_company:
            yield "KIND:org" if self.version == V4 else "X-ABShowAs:COMPANY"
        if card.company:
            yield f"ORG:{escaped(card.company)}"
        for name, text in (("TITLE", card.role), ("NICKNAME", card.nickname)):
            if text:
                yield f"{name}:{escaped(text)}"
        if card.language:
            yield f"{'LANG' if self.version == V4 else 'X-LOVEDESK-LANGUAGE'}:{escaped(card.language)}"

    def group(self) -> str:
        self.groups += 1
        return f"item{self.groups}"

    def way(self, way: Way) -> Iterator[str]:
        types = _types().get(way.label, "")
        kind = "X-IM" if way.kind == "im" and ":" in way.value else _NAMES[way.kind]
        group = self.group() if way.note or way.way_in or (way.label and not types) else ""
        told = [*types.split(",")] if types else []
        if way.preferred and self.version == V3:
            told.append("PREF")
        head = f"{group}.{kind}" if group else kind
        if told:
            head += f";TYPE={','.join(told)}"
        if way.preferred and self.version == V4:
            head += ";PREF=1"
        value = escaped(way.value)
        yield f"{head}:;;{value};;;;" if way.kind == "address" else f"{head}:{value}"
        if way.label and not types:
            yield f"{group}.X-ABLabel:{escaped(way.label)}"
        if way.note:
            yield f"{group}.X-LOVEDESK-NOTE:{escaped(way.note)}"
        if way.way_in:
            yield f"{group}.X-LOVEDESK-WAY-IN:{escaped(way.way_in)}"

    def all_days(self) -> Iterator[str]:
        seen = set()
        for day in self.card.days:
            yield from self.day(day, first=day.kind not in seen)
            seen.add(day.kind)

    def day(self, day: YearlyDay, *, first: bool) -> Iterator[str]:
        text, params = self._written(day)
        if day.kind == "birthday" and first:
            yield f"BDAY{params}:{text}"
        elif day.kind == "anniversary" and first and self.version == V4:
            yield f"ANNIVERSARY:{text}"
        else:
            group = self.group()
            label = "_$!<Anniversary>!$_" if day.kind == "anniversary" else escaped(day.kind)
            yield f"{group}.X-ABDATE{params}:{text}"
            yield f"{group}.X-ABLabel:{label}"

    def _written(self, day: YearlyDay) -> tuple[str, str]:
        if day.year is not None:
            text = f"{day.year:04}-{day.month:02}-{day.day:02}"
            return (text.replace("-", "") if self.version == V4 else text), ""
        if self.version == V4:
            return f"--{day.month:02}{day.day:02}", ""
        return f"{NO_YEAR}-{day.month:02}-{day.day:02}", f";X-APPLE-OMIT-YEAR={NO_YEAR}"

    def relation(self, relation: Relation) -> Iterator[str]:
        key = _relations().get((relation.word, relation.group), "")
        value = escaped(relation.name)
        if self.version == V4 and key and not _ADDRESS.match(relation.name):
            yield f"RELATED;VALUE=text;TYPE={key}:{value}"
        elif self.version == V3 and (key or _is_own_word(relation)):
            group = self.group()
            yield f"{group}.X-ABRELATEDNAMES:{value}"
            if relation.word:
                label = f"_$!<{key.capitalize()}>!$_" if key in _BUILT_IN else escaped(relation.word)
                yield f"{group}.X-ABLabel:{label}"
        else:
            yield f"X-LOVEDESK-RELATION;WORD={quoted(relation.word)};GROUP={quoted(relation.group)}:{value}"

    def facts(self) -> Iterator[str]:
        for fact in self.card.facts:
            if fact == Fact("note", fact.text):
                yield f"NOTE:{escaped(fact.text)}"
                continue
            params = {"TOPIC": fact.topic, "CHANGE": fact.change, "LEARNED": _iso(fact.learned_on),
                      "CONFIRMED": _iso(fact.confirmed_on), "DAY": _iso(fact.day), "SEEN": fact.seen_by}
            told = "".join(f";{name}={quoted(value)}" for name, value in params.items() if value)
            yield f"X-LOVEDESK-DETAIL{told}:{escaped(fact.text)}"

    def own(self) -> Iterator[str]:
        card = self.card
        plain = {"SAY": card.say, "WORK": card.work, "KIND": card.kind, "STANDING": card.standing,
                 "SINCE": _iso(card.since), "KEEPER": card.keeper}
        for name, text in plain.items():
            if text:
                yield f"X-LOVEDESK-{name}:{escaped(text)}"
        if card.gone:
            on = f";ON={_iso(card.gone_on)}" if card.gone_on else ""
            yield f"X-LOVEDESK-GONE{on}:{card.gone}"
        if card.wish_channel:
            when = f";TIME={quoted(card.wish_time)}" if card.wish_time else ""
            yield f"X-LOVEDESK-WISH{when}:{escaped(card.wish_channel)}"
        elif card.wish_time:
            yield f"X-LOVEDESK-WISH-TIME:{escaped(card.wish_time)}"
        if card.family_of:
            yield f"X-LOVEDESK-FAMILY-OF;WORD={quoted(card.family_word)}:{escaped(card.family_of)}"
        for link in card.links:
            yield f"X-LOVEDESK-LINK;WORD={quoted(link.word)};BACK={quoted(link.back)}:{escaped(link.uid)}"

    def photo(self) -> Iterator[str]:
        photo = self.card.photo
        if not photo:
            return
        kind = next((kind for beginning, kind in _PICTURES if photo.startswith(beginning)), "jpeg")
        data = base64.b64encode(photo).decode()
        yield f"PHOTO:data:image/{kind};base64,{data}" if self.version == V4 else (
            f"PHOTO;ENCODING=b;TYPE={kind.upper()}:{data}")


def _is_own_word(relation: Relation) -> bool:
    return relation.group == "family" and relation.word.lower() not in labels.GROUPS


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _types() -> dict[str, str]:
    """The types that other programs know, by our word for them."""
    return {_("mobile"): "CELL", _("home"): "HOME", _("work"): "WORK", _("fax"): "FAX", _("pager"): "PAGER",
            _("work fax"): "WORK,FAX", _("home fax"): "HOME,FAX", _("work mobile"): "WORK,CELL"}


def _relations() -> dict[tuple[str, str], str]:
    """The word that other programs know for a relation, by our word for it; the first of several."""
    known: dict[tuple[str, str], str] = {}
    for key, (group, word) in labels.GROUPS.items():
        if re.fullmatch(r"[a-z-]+", key):
            known.setdefault((word, group), key)
    return known
