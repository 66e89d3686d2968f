"""One of a few: one focus stop, the arrows and numbers choose, and only a person's choice is told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.pills import OneOf
from lovedesk.ui.parts.segments import Segments
from tests.ui.conftest import Show

CHOICES = [("ours", "already our customers"), ("new", "new"), ("once", "one-off")]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_arrows_choose(qtbot: QtBot, show: Show) -> None:
    pills = OneOf(CHOICES, "ours", name="Who are they?")
    show(pills)
    pills.buttons["ours"].setFocus()
    with qtbot.waitSignal(pills.chosen) as told:
        qtbot.keyClick(focused(), Qt.Key.Key_Right)
    assert told.args == ["new"]
    assert pills.value() == "new"


def test_the_number_keys_choose(qtbot: QtBot, show: Show) -> None:
    pills = OneOf(CHOICES, "ours", name="Who are they?", numbered=True)
    show(pills)
    pills.buttons["ours"].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_3)
    assert pills.value() == "once"
    qtbot.keyClick(focused(), Qt.Key.Key_9)
    assert pills.value() == "once"


def test_tab_leaves_the_pills_at_once(qtbot: QtBot, show: Show) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    pills, after = OneOf(CHOICES, "new", name="Who are they?"), QLineEdit()
    column.addWidget(pills)
    column.addWidget(after)
    show(page)
    pills.buttons["new"].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_showing_another_choice_is_not_told(qtbot: QtBot) -> None:
    pills = OneOf(CHOICES, "ours", name="Who are they?")
    qtbot.addWidget(pills)
    with qtbot.assertNotEmitted(pills.chosen):
        pills.choose("new")
        pills.choose(None)
    assert pills.value() is None


def test_a_view_is_switched_by_a_click(qtbot: QtBot, show: Show) -> None:
    views = Segments([("month", "Month"), ("agenda", "Agenda")], "month", name="View")
    show(views)
    with qtbot.waitSignal(views.chosen) as told:
        qtbot.mouseClick(views.buttons["agenda"], Qt.MouseButton.LeftButton)
    assert told.args == ["agenda"]


def test_a_chosen_pill_is_as_wide_as_before(qtbot: QtBot) -> None:
    pills = OneOf(CHOICES, None, name="Who are they?")
    qtbot.addWidget(pills)
    before = pills.sizeHint()
    pills.choose("new")
    assert pills.sizeHint() == before
