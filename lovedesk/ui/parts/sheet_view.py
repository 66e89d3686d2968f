"""A page of paper on the screen: as large as there is room for, drawn once for each size and kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lovedesk.sheets import printing
from lovedesk.sheets.page import PAPERS, Page
from lovedesk.ui import theme

SHADE = 3


class SheetView(QWidget):
    """Shows a page as it will be printed; its words are told to a screen reader."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: Page | None = None
        self.drawn = QImage()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self, page: Page | None) -> None:
        """Show another page, or bare ground."""
        self.page = page
        self.drawn = QImage()
        self.setAccessibleDescription(" ".join(page.words()) if page else "")
        self.update()

    def show_drawn(self, picture: QImage, words: str) -> None:
        """Show a page that was drawn elsewhere, or bare ground."""
        self.page = None
        self.drawn = picture
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(390, 552)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 220)

    def width_for(self, height: int) -> int:
        """How wide the page is that fills a height."""
        shape = self.drawn.size() if self.page is None and not self.drawn.isNull() else None
        paper = self.page.paper if self.page else PAPERS["a4"]
        ratio = shape.width() / shape.height() if shape else paper.width / paper.height
        return round((height - SHADE) * ratio) + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.page is None and self.drawn.isNull():
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        width = max(min(self.width() - 2, self.width_for(self.height()) - 2), 1)
        if self.page is not None and self.drawn.width() != round(width * ratio):
            self.drawn = printing.to_image(self.page, width, ratio)
        shape = QRectF(1, 0, width, width * self.drawn.height() / self.drawn.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().shadow)
        for spread in (1, 2, SHADE):
            painter.drawRect(shape.adjusted(0, spread, 0, spread))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.page is None)
        painter.drawImage(shape, self.drawn)
