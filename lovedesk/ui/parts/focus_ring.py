"""One ring for the whole window that goes around what the keyboard has reached."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from lovedesk.ui import theme

OUTSIDE = 3
MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}


class FocusRing(QWidget):
    """Follows the focus of `app` within `window` while it is moved by keys. Inputs, lists and painted parts show
    their own focus; the ring is for buttons, ticks and chips."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self.over = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.target: QWidget | None = None
        self.watched: list[QWidget] = []
        self.visible_part = QRect()
        self.hide()
        app.focusChanged.connect(self._focus_changed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(self.visible_part)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tokens().accent, 2))
        corner = min(self.height() / 2 - 1, 10 if self.target and self.target.height() < 50 else 13)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        window = self.over
        for widget in self.watched:
            if isValid(widget):  # the focus also moves because a page, or the program, is going away
                widget.removeEventFilter(self)
        self.watched = []
        if not isValid(window):
            return
        by_keys = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        within = isinstance(new, QAbstractButton) and window.isAncestorOf(new)
        self.target = new if within and by_keys else None
        around = self.target
        while around is not None and around is not window:
            around.installEventFilter(self)
            self.watched.append(around)
            around = around.parentWidget()
        self._place()

    def _place(self) -> None:
        if self.target is None or not isValid(self.target) or not self.target.isVisible():
            self.hide()
            return
        where = QRect(self.target.mapTo(self.over, QPoint(0, 0)), self.target.size())
        where.adjust(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        self.setGeometry(where)
        self.visible_part = self._unscrolled(where).translated(-where.topLeft())
        self.show()
        self.raise_()
        self.update()

    def _unscrolled(self, where: QRect) -> QRect:
        """The part of the ring that the scroll areas around it leave visible."""
        for widget in self.watched:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
                shown = QRect(widget.mapTo(self.over, QPoint(0, 0)), widget.size())
                where = where.intersected(shown)
        return where
