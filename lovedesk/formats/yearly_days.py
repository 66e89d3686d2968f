"""Birthdays and anniversaries among the events of a calendar: whose they are, by the words of several languages."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_BIRTHDAY = (r"birthdays?|b-?day|bday|birth\s*day|geburtstage?s?|anniversaires?(?!\s+de\s+mariage)|"
             r"cumplea(?:ñ|n)os|cumple|compleanno|verjaardag(?:en)?|anivers(?:á|a)rio|urodziny|f(?:ö|o)delsedag|f(?:ø|o)dselsdag|bursdag|"
             r"syntym(?:ä|a)p(?:ä|a)iv(?:ä|a)|narozeniny|narodeniny|"
             r"sz(?:ü|u)let(?:é|e)snap|do(?:ğ|g)um\s+g(?:ü|u)n(?:ü|u)|день\s+рождения|день\s+народження|ro(?:đ|d)endan|rojstni\s+dan|誕生日|生日|생일")
_ANNIVERSARY = (r"(?:wedding\s+)?anniversary|hochzeitstag|jahrestag|anniversaire\s+de\s+mariage|"
                r"aniversario(?:\s+de\s+bodas)?|anniversario|trouwdag|jubileum|hääpäivä|bröllopsdag|bryllupsdag")
BIRTHDAY = re.compile(rf"(?<!\w)(?:{_BIRTHDAY})(?!\w)|🎂|🎈|🎉(?=.*birth)", re.IGNORECASE)
ANNIVERSARY = re.compile(rf"(?<!\w)(?:{_ANNIVERSARY})(?!\w)|💍", re.IGNORECASE)
GREETING = re.compile(r"(?<!\w)(?:happy|alles\s+gute\s+zum|herzlichen\s+glückwunsch\s+zum|bon|joyeux|feliz|buon|"
                      r"gefeliciteerd|has|hat|is\s+having|a|her|his|their)(?!\w)", re.IGNORECASE)
YEAR = re.compile(r"\(?\s*[*']?\b(1[89]\d\d|20\d\d)\b\s*\)?")
AGE = re.compile(r"\(\s*\d{1,3}\s*\)|\b\d{1,3}(?:st|nd|rd|th|\.|º|er|e)(?!\w)")
AROUND = re.compile(r"^(?:von|of|de|del|di|van|do|da|d['’]|für|for|til|till|av)\s+|^d['’]|\s+(?:von|of|de|hat|has)$",
                    re.IGNORECASE)
MARKS = " -–—:,;.!()[]*🎂🎈🎉💍❤️\t"
BEFORE_COMPUTERS = 1995     # a year that a calendar begins with is that of a birth only before


class Yearly(NamedTuple):
    """A yearly day: "birthday" or "anniversary", whose, and the year where the words tell it."""

    kind: str
    whose: str
    year: int | None


def of(title: str, *, among_birthdays: bool = False) -> Yearly | None:
    """What a title says of a yearly day; None for another event. In a calendar of birthdays a name alone will do."""
    kind = "anniversary" if ANNIVERSARY.search(title) else "birthday" if (
        among_birthdays or BIRTHDAY.search(title)) else ""
    if not kind:
        return None
    rest = ANNIVERSARY.sub(" ", title) if kind == "anniversary" else BIRTHDAY.sub(" ", title)
    year = YEAR.search(rest)
    rest = GREETING.sub(" ", AGE.sub(" ", YEAR.sub(" ", rest))).strip(MARKS)
    for _twice in range(2):
        rest = AROUND.sub("", rest).strip(MARKS)
    rest = re.sub(r"(?:['’´`]s|(?<=s)['’])(?=\s|$)", "", " ".join(rest.split())).strip(MARKS)
    return Yearly(kind, rest, int(year[1]) if year else None)


def year_of_birth(begin: dt.date) -> int | None:
    """The year that an event begins in as that of a birth; None where it may be any, or stands for none."""
    known = 1850 <= begin.year < BEFORE_COMPUTERS and begin.year != 1900 and begin != dt.date(1970, 1, 1)
    return begin.year if known else None
