"""A panel over a dim, in the window and not beside it: Esc or a click beside it closes, the focus goes back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from lovedesk.ui import theme

DIM = QColor(42, 36, 33, 89)        # 35 % of the ink, in both themes
TOP_PART = 0.18                     # of the window's height above the panel, for most
RADIUS, EDGE = 12, 24


class Panel(QWidget):
    """What stands over the dim."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(t.line)
        painter.setBrush(t.paper)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


class Overlay(QWidget):
    """Covers its window while it is open. What it shows goes into `body`; `closed` tells when it is gone."""

    closed = Signal()

    def __init__(self, window: QWidget, width: int, *, name: str, above: float = TOP_PART) -> None:
        super().__init__(window)
        self.over = window
        self.wide, self.above = width, above
        self.came_from: QWidget | None = None
        self.panel = Panel(self)
        self.panel.setAccessibleName(name)
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        window.installEventFilter(self)
        self.hide()

    def first(self) -> QWidget:
        """What takes the focus when it opens."""
        raise NotImplementedError

    def open_up(self) -> None:
        """Show it over the window, and remember where the focus was."""
        for other in self.over.findChildren(Overlay):
            if other is not self:
                other.close_up()        # one at a time, so that the focus goes back to the page
        if not self.isVisible():
            self.came_from = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.place()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put it away, and the focus back where it was."""
        if not self.isVisible():
            return
        self.hide()
        back, self.came_from = self.came_from, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.over.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Lay the panel into the upper third, as high as what it shows."""
        self.setGeometry(self.over.rect())
        width = min(self.wide, self.width() - 2 * EDGE)
        top = round(self.height() * self.above)
        layout = self.body
        for part in self.panel.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if (inner := part.layout()) is not None:        # what is hidden tells nobody that it has changed
                inner.invalidate()
                inner.activate()
        layout.invalidate()
        layout.activate()
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self.panel.setGeometry((self.width() - width) // 2, top, width, min(height, self.height() - top - EDGE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within the panel."""
        stops = self._stops()
        if stops:
            focused = QApplication.focusWidget()
            at = stops.index(focused) if focused in stops else -1
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _stops(self) -> list[QWidget]:
        """What Tab reaches, in its order."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if (self.panel.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled()
                    and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key goes on to the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_up()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), DIM)
