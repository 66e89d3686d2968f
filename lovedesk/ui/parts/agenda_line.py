"""A line of an agenda: a sign, when, what, and quiet words; in a column on two lines, on a wide page on one."""

from __future__ import annotations

import datetime as dt
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.avatar import paint_avatar
from lovedesk.ui.parts.chips import Tone, chip_width, paint_chip
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.ui.parts.tick import BOX, TEXT_LEFT, Tick
from lovedesk.words import _, near, weekday

WHEN = 96               # the room for the day or the time on a wide page
SOON = 6                # days in which a weekday alone says which day
WIDE_HEIGHT, CHIP_HEIGHT, FACE = 32, 20, 22


class Line(NamedTuple):
    """What a line says. The chip, and the face of the keeper where there are two, stand on a wide page alone."""

    title: str
    second: str = ""
    when: str = ""
    when_token: str = "ink2"
    icon: str = ""
    icon_token: str = "ink2"
    chip: str = ""
    chip_icon: str = ""
    chip_tone: Tone = "neutral"
    strong: bool = False
    keeper: str = ""
    photo: str = ""             # of the keeper


def when_words(day: dt.date | None, clock: str, today: dt.date) -> str:
    """When something is, short: "today", "tomorrow", "Wed 10:00", "Tue 1 Dec"."""
    if day is None:
        return _("no day")
    if clock and 0 < (day - today).days <= SOON:
        return _("{day} {time}").format(day=weekday(day), time=clock)
    return near(day, today)


def wide_height() -> int:
    """How high a line is on a wide page."""
    return max(WIDE_HEIGHT, ceil(QFontMetricsF(theme.font("body")).height()) + 12)


def paint_wide(painter: QPainter, room: QRectF, line: Line, *, faint: bool = False) -> None:
    """Paint all but the sign on one line."""
    t = theme.tokens()
    middle = QRectF(room).adjusted(TEXT_LEFT, 0, 0, 0)
    if line.keeper:
        face = QRectF(room.right() - FACE, room.center().y() - FACE / 2, FACE, FACE)
        paint_avatar(painter, face, line.keeper, photo=photos.face(line.photo))
        middle.setRight(face.left() - 10)
        room = room.adjusted(0, 0, -FACE - 10, 0)
    if line.chip:
        width = chip_width(line.chip, icon=bool(line.chip_icon))
        chip = QRectF(room.right() - width, room.center().y() - CHIP_HEIGHT / 2, width, CHIP_HEIGHT)
        paint_chip(painter, chip, line.chip, icon=line.chip_icon, tone=line.chip_tone)
        middle.setRight(chip.left() - 10)
    paint_line(painter, QRectF(middle.left(), middle.top(), WHEN - 8, middle.height()), line.when, "body",
               t.colour(line.when_token))
    middle.setLeft(middle.left() + WHEN)
    ink = t.ink3 if faint else t.ink
    taken = paint_line(painter, middle, line.title, "strong" if line.strong else "body", ink)
    middle.setLeft(middle.left() + taken + 1)
    if middle.width() > 40:
        paint_line(painter, middle, line.second, "body", t.ink3 if faint else t.ink2)


class WideTick(Tick):
    """A box to tick with its day before the words, on one line."""

    line = Line("")

    def show_line(self, line: Line) -> None:
        """Say this."""
        self.line = line
        self.setToolTip(line.title)
        self.update()

    def heightForWidth(self, _width: int) -> int:
        return wide_height()

    def sizeHint(self) -> QSize:
        return QSize(400, wide_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_mark(painter, QPointF(1, (self.height() - BOX) / 2))
        paint_wide(painter, QRectF(self.rect()), self.line, faint=self.isChecked())


class EntryLine(Pressable):
    """A line that opens what it names: a visit, a sheet to type in, a birthday."""

    def __init__(self, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wide = wide
        self.line = Line("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_line(self, line: Line) -> None:
        """Say this."""
        self.line = line
        said = ", ".join(part for part in (line.title, line.second, line.when, line.chip, line.keeper) if part)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self.wide:
            return QSize(400, wide_height())
        words = QFontMetricsF(theme.font("body")).height() + QFontMetricsF(theme.font("small")).height()
        return QSize(200, ceil(words) + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(TEXT_LEFT + 60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        line, first = self.line, QFontMetricsF(theme.font("body")).height()
        top = (self.height() - BOX) / 2 if self.wide else 4 + (first - BOX) / 2
        icons.paint(painter, QRectF(1, top, BOX, BOX), line.icon, t.colour(line.icon_token))
        if self.wide:
            paint_wide(painter, QRectF(self.rect()), line)
            return
        room = QRectF(TEXT_LEFT, 4, self.width() - TEXT_LEFT, first)
        taken = paint_line(painter, room, line.when, "small", t.colour(line.when_token), right=True)
        paint_line(painter, room.adjusted(0, 0, -taken, 0), line.title, "body", t.ink)
        second = QRectF(room.left(), room.bottom() + 1, room.width(), QFontMetricsF(theme.font("small")).height())
        paint_line(painter, second, line.second, "small", t.ink2)
