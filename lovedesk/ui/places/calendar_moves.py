"""What dragging and the keys ask for in the calendar: an entry on another day, at another time, or longer."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk import words
from lovedesk.shop import followups, months, overlaps, touchpoints
from lovedesk.shop.months import Entry
from lovedesk.ui.place import Place
from lovedesk.words import _

STEP = 15                   # minutes
LAST = 24 * 60 - STEP       # the last minute at which anything begins
FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2200, 12, 31)      # as far as anything can be planned


class Wish(NamedTuple):
    """Where an entry is to be."""

    entry: Entry
    day: dt.date
    time: dt.time | None
    minutes: int
    days: int

    def is_new(self) -> bool:
        """Whether this is anything else than it was."""
        return (self.day, self.time, self.minutes, self.days) != _now(self.entry)


def as_it_is(entry: Entry) -> Wish:
    """The wish that changes nothing."""
    return Wish(entry, *_now(entry))


def _now(entry: Entry) -> tuple[dt.date, dt.time | None, int, int]:
    return entry.day or dt.date.min, entry.time, overlaps.minutes_of(entry), entry.days


def can_move(entry: Entry) -> bool:
    """Visits and follow-ups that are still to come; what has been stays where it was."""
    return entry.kind in {months.VISIT, months.FOLLOWUP} and not entry.done and entry.day is not None


def can_stretch(entry: Entry) -> bool:
    """What takes time of the day, or whole days."""
    return can_move(entry) and entry.kind == months.VISIT


def later(wish: Wish, *, days: int = 0, minutes: int = 0) -> Wish:
    """The same, some days later, and some minutes where it has a time; never out of its day by minutes."""
    day = min(max(wish.day + dt.timedelta(days), FIRST_DAY), LAST_DAY)
    if wish.time is None or not minutes:
        return wish._replace(day=day)
    minute = wish.time.hour * 60 + wish.time.minute + minutes
    return wish._replace(day=day, time=clock(minute))


def longer(wish: Wish, by: int) -> Wish:
    """The same, so many steps longer: a quarter of an hour, or a day of whole days."""
    if wish.days:
        return wish._replace(days=min(max(wish.days + by, 1), months.LONGEST))
    return wish._replace(minutes=min(max(wish.minutes + by * STEP, STEP), 24 * 60))


def clock(minute: int) -> dt.time:
    """A minute of the day as a time, in steps; the nearest that a day has."""
    minute = min(max(minute // STEP * STEP, 0), LAST)
    return dt.time(minute // 60, minute % 60)


def keep(place: Place, wish: Wish) -> None:
    """Let it be so, as one action that can be undone."""
    entry = wish.entry
    if not wish.is_new():
        return
    if entry.kind == months.FOLLOWUP:
        with place.act("followup.move", words=_told(wish, place.desk.today())):
            followups.move(entry.id, wish.day, words.time(wish.time) if wish.time else "")
        return
    with place.act("visit.move", words=_told(wish, place.desk.today())):
        _keep_visit(wish)


def _keep_visit(wish: Wish) -> None:
    entry = wish.entry
    day, time, minutes, days = _now(entry)
    if (wish.day, wish.time) != (day, time):
        touchpoints.move(entry.id, dt.datetime.combine(wish.day, wish.time or dt.time()))
    if wish.time is not None and wish.minutes != minutes:
        touchpoints.set_minutes(entry.id, wish.minutes)
    if wish.days != days:
        touchpoints.set_days(entry.id, wish.days)


def _told(wish: Wish, today: dt.date) -> str:
    entry = wish.entry
    what = entry.title if entry.kind == months.FOLLOWUP else entry.whom
    if wish.days != entry.days:
        return words.ngettext("{what}: lasts {n} day", "{what}: lasts {n} days", wish.days).format(
            what=what, n=wish.days)
    if (wish.day, wish.time) == (entry.day, entry.time):
        return _("{what}: takes {time}").format(what=what, time=words.duration(wish.minutes))
    return _("{what} moved to {when}").format(what=what, when=when(wish, today))


def when(wish: Wish, today: dt.date) -> str:
    """The day, and the time where there is one: "Fri 4 Dec 10:30"."""
    day = words.near(wish.day, today)
    return _("{day} {time}").format(day=day, time=words.time(wish.time)) if wish.time else day
