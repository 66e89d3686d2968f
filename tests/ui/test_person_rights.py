"""From the window someone is erased once it is confirmed, and what is held about them is printed for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import customers, people
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk
from lovedesk.ui import person_rights
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.place import Floor
from lovedesk.ui.places.profile_person_form import PersonForm
from lovedesk.ui.places.trash import Trash, TrashRow
from lovedesk.ui.signals import Aside
from tests.hands import press
from tests.ui.conftest import Show


class Answer(QTimer):
    """Presses a button of the message box that opens next, and keeps what it said."""

    def __init__(self, words: str, qtbot: QtBot) -> None:
        super().__init__(interval=10)
        self.words, self.qtbot, self.said = words, qtbot, ""
        self.timeout.connect(self.look)
        self.start()

    def look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.stop()
            self.said = box.text() + box.informativeText()
            press(self.words, box, self.qtbot)


@pytest.fixture
def place(desk: Desk, show: Show, qapp: QApplication) -> Iterator[Trash]:
    """The trash, which is a place like others."""
    aside = Aside(desk, qapp)
    made = Trash(Floor(desk, Settings(), aside))
    desk.listen(made.note_change)
    show(made)
    yield made
    aside.close()


def test_nobody_is_erased_unless_it_is_confirmed(desk: Desk, ana: int, place: Trash, qtbot: QtBot) -> None:
    person = people.at(ana)[0].id
    answer = Answer("Keep", qtbot)
    person_rights.erase(place, person)
    assert "Erase Ana Ruiz for good?" in answer.said
    assert "1 customer" in answer.said
    assert people.at(ana)[0].id == person
    told: list[str] = []
    place.said.connect(told.append)
    answer = Answer("Erase for good", qtbot)
    person_rights.erase(place, person)
    qtbot.waitUntil(lambda: told == ["Ana Ruiz is erased for good"])
    assert rows("select name from person") == [("",)]
    assert desk.check() == []
    person_rights.erase(place, person)
    assert "not here any more" in told[-1]


def test_from_the_trash_a_customer_goes_for_good(desk: Desk, ana: int, place: Trash, qtbot: QtBot) -> None:
    with desk.act("customer.trash"):
        customers.trash(ana)
    row = next(row for row in place.findChildren(TrashRow) if row.isVisible())
    link = next(link for link in row.findChildren(Link) if link.accessibleName() == "Erase for good: Ana Ruiz")
    told: list[str] = []
    place.said.connect(told.append)
    answer = Answer("Erase for good", qtbot)
    link.click()
    qtbot.waitUntil(lambda: told == ["Ana Ruiz is erased for good"])
    assert answer.said
    qtbot.waitUntil(place.empty.isVisible)


def test_what_is_held_is_saved_for_them(
    desk: Desk, ana: int, place: Trash, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "ana.pdf"), ""))
    told: list[str] = []
    place.said.connect(told.append)
    person_rights.save_about(place, people.at(ana)[0].id)
    assert told == ["Saved: ana.pdf"]
    assert (tmp_path / "ana.pdf").read_bytes().startswith(b"%PDF")
    person_rights.save_about(place, 5)
    assert "not here any more" in told[-1]


def test_a_person_s_form_offers_them(
    *, desk: Desk, ana: int, place: Trash, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "ana.pdf"), ""))
    form = PersonForm(place)
    show(form)
    form.show_person(people.at(ana)[0])
    form.rights.click()
    menu = form.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Print it for them…", "Save it as PDF…", "Erase for good…"]
    menu.actions()[1].trigger()
    assert (tmp_path / "ana.pdf").read_bytes().startswith(b"%PDF")
