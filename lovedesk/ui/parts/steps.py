"""Where one is on a way of a few steps, as one line."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lovedesk.ui import icons, theme
from lovedesk.words import _

DISC, GAP, LINE = 23, 8, 28


class Steps(QWidget):
    """The steps by their words; the ones before the present one are done."""

    def __init__(self, steps: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps, self.at = list(steps), 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Which step it is now, from 0."""
        self.at = number
        self.setAccessibleName(_("Step {n} of {all}: {step}").format(
            n=number + 1, all=len(self.steps), step=self.steps[number]))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.font("strong"))
        words = sum(metrics.horizontalAdvance(step) for step in self.steps)
        return QSize(ceil(words) + len(self.steps) * (DISC + GAP) + (len(self.steps) - 1) * (LINE + 24), DISC + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = 1.0, self.height() / 2
        for number, step in enumerate(self.steps):
            if number:
                painter.setPen(QPen(t.fieldline, 1))
                painter.drawLine(QPointF(left + 12, middle), QPointF(left + 12 + LINE, middle))
                left += LINE + 24
            self._paint_disc(painter, QRectF(left, middle - DISC / 2, DISC, DISC), number)
            font = theme.font("strong" if number == self.at else "body")
            painter.setFont(font)
            painter.setPen(t.ink if number == self.at else t.ink2)
            width = QFontMetricsF(font).horizontalAdvance(step) + 2
            painter.drawText(QRectF(left + DISC + GAP, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, step)
            left += DISC + GAP + width

    def _paint_disc(self, painter: QPainter, disc: QRectF, number: int) -> None:
        t = theme.tokens()
        painter.setPen(QPen(t.fieldline, 1.3) if number > self.at else Qt.PenStyle.NoPen)
        ground = t.accent if number == self.at else t.accenttint
        painter.setBrush(ground if number <= self.at else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        if number < self.at:
            icons.paint(painter, disc.adjusted(5, 5, -5, -5), "check", t.accent)
            return
        painter.setPen(t.onaccent if number == self.at else t.ink2)
        painter.setFont(theme.font("small_strong"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
