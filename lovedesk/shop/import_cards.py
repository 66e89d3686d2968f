"""The cards of an import as they are looked at: tidied, with a fingerprint, twins of one import folded into one."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter

from lovedesk.formats import labels
from lovedesk.formats.records import Card, Fact, Reading, Relation, Way, YearlyDay
from lovedesk.shop import uids
from lovedesk.shop.customers import NAME_LIMIT
from lovedesk.shop.details import TEXT_LIMIT
from lovedesk.shop.folding import contact_key, fold, tidy, tidy_line
from lovedesk.words import _

PHOTO_LIMIT = 16 << 20      # more than any phone's portrait; a file of films must not fill the desk
ROUND = "3:"                # before a fingerprint of all that a card holds today; older desks have shorter ones
FAMILY = frozenset({"family", "pet"})
_NAMES = ("name", "given", "family", "company", "role", "nickname", "say", "prefix", "middle", "suffix", "work",
          "language", "wish_channel", "wish_time", "keeper", "family_word")
_FOLDED = ("given", "family", "company", "role", "nickname", "say", "uid", "prefix", "middle", "suffix", "work",
           "language", "standing", "since", "gone", "gone_on", "wish_channel", "wish_time", "keeper", "photo")
_DIALLED_ON = re.compile(r"\s*(?:[,;#pwx]|ext).*$", re.IGNORECASE | re.DOTALL)     # an extension, a pause
Progress = Callable[[int, int], None]


class Fate(StrEnum):
    """What an import does with a card."""

    NEW = "new"
    ADDS = "adds"           # someone who is here gets what was missing
    MAYBE = "maybe"         # someone of this name is here, and a person has not said whether it is the same
    SAME = "same"
    KEPT_OUT = "kept out"   # not a customer, or in the trash: nothing changes
    UNREAD = "unread"


@dataclass(slots=True)
class Missing:
    """What a card knows of someone who is here and the desk does not; `filled` are their empty fields, `at` those of
    their customer."""

    ways: list[Way] = field(default_factory=list)
    days: list[YearlyDay] = field(default_factory=list)
    years: dict[int, int] = field(default_factory=dict)        # special days whose year is now known
    facts: list[Fact] = field(default_factory=list)
    family: list[Relation] = field(default_factory=list)
    filled: dict[str, object] = field(default_factory=dict)
    at: dict[str, object] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    photo: bytes | None = None
    roles: dict[int, str] = field(default_factory=dict)        # memberships without a role
    after: int = 0                                             # how many ways they have

    def __bool__(self) -> bool:
        return bool(self.ways or self.days or self.years or self.facts or self.family or self.filled or self.at
                    or self.tags or self.photo or self.roles)


@dataclass(slots=True, eq=False)
class Entry:
    """A card of this import and who it is on the desk: a person, or for a company's card a customer; 0 is nobody."""

    number: int
    card: Card
    source: str
    fingerprint: str
    keys: list[str]                     # of its e-mails and numbers, see `way_key`
    fate: Fate = Fate.NEW
    known: int = 0
    undone: int = 0                     # a row that an undone import left behind, of the same content
    missing: Missing | None = None
    remark: str = ""
    maybe: tuple[int, ...] = ()         # who of the same name is here
    owner: Entry | None = None          # whose family they are
    row: int = 0                        # who they became
    twins: list[tuple[str, int, str]] = field(default_factory=list)     # source, place and name of its other cards


def entries(readings: Iterable[Reading], progress: Progress | None = None) -> tuple[list[Entry], int]:
    """The cards of all files in order, and how many stood there twice."""
    readings = list(readings)
    found = _Entries()
    total = sum(len(reading.cards) for reading in readings)
    for reading in readings:
        for card in reading.cards:
            if progress is not None and found.taken % 500 == 0:
                progress(found.taken, total)
            found.take(card, reading.source)
    for entry in found.all:
        if entry.card.family_of:
            entry.owner = found.by_uid.get(entry.card.family_of)
    return found.all, found.taken - len(found.all)


