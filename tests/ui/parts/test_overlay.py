"""A panel over the window: it takes the keys, gives the focus back, and only one is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.overlay import Overlay
from tests.ui.conftest import Show


class Asking(Overlay):
    """Two fields over a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, 300, name="Asking")
        self.one, self.two = QLineEdit(), QLineEdit()
        self.body.addWidget(self.one)
        self.body.addWidget(self.two)

    def first(self) -> QWidget:
        return self.one


@pytest.fixture
def window(show: Show) -> QWidget:
    """A window with a button."""
    made = QWidget()
    made.resize(800, 600)
    QVBoxLayout(made).addWidget(QPushButton("Below"))
    return show(made)


def test_tab_stays_within_and_esc_gives_the_focus_back(window: QWidget, qtbot: QtBot) -> None:
    below = window.findChildren(QPushButton)[0]
    below.setFocus()
    asking = Asking(window)
    asking.open_up()
    assert QApplication.focusWidget() is asking.one
    for field in (asking.two, asking.one, asking.two):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is field
    qtbot.keyClick(asking.two, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is asking.one
    with qtbot.waitSignal(asking.closed):
        qtbot.keyClick(asking.one, Qt.Key.Key_Escape)
    assert not asking.isVisible()
    assert QApplication.focusWidget() is below


def test_a_click_beside_it_closes_and_one_on_it_does_not(window: QWidget, qtbot: QtBot) -> None:
    asking = Asking(window)
    asking.open_up()
    qtbot.mouseClick(asking, Qt.MouseButton.LeftButton, pos=asking.panel.geometry().center())
    assert asking.isVisible()
    qtbot.mouseClick(asking, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not asking.isVisible()


def test_only_one_is_open_and_the_last_gives_the_focus_to_the_page(window: QWidget, qtbot: QtBot) -> None:
    below = window.findChildren(QPushButton)[0]
    below.setFocus()
    first, second = Asking(window), Asking(window)
    first.open_up()
    second.open_up()
    assert not first.isVisible()
    second.close_up()
    assert QApplication.focusWidget() is below


def test_it_covers_the_window_also_when_that_grows(window: QWidget) -> None:
    asking = Asking(window)
    asking.open_up()
    window.resize(1000, 700)
    assert asking.size() == window.size()
    assert asking.panel.width() == 300
    assert abs(asking.panel.geometry().center().x() - 500) <= 1
