"""A visit's next time: asks when, and plans the same with the same people and list."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from lovedesk.shop import next_times
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.buttons import Quiet, Second
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.date_field import DateField, TimeField
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.place import Go, Place
from lovedesk.words import _


class CopyPane(Card):
    """Enter plans it and opens it, Esc puts the question away."""

    def __init__(self, place: Place) -> None:
        super().__init__(margins=QSize(18, 14))
        self.place = place
        self.page: VisitPage | None = None
        self.day = DateField(place.desk.today, name=_("Day of the next time"), placeholder=_("when? like “15 Dec”"))
        self.time = TimeField(name=_("Time of the next time"))
        self.plan, self.leave = Second(_("Plan it")), Quiet(_("Not now"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.day, 2)
        line.addWidget(self.time, 1)
        line.addStretch(1)
        line.addWidget(self.leave)
        line.addWidget(self.plan)
        self.body.addWidget(Section(_("When is the next time?"),
                                    _("the same people and list, and the questions that are open")))
        self.body.addLayout(line)
        self.plan.clicked.connect(self.plan_now)
        self.leave.clicked.connect(self.hide)
        self.setMaximumWidth(640)
        self.hide()

    def ask(self, page: VisitPage) -> None:
        """Ask for the day; the time is the same until another is typed."""
        self.page = page
        self.day.show_day(None)
        self.day.forgive()
        self.time.show_time(page.start.time())
        self.time.setVisible(not page.days)
        self.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def plan_now(self) -> None:
        """Plan it for the day in the field, and open it."""
        self.day.tell()
        self.time.tell()
        if self.page is None or self.day.refusal is not None or self.time.refusal is not None:
            return
        day, made = self.day.shown, 0
        start = dt.datetime.combine(day, self.time.shown or self.page.start.time()) if day else None
        with self.place.act("visit.copy", field=self.day, words=_("Planned for the next time")):
            made = next_times.copy(self.page.id, start)
        if made:
            self.hide()
            self.place.go.emit(Go("visit", made))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.plan_now()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
