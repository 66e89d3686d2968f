"""A page that scrolls: the margins of the look, the bar without a jump, and the widths where columns change."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

Stop = Literal["narrow", "middle", "wide"]
SIDE, TOP, BAR = 28, 20, 9


def stop_for(window_width: int) -> Stop:
    """Below 1100 px the list gives way; from 1500 px there is a third column."""
    return "narrow" if window_width < 1100 else "middle" if window_width < 1500 else "wide"


class ScrollPage(QScrollArea):
    """What is on the page goes into `body`; `stop_changed` tells when the window became narrow, middle or wide.

    With `column` the body is no wider than that: a layout asks what wraps for its height at the width of the whole
    page, also where a part may not be as wide.
    """

    stop_changed = Signal(str)

    def __init__(self, *, top: int = TOP, column: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(SIDE, top, SIDE, TOP)
        self.body.setSpacing(8)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.stop: Stop = "middle"
        self.verticalScrollBar().rangeChanged.connect(self._keep_right_edge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stop = stop_for(self.window().width())
        if stop != self.stop:
            self.stop = stop
            self.stop_changed.emit(stop)
        if self.column:
            bar = self.verticalScrollBar()
            self._keep_right_edge(bar.minimum(), bar.maximum())

    def _keep_right_edge(self, low: int, high: int) -> None:
        """The bar takes its room from the margin, so that nothing moves when it comes."""
        margins = self.body.contentsMargins()
        right = SIDE - BAR if high > low else SIDE
        margins.setRight(max(right, self.viewport().width() - SIDE - self.column) if self.column else right)
        self.body.setContentsMargins(margins)
