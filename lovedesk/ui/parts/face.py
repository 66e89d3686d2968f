"""The face of a person or a business on their page: pressed, dropped on or pasted into, it takes a photo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.avatar import BUSINESS_CORNER, paint_avatar
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.words import _


class Face(Pressable):
    """An avatar that takes a photo. `brought(source)` tells a file or a picture, `removed` that there is to be none."""

    brought = Signal(object)
    removed = Signal()

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = size
        self.name, self.key, self.business = "", "", False
        self.faint = False
        self.over = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.clicked.connect(self.open_menu)

    def show_person(self, name: str, key: str, *, business: bool = False, faint: bool = False) -> None:
        """Show someone; `key` is their photo's, `faint` who is not with us any more."""
        self.name, self.key, self.business, self.faint = name, key, business, faint
        self.setAccessibleName(_("Photo of {name}").format(name=name))
        self.setAccessibleDescription(_("Press, drop a picture here, or paste one"))
        self.setToolTip(_("Press, drop a picture here, or paste one"))
        self.update()

    def set_side(self, side: int) -> None:
        """Be as large as this."""
        self.side = side
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.side, self.side)

    def open_menu(self) -> None:
        """Offer to choose, paste or take away a photo."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("camera"), _("Choose a photo…")).triggered.connect(self.choose)
        if _on_clipboard() is not None:
            menu.addAction(_("Paste the copied picture")).triggered.connect(self.paste)
        if self.key:
            menu.addAction(icons.icon("trash"), _("Take the photo away")).triggered.connect(self.removed)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def choose(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self.window(), _("A photo of {name}").format(name=self.name))
        dialog.setNameFilters([_("Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif)"), _("All files (*)")])
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self.brought.emit(Path(name))

    def paste(self) -> None:
        """Take the picture that lies on the clipboard."""
        source = _on_clipboard()
        if source is not None:
            self.brought.emit(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.key:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if photos.brought(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._show_over(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_over(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(on=False)
        source = photos.brought(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.brought.emit(source)

    def _show_over(self, *, on: bool) -> None:
        self.over = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(0, 0, self.side, self.side)
        painter.setOpacity(0.5 if self.faint else 1)
        paint_avatar(painter, room, self.name, business=self.business, photo=photos.face(self.key))
        painter.setOpacity(1)
        if self.over or self.underMouse():
            t = theme.tokens()
            corner = self.side * (BUSINESS_CORNER if self.business else 0.5)
            painter.setPen(QPen(t.accent, 2) if self.over else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), corner, corner)
            badge = QRectF(self.side - 18, self.side - 18, 18, 18)
            painter.setPen(QPen(t.paper, 1))
            painter.setBrush(t.card)
            painter.drawEllipse(badge.adjusted(0.5, 0.5, -0.5, -0.5))
            icons.paint(painter, badge.adjusted(3, 3, -3, -3), "camera", t.ink2)


def _on_clipboard() -> photos.Source | None:
    return photos.brought(QGuiApplication.clipboard().mimeData())
