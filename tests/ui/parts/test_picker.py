"""A picker: the wheel scrolls the page, not the choice."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.picker import Picker
from tests.ui.conftest import Show


def test_the_wheel_picks_nothing(qtbot: QtBot, show: Show) -> None:
    picker = Picker(name="Checklist")
    picker.addItems(["Good times", "Putting it right"])
    show(picker)
    wheel = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(picker, wheel)
    assert picker.currentText() == "Good times"
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert picker.currentText() == "Putting it right"
