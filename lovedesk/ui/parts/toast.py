"""The quiet line at the foot of the window that says what was done and can take it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import IconButton, Link
from lovedesk.ui.parts.labels import ElidedLabel
from lovedesk.words import _

STAYS = 8000  # ms


class Undo(Link):
    """Takes back what the line says."""

    token = "toastlink"
    role: theme.Role = "strong"


class Cross(IconButton):
    """Closes the line."""

    token = "paper"


class Toast(QWidget):
    """One line over the window's foot for eight seconds, longer while it is pointed at or focused."""

    undo = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.over = window
        self.row = row = QHBoxLayout(self)
        row.setContentsMargins(40, 5, 6, 5)
        row.setSpacing(16)
        self.words = ElidedLabel(token="paper")
        self.button = Undo(_("Undo"))
        self.cross = Cross("x", _("Close"))
        row.addWidget(self.words)
        row.addWidget(self.button)
        row.addWidget(self.cross)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(STAYS)
        self.timer.timeout.connect(self._over)
        self.button.clicked.connect(self._undo)
        self.cross.clicked.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, *, undo: bool = True) -> None:
        """Show a sentence, with Undo if what it says can be taken back."""
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        self.button.setVisible(undo)
        self._place()
        self.show()
        self.raise_()
        self.timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.ink)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        icons.paint(painter, QRectF(14, (self.height() - 16) / 2, 16, 16), "arrow-counter-clockwise", t.paper)

    def _place(self) -> None:
        self.row.invalidate()
        needed = self.row.sizeHint()
        width, height = min(needed.width(), self.over.width() - 40), max(41, needed.height())
        self.setGeometry((self.over.width() - width) // 2, self.over.height() - height - 22, width, height)

    def _over(self) -> None:
        if self.underMouse() or self.button.hasFocus() or self.cross.hasFocus():
            self.timer.start()
            return
        self.hide()

    def _undo(self) -> None:
        self.hide()
        self.undo.emit()
