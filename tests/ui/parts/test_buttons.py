"""Buttons: keys press them, the caret opens the menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.buttons import IconButton, Primary, SplitButton
from tests.ui.conftest import Show


def split(qtbot: QtBot, show: Show) -> SplitButton:
    button = SplitButton("Print day pack", "printer")
    button.add(QAction("Tomorrow", button))
    show(button)
    return button


def test_enter_presses_a_button(qtbot: QtBot, show: Show) -> None:
    button = Primary("Plan a visit", "plus")
    show(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_what_is_typed_after_a_buttons_key_comes_after_what_it_does(qtbot: QtBot, show: Show) -> None:
    button = Primary("&Plan a visit", "plus")
    show(button)
    done: list[str] = []
    button.clicked.connect(lambda: done.append("planned"))
    qtbot.keyClick(button, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert done == ["planned"]


def test_an_icon_alone_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("dots-three", "More")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "More"


def test_the_words_of_a_split_button_do_the_usual_thing(qtbot: QtBot, show: Show) -> None:
    button = split(qtbot, show)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert not button.choices.isVisible()


def test_the_caret_opens_the_menu_and_presses_nothing(qtbot: QtBot, show: Show) -> None:
    button = split(qtbot, show)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() - 10, 10))
    assert button.choices.isVisible()
    button.choices.close()


def test_alt_and_down_open_the_menu(qtbot: QtBot, show: Show) -> None:
    button = split(qtbot, show)
    qtbot.keyClick(button, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert button.choices.isVisible()
    button.choices.close()
