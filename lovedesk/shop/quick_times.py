"""Times as people type them, and the names of days, months and numbers, in English, German and the place's words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from lovedesk import words
from lovedesk.shop.quick_plain import plain

NUMBERS = {word: number for number, names in enumerate((
    "a an one ein eine einen einem einer eins", "two zwei zwo", "three drei", "four vier", "five funf fuenf",
    "six sechs", "seven sieben", "eight acht", "nine neun", "ten zehn", "eleven elf", "twelve zwolf zwoelf"), 1)
    for word in names.split()}
_N = "|".join(sorted(NUMBERS, key=len, reverse=True))
_UNITS = {"day": r"days?|tag(?:en?)?", "week": r"weeks?|wochen?", "month": r"months?|monat(?:en?)?",
          "year": r"years?|jahr(?:en?)?", "fortnight": "fortnight"}
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
_AFTERNOON = range(1, 7)        # at 3 in a shop is 15:00


class Names(NamedTuple):
    """Days of the week and months by their names, and the same as alternatives of a pattern."""

    days: dict[str, int]
    months: dict[str, int]
    day: str
    month: str


@cache
def names() -> Names:
    """How days and months are called, in plain letters."""
    days = {plain(word): number for word, number in words.calendar_words("days") if word.isalpha()}
    days |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "sonnabend": 5}
    months = {plain(word): number for word, number in words.calendar_words("months") if word.isalpha()}
    months |= {"sept": 9, "maerz": 3, "jaenner": 1, "janner": 1}
    return Names(days, months, longest_first(days), longest_first(months))


def longest_first(known: dict[str, int]) -> str:
    """These words as alternatives of a pattern."""
    return "|".join(sorted(map(re.escape, known), key=len, reverse=True))


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A pattern in which {W} is a day of the week, {M} a month, {N} a number and {U} a unit of days."""
    known = names()
    return re.compile(text.replace("{W}", f"(?P<w>{known.day})").replace("{M}", f"(?P<m>{known.month})")
                      .replace("{N}", rf"(?P<n>\d{{1,3}}|{_N})").replace("{U}", _UNIT))


_AT = r"(?P<at>(?:at|um|gegen|ab|around|from)\s+|@\s*)?"
_PARTS: tuple[tuple[str, Callable[[int], int]], ...] = (
    (r"(?:half\s+past|half)", lambda hour: hour * 60 + 30), (r"halb", lambda hour: hour * 60 - 30),
    (r"(?:a\s+)?quarter\s+past|viertel\s+nach", lambda hour: hour * 60 + 15),
    (r"(?:a\s+)?quarter\s+to|viertel\s+vor|dreiviertel", lambda hour: hour * 60 - 15))
_CLOCK = pattern(_AT + r"(?P<h>\d{1,2})(?:(?P<colon>[:.h])(?P<min>\d\d))?"
                  r"(?:\s*(?P<half>am|pm|a\.m\.?|p\.m\.?|uhr|h|o['’]?clock)(?:\s+(?P<late>[0-5]\d))?)?(?![\w/]|[.:]\d)")
_WORDED = pattern(_AT + r"{N}(?:\s*(?P<half>am|pm|uhr|o['’]?clock))?(?!\w)")
_NOON = pattern(r"(?:at\s+|am\s+|gegen\s+|um\s+)?(?:noon|midday|mittags?)(?!\w)")


def read_clock(text: str, start: int, *, led: bool = False) -> tuple[int, dt.time] | None:
    """The time that begins at a place of a plain text: "at 10", "9:30", "2 pm", "half past nine", "halb zehn".

    "9.30" is one only where a day led to it.
    """
    if found := _NOON.match(text, start):
        return found.end(), dt.time(12)
    for words_before, minutes in _PARTS:
        if found := pattern(rf"{_AT}(?:{words_before})\s+{{N}}(?!\w)").match(text, start):
            total = minutes(number(found["n"]))
            return (found.end(), daytime(total // 60, total % 60)) if 0 <= total < 24 * 60 else None
    found = _CLOCK.match(text, start)
    if not found and (found := _WORDED.match(text, start)) and not found["n"].isdecimal() and (
            found["half"] or (found["at"] and NUMBERS[found["n"]] > 1)):
        return found.end(), daytime(NUMBERS[found["n"]], 0)
    return _digits(text, found, led=led) if found and found.re is _CLOCK else None


def _digits(text: str, found: re.Match[str], *, led: bool) -> tuple[int, dt.time] | None:
    hour, minute, half, end = int(found["h"]), int(found["min"] or found["late"] or 0), found["half"] or "", found.end()
    if half in {"am", "h"} and found["at"] and pattern(r"\s+(?:{W}|\d)").match(text, end):
        half, end = "", found.start("half")     # "um 10 am Dienstag"
        while text[end - 1].isspace():
            end -= 1
    if not (found["at"] or half or (found["min"] and (found["colon"] != "." or led))) or minute > 59:
        return None
    if half[:1] == "p" and hour < 12:
        return end, dt.time(hour + 12, minute)
    if half[:1] == "a" and hour == 12:
        return end, dt.time(0, minute)
    if hour > 23:
        return None
    exact = bool(half) or found["h"].startswith("0")
    return end, dt.time(hour, minute) if exact else daytime(hour, minute)


def daytime(hour: int, minute: int) -> dt.time:
    """The time that a bare hour means in a shop."""
    return dt.time(hour + 12 if hour in _AFTERNOON else hour, minute)


_FIELD_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:.h]\s*(\d{2})|(\d{2}))?\s*(am|pm|h|uhr)?\.?$")


def read_time(text: str) -> dt.time | None:
    """The time that `text` means: "10", "1030", "10.30", "2:30 pm", "half past nine". None where it cannot be read."""
    text = plain(" ".join(text.split()))
    found = _FIELD_CLOCK.match(text)
    if not found:
        worded = read_clock(text, 0)
        return worded[1] if worded and worded[0] == len(text) else None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if found[4] == "pm" and hour < 12:
        hour += 12
    elif found[4] == "am" and hour == 12:
        hour = 0
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None


def number(text: str) -> int:
    """The number that figures or a word say."""
    return int(text) if text.isdecimal() else NUMBERS[text]
