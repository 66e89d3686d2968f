"""Marks over every page: this is the sample shop, and the way back to one's own; someone is looking."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.ui import theme
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import ElidedLabel
from lovedesk.words import _


class Mark(QWidget):
    """A sentence over every page and the way out of it; `left` tells the wish."""

    left = Signal()

    def __init__(self, sentence: str, way_out: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 2, 28, 2)
        row.addWidget(ElidedLabel(sentence, role="small", token="amber"))
        row.addStretch(1)
        leave = Link(way_out)
        leave.clicked.connect(self.left)
        row.addWidget(leave)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.tokens().ambertint)


def sample_mark() -> Mark:
    """The mark of the sample shop."""
    return Mark(_("Sample shop. Everyone here is invented; try whatever you like."), _("Leave the sample shop"))


def looking_mark() -> Mark:
    """The mark of a screen at which someone else is looking (F8)."""
    return Mark(_("Someone is looking: private lines are hidden."), _("Show them again (F8)"))
