"""The clock of what they asked for, in words: how long they have waited, and how soon we answered (practice B6)."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop.first_answers import Clock
from lovedesk.words import _, ago, ngettext

HOUR, DAY = 60, 24 * 60     # in minutes


def asked(clock: Clock, now: dt.datetime) -> str:
    """"asked 2 hours ago, waits for a first answer"; of one that was answered, after how long."""
    if clock.asked_on is None:
        return ""
    since = _since(clock, now)
    return (_("{asked}, waits for a first answer") if clock.ticks else _("{asked}, {answered}")).format(
        asked=since, answered=answered(clock))


def _since(clock: Clock, now: dt.datetime) -> str:
    minutes = int((now - clock.asked_at).total_seconds() // 60) if clock.asked_at else DAY
    if minutes < 1:
        return _("asked just now")
    if minutes < HOUR:
        return ngettext("asked {n} minute ago", "asked {n} minutes ago", minutes).format(n=minutes)
    if minutes < DAY:
        return ngettext("asked {n} hour ago", "asked {n} hours ago", minutes // HOUR).format(n=minutes // HOUR)
    return _("asked {ago}").format(ago=ago(clock.asked_on or now.date(), now.date()))


def answered(clock: Clock) -> str:
    """"answered after 2 hours"; where the hour was not known, after how many days; nothing while they wait."""
    if clock.answered is None or clock.asked_on is None:
        return ""
    if clock.asked_at is not None:
        minutes = max(int((clock.answered - clock.asked_at).total_seconds() // 60), 0)
        if minutes < HOUR:
            return ngettext("answered after {n} minute", "answered after {n} minutes", minutes).format(
                n=minutes) if minutes else _("answered at once")
        if minutes < DAY:
            return ngettext("answered after {n} hour", "answered after {n} hours", minutes // HOUR).format(
                n=minutes // HOUR)
    days = (clock.answered.date() - clock.asked_on).days
    if days <= 0:
        return _("answered the same day")
    return ngettext("answered after {n} day", "answered after {n} days", days).format(n=days)
