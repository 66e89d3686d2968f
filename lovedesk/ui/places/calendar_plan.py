"""What the calendar adds: a visit with someone who is named first, and a follow-up on one line."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from lovedesk.shop import customers, followups, people
from lovedesk.ui.parts.buttons import Quiet, Second
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.place import Place
from lovedesk.ui.places.calendar_who import WhoLine
from lovedesk.ui.places.plan_pane import PlanPane
from lovedesk.words import _, near


class PlanWith(PlanPane):
    """The customer's pane that plans a visit, after the line that says with whom."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.with_whom = WhoLine(place, name=_("With whom?"), placeholder=_("With whom? A few letters of a name"))
        self.body.insertWidget(1, self.with_whom)
        self.with_whom.chosen.connect(self._whom_chosen)
        self.with_whom.entered.connect(self._whom_entered)
        self.with_whom.given_up.connect(self.close_up)
        self.setTabOrder(self.with_whom, self.day)

    def begin(self, day: dt.date | None, time: dt.time | None = None) -> None:
        """Ask for a visit, on a day and at a time if they are known."""
        self.open_for(0, [], first=False)
        self.day.show_day(day)
        if time is not None:
            self.time.show_time(time)
        self.warn()
        self.with_whom.show_customer(None)
        self.with_whom.setFocus(Qt.FocusReason.OtherFocusReason)

    def _whom_chosen(self, customer: int | None) -> None:
        if customer is None:
            self.customer = 0
            self._show_people([])
            return
        day, time, title, further = self.day.shown, self.time.shown, self.title.text(), self.further
        head = customers.head(customer, self.place.desk.now())
        first = head is not None and head.last is None and head.standing == "enquiring"
        gone = head is not None and head.standing == "gone"
        self.open_for(customer, people.at(customer), first=first, gone=gone)
        self.day.show_day(day)
        self.time.show_time(time)
        self.title.show_text(title)
        self._show_hosts(further)
        self.warn()
        (self.time if day else self.day).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _whom_entered(self, _text: str) -> None:
        if self.customer:
            self._plan()
        else:
            self.with_whom.take()

    def _plan(self) -> None:
        if not self.with_whom.take():
            return
        if not self.customer and not self.title.text().strip():
            self.with_whom.show_refusal(_("With whom? A few letters of a name are enough; or say what it is, if it is "
                                          "our own."))
            self.with_whom.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super()._plan()


class NewFollowUp(Card):
    """One line: what, by when, for whom, promised or waited for; Enter keeps it. `closed` when it is put away."""

    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__(margins=QSize(14, 10))
        self.place = place
        self.what = EnterLine(name=_("What is to be done"), placeholder=_("What is to be done?"))
        self.day = DateField(place.desk.today, name=_("By when"), placeholder=_("by when"))
        self.whom = WhoLine(place, name=_("For whom"), placeholder=_("for whom"))
        self.promised = SwitchChip(_("Promised"), "handshake")
        self.theirs = SwitchChip(_("Waiting for them"), "arrow-bend-up-left")
        self.keep = Second(_("Keep"))
        self.leave = Quiet(_("Not now"))
        self._lay_out()
        for line in (self.what, self.whom):
            line.entered.connect(self._entered)
            line.given_up.connect(self.close_up)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.close_up)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.day.setFixedWidth(self.day.sizeHint().width() - 20)
        row.addWidget(self.what, 5)
        row.addWidget(self.day)
        row.addWidget(self.whom, 3)
        row.addWidget(self.promised)
        row.addWidget(self.theirs)
        row.addWidget(self.keep)
        row.addWidget(self.leave)
        self.body.addLayout(row)

    def begin(self, day: dt.date | None) -> None:
        """Ask for a follow-up, on a day if it is known."""
        for line in (self.what, self.day):
            line.forgive()
        self.what.clear()
        self.day.show_day(day)
        self.whom.show_customer(None)
        self.promised.setChecked(False)
        self.theirs.setChecked(False)
        self.show()
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put the line away; nothing is kept."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    def _entered(self, _text: str) -> None:
        self._keep()

    def _keep(self) -> None:
        self.day.tell()
        if self.day.refusal is not None or not self.whom.take():
            return
        title, day, kept = self.what.text(), self.day.shown, 0
        told = _("{title}: kept for {day}").format(title=title.strip(), day=near(day, self.place.desk.today())) \
            if day else _("{title}: kept").format(title=title.strip())
        with self.place.act("followup.add", field=self.what, words=told):
            kept = followups.add(title, customer=self.whom.customer, due=day, promised=self.promised.isChecked(),
                                 theirs=self.theirs.isChecked(), keeper=self.place.floor.settings.keeper or None)
        if kept:
            self.close_up()
        else:
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)
