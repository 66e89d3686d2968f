"""An empty place is an invitation: a picture, what belongs here, and the button that starts it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.ui import theme
from lovedesk.ui.parts.labels import Title, WrappedLabel

CUSHION = {False: ("#A12F4E", "#BE385C", "#8E2744"), True: ("#8E2744", "#A93A58", "#742038")}


class Armchair(QWidget):
    """The picture: an armchair and a cup beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, 190)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().hover)
        painter.drawEllipse(QRectF(14, 156, 272, 30))
        self._paint_chair(painter)
        self._paint_cup(painter)

    def _paint_chair(self, painter: QPainter) -> None:
        t = theme.tokens()
        frame, cushion, shade = (QColor(code) for code in CUSHION[t.dark])
        painter.setBrush(t.ink2)
        for left in (66, 168):
            painter.drawRoundedRect(QRectF(left, 140, 8, 32), 3, 3)
        painter.setBrush(frame)
        painter.drawRoundedRect(QRectF(64, 14, 114, 120), 30, 30)
        painter.setBrush(cushion)
        painter.drawRoundedRect(QRectF(74, 26, 94, 90), 22, 22)
        painter.setBrush(shade)
        painter.drawRect(QRectF(72, 100, 100, 48))
        painter.drawRoundedRect(QRectF(72, 90, 98, 20), 8, 8)
        painter.setBrush(cushion)
        painter.drawRoundedRect(QRectF(72, 93, 98, 28), 8, 8)
        painter.setBrush(frame)
        for left in (42, 168):
            painter.drawRoundedRect(QRectF(left, 74, 32, 76), 15, 15)
        painter.setBrush(t.paper if not t.dark else t.ink)
        for x, y in ((100, 52), (121, 52), (142, 52), (110, 74), (131, 74)):
            painter.drawEllipse(QPointF(x, y), 2.6, 2.6)

    def _paint_cup(self, painter: QPainter) -> None:
        t = theme.tokens()
        painter.setBrush(t.stone if t.dark else t.btnline)
        painter.drawRoundedRect(QRectF(216, 104, 60, 7), 3, 3)
        painter.drawRect(QRectF(242, 108, 8, 56))
        painter.drawRoundedRect(QRectF(228, 162, 36, 6), 3, 3)
        cup = QPainterPath(QPointF(232, 84))
        cup.lineTo(258, 84)
        cup.cubicTo(258, 98, 254, 104, 245, 104)
        cup.cubicTo(236, 104, 232, 98, 232, 84)
        painter.fillPath(cup, t.water2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(t.water2, 3))
        painter.drawEllipse(QPointF(259, 91), 5, 5)
        painter.setPen(QPen(t.ink3, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for left in (239, 248):
            steam = QPainterPath(QPointF(left, 78))
            steam.cubicTo(left - 5, 71, left + 6, 68, left + 1, 60)
            painter.drawPath(steam)


class Empty(QWidget):
    """The invitation; `primary` starts, `other` is the one quiet other way."""

    def __init__(self, title: str, sentence: str, *, primary: QPushButton | None = None,
                 other: QPushButton | None = None, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Armchair(), 0, middle)
        column.addSpacing(10)
        column.addWidget(Title(title), 0, middle)
        column.addWidget(WrappedLabel(sentence, token="ink2", centred=True, column=440), 0, middle)
        column.addSpacing(14)
        for button in (primary, other):
            if button is not None:
                column.addWidget(button, 0, middle)
        if hint:
            column.addSpacing(6)
            column.addWidget(WrappedLabel(hint, role="small", token="ink2", centred=True), 0, middle)
        column.addStretch(3)
