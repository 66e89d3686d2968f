"""The line of quick add: one line whose understood words are underlined; several lines pasted go elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.saving_field import ENTER


class Underline(NamedTuple):
    """A piece of the line that was understood; `open` where it has two readings."""

    start: int
    end: int
    open: bool


class QuickLine(QLineEdit):
    """`entered` tells Enter, `went_down` the arrow down, `several` a text of more than one line."""

    entered = Signal()
    went_down = Signal()
    several = Signal(str)

    def __init__(self, *, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFont(theme.font("section"))
        self.setStyleSheet("QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0; }")
        self.setMinimumHeight(34)
        self.setMaxLength(1_000_000)        # a chat of a year is pasted here too
        self.underlines: Sequence[Underline] = ()
        self.textChanged.connect(self._changed)

    def underline(self, pieces: Sequence[Underline]) -> None:
        """Underline what was understood."""
        self.underlines = pieces
        self.update()

    def _changed(self, text: str) -> None:
        if any(mark in text.strip() for mark in "\n\r\u2028\u2029"):
            self.clear()
            self.several.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.text().isdecimal():
            event.ignore()      # chooses between readings
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        if palette.color(QPalette.ColorRole.Text) != theme.tokens().ink:     # the theme has changed
            palette.setColor(QPalette.ColorRole.Text, theme.tokens().ink)
            self.setPalette(palette)
        super().paintEvent(event)
        t = theme.tokens()
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        text = self.text()
        # The line scrolls by itself; where its text begins follows from the cursor.
        left = self.cursorRect().center().x() + 1 - metrics.horizontalAdvance(text[:self.cursorPosition()])
        y = self.height() / 2 + metrics.height() / 2 + 3
        for piece in self.underlines:
            pen = QPen(t.amber, 2, Qt.PenStyle.DashLine) if piece.open else QPen(t.accentline, 2)
            painter.setPen(pen)
            begin = left + metrics.horizontalAdvance(text[:piece.start])
            painter.drawLine(QPointF(begin, y), QPointF(left + metrics.horizontalAdvance(text[:piece.end]), y))


class Sign(QWidget):
    """A small icon beside words."""

    def __init__(self, icon: str, token: str) -> None:
        super().__init__()
        self.icon, self.token = icon, token
        self.setFixedSize(20, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self.rect().adjusted(1, 1, -1, -1).toRectF(), self.icon,
                    theme.tokens().colour(self.token))


class Rule(QWidget):
    """A hair line across the panel."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.tokens().line)
