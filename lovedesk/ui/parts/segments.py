"""A switch between views of the same thing: Month, Agenda."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from lovedesk.ui import theme
from lovedesk.ui.parts.pills import Choice, OneOf


class Segment(Choice):
    """One view."""

    def sizeHint(self) -> QSize:
        return QSize(self.word_width() + 30, max(28, ceil(QFontMetricsF(theme.font("body")).height()) + 8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(t.btnline if t.dark else t.line)
            painter.setBrush(t.segment)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(t.ink if self.isChecked() or self.underMouse() else t.ink2)
        painter.setFont(theme.font("strong" if self.isChecked() else "body"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())


class Segments(OneOf):
    """The views side by side on one ground; used like `OneOf`."""

    gap = 0

    def margins(self) -> tuple[int, int, int, int]:
        return (2, 2, 2, 2)

    def made(self, word: str, hint: str) -> Choice:
        return Segment(word, self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().hover)
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
