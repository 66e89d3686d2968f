"""A line that is kept by Enter alone: for adding, where a half-typed line is nothing yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from lovedesk.ui.parts.saving_field import ENTER, SavingLine


class EnterLine(SavingLine):
    """`entered` tells the words at Enter, `given_up` tells Esc; leaving the line leaves its words in it."""

    entered = Signal(str)
    given_up = Signal()

    def __init__(self, *, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", name=name, placeholder=placeholder, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        QLineEdit.focusOutEvent(self, event)
