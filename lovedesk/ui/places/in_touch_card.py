"""Whom one is chosen to be in touch with: why, since when, when would be good, and what can be done at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import builtin, in_touch
from lovedesk.shop.good_times import Good
from lovedesk.shop.in_touch import Silent
from lovedesk.shop.rhythms import Rhythm
from lovedesk.ui.parts.buttons import Link, Primary, Quiet, Second
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Small, Title, WrappedLabel
from lovedesk.ui.parts.strip import Strip
from lovedesk.ui.place import Place
from lovedesk.ui.places.rhythm_form import RhythmForm
from lovedesk.words import _, ngettext


class InTouchCard(QWidget):
    """One customer, or several. `plan_wanted`, `later_wanted(day)`, `well_wanted`, `rhythm_wanted(wish, most)`,
    `spread_wanted`, `open_wanted` are about those who are shown."""

    plan_wanted = Signal()
    later_wanted = Signal(object)
    well_wanted = Signal()
    rhythm_wanted = Signal(int, int)
    spread_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.own: Rhythm | None = None
        self.name = Title("")
        self.reason = WrappedLabel("", token="ink2", column=460)
        self.facts = [(Small(_("Our last touch")), WrappedLabel("", column=320)),
                      (Small(_("Their last sign")), WrappedLabel("", column=320))]
        self.good = Strip("", icon="clock", ground="green")
        self.plan, self.spread = Primary("", "plus"), Primary(_("Spread over weeks…"), "calendar-blank")
        self.later, self.well = Second(_("Later…")), Second(_("All is well"))
        self.open = Link(_("Open their page"))
        self.day = DateField(place.desk.today, name=_("Ask again on"), placeholder=_("Ask again on, like “1 Dec”"))
        self.how_often = Quiet(_("How often…"), "repeat")
        self.rhythm = RhythmForm(none=_("None of their own"))
        self._lay_out()
        self.plan.clicked.connect(self.plan_wanted)
        self.spread.clicked.connect(self.spread_wanted)
        self.well.clicked.connect(self.well_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.later.clicked.connect(self._ask_day)
        self.day.day_left.connect(self._day_left)
        self.how_often.clicked.connect(self._open_rhythm)
        self.rhythm.picked.connect(self.rhythm_wanted)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        grid, name = QGridLayout(), QHBoxLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.setMaximumWidth(560)
        for row, (label, value) in enumerate(self.facts):
            label.setFixedWidth(110)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(value, row, 1)
        name.addWidget(self.name)
        name.addStretch(1)
        name.addWidget(self.open)
        buttons, self.buttons = QHBoxLayout(), Flow()
        buttons.addWidget(self.buttons, 1)
        column.addLayout(name)
        column.addWidget(self.reason)
        column.addLayout(grid)
        column.addWidget(self.good)
        column.addLayout(buttons)
        column.addWidget(self.day)
        column.addWidget(self.rhythm)
        column.addStretch(1)
        self.day.setMaximumWidth(260)
        for widget in (self.day, self.rhythm):
            widget.hide()

    def show_one(self, one: Silent, good: Good | None, today: dt.date) -> None:
        """Show someone; what is open for someone else is put away."""
        self._settle(one.name)
        self._show_several(False)
        self.reason.setText(_sentence(in_touch.reason(one, today)))
        last = _("{channel}, {day}").format(channel=builtin.channel_label(one.channel), day=words.date_short(
            one.last, today)) if one.last and one.channel else _("none yet")
        self.facts[0][1].setText(last)
        self.facts[1][1].setText(words.date_short(one.sign, today) if one.sign else _("none that we know of"))
        self._show_own(one.rhythm if one.rhythm and not one.rhythm.tag else None)
        rhythm = one.rhythm.words() if one.rhythm else _("How often…")
        self.how_often.setText(_("{rhythm} (#{tag})").format(rhythm=rhythm, tag=one.rhythm.tag)
                               if one.rhythm and one.rhythm.tag else rhythm)
        self.show_good(good, today)
        silent = [self.well] if one.perhaps_leaves(today) else []
        self.buttons.show_widgets([self.plan, self.later, *silent, self.how_often])

    def show_good(self, good: Good | None, today: dt.date) -> None:
        """Show when would be good; it comes a moment later."""
        self.good.setVisible(good is not None)
        self.plan.setEnabled(good is not None)
        if good is None:
            self.plan.setText(_("Plan a touch"))
            return
        self.good.ground, self.good.icon = ("amber", "hourglass-medium") if good.open else ("green", "smiley")
        self.good.say(_("A good time: {when}").format(when=good.when(today)) if not good.open
                      else _("Something is open first"), _sentence(good.why()))
        self.plan.setText(_plan_words(good))
        self.plan.setToolTip(good.when(today))
        self.good.update()

    def show_several(self, whom: Sequence[Silent]) -> None:
        """Show that several are chosen."""
        title = ngettext("{n} chosen", "{n} chosen", len(whom)).format(n=len(whom))
        self._settle(title)
        self._show_several(True)
        names = [one.name for one in whom[:6]]
        more = len(whom) - len(names)
        listed = words.joined(names) if not more else ngettext(
            "{names} and {n} more", "{names} and {n} more", more).format(names=", ".join(names), n=more)
        self.reason.setText(listed)
        self.how_often.setText(_("How often…"))
        self._show_own(None)

    def _show_own(self, own: Rhythm | None) -> None:
        self.own = own
        if not self.rhythm.isHidden():
            self.rhythm.show_rhythm(own)

    def _show_several(self, several: bool) -> None:
        for label, value in self.facts:
            label.setVisible(not several)
            value.setVisible(not several)
        for widget in (self.open, self.good):
            widget.setVisible(not several)
        if several:
            self.buttons.show_widgets([self.spread, self.later, self.how_often])

    def _settle(self, title: str) -> None:
        if self.name.text() != title:
            self.day.hide()
            self.rhythm.hide()
            self.day.show_day(None)
        self.name.setText(title)

    def _ask_day(self) -> None:
        self.day.setVisible(self.day.isHidden())
        if not self.day.isHidden():
            self.day.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _day_left(self, day: dt.date | None) -> None:
        if day is not None and day <= self.place.desk.today():
            self.day.show_refusal(_("Later is a day that comes."))
        elif day is not None:
            self.day.hide()
            self.later_wanted.emit(day)

    def _open_rhythm(self) -> None:
        self.rhythm.show_rhythm(self.own)
        self.rhythm.setVisible(self.rhythm.isHidden())
        if not self.rhythm.isHidden():
            self.rhythm.wish.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _plan_words(good: Good) -> str:
    match good.channel:
        case "visit":
            return _("Plan a visit then")
        case "call":
            return _("Plan a call then")
    return _("Plan it then: {channel}").format(channel=builtin.channel_label(good.channel))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
