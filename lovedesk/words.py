"""Translated words, and dates, times and counts as people say them. A leaf: knows neither Qt nor the shop."""

from __future__ import annotations

import datetime as dt
import gettext as _gettext
import json
import locale
import os
import re
from functools import cache, lru_cache
from typing import Any, Literal

from lovedesk import paths

_catalogue = _gettext.translation("lovedesk", paths.resources() / "translations", fallback=True)
_ = _catalogue.gettext
ngettext = _catalogue.ngettext


def resource(text: str) -> str:
    """Words of a file in resources/ (checklists, topics), as the catalogue has them; what is empty stays so."""
    return _catalogue.gettext(text) if text else ""


LETTER_COUNTRIES = frozenset(
    ("US", "CA", "MX", "CL", "CO", "CR", "GT", "PA", "PH", "PR", "SV", "VE", "DO", "NI", "HN", "BZ"))


def locale_name() -> str:
    """The system's locale for dates and paper, like "de_DE"; "en_GB" where the system names none."""
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        name = os.environ.get(variable, "").partition(".")[0].partition("@")[0]
        if name and name not in {"C", "POSIX"}:
            return name
    name = (locale.getlocale()[0] or "") if os.name == "nt" else ""
    return name if "_" in name else "en_GB"


def country() -> str:
    """Two letters of the system's country; the default for phone numbers and paper."""
    return locale_name().partition("_")[2][:2].upper() or "GB"


def paper() -> str:
    """"letter" where offices use it, else "a4"."""
    return "letter" if country() in LETTER_COUNTRIES else "a4"


@cache
def _told() -> dict[str, str]:
    lines = (paths.resources() / "dates.tsv").read_text("utf-8").splitlines()
    return dict(line.partition("\t")[::2] for line in lines)


@cache
def _dates(name: str = "") -> dict[str, Any]:
    """What CLDR says of days and months where we are, or in another language; see build/dates.py."""
    name, told = name or locale_name(), _told()
    found: dict[str, Any] = json.loads(told.get(name) or told.get(name.partition("_")[0]) or told["en_GB"])
    return found


def calendar_words(kind: Literal["days", "months"]) -> list[tuple[str, int]]:
    """How days of the week (from 0) or months (from 1) are called: here, in English and in German, short and long."""
    return [(word.rstrip("."), number) for dates in (_dates(), _dates("en_GB"), _dates("en"), _dates("de"))
            for names in (dates[kind], dates[f"{kind}_in_dates"]) for width in ("abbreviated", "wide")
            for number, word in enumerate(names[width], 0 if kind == "days" else 1)]


def week_start() -> int:
    """The weekday that a week starts with where we are; Monday is 0."""
    return int(_dates()["first_weekday"])


def weekday(day: dt.date | int, width: str = "abbreviated") -> str:
    """"Tue", or "Tuesday" with width="wide". A number counts from Monday, 0."""
    number = day if isinstance(day, int) else day.weekday()
    return str(_dates()["days"][width][number])


def month_name(month: int, width: str = "wide") -> str:
    """"November", or "Nov" with width="abbreviated"."""
    return str(_dates()["months"][width][month - 1])


def month_title(day: dt.date) -> str:
    """"November 2026"."""
    return _skeleton(day, "yMMMM")


def date_short(day: dt.date, today: dt.date | None = None) -> str:
    """"Tue 24 Nov"; with the year when it is not the year of `today`, or `today` is not given a year away."""
    if today is not None and day.year != today.year:
        return _skeleton(day, "yMMMd")
    return _skeleton(day, "MMMEd")


def date_full(day: dt.date) -> str:
    """"Tue 24 Nov 2026", for paper."""
    return _skeleton(day, "yMMMEd")


def date_long(day: dt.date) -> str:
    """"Tuesday 24 November 2026", for a title."""
    return _skeleton(day, "yMMMMEEEEd")


def day_and_month(day: dt.date) -> str:
    """"1 Nov", for the first days of months in a calendar."""
    return _skeleton(day, "MMMd")


def day_of_month(month: int, day: int) -> str:
    """"24 November", for a birthday whose year may be unknown."""
    return _skeleton(dt.date(2000, month, day), "MMMMd")


def time(moment: dt.time) -> str:
    """"09:30"; sums and times are set in tabular figures, so always two digits."""
    return f"{moment.hour:02}:{moment.minute:02}"


def near(day: dt.date, today: dt.date) -> str:
    """"today", "yesterday", "tomorrow", else the short date: as people say it."""
    match (day - today).days:
        case 0:
            return _("today")
        case 1:
            return _("tomorrow")
        case -1:
            return _("yesterday")
    return date_short(day, today)


def ahead(day: dt.date, today: dt.date) -> str:
    """"Tue 24 Nov, in 3 days"; "today" and "tomorrow" stay as they are; past days say how long ago."""
    days = (day - today).days
    if -1 <= days <= 1:
        return near(day, today)
    if 1 < days < 15:
        return ngettext("{date}, in {n} day", "{date}, in {n} days", days).format(date=date_short(day, today), n=days)
    return f"{date_short(day, today)}" if days > 0 else _("{date}, {age}").format(
        date=date_short(day, today), age=ago(day, today))


def ago(day: dt.date, today: dt.date) -> str:
    """How long ago: "3 days ago", "5 weeks ago", "17 months ago", "4 years ago"."""
    days = (today - day).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days < 21:
        return ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    if days < 90:
        return ngettext("{n} week ago", "{n} weeks ago", days // 7).format(n=days // 7)
    months = round(days / 30.44)
    if months < 24:
        return ngettext("{n} month ago", "{n} months ago", months).format(n=months)
    return ngettext("{n} year ago", "{n} years ago", days // 365).format(n=days // 365)


def duration(minutes: int) -> str:
    """"45 min", "1 hour", "1 h 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{n} min").format(n=minutes)
    if not rest:
        return ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    return _("{hours} h {minutes}").format(hours=hours, minutes=rest)


def money(cents: int) -> str:
    """"1,480.50", as sums are written where we are; whose currency it is, the invoice program knows."""
    dates = _dates()
    whole = f"{abs(cents) // 100:,}".replace(",", str(dates["thousands"]))
    return f"{'-' if cents < 0 else ''}{whole}{dates['decimal']}{abs(cents) % 100:02}"


def joined(names: list[str]) -> str:
    """"Ana", "Ana and Ben", "Ana, Ben and Cleo"."""
    if len(names) < 2:
        return "".join(names)
    return _("{several} and {last}").format(several=", ".join(names[:-1]), last=names[-1])


@lru_cache(maxsize=1024)     # a page says forty days, each takes Babel a tenth of a millisecond
def _skeleton(day: dt.date, skeleton: str) -> str:
    """The day in CLDR's pattern: letters are fields, what stands between quotes is as it is (Unicode TS 35)."""
    return _FIELD.sub(lambda found: _field(day, found[0]), str(_dates()["patterns"][skeleton]))


_FIELD = re.compile(r"'([^']*)'|y+|M+|L+|E+|c+|d+")


def _field(day: dt.date, field: str) -> str:
    dates, width = _dates(), "wide" if len(field) == 4 else "abbreviated"
    match field[0]:
        case "'":
            return field[1:-1]
        case "y":
            return str(day.year)
        case "E":
            return str(dates["days_in_dates"][width][day.weekday()])
        case "c":
            return str(dates["days"][width][day.weekday()])
        case "d":
            return f"{day.day:0{len(field)}}"
    if len(field) < 3:
        return f"{day.month:0{len(field)}}"
    return str(dates["months" if field[0] == "L" else "months_in_dates"][width][day.month - 1])
