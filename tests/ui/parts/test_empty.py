"""An empty place invites: its sentence is whole, and its button starts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.buttons import Primary, Quiet
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.labels import WrappedLabel
from tests.ui.conftest import Show

SENTENCE = "Customers live here, with their people, what you learned about them, and when you will see them next."


def test_the_sentence_is_whole_and_the_button_starts(qtbot: QtBot, show: Show) -> None:
    primary = Primary("Add your first customer", "plus")
    empty = Empty("Who should feel at home here?", SENTENCE, primary=primary, other=Quiet("Bring in a list"))
    empty.resize(900, 600)
    show(empty)
    label = empty.findChildren(WrappedLabel)[0]
    assert label.height() >= label.heightForWidth(label.width())
    with qtbot.waitSignal(primary.clicked):
        qtbot.keyClick(primary, Qt.Key.Key_Return)
