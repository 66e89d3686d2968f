"""The sign of a person (a circle) or a business (a rounded square): a photo, or initials in a hue of their own."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from lovedesk.ui import theme

HUES = (8, 34, 60, 135, 178, 205, 255, 322)
BUSINESS_CORNER = 0.26
SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


def initials(name: str) -> str:
    """The first letters of the first and the last word that begin with one."""
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def colours(name: str) -> tuple[QColor, QColor]:
    """Tint and ink of a name, the same at each start."""
    hue = HUES[crc32(name.encode()) % len(HUES)] / 360
    tint, ink = (0.27, 0.82) if theme.tokens().dark else (0.88, 0.27)
    return QColor.fromHslF(hue, 0.30, tint), QColor.fromHslF(hue, 0.36, ink)


def paint_avatar(painter: QPainter, rect: QRectF, name: str, *, business: bool = False,
                 photo: QImage | None = None) -> None:
    """Paint the avatar of `name` into a square `rect`."""
    if photo is None or photo.isNull():
        ratio = painter.device().devicePixelRatio()
        colour, ink = colours(name)
        drawn = _drawn(initials(name), colour.rgb(), ink.rgb(), rect.width(), ratio, business=business)
        painter.drawPixmap(rect.topLeft(), drawn)
        return
    side = min(photo.width(), photo.height())
    part = QRectF((photo.width() - side) / 2, (photo.height() - side) / 2, side, side)
    painter.save()
    painter.setRenderHints(SMOOTH)
    painter.setClipPath(_shape(rect, business=business))
    painter.drawImage(rect, photo, part)
    painter.restore()


def _shape(rect: QRectF, *, business: bool) -> QPainterPath:
    corner = rect.width() * (BUSINESS_CORNER if business else 0.5)
    shape = QPainterPath()
    shape.addRoundedRect(rect, corner, corner)
    return shape


@lru_cache(maxsize=512)
def _drawn(letters: str, colour: int, ink: int, side: float, ratio: float, *, business: bool) -> QPixmap:
    """Initials in their shape, drawn for a screen of `ratio`; kept, as a list paints them with each key."""
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    room = QRectF(0, 0, side, side)
    painter = QPainter(made)
    painter.setRenderHints(SMOOTH)
    painter.fillPath(_shape(room, business=business), QColor(colour))
    font = theme.font("strong")
    font.setPointSizeF(font.pointSizeF() * side / 40)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, letters)
    painter.end()
    return made


class Avatar(QWidget):
    """The avatar as a widget of its own."""

    def __init__(self, name: str, size: int = 44, *, business: bool = False, photo: QImage | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side, self.business = size, business
        self.name, self.photo = name, photo
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_person(self, name: str, photo: QImage | None = None, *, business: bool = False) -> None:
        """Show someone else."""
        self.name, self.photo, self.business = name, photo, business
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.side, self.side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(0, 0, self.side, self.side), self.name,
                     business=self.business, photo=self.photo)
