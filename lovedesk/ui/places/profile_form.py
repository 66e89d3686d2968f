"""What the forms of a profile share: each field is kept when it is left; Enter, Esc or a click elsewhere closes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lovedesk.ui.parts.leaving import Leaving


class Form(QWidget):
    """`closed` by a key, so that the focus goes back to where it came from; `left` for elsewhere."""

    closed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.leaving = Leaving(self)
        self.leaving.left.connect(self._leave)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.refused():
                self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()        # a click on the bare page leaves it where it was
        if not self.refused():
            self.left.emit()

    def refused(self) -> bool:
        """Whether something stands in a field that could not be kept: then the form stays, with the reason."""
        return any(getattr(field, "refusal", None) is not None for field in self.findChildren(QWidget))
