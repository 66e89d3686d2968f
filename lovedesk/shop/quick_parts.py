"""The parts of a line of quick add: what each is understood as, and where it stands in the line."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop.quick_days import Moment
from lovedesk.shop.quick_names import Whom
from lovedesk.shop.quick_plain import plain
from lovedesk.shop.quick_words import Kind
from lovedesk.words import _, date_short, month_title, time

KIND, OATH, WHOM, DAY, TAG, WORDS = "kind", "promise", "whom", "day", "tag", "words"
GAP, FILLER, TAIL = "gap", "filler", "tail"     # no chip: blanks and signs, "please" and "we", the "an" of "ruf Ana an"

Key = tuple[str, str]           # a part's role and its plain words
_SIGNS = " \t:,;–—-"


class Reading(NamedTuple):
    """One way to understand a part: the words of its chip, and what it stands for."""

    words: str
    icon: str
    value: Kind | Whom | Moment | str


class Part(NamedTuple):
    """A piece of the line. With several readings someone chooses; `said` is false for what the place implies."""

    role: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    key: Key
    by: bool = False
    said: bool = True


class Understood(NamedTuple):
    """A line as it was read: its parts in order cover it all. `today` is the day that it was read on."""

    line: str
    today: dt.date
    parts: tuple[Part, ...]
    head: int               # where the beginning that was understood ends, and the words begin

    def of(self, role: str) -> Part | None:
        """The first part of a role."""
        return next((part for part in self.parts if part.role == role), None)

    @property
    def open(self) -> Part | None:
        """The first part with several readings: Enter waits for a choice."""
        return next((part for part in self.parts if len(part.readings) > 1), None)

    @property
    def kind(self) -> Kind | None:
        """What the line is said to be."""
        part = self.of(KIND) or self.of(OATH)
        value = part.readings[0].value if part else None
        return value if isinstance(value, Kind) else None

    @property
    def whom(self) -> Whom | None:
        """Whom it is for."""
        part = self.of(WHOM)
        value = part.readings[0].value if part else None
        return value if isinstance(value, Whom) else None

    @property
    def when(self) -> Moment | None:
        """Its day and time."""
        part = self.of(DAY)
        value = part.readings[0].value if part else None
        return value if isinstance(value, Moment) else None

    @property
    def new_name(self) -> str:
        """The name of a new customer."""
        part = self.of(WHOM)
        value = part.readings[0].value if part else None
        return value if isinstance(value, str) else ""

    @property
    def tags(self) -> list[str]:
        """The words of its tags."""
        return [str(part.readings[0].value) for part in self.parts if part.role == TAG]


def when_words(moment: Moment, today: dt.date, *, by: bool, many: bool) -> str:
    """The words of a day's chip; `many` when it stands beside another reading."""
    assert moment.day is not None  # the reader gives a time its day
    if moment.month:
        return month_title(moment.day) if moment.day.day == 1 else date_short(moment.day, today)
    day = date_short(moment.day, today)
    if moment.time:
        return (_("by {day} at {time}") if by else _("{day} at {time}")).format(day=day, time=time(moment.time))
    if by:
        return _("by {day}").format(day=day)
    return _("{day}, the whole day").format(day=day) if many and moment.whole else day


def plain_words(text: str) -> Reading:
    """How words that are nothing else read."""
    return Reading(" ".join(text.split()), "file-text", text)


def covering(line: str, found: list[Part]) -> list[Part]:
    """The parts in order, with words and gaps between them so that no letter is left out."""
    parts, at = [], 0
    for part in [*sorted(found, key=_start), None]:
        end = part.start if part else len(line)
        between = line[at:end]
        if between.strip(_SIGNS + ".!?"):
            begin, stop = end - len(between.lstrip(_SIGNS)), at + len(between.rstrip(" \t:,;"))
            parts += [gap for gap in (_gap(line, at, begin), Part(
                WORDS, begin, stop, (plain_words(line[begin:stop]),), (WORDS, plain(line[begin:stop]))),
                _gap(line, stop, end)) if gap]
        elif between:
            parts.append(Part(GAP, at, end, (), (GAP, between)))
        if part:
            parts.append(part)
            at = part.end
    return parts


def _gap(line: str, start: int, end: int) -> Part | None:
    return Part(GAP, start, end, (), (GAP, line[start:end])) if end > start else None


def _start(part: Part) -> int:
    return part.start
