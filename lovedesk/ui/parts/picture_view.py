"""One kept picture large over the window, with its words; arrows go on to the next."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from lovedesk.mishaps import Refused
from lovedesk.shop import blobs
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import IconButton, Link
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.overlay import EDGE, Overlay
from lovedesk.ui.parts.photos import PICTURE
from lovedesk.ui.parts.picture_tile import Shown
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.thumbs import Thumbs
from lovedesk.ui.place import Place
from lovedesk.ui.signals import Progress
from lovedesk.words import _

NEAR = 3        # pictures that are kept ready: this one, and those beside it
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1,
         Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1}
ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif", "image/gif": ".gif", "image/bmp": ".bmp",
           "image/webp": ".webp", "image/heic": ".heic", "application/pdf": ".pdf"}


class Look(QWidget):
    """The picture, as large as there is room."""

    def __init__(self, large: Thumbs, small: Thumbs) -> None:
        super().__init__()
        self.large, self.small = large, small
        self.shown: Shown | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        large.came.connect(self.update)

    def show_picture(self, picture: Shown) -> None:
        """Show a picture; what is painted small stands for it until it is read."""
        self.shown = picture
        self.setAccessibleName(picture.name)
        self.setAccessibleDescription(picture.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ready = QImage() if self.shown.kind == "application/pdf" else self.large.of(self.shown.key)
        image = ready if ready is not None else self.small.of(self.shown.key)
        if image is not None and not image.isNull():
            size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            if ready is not None:       # no larger than it is
                size = size.boundedTo(image.size())
            painter.drawImage(QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2,
                                     size.width(), size.height()), image)
        elif ready is not None:
            t, middle = theme.tokens(), self.height() / 2
            icons.paint(painter, QRectF(self.width() / 2 - 20, middle - 44, 40, 40), "file-text", t.ink2)
            painter.setPen(t.ink2)
            painter.setFont(theme.font("body"))
            painter.drawText(QRectF(0, middle + 4, self.width(), 28), Qt.AlignmentFlag.AlignHCenter,
                             _("Save a copy to read it in your own program."))


class PictureView(Overlay):
    """Covers the window; Esc closes. `rename_wanted(id, words, field)` and `bin_wanted(id)` ask."""

    rename_wanted = Signal(object, str, object)
    bin_wanted = Signal(object)

    def __init__(self, place: Place, thumbs: Thumbs) -> None:
        super().__init__(place.window(), 0, name=_("Pictures"))
        self.its = place
        self.pictures: list[Shown] = []
        self.at = 0
        self.look = Look(Thumbs(place.floor.aside, PICTURE, NEAR, self), thumbs)
        self.name = SavingLine(name=_("What it shows"))
        self.name.setFixedWidth(260)
        self.words, self.count = Small(), Small(token="ink3")
        self.before = IconButton("caret-left", _("The one before"))
        self.after = IconButton("caret-right", _("The next"))
        self.copy = Link(_("Save a copy…"), "file-arrow-down")
        self.bin = IconButton("trash", _("Delete this picture"))
        self.cross = IconButton("x", _("Close"))
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.name)
        foot.addWidget(self.words)
        foot.addStretch(1)
        for widget in (self.before, self.count, self.after, self.copy, self.bin, self.cross):
            foot.addWidget(widget)
        self.body.setContentsMargins(16, 16, 16, 12)
        self.body.setSpacing(10)
        self.body.addWidget(self.look, 1)
        self.body.addLayout(foot)
        self.before.clicked.connect(partial(self.step, -1))
        self.after.clicked.connect(partial(self.step, 1))
        self.name.left.connect(self._rename)
        self.copy.clicked.connect(self.save_copy)
        self.bin.clicked.connect(self._bin)
        self.cross.clicked.connect(self.close_up)

    def first(self) -> QWidget:
        return self.look

    def place(self) -> None:
        """Take nearly all of the window."""
        self.setGeometry(self.over.rect())
        self.panel.setGeometry(self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE))

    def open_at(self, pictures: list[Shown], picture: int) -> None:
        """Show these, one of them now."""
        self.pictures = pictures
        self.at = next((n for n, shown in enumerate(pictures) if shown.id == picture), 0)
        self._show()
        self.open_up()

    def show_pictures(self, pictures: list[Shown]) -> None:
        """Show what is there now: the same one, or the next where it is gone."""
        if not self.isVisible():
            return
        here = self.pictures[self.at].id
        self.at = next((n for n, shown in enumerate(pictures) if shown.id == here), min(self.at, len(pictures) - 1))
        self.pictures = pictures
        if pictures:
            self._show()
        else:
            self.close_up()

    def _show(self) -> None:
        picture = self.pictures[self.at]
        self.look.show_picture(picture)
        self.name.show_text(picture.name)
        self.words.setText(picture.words)
        self.count.setText(_("{n} of {total}").format(n=self.at + 1, total=len(self.pictures)))
        for widget in (self.before, self.count, self.after):
            widget.setVisible(len(self.pictures) > 1)

    def step(self, by: int) -> None:
        """Go on, round the end too."""
        self.name.tell()
        self.at = (self.at + by) % len(self.pictures)
        self._show()

    def _rename(self, words: str) -> None:
        self.rename_wanted.emit(self.pictures[self.at].id, words, self.name)

    def _bin(self) -> None:
        self.bin_wanted.emit(self.pictures[self.at].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_name = self.name.hasFocus()
        if event.key() in STEPS and not in_name:
            self.step(STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not in_name:
            self._bin()
        elif event.key() == Qt.Key.Key_F2:
            self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.name.selectAll()
        else:
            super().keyPressEvent(event)

    def save_copy(self) -> None:
        """Ask where a copy of this picture goes, and write it there."""
        picture = self.pictures[self.at]
        ending = ENDINGS.get(picture.kind, "")
        name = picture.name if picture.name.lower().endswith(ending) else picture.name + ending
        dialog = QFileDialog(self.over, _("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name.replace("/", "-"))
        dialog.fileSelected.connect(partial(self._write, picture.key))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, key: str, name: str) -> None:
        def work(_progress: Progress) -> str:
            if (data := blobs.get(key)) is None:
                raise Refused(_("This picture has not come to this laptop yet."))
            try:
                Path(name).write_bytes(data)
            except OSError as error:
                raise Refused(_("{file} could not be written: {reason}.").format(
                    file=Path(name).name, reason=error.strerror or error)) from error
            return _("A copy is in {file}.").format(file=name)

        self.its.floor.aside.run(_("Saving a copy"), work, self.its.said.emit, self.its.said.emit)
