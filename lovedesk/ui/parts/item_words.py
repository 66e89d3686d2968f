"""The field in which the words of an item, or of its heading, are changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from lovedesk.ui.parts.saving_field import ENTER, SavingLine


class ItemWords(SavingLine):
    """The words of an item being changed; Enter and Esc are done with it."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.tell()
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_back()
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.hide()
