"""A quiet line at the foot of a page: "Log this call?". It waits for a press, and takes no focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.ui.parts.buttons import Quiet, Second
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.labels import ElidedLabel
from lovedesk.words import _

FOOT = 14


class LogAsk(Card):
    """Lies over a page; `wanted` when it is to be logged (Ctrl+L)."""

    wanted = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(margins=QSize(16, 8), parent=over)
        self.over = over
        self.words = ElidedLabel()
        self.log, self.no = Second(_("Log it"), "check", tip=_("Ctrl+L")), Quiet(_("No"))
        self.log.setShortcut(QKeySequence("Ctrl+L"))
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget in (self.words, self.log, self.no):
            line.addWidget(widget)
        self.body.addLayout(line)
        self.log.clicked.connect(self._log)
        self.no.clicked.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def ask(self, question: str) -> None:
        """Ask it."""
        self.words.setText(question)
        self.setAccessibleName(question)
        self.show()
        self._lie()
        self.raise_()

    def _log(self) -> None:
        self.hide()
        self.wanted.emit()

    def _lie(self) -> None:
        needed = self.sizeHint()
        width = min(needed.width() + 24, self.over.width() - 40)
        self.setGeometry((self.over.width() - width) // 2, self.over.height() - needed.height() - FOOT, width,
                         needed.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._lie()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)
