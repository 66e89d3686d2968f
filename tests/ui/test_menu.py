"""The menu: a checked copy, a copy put back once it is confirmed, everything written out, and the ways elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.store.desk import Desk
from lovedesk.ui.menu import Menu
from lovedesk.ui.place import Go
from lovedesk.ui.window import Window
from tests.hands import press

Asked = Callable[[object], None]


@pytest.fixture
def window(desk: Desk, ana: int, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """A window on a desk with Ana in it."""
    made = Window(qapp, Settings())
    made.show_desk(desk, Go("today"))
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def menu(window: Window) -> Menu:
    """The menu of that window."""
    return Menu(window)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Answers each dialog for files with this path, "" being Cancel."""
    def answer(path: object) -> None:
        for dialog in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, dialog, lambda *_asked: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(path))
    return answer


def pick(menu: Menu, words: str) -> None:
    """Choose a line of the menu."""
    next(action for action in menu.menu.actions() if action.text() == words).trigger()


def said(window: Window) -> str:
    return window.toast.words.text()


class Answer(QTimer):
    """Presses a button of the message box that opens next."""

    def __init__(self, words: str, qtbot: QtBot) -> None:
        super().__init__(interval=10)
        self.words, self.qtbot = words, qtbot
        self.timeout.connect(self.look)
        self.start()

    def look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.stop()
            press(self.words, box, self.qtbot)


def test_a_copy_is_made_checked_and_said(
    window: Window, menu: Menu, asked: Asked, tmp_path: Path, qtbot: QtBot,
) -> None:
    asked(tmp_path / "copy.lovedesk")
    pick(menu, "Back up…")
    qtbot.waitUntil(lambda: said(window) == "A copy was made and checked: copy.lovedesk")
    assert (tmp_path / "copy.lovedesk").stat().st_size > 0


def test_a_copy_that_cannot_be_made_is_said(
    window: Window, menu: Menu, asked: Asked, tmp_path: Path, qtbot: QtBot,
) -> None:
    (tmp_path / "file").write_text("x")
    asked(tmp_path / "file" / "copy.lovedesk")
    pick(menu, "Back up…")
    qtbot.waitUntil(lambda: "choose another folder for the copy" in said(window))
    assert window.desk is not None
    assert window.desk.check() == []


def test_everything_is_written_out_and_said(
    window: Window, menu: Menu, asked: Asked, tmp_path: Path, qtbot: QtBot,
) -> None:
    asked(tmp_path / "all.json")
    pick(menu, "Export everything…")
    qtbot.waitUntil(lambda: said(window) == "Everything was written to all.json")
    written = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert [customer["name"] for customer in written["customers"]] == ["Ana Ruiz"]


def test_an_export_that_cannot_be_written_is_said(
    window: Window, menu: Menu, asked: Asked, tmp_path: Path, qtbot: QtBot,
) -> None:
    asked(tmp_path)
    pick(menu, "Export everything…")
    qtbot.waitUntil(lambda: "is a folder. Choose a file name." in said(window))


@pytest.mark.parametrize("words", ["Back up…", "Export everything…", "Restore…"])
def test_a_dialog_that_is_cancelled_does_nothing(
    menu: Menu, asked: Asked, tmp_path: Path, qtbot: QtBot, words: str,
) -> None:
    asked("")
    before = sorted(tmp_path.iterdir())
    with qtbot.assertNotEmitted(menu.restore_wanted), qtbot.assertNotEmitted(menu.window.aside.began):
        pick(menu, words)
    assert sorted(tmp_path.iterdir()) == before


def test_a_copy_is_put_back_only_when_that_is_confirmed(menu: Menu, asked: Asked, tmp_path: Path, qtbot: QtBot) -> None:
    asked(tmp_path / "copy.lovedesk")
    keep = Answer("Keep the desk as it is", qtbot)
    with qtbot.assertNotEmitted(menu.restore_wanted):
        pick(menu, "Restore…")
    assert not keep.isActive()
    yes = Answer("Restore", qtbot)
    with qtbot.waitSignal(menu.restore_wanted) as wanted:
        pick(menu, "Restore…")
    assert wanted.args == [tmp_path / "copy.lovedesk"]
    assert not yes.isActive()


def test_one_more_folder_for_the_daily_copies_gets_one_at_closing(
    window: Window, menu: Menu, asked: Asked, tmp_path: Path,
) -> None:
    asked(tmp_path / "stick")
    pick(menu, "Keep daily copies in one more folder…")
    assert said(window) == f"At closing, a copy is kept in {tmp_path / 'stick'} too."
    window.close()
    assert [file.name for file in (tmp_path / "stick").iterdir()] == ["shop-2026-11-24.lovedesk"]


def test_it_leads_to_the_trash_the_frictions_the_import_and_the_sample(
        window: Window, menu: Menu, qtbot: QtBot) -> None:
    for words, place in (("Trash", "trash"), ("What makes it hard", "frictions"), ("Bring contacts in…", "bring")):
        pick(menu, words)
        assert window.stack.currentWidget() is window.pages[place]
    with qtbot.waitSignal(menu.sample_wanted):
        pick(menu, "Look around in the sample shop")


def test_light_and_dark_are_chosen_and_shown(menu: Menu, qtbot: QtBot) -> None:
    looks = [action for action in menu.menu.findChildren(QAction) if action.isCheckable()]
    assert [(look.text(), look.isChecked()) for look in looks] == [
        ("As the system", True), ("Light", False), ("Dark", False)]
    with qtbot.waitSignal(menu.theme_wanted) as wanted:
        looks[2].trigger()
    assert wanted.args == ["dark"]


def test_quit_closes_the_window(window: Window, menu: Menu, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        pick(menu, "Quit")
