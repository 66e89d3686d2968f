"""A birthday as someone types it: "12 March", "March 12, 1980", "12.3.", "1980-03-12"; the year may be unknown."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from lovedesk.shop.folding import fold
from lovedesk.words import country, month_name

_GERMAN = ("januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
           "dezember")      # a line of quick add is in either language, whatever the laptop speaks


class Birthday(NamedTuple):
    """A day of the year, and the year of birth where it was said."""

    month: int
    day: int
    year: int | None


def read(text: str, *, german: bool = False) -> Birthday | None:
    """The birthday that a text names; None where it names none, or one that no calendar has. In German the day comes
    first wherever the laptop is."""
    folded = fold(text)
    numbers = [int(number) for number in re.findall(r"\d+", folded)]
    years = [number for number in numbers if 1000 <= number <= 9999]
    small = [number for number in numbers if number < 1000]
    month = _named_month(folded)
    if month and len(small) == 1:
        day = small[0]
    elif len(small) == 2:
        month_first = (country() == "US" and not german) or (bool(years) and numbers[0] == years[0])
        month, day = small if month_first else reversed(small)
    else:
        return None
    year = years[0] if years else None
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return None
    return Birthday(month, day, year)


def kind_within(text: str) -> str:
    """What day a text says it is beside the date: the words of "name day 4 May" that are no month."""
    return " ".join(word for word in re.findall(r"[^\W\d_][^\s,;:.]*", text) if not _named_month(fold(word)))


def _named_month(folded: str) -> int:
    """The month that a text names, by its word or the first letters of it; 0 for none, or two."""
    words = re.findall(r"[^\W\d_]{3,}", folded)
    found = {month for month in range(1, 13) for word in words
             if any(name.startswith(word) for name in (fold(month_name(month)), _GERMAN[month - 1]))}
    return found.pop() if len(found) == 1 else 0
