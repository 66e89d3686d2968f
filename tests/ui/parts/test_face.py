from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from lovedesk.store.desk import Desk
from lovedesk.ui.parts.face import Face
from tests.hands import choose
from tests.ui.conftest import Show


@pytest.fixture
def face(show: Show, desk: Desk) -> Face:
    made = Face(52)
    made.show_person("Ana Ruiz", "")
    show(made)
    made.setFocus()
    return made


def copied(colour: str) -> QImage:
    """A picture that lies on the clipboard."""
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    QGuiApplication.clipboard().setImage(image)
    return image


def test_it_says_whose_it_is_and_what_can_be_done(face: Face) -> None:
    assert face.accessibleName() == "Photo of Ana Ruiz"
    assert face.accessibleDescription() == "Press, drop a picture here, or paste one"


def test_a_picture_is_pasted_by_the_key_and_from_the_menu(face: Face, qtbot: QtBot) -> None:
    image = copied("teal")
    with qtbot.waitSignal(face.brought) as brought:
        qtbot.keyClick(face, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert brought.args[0].size() == image.size()
    qtbot.keyClick(face, Qt.Key.Key_Return)
    with qtbot.waitSignal(face.brought):
        choose("Paste the copied picture", qtbot)


def test_a_photo_is_taken_away_by_a_key_and_from_the_menu(face: Face, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Ana")
    with qtbot.assertNotEmitted(face.removed):
        qtbot.keyClick(face, Qt.Key.Key_Delete)
    qtbot.mouseClick(face, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Choose a photo…"]
    menu.close()
    face.show_person("Ana Ruiz", "key")
    with qtbot.waitSignal(face.removed):
        qtbot.keyClick(face, Qt.Key.Key_Delete)
    qtbot.mouseClick(face, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(face.removed):
        choose("Take the photo away", qtbot)


def test_a_picture_is_dropped_and_a_text_is_not_taken(face: Face, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "ana.jpg"))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(face, entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(face.brought) as brought:
        QApplication.sendEvent(face, QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert brought.args == [tmp_path / "ana.jpg"]
    data.setUrls([])
    data.setText("ana")
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    entering.ignore()
    QApplication.sendEvent(face, entering)
    assert not entering.isAccepted()
