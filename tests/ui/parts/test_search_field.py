"""The search field: its cross, and letting go of what was typed."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.search_field import SearchField


def test_it_goes_on_when_its_action_is_no_longer_held(qtbot: QtBot) -> None:
    field = SearchField("Search")
    qtbot.addWidget(field)
    shiboken6.invalidate(field.actions()[0])
    with qtbot.waitSignal(field.sought):
        qtbot.keyClicks(field, "a")
    assert field.actions()[0].isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not field.actions()[0].isVisible()
