"""Days and times as people type them, in English, German and the language of the place, alone or within a line.

The one reader of days: fields for a day read with it, and so does quick add.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from lovedesk import words
from lovedesk.shop.quick_plain import plain
from lovedesk.shop.quick_times import daytime, longest_first, names, number, pattern, read_clock
from lovedesk.words import _


class Moment(NamedTuple):
    """A reading: a day, a time or both; `whole` is a day that was read from what could be a time too."""

    day: dt.date | None
    time: dt.time | None = None
    whole: bool = False
    month: bool = False         # a month was named and no day of it


class When(NamedTuple):
    """Where a day or time stands in a line, its readings, the likeliest first, and whether it is a limit ("by")."""

    start: int
    end: int
    readings: tuple[Moment, ...]
    by: bool


_LIMIT = pattern(r"(?:(?:spatestens|due|not later than)\s+)?(?:by|until|till|before|bis(?:\s+(?:zum|spatestens))?"
                 r"|vor dem|due)(?:\s+(?:on|am))?\s+")
_LEAD = pattern(r"(?:on|am|since|seit|from|ab|vom|zum|for|den)\s+")


class Reader:
    """Reads days in one line. `past` looks back where no year is typed; `now` says which time of today is over."""

    def __init__(self, text: str, today: dt.date, *, past: bool = False, now: dt.time | None = None) -> None:
        self.text, self.plain = text, plain(text)
        self.today, self.past, self.now = today, past, now or dt.time()

    def all(self) -> list[When]:
        """Every day and time in the line, from left to right."""
        found, at = [], 0
        for start in (match.start() for match in re.finditer(r"(?<!\w)[\w@]", self.plain)):
            if start >= at and (when := self.at(start)) is not None:
                found.append(when)
                at = when.end
        return found

    def at(self, start: int) -> When | None:
        """The day or time that begins at a place of the line."""
        limit = _LIMIT.match(self.plain, start)
        lead = limit or _LEAD.match(self.plain, start)
        for begin in [lead.end(), start] if lead else [start]:
            read = self._read(begin, led=begin > start)
            if read is not None:
                end, moments = read
                return When(start, end, tuple(dict.fromkeys(map(self._settled, moments))),
                            by=limit is not None and begin > start)
        return None

    def _read(self, begin: int, *, led: bool) -> tuple[int, list[Moment]] | None:
        for way in (self._day_and_time, self._time_first):
            try:
                read = way(begin, led=led)
            except (ValueError, OverflowError):     # 30 February
                continue
            if read is not None:
                return read
        return None

    def _settled(self, moment: Moment) -> Moment:
        """A time alone is today's, or tomorrow's when it is over."""
        if moment.day is not None or moment.time is None:
            return moment
        over = not self.past and moment.time < self.now
        return moment._replace(day=self.today + dt.timedelta(1 if over else 0))

    # A day, and a time after it ---------------------------------------------------------------------------------

    def _day_and_time(self, start: int, *, led: bool) -> tuple[int, list[Moment]] | None:
        read = self._day(start, led=led)
        if read is None:
            return None
        end, days, weekday = read
        gap = pattern(r"\s*,?\s*").match(self.plain, end)
        after = gap.end() if gap else end
        if (timed := read_clock(self.plain, after, led=True)) is not None and after > end:
            return timed[0], [day._replace(time=timed[1]) for day in days]
        if weekday is not None and (two := self._time_or_day(after, weekday, days[0])) is not None:
            return two
        return end, days

    def _time_or_day(self, start: int, weekday: int, near: Moment) -> tuple[int, list[Moment]] | None:
        """"Thu 10": on Thursday at ten, or on the next tenth that is a Thursday."""
        found = pattern(r"(\d{1,2})(?!\w|[.,:/]\d|\s*[%€$£])\.?").match(self.plain, start)
        if not found or near.day is None or not self._ends_there(found.end()):
            return None
        number, moments = int(found[1]), []
        if number < 24:
            moments.append(near._replace(time=daytime(number, 0)))
        step = -1 if self.past else 1
        days = (self.today + dt.timedelta(step * n) for n in range(1, 700))
        dated = next((day for day in days if day.day == number and day.weekday() == weekday), None)
        if dated:
            moments.append(Moment(dated, whole=bool(moments)))
        return (found.end(), moments) if moments else None

    def _ends_there(self, end: int) -> bool:
        """Whether a bare number counts nothing: "Tue 3 samples" does, "Thu 10 about the bill" does not."""
        after = re.match(r"\s+([^\W\d_]+)", self.text[end:])
        return not after or plain(after[1]) in _GOES_ON or after[1][:1].isupper()

    def _time_first(self, start: int, *, led: bool) -> tuple[int, list[Moment]] | None:
        timed = read_clock(self.plain, start, led=led)
        if timed is None:
            return None
        end, time = timed
        gap = pattern(r"\s*,?\s*(?:(?:on|am|den)\s+)?").match(self.plain, end)
        read = self._day(gap.end(), led=True) if gap and gap.end() > end else None
        if read is None:
            return end, [Moment(None, time)]
        return read[0], [day._replace(time=time) for day in read[1]]

    # A day ----------------------------------------------------------------------------------------------------

    def _day(self, start: int, *, led: bool) -> tuple[int, list[Moment], int | None] | None:
        """Where a day ends, its readings, and the weekday if that alone was named."""
        for read in (self._near, self._spelt, self._ahead, self._in_month, self._week):
            if (found := read(start)) is not None:
                return (*found, None)
        return self._weekday(start, led=led) or self._number(start, led=led)

    def _match(self, text: str, start: int) -> re.Match[str] | None:
        return pattern(rf"(?:{text})(?!\w)").match(self.plain, start)

    def _near(self, start: int) -> tuple[int, list[Moment]] | None:
        near = pattern(rf"(?P<key>{longest_first(_near_days())})(?!\w)").match(self.plain, start)
        return (near.end(), [self._away(_near_days()[near["key"]])]) if near else None

    def _away(self, days: int) -> Moment:
        return Moment(self.today + dt.timedelta(days))

    def _spelt(self, start: int) -> tuple[int, list[Moment]] | None:
        """"24 Nov", "Nov 24th, 2026", "24.11.", "3/4", "2026-11-24", each with a day of the week before it or not."""
        weekday = pattern(r"{W}\.?,?\s+(?:the\s+|den\s+)?(?=\d|[^\W\d]+\.?\s*\d)").match(self.plain, start)
        begin = weekday.end() if weekday else start
        if found := self._match(r"(\d{4})-(\d{1,2})-(\d{1,2})", begin):
            return found.end(), [Moment(dt.date(int(found[1]), int(found[2]), int(found[3])))]
        if found := pattern(r"(\d{1,2})\.\s?(\d{1,2})(?:\.\s?(\d{4}|\d\d(?!\s*\w))|\.|(?=\s|$|[,;)]))"
                             r"(?![\w%€$£]|\s*(?:uhr|[%€$£]))").match(self.plain, begin):
            return found.end(), [self._dated(int(found[1]), int(found[2]), found[3])]
        if found := self._match(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d\d))?(?!\s*(?:of|inch|inches|cm|m)\b)", begin):
            return found.end(), self._slashed(int(found[1]), int(found[2]), found[3])
        if found := self._match(r"(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:of\s+)?{M}\.?(?:,?\s+(?P<y>\d{4}))?", begin):
            return found.end(), [self._dated(int(found["d"]), names().months[found["m"]], found["y"])]
        if found := self._match(r"{M}\.?\s+(?:the\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?P<y>\d{4}))?(?![.:]\d)",
                                begin):
            return found.end(), [self._dated(int(found["d"]), names().months[found["m"]], found["y"])]
        return None

    def _slashed(self, one: int, two: int, year: str | None) -> list[Moment]:
        pairs = [(two, one), (one, two)] if words.country() in {"US", "PH"} else [(one, two), (two, one)]
        days = []
        for day, month in dict.fromkeys(pairs):
            try:
                days.append(self._dated(day, month, year))
            except ValueError:
                continue
        if not days:
            raise ValueError(one)
        return days

    def _dated(self, day: int, month: int, year: str | None) -> Moment:
        if year:
            return Moment(dt.date(int(year) + (2000 if len(year) == 2 else 0), month, day))
        around = range(self.today.year - 8, self.today.year + 9)      # 29 February needs up to eight
        days = [found for found in (_date(y, month, day) for y in around) if found]
        if not days:
            raise ValueError(day)
        return Moment(max(d for d in days if d <= self.today) if self.past
                      else min(d for d in days if d >= self.today))

    def _ahead(self, start: int) -> tuple[int, list[Moment]] | None:
        """"in 3 weeks", "a week ago", "vor 2 Tagen", "today week"."""
        found = self._match(r"(?:in|\+)\s*{N}\s*(?:{U})?", start)
        if found and not (found.lastgroup == "n" and self.plain[start] != "+"):
            return found.end(), [self._moved(number(found["n"]), found)]
        found = self._match(r"{N}\s+(?:{U})\s+ago", start) or self._match(r"vor\s+{N}\s+(?:{U})", start)
        if found:
            return found.end(), [self._moved(-number(found["n"]), found)]
        return None

    def _moved(self, count: int, unit: re.Match[str]) -> Moment:
        if unit["month"] or unit["year"]:
            months = self.today.year * 12 + self.today.month - 1 + count * (12 if unit["year"] else 1)
            year, month = months // 12, months % 12 + 1
            return Moment(next(found for found in (_date(year, month, self.today.day - n) for n in range(4)) if found))
        return self._away(count * (7 if unit["week"] else 14 if unit["fortnight"] else 1))

    def _in_month(self, start: int) -> tuple[int, list[Moment]] | None:
        """"in May", "Anfang Mai", "mid-May", "end of May 2027"."""
        found = self._match(r"(?:(?P<first>in|im|early(?:\s+in)?|(?:the\s+)?(?:beginning|start)\s+of|anfang)"
                            r"|(?P<mid>mid|(?:the\s+)?middle\s+of|mitte)|(?P<last>late(?:\s+in)?|(?:the\s+)?end\s+of|ende))"
                            r"[\s-]+{M}(?:\s+(?P<y>\d{4}))?", start)
        if not found:
            return None
        month, year = names().months[found["m"]], found["y"]
        day = 15 if found["mid"] else 1
        moment = self._dated(day, month, year)
        if not year and not self.past and month == self.today.month:     # "in November" in November is this one
            moment = Moment(self.today)
        if found["last"] and moment.day:
            following = (moment.day.replace(day=28) + dt.timedelta(4)).replace(day=1)
            moment = Moment(following - dt.timedelta(1))
        return found.end(), [moment._replace(month=True)]

    def _week(self, start: int) -> tuple[int, list[Moment]] | None:
        monday = self.today - dt.timedelta(self.today.weekday())
        if found := self._match(r"(?:next|nachste|naechste|kommende)[nr]?\s+(?:week|woche)", start):
            return found.end(), [Moment(monday + dt.timedelta(7))]
        if found := self._match(r"(?:the\s+)?end\s+of\s+(?:the\s+)?week|ende\s+der\s+woche", start):
            return found.end(), [Moment(monday + dt.timedelta(4 if self.today.weekday() < 5 else 11))]
        if found := self._match(r"(?:next\s+month|(?:nachste|naechste)[nrm]?\s+monat)", start):
            return found.end(), [Moment((self.today.replace(day=28) + dt.timedelta(4)).replace(day=1))]
        return None

    def _weekday(self, start: int, *, led: bool) -> tuple[int, list[Moment], int | None] | None:
        found = self._match(
            r"(?:(?P<next>next|nachste[nr]?|naechste[nr]?)|(?P<last>last|letzte[nr]?|vorige[nr]?)"
            r"|(?P<this>this|coming|kommende[nr]?|diese[nr]?))?\s*{W}(?:\s+(?P<week>week|in\s+einer\s+woche))?", start)
        if not found or not (led or found["next"] or found["last"] or found["this"] or self._is_day(found)):
            return None
        number = names().days[found["w"]]
        ahead = self.today + dt.timedelta((number - self.today.weekday() - 1) % 7 + 1)
        behind = self.today - dt.timedelta((self.today.weekday() - number - 1) % 7 + 1)
        end = found.end() + (1 if self.plain[found.end():found.end() + 1] == "." else 0)
        if found["last"] or (self.past and not found["next"]):
            return end, [Moment(behind)], number
        days = [Moment(ahead + dt.timedelta(7 if found["week"] else 0))]
        if found["next"] and ahead.isocalendar()[1] == self.today.isocalendar()[1]:     # the coming one, or next week's
            days.insert(0, Moment(ahead + dt.timedelta(7)))
        return end, days, number if len(days) == 1 else None

    def _is_day(self, found: re.Match[str]) -> bool:
        """Whether a name of a day without anything around it is one: "so", "do" and "sun" are words too."""
        name, end = found["w"], found.end()
        followed = pattern(r"\.?\s*,?\s*(?:\d|(?:at|um|gegen)\s)").match(self.plain, end) is not None
        if len(name) > 2:
            before = self.plain[:found.start()].split()[-1:]
            return followed or name not in {"sat", "sun", "wed"} or before not in [[word] for word in _SUBJECTS]
        alone = self.plain.strip(" .") == name
        german = self.text[found.start()].isupper() and name not in {"so", "do"} and words.locale_name()[:2] == "de"
        return followed or alone or german or (self.text[found.start()].isupper() and name in {"di", "mi", "fr"}
                                               and self.plain.find("anrufen") >= 0)

    def _number(self, start: int, *, led: bool) -> tuple[int, list[Moment], int | None] | None:
        """"the 10th", "am 10."."""
        found = self._match(r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)", start) or (
            pattern(r"(\d{1,2})\.(?!\d|\s*[^\W\d])").match(self.plain, start) if led else None)
        if not found:
            return None
        step = -1 if self.past else 1
        days = (self.today + dt.timedelta(step * n) for n in range(70))
        day = next((day for day in days if day.day == int(found[1])), None)
        return (found.end(), [Moment(day)], None) if day else None


_SUBJECTS = frozenset(("the", "she", "he", "they", "we", "i", "it", "who", "you"))
_GOES_ON = frozenset("about at on by for with to and or because re from in um wegen mit fur zu zum und oder bei am von "
                     "call visit send bring ask ring phone".split())


@cache
def _near_days() -> dict[str, int]:
    return {plain(_("today")): 0, plain(_("tomorrow")): 1, plain(_("yesterday")): -1, "today": 0, "tonight": 0,
            "tomorrow": 1, "tmrw": 1, "yesterday": -1, "the day after tomorrow": 2, "day after tomorrow": 2,
            "the day before yesterday": -2, "day before yesterday": -2, "heute": 0, "morgen": 1, "ubermorgen": 2,
            "uebermorgen": 2, "gestern": -1, "vorgestern": -2}


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def read_day(text: str, today: dt.date, *, past: bool = False) -> dt.date | None:
    """The day that `text` means, the next such one (with `past` the last such one) where no year is typed.

    None where it cannot be read as a day.
    """
    text = " ".join(text.split())
    reader = Reader(text, today, past=past)
    when = reader.at(0)
    if when is not None and when.end == len(text):
        return when.readings[0].day
    return _short_day(plain(text), today, past=past)


def _short_day(text: str, today: dt.date, *, past: bool) -> dt.date | None:
    """What only a field takes: beginnings of names, and a year in two figures."""
    number = next((number for word, number in names().days.items() if len(text) > 1 and word.startswith(text)), None)
    if number is not None:
        step = -1 if past else 1
        return next(day for day in (today + dt.timedelta(step * n) for n in range(1, 8)) if day.weekday() == number)
    found = re.fullmatch(r"(\d{1,2})\.?\s*([^\W\d]{3,})\.?,?\s*(\d{2,4})?", text)
    month = next((n for word, n in names().months.items() if found and word.startswith(found[2])), None)
    written = f"{found[1]}/{month}/{found[3]}" if found and month and found[3] else ""
    if found and month and not found[3]:
        return read_day(f"{found[1]}.{month}.", today, past=past)
    loose = re.fullmatch(r"(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{2,4})?)?\.?", written or text)
    try:
        if loose and loose[3]:
            return dt.date(int(loose[3]) + (2000 if len(loose[3]) == 2 else 0), int(loose[2]), int(loose[1]))
        return Reader("", today, past=past)._dated(int(loose[1]), int(loose[2]), None).day if loose else None
    except ValueError:
        return None
