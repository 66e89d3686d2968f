"""Buttons: one primary at most on a page, second ones with a rim, quiet ones and links without."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShortcutEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from lovedesk.ui import icons, theme

CARET = 30


class _Button(QPushButton):
    """What all of them share: an icon in the text's colour, the fixed height, the hand of a real button."""

    token = "ink2"
    role: theme.Role = "body"

    def __init__(self, text: str, icon: str = "", *, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(theme.font(self.role))
        if icon:
            self.setIcon(icons.icon(icon, self.token))
            self.setIconSize(QSize(16, 16))
        if tip:
            self.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()        # at once: Qt would show it pressed for 100 ms, and lose what is typed meanwhile
            return True
        return super().event(event)


class Primary(_Button):
    """The one thing to do on a page."""

    token = "onaccent"
    role: theme.Role = "strong"


class Second(_Button):
    """A thing to do, with a rim."""

    token = "ink"


class Quiet(_Button):
    """A thing that may be done, words alone."""


class Link(_Button):
    """Words in the accent that lead on: Open, Add, Undo."""

    token = "accent"

    def __init__(self, text: str, icon: str = "", *, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon, tip=tip, parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class IconButton(_Button):
    """An icon alone; `name` is what a screen reader says and the tool tip shows."""

    def __init__(self, icon: str, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", icon, tip=name, parent=parent)
        self.setAccessibleName(name)


class SplitButton(_Button):
    """A primary whose words do the usual thing and whose caret (or Alt+Down) opens a menu of the others."""

    token = "onaccent"
    role: theme.Role = "strong"

    def __init__(self, text: str, icon: str = "", *, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon, tip=tip, parent=parent)
        self.choices = QMenu(self)

    def add(self, action: QAction) -> None:
        """One more row in the menu."""
        self.choices.addAction(action)

    def open_menu(self) -> None:
        """Show the menu below the button, right edges in line."""
        corner = self.mapToGlobal(self.rect().bottomRight())
        corner.setX(corner.x() - self.choices.sizeHint().width())
        corner.setY(corner.y() + 4)
        self.choices.popup(corner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_menu()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() >= self.width() - CARET:
            self.open_menu()
            return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        t = theme.tokens()
        ink = t.colour(self.token) if self.isEnabled() else t.ink3
        left = self.width() - CARET
        painter.setOpacity(0.35)
        painter.setPen(ink)
        painter.drawLine(QPointF(left - 0.5, 7), QPointF(left - 0.5, self.height() - 7))
        painter.setOpacity(1)
        icons.paint(painter, QRectF(left + 8, (self.height() - 14) / 2, 14, 14), "caret-down", ink)


class SecondSplit(SplitButton):
    """The same with a rim: a second thing to do that has other ways."""

    token = "ink"
    role: theme.Role = "body"
