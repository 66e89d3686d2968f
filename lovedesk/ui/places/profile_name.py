"""The name of a customer as the title of their page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from lovedesk.ui import theme
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.words import _


class Name(Pressable):
    """The customer's name as the title; pressed (or F2), it becomes a field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleDescription(_("Press to change the name"))

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.font("title"))
        return QSize(round(metrics.horizontalAdvance(self.text())) + 2, round(metrics.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 340), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_line(painter, self.rect().toRectF(), self.text(), "title", theme.tokens().ink)
