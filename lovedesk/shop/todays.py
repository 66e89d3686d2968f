"""Today: the visits of the day, sheets to type in, what is promised, and what fell due while nobody looked (B6, H1)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import NamedTuple

from lovedesk.shop import followups, months, timeline
from lovedesk.shop.followups import Due
from lovedesk.shop.months import Entry
from lovedesk.shop.timeline import Touch


class Today(NamedTuple):
    """All of a day. `away` fell due since the desk was last open, `still_open` before that; both are not done yet."""

    visits: list[Touch]             # in order, done ones too; those whose sheet waits are in to_type_in alone
    channels: list[tuple[str, int]]     # how many touches of each channel the day has, the most frequent first
    to_type_in: list[Touch]
    due: list[Due]                  # for today, ours
    waiting: list[Due]              # for today, theirs
    away: list[Due]
    away_from: dt.date | None       # first and last day of what fell due while away
    away_until: dt.date | None
    still_open: list[Due]
    days: list[Entry]               # birthdays and other days of theirs
    tomorrow: int                   # how many touches tomorrow has


def today(now: dt.datetime, *, last_seen: dt.date | None = None, keeper: int | None = None) -> Today:
    """What today holds; `last_seen` is the day on which the desk was last open, `keeper` leaves out the other's."""
    day = now.date()
    sheets = [touch for touch in timeline.to_type_in(now) if keeper in {None, touch.keeper_id or keeper}]
    waiting = {touch.id for touch in sheets}
    visits = timeline.of_day(day, keeper=keeper)
    dues = [due for due in followups.open_until(day) if keeper in {None, due.keeper_id or keeper}]
    before = [due for due in dues if due.due and due.due < day]
    away = [due for due in before if last_seen and due.due and due.due >= last_seen]
    fell = [due.due for due in away if due.due]
    return Today(
        visits=[touch for touch in visits if touch.id not in waiting],
        channels=Counter(touch.channel for touch in visits).most_common(), to_type_in=sheets,
        due=sorted((due for due in dues if due.due == day and not due.theirs), key=followups.by_waiting),
        waiting=[due for due in dues if due.due == day and due.theirs],
        away=sorted(away, key=followups.by_waiting), away_from=min(fell, default=None),
        away_until=max(fell, default=None),
        still_open=sorted((due for due in before if due not in away), key=followups.by_waiting),
        days=months.days_of_theirs(day, day),
        tomorrow=len(timeline.of_day(day + dt.timedelta(1), keeper=keeper)))


def next_moment(now: dt.datetime) -> dt.datetime:
    """When Today next changes by itself: a touch begins or is over, at the latest at midnight."""
    day = now.date()
    touches = [touch for touch in timeline.between(day - dt.timedelta(1), day) if not touch.done]
    moments = [moment for touch in touches for moment in (touch.start, touch.until) if moment > now]
    return min([*moments, dt.datetime.combine(day + dt.timedelta(1), dt.time())])


def minutes_until(touch: Touch, now: dt.datetime) -> int:
    """How many minutes until it begins; negative when it has begun."""
    return round((touch.start - now).total_seconds() / 60)
