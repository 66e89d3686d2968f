"""The rows of what fell due: what it is, for whom, since when; one key each does something with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter

from lovedesk.shop.catching_up import SHEET, Fallen
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.ui.place import Place
from lovedesk.words import _, near, ngettext

KEYS = {Qt.Key.Key_D: "finish", Qt.Key.Key_1: "finish", Qt.Key.Key_L: "later", Qt.Key.Key_2: "later",
        Qt.Key.Key_X: "drop", Qt.Key.Key_3: "drop", Qt.Key.Key_Delete: "drop"}


class FallenDelegate(RowDelegate):
    """A sign of its kind, what it is, since when, and for whom."""

    def __init__(self, place: Place) -> None:
        super().__init__(self.row_of)
        self.place = place

    def row_of(self, thing: Fallen) -> Row:
        """What a row says."""
        return Row(title_of(thing), near(thing.day, self.place.desk.today()), second_of(thing))

    def paint_row(self, painter: QPainter, room: QRectF, record: Any) -> None:
        t = theme.tokens()
        row, middle = self.row_of(record), room.center().y()
        sign, token = sign_of(record)
        icons.paint(painter, QRectF(room.left(), middle - 10, 20, 20), sign, t.colour(token))
        first = QFontMetricsF(theme.font("strong")).height() + 3
        line = QRectF(room.left() + 36, middle - first, room.width() - 36, first)
        taken = paint_line(painter, line, row.when, "small", t.ink2, right=True)
        paint_line(painter, line.adjusted(0, 0, -taken - 8, 0), row.name, "strong", t.ink)
        paint_line(painter, QRectF(line.left(), middle, line.width(), first - 1), row.second, "small", t.ink2)


def title_of(thing: Fallen) -> str:
    """What is to be done, or whose sheet waits."""
    if thing.kind != SHEET:
        return thing.title
    return _("Sheet to type in: {customer}").format(customer=thing.customer or thing.title)


def second_of(thing: Fallen) -> str:
    """For whom, and what it is to them."""
    if thing.kind == SHEET:
        parts = [thing.title if thing.customer else "", _("{name} went").format(name=thing.keeper)
                 if thing.keeper else ""]
    else:
        parts = [_("Waiting for them") if thing.theirs else _("Promised") if thing.promised else "", thing.customer,
                 thing.person if thing.person != thing.customer else "", thing.keeper]
    if thing.before:
        parts.append(ngettext("{n} more before it", "{n} more before it", thing.before).format(n=thing.before))
    return " · ".join(part for part in parts if part)


def sign_of(thing: Fallen) -> tuple[str, str]:
    """The icon of its kind, and its colour."""
    if thing.kind == SHEET:
        return "pencil-line", "ink2"
    if thing.theirs:
        return "arrow-bend-up-left", "waterink"
    return ("handshake", "amber") if thing.promised else ("check-circle", "ink2")


class FallenList(RecordList):
    """Arrows move; `finish_wanted`, `later_wanted` and `drop_wanted` tell what a key asks for."""

    finish_wanted = Signal()
    later_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__(FallenDelegate(place), name=_("What fell due"), several=True)
        self.wanted = {"finish": self.finish_wanted, "later": self.later_wanted, "drop": self.drop_wanted}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = KEYS.get(Qt.Key(event.key()))
        if asked and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.wanted[asked].emit()
            return
        super().keyPressEvent(event)
