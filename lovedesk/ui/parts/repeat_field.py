"""How something repeats, chosen from what people say; the next dates stand below before it is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.mishaps import Refused
from lovedesk.shop import recurrence, recurrence_words
from lovedesk.shop.recurrence import Every
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import WrappedLabel
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.tick import Setting
from lovedesk.words import _, ngettext

MOST_PERIODS, MOST_TIMES, SHOWN = 24, 60, 4
FOREVER, ON_A_DAY, BY_TIMES = "forever", "day", "times"


class RepeatField(QWidget):
    """So many days, weeks, months or years, on which days, until when; `rule` is what was chosen, "" for never."""

    changed = Signal()

    def __init__(self, today: Callable[[], dt.date], *, waits: bool = False) -> None:
        super().__init__()
        self.start = dt.datetime(2000, 1, 1)
        self.own_rule = ""          # one that takes more words than these fields have
        self.unit = Picker(name=_("Repeats"))
        self.interval = Picker(name=_("Every how many"))
        self.which = Picker(name=_("On which day"))
        self.days = [SwitchChip(words.weekday(day), "") for day in range(7)]
        self.end = Picker(name=_("Until when"))
        self.until = DateField(today, name=_("The last day"))
        self.times = Picker(name=_("How many times"))
        self.waits = Setting(_("The next one comes when the last one is done"))
        self.waits.setVisible(waits)
        self.may_wait = waits
        self.told = WrappedLabel(role="strong")
        self.next = WrappedLabel(role="small", token="ink2")
        self._fill()
        self._lay_out()
        for hidden in (self.interval, self.which, self.until, self.times):
            hidden.hide()
        for picker in (self.unit, self.interval, self.which, self.end, self.times):
            picker.activated.connect(self._show)
        for chip in self.days:
            chip.clicked.connect(self._show)
        self.until.day_left.connect(self._show)
        self.waits.clicked.connect(self._show)

    def _fill(self) -> None:
        for unit, word in (("", _("Never")), ("day", _("Every day, or every few days")), ("week", _("By weeks")),
                           ("month", _("By months")), ("year", _("By years"))):
            self.unit.addItem(word, unit)
        for day, chip in enumerate(self.days):
            chip.setAccessibleName(words.weekday(day, "wide"))
        for end, word in ((FOREVER, _("without an end")), (ON_A_DAY, _("until a day")), (BY_TIMES, _("so many times"))):
            self.end.addItem(word, end)
        for times in range(2, MOST_TIMES + 1):
            self.times.addItem(ngettext("{n} time", "{n} times", times).format(n=times), times)

    def _lay_out(self) -> None:
        self.often, self.weekdays, self.ends = Flow(), Flow(), Flow()
        self.weekdays.show_widgets(list(self.days))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.often)
        column.addWidget(self.weekdays)
        column.addWidget(self.ends)
        column.addWidget(self.waits)
        column.addWidget(self.told)
        column.addWidget(self.next)

    # What is shown --------------------------------------------------------------------------------------------

    def show_rule(self, rule: str, start: dt.datetime, *, waits: bool = False) -> None:
        """Show how something that begins at `start` repeats; "" for never."""
        self.start = start
        every = recurrence.every_of(rule, start) if rule else None
        self.own_rule = rule if rule and every is None else ""
        self._offer_own()
        _choose(self.unit, "own" if self.own_rule else every.unit if every else "")
        every = every or Every("week")
        self._offer_intervals(every.unit)
        _choose(self.interval, every.interval)
        chosen = every.days if every.unit == "week" and every.days else (start.weekday(),)
        for day, chip in enumerate(self.days):
            chip.setChecked(day in chosen)
        self._offer_days()
        _choose(self.which, (every.nth, bool(every.days)) if every.nth else (0, False))
        _choose(self.end, ON_A_DAY if every.until else BY_TIMES if every.times else FOREVER)
        self.until.show_day(every.until)
        _choose(self.times, every.times or 10)
        self.waits.setChecked(waits)
        self._show()

    def _offer_own(self) -> None:
        row = self.unit.findData("own")
        if row >= 0:
            self.unit.removeItem(row)
        if self.own_rule:
            self.unit.addItem(_("By a rule of its own"), "own")

    def _offer_intervals(self, unit: str) -> None:
        chosen = self.interval.currentData()
        self.interval.clear()
        for n in range(1, MOST_PERIODS + 1):
            self.interval.addItem(_period(unit, n), n)
        _choose(self.interval, chosen or 1)

    def _offer_days(self) -> None:
        """What the start could stand for in its month: the 24th, the fourth or the last Tuesday, the last day."""
        self.which.clear()
        nth, weekday = (self.start.day + 6) // 7, words.weekday(self.start, "wide")
        self.which.addItem(_("on its day, {day}").format(day=words.day_and_month(self.start.date())), (0, False))
        self.which.addItem(_("on the {nth} {weekday}").format(
            nth=recurrence_words.nth(nth), weekday=weekday), (nth, True))
        if (self.start + dt.timedelta(7)).month != self.start.month:
            self.which.addItem(_("on the last {weekday}").format(weekday=weekday), (-1, True))
        if (self.start + dt.timedelta(1)).month != self.start.month:
            self.which.addItem(_("on the last day of the month"), (-1, False))

    def _show(self) -> None:
        unit = str(self.unit.currentData())
        if self.interval.count() == 0 or self.interval.itemText(0) != _period(unit, 1):
            self._offer_intervals(unit)
        plain = unit not in {"", "own"}
        often = [self.unit, self.interval, self.which]
        self.often.show_widgets(often[:3 if unit in {"month", "year"} else 2 if plain else 1])
        self.weekdays.setVisible(unit == "week")
        end = self.until if self.end.currentData() == ON_A_DAY else self.times
        self.ends.show_widgets([self.end] if self.end.currentData() == FOREVER else [self.end, end])
        self.ends.setVisible(plain)
        self.waits.setVisible(self.may_wait and bool(unit))
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """In words, and with its next dates; or why it cannot be."""
        try:
            rule = self.rule()
            said = recurrence_words.words(rule, self.start) if rule else ""
            after = recurrence.next_starts(rule, self.start, self.start, SHOWN) if rule else []
        except Refused as refused:
            said, after = str(refused), []
        self.told.setText(_capital(said))
        self.told.setVisible(bool(said))
        self.next.setText(_("Then: {days}").format(days=" · ".join(
            words.date_full(moment.date()) for moment in after)) if after else "")
        self.next.setVisible(bool(after) and not self.waits.isChecked())

    def rule(self) -> str:
        """The rule that was chosen; Refused where it makes none."""
        unit = str(self.unit.currentData())
        if unit in {"", "own"}:
            return self.own_rule if unit else ""
        end = self.end.currentData()
        if end == ON_A_DAY and self.until.shown is None:
            raise Refused(_("Until which day?"))
        days = tuple(day for day, chip in enumerate(self.days) if chip.isChecked()) if unit == "week" else ()
        nth = 0
        if unit in {"month", "year"}:
            nth, by_weekday = self.which.currentData()
            days = (self.start.weekday(),) if by_weekday else ()
        if days == (self.start.weekday(),) and unit == "week":
            days = ()
        return recurrence.rule_of(Every(
            unit, int(self.interval.currentData()), days, nth, self.until.shown if end == ON_A_DAY else None,
            int(self.times.currentData()) if end == BY_TIMES else 0), self.start)


def _period(unit: str, n: int) -> str:
    return {"day": ngettext("every day", "every {n} days", n), "week": ngettext("every week", "every {n} weeks", n),
            "month": ngettext("every month", "every {n} months", n),
            "year": ngettext("every year", "every {n} years", n)}.get(unit, "").format(n=n)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _choose(picker: Picker, data: object) -> None:
    for row in range(picker.count()):
        if picker.itemData(row) == data:
            picker.setCurrentIndex(row)
            return
