"""Days and times as people type them: "1 dec", "tue", "tomorrow", "1.12.", "10", "2:30 pm"."""

from __future__ import annotations

import datetime as dt
import re

from lovedesk import words
from lovedesk.words import _

NUMBERS = re.compile(r"(\d{1,4})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{2,4})?)?\.?$")
NAMED = re.compile(r"(\d{1,2})\.?\s*([^\W\d]+)\.?,?\s*(\d{2,4})?$")
NAMED_FIRST = re.compile(r"([^\W\d]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{2,4})?$")
AHEAD = re.compile(r"(?:in\s+|\+\s*)(\d{1,3})\s*([^\W\d]*)$")
CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?\s*(am|pm|h|uhr)?\.?$")


def read_day(text: str, today: dt.date, *, past: bool = False) -> dt.date | None:
    """The day that `text` means, the next such one (with `past` the last such one) where no year is typed.

    None where it cannot be read as a day.
    """
    text = " ".join(text.casefold().split())
    near = {_("today"): 0, _("tomorrow"): 1, _("yesterday"): -1, "today": 0, "tomorrow": 1, "yesterday": -1}
    if text in near:
        return today + dt.timedelta(near[text])
    text = _without_weekday(text)
    try:
        return _ahead(text, today) or _by_weekday(text, today, past=past) or _by_parts(text, today, past=past)
    except (ValueError, OverflowError):
        return None


def read_time(text: str) -> dt.time | None:
    """The time that `text` means: "10", "1030", "10.30", "2:30 pm". None where it cannot be read."""
    found = CLOCK.match(" ".join(text.casefold().split()))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if found[4] == "pm" and hour < 12:
        hour += 12
    elif found[4] == "am" and hour == 12:
        hour = 0
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None


def _ahead(text: str, today: dt.date) -> dt.date | None:
    found = AHEAD.match(text)
    if not found:
        return None
    unit = found[2]
    weeks = unit.startswith("w") or _("weeks").startswith(unit or "-")
    return today + dt.timedelta(int(found[1]) * (7 if weeks else 1))


def _weekday(word: str) -> int | None:
    if len(word) < 2:
        return None
    names = [words.weekday(number, "wide").casefold() for number in range(7)]
    return next((number for number, name in enumerate(names) if name.startswith(word.rstrip("."))), None)


def _by_weekday(text: str, today: dt.date, *, past: bool) -> dt.date | None:
    number = _weekday(text)
    if number is None:
        return None
    if past:
        return today - dt.timedelta((today.weekday() - number - 1) % 7 + 1)
    return today + dt.timedelta((number - today.weekday() - 1) % 7 + 1)


def _without_weekday(text: str) -> str:
    """The date in "Tue 24 Nov" and "Tue, 24.11." """
    word, _space, rest = text.partition(" ")
    return rest if rest and _weekday(word.rstrip(",")) is not None and any(c.isdigit() for c in rest) else text


def _by_parts(text: str, today: dt.date, *, past: bool) -> dt.date | None:
    if found := NUMBERS.match(text):
        one, two, three = int(found[1]), int(found[2]), found[3]
        if len(found[1]) == 4:
            return dt.date(one, two, int(three)) if three else None
        month_first = "/" in text and words.country() in {"US", "PH"}
        return _dated(*((two, one) if month_first else (one, two)), three, today, past=past)
    if found := NAMED.match(text):
        day, name, year = int(found[1]), found[2], found[3]
    elif found := NAMED_FIRST.match(text):
        day, name, year = int(found[2]), found[1], found[3]
    else:
        return None
    month = _month(name)
    return _dated(day, month, year, today, past=past) if month else None


def _month(word: str) -> int | None:
    if len(word) < 3:
        return None
    return next((n for n in range(1, 13) if words.month_name(n).casefold().startswith(word)), None)


def _dated(day: int, month: int, year: str | None, today: dt.date, *, past: bool) -> dt.date:
    if year:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = range(today.year - 8, today.year + 9)  # 29 February needs up to eight
    days = [dt.date(y, month, day) for y in years if day < 29 or day <= _last_day(y, month)]
    if not days:
        raise ValueError(day)
    return max(d for d in days if d <= today) if past else min(d for d in days if d >= today)


def _last_day(year: int, month: int) -> int:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.timedelta(1)).day
