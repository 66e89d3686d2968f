"""What a time that is asked for would meet: said before it is planned, and never forbidden."""

from __future__ import annotations

import datetime as dt

from lovedesk import words
from lovedesk.shop import months, opening, overlaps
from lovedesk.ui.parts.labels import WrappedLabel
from lovedesk.ui.place import Place
from lovedesk.words import _, ngettext


class Clash(WrappedLabel):
    """A line of words; nothing is shown where nothing is met."""

    def __init__(self, place: Place) -> None:
        super().__init__(role="small", token="amber")
        self.place = place
        self.hide()

    def show_for(self, day: dt.date | None, time: dt.time, minutes: int, channel: str) -> None:
        """Say what lies at this time, and whether the shop is closed on the day."""
        said = "" if day is None else " ".join(part for part in (
            self._met(dt.datetime.combine(day, time), minutes, channel), _closed(day)) if part)
        self.setText(said)
        self.setAccessibleName(said)
        self.setVisible(bool(said))

    def _met(self, start: dt.datetime, minutes: int, channel: str) -> str:
        if channel not in overlaps.TAKES_TIME:
            return ""
        around = months.month(start.date() - dt.timedelta(1), start.date() + dt.timedelta(1))
        found = overlaps.with_time(around, start, minutes, keeper=self.place.floor.settings.keeper or None)
        if not found:
            return ""
        them = words.joined([_("{customer}, {time}").format(
            customer=entry.whom, time=words.time(entry.time or dt.time())) for entry in found])
        return ngettext("{n} at the same time: {them}.", "{n} at the same time: {them}.", len(found) + 1).format(
            n=len(found) + 1, them=them)


def _closed(day: dt.date) -> str:
    told = opening.days(day, day, at_once=True)[day]
    why = told.closed.why if told.closed else told.holiday
    if why:
        return _("The shop is closed on this day: {why}.").format(why=why)
    return _("The shop is closed on this day.") if told.closed else ""
