"""A card, for what is picked up one by one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lovedesk.ui import theme


def paint_card(painter: QPainter, rect: QRectF) -> None:
    """Paint a card as wide as `rect`, its shade within the last line."""
    t = theme.tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = rect.adjusted(0.5, 0.5, -0.5, -1.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(t.shadow)
    painter.drawRoundedRect(shape.translated(0, 1), 10, 10)
    painter.setPen(t.edge)
    painter.setBrush(t.card)
    painter.drawRoundedRect(shape, 10, 10)


class Card(QWidget):
    """A card; what is on it goes into `body`."""

    def __init__(self, *, margins: QSize | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        side, top = (margins.width(), margins.height()) if margins else (16, 12)
        self.body.setContentsMargins(side, top, side, top + 1)
        self.body.setSpacing(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_card(QPainter(self), QRectF(self.rect()))
