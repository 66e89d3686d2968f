"""Who of us sits here: two on one laptop switch by their picture at the rail's foot, by the menu or by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QImage, QKeySequence, QPainter, QPixmap

from lovedesk.shop import shops
from lovedesk.ui.parts.avatar import paint_avatar
from lovedesk.ui.parts.rail import Seat
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.ui.window import Window

SIDE = 24


class Seats(QObject):
    """Shows on the rail who sits here and who else may; `sit` changes it. `actions` are for the menu."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.actions: list[QAction] = []
        self.shown: list[Seat] = []
        window.rail.keeper_chosen.connect(self.sit)

    def show(self, otherwise: str) -> None:
        """Show who is remembered here, else the first of us; `otherwise` is what stands there without anybody."""
        keepers = shops.keepers()
        photos = shops.keeper_photos() if keepers else {}
        seats = [Seat(keeper.id, keeper.name, _face(photos.get(keeper.id, "")), number)
                 for number, keeper in enumerate(keepers, 1)]
        settings = self.window.settings
        here = next((seat for seat in seats if seat.id == settings.keeper), seats[0] if seats else None)
        settings.keeper = here.id if here else 0
        if self.window.desk is not None:
            self.window.desk.who = str(here.id) if here else ""
        self.window.rail.show_keeper(here.name if here else otherwise, here.face if here else None)
        self.window.rail.show_others([seat for seat in seats if seat is not here] if here else [])
        self._make_actions(seats, here)

    def _make_actions(self, seats: list[Seat], here: Seat | None) -> None:
        if len(seats) < 2:
            seats = []
        if [seat[:2] for seat in seats] != [seat[:2] for seat in self.shown]:
            for action in self.actions:
                self.window.removeAction(action)
                action.deleteLater()
            self.actions = [self._action(seat) for seat in seats]
            self.window.addActions(self.actions)
        self.shown = seats
        for action, seat in zip(self.actions, seats, strict=True):
            action.setChecked(seat is here)

    def dress(self) -> None:
        """Put the pictures on the actions, when they are about to be seen."""
        for action, seat in zip(self.actions, self.shown, strict=True):
            action.setIcon(_icon(seat))

    def _action(self, seat: Seat) -> QAction:
        action = QAction(_("{name} sits here").format(name=seat.name.replace("&", "&&")), self)
        action.setData(seat.id)
        action.setCheckable(True)
        action.setShortcut(QKeySequence(f"Ctrl+Shift+{seat.number}"))
        action.triggered.connect(self._triggered)
        return action

    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.sit(action.data())

    def sit(self, keeper: object) -> None:
        """Another one of us sits here from now on: what each page shows, and who does what is done."""
        if not isinstance(keeper, int) or self.window.desk is None:
            return
        self.window.keep_typed()
        changed = keeper != self.window.settings.keeper
        self.window.settings.keeper = keeper
        self.show("")
        if changed:
            self.window.to_remember.emit()
            for place in self.window.pages.values():
                place.note_change(place.shows)


def _face(key: str) -> QImage | None:
    if not key:
        return None
    from lovedesk.ui.parts import photos  # most of us have none: their start need not wait for it

    return photos.face(key)


def _icon(seat: Seat) -> QIcon:
    picture = QPixmap(QSize(SIDE, SIDE) * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_avatar(painter, QRectF(0, 0, SIDE, SIDE), seat.name, photo=seat.face)
    painter.end()
    return QIcon(picture)
