"""Whole days that lie beside each other in a row of days: each in a lane, over as many days as it lasts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.shop.months import Entry


class Run(NamedTuple):
    """The days of an entry in one row, by their columns; it `opens` or `closes` in this row or goes on beyond it."""

    entry: Entry
    start: int
    end: int
    lane: int
    opens: bool
    closes: bool


def runs(entries: Sequence[Entry], first: dt.date, days: int) -> list[Run]:
    """The entries that touch a row of days from `first`, the long ones in the upper lanes."""
    found: list[Run] = []
    taken: list[int] = []       # of each lane its days, as bits: a full week has hundreds of entries
    for entry in sorted(entries, key=_long_first):
        if entry.day is None or entry.last is None:
            continue
        start, end = (entry.day - first).days, (entry.last - first).days
        if end < 0 or start >= days:
            continue
        left, right = max(start, 0), min(end, days - 1)
        ours = (1 << (right + 1)) - (1 << left)
        lane = next((n for n, days_of in enumerate(taken) if not days_of & ours), len(taken))
        taken[lane:lane + 1] = [ours | (taken[lane] if lane < len(taken) else 0)]
        found.append(Run(entry, left, right, lane, opens=start >= 0, closes=end < days))
    return found


def _long_first(entry: Entry) -> tuple[bool, dt.date]:
    return entry.days < 2, entry.day or dt.date.max
