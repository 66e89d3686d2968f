"""One of many: a combo box with the caret of the look."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from lovedesk.ui import icons, theme


class Picker(QComboBox):
    """A combo box; the wheel scrolls the page over it and never changes what is picked."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # the combo box's own knows no style sheet

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        caret = QRectF(self.width() - 25, (self.height() - 14) / 2, 14, 14)
        icons.paint(QPainter(self), caret, "caret-down", theme.tokens().ink2)
