"""What has been is logged afterwards: as a touch of its own, or by closing the one that was planned (B4, C4)."""

from __future__ import annotations

import datetime as dt

from lovedesk.mishaps import Refused
from lovedesk.shop import chasing, timeline, touchpoints, visits
from lovedesk.words import _

MINUTES = 15                # of a touch of which nobody said how long it took
NOON = dt.time(12)          # of one whose day alone is known


def log(whom: list[int], start: dt.datetime, *, now: dt.datetime, channel: str = "", people: list[int] | None = None,
        began: str = "we", chased: bool = False, occasion: str = "", title: str = "", notes: str = "",
        value: str = "", keeper: int | None = None, minutes: int = MINUTES) -> int:
    """Keep a touch that has been. Refused for one that is still to come. Returns its id."""
    if start > now:
        raise Refused(_("It has not been yet: plan it, and close it when it was."))
    touchpoint = touchpoints.plan(whom, start, channel=channel, people=people, began=began, occasion=occasion,
                                  title=title, keeper=keeper, minutes=minutes)
    _write(touchpoint, notes, value)
    if chased:
        chasing.set_chased(touchpoint, chased=True)
    touchpoints.finish(touchpoint, now=now)
    return touchpoint


def done_on(customer: int, day: dt.date, *, now: dt.datetime, channel: str = "", notes: str = "", value: str = "",
            people: list[int] | None = None, keeper: int | None = None) -> int:
    """Close what was planned with a customer for a day, the earliest that is open; else log a touch of that day.

    With a channel, only such a one. Returns its id.
    """
    planned = planned_on(customer, day, channel=channel)
    if planned is None:
        start = now if day == now.date() else dt.datetime.combine(day, NOON)
        return log([customer], start, now=now, channel=channel, people=people, notes=notes, value=value,
                   keeper=keeper)
    _write(planned, notes, value)
    touchpoints.finish(planned, now=now)
    return planned


def planned_on(customer: int, day: dt.date, *, channel: str = "") -> int | None:
    """The earliest open touch with a customer on a day, if there is one."""
    return next((touch.id for touch in timeline.on_day(customer, day)
                 if not touch.done and channel in {"", touch.channel}), None)


def _write(touchpoint: int, notes: str, value: str) -> None:
    """Add what is said of it to what stands there."""
    page = visits.page(touchpoint)
    there_is = (page.notes, page.value) if page else ("", "")
    for field, text, there in zip(("notes", "value"), (notes, value), there_is, strict=True):
        if text.strip():
            touchpoints.write(touchpoint, field, f"{there}\n{text}" if there else text)
