"""Chips: what can be taken away can be by key and by mouse; a switch switches."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.chips import Chip, SwitchChip, chip_width
from tests.ui.conftest import Show


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_removable_chip_goes_by_key(qtbot: QtBot, show: Show, key: Qt.Key) -> None:
    chip = Chip("Call", "phone", removable=True)
    show(chip)
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, key)


def test_its_cross_takes_it_away_and_its_words_do_not(qtbot: QtBot, show: Show) -> None:
    chip = Chip("Thu 26 Nov, 10:00", "calendar-blank", removable=True)
    show(chip)
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, 10))


def test_a_chip_that_only_says_something_takes_no_focus(qtbot: QtBot) -> None:
    chip = Chip("All is great", "smiley", tone="green")
    qtbot.addWidget(chip)
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert chip.accessibleName() == "All is great"


def test_a_pressable_chip_is_a_button(qtbot: QtBot, show: Show) -> None:
    chip = Chip("0151 496 0142", "phone", pressable=True)
    show(chip)
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Return)


def test_the_lock_switches_by_space_and_by_mouse(qtbot: QtBot, show: Show) -> None:
    chip = SwitchChip("only here")
    show(chip)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isChecked()


def test_a_painted_chip_and_a_widget_are_of_one_width(qtbot: QtBot) -> None:
    chip = Chip("Billing", "receipt")
    qtbot.addWidget(chip)
    assert chip.sizeHint().width() == chip_width("Billing", icon=True)
