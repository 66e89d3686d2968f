from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.leaving import Leaving
from tests.ui.conftest import Show


class Page(QWidget):
    """A form of two lines, a line below it, and bare ground."""

    def __init__(self) -> None:
        super().__init__()
        self.form = QWidget()
        self.first, self.second, self.elsewhere = QLineEdit(), QLineEdit(), QLineEdit()
        inside = QVBoxLayout(self.form)
        inside.addWidget(self.first)
        inside.addWidget(self.second)
        column = QVBoxLayout(self)
        column.addWidget(self.form)
        column.addWidget(self.elsewhere)
        column.addStretch(1)
        self.resize(300, 400)
        self.leaving = Leaving(self.form)


def click(page: QWidget, where: QPoint, qtbot: QtBot) -> None:
    """A click as the screen sends it to the window."""
    window = page.windowHandle()
    assert window is not None
    qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=where)


def test_the_focus_that_goes_on_leaves_the_form_but_not_from_field_to_field(show: Show, qtbot: QtBot) -> None:
    page = Page()
    show(page)
    page.first.setFocus()
    with qtbot.assertNotEmitted(page.leaving.left, wait=30):
        page.second.setFocus()
    with qtbot.waitSignal(page.leaving.left):
        page.elsewhere.setFocus()


def test_a_click_on_the_bare_page_leaves_it_and_one_within_does_not(show: Show, qtbot: QtBot) -> None:
    page = Page()
    show(page)
    page.first.setFocus()
    with qtbot.assertNotEmitted(page.leaving.left, wait=30):
        click(page, page.second.mapTo(page, QPoint(5, 5)), qtbot)
    with qtbot.waitSignal(page.leaving.left):
        click(page, QPoint(150, 380), qtbot)


def test_what_is_hidden_is_not_left(show: Show, qtbot: QtBot) -> None:
    page = Page()
    show(page)
    page.form.hide()
    with qtbot.assertNotEmitted(page.leaving.left, wait=30):
        click(page, QPoint(150, 380), qtbot)
