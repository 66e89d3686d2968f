"""Rules of what repeats (RFC 5545): checked, expanded by python-dateutil, shifted and cut in two.

Pure: a rule is text like "FREQ=MONTHLY;BYDAY=1MO" without a start, and times are wall time without a zone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import recurrence_plain
from lovedesk.words import _

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

FIRST, LAST = dt.datetime(1900, 1, 1), dt.datetime(2200, 12, 31, 23, 59)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
MOST = 10_000           # times of a rule that counts them; one a day for 27 years
_LONGEST = 1_000        # periods between two of them
# The most that a part may say, as a number; all but months may count from the end.
_NUMBERS = {"BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366, "BYMONTH": 12}
_LONG_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(?:\d\d)?(Z)?)?")


class Every(NamedTuple):
    """A rule as people say it: every so many days, weeks, months or years.

    `days` are days of the week from Monday, 0; with `nth` it is the nth of the month, or with -1 the last one. The last
    day of the month is `nth` -1 without a weekday.
    """

    unit: str                       # day, week, month, year
    interval: int = 1
    days: tuple[int, ...] = ()
    nth: int = 0
    until: dt.date | None = None
    times: int = 0


def checked(rule: str, zone: str = "") -> str:
    """A rule as the desk keeps it; Refused in plain words for one that makes no sense or that no calendar can hold.

    An end that is said in UTC becomes wall time of `zone`; of this laptop's without one.
    """
    parts = _read(rule)
    if parts.get("FREQ") not in FREQUENCIES:
        if parts.get("FREQ") in {"SECONDLY", "MINUTELY", "HOURLY"}:
            raise Refused(_("What repeats does so by days at the most, not by hours or minutes."))
        raise Refused(_("How often does it repeat? A rule begins like FREQ=WEEKLY."))
    _check_number(parts, "INTERVAL", _LONGEST)
    _check_number(parts, "COUNT", MOST)
    if "COUNT" in parts and "UNTIL" in parts:
        raise Refused(_("It ends on a day or after so many times, not by both."))
    if "UNTIL" in parts:
        parts["UNTIL"] = _checked_until(parts["UNTIL"], zone)
    _check_days(parts)
    if parts.get("INTERVAL") == "1":
        del parts["INTERVAL"]
    return ";".join(f"{name}={value}" for name, value in parts.items())


@lru_cache(maxsize=4096)
def is_kept(rule: str) -> bool:
    """Whether a rule is one that the desk keeps; what another program wrote may be none."""
    try:
        return checked(rule) == rule
    except Refused:
        return False


def _read(rule: str) -> dict[str, str]:
    text = re.sub(r"\s+", "", rule).upper().removeprefix("RRULE:").strip(";")
    parts: dict[str, str] = {}
    for part in text.split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in parts:
            raise Refused(_("“{rule}” is no rule for repeating; one reads like FREQ=WEEKLY;BYDAY=TU.").format(
                rule=rule.strip()[:80]))
        if name not in {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", *_NUMBERS}:
            raise Refused(_("A rule says on which days it repeats, and knows no {part}.").format(part=name[:20]))
        parts[name] = value
    return parts


def _check_number(parts: dict[str, str], name: str, most: int) -> None:
    value = parts.get(name, "1")
    if not (value.isascii() and value.isdecimal() and 0 < int(value[:9]) <= most and len(value) < 9):
        raise Refused(_("A rule repeats once to {most} times, with at most {longest} periods between.").format(
            most=MOST, longest=_LONGEST))
    if name in parts:
        parts[name] = str(int(value))


def _checked_until(text: str, zone: str) -> str:
    from zoneinfo import ZoneInfo  # a start need not pay for it

    found = _UNTIL.fullmatch(text)
    try:
        if not found or int(found[1]) < FIRST.year:
            raise ValueError(text)
        year, month, day, hour, minute = (int(part or 0) for part in found.groups()[:5])
        until = dt.datetime(year, month, day, hour, minute)
        if found[6]:
            until = until.replace(tzinfo=dt.UTC).astimezone(ZoneInfo(zone) if zone else None).replace(tzinfo=None)
    except (ValueError, KeyError, OverflowError, OSError):
        raise Refused(_("“{until}” is no day on which a rule could end; write it like 20270301.").format(
            until=text[:40])) from None
    return until.strftime("%Y%m%dT%H%M%S") if found[4] else f"{year:04}{month:02}{day:02}"


def _check_days(parts: dict[str, str]) -> None:
    frequency = parts["FREQ"]
    days = [_DAY.fullmatch(day) for day in parts["BYDAY"].split(",")] if "BYDAY" in parts else []
    if None in days or parts.get("WKST", "MO") not in DAYS:
        raise Refused(_("A day of the week in a rule is MO, TU, WE, TH, FR, SA or SU, like 1MO for the first Monday."))
    numbered = [int(day[1]) for day in days if day and day[1]]
    most = 5 if frequency == "MONTHLY" or "BYMONTH" in parts else 53
    if numbered and (frequency not in {"MONTHLY", "YEARLY"} or not all(0 < abs(n) <= most for n in numbered)):
        raise Refused(_("Only a month or a year has a first, second or last weekday."))
    for name, limit in _NUMBERS.items():
        if name in parts and not all(_is_within(value, limit, back=name != "BYMONTH")
                                     for value in parts[name].split(",")):
            raise Refused(_("A rule with these days never comes."))
    _refuse_odd(parts)
    if "BYMONTH" in parts and "BYMONTHDAY" in parts and not any(
            abs(int(day)) <= _LONG_MONTHS[int(month) - 1]
            for month in parts["BYMONTH"].split(",") for day in parts["BYMONTHDAY"].split(",")):
        raise Refused(_("A rule with these days never comes."))


def _refuse_odd(parts: dict[str, str]) -> None:
    """What RFC 5545 leaves without meaning: parts of another period, and a place in a set that no part makes."""
    frequency = parts["FREQ"]
    odd = ("BYWEEKNO" in parts and frequency != "YEARLY", "BYYEARDAY" in parts and frequency in {"WEEKLY", "MONTHLY"},
           "BYMONTHDAY" in parts and frequency == "WEEKLY",
           "BYSETPOS" in parts and (frequency == "DAILY" or not {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO",
                                                                 "BYMONTH"} & parts.keys()))
    if any(odd):
        raise Refused(_("These parts of a rule do not go together."))


def _is_within(value: str, limit: int, *, back: bool) -> bool:
    sign = value[:1] if back and value[:1] in {"-", "+"} else value[:1] if value[:1] == "+" else ""
    number = value[len(sign):]
    return number.isascii() and number.isdecimal() and len(number) < 4 and 0 < int(number) <= limit


def starts(rule: str, start: dt.datetime, first: dt.datetime, last: dt.datetime) -> list[dt.datetime]:
    """The times of a checked rule that begins at `start`, from the first to the last moment, both included."""
    first, last = max(first, start, FIRST), min(last, _end(rule), LAST)
    if first > last:
        return []
    every = _plainly(rule, start)
    if every is not None:
        return list(recurrence_plain.times(every, start, first, last))
    return list(_rule(rule, start, first).between(first, last, inc=True))


@lru_cache(maxsize=4096)
def _plainly(rule: str, start: dt.datetime) -> Every | None:
    """A rule that can be reckoned without the library: it counts no times, and its weeks begin on Monday."""
    odd = "COUNT" in _parts(rule) or _parts(rule).get("WKST", "MO") != "MO"
    return None if odd else every_of(rule, start)


def next_starts(rule: str, start: dt.datetime, after: dt.datetime, count: int = 1) -> list[dt.datetime]:
    """The next times of a rule after a moment, at most `count`."""
    return list(islice(_from(rule, start, after, included=False), count))


def has_any(rule: str, start: dt.datetime) -> bool:
    """Whether a rule that begins at `start` ever comes."""
    return any(True for _moment in _from(rule, start, start, included=True))


def _from(rule: str, start: dt.datetime, moment: dt.datetime, *, included: bool) -> Iterator[dt.datetime]:
    first, last = max(moment, start - dt.timedelta(minutes=1), FIRST), min(_end(rule), LAST)
    for found in _rule(rule, start, first).xafter(first, inc=included):
        if found > last:
            return
        yield found


@lru_cache(maxsize=4096)    # five hundred rules are read again for each month that is shown
def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.split(";"))


def _end(rule: str) -> dt.datetime:
    """The last moment of a rule that ends; a day alone is meant wholly."""
    until = _parts(rule).get("UNTIL")
    if until is None:
        return LAST
    if len(until) == len("20270301"):
        return dt.datetime.combine(dt.date.fromisoformat(until), dt.time(23, 59))
    day, time = dt.date.fromisoformat(until[:8]), dt.time(int(until[9:11]), int(until[11:13]))
    return dt.datetime.combine(day, time)


@lru_cache(maxsize=4096)
def _rule(rule: str, start: dt.datetime, first: dt.datetime) -> rrule | rruleset:
    """The library's rule, begun near `first` where it need not count from its start: as many periods later as fit."""
    from dateutil.rrule import rrulestr  # 15 ms, which a start need not pay

    parts = {name: value for name, value in _parts(rule).items() if name != "UNTIL"}
    begin = start if "COUNT" in parts else _near(parts, start, first)
    return rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=begin)


