"""A field saves when it is left; what is typed is never lost, and Ctrl+Z belongs to whoever has something to undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.saving_field import Refusal, SavingLine, SavingText
from tests.ui.conftest import Show

CTRL = Qt.KeyboardModifier.ControlModifier


class Page(QWidget):
    """A line, a long text and another field, with Ctrl+Z on the page."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.line = SavingLine("Ana", name="Name")
        self.long = SavingText("Likes jam", name="Notes")
        self.other = QLineEdit()
        self.undone = 0
        for field in (self.line, self.long, self.other):
            column.addWidget(field)
        undo = QAction(self)
        undo.setShortcut("Ctrl+Z")
        undo.triggered.connect(self.undo)
        self.addAction(undo)

    def undo(self) -> None:
        self.undone += 1


@pytest.fixture
def page(show: Show, qtbot: QtBot) -> Iterator[Page]:
    page = Page()
    show(page)
    page.line.setFocus()
    yield page
    page.other.setFocus()  # nothing is left waiting


def type_over(qtbot: QtBot, field: SavingLine | SavingText, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


@pytest.mark.parametrize("which", ["line", "long"])
def test_leaving_tells_a_new_text_once(page: Page, qtbot: QtBot, which: str) -> None:
    field: SavingLine | SavingText = getattr(page, which)
    type_over(qtbot, field, "Anna")
    with qtbot.waitSignal(field.left) as told:
        page.other.setFocus()
    assert told.args == ["Anna"]
    field.setFocus()
    with qtbot.assertNotEmitted(field.left):
        page.other.setFocus()


def test_enter_tells_a_line(page: Page, qtbot: QtBot) -> None:
    type_over(qtbot, page.line, "Anna")
    with qtbot.waitSignal(page.line.left):
        qtbot.keyClick(page.line, Qt.Key.Key_Return)


def test_a_long_text_is_told_after_a_pause(page: Page, qtbot: QtBot) -> None:
    type_over(qtbot, page.long, "Likes quinces")
    with qtbot.waitSignal(page.long.left, timeout=4000) as told:
        pass
    assert told.args == ["Likes quinces"]
    assert page.long.hasFocus()


@pytest.mark.parametrize("which", ["line", "long"])
def test_escape_gives_the_old_text_back(page: Page, qtbot: QtBot, which: str) -> None:
    field: SavingLine | SavingText = getattr(page, which)
    before = field.now()
    type_over(qtbot, field, "wrong")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.now() == before
    with qtbot.assertNotEmitted(field.left):
        page.other.setFocus()


@pytest.mark.parametrize("which", ["line", "long"])
def test_a_refresh_leaves_what_is_being_typed(page: Page, qtbot: QtBot, which: str) -> None:
    field: SavingLine | SavingText = getattr(page, which)
    type_over(qtbot, field, "Anna Maria")
    field.show_text("Annabel")
    assert field.now() == "Anna Maria"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.now() == "Annabel"
    field.show_text("Anja")
    assert field.now() == "Anja"


@pytest.mark.parametrize("which", ["line", "long"])
def test_undo_is_the_fields_while_something_is_typed_and_else_the_windows(
        page: Page, qtbot: QtBot, which: str) -> None:
    field: SavingLine | SavingText = getattr(page, which)
    before = field.now()
    type_over(qtbot, field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert page.undone == 0
    assert field.now() in {before, ""}  # what was typed is gone, and with it, for a line, what it replaced is back
    field.show_text(field.now())
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert page.undone == 1


def test_after_saving_undo_is_the_windows(page: Page, qtbot: QtBot) -> None:
    type_over(qtbot, page.line, "Anna")
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    qtbot.keyClick(page.line, Qt.Key.Key_Z, CTRL)
    assert page.undone == 1
    assert page.line.text() == "Anna"


def test_a_refusal_is_said_and_goes_with_the_next_key(page: Page, qtbot: QtBot) -> None:
    page.line.show_refusal("A customer needs a name.")
    assert page.line.accessibleDescription() == "A customer needs a name."
    assert [note.isVisible() for note in page.findChildren(Refusal)] == [True]
    qtbot.keyClicks(page.line, "A")
    assert not any(note.isVisible() for note in page.findChildren(Refusal))
    assert page.line.accessibleDescription() == ""


def test_a_long_text_grows_with_its_words(page: Page, qtbot: QtBot) -> None:
    before = page.long.sizeHint().height()
    page.long.show_text("line\n" * 6)
    assert page.long.sizeHint().height() > before


def test_a_refusal_goes_where_its_field_goes(page: Page, qtbot: QtBot) -> None:
    page.line.show_refusal("A customer needs a name.")
    [note] = page.findChildren(Refusal)
    page.line.hide()
    assert not note.isVisible()
    page.line.show()
    assert note.isVisible()
    page.line.deleteLater()
    with qtbot.waitSignal(note.destroyed):
        page.line = page.long  # type: ignore[assignment]  # the field is gone
