from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import people
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.profile_people import AVATAR
from tests.hands import all_names, enter, one, press, type_into

XIOMARA = "Xiomara Reyes, say “see-oh-MAH-rah”, Owner"


def test_a_person_is_added_by_a_name_and_enter(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Add a person", page, qtbot)
    qtbot.keyClicks(one(QLineEdit, "Name of the new person", page), "Ines Duarte")
    enter(qtbot)
    assert [person.name for person in people.at(halcyon)] == ["Xiomara Reyes", "Tad Okonkwo", "Ines Duarte"]
    assert one(QAbstractButton, "Ines Duarte", page).hasFocus()


def test_a_persons_words_open_and_each_is_kept_when_left(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Tad Okonkwo", page, qtbot)
    say = one(QLineEdit, "How to say it", page)
    type_into(say, "oh-KON-kwoh", qtbot)
    role = one(QLineEdit, "What they do there", page)
    type_into(role, "Baker", qtbot)
    assert people.at(halcyon)[1].say == "oh-KON-kwoh"
    assert role.hasFocus()
    assert role.text() == "Baker"
    enter(qtbot)
    assert one(QAbstractButton, "Tad Okonkwo, say “oh-KON-kwoh”, Baker", page).hasFocus()


def test_escape_puts_the_form_away(page: Customers, qtbot: QtBot) -> None:
    press(XIOMARA, page, qtbot)
    field = one(QLineEdit, "What they do there", page)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_a_person_is_deleted_and_comes_back_by_undo(page: Customers, qtbot: QtBot, desk: Desk) -> None:
    press(XIOMARA, page, qtbot)
    with qtbot.waitSignal(page.done) as said:
        press("Delete this person", page, qtbot)
    assert said.args == ["Person deleted"]
    assert XIOMARA not in all_names(QAbstractButton, page)
    desk.undo()
    assert XIOMARA in all_names(QAbstractButton, page)


def test_a_face_is_whole_beside_a_single_line(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    tad = one(QAbstractButton, "Tad Okonkwo", page).parentWidget()
    assert tad is not None
    assert tad.height() >= AVATAR
