"""A line of quick add that says when somebody's birthday is: "Ana birthday 4 May 1980"."""

from __future__ import annotations

import re

from lovedesk.shop import birthdays
from lovedesk.shop.birthdays import Birthday
from lovedesk.shop.quick_parts import DAY, FILLER, KIND, WHOM, Part, Reading
from lovedesk.shop.quick_words import BIRTHDAY, Kind
from lovedesk.words import _, day_of_month

_WORD = re.compile(r"(?<!\w)(?:birthday|bday|geburtstag|born|geboren)(?!\w)")
_SMALL = frozenset("is was on am ist hat has in the of im an s at wurde von vom".split())
_PLAIN_WORD = re.compile(r"[^\W\d_]+")


def parts(plain: str, found: list[Part]) -> list[Part] | None:
    """The parts of such a line; None for another, or where more is said than the day."""
    whom = next((part for part in found if part.role == WHOM), None)
    word = _WORD.search(plain)
    if whom is None or word is None or any(part.role not in {WHOM, DAY, FILLER} for part in found):
        return None
    text = _without(plain, (whom.start, whom.end), word.span())
    day = birthdays.read(text, german=_is_german(plain))
    left = [small for small in _PLAIN_WORD.findall(birthdays.kind_within(text).lower()) if small not in _SMALL]
    if day is None or left:
        return None
    kind = Part(KIND, *word.span(), (Reading(_("Birthday"), "cake", Kind(BIRTHDAY)),), (KIND, word[0]))
    start = next((part.start for part in found if part.role == DAY), word.end())
    shown = Part(DAY, start, _end(found, start), (Reading(day_words(day), "calendar-blank", text),), (DAY, text))
    return [whom, kind, *([shown] if shown.end > shown.start else [])]


def _end(found: list[Part], start: int) -> int:
    return next((part.end for part in found if part.role == DAY), start)


def _without(plain: str, *spans: tuple[int, int]) -> str:
    """The line without these pieces."""
    for start, end in sorted(spans, reverse=True):
        plain = f"{plain[:start]} {plain[end:]}"
    return plain


def day_words(day: Birthday) -> str:
    """"4 May", "4 May 1980"."""
    month_day = day_of_month(day.month, day.day)
    return _("{day} {year}").format(day=month_day, year=day.year) if day.year else month_day


def day_in(line: str, whom: Part) -> Birthday | None:
    """The birthday that such a line says."""
    return birthdays.read(_without(line, (whom.start, whom.end)), german=_is_german(line.lower()))


def _is_german(plain: str) -> bool:
    return "geburtstag" in plain or "geboren" in plain
