"""A strip: one sentence with a sign on a tint, a quiet line with it, and what can be done at its right."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import WrappedLabel

Ground = Literal["amber", "green", "red", "pane"]


def ground_colours(ground: Ground) -> tuple[QColor, QColor]:
    """The tint, and the colour of the sign on it."""
    t = theme.tokens()
    return {"amber": (t.ambertint, t.amber), "green": (t.greentint, t.green), "red": (t.redtint, t.red),
            "pane": (t.pane, t.ink2)}[ground]


class Strip(QWidget):
    """Says `sentence`; `add` puts links or buttons at its right."""

    def __init__(self, sentence: str, *, icon: str, ground: Ground = "amber", second: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon, self.ground = icon, ground
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(42, 8, 14, 8)
        self.row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(3)
        self.first = WrappedLabel(role="strong", column=1200)
        self.second = WrappedLabel(role="small", token="ink2", column=1200)
        words.addWidget(self.first)
        words.addWidget(self.second)
        self.row.addLayout(words, 1)
        self.say(sentence, second)

    def add(self, widget: QWidget) -> None:
        """One more thing to do, at the right."""
        self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, sentence: str, second: str = "") -> None:
        """Other words."""
        self.first.setText(sentence)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        side = Qt.AlignmentFlag.AlignTop if second else Qt.AlignmentFlag.AlignVCenter
        self.first.setAlignment(Qt.AlignmentFlag.AlignLeft | side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tint, sign = ground_colours(self.ground)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        middle = self.height() / 2 if not self.second.text() else self.first.geometry().center().y() + 0.5
        icons.paint(painter, QRectF(14, middle - 9, 18, 18), self.icon, sign)
