"""The quiet line: it says, it can be taken back, it goes, and stays while it is used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.toast import Toast
from tests.ui.conftest import Show


def toast_in_window(show: Show) -> Toast:
    window = QWidget()
    window.resize(800, 500)
    show(window)
    return Toast(window)


def test_undo_is_told_and_the_line_goes(qtbot: QtBot, show: Show) -> None:
    toast = toast_in_window(show)
    toast.say("Visit deleted")
    with qtbot.waitSignal(toast.undo):
        qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_what_cannot_be_undone_offers_no_undo(show: Show) -> None:
    toast = toast_in_window(show)
    toast.say("Nothing to undo", undo=False)
    assert toast.isVisible()
    assert not toast.button.isVisible()


def test_it_goes_by_itself(qtbot: QtBot, show: Show) -> None:
    toast = toast_in_window(show)
    toast.timer.setInterval(20)
    toast.say("Visit deleted")
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_it_stays_while_it_is_pointed_at(qtbot: QtBot, show: Show) -> None:
    toast = toast_in_window(show)
    toast.say("Visit deleted")
    middle = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    assert not toast.timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.timer.isActive()


def test_it_stays_while_it_has_the_focus(qtbot: QtBot, show: Show) -> None:
    toast = toast_in_window(show)
    toast.timer.setInterval(20)
    toast.say("Visit deleted")
    toast.button.setFocus()
    with qtbot.waitSignal(toast.timer.timeout):
        pass
    assert toast.isVisible()


def test_it_stays_in_the_middle_of_the_foot(qtbot: QtBot, show: Show) -> None:
    toast = toast_in_window(show)
    toast.say("A very long sentence about what was done, that would be wider than the window " * 3)
    window = toast.window()
    window.resize(600, 400)
    assert window.rect().contains(toast.geometry())
    assert abs(toast.mapTo(window, QPoint(toast.width() // 2, 0)).x() - 300) <= 1
