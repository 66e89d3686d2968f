"""Days as files write them: ISO and its short forms, digits with dots, slashes or dashes, months by name."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?$")
YEARLESS = re.compile(r"--(\d\d?)-?(\d\d)(?:[T ].*)?$")
DIGITS = re.compile(r"(\d{1,4})\s*[./\- ]\s*(\d{1,2})\s*(?:[./\- ]\s*(\d{1,4})?)?(?:[T ,]+\d{1,2}:\d\d.*)?$")
CJK = re.compile(r"(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$")
WORDS = re.compile(r"[^\W\d_]+|\d+")
MONTHS = {
    name: number
    for number, names in enumerate((
        "january jan januar jänner jaenner janvier janv enero ene gennaio gen januari",
        "february feb februar feber février fevrier fév fevr févr febrero febbraio februari",
        "march mar märz maerz mär mrz mars marzo maart mrt",
        "april apr avril avr abril abr aprile",
        "may mai mayo maggio mag mei",
        "june jun juni juin junio giugno giu",
        "july jul juli juillet juil julio luglio lug",
        "august aug août aout agosto ago augustus",
        "september sep sept septembre septiembre settembre set",
        "october oct oktober okt octobre octubre ottobre ott",
        "november nov novembre noviembre",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre",
    ), 1)
    for name in names.split()
}


class Date(NamedTuple):
    """A month and a day, and the year where it is known."""

    month: int
    day: int
    year: int | None = None


def read(text: str, *, day_first: bool = True) -> Date | None:
    """The day that `text` names, None where it names none; the order matters only for digits such as 4/3/80."""
    text = text.strip()
    if len(text) > 60 or not any(char.isdigit() for char in text):
        return None
    if match := ISO.match(text):
        return _checked(int(match[1]), int(match[2]), int(match[3]))
    if match := YEARLESS.match(text):
        return _checked(None, int(match[1]), int(match[2]))
    if match := CJK.match(text):
        return _checked(int(match[1]) if match[1] else None, int(match[2]), int(match[3]))
    if match := DIGITS.match(text):
        return _digits(match[1], match[2], match[3], day_first)
    return _named(WORDS.findall(text.lower()))


def order_of(texts: list[str]) -> bool | None:
    """Whether the days of one column put the day first; None where no cell tells."""
    first = second = False
    for text in texts:
        match = DIGITS.match(text.strip())
        if match and len(match[1]) < 3:
            first = first or int(match[1]) > 12
            second = second or int(match[2]) > 12
    if first == second:
        return True if any(re.match(r"\s*\d{1,2}\.\s*\d{1,2}\.", text) for text in texts) and not second else None
    return first


def turns(text: str) -> bool:
    """Whether a day reads as two days, by which order it is read in: 4/3/80, not 4/4/80 or 14/3/80."""
    match = DIGITS.match(text.strip())
    if match is None or len(match[1]) > 2:
        return False
    one, two = int(match[1]), int(match[2])
    return one != two and max(one, two) <= 12


def _digits(one: str, two: str, three: str | None, day_first: bool) -> Date | None:
    if len(one) > 2:
        return _checked(int(one), int(two), int(three)) if three and len(one) == 4 else None
    day, month = (int(one), int(two)) if day_first else (int(two), int(one))
    if month > 12 >= day:
        day, month = month, day
    return _checked(_full_year(three), month, day)


def _full_year(digits: str | None) -> int | None:
    if not digits or len(digits) == 3:
        return None
    if len(digits) == 4:
        return int(digits)
    this_year = dt.date.today().year
    year = this_year // 100 * 100 + int(digits)
    return year if year <= this_year else year - 100


def _named(words: list[str]) -> Date | None:
    months = [MONTHS[word] for word in words if word in MONTHS]
    numbers = [word for word in words if word.isdigit()]
    if len(months) != 1 or not 1 <= len(numbers) <= 2:
        return None
    days = [number for number in numbers if len(number) <= 2]
    years = [number for number in numbers if len(number) == 4]
    if len(days) == 2:
        return _checked(_full_year(days[1]), months[0], int(days[0]))
    return _checked(int(years[0]) if years else None, months[0], int(days[0])) if days else None


def _checked(year: int | None, month: int, day: int) -> Date | None:
    """Years before 1850, and 1900, stand in files for a year that is not known: 1604, 0000, 1900."""
    if year is not None and (year < 1850 or year == 1900):
        year = None
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return None
    return Date(month, day, year)
