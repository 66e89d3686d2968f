"""Photos and scans of the sheet: dropped or chosen, kept with the visit, looked at where they stand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.shop.papers import PaperRow
from lovedesk.ui import icons, theme
from lovedesk.ui.parts import picture_keeping
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.picture_tile import Shown
from lovedesk.ui.parts.pictures import Pictures
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.place import Place
from lovedesk.words import _


class DropField(QAbstractButton):
    """A dashed field that files are dropped on or pasted into; pressed, it asks for them. `brought([sources])`."""

    brought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.over = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(_("Drop a photo of the sheet"))
        self.setAccessibleName(_("Choose a photo of the sheet"))
        self.clicked.connect(self.choose)

    def sizeHint(self) -> QSize:
        lines = QFontMetricsF(theme.font("body")).height() + QFontMetricsF(theme.font("small")).height()
        return QSize(300, max(52, round(lines) + 18))

    def choose(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self.window(), _("A photo or scan of the sheet"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Pictures and PDF (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.pdf)"),
                               _("All files (*)")])
        dialog.filesSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, names: list[str]) -> None:
        self.brought.emit([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()
            self._show_over(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_over(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(on=False)
        event.acceptProposedAction()
        self.brought.emit(_files(event.mimeData()))

    def _show_over(self, *, on: bool) -> None:
        self.over = on
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.brought.emit(picture_keeping.copied())
            return
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.accent if self.over else t.fieldline, 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(t.accenttint if self.over else t.hover if self.underMouse() else t.pane)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        icons.paint(painter, QRectF(16, (self.height() - 18) / 2, 18, 18), "camera", t.ink2)
        choose = _("Choose")
        right = QFontMetricsF(theme.font("body")).horizontalAdvance(choose) + 14
        body, small = QFontMetricsF(theme.font("body")).height(), QFontMetricsF(theme.font("small")).height()
        top = (self.height() - body - small) / 2
        room = QRectF(48, top, self.width() - 48 - right - 12, body)
        below = QRectF(48, top + body, room.width(), small)
        paint_line(painter, room, self.text(), "body", t.ink)
        paint_line(painter, below, _("it is kept with this visit, the sketch too"), "small", t.ink2)
        paint_line(painter, QRectF(self.width() - right, 0, right, self.height()), choose, "body", t.accent)


class Papers(QWidget):
    """The field for photos and those that are kept."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.drop = DropField()
        self.pictures = Pictures(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.drop)
        column.addWidget(self.pictures)
        self.drop.brought.connect(self.pictures.keep)
        self.pictures.emptied.connect(self._emptied)

    def show_papers(self, touchpoint: int, kept: list[PaperRow]) -> None:
        """Show the papers of a visit."""
        self.pictures.show_pictures("touchpoint", touchpoint, [
            Shown(paper.id, paper.name or _("Picture"), paper.key, paper.kind, "") for paper in kept])
        self.pictures.setVisible(bool(kept))

    def _emptied(self) -> None:
        self.drop.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
