"""A small picture with what it shows and what it is kept with."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.ui.parts.thumbs import Thumbs
from lovedesk.words import _

WIDTH, HEIGHT = 168, 126
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Shown(NamedTuple):
    """A kept picture on screen; `words` say what it is kept with, and its day."""

    id: int
    name: str
    key: str
    kind: str
    words: str


class PictureTile(Pressable):
    """Pressed it opens; F2 names it, Delete takes it away, the menu key has more, left and right step on."""

    opened = Signal(object)
    renamed = Signal(object, str, object)       # the picture's id, the words, the field
    bin_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    stepped = Signal(object, int)

    def __init__(self, thumbs: Thumbs, parent: QWidget) -> None:
        super().__init__(parent)
        self.thumbs = thumbs
        self.shown: Shown | None = None
        self.line: EnterLine | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._clicked)
        thumbs.came.connect(self.update)

    def show_picture(self, picture: Shown) -> None:
        """Show a picture."""
        if self.shown is not None and self.shown.id != picture.id:
            self._put_line_away()
        self.shown = picture
        self.setAccessibleName(picture.name)
        self.setAccessibleDescription(
            _("{text}. Press to see it large; F2 names it, Delete takes it away, the menu has more").format(
                text=picture.words) if picture.words
            else _("Press to see it large; F2 names it, Delete takes it away, the menu has more"))
        self.setToolTip(_("{name}: {text}").format(name=picture.name, text=picture.words) if picture.words
                        else picture.name)
        self.update()

    def sizeHint(self) -> QSize:
        lines = 2 if self.shown is not None and self.shown.words else 1
        return QSize(WIDTH, HEIGHT + 5 + lines * _line() + 6)

    def _clicked(self) -> None:
        if self.shown is not None:
            self.opened.emit(self.shown.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.shown is None:
            return
        if event.key() == Qt.Key.Key_F2:
            self.rename()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.bin_wanted.emit(self.shown.id)
        elif event.key() in STEPS:
            self.stepped.emit(self, STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.mapToGlobal(QPoint(8, HEIGHT))
        self.menu_wanted.emit(self, at)

    def rename(self) -> None:
        """Let its words be typed in its place; Enter or leaving keeps them, Esc does not."""
        if self.shown is None:
            return
        if self.line is None:
            self.line = EnterLine(name=_("What it shows"), parent=self)
            self.line.setFont(theme.font("small"))
            self.line.entered.connect(self._entered)
            self.line.given_up.connect(self._given_up)
            self.line.editingFinished.connect(self._left)
        height = self.line.sizeHint().height()
        self.line.setGeometry(0, min(HEIGHT + 2, self.height() - height), self.width(), height)
        self.line.show_text(self.shown.name)
        self.line.setText(self.shown.name)
        self.line.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self, words: str) -> None:
        self._tell(words)
        if self.line is not None and self.line.refusal is None:
            self._given_up()

    def _left(self) -> None:
        """It was left by Tab or the mouse; Enter and Esc put it away themselves."""
        if self.line is not None and not self.line.hasFocus() and self.line.isVisible():
            if self.line.text().strip():
                self._tell(self.line.text())
            self._put_line_away()

    def _tell(self, words: str) -> None:
        if self.shown is not None and words != self.shown.name:
            self.renamed.emit(self.shown.id, words, self.line)

    def _given_up(self) -> None:
        if self.line is not None and self.shown is not None:
            self.line.setText(self.shown.name)      # leaving it keeps nothing new
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)       # by a key, so the ring is shown
        self._put_line_away()

    def _put_line_away(self) -> None:
        if self.line is not None:
            self.line.forgive()
            self.line.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shown is None:
            return
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(0, 0, WIDTH, HEIGHT)
        corners = QPainterPath()
        corners.addRoundedRect(frame, 8, 8)
        painter.fillPath(corners, t.hover)
        image = None if self.shown.kind == "application/pdf" else self.thumbs.of(self.shown.key)
        if image is not None and not image.isNull():
            painter.save()
            painter.setClipPath(corners)
            painter.drawImage(frame, image, _middle(image))
            painter.restore()
        elif image is not None or self.shown.kind == "application/pdf":
            icons.paint(painter, QRectF(WIDTH / 2 - 14, HEIGHT / 2 - 14, 28, 28), "file-text", t.ink2)
        top = HEIGHT + 5.0
        paint_line(painter, QRectF(0, top, self.width(), _line()), self.shown.name, "small",
                   t.accent if self.underMouse() else t.ink)
        paint_line(painter, QRectF(0, top + _line(), self.width(), _line()), self.shown.words, "small", t.ink3)


def _line() -> int:
    return round(QFontMetricsF(theme.font("small")).height())


def _middle(image: QImage) -> QRectF:
    """The part of a picture that fills a tile."""
    wide = min(image.width(), image.height() * WIDTH / HEIGHT)
    high = wide * HEIGHT / WIDTH
    return QRectF((image.width() - wide) / 2, (image.height() - high) / 2, wide, high)
