"""Reminders: before a visit, on a promise, ahead of a day of theirs; each carries what is needed (practices B6, F3)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import builtin, followups, months, special_days, timeline
from lovedesk.shop.followups import Due
from lovedesk.shop.months import Entry
from lovedesk.shop.timeline import Touch
from lovedesk.words import _, near, time

VISIT, PROMISE, DAY = "visit", "promise", "day"
MORNING = dt.time(8)            # when one is reminded of what has no time
DAYS = 1                        # that are looked ahead for the next moment


class Taste(NamedTuple):
    """How one wishes to be reminded, and who of us it is; with what is no one's."""

    before: int = 30            # minutes before a visit
    ahead: int = 7              # days ahead of a day of theirs
    keeper: int | None = None


class Reminder(NamedTuple):
    """What to be reminded of at a moment; `id` is a touchpoint's, a follow-up's or a special day's."""

    at: dt.datetime
    kind: str
    id: int
    customer_id: int | None
    customer: str
    day: dt.date
    time: dt.time | None
    until: dt.datetime          # after which nobody needs it
    what: str                   # why we go, what was promised, whose day it is
    channel: str
    phone: str


def between(after: dt.datetime, until: dt.datetime, taste: Taste) -> list[Reminder]:
    """What to be reminded of after a moment until another, in order."""
    early, ahead = dt.timedelta(minutes=taste.before), dt.timedelta(taste.ahead)
    first, last = after.date(), until.date()
    touches = [_of_touch(touch, early) for touch in timeline.between(first, (until + early).date())
               if not touch.done and taste.keeper in {None, touch.keeper_id or taste.keeper}]
    dues = [_of_due(due, due.due) for due in followups.between(first, last)
            if due.due and not due.done and not due.theirs and (due.promised or due.due_time)
            and taste.keeper in {None, due.keeper_id or taste.keeper}]
    days = [_of_day(entry, entry.day, ahead) for entry in months.days_of_theirs(first + ahead, last + ahead)
            if entry.day]
    return sorted(reminder for reminder in [*touches, *dues, *days] if after < reminder.at <= until)


def _of_touch(touch: Touch, early: dt.timedelta) -> Reminder:
    day = touch.start.date()
    at = dt.datetime.combine(day, MORNING) if touch.days else touch.start - early
    what = ", ".join(part for part in (builtin.occasion_label(touch.occasion), touch.title) if part)
    return Reminder(at, VISIT, touch.id, touch.customer_id or None, touch.whom, day,
                    None if touch.days else touch.start.time(), touch.until, what, touch.channel, touch.phone)


def _of_due(due: Due, day: dt.date) -> Reminder:
    at = dt.time.fromisoformat(due.due_time) if due.due_time else None
    return Reminder(dt.datetime.combine(day, at or MORNING), PROMISE, due.id, due.customer_id, due.customer, day, at,
                    dt.datetime.combine(day, dt.time.max), due.title, "", due.phone)


def _of_day(entry: Entry, day: dt.date, ahead: dt.timedelta) -> Reminder:
    what = special_days.word(months.BIRTHDAY) if entry.kind == months.BIRTHDAY else ""
    return Reminder(dt.datetime.combine(day - ahead, MORNING), DAY, entry.id, entry.customer_id,
                    entry.customer, day, None, dt.datetime.combine(day, dt.time.max),
                    ", ".join(part for part in (entry.title, what) if part), "", "")


def next_moment(now: dt.datetime, taste: Taste) -> dt.datetime:
    """When to look again: at the next reminder, at the latest in a day."""
    last = now + dt.timedelta(DAYS)
    return next((reminder.at for reminder in between(now, last, taste)), last)


def title(reminder: Reminder, today: dt.date, *, looking: bool = False) -> str:
    """One line: who, and when; what was promised not while someone is `looking`."""
    when = near(reminder.day, today)
    if reminder.time is not None:
        when = _("{day} {time}").format(day=when, time=time(reminder.time))
    if reminder.kind == VISIT:
        return _("{channel}, {when}: {customer}").format(
            channel=builtin.channel(reminder.channel).label, when=when, customer=reminder.customer)
    if looking:
        return _("{when}: {customer}").format(when=when, customer=reminder.customer) if reminder.customer else when
    return _("{when}: {what}").format(when=when, what=reminder.what)


def needed(reminder: Reminder, now: dt.datetime, *, looking: bool = False) -> str:
    """What is needed for it: why, for whom, the number, the last talk; only the number while someone is `looking`."""
    if looking:
        return reminder.phone
    why = reminder.what if reminder.kind == VISIT else reminder.customer
    return "\n".join(part for part in (why, reminder.phone, _last_talk(reminder, now)) if part)


def _last_talk(reminder: Reminder, now: dt.datetime) -> str:
    touch = timeline.last_done(reminder.customer_id, now) if reminder.customer_id else None
    said = next((text for text in (touch.said, touch.value, touch.notes) if text), "") if touch else ""
    return _("Last talk {day}: {words}").format(
        day=near(touch.start.date(), now.date()), words=said.splitlines()[0]) if touch and said else ""
