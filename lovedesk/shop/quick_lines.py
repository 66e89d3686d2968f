"""Several lines at once: a phone's note, a mail or a chat, split into what each says and the day it was said on."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from lovedesk.shop.quick_days import Reader

MOST = 5_000            # lines; whoever pastes more wants to bring a file in
_BULLET = re.compile(r"^\s*(?:(?:[-*•·‣◦▪–—☐☑✓✔]|\d{1,3}[.)](?=\s))\s*(?:\[[ xX]?\]\s*)?|\[[ xX]?\]\s*)")
_QUOTED = re.compile(r"^(?:\s*>)+\s?")
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[apAP]\.?\s?[mM]\.?)?"
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_STAMP = re.compile(       # "[24.11.26, 10:15:03] Ana: ...", "24/11/2026, 10:15 - Ana", "[10:15, 24.11.2026] Ana"
    rf"^(?:\[?(?P<day>{_DATE}),?\s+{_CLOCK}\]?|\[{_CLOCK},\s+(?P<later>{_DATE})\])\s*(?:[-–]\s*)?(?=\S)")
_HEADER = re.compile(r"^(?:from|to|cc|bcc|sent|date|reply-to|von|an|gesendet|datum)\s*:\s", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:subject|betreff)\s*:\s*(?:(?:re|aw|fwd?|wg):\s*)*", re.IGNORECASE)


class Line(NamedTuple):
    """A line without its bullet or stamp, and the day it was written on where the stamp says so."""

    text: str
    day: dt.date | None


def split(text: str, today: dt.date) -> list[Line]:
    """The lines that say something; what goes on from a stamped one is part of it."""
    found: list[Line] = []
    chat = False
    for raw in re.split(r"[\r\n\u2028\u2029]+", text)[:MOST]:
        line = raw.translate(_MARKS).strip()
        line = _QUOTED.sub("", line)
        stamp = _STAMP.match(line)
        if stamp:
            chat = True
            found.append(Line(" ".join(line[stamp.end():].split()), _day(stamp["day"] or stamp["later"], today)))
        elif chat and found and line and not _BULLET.match(line):
            found[-1] = Line(" ".join(f"{found[-1].text} {line}".split()), found[-1].day)
        elif bare := _bare(line):
            found.append(Line(bare, None))
    return found


_MARKS = {ord(mark): None for mark in "\u200e\u200f\u202a\u202b\u202c\ufeff"}


def _bare(line: str) -> str:
    if _HEADER.match(line):
        return ""
    line = _SUBJECT.sub("", _BULLET.sub("", line))
    return " ".join(line.split()) if any(letter.isalnum() for letter in line) else ""


def _day(text: str, today: dt.date) -> dt.date | None:
    """The day of a stamp, which is never one to come: so 3/4/2026 is read the way that has been."""
    when = Reader(text, today, past=True).at(0)
    days = [moment.day for moment in when.readings if moment.day] if when else []
    return next((day for day in days if day <= today), days[0] if days else None)
