"""The rail: places by mouse and keys, and whose turn it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.rail import Rail
from tests.ui.conftest import Show

PLACES = [("today", "sun-horizon", "Today"), ("customers", "users", "Customers"),
          ("calendar", "calendar-blank", "Calendar")]


def test_a_click_goes_to_a_place(qtbot: QtBot, show: Show) -> None:
    rail = Rail(PLACES)
    show(rail)
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.mouseClick(rail.places["calendar"], Qt.MouseButton.LeftButton)
    assert told.args == ["calendar"]
    assert rail.places["calendar"].isChecked()


def test_arrows_move_the_focus_and_space_goes(qtbot: QtBot, show: Show) -> None:
    rail = Rail(PLACES)
    show(rail)
    rail.places["today"].setFocus()
    qtbot.keyClick(rail.places["today"], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rail.places["customers"]
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.keyClick(rail.places["customers"], Qt.Key.Key_Space)
    assert told.args == ["customers"]


def test_one_place_is_marked_at_a_time_without_telling(qtbot: QtBot) -> None:
    rail = Rail(PLACES)
    qtbot.addWidget(rail)
    with qtbot.assertNotEmitted(rail.chosen):
        rail.show_place("today")
        rail.show_place("customers")
    assert [key for key, place in rail.places.items() if place.isChecked()] == ["customers"]


def test_the_keeper_stands_at_the_foot(qtbot: QtBot, show: Show) -> None:
    rail = Rail(PLACES)
    show(rail)
    assert not rail.keeper.isVisible()
    rail.show_keeper("Mira Lind")
    assert rail.keeper.isVisible()
    with qtbot.waitSignal(rail.keeper_pressed):
        qtbot.mouseClick(rail.keeper, Qt.MouseButton.LeftButton)
