"""What a file of contacts holds, as plain records: the one shape that every reader gives and every writer takes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple


class Way(NamedTuple):
    """A way to be reached: kind is phone, email, address, web or im."""

    kind: str
    value: str
    label: str = ""
    preferred: bool = False
    note: str = ""              # "best before 8"
    way_in: str = ""            # of an address: the key, the code, the dog


class YearlyDay(NamedTuple):
    """A day of theirs; year is None where it is unknown. Kind is birthday, anniversary, or their own word."""

    kind: str
    month: int
    day: int
    year: int | None = None


class Fact(NamedTuple):
    """Something a file tells: topic is a slug of resources/topics.toml, or the shop's own topic by its name."""

    topic: str
    text: str
    change: str = ""                        # what that changes for us
    learned_on: dt.date | None = None
    confirmed_on: dt.date | None = None
    day: dt.date | None = None              # a day of its own
    seen_by: str = ""                       # paper, here or me; "" leaves it to the topic


class Relation(NamedTuple):
    """Someone around them. `word` is what they are to them ("daughter", "manager", or the file's own word)."""

    name: str
    word: str = ""
    group: str = "family"       # family, pet, introduced (who recommended us), also at (a company), near (all others)


class CardLink(NamedTuple):
    """A tie to another card of the file, known by its UID: `word` is what that one is to this, `back` the reverse."""

    uid: str
    word: str = ""
    back: str = ""


@dataclass(slots=True)
class Card:
    """One contact of a file: a person, or a company where `is_company` (then `name` is the company's)."""

    place: int                  # line (vCard) or row (CSV) where it begins, from 1
    name: str = ""              # as it is shown; never empty in what a reader gives
    given: str = ""
    family: str = ""
    is_company: bool = False
    company: str = ""
    role: str = ""              # what they are there, with the department
    nickname: str = ""
    say: str = ""               # how to say the name
    uid: str = ""
    ways: list[Way] = field(default_factory=list)
    days: list[YearlyDay] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    photo: bytes | None = None
    raw: list[str] = field(default_factory=list)     # unfolded lines (or "Header: value") that were not understood
    prefix: str = ""
    middle: str = ""
    suffix: str = ""
    work: str = ""              # what they do for a living
    language: str = ""
    kind: str = ""              # "pet", else a person
    relations: list[Relation] = field(default_factory=list)
    links: list[CardLink] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    standing: str = ""          # enquiring, customer, one-off, gone, other; "" where the file does not say
    since: dt.date | None = None
    gone: str = ""              # died or left
    gone_on: dt.date | None = None
    wish_channel: str = ""      # how they wish to be reached: phone, email, visit...
    wish_time: str = ""
    keeper: str = ""            # who of the shop looks after them, by name
    family_of: str = ""         # UID of the card whose family this one is, and what they are to them
    family_word: str = ""


class Unreadable(NamedTuple):
    """A card or row that could not be read: where it begins, why in words, and its first words."""

    place: int
    reason: str
    excerpt: str = ""


@dataclass(slots=True)
class Reading:
    """All that was read from one file."""

    source: str                 # the file's name
    cards: list[Card] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)    # on the file as a whole: formulas without values, other sheets
