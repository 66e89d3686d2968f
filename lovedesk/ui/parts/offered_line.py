"""A line for free words that offers the usual ones while one types; the arrow down shows them all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from lovedesk.ui.parts.saving_field import SavingLine


class OfferedLine(SavingLine):
    """Any words may be typed; those offered can be picked from the list."""

    def __init__(self, offered: Sequence[str], *, name: str, placeholder: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__("", name=name, placeholder=placeholder, parent=parent)
        self.offered = list(offered)
        completer = QCompleter(self.offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        self.setCompleter(completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            completer = self.completer()
            completer.setCompletionPrefix("")
            completer.complete()
            return
        super().keyPressEvent(event)
