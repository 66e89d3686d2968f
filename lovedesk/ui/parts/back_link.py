"""The way back, at the top of a page: an arrow and the name of where it leads."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.pressable import Pressable

LEFT = 21


class BackLink(Pressable):
    """An arrow and a name that elides; Enter presses it too."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.font("body"))
        return QSize(LEFT + ceil(metrics.horizontalAdvance(self.text())) + 3, ceil(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = theme.tokens().accent if self.underMouse() else theme.tokens().ink2
        icons.paint(painter, QRectF(0, (self.height() - 14) / 2, 14, 14), "arrow-left", ink)
        painter.setPen(ink)
        painter.setFont(theme.font("body"))
        room = QRectF(self.rect()).adjusted(LEFT, 0, 0, 0)
        words = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
