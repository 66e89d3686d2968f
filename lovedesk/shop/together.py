"""One touch with several customers at once, in a typed line: "Sat 5 Dec at 14 barbecue", "yesterday the fair"."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import touch_logs, touchpoints
from lovedesk.shop.folding import tidy_line
from lovedesk.shop.quick_days import Reader
from lovedesk.shop.quick_parts import when_words
from lovedesk.words import _, joined, ngettext

MOST = 300              # customers of one touch; a fair of more is a place, and its customers a tag


class Typed(NamedTuple):
    """What a line says: what it is, its day, and the time where one was named."""

    title: str
    day: dt.date | None
    time: dt.time | None


def read_line(line: str, now: dt.datetime, *, past: bool = False) -> Typed:
    """What it is and when. Refused when its day can be read in two ways."""
    line = tidy_line(line)
    found = [when for when in Reader(line, now.date(), past=past, now=now.time()).all() if when.readings[0].day]
    if not found:
        return Typed(_capital(line), None, None)
    when = found[0]
    if len(when.readings) > 1:
        raise Refused(_("“{words}” can be read in more ways than one: {readings}.").format(
            words=line[when.start:when.end],
            readings=joined([when_words(moment, now.date(), by=False, many=True) for moment in when.readings])))
    rest = tidy_line(f"{line[:when.start].rstrip(' ,;:–—-')} {line[when.end:].lstrip(' ,;:–—-')}")
    return Typed(_capital(rest), when.readings[0].day, when.readings[0].time)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _checked(whom: list[int]) -> list[int]:
    if len(whom) > MOST:
        raise Refused(ngettext("One touch is with at most {n} customer.", "One touch is with at most {n} customers.",
                               MOST).format(n=MOST))
    return whom


def plan(whom: list[int], line: str, *, now: dt.datetime, keeper: int | None = None) -> int:
    """Plan one visit with all of them; of a day without a time, the whole of it. Returns its id."""
    typed = read_line(line, now)
    if typed.day is None:
        raise Refused(_("On which day? Try “Tue at 10 barbecue” or “1 Dec the fair”."))
    start = dt.datetime.combine(typed.day, typed.time or dt.time())
    return touchpoints.plan(_checked(whom), start, channel="visit", title=typed.title, keeper=keeper,
                            days=0 if typed.time else 1)


def log(whom: list[int], line: str, *, now: dt.datetime, keeper: int | None = None) -> int:
    """Keep one visit with all of them that has been, on the day that the line says or today. Returns its id."""
    typed = read_line(line, now, past=True)
    day = typed.day or now.date()
    start = now if day == now.date() and typed.time is None else dt.datetime.combine(day, typed.time or touch_logs.NOON)
    return touch_logs.log(_checked(whom), start, now=now, channel="visit", title=typed.title, keeper=keeper)
