"""The cards of an import as they are looked at: tidied, with a fingerprint, twins of one import folded into one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from lovedesk.formats.records import Card, Fact, Reading, Way, YearlyDay
from lovedesk.shop.customers import NAME_LIMIT
from lovedesk.shop.details import TEXT_LIMIT
from lovedesk.shop.folding import contact_key, fold, tidy, tidy_line
from lovedesk.words import _

PHOTO_LIMIT = 16 << 20      # more than any phone's portrait; a file of films must not fill the desk
Progress = Callable[[int, int], None]


class Fate(StrEnum):
    """What an import does with a card."""

    NEW = "new"
    ADDS = "adds"           # someone who is here gets what was missing
    SAME = "same"
    KEPT_OUT = "kept out"   # not a customer, or in the trash: nothing changes


@dataclass(slots=True)
class Missing:
    """What a card knows of someone who is here and the desk does not; `filled` are their empty fields."""

    ways: list[Way]
    days: list[YearlyDay]
    years: dict[int, int]               # special days whose year is now known
    facts: list[Fact]
    filled: dict[str, str]
    photo: bytes | None
    roles: dict[int, str]               # memberships without a role
    after: int                          # how many ways they have

    def __bool__(self) -> bool:
        return bool(self.ways or self.days or self.years or self.facts or self.filled or self.photo or self.roles)


@dataclass(slots=True, eq=False)
class Entry:
    """A card of this import and who it is on the desk: a person, or for a company's card a customer; 0 is nobody."""

    number: int
    card: Card
    source: str
    fingerprint: str
    fate: Fate = Fate.NEW
    known: int = 0
    undone: int = 0                     # a row that an undone import left behind, of the same content
    missing: Missing | None = None
    remark: str = ""


def entries(readings: Iterable[Reading], progress: Progress | None = None) -> tuple[list[Entry], int]:
    """The cards of all files in order, and how many stood there twice."""
    found: list[Entry] = []
    by_uid: dict[str, Entry] = {}
    by_content: dict[str, Entry] = {}
    total = sum(len(reading.cards) for reading in readings)
    twice = 0
    for reading in readings:
        for card in reading.cards:
            if progress is not None and len(found) % 500 == 0:
                progress(len(found), total)
            tidied(card)
            entry = Entry(len(found), card, reading.source, fingerprint(card))
            twin = by_content.get(entry.fingerprint) or (by_uid.get(card.uid) if card.uid else None)
            if twin is not None and _same(twin.card, card):
                _fold_into(twin, card)
                by_content[entry.fingerprint] = by_content[twin.fingerprint] = twin
                twice += 1
                continue
            found.append(entry)
            by_content[entry.fingerprint] = entry
            if card.uid:
                by_uid.setdefault(card.uid, entry)
    return found, twice


def _same(one: Card, other: Card) -> bool:
    """Some programs write one UID on every card: then the names tell."""
    return one.is_company == other.is_company and like_names(one.name, other.name)


def _fold_into(entry: Entry, card: Card) -> None:
    kept = entry.card
    for field in ("given", "family", "company", "role", "nickname", "say", "uid"):
        if not getattr(kept, field):
            setattr(kept, field, getattr(card, field))
    ways = {way_key(way.kind, way.value) for way in kept.ways}
    kept.ways += [way for way in card.ways if way_key(way.kind, way.value) not in ways]
    kept.days += [day for day in card.days if day not in kept.days]
    kept.facts += [fact for fact in card.facts if fact not in kept.facts]
    kept.raw += [line for line in card.raw if line not in kept.raw]
    kept.photo = kept.photo or card.photo
    entry.fingerprint = fingerprint(kept)


def tidied(card: Card) -> None:
    """Names on one line; what is longer than any name or note is kept whole in `raw`; no control characters."""
    for field in ("name", "given", "family", "company", "role", "nickname", "say"):
        text = getattr(card, field)
        if text and (not text.isprintable() or "  " in text or len(text) > NAME_LIMIT):
            setattr(card, field, _shortened(card, tidy_line(text), NAME_LIMIT))
    if not card.name:
        card.name = next((way.value for way in card.ways), _("No name"))
    if not all(way.value.isprintable() for way in card.ways):
        card.ways = [way if way.value.isprintable() else way._replace(value=tidy(way.value)) for way in card.ways]
    if not all(fact.text.isprintable() and len(fact.text) <= TEXT_LIMIT for fact in card.facts):
        card.facts = [fact._replace(text=_shortened(card, tidy(fact.text), TEXT_LIMIT)) for fact in card.facts]
    if not all(line.isprintable() for line in card.raw):
        card.raw = [tidy(line) for line in card.raw]
    if card.photo is not None and len(card.photo) > PHOTO_LIMIT:
        card.raw.append(_("A photo of {size} MB was left out.").format(size=len(card.photo) >> 20))
        card.photo = None


def _shortened(card: Card, text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    card.raw.append(text)
    return text[:limit].rpartition(" ")[0] or text[:limit]


def fingerprint(card: Card) -> str:
    """The same for the same content, whichever program wrote it: without its UID and the lines not understood."""
    photo = hashlib.blake2b(card.photo, digest_size=8).hexdigest() if card.photo else ""
    content = json.dumps((
        card.name, card.given, card.family, card.is_company, card.company, card.role, card.nickname, card.say,
        sorted(card.ways), sorted(card.facts, key=str), [tuple(day) for day in card.days], photo),
        separators=(",", ":"), default=str)
    return hashlib.blake2b(content.encode(), digest_size=16).hexdigest()


def way_key(kind: str, value: str) -> str:
    """What tells two ways to be reached apart: the last eight digits of a number, an e-mail, folded letters."""
    if kind == "phone":
        number = contact_key(kind, value)
        return f"phone {number[-8:]}" if number else f"phone {fold(value)}"
    if kind == "email":
        return f"email {contact_key(kind, value)}"
    return f"{kind} {''.join(letter for letter in fold(value) if letter.isalnum())}"


def like_names(one: str, other: str) -> bool:
    """Whether two names may be one person's: one's words are among the other's, initials count."""
    if one == other:
        return True
    words, others = sorted((_words(one), _words(other)), key=len)
    if not words:
        return False
    initials = {word[0] for word in others}
    whole = any(len(word) > 1 and word in others for word in words)
    return whole and all(word in others or (len(word) == 1 and word in initials) for word in words)


def _words(name: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in fold(name)).split()
