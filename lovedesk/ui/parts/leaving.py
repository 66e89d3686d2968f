"""Knows when a form is left: a click elsewhere in its window, or the focus that goes on by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Leaving(QObject):
    """`left` tells it once; a click has done its work by then, so that nothing moves under the mouse before."""

    left = Signal()

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self.form = form
        self.watched: QWindow | None = None
        self.later = QTimer(self, interval=0, singleShot=True)
        self.later.timeout.connect(self.left)
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.form:
            if event.type() == QEvent.Type.Show:
                self._watch(self.form.window().windowHandle())
            elif event.type() == QEvent.Type.Hide:
                self._watch(None)
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            corner = self.form.mapTo(self.form.window(), QPoint(0, 0))
            if not self.form.rect().translated(corner).contains(event.position().toPoint()):
                self.later.start()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        self.later.stop()
        if self.watched is not None and isValid(self.watched):      # the window may be gone before what is in it
            self.watched.removeEventFilter(self)
            self.watched.focusObjectChanged.disconnect(self._focus_moved)
        self.watched = window
        if window is not None:
            window.installEventFilter(self)
            window.focusObjectChanged.connect(self._focus_moved)

    def _focus_moved(self, now: QObject | None) -> None:
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if isinstance(now, QWidget) and not by_mouse and now is not self.form and not self.form.isAncestorOf(now):
            self.later.start()
        else:
            self.later.stop()
