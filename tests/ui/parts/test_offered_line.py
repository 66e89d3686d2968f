from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.offered_line import OfferedLine
from tests.ui.conftest import Show


def offered(line: OfferedLine) -> list[str]:
    """What the list that is open offers."""
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QAbstractItemView)
    model = popup.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_arrow_down_shows_all_words_and_letters_narrow_them(show: Show, qtbot: QtBot) -> None:
    line = OfferedLine(["daughter", "son", "dog"], name="What they are")
    show(line)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert offered(line) == ["daughter", "son", "dog"]
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.keyClicks(line, "do")
    assert offered(line) == ["dog"]


def test_any_words_are_kept(show: Show, qtbot: QtBot) -> None:
    line = OfferedLine(["daughter"], name="What they are")
    show(line)
    line.setFocus()
    qtbot.keyClicks(line, "godmother")
    with qtbot.waitSignal(line.left) as left:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert left.args == ["godmother"]
