"""Chips: a word or two with an icon on a tint. Some can be taken away, some are switches."""

from __future__ import annotations

from math import ceil
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.avatar import paint_avatar
from lovedesk.words import _

Tone = Literal["neutral", "green", "amber", "accent", "red", "water"]
ICON, INSIDE, CROSS = 14, 8, 12


def tone_colours(tone: Tone) -> tuple[QColor, QColor]:
    """Ground and ink of a tone."""
    t = theme.tokens()
    return {
        "neutral": (t.hover, t.ink2), "green": (t.greentint, t.green), "amber": (t.ambertint, t.amber),
        "accent": (t.accenttint, t.accent), "red": (t.redtint, t.red), "water": (t.hover, t.waterink),
    }[tone]


def chip_width(text: str, *, icon: bool) -> int:
    """How wide `paint_chip` paints it."""
    return ceil(QFontMetricsF(theme.font("small")).horizontalAdvance(text)) + 2 * INSIDE + (ICON + 4 if icon else 0)


def paint_chip(painter: QPainter, rect: QRectF, text: str, *, icon: str = "", tone: Tone = "neutral") -> None:
    """Paint a chip into `rect`, for delegates; the text elides."""
    ground, ink = tone_colours(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    _paint_words(painter, rect.adjusted(INSIDE, 0, -INSIDE, 0), text, icon, ink)
    painter.restore()


def _paint_words(painter: QPainter, room: QRectF, text: str, icon: str, ink: QColor) -> None:
    if icon:
        icons.paint(painter, QRectF(room.left(), room.center().y() - ICON / 2, ICON, ICON), icon, ink)
        room = room.adjusted(ICON + 4, 0, 0, 0)
    font = theme.font("small")
    painter.setFont(font)
    painter.setPen(ink)
    words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, ceil(room.width()) + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)


class Chip(QAbstractButton):
    """A chip. With `removable` it takes the focus, and its cross or Backspace ask to take it away; with
    `pressable` it is a button; otherwise it only says something. `keeper` puts a small avatar before the words."""

    removed = Signal()

    def __init__(self, text: str, icon: str = "", *, tone: Tone = "neutral", removable: bool = False,
                 pressable: bool = False, keeper: str = "", height: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon_name, self.tone = icon, tone
        self.removable, self.pressable, self.keeper = removable, pressable, keeper
        self.least_height = height
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        active = removable or pressable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if active else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not active)
        if removable:
            self.setAccessibleDescription(_("Backspace takes it away"))

    def sizeHint(self) -> QSize:
        width = chip_width(self.text(), icon=bool(self.icon_name)) + (CROSS + 6 if self.removable else 0)
        width += 18 if self.keeper else 0
        return QSize(width, max(self.least_height, ceil(QFontMetricsF(theme.font("small")).height()) + 4))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 60), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.removable and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.pressable:
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.removable and event.position().x() >= self.width() - CROSS - INSIDE - 4:
            self.removed.emit()
            return
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, QRectF(self.rect()))
        ink = self.ink()
        room = QRectF(self.rect()).adjusted(INSIDE, 0, -INSIDE, 0)
        if self.keeper:
            paint_avatar(painter, QRectF(2, (self.height() - 18) / 2, 18, 18), self.keeper)
            room.setLeft(26)
        if self.removable:
            cross = QRectF(room.right() - CROSS, room.center().y() - CROSS / 2, CROSS, CROSS)
            icons.paint(painter, cross, "x", ink)
            room.setRight(cross.left() - 5)
        _paint_words(painter, room, self.text(), self.icon_name, ink)

    def ink(self) -> QColor:
        """The colour of the words."""
        return tone_colours(self.tone)[1]

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what is under the words."""
        painter.setPen(Qt.PenStyle.NoPen)
        ground = tone_colours(self.tone)[0]
        painter.setBrush(theme.tokens().track if self.pressable and self.underMouse() else ground)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)


class SwitchChip(Chip):
    """A chip that is on or off, like "only here" with its lock; `toggled` tells."""

    def __init__(self, text: str, icon: str = "lock-simple", *, on: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(text, icon, pressable=True, parent=parent)
        self.setCheckable(True)
        self.setChecked(on)

    def ink(self) -> QColor:
        t = theme.tokens()
        return t.accent if self.isChecked() else t.ink3

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        t = theme.tokens()
        painter.setPen(t.accentline if self.isChecked() else t.btnline)
        painter.setBrush(t.accenttint if self.isChecked() else Qt.BrushStyle.NoBrush)
        inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
