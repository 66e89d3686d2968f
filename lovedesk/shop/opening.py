"""When the shop is open: hours of each weekday, days on which it is closed, its country's holidays, its weekend."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from lovedesk import words
from lovedesk.mishaps import Refused
from lovedesk.shop import shops
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold, tidy_line
from lovedesk.shop.putting import put
from lovedesk.shop.tables import TRASHED, Closed, Shop, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _

_THE_SHOP = id_of("shop")
DAY = 24 * 60
LONGEST = 366               # days that the shop can be closed at once
TYPED = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|to)\s*(\d{1,2})(?:[:.](\d{2}))?$")
# Where the weekend is not Saturday and Sunday, by CLDR's week data; Monday is 0.
_FRIDAY = frozenset("BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE".split())
_OTHER = {"IR": frozenset({4}), "AF": frozenset({3, 4}), "IN": frozenset({6}), "UG": frozenset({6})}


class Span(NamedTuple):
    """From one minute of the day to another."""

    start: int
    end: int


class ClosedDays(NamedTuple):
    """Days on which the shop is closed, and why."""

    id: int
    first: dt.date
    last: dt.date
    why: str


class DayOpen(NamedTuple):
    """A day of the shop: when it is open (None: nobody has said), and why not."""

    spans: list[Span] | None
    holiday: str = ""
    closed: ClosedDays | None = None
    weekend: bool = False

    @property
    def free(self) -> bool:
        """Whether nobody is expected to work."""
        return bool(self.weekend or self.holiday or self.closed)


# Hours --------------------------------------------------------------------------------------------------------------

def hours() -> dict[int, list[Span]]:
    """The opening hours by weekday, Monday is 0; nothing when nobody has said them."""
    try:
        stored = json.loads(str(_stored("hours") or "{}"))
        return {int(day): [Span(int(start), int(end)) for start, end in spans] for day, spans in stored.items()}
    except (ValueError, TypeError, AttributeError):
        return {}           # of another program's making: as if nobody had said them


def set_hours(weekday: int, typed: str) -> None:
    """Say when the shop is open on a weekday, like "8:30–12:30, 13:30–18"; empty for closed. The first that are said
    hold for all working days."""
    spans, free = read(typed), weekend()
    before = hours() or {day: [] if day in free else spans for day in range(7)}
    every = {**before, weekday: spans}
    put(Shop, _THE_SHOP, hours=json.dumps(every) if any(every.values()) else "")


def read(typed: str) -> list[Span]:
    """Hours as they are typed, in order; Refused when they cannot be read, or end before they begin."""
    found = sorted(_span(part) for part in re.split(r"[,;]| and ", tidy_line(typed)) if part.strip())
    if any(before.end > after.start for before, after in pairwise(found)):
        raise Refused(_("These hours overlap each other."))
    return found


def _span(part: str) -> Span:
    match = TYPED.match(part.strip())
    if match is None:
        raise Refused(_("Hours are written like 8:30–12:30, 13:30–18:00."))
    numbers = [int(number or 0) for number in match.groups()]
    span = Span(numbers[0] * 60 + numbers[1], numbers[2] * 60 + numbers[3])
    if span.end > DAY or numbers[1] > 59 or numbers[3] > 59:
        raise Refused(_("A day has 24 hours, and an hour 60 minutes."))
    if span.start >= span.end:
        raise Refused(_("These hours end before they begin."))
    return span


def told(spans: list[Span]) -> str:
    """Hours in words, as `read` takes them: "08:30–12:30, 13:30–18:00"."""
    return ", ".join(f"{_clock(span.start)}–{_clock(span.end)}" for span in spans)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def weekend() -> frozenset[int]:
    """The weekdays on which the shop is never open; where nobody has said, the country's weekend."""
    known = hours()
    if known:
        return frozenset(day for day in range(7) if not known.get(day))
    country = shops.country() or words.country()
    return _OTHER.get(country) or (frozenset({4, 5}) if country in _FRIDAY else frozenset({5, 6}))


# Closed days --------------------------------------------------------------------------------------------------------

def close(first: dt.date, last: dt.date | None = None, why: str = "") -> int:
    """Keep days on which the shop is closed. Returns the id."""
    return int(Closed.create(**_checked(first, last or first, why)).id)


def change(closed: int, first: dt.date, last: dt.date, why: str) -> None:
    """Correct days on which the shop is closed."""
    _set(closed, **_checked(first, last, why))


def trash(closed: int) -> None:
    """The shop is open on these days after all."""
    _set(closed, state=TRASHED)


