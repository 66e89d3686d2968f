"""The ring goes around what the keyboard reached, and only then."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.buttons import Second
from lovedesk.ui.parts.focus_ring import FocusRing
from lovedesk.ui.parts.scrollpage import ScrollPage
from tests.ui.conftest import Show


class Page(QWidget):
    """A field and two buttons."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.field, self.one, self.two = QLineEdit(), Second("One"), Second("Two")
        for widget in (self.field, self.one, self.two):
            row.addWidget(widget)
        self.ring = FocusRing(cast(QApplication, QApplication.instance()), self)


@pytest.fixture
def page(show: Show) -> Page:
    page = Page()
    show(page)
    page.field.setFocus()
    return page


def around(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)


def test_tab_shows_the_ring_around_a_button(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    assert page.ring.isVisible()
    assert page.ring.geometry() == around(page.one)
    qtbot.keyClick(page.one, Qt.Key.Key_Tab)
    assert page.ring.geometry() == around(page.two)


def test_the_ring_goes_along_when_the_button_moves(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    page.resize(900, 300)
    assert page.ring.geometry() == around(page.one)
    page.one.hide()
    assert page.ring.geometry() != around(page.one) or not page.ring.isVisible()


def test_a_field_shows_its_own_focus(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    qtbot.keyClick(page.one, Qt.Key.Key_Backtab)
    assert page.field.hasFocus()
    assert not page.ring.isVisible()


def test_the_mouse_shows_no_ring(page: Page, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.one, Qt.MouseButton.LeftButton)
    assert not page.ring.isVisible()


def test_the_ring_scrolls_with_its_button(qtbot: QtBot, show: Show) -> None:
    page = ScrollPage()
    for word in "abcdefghijklmnopqrstuvwxyz":
        page.body.addWidget(Second(word))
    page.resize(300, 300)
    ring = FocusRing(cast(QApplication, QApplication.instance()), page)
    show(page)
    first = page.findChildren(Second)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    before = ring.geometry()
    page.verticalScrollBar().setValue(10)
    assert ring.geometry() == before.translated(0, -10)


def test_the_ring_goes_when_its_button_is_deleted(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.one.destroyed):
        page.one.deleteLater()
    page.field.setFocus()
    assert not page.ring.isVisible()
