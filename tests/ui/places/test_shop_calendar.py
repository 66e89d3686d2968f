"""The calendar's section of the shop's page: where it is kept, and what stands in it, remembered by this laptop."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Floor
from lovedesk.ui.places.shop import Shop
from tests.hands import all_names, one, press, shown


def test_a_folder_is_chosen_and_let_go(floor: Floor, qtbot: QtBot, tmp_path: Path,
                                       monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    place = shown(Shop(floor), qtbot)
    assert "Birthdays and days" not in all_names(Tick, place)
    with qtbot.waitSignal(place.to_remember):
        press("Choose a &folder…", place, qtbot)
    assert floor.settings.calendar_folder == str(tmp_path)
    one(Tick, "Birthdays and days", place).click()
    assert floor.settings.calendar_without == "days"
    press("Keep &none", place, qtbot)
    assert floor.settings.calendar_folder == ""
    assert "Keep none" not in all_names(QAbstractButton, place)
