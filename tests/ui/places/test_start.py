"""The first page tells what is chosen and what stands in its fields, and takes files of contacts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.ui.places.start import Start
from tests.hands import enter, press, type_into
from tests.ui.conftest import Show


def drop(start: Start, files: list[Path]) -> bool:
    """Drag files over the page and let them go if it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    entering.ignore()
    QApplication.sendEvent(start, entering)
    if entering.isAccepted():
        QApplication.sendEvent(start, QDropEvent(QPointF(9, 9), copy, data, left, none))
    return entering.isAccepted()


@pytest.mark.parametrize(("words", "choice"), [
    ("&Bring your contacts", "bring"), ("&Look around in a sample shop", "sample"), ("Start &empty", "empty")])
def test_each_button_tells_its_choice(words: str, choice: str, show: Show, qtbot: QtBot) -> None:
    start = Start("Mira", "Mira’s shop")
    show(start)
    with qtbot.waitSignal(start.chosen) as told:
        press(words, start, qtbot)
    assert told.args == [choice]


def test_what_was_typed_is_what_it_is_called(show: Show, qtbot: QtBot) -> None:
    start = Start("Root", "Root’s shop")
    show(start)
    assert (start.name, start.shop) == ("Root", "Root’s shop")
    type_into(start.name_line, "Mira", qtbot)
    enter(qtbot)
    assert start.shop_line.hasFocus()
    qtbot.keyClicks(start.shop_line, "Tansy & Thread")
    assert (start.name, start.shop) == ("Mira", "Tansy & Thread")


def test_enter_goes_from_field_to_field_to_the_first_button(show: Show, qtbot: QtBot) -> None:
    start = Start("Mira", "Tansy & Thread")
    show(start)
    start.name_line.setFocus()
    enter(qtbot)
    with qtbot.assertNotEmitted(start.chosen):
        enter(qtbot)
    with qtbot.waitSignal(start.chosen) as told:
        enter(qtbot)
    assert told.args == ["bring"]


def test_files_of_contacts_can_be_dropped_and_others_not(show: Show, qtbot: QtBot) -> None:
    start = Start("", "")
    show(start)
    with qtbot.waitSignal(start.dropped) as told:
        assert drop(start, [Path("/a/phone.VCF"), Path("/a/cat.png"), Path("/a/mail.csv")])
    assert told.args == [["/a/phone.VCF", "/a/mail.csv"]]
    assert not drop(start, [Path("/a/cat.png")])


def test_it_fits_the_smallest_window(show: Show, qtbot: QtBot) -> None:
    start = Start("Mira", "Tansy & Thread")
    show(start)
    least = start.minimumSizeHint()
    assert least.width() <= 1024
    assert least.height() <= 640


def test_typing_replaces_the_guessed_name_and_the_shop_follows_until_it_is_named(show: Show, qtbot: QtBot) -> None:
    start = Start("Root", "Root’s shop")
    show(start)
    qtbot.keyClicks(start.name_line, "Gus")
    assert (start.name, start.shop) == ("Gus", "Gus’s shop")
    type_into(start.shop_line, "Pipes & Daughters", qtbot)
    type_into(start.name_line, "Ana", qtbot)
    assert (start.name, start.shop) == ("Ana", "Pipes & Daughters")