class _Entries:
    """Gathers cards; one of someone who stands there already, also in another file, is folded into theirs."""

    def __init__(self) -> None:
        self.all: list[Entry] = []
        self.taken = 0
        self.by_uid: dict[str, Entry] = {}
        self._by_content: dict[str, Entry] = {}
        self._by_way: dict[str, Entry] = {}

    def take(self, card: Card, source: str) -> None:
        """Take in a card."""
        self.taken += 1
        tidied(card)
        mark = fingerprint(card)
        keys = [way_key(way.kind, way.value) for way in card.ways if way.kind in {"email", "phone"}]
        twin = self._by_content.get(mark) or (self.by_uid.get(card.uid) if card.uid else None)
        if twin is None or not _same(twin.card, card):
            twin = self._reached_alike(card, keys)
        if twin is not None:
            twin.twins.append((source, card.place, card.name))
            _fold_into(twin, card)
            twin.keys += [key for key in keys if key not in twin.keys]
            self._by_content[mark] = self._by_content[twin.fingerprint] = twin
        else:
            twin = Entry(len(self.all), card, source, mark, keys)
            self.all.append(twin)
            self._by_content[mark] = twin
        if card.uid:
            self.by_uid.setdefault(card.uid, twin)
        for key in keys:
            self._by_way.setdefault(key, twin)

    def _reached_alike(self, card: Card, keys: list[str]) -> Entry | None:
        """Who has a like name and the same e-mail or number; not at two companies."""
        for key in keys:
            twin = self._by_way.get(key)
            if twin is not None and _same(twin.card, card) and not (
                    card.company and twin.card.company and fold(card.company) != fold(twin.card.company)) and not (
                    card.kind != twin.card.kind or card.family_of != twin.card.family_of):
                return twin
        return None


def _same(one: Card, other: Card) -> bool:
    """Some programs write one UID on every card: then the names tell. Two of a desk of ours are two."""
    if one.uid != other.uid and uids.row_of(one.uid) and uids.row_of(other.uid):
        return False
    return one.is_company == other.is_company and like_names(one.name, other.name)


def _fold_into(entry: Entry, card: Card) -> None:
    kept = entry.card
    for name in _FOLDED:
        if not getattr(kept, name):
            setattr(kept, name, getattr(card, name))
    if len(card.name) > len(kept.name):
        kept.name = card.name
    ways = {way_key(way.kind, way.value) for way in kept.ways}
    kept.ways += [way for way in card.ways if way_key(way.kind, way.value) not in ways]
    for name in ("days", "facts", "raw", "relations", "links", "tags"):
        getattr(kept, name).extend(one for one in getattr(card, name) if one not in getattr(kept, name))
    if card.role and kept.role and fold(card.role) != fold(kept.role):
        told = Fact("note", _("Role: {role}").format(role=card.role))
        kept.facts += [told] if told not in kept.facts else []
    entry.fingerprint = fingerprint(kept)


def tidied(card: Card) -> None:
    """Names on one line; what is longer than any name or note is kept whole in `raw`; no control characters."""
    for name in _NAMES:
        text = getattr(card, name)
        if text and (not text.isprintable() or "  " in text or len(text) > NAME_LIMIT):
            setattr(card, name, _shortened(card, tidy_line(text), NAME_LIMIT))
    if card.relations:
        card.relations = [relation._replace(name=name[:NAME_LIMIT], word=tidy_line(relation.word)[:NAME_LIMIT])
                          for relation in card.relations if (name := tidy_line(relation.name))]
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
    return ROUND + _digest((
        card.name, card.given, card.family, card.is_company, card.company, card.role, card.nickname, card.say,
        sorted(card.ways), sorted(card.facts, key=itemgetter(0, 1)), card.days, _picture(card), card.prefix,
        card.middle, card.suffix, card.work, card.language, card.kind, sorted(card.relations), card.links, card.tags,
        card.standing, card.since, card.gone, card.gone_on, card.wish_channel, card.wish_time, card.keeper))


def old_fingerprint(card: Card) -> str:
    """As a desk of the first round has it, whose cards held less."""
    facts = [fact[:2] for fact in (*card.facts, *map(labels.sentence, card.relations))]
    return _digest((
        card.name, card.given, card.family, card.is_company, card.company, card.role, card.nickname, card.say,
        sorted(way[:4] for way in card.ways), sorted(facts), card.days, _picture(card)))


def _picture(card: Card) -> str:
    return hashlib.blake2b(card.photo, digest_size=8).hexdigest() if card.photo else ""


def _digest(content: tuple[object, ...]) -> str:
    text = json.dumps(content, separators=(",", ":"), default=str)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def way_key(kind: str, value: str) -> str:
    """What tells two ways to be reached apart: the last eight digits of a number, an e-mail, folded letters."""
    if kind == "phone":
        if not value.isdecimal() and (dialled_on := _DIALLED_ON.search(value, 4)):
            value = value[:dialled_on.start()]
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
