"""The calendar as a file for other programs: visits and the rest, what is to be done, days of theirs; all or a part.

A phone shows it to whoever looks at it, so nothing private goes out: title, whom, where, and a number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from lovedesk.formats import icalendar_writing
from lovedesk.formats.icalendar_writing import Outgoing
from lovedesk.mishaps import Refused
from lovedesk.shop import calendar_dues, shops
from lovedesk.shop.calendar_events import Touchpoints
from lovedesk.shop.calendar_part import Part
from lovedesk.words import _

_YEARS_BACK = 10        # whose clock changes are written


def pieces(part: Part, *, now: dt.datetime) -> Iterator[bytes]:
    """The file, a piece at a time."""
    found = events(part, now=now)
    first = min((outgoing.event.start.date() for outgoing in found), default=now.date())
    zones = {outgoing.event.zone for outgoing in found}
    name = shops.about().name or _("Lovedesk")
    yield from icalendar_writing.calendar(found, name, zones, max(first, dt.date(now.year - _YEARS_BACK, 1, 1)))


def events(part: Part, *, now: dt.datetime) -> list[Outgoing]:
    """All that goes out, in the order of their begin."""
    found = [*Touchpoints(part, now).outgoing()]
    if part.touchpoint is None:
        found += calendar_dues.followups(part)
        found += calendar_dues.days(part)
    elif not found:
        raise Refused(_("This visit is not here any more. Look in the trash."))
    return sorted(found, key=lambda outgoing: (outgoing.event.start, outgoing.event.uid))
