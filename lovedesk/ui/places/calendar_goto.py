"""The line that goes to a day: typed, or picked from a small month."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.place import Place
from lovedesk.ui.places.calendar_moves import FIRST_DAY, LAST_DAY
from lovedesk.words import _


class GoToDay(Card):
    """One line; `wanted(day)` is where to go, `closed` when it is put away."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__(margins=QSize(14, 8))
        self.day = DateField(place.desk.today, name=_("Go to the day"), placeholder=_("like “1 Dec” or “Tue”"))
        self.day.setFixedWidth(240)
        word = Small(_("Go to"))
        word.setBuddy(self.day)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(word)
        row.addWidget(self.day)
        row.addStretch(1)
        self.body.addLayout(row)
        self.day.day_left.connect(self._left)
        self.hide()

    def begin(self) -> None:
        """Ask for a day."""
        self.day.forgive()
        self.day.show_day(None)
        self.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put the line away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _left(self, day: object) -> None:
        if not isinstance(day, dt.date):
            return
        if not FIRST_DAY <= day <= LAST_DAY:
            self.day.show_refusal(_("The calendar goes from {first} to {last}.").format(
                first=FIRST_DAY.year, last=LAST_DAY.year))
            return
        self.wanted.emit(day)
        self.close_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.day.tell()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)
