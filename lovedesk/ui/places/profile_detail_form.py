"""What a detail's line asks below it: what it changes for us, its day, what is to be done about it, a new topic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.shop.details import DetailRow
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.words import _

CHANGE, DAY, FOLLOWUP, TOPIC = "change", "day", "followup", "topic"


class DetailForm(QWidget):
    """One line to fill; Enter keeps it, Esc or leaving it puts it away. `kept(what, words, day)` tells it."""

    kept = Signal(str, str, object)
    closed = Signal()

    def __init__(self, today: Callable[[], dt.date], parent: QWidget) -> None:
        super().__init__(parent)
        self.what = ""
        self.line = EnterLine(name="", parent=self)
        self.day = DateField(today, name=_("By when"), parent=self)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.day)
        self.line.entered.connect(self._keep)
        self.line.given_up.connect(self.closed)
        self.day.day_left.connect(self._day_left)

    def ask(self, what: str, detail: DetailRow) -> None:
        """Ask for one thing about a detail."""
        self.what = what
        name, given = {
            CHANGE: (_("What that changes for us"), detail.change), DAY: (_("Its day"), ""),
            FOLLOWUP: (_("What is to be done"), ""), TOPIC: (_("Name of the new topic"), "")}[what]
        self.line.setVisible(what != DAY)
        self.day.setVisible(what in {DAY, FOLLOWUP})
        self.day.setAccessibleName(_("Its day") if what == DAY else _("By when"))
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(name)
        self.line.show_text(given)
        self.day.show_day(detail.day if what == DAY else None)
        self.show()
        (self.day if what == DAY else self.line).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_refusal(self, sentence: str) -> None:
        """Say beside the line why it could not be kept."""
        self.line.show_refusal(sentence)

    def _keep(self) -> None:
        self.kept.emit(self.what, self.line.text(), self.day.shown)

    def _day_left(self, day: object) -> None:
        if self.what == DAY:
            self.kept.emit(DAY, "", day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.what == DAY:
                self.closed.emit()      # its day was told when it was read
            else:
                self._keep()
        else:
            super().keyPressEvent(event)
