"""The agenda on the screen: what lies on each day, a line each, for scripts too."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from collections.abc import Iterator

from lovedesk.cli.talk import Command, opened, say
from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, months
from lovedesk.shop.months import Entry
from lovedesk.words import _, time

_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(2200, 12, 31)     # nothing can be planned before or after
_MOST = 50              # years


def agenda(arguments: Namespace) -> int:
    """Say what lies on the days from the first to the last: date, time, kind, customer and title, with tabs between."""
    first, last = arguments.first, arguments.last
    with opened(arguments) as desk:
        first = first or desk.today()
        if last and last < first:
            raise Refused(_("The last day is before the first."))
        first, last = max(first, _FIRST), min(last or min(first, _LAST) + dt.timedelta(months.FORTNIGHT), _LAST)
        if last.year - first.year > _MOST:
            raise Refused(_("These are more than {n} years. Choose days that can be foreseen.").format(n=_MOST))
        for entry in _entries(first, last):
            say(_line(entry))
    return 0


def _entries(first: dt.date, last: dt.date) -> Iterator[Entry]:
    """Year by year: many years of what repeats are more than need be in memory."""
    while first <= last:
        until = min(last, dt.date(first.year, 12, 31))
        for entry in months.month(first, until):
            if entry.day and first <= entry.day <= until:
                yield entry
        first = until + dt.timedelta(1)


def _line(entry: Entry) -> str:
    title = entry.title
    if entry.kind == months.VISIT:
        kind = builtin.channel_label(entry.channel)
        title = title or (builtin.occasion_label(entry.occasion) if entry.occasion else "")
    else:
        kind = {months.FOLLOWUP: _("Follow-up"), months.BIRTHDAY: _("Birthday")}.get(entry.kind, _("Day"))
    said = (str(entry.day), time(entry.time) if entry.time else "", kind, entry.customer, title)
    return "\t".join(" ".join(part.split()) for part in said)


COMMANDS: dict[str, Command] = {"agenda": agenda}
