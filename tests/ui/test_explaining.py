"""F1 says what the page that is shown is for, closes by any step back into it, and takes nothing with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.store.desk import Desk
from lovedesk.ui.explaining import Explaining, Reading
from lovedesk.ui.menu import Menu
from lovedesk.ui.place import Go
from lovedesk.ui.places_explained import EVERYWHERE, EXPLAINED
from lovedesk.ui.window import Window
from tests.hands import press


@pytest.fixture
def window(desk: Desk, ana: int, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """A window on a desk with Ana in it, with its menu."""
    made = Window(qapp, Settings())
    Menu(made)
    made.resize(1024, 640)
    made.show_desk(desk, Go("today"))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def said(window: Window) -> list[str]:
    """The words that lie over the page."""
    return [label.text() for over in window.findChildren(Explaining) if over.isVisible()
            for label in over.findChildren(QLabel)]


def press_f1(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)


@pytest.mark.parametrize("place", EXPLAINED)
def test_f1_says_what_each_page_is_for_and_its_keys(window: Window, qtbot: QtBot, place: str) -> None:
    window.go(Go(place))
    press_f1(window, qtbot)
    there = EXPLAINED[place]
    assert {there.title, there.words} <= set(said(window))
    assert {words for key in (*there.keys, *EVERYWHERE) for words in key} <= set(said(window))


def test_a_screen_reader_reads_it_as_one(window: Window, qtbot: QtBot) -> None:
    press_f1(window, qtbot)
    reading = QApplication.focusWidget()
    assert isinstance(reading, Reading)
    assert reading.accessibleName() == "Today"
    assert reading.accessibleDescription().startswith(EXPLAINED["today"].words)
    assert "Ctrl+K: Go to anything by a few letters" in reading.accessibleDescription()


def test_the_longest_fits_the_smallest_window(window: Window, qtbot: QtBot) -> None:
    window.go(Go("calendar"))
    press_f1(window, qtbot)
    [reading] = window.findChildren(Reading)
    assert reading.verticalScrollBar().maximum() == 0
    [over] = window.findChildren(Explaining)
    assert window.rect().contains(over.panel.geometry())


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_esc_or_f1_closes_it_and_the_focus_goes_back(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    window.seek()
    before = QApplication.focusWidget()
    press_f1(window, qtbot)
    assert "Customers" in said(window)
    qtbot.keyClick(QApplication.focusWidget() or window, key)
    assert not said(window)
    assert QApplication.focusWidget() is before


def test_its_cross_closes_it(window: Window, qtbot: QtBot) -> None:
    press_f1(window, qtbot)
    press("Close (Esc)", window, qtbot)
    assert not said(window)


def test_a_key_that_leads_elsewhere_closes_it(window: Window, qtbot: QtBot) -> None:
    press_f1(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.pages["checklists"]
    assert not said(window)


def test_a_key_of_the_page_does_what_it_says_and_the_page_is_free(window: Window, qtbot: QtBot) -> None:
    window.go(Go("calendar"))
    press_f1(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert not said(window)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.pages["calendar"].isAncestorOf(focused)


def test_the_menu_and_the_palette_have_it(window: Window, qtbot: QtBot) -> None:
    [action] = [one for one in window.findChildren(QAction) if one.text() == "What this page is for"]
    action.trigger()
    assert "Today" in said(window)
    action.trigger()
    window.go_to()
    assert window.goto is not None
    window.goto.palette.line.setText("what this page")
    assert not said(window)
    qtbot.keyClick(window.goto.palette.line, Qt.Key.Key_Return)
    assert "Today" in said(window)


def test_before_there_is_a_desk_there_is_nothing_to_explain(qapp: QApplication, qtbot: QtBot) -> None:
    window = Window(qapp, Settings())
    qtbot.addWidget(window)
    Menu(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    press_f1(window, qtbot)
    assert not said(window)