def _near(parts: dict[str, str], start: dt.datetime, first: dt.datetime) -> dt.datetime:
    interval = int(parts.get("INTERVAL", 1))
    if parts["FREQ"] in {"DAILY", "WEEKLY"}:
        step = interval * (7 if parts["FREQ"] == "WEEKLY" else 1)
        return start + dt.timedelta((first - start).days // step * step) if first > start else start
    if not {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"} & parts.keys():     # as the library would take from start
        parts["BYMONTHDAY"] = str(start.day)
        if parts["FREQ"] == "YEARLY":
            parts.setdefault("BYMONTH", str(start.month))
    step = interval * (12 if parts["FREQ"] == "YEARLY" else 1)
    months = (first.year - start.year) * 12 + first.month - start.month
    periods = months // step - 1
    if periods < 1:
        return start
    month = start.year * 12 + (start.month - 1 if step == interval else 0) + periods * step
    return start.replace(year=month // 12, month=month % 12 + 1, day=1)


def times_of(rule: str) -> int:
    """How many times a rule has that counts them; 0 where it does not."""
    return int(_parts(rule).get("COUNT", 0))


def until_before(rule: str, moment: dt.datetime) -> str:
    """The rule, ended before a moment."""
    parts = {name: value for name, value in _parts(rule).items() if name not in {"UNTIL", "COUNT"}}
    end = min(moment - dt.timedelta(minutes=1), _end(rule))
    return ";".join(f"{name}={value}" for name, value in (parts | {"UNTIL": f"{end:%Y%m%dT%H%M}00"}).items())


def left(rule: str, start: dt.datetime, moment: dt.datetime) -> int:
    """How many times of a rule that counts them are left from a moment on, at least one; 0 where it does not count."""
    times = times_of(rule)
    return max(1, times - len(starts(rule, start, start, moment - dt.timedelta(minutes=1)))) if times else 0


def with_times(rule: str, times: int) -> str:
    """The rule with so many times."""
    return ";".join(f"{name}={value}" for name, value in (_parts(rule) | {"COUNT": str(times)}).items())


def shifted(rule: str, old: dt.datetime, new: dt.datetime) -> str:
    """The rule when the time at `old` is to be at `new`, and all others with it."""
    parts = dict(_parts(rule))
    by_days = parts.get("BYDAY", "")
    if by_days and not re.search(r"\d", by_days) and parts["FREQ"] in {"DAILY", "WEEKLY"}:
        turn = (new.date() - old.date()).days
        days = sorted((DAYS.index(day) + turn) % 7 for day in by_days.split(","))
        parts["BYDAY"] = ",".join(DAYS[day] for day in days)
    elif (nth := _DAY.fullmatch(by_days)) and nth[1] and old.date() != new.date():
        last = int(nth[1]) < 0 and (new + dt.timedelta(7)).month != new.month
        parts["BYDAY"] = f"{-1 if last else (new.day + 6) // 7}{DAYS[new.weekday()]}"
    if parts.get("BYMONTHDAY") == str(old.day):
        parts["BYMONTHDAY"] = str(new.day)
    if parts.get("BYMONTH") == str(old.month):
        parts["BYMONTH"] = str(new.month)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def rule_of(every: Every, start: dt.datetime) -> str:
    """The rule of what people chose; a year has its month and day from the start."""
    unit = next(name for name, unit in FREQUENCIES.items() if unit == every.unit)
    parts = {"FREQ": unit}
    if every.interval != 1:
        parts["INTERVAL"] = str(every.interval)
    if every.unit == "week" and every.days:
        parts["BYDAY"] = ",".join(DAYS[day] for day in sorted(every.days))
    elif every.unit in {"month", "year"} and every.nth:
        if every.unit == "year":
            parts["BYMONTH"] = str(start.month)
        parts |= ({"BYDAY": f"{every.nth}{DAYS[every.days[0]]}"} if every.days else {"BYMONTHDAY": "-1"})
    if every.until:
        parts["UNTIL"] = f"{every.until:%Y%m%d}"
    elif every.times:
        parts["COUNT"] = str(every.times)
    return checked(";".join(f"{name}={value}" for name, value in parts.items()))


def every_of(rule: str, start: dt.datetime) -> Every | None:
    """A rule as people say it; None for one that takes more words."""
    parts = {name: value for name, value in _parts(rule).items() if name not in {"UNTIL", "WKST"}}
    days = [_DAY.fullmatch(day) for day in parts["BYDAY"].split(",")] if "BYDAY" in parts else []
    if not days and parts.get("BYMONTHDAY") == str(start.day):      # as other programs say what the start says already
        del parts["BYMONTHDAY"]
        if parts["FREQ"] == "YEARLY" and parts.get("BYMONTH") == str(start.month):
            del parts["BYMONTH"]
    weekdays = tuple(DAYS.index(day[2]) for day in days if day)
    nth = int(days[0][1]) if len(days) == 1 and days[0] and days[0][1] else -1 if "BYMONTHDAY" in parts else 0
    if not -1 <= nth <= 5:      # the twentieth Monday of a year
        return None
    every = Every(FREQUENCIES[parts["FREQ"]], int(parts.get("INTERVAL", 1)), weekdays, nth,
                  _end(rule).date() if "UNTIL" in _parts(rule) else None, int(parts.get("COUNT", 0)))
    mine = {name: value for name, value in _parts(rule_of(every, start)).items() if name != "UNTIL"}
    return every if parts == mine else None
