"""How this laptop reminds: what is ticked and chosen is remembered here, and starting with the session is an entry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from lovedesk.mishaps import Refused
from lovedesk.ui import autostart
from lovedesk.ui.place import Floor
from lovedesk.ui.places.shop import Shop
from tests.hands import one, press, shown


@pytest.fixture
def place(floor: Floor, qtbot: QtBot) -> Shop:
    """The shop's page."""
    return shown(Shop(floor), qtbot, (1188, 2400))


def test_what_is_chosen_is_remembered(place: Shop, floor: Floor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.to_remember):
        qtbot.mouseClick(one(QRadioButton, "60 min", place), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(one(QRadioButton, "14 days", place), Qt.MouseButton.LeftButton)
    assert (floor.settings.before, floor.settings.ahead, floor.settings.reminders) == (60, 14, True)
    with qtbot.waitSignal(place.to_remember):
        press("Remind while Lovedesk is running", place, qtbot)
    assert not floor.settings.reminders
    assert not one(QRadioButton, "60 min", place).isEnabled()


def test_without_a_tray_nothing_can_stay_in_it(place: Shop) -> None:
    stays = one(QCheckBox, "Stay in the tray when the window is closed", place)
    assert not stays.isEnabled()
    assert stays.accessibleDescription() == "This system shows no tray."


def test_starting_with_the_session_is_switched_on_and_off(place: Shop, qtbot: QtBot) -> None:
    press("Start with the session", place, qtbot)
    assert autostart.is_on()
    press("Start with the session", place, qtbot)
    assert not autostart.is_on()


def test_an_entry_that_cannot_be_made_is_said_and_not_ticked(
    place: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*, on: bool) -> None:
        raise Refused("no room")

    monkeypatch.setattr(autostart, "switch", refuse)
    with qtbot.waitSignal(place.said) as said:
        press("Start with the session", place, qtbot)
    assert said.args == ["no room"]
    assert not one(QCheckBox, "Start with the session", place).isChecked()
