"""The clock that reminds: one timer to the next moment; what fell due meanwhile is said in one line, and once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lovedesk.shop import reminders, shops
from lovedesk.shop.reminders import Reminder, Taste
from lovedesk.ui.place import Go
from lovedesk.words import ngettext

if TYPE_CHECKING:
    from lovedesk.store.desk import Desk
    from lovedesk.ui.window import Window

LOOK = dt.timedelta(minutes=15)         # a laptop's timers stand still while it sleeps: it is awake again within this
BACK = dt.timedelta(hours=2)            # a clock that goes back by less has ended its summer time
FORGOTTEN = dt.timedelta(days=14)       # what was to be reminded of before is what one catches up with
SETTLE = 1_000                          # ms until a change of the desk is looked at: the next one may follow at once
NAMED = 3


class Reminding(QObject):
    """Asks the desk that is open what to remind of. `reminds(title, words, go)` tells it to whatever shows it."""

    reminds = Signal(str, str, object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.look)
        window.stirred.connect(self.look_soon)
        self.look()

    def look_soon(self) -> None:
        """Something has changed: the next moment may be another."""
        self.timer.start(SETTLE)

    def look(self) -> None:
        """Remind of what is due, and wait for the next moment."""
        self.timer.stop()
        desk, settings = self.window.desk, self.window.settings
        if desk is None or not settings.reminders:
            return
        now, taste = desk.now(), self._taste()
        after = self._told_until(now)
        settings.reminded_until = max(after, now).isoformat()
        found = [reminder for reminder in reminders.between(after, now, taste) if reminder.until > now]
        if found:
            self._tell(found, desk)
            self.window.to_remember.emit()
        wait = min(reminders.next_moment(now, taste), now + LOOK) - now
        self.timer.start(max(SETTLE, round(wait.total_seconds() * 1000)))

    def _taste(self) -> Taste:
        settings = self.window.settings
        alone = len(shops.keepers()) < 2
        return Taste(settings.before, settings.ahead, None if alone else settings.keeper or None)

    def _told_until(self, now: dt.datetime) -> dt.datetime:
        """Until when all was told: a clock that was wrong brings neither a flood nor silence."""
        try:
            told = dt.datetime.fromisoformat(self.window.settings.reminded_until).replace(tzinfo=None)
        except ValueError:      # nothing was told yet: nothing of the past is
            return now
        return now if told > now + BACK else max(told, now - FORGOTTEN)

    def _tell(self, found: list[Reminder], desk: Desk) -> None:
        now, looking = desk.now(), self.window.settings.looking
        titles = [reminders.title(reminder, now.date(), looking=looking) for reminder in found]
        if len(found) == 1:
            self.reminds.emit(titles[0], reminders.needed(found[0], now, looking=looking), _way(found[0]))
            return
        more = len(titles) - NAMED
        if more > 0:
            titles = [*titles[:NAMED], ngettext("and {n} more", "and {n} more", more).format(n=more)]
        self.reminds.emit(ngettext("{n} reminder", "{n} reminders", len(found)).format(n=len(found)),
                          "\n".join(titles), Go("today"))


def _way(reminder: Reminder) -> Go:
    if reminder.kind == reminders.VISIT:
        return Go("visit", reminder.id)
    return Go("customers", reminder.customer_id) if reminder.customer_id else Go("today")
