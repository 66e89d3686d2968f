"""What catching up asks for: the real day that later means, and why something is dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.shop import catching_up
from lovedesk.ui.parts.buttons import Second
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import ElidedLabel
from lovedesk.words import _, near


class Later(QWidget):
    """`chosen` tells a day; 1, 2 and 3 are those proposed, and any other can be typed."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self.today = today
        self.days: list[dt.date] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(_("Until when?"), role="strong"))
        self.buttons = [Second("") for _number in range(3)]
        for button in self.buttons:
            button.clicked.connect(self._pressed)
            row.addWidget(button)
        self.other = DateField(today, name=_("Another day"), placeholder=_("or like “12 Dec”"))
        self.other.setMaximumWidth(170)
        self.other.day_left.connect(self._typed)
        row.addWidget(self.other)
        row.addStretch(1)
        self.hide()

    def ask(self) -> None:
        """Show the days; the first has the keyboard."""
        self.days = catching_up.proposed_days(self.today())
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(self.days))
            if number < len(self.days):
                button.setText(_("{number} {day}").format(number=number + 1, day=near(self.days[number], self.today())))
        self.other.show_day(None)
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Ask no more."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.days) and not self.other.hasFocus():
            self._tell(self.days[number])
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _pressed(self) -> None:
        self._tell(self.days[self.buttons.index(self.sender())])  # type: ignore[arg-type]  # one of its own buttons

    def _typed(self, day: object) -> None:
        if isinstance(day, dt.date) and self.isVisible():
            self._tell(day)

    def _tell(self, day: dt.date) -> None:
        self.hide()
        self.chosen.emit(day)


class Why(QWidget):
    """`told` gives a few words of reason; Enter alone means that it is no longer needed."""

    told = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(_("Why is it dropped?"), role="strong"))
        self.line = EnterLine(name=_("Why is it dropped?"), placeholder=no_longer_needed())
        self.line.entered.connect(self._entered)
        self.line.given_up.connect(self._given_up)
        row.addWidget(self.line, 1)
        self.hide()

    def ask(self) -> None:
        """Ask afresh."""
        self.line.setText("")
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Ask no more."""
        self.hide()

    def _entered(self, text: str) -> None:
        self.hide()
        self.told.emit(text.strip() or no_longer_needed())

    def _given_up(self) -> None:
        self.hide()
        self.closed.emit()


def no_longer_needed() -> str:
    """The reason that Enter alone gives."""
    return _("no longer needed")
