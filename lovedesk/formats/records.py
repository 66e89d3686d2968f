"""What a file of contacts holds, as plain records: the one shape that every reader gives and every writer takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Way(NamedTuple):
    """A way to be reached: kind is phone, email, address, web or im."""

    kind: str
    value: str
    label: str = ""
    preferred: bool = False


class YearlyDay(NamedTuple):
    """A day of theirs; year is None where it is unknown. Kind is birthday, anniversary, or their own word."""

    kind: str
    month: int
    day: int
    year: int | None = None


class Fact(NamedTuple):
    """Something a file tells of a person: topic is a slug of resources/topics.toml ("family", "hobby", "care"...)."""

    topic: str
    text: str


@dataclass(slots=True)
class Card:
    """One contact of a file: a person, or a company where `is_company` (then `name` is the company's)."""

    place: int                  # line (vCard) or row (CSV) where it begins, from 1
    name: str = ""              # as it is shown; never empty in what a reader gives
    given: str = ""
    family: str = ""
    is_company: bool = False
    company: str = ""
    role: str = ""
    nickname: str = ""
    say: str = ""               # how to say the name
    uid: str = ""
    ways: list[Way] = field(default_factory=list)
    days: list[YearlyDay] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    photo: bytes | None = None
    raw: list[str] = field(default_factory=list)     # unfolded lines (or "Header: value") that were not understood


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
