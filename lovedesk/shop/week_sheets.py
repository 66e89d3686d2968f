"""A week on one page: opening hours, visits, what is to be done and days of theirs, by name and time (B1, F3)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import builtin, knowledge, months, opening, sheet_choices, shops
from lovedesk.shop.months import Entry
from lovedesk.words import _, time, week_start

DAYS = 7


class WeekLine(NamedTuple):
    """One line of a day; `time` is empty for what has none."""

    time: str
    name: str
    what: str
    done: bool


class WeekDay(NamedTuple):
    """A day of the week: when the shop is open or why not, what is at a time, and what lies on the day."""

    day: dt.date
    hours: str
    timed: list[WeekLine]
    rest: list[WeekLine]


class WeekSheet(NamedTuple):
    """The seven days of a week."""

    days: list[WeekDay]
    keeper: str
    shop: str
    motto: str
    sample: bool


def first_of(day: dt.date) -> dt.date:
    """The day that the week of a day begins with where we are."""
    return day - dt.timedelta((day.weekday() - week_start()) % DAYS)


def week(day: dt.date, *, keeper: int | None = None) -> WeekSheet:
    """The week of a day; of one keeper, with what is no one's, or of all. Nothing private is on it."""
    shop, first = shops.about(), first_of(day)
    last = first + dt.timedelta(DAYS - 1)
    hours = opening.days(first, last)
    entries = [entry for entry in months.month(first, last)
               if keeper in {None, entry.keeper_id or keeper} and _on_paper(entry)]
    days = [_day(first + dt.timedelta(n), hours, entries) for n in range(DAYS)]
    return WeekSheet(days, next((who.name for who in shops.keepers() if who.id == keeper), ""), shop.name,
                     sheet_choices.foot(), shop.sample)


def _on_paper(entry: Entry) -> bool:
    """A day that a detail names, only where the detail may lie open on a table."""
    if entry.kind in {months.HOLIDAY, months.CLOSED}:
        return False        # they stand with the hours
    if entry.kind != months.DETAIL:
        return True
    shown = knowledge.on_paper(entry.customer_id, frozenset()) if entry.customer_id and not entry.private else []
    return any((fact.day, fact.text) == (entry.day, " ".join(entry.title.split())) for fact in shown)


def _day(day: dt.date, hours: dict[dt.date, opening.DayOpen], entries: list[Entry]) -> WeekDay:
    on_day = [entry for entry in entries if entry.day and entry.day <= day <= (entry.last or entry.day)]
    return WeekDay(day, _hours(hours[day]), [_line(entry) for entry in on_day if entry.time],
                   [_line(entry) for entry in on_day if not entry.time])


def _hours(day: opening.DayOpen) -> str:
    if day.closed is not None:
        return day.closed.why or _("closed")
    if day.holiday:
        return day.holiday
    return "" if day.spans is None else opening.told(day.spans) or _("closed")


def _line(entry: Entry) -> WeekLine:
    if entry.kind == months.VISIT:
        what = entry.title if entry.customer else ""
        parts = [builtin.channel_label(entry.channel), what or builtin.occasion_label(entry.occasion)]
    elif entry.kind == months.FOLLOWUP:
        parts = [entry.title, _("they owe") if entry.theirs else _("promised") if entry.promised else ""]
    elif entry.kind == months.BIRTHDAY:
        parts = [_("{name}’s birthday").format(name=entry.title)]
    else:
        parts = [entry.title, entry.people]
    name = entry.whom if entry.kind == months.VISIT else entry.customer
    return WeekLine(time(entry.time) if entry.time else "", name, ", ".join(part for part in parts if part), entry.done)
