"""A line of small widgets that goes on in the next line where there is no more room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP, LINE_GAP = 8, 6


class Flow(QWidget):
    """Lays its widgets out from left to right, line by line; its height follows its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widgets: list[QWidget] = []
        self.placed: dict[int, list[QRect]] = {}     # by width; layouts ask for many
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these, in this order; what is not among them any more is hidden and stays its maker's."""
        for gone in self.widgets:
            if gone not in widgets:
                gone.hide()
        self.widgets = list(widgets)
        for widget in self.widgets:
            if widget.parentWidget() is not self:
                widget.setParent(self)
            if widget.isHidden():
                widget.show()
        self._changed()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rects = self._rects(width)
        return max((rect.bottom() + 1 for rect in rects), default=0)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:   # a chip says other words
            self._changed()
        return super().event(event)

    def _changed(self) -> None:
        self.placed.clear()
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        for widget, rect in zip(self.widgets, self._rects(self.width()), strict=True):
            widget.setGeometry(rect)

    def _rects(self, width: int) -> list[QRect]:
        if width in self.placed:
            return self.placed[width]
        left = top = tallest = 0
        lines: list[list[QRect]] = [[]]
        for widget in self.widgets:
            hint = widget.sizeHint()
            wide = min(hint.width(), width)
            if left and left + wide > width:
                left, top, tallest = 0, top + tallest + LINE_GAP, 0
                lines.append([])
            lines[-1].append(QRect(left, top, wide, hint.height()))
            left += wide + GAP
            tallest = max(tallest, hint.height())
        self.placed[width] = [rect for line in lines for rect in _on_one_middle(line)]
        return self.placed[width]


def _on_one_middle(line: list[QRect]) -> list[QRect]:
    tallest = max((rect.height() for rect in line), default=0)
    return [rect.translated(0, (tallest - rect.height()) // 2) for rect in line]
