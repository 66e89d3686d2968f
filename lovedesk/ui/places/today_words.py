"""What Today says at its top: a greeting, and what the day holds."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop.todays import Today as Day
from lovedesk.words import _, joined, ngettext


def greeting(now: dt.datetime, name: str) -> str:
    """"Good morning, Mira"."""
    if now.hour < 12:
        return _("Good morning, {name}").format(name=name) if name else _("Good morning")
    if now.hour < 18:
        return _("Good afternoon, {name}").format(name=name) if name else _("Good afternoon")
    return _("Good evening, {name}").format(name=name) if name else _("Good evening")


def summary(day: Day) -> str:
    """"2 visits and 1 call": how many touches of each channel the day has."""
    counted = [_counted(channel, n) for channel, n in day.channels]
    return joined(counted) if counted else _("No visit today")


def _counted(channel: str, n: int) -> str:
    match channel:
        case "visit":
            return ngettext("{n} visit", "{n} visits", n).format(n=n)
        case "call" | "video":
            return ngettext("{n} call", "{n} calls", n).format(n=n)
        case "delivery":
            return ngettext("{n} delivery", "{n} deliveries", n).format(n=n)
        case "bill":
            return ngettext("{n} bill", "{n} bills", n).format(n=n)
    return ngettext("{n} letter or message", "{n} letters and messages", n).format(n=n)
