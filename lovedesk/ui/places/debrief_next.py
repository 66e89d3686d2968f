"""The next touch: a day and an occasion plan it, at the debrief of the one before."""

from __future__ import annotations

import datetime as dt

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import builtin, timeline, touchpoints
from lovedesk.shop.visits import VisitPage
from lovedesk.ui import icons
from lovedesk.ui.parts.buttons import Link, Second
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.labels import ElidedLabel, Section
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.place import Go, Place
from lovedesk.words import _

GREAT = "great"     # the occasion that is proposed: come when nothing is wrong (practice B1)


class NextTouch(QWidget):
    """What is planned with them already, and a line to plan the next."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.page: VisitPage | None = None
        self.planned_id = 0
        self.planned = ElidedLabel(token="ink2")
        self.open = Link(_("Open"))
        self.open.setAccessibleName(_("Open the next touch"))
        self.day = DateField(place.desk.today, name=_("Day of the next touch"), placeholder=_("when? like “15 Dec”"))
        self.occasion = Picker(name=_("Occasion of the next touch"))
        for occasion in builtin.occasions():
            self.occasion.addItem(icons.icon(occasion.icon), occasion.label, occasion.slug)
        self.plan = Second(_("Plan it"))
        self.plan.setAccessibleName(_("Plan the next touch"))
        self._lay_out()
        self.open.clicked.connect(self._open)
        self.plan.clicked.connect(self.plan_now)

    def _lay_out(self) -> None:
        known = QHBoxLayout()
        known.setSpacing(12)
        known.addWidget(self.planned)
        known.addWidget(self.open)
        known.addStretch()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.day, 2)
        line.addWidget(self.occasion, 2)
        line.addWidget(self.plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Section(_("The next touch")))
        column.addLayout(known)
        column.addLayout(line)

    def show_page(self, page: VisitPage) -> None:
        """Show what is planned after a visit."""
        if self.page is None or self.page.id != page.id:
            self.day.show_day(None)
            self.day.forgive()
            self.occasion.setCurrentIndex(max(self.occasion.findData(GREAT), 0))
        self.page = page
        after = max(page.start + dt.timedelta(minutes=1), dt.datetime.combine(self.place.desk.today(), dt.time()))
        touch = timeline.next_planned(page.customers[0].id, after) if page.customers else None
        self.planned_id = touch.id if touch else 0
        self.planned.setVisible(touch is not None)
        self.open.setVisible(touch is not None)
        if touch:
            self.planned.setText(_("{channel} planned for {day}").format(
                channel=builtin.channel_label(touch.channel),
                day=words.ahead(touch.start.date(), self.place.desk.today())))

    def plan_now(self) -> None:
        """Plan it for the day in the field; without a day there is nothing to plan."""
        self.day.tell()
        if self.page is None or self.day.shown is None:
            if self.day.refusal is None:
                self.day.show_refusal(_("On which day? Try “Tue” or “1 Dec”."))
            return
        planned = 0
        with self.place.act("visit.plan", field=self.day, words=_("Visit planned")):
            planned = touchpoints.plan(
                [host.id for host in self.page.customers], dt.datetime.combine(self.day.shown, self.page.start.time()),
                occasion=str(self.occasion.currentData()), keeper=self.page.keeper,
                title="" if self.page.customers else self.page.title,
                people=[person.id for person in self.page.people] or None)
        if planned:
            self.day.show_day(None)

    def plan_if_wanted(self) -> None:
        """Plan it where a day stands in the field."""
        if self.day.text().strip():
            self.plan_now()

    def _open(self) -> None:
        self.place.go.emit(Go("visit", self.planned_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.day.hasFocus():
            self.plan_now()
            return
        super().keyPressEvent(event)
