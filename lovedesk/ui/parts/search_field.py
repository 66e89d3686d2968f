"""Search while typing: a line with a magnifier and a cross."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.saving_field import is_undo
from lovedesk.words import _


class SearchField(QLineEdit):
    """`sought` tells each change of the text; the arrows, Enter and the page keys are told by `steered`."""

    sought = Signal(str)
    steered = Signal(object)  # the QKeyEvent, for the list below

    def __init__(self, placeholder: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(placeholder)
        self.setPlaceholderText(placeholder)
        self.setTextMargins(24, 0, 0, 0)
        cross = self.addAction(icons.icon("x", "ink3"), QLineEdit.ActionPosition.TrailingPosition)
        cross.setToolTip(_("Show all again"))
        cross.setVisible(False)
        cross.triggered.connect(self.clear)
        self.textChanged.connect(self._changed)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo(event) and not self.isUndoAvailable():
            event.ignore()      # with nothing of its own to take back, the key belongs to the window
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if is_undo(event) and not self.isUndoAvailable():
            event.ignore()
        elif event.key() == keys.Key_Escape and self.text():
            self.clear()
        elif event.key() in (keys.Key_Down, keys.Key_Up, keys.Key_PageDown, keys.Key_PageUp, keys.Key_Return,
                             keys.Key_Enter):
            self.steered.emit(event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icons.paint(painter, QRectF(9, (self.height() - 16) / 2, 16, 16), "magnifying-glass", theme.tokens().ink3)

    def _changed(self, text: str) -> None:
        for cross in self.actions():        # asked for anew: PySide lets go of an action that Qt made while Qt keeps it
            cross.setVisible(bool(text))
        self.sought.emit(text)
