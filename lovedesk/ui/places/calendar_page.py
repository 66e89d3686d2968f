"""What a page of the calendar asks of the shop, question by question, so that no key waits for all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from lovedesk.settings import Settings
from lovedesk.shop import discretion, months, opening, overlaps, sieves
from lovedesk.shop.months import Entry
from lovedesk.shop.opening import DayOpen
from lovedesk.shop.sieves import Sieve


class CalendarPage:
    """The entries and the opening hours from a day to another; `step` until it says no."""

    def __init__(self, first: dt.date, last: dt.date, sieve: Sieve, settings: Settings) -> None:
        self.first, self.last, self.sieve = first, last, sieve
        self.keeper, self.looking = settings.keeper or None, settings.looking
        self.entries: list[Entry] = []
        self.days: dict[dt.date, DayOpen] = {}
        self.complete = True        # False while holidays are not worked out
        self.steps = self._asked()

    def step(self) -> bool:
        """Ask the next question; whether there is another one."""
        return next(self.steps, False)

    def _asked(self) -> Iterator[bool]:
        self.complete = opening.is_ready(self.first, self.last)
        self.days = opening.days(self.first, self.last, at_once=True)
        found = months.of_the_shop(self.days)
        yield True
        before = self.first - dt.timedelta(1)       # what went on past midnight
        for part in months.parts(before, self.last, keeper=self.keeper):
            found += part
            yield True
        wanted = sieves.sifted(found, self.sieve)
        shown = months.in_order(discretion.entries(wanted, looking=self.looking))
        yield True
        self.entries = overlaps.marked(shown)
        yield True

    def make_ready(self, _progress: Callable[[int, int], None]) -> None:
        """Work out the holidays, aside."""
        opening.holidays(self.first, self.last)
