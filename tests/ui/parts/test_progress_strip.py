"""Progress: it says what is being done, and Cancel asks once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.progress_strip import ProgressStrip
from tests.ui.conftest import Show


def test_work_is_shown_and_can_be_cancelled_once(qtbot: QtBot, show: Show) -> None:
    page = QWidget()
    strip = ProgressStrip()
    QVBoxLayout(page).addWidget(strip)
    show(page)
    assert not strip.isVisible()
    strip.show_work("Reading 10,000 cards", 4, 10)
    assert strip.isVisible()
    assert (strip.bar.value(), strip.bar.maximum()) == (4, 10)
    with qtbot.waitSignal(strip.cancelled):
        qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    strip.show_work("Taking it back")
    assert not strip.button.isEnabled()
    strip.hide()
    strip.show_work("Reading again")
    assert strip.button.isEnabled()
