"""The rail: the places of the shop at the left of the window, and whose turn it is at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QToolButton, QVBoxLayout, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.avatar import paint_avatar
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.words import _

WIDTH, PLACE = 92, 76


class Place(QToolButton):
    """The way to one place: its icon above its word."""

    def __init__(self, icon: str, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.icon_name = icon
        self.setText(word)
        self.setCheckable(True)
        self.setFixedSize(PLACE, 56)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.sel if chosen else t.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        ink = t.accent if chosen else t.ink2
        icons.paint(painter, QRectF(27, 8, 22, 22), f"{self.icon_name}-fill" if chosen else self.icon_name, ink)
        painter.setFont(_fitting(self.text(), "small_strong" if chosen else "small"))
        painter.setPen(ink)
        painter.drawText(QRectF(0, 32, 76, 20), Qt.AlignmentFlag.AlignCenter, self.text())


class Seat(NamedTuple):
    """One of us, who may sit here."""

    id: int
    name: str
    face: QImage | None
    number: int                 # of the key that makes them sit here


class Other(Pressable):
    """Who else may sit here: a small picture, pressed to switch."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self.seat = seat
        self.setFixedSize(PLACE, 30)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("{name} sits here now").format(name=seat.name))
        self.setToolTip(_("{name} sits here now (Ctrl+Shift+{number})").format(name=seat.name, number=seat.number))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.underMouse() or self.hasFocus() else 0.7)
        paint_avatar(painter, QRectF(26, 3, 24, 24), self.seat.name, photo=self.seat.face)


class Keeper(QAbstractButton):
    """Whose turn it is, as an avatar and a name."""

    face: QImage | None = None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(PLACE, 62)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(PLACE, 62)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, QRectF(22, 2, 32, 32), self.text(), photo=self.face)
        painter.setPen(theme.tokens().ink2)
        name = self.text().split(" ")[0]
        painter.setFont(_fitting(name, "small"))
        painter.drawText(QRectF(0, 38, 76, 20), Qt.AlignmentFlag.AlignCenter, name)


def _fitting(word: str, role: theme.Role) -> QFont:
    """The font of a role, smaller where a word of another language or a large system font would be cut."""
    font = theme.font(role)
    width = QFontMetricsF(font).horizontalAdvance(word)
    if width > PLACE - 4:
        font.setPointSizeF(font.pointSizeF() * (PLACE - 4) / width)
    return font


class Rail(QWidget):
    """`chosen` tells the key of a place that a person goes to; `keeper_pressed` the foot, and
    `keeper_chosen` who of us sits here now."""

    chosen = Signal(str)
    keeper_pressed = Signal()
    keeper_chosen = Signal(object)

    def __init__(self, places: Sequence[tuple[str, str, str]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Places"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 8, 16)
        column.setSpacing(6)
        self.group = QButtonGroup(self)
        self.places: dict[str, Place] = {}
        for key, icon, word in places:
            place = Place(icon, word, self)
            self.group.addButton(place)
            self.places[key] = place
            column.addWidget(place)
        column.addStretch()
        self.others: list[Other] = []
        self.foot = column
        self.keeper = Keeper(self)
        self.keeper.hide()
        column.addWidget(self.keeper)
        self.group.buttonClicked.connect(self._clicked)
        self.keeper.clicked.connect(self.keeper_pressed)

    def show_place(self, key: str) -> None:
        """Mark the place that is shown."""
        if key in self.places:
            self.places[key].setChecked(True)

    def show_keeper(self, name: str, face: QImage | None = None) -> None:
        """Show whose turn it is; an empty name shows nobody."""
        self.keeper.setText(name)
        self.keeper.face = face
        self.keeper.setAccessibleName(name)
        self.keeper.setVisible(bool(name))

    def show_others(self, seats: Sequence[Seat]) -> None:
        """Show who else may sit here, above the foot."""
        if [other.seat for other in self.others] == list(seats):
            return
        for other in self.others:
            other.hide()
            other.deleteLater()
        self.others = [Other(seat, self) for seat in seats]
        for other in self.others:
            self.foot.insertWidget(self.foot.count() - 1, other)
            other.clicked.connect(self._other_pressed)
            other.show()

    def _other_pressed(self) -> None:
        other = self.sender()
        if isinstance(other, Other):
            self.keeper_chosen.emit(other.seat.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        places = list(self.places.values())
        focused = next((number for number, place in enumerate(places) if place.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        places[(focused + step) % len(places)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.tokens().rail)

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, place in self.places.items() if place is button))
