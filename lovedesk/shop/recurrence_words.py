"""What a rule of what repeats says, in plain words."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop.recurrence import Every, every_of
from lovedesk.words import _, date_full, day_of_month, joined, month_name, ngettext, weekday

_WORKDAYS = (0, 1, 2, 3, 4)


def words(rule: str, start: dt.datetime) -> str:
    """"every 2 weeks on Tuesday, until Mon 1 Mar 2027"; a rule that takes more words stands as it is written."""
    every = every_of(rule, start)
    if every is None:
        return _("by a rule of its own: {rule}").format(rule=rule)
    told = _repeats(every, start)
    if every.until:
        return _("{repeats}, until {day}").format(repeats=told, day=date_full(every.until))
    if every.times:
        return ngettext("{repeats}, {n} time", "{repeats}, {n} times", every.times).format(repeats=told, n=every.times)
    return told


def _repeats(every: Every, start: dt.datetime) -> str:
    match every.unit:
        case "day":
            return ngettext("every day", "every {n} days", every.interval).format(n=every.interval)
        case "week":
            return _weeks(every)
        case "month":
            return _months(every)
    return _years(every, start)


def _weeks(every: Every) -> str:
    n = every.interval
    if every.days == _WORKDAYS and n == 1:
        return _("every weekday")
    if not every.days:
        return ngettext("every week", "every {n} weeks", n).format(n=n)
    days = joined([weekday(day, "wide") for day in every.days])
    return ngettext("every week on {days}", "every {n} weeks on {days}", n).format(n=n, days=days)


def _months(every: Every) -> str:
    n = every.interval
    if not every.nth:
        return ngettext("every month", "every {n} months", n).format(n=n)
    if not every.days:
        return ngettext("every month on its last day", "every {n} months on the last day", n).format(n=n)
    return ngettext("every month on the {nth} {weekday}", "every {n} months on the {nth} {weekday}", n).format(
        n=n, nth=nth(every.nth), weekday=weekday(every.days[0], "wide"))


def _years(every: Every, start: dt.datetime) -> str:
    n = every.interval
    if not every.nth:
        return ngettext("every year on {day}", "every {n} years on {day}", n).format(
            n=n, day=day_of_month(start.month, start.day))
    month = month_name(start.month)
    if not every.days:
        return ngettext("every year on the last day of {month}", "every {n} years on the last day of {month}",
                        n).format(n=n, month=month)
    return ngettext("every year on the {nth} {weekday} of {month}", "every {n} years on the {nth} {weekday} of {month}",
                    n).format(n=n, nth=nth(every.nth), weekday=weekday(every.days[0], "wide"), month=month)


def nth(number: int) -> str:
    """"first" to "fifth", or "last": of the weekdays of a month."""
    return {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth"), 5: _("fifth"), -1: _("last")}[number]
