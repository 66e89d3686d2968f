"""The rows of the palette: groups of where one can go, painted with the letters that were hit; one is chosen."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lovedesk.shop.folding import fold
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.place import Go

HEAD, ROW, INSET, LEFT = 34, 44, 8, 20


class Going(NamedTuple):
    """A row: what it is called, a few more words, its key, and what Enter does: go somewhere or run a command."""

    name: str
    words: str
    icon: str
    does: str
    go: Go | None = None
    command: str = ""
    key: str = ""
    sheet: int = 0              # the visit whose sheet Ctrl+Enter opens


class Group(NamedTuple):
    """Rows under one heading."""

    title: str
    goings: list[Going]


def hits(name: str, typed: list[str]) -> list[tuple[int, int]]:
    """Where the typed words begin words of a name: pairs of place and length."""
    found = []
    for at, letter in enumerate(name):
        if letter.isalnum() and (at == 0 or not name[at - 1].isalnum()):
            for word in typed:
                end = next((end for end in range(at + 1, len(name) + 1) if fold(name[at:end]).startswith(word)), 0)
                if end:
                    found.append((at, end - at))
                    break
    return found


class PaletteRows(QWidget):
    """All rows at once: they are few. `chosen` tells a click."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.groups: list[Group] = []
        self.typed: list[str] = []
        self.current = 0
        self.rooms: list[tuple[QRectF, Going]] = []
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)    # else the page below is painted with each key
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_groups(self, groups: list[Group], typed: str) -> None:
        """Show these; the first is chosen."""
        self.groups = [group for group in groups if group.goings]
        self.typed = fold(typed).split()
        self.current = 0
        self._lay_out()
        self.updateGeometry()
        self.update()

    def _lay_out(self) -> None:
        self.rooms, top = [], 6.0
        for group in self.groups:
            top += HEAD
            for going in group.goings:
                self.rooms.append((QRectF(INSET, top, self.width() - 2 * INSET, ROW - 2), going))
                top += ROW
        self.tall = round(top) + 6

    def going(self) -> Going | None:
        """The row that Enter takes."""
        return self.rooms[self.current][1] if self.rooms else None

    def move_by(self, steps: int) -> None:
        """Choose another row; after the last comes the first."""
        if self.rooms:
            self.current = (self.current + steps) % len(self.rooms)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self.tall if self.rooms else 0)

    def resizeEvent(self, _event: object) -> None:
        self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        for number, (room, _going) in enumerate(self.rooms):
            if room.contains(event.position()) and number != self.current:
                self.current = number
                self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = next((going for room, going in self.rooms if room.contains(event.position())), None)
        if found is not None:
            self.chosen.emit(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t = theme.tokens()
        painter.fillRect(self.rect(), t.paper)
        number = 0
        for group in self.groups:
            first = self.rooms[number][0]
            paint_line(painter, QRectF(LEFT, first.top() - HEAD + 8, self.width() - 2 * LEFT, HEAD - 10), group.title,
                       "small_strong", t.ink2)
            for _going in group.goings:
                self._paint_row(painter, t, number)
                number += 1

    def _paint_row(self, painter: QPainter, t: theme.Tokens, number: int) -> None:
        room, going = self.rooms[number]
        if number == self.current:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.sel)
            painter.drawRoundedRect(room, 8, 8)
        icons.paint(painter, QRectF(room.left() + 13, room.center().y() - 9, 18, 18), going.icon, t.ink2)
        line = QRectF(room.left() + 44, room.top(), room.width() - 60, room.height())
        key = "Enter" if number == self.current else going.key
        line.setRight(line.right() - paint_line(painter, line, key, "small", t.ink2, right=True))
        at = self._paint_name(painter, t, line, going.name)
        paint_line(painter, line.adjusted(at + 12, 0, 0, 0), going.words, "small", t.ink2)

    def _paint_name(self, painter: QPainter, t: theme.Tokens, line: QRectF, name: str) -> float:
        """Paint a name with its hit letters; returns how wide it is."""
        at, done = 0.0, 0
        pieces = []
        for start, length in hits(name, self.typed):
            pieces += [(name[done:start], False), (name[start:start + length], True)]
            done = start + length
        for piece, hit in [*pieces, (name[done:], False)]:
            font, colour = (theme.font("strong"), t.accent) if hit else (theme.font("body"), t.ink)
            measure = QFontMetricsF(font)
            width = measure.horizontalAdvance(piece)
            room = line.adjusted(at, 0, 0, 0)
            if piece and room.width() > 0:
                room.setWidth(min(room.width(), width + 2))
                painter.setFont(font)
                painter.setPen(colour)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
                                 measure.elidedText(piece, Qt.TextElideMode.ElideRight, room.width()))
                at += width
        return at
