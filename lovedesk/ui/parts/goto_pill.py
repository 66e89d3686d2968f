"""The pill that says that one can go to anything, and by which key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import paint_line
from lovedesk.words import _

WIDE, HIGH, SIDE = 210, 32, 12
KEY = "Ctrl+K"


class GotoPill(QAbstractButton):
    """Pressed, it asks for the palette; it looks like the field that the palette opens with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(_("Go to anything"))
        self.setToolTip(KEY)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.track if self.underMouse() else t.hover)
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        icons.paint(painter, QRectF(SIDE, (self.height() - 16) / 2, 16, 16), "magnifying-glass", t.ink2)
        room = QRectF(SIDE + 24, 0, self.width() - 2 * SIDE - 24, self.height())
        taken = paint_line(painter, room, KEY, "small", t.ink2, right=True)
        paint_line(painter, room.adjusted(0, 0, -taken, 0), self.text(), "body", t.ink2)
