"""The mark over every page of the sample shop, and the way back to one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.ui import theme
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import ElidedLabel
from lovedesk.words import _


class SampleMark(QWidget):
    """Says that this is the sample shop; `left` tells the wish to go back."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 2, 28, 2)
        row.addWidget(ElidedLabel(_("Sample shop. Everyone here is invented; try whatever you like."), role="small",
                                  token="amber"))
        row.addStretch(1)
        leave = Link(_("Leave the sample shop"))
        leave.clicked.connect(self.left)
        row.addWidget(leave)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.tokens().ambertint)
