"""Photos and scans of the sheet: dropped or chosen, kept with the visit, looked at where they stand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetricsF,
    QImage,
    QImageReader,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.shop import blobs, papers
from lovedesk.shop.papers import PaperRow
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import IconButton
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.place import Place
from lovedesk.ui.signals import Progress
from lovedesk.words import _

LARGE = 1024 * 1024         # bytes; what is larger is read and kept aside
THUMB = QSize(72, 52)
LOOK = 1200                 # pixels that a picture is opened with at most


class DropField(QAbstractButton):
    """A dashed field that files are dropped on; pressed, it asks for them. `dropped([paths])`."""

    dropped = Signal(object)

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
        dialog.setNameFilters([_("Pictures and PDF (*.jpg *.jpeg *.png *.heic *.webp *.tif *.tiff *.bmp *.gif *.pdf)"),
                               _("All files (*)")])
        dialog.filesSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, names: list[str]) -> None:
        self.dropped.emit([Path(name) for name in names])

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
        self.dropped.emit(_files(event.mimeData()))

    def _show_over(self, *, on: bool) -> None:
        self.over = on
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
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


class Picture(QAbstractButton):
    """A small picture of a paper with its name; pressed, it is shown as wide as there is room, and small again."""

    def __init__(self) -> None:
        super().__init__()
        self.key = ""
        self.small = QImage()
        self.large = QImage()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._toggled)

    def show_paper(self, paper: PaperRow) -> None:
        """Show a paper."""
        if paper.key != self.key:
            self.key = paper.key
            self.setText(paper.name)
            self.setAccessibleName(paper.name)
            self.small, self.large = read_picture(paper.key, THUMB * 2), QImage()
            self.setChecked(False)
            self.setCheckable(not self.small.isNull())
            self.update()

    def _toggled(self, on: bool) -> None:
        if on and self.large.isNull():
            self.large = read_picture(self.key, QSize(LOOK, LOOK))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self.isChecked() and not self.large.isNull():
            return round(min(width, self.large.width()) * self.large.height() / self.large.width())
        return THUMB.height()

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, THUMB.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.isChecked() and not self.large.isNull():
            width = min(self.width(), self.large.width())
            painter.drawImage(QRectF(0, 0, width, self.height()), self.large)
            return
        t = theme.tokens()
        frame = QRectF(0, 0, THUMB.width(), THUMB.height())
        painter.fillRect(frame, t.hover)
        if self.small.isNull():
            icons.paint(painter, QRectF(frame.center().x() - 10, frame.center().y() - 10, 20, 20), "file-text", t.ink2)
        else:
            fitted = self.small.size().scaled(THUMB, Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF((frame.width() - fitted.width()) / 2, (frame.height() - fitted.height()) / 2,
                                     fitted.width(), fitted.height()), self.small)
        room = QRectF(frame.right() + 12, 0, self.width() - frame.right() - 12, self.height())
        paint_line(painter, room, self.text(), "body", t.accent if self.underMouse() else t.ink)


class PaperLine(QWidget):
    """A paper and the way to the trash."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.paper = 0
        self.picture = Picture()
        self.bin = IconButton("x", _("Take this paper away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.picture, 1)
        row.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignTop)
        self.bin.clicked.connect(self._trash)

    def show_record(self, paper: PaperRow) -> None:
        """Show a paper."""
        self.paper = paper.id
        self.picture.show_paper(paper)

    def _trash(self) -> None:
        with self.place.act("paper.trash", words=_("Paper deleted")):
            papers.trash(self.paper)


class Papers(QWidget):
    """The field for photos and those that are kept."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.touchpoint = 0
        self.drop = DropField()
        self.rows: Rows[PaperRow] = Rows(self._make, _id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.drop)
        column.addWidget(self.rows)
        self.drop.dropped.connect(self.keep)

    def _make(self) -> PaperLine:
        return PaperLine(self.place)

    def show_papers(self, touchpoint: int, kept: list[PaperRow]) -> None:
        """Show the papers of a visit."""
        self.touchpoint = touchpoint
        self.rows.show_records(kept)

    def keep(self, files: list[Path]) -> None:
        """Keep files with the visit: small ones now, large ones aside."""
        for file in files:
            try:
                size = file.stat().st_size
                data = file.read_bytes() if size <= LARGE else b""
            except OSError as error:
                self.place.said.emit(_("{file} cannot be read: {reason}. Nothing was changed.").format(
                    file=file.name, reason=error.strerror or error))
                continue
            if size <= LARGE:
                with self.place.act("paper.keep"):
                    papers.keep(file.name, data, touchpoint=self.touchpoint)
            else:
                self._keep_aside(self.touchpoint, file)

    def _keep_aside(self, touchpoint: int, file: Path) -> None:
        desk = self.place.desk

        def work(_progress: Progress) -> str:
            # One byte more than may be kept is enough to be refused: a film is not read to its end.
            with file.open("rb") as opened:
                data = opened.read(papers.LARGEST + 1)
            with desk.long_act("paper.keep"):
                papers.keep(file.name, data, touchpoint=touchpoint)
            return _("{file} is kept with the visit.").format(file=file.name)

        self.place.floor.aside.run(_("Keeping {file}").format(file=file.name), work, self.place.said.emit,
                                   self.place.said.emit)


def read_picture(key: str, most: QSize) -> QImage:
    """A kept picture no larger than `most`, turned as it was taken; null for a PDF and what Qt cannot show."""
    data = blobs.get(key)
    if not data or data.startswith(b"%PDF"):
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > most.width() or size.height() > most.height()):
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _id(paper: PaperRow) -> int:
    return paper.id