def closed(first: dt.date = dt.date.min, last: dt.date = dt.date.max) -> list[ClosedDays]:
    """On which days the shop is closed, those that touch the days from the first to the last, in order."""
    found = rows("""select id, first, last, why from closed
                    where state = 'live' and last >= ? and first <= ? order by first, id""", first, last)
    return [ClosedDays(row[0], dt.date.fromisoformat(row[1]), dt.date.fromisoformat(row[2]), row[3]) for row in found]


def _checked(first: dt.date, last: dt.date, why: str) -> dict[str, object]:
    if last < first:
        raise Refused(_("These days end before they begin."))
    if (last - first).days >= LONGEST or not 1900 <= first.year <= 2200:
        raise Refused(_("This is too long for closed days."))
    return {"first": first, "last": last, "why": tidy_line(why)}


def _set(closed: int, **values: object) -> None:
    if not Closed.update(values).where(Closed.id == closed, Closed.state == LIVE).execute():
        raise Refused(_("This is not here any more. Look in the trash."))


# Holidays -----------------------------------------------------------------------------------------------------------

def shows_holidays() -> bool:
    """Whether the country's holidays stand in the calendar."""
    return bool(_stored("holidays"))


def show_holidays(on: bool) -> None:
    """Let the country's holidays stand in the calendar, or not."""
    put(Shop, _THE_SHOP, holidays=int(on))


def region() -> str:
    """The part of the country that the shop is in, for its holidays; empty for none."""
    return str(_stored("region") or "")


def set_region(code: str) -> None:
    """Say in which part of the country the shop is; empty for none."""
    put(Shop, _THE_SHOP, region=tidy_line(code)[:20])


def _stored(column: str) -> object:
    found = rows(f"select {column} from shop where id = ? and state = 'live'", _THE_SHOP)
    return found[0][0] if found else None


def holidays(first: dt.date, last: dt.date) -> dict[dt.date, str]:
    """The country's holidays from the first to the last day. The first asking for a country takes half a second."""
    if not shows_holidays():
        return {}
    of_years = [_of_year(*_where(), year) for year in range(first.year, last.year + 1)]
    return {day: name for year in of_years for day, name in year.items() if first <= day <= last}


_ready: set[tuple[str, str, str, int]] = set()      # what `_of_year` need not work out any more


def is_ready(first: dt.date, last: dt.date) -> bool:
    """Whether `holidays` answers at once: else who paints asks for them aside."""
    return not shows_holidays() or all((*_where(), year) in _ready for year in range(first.year, last.year + 1))


def _where() -> tuple[str, str, str]:
    return shops.country() or words.country(), region(), words.locale_name()


@cache
def _of_year(country: str, part: str, language: str, year: int) -> dict[dt.date, str]:
    from holidays import country_holidays  # a third of a second: only for who wants holidays

    _ready.add((country, part, language, year))
    try:
        spoken = country_holidays(country).supported_languages
        wished = next((one for one in spoken if one == language or one.partition("_")[0] == language.partition("_")[0]),
                      None)
        places = country_holidays(country).subdivisions
        found = country_holidays(country, subdiv=part if part in places else None, years=year, language=wished)
    except NotImplementedError:
        return {}
    return {day: str(name).replace("; ", ", ") for day, name in found.items()}


def regions() -> dict[str, str]:
    """The parts of the shop's country with holidays of their own: codes and names. Takes half a second at first."""
    from holidays import country_holidays

    try:
        known = country_holidays(_where()[0])
    except NotImplementedError:
        return {}
    named = {code: name for name, code in reversed(known.subdivisions_aliases.items())}     # the first is the whole one
    return dict(sorted(((code, named.get(code, code)) for code in known.subdivisions), key=lambda one: fold(one[1])))


# Days ---------------------------------------------------------------------------------------------------------------

def days(first: dt.date, last: dt.date, *, at_once: bool = False) -> dict[dt.date, DayOpen]:
    """How the shop is open from the first to the last day; `at_once` without holidays that are not worked out yet."""
    known, free, shut = hours(), weekend(), closed(first, last)
    named = {} if at_once and not is_ready(first, last) else holidays(first, last)
    found = {}
    for n in range((last - first).days + 1):
        day = first + dt.timedelta(n)
        why = next((one for one in shut if one.first <= day <= one.last), None)
        spans = known.get(day.weekday(), []) if known else None
        found[day] = DayOpen([] if why or day in named else spans, named.get(day, ""), why, day.weekday() in free)
    return found
