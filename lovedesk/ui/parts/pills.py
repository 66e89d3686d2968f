"""One of a few: radio pills with one focus stop; the arrows and the number keys choose."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.ui import theme


class Choice(QRadioButton):
    """One of the few: all of its shape can be clicked, and it is as wide chosen as not."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(word, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def word_width(self) -> int:
        """The width of the word when it is chosen."""
        return ceil(QFontMetricsF(theme.font("strong")).horizontalAdvance(self.text().replace("&", "")))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Pill(Choice):
    """A choice with a ring at its left."""

    hint = ""

    def sizeHint(self) -> QSize:
        extra = ceil(QFontMetricsF(theme.font("small")).horizontalAdvance(self.hint)) + 12 if self.hint else 0
        height = max(32, ceil(QFontMetricsF(theme.font("body")).height()) + 10)
        return QSize(32 + self.word_width() + 14 + extra, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(t.accent, 1.5) if chosen else QPen(t.fieldline, 1))
        painter.setBrush(t.accenttint if chosen else t.hover if self.underMouse() else t.field)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        ring = QRectF(12, self.height() / 2 - 6.5, 13, 13)
        painter.setPen(QPen(t.accent if chosen else t.fieldline, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent)
            painter.drawEllipse(ring.adjusted(3, 3, -3, -3))
        painter.setPen(t.ink)
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.drawText(QRectF(self.rect()).adjusted(32, 0, 0, 0), _MNEMONIC, self.text())
        if self.hint:
            painter.setPen(t.ink3)
            painter.setFont(theme.font("small"))
            painter.drawText(QRectF(self.rect()).adjusted(0, 0, -14, 0),
                             Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.hint)


_MNEMONIC = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextHideMnemonic


class OneOf(QWidget):
    """A row of pills of which one is chosen; `chosen` tells its key when a person chooses another."""

    chosen = Signal(object)
    gap = 10

    def __init__(self, choices: Sequence[tuple[object, str]], value: object = None, *, name: str = "",
                 numbered: bool = False, down: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QVBoxLayout(self) if down else QHBoxLayout(self)
        row.setContentsMargins(*self.margins())
        row.setSpacing(self.gap)
        self.buttons: dict[object, Choice] = {}
        for number, (key, word) in enumerate(choices, start=1):
            button = self.made(word, str(number) if numbered else "")
            button.toggled.connect(self._toggled)
            self.buttons[key] = button
            row.addWidget(button)
        self.quiet = False
        self.choose(value)

    def margins(self) -> tuple[int, int, int, int]:
        """Room around the choices."""
        return (0, 0, 0, 0)

    def made(self, word: str, hint: str) -> Choice:
        """One choice."""
        pill = Pill(word, self)
        pill.hint = hint
        return pill

    def value(self) -> object:
        """The key of what is chosen; None if nothing is."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), None)

    def choose(self, key: object) -> None:
        """Show another choice, or none, without telling."""
        self.quiet = True
        if key in self.buttons:
            self.buttons[key].setChecked(True)
        else:
            for button in self.buttons.values():
                button.setAutoExclusive(False)
                button.setChecked(False)
                button.setAutoExclusive(True)
        self.quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.buttons):
            button = list(self.buttons.values())[number]
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.setChecked(True)         # last: who hears of it may take the focus elsewhere
            return
        super().keyPressEvent(event)

    def _toggled(self, on: bool) -> None:
        if on and not self.quiet:
            self.chosen.emit(self.value())
