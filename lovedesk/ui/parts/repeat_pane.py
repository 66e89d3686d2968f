"""Making a visit or a follow-up repeat, in place: how, its next dates, and its way back to a one-off."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent

from lovedesk.mishaps import Refused
from lovedesk.shop import series
from lovedesk.shop.occurrences import TOUCHPOINT
from lovedesk.ui.parts.buttons import Primary, Quiet, Second
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.repeat_field import RepeatField
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.parts.which_ones import WhichOnes
from lovedesk.ui.place import Place
from lovedesk.words import _


class RepeatPane(Card):
    """Asks how something repeats. Enter keeps it, Esc leaves it as it was."""

    closed = Signal()

    def __init__(self, place: Place, kind: str = TOUCHPOINT) -> None:
        super().__init__(margins=QSize(18, 14))
        self.place, self.kind = place, kind
        self.row = 0
        self.field = RepeatField(place.desk.today, waits=kind != TOUCHPOINT)
        self.title = Section(_("How does it repeat?"), _("Enter keeps it"))
        self.once, self.leave = Second(_("Make it a one-off")), Quiet(_("Leave it as it was"))
        self.keep = Primary(_("Let it repeat"))
        self.foot = Flow()
        self.which = WhichOnes()
        self.which.chosen.connect(self._change)
        for widget in (self.title, self.field, self.foot, self.which):
            self.body.addWidget(widget)
        self.keep.clicked.connect(self._keep)
        self.once.clicked.connect(self._once)
        self.leave.clicked.connect(self.close_up)
        self.field.changed.connect(self._fit)
        self.hide()

    def ask(self, row: int, start: dt.datetime) -> None:
        """Ask how a touchpoint or follow-up that is at `start` repeats."""
        self.row = row
        now = series.of(row)
        self.foot.show_widgets([self.keep, self.leave, self.once] if now else [self.keep, self.leave])
        self.keep.setText(_("Change it…") if now else _("Let it repeat"))
        self.which.hide()
        self.field.show_rule(now.rule if now else "FREQ=WEEKLY", now.at if now else start,
                             waits=bool(now and now.waits))
        self.show()
        self.field.unit.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put the question away."""
        self.hide()
        self.closed.emit()

    def _fit(self) -> None:
        self.which.hide()
        self.keep.setEnabled(bool(self.field.unit.currentData()))

    def _keep(self) -> None:
        now = series.of(self.row)
        try:
            rule = self.field.rule()
        except Refused as refused:
            self.place.said.emit(str(refused))
            return
        if now is not None:
            if (rule, self._waits()) == (now.rule, now.waits):
                self.close_up()
            else:
                self.which.ask(_("Which ones are to repeat so?"), _("What is done stays"), focus=True, alone=False)
        else:
            with self.place.act("series.repeat", words=_("It repeats now")):
                if self.kind == TOUCHPOINT:
                    series.repeat(self.row, rule)
                else:
                    series.repeat_followup(self.row, rule, waits=self._waits())
                self.close_up()

    def _waits(self) -> bool:
        return self.kind != TOUCHPOINT and self.field.waits.isChecked()

    def _change(self, which: object) -> None:
        told = _("All of them repeat otherwise") if which == series.ALL else _("It repeats otherwise from here on")
        with self.place.act("series.change", words=told):
            series.set_rule(self.row, self.field.rule(), str(which), waits=self._waits())
            self.close_up()

    def _once(self) -> None:
        with self.place.act("series.once", words=_("It is a one-off now")):
            series.once(self.row)
            self.close_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() in ENTER and self.keep.isEnabled():
            self._keep()
        else:
            super().keyPressEvent(event)
