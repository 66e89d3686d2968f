"""Two of us on one laptop: who sits here is switched by a picture, a key or the menu, and remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import blobs, shops
from lovedesk.store.desk import Desk
from lovedesk.ui.menu import Menu
from lovedesk.ui.parts import photos
from lovedesk.ui.place import Go
from lovedesk.ui.places.today import Today
from lovedesk.ui.window import Window
from tests.hands import press


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """A window on a desk that Mira and Jonas share."""
    with desk.act("shop.set_up"):
        shops.add_keeper("Mira")
        shops.add_keeper("Jonas")
    made = Window(qapp, Settings())
    made.show_desk(desk, Go("today"))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def greeting(window: Window) -> str:
    today = window.pages["today"]
    assert isinstance(today, Today)
    return today.title.text()


def test_a_click_on_the_picture_of_the_other_one_switches(window: Window, desk: Desk, qtbot: QtBot) -> None:
    assert window.rail.keeper.text() == "Mira"
    with qtbot.waitSignal(window.to_remember):
        press("Jonas sits here now", window, qtbot)
    assert window.rail.keeper.text() == "Jonas"
    assert [keeper.name for keeper in shops.keepers() if keeper.id == window.settings.keeper] == ["Jonas"]
    assert greeting(window) == "Good morning, Jonas"
    assert desk.who == str(window.settings.keeper)
    press("Mira sits here now", window, qtbot)
    assert greeting(window) == "Good morning, Mira"


def test_a_key_switches_too(window: Window, qtbot: QtBot) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_2, held)
    assert window.rail.keeper.text() == "Jonas"
    qtbot.keyClick(window, Qt.Key.Key_1, held)
    assert window.rail.keeper.text() == "Mira"


def test_the_menu_shows_both_and_switches(window: Window) -> None:
    menu = Menu(window)
    menu.open()
    first, second = menu.menu.actions()[:2]
    assert [first.text(), second.text()] == ["Mira sits here", "Jonas sits here"]
    assert (first.isChecked(), second.isChecked()) == (True, False)
    assert not second.icon().isNull()
    second.trigger()
    menu.menu.close()
    assert window.rail.keeper.text() == "Jonas"
    menu.open()
    assert [action.text() for action in menu.menu.actions()].count("Mira sits here") == 1
    menu.menu.close()


def test_a_picture_stands_on_the_rail_and_undo_takes_it_away(window: Window, desk: Desk) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    with desk.act("keeper.set_photo"):
        shops.set_keeper_photo(window.settings.keeper, blobs.put(photos.shrunk(image, photos.FACE)))
    face = window.rail.keeper.face
    assert face is not None and not face.isNull()
    desk.undo()
    assert window.rail.keeper.face is None


def test_one_alone_has_nobody_to_switch_to(desk: Desk, window: Window) -> None:
    desk.undo()
    assert window.rail.others == []
    assert not window.seats.actions
