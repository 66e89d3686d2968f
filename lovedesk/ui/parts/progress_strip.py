"""What long work is doing and how far it is; it can be cancelled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from lovedesk.ui import theme
from lovedesk.ui.parts.buttons import Quiet
from lovedesk.ui.parts.labels import ElidedLabel
from lovedesk.words import _


class Bar(QProgressBar):
    """How far it is; where that is not known, nothing moves."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setFixedHeight(6)
        self.setMinimumWidth(60)
        self.setMaximumWidth(220)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.track)
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        part = self.value() / self.maximum() if self.maximum() else 0.0
        if part > 0:
            painter.setBrush(t.accent)
            painter.drawRoundedRect(QRectF(0, 0, max(6.0, self.width() * part), 6), 3, 3)


class ProgressStrip(QWidget):
    """A line with words, a bar and Cancel; hidden until work is shown. `cancelled` tells the wish."""

    cancelled = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(16)
        self.words = ElidedLabel()
        self.bar = Bar()
        self.button = Quiet(_("Cancel"))
        row.addWidget(self.words)
        row.addStretch()
        row.addWidget(self.bar, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._cancel)
        self.hide()

    def show_work(self, doing: str, done: int = 0, of: int = 0) -> None:
        """Say what is being done, and how much of it is; `of=0` where that is not known."""
        self.words.setText(doing)
        self.bar.setAccessibleName(doing)
        self.bar.setMaximum(max(of, 1))
        self.bar.setValue(done)
        if self.isHidden():
            self.button.setEnabled(True)
            self.show()

    def _cancel(self) -> None:
        self.button.setEnabled(False)
        self.cancelled.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().pane)
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
