"""When they like to be reached, read from their own words: "after four", "Tuesday mornings", "not on Mondays"."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from lovedesk.shop.quick_plain import plain
from lovedesk.shop.quick_times import NUMBERS, daytime, names

_PARTS = {"morning": 9, "vormittag": 9, "morgen": 9, "noon": 12, "lunch": 12, "mittag": 12, "afternoon": 14,
          "nachmittag": 14, "evening": 17, "abend": 17}
_CLOCK = re.compile(r"(?P<word>\w+)?\s*\b(?P<hour>\d{1,2}|" + "|".join(sorted(NUMBERS, key=len, reverse=True))
                    + r")(?:[:.](?P<minute>\d{2}))?(?:\s*(?P<half>am|pm|h|uhr))?\b")
_LEADS = frozenset("after before from until till by at around about past nach vor ab bis um gegen".split())
_BEFORE = frozenset("before until till by vor bis".split())
_NOT = frozenset("not never no except nicht nie kein ausser".split())
_HOUR_BEFORE = 60       # minutes


class Best(NamedTuple):
    """Their best time: from which minute of the day, on which weekdays (Monday is 0; empty: any)."""

    words: str = ""
    minute: int | None = None
    days: frozenset[int] = frozenset()

    def suits(self, day: dt.date) -> bool:
        """Whether it is one of their days."""
        return not self.days or day.weekday() in self.days


def read(words: str) -> Best:
    """What the words say; what they do not say, or nobody can read, leaves every time open."""
    text = plain(words)
    return Best(words.strip(), _minute(text), _days(text))


def _minute(text: str) -> int | None:
    for found in _CLOCK.finditer(text):
        lead = found["word"] or ""
        if not (lead in _LEADS or found["half"] or found["minute"]):
            continue            # "two dogs"
        hour = int(found["hour"]) if found["hour"].isdecimal() else NUMBERS[found["hour"]]
        if hour > 23 or int(found["minute"] or 0) > 59:
            continue
        moment = dt.time(hour % 12 + (12 if found["half"] == "pm" else 0)) if found["half"] in {"am", "pm"} \
            else daytime(hour, 0)
        minute = moment.hour * 60 + int(found["minute"] or 0)
        return max(minute - _HOUR_BEFORE, 0) if lead in _BEFORE else minute
    part = next((hour for word, hour in _PARTS.items() if re.search(rf"\b{word}", text)), None)
    return part * 60 if part is not None else None


def _days(text: str) -> frozenset[int]:
    said = re.findall(r"\w+", text)
    known = names().days
    days = frozenset(known[word] if word in known else known[word[:-1]] for word in said
                     if word in known or (word.endswith("s") and word[:-1] in known))
    return frozenset(range(7)) - days if days and _NOT & set(said) else days
