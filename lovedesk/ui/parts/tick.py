"""A box to tick: a large place to click, words that wrap, a quiet second line."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import wrap

BOX = 18
TEXT_LEFT = 32


def paint_box(painter: QPainter, corner: QPointF, *, on: bool, lit: bool = False) -> None:
    """Paint the box alone, for delegates; `lit` under the mouse."""
    t = theme.tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QRectF(corner.x() + 0.65, corner.y() + 0.65, BOX - 1.3, BOX - 1.3)
    painter.setPen(QPen(t.accent if on or lit else t.fieldline, 1.3))
    painter.setBrush(t.accent if on else t.field)
    painter.drawRoundedRect(shape, 5, 5)
    if on:
        icons.paint(painter, shape.adjusted(3, 3, -3, -3), "check", t.onaccent)
    painter.restore()


class Tick(QCheckBox):
    """A check box whose words can be clicked too. What is done stays readable, in the third ink."""

    fades = True

    def __init__(self, text: str, *, on: bool = False, second: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.second = second
        self.lead = 0               # room above, for a heading
        self.sign = ""              # an icon in place of the box until the mouse or the keyboard is there
        self.sign_token = "ink2"
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setChecked(on)
        self.setAccessibleDescription(second)

    def words(self) -> str:
        """The text as it is read; "&&" in it is a plain "&"."""
        return self.text().replace("&&", "&")

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(width - TEXT_LEFT, 1)
        height = wrap(self.words(), theme.font("body"), room)[1]
        if self.second:
            height += 2 + wrap(self.second, theme.font("small"), room)[1]
        return self.lead + max(26, ceil(height) + 8)

    def sizeHint(self) -> QSize:
        width = max(QFontMetricsF(theme.font("body")).horizontalAdvance(self.words()),
                    QFontMetricsF(theme.font("small")).horizontalAdvance(self.second))
        full = TEXT_LEFT + ceil(width) + 2
        return QSize(full, self.heightForWidth(full))

    def minimumSizeHint(self) -> QSize:
        return QSize(TEXT_LEFT + 60 if self.text() else BOX + 2, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        font = theme.font("body")
        line = QFontMetricsF(font).height()
        self.paint_mark(painter, QPointF(1, self.lead + 4 + (line - BOX) / 2))
        done = self.fades and self.isChecked()
        painter.setPen(t.ink3 if done or not self.isEnabled() else t.ink)
        layout, height = wrap(self.words(), font, max(self.width() - TEXT_LEFT, 1))
        layout.draw(painter, QPointF(TEXT_LEFT, self.lead + 4))
        if self.second:
            painter.setPen(t.ink3 if done else t.ink2)
            below = wrap(self.second, theme.font("small"), max(self.width() - TEXT_LEFT, 1))[0]
            below.draw(painter, QPointF(TEXT_LEFT, self.lead + 6 + height))

    def paint_mark(self, painter: QPainter, corner: QPointF) -> None:
        """Paint the box, or the sign in its place."""
        if self.sign and not (self.isChecked() or self.underMouse() or self.hasFocus()):
            icons.paint(painter, QRectF(corner.x(), corner.y(), BOX, BOX), self.sign,
                        theme.tokens().colour(self.sign_token))
        else:
            paint_box(painter, corner, on=self.isChecked(), lit=self.underMouse())


class Setting(Tick):
    """A tick that says how something is wished: what holds keeps its ink."""

    fades = False
