from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import people
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.profile_someone import AVATAR, Someone
from tests.hands import all_names, choose, enter, one, press, type_into

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


def family_of(page: Customers) -> list[tuple[str, str]]:
    """Who stands in the list of people, with the words above them."""
    rows = [row for row in page.profile.people.rows.in_order() if isinstance(row, Someone)]
    return [(row.head.accessibleName(), row.caption) for row in rows]


def test_family_is_added_below_their_person_by_a_name_and_a_word(page: Customers, qtbot: QtBot, desk: Desk,
                                                                 halcyon: int) -> None:
    press(XIOMARA, page, qtbot)
    press("Add family or a pet", page, qtbot)
    type_into(one(QLineEdit, "Name of their family or pet", page), "Biscuit", qtbot)
    type_into(one(QLineEdit, "What they are to them", page), "dog", qtbot)
    enter(qtbot)
    assert family_of(page) == [
        (XIOMARA, ""), ("Biscuit, dog", "Family of Xiomara Reyes"), ("Tad Okonkwo", "")]
    assert people.at(halcyon)[2].kind == "pet"
    assert one(QAbstractButton, "Biscuit, dog", page).hasFocus()
    desk.undo()
    assert [name for name, _caption in family_of(page)] == [XIOMARA, "Tad Okonkwo"]


def test_a_name_that_is_none_is_refused_beside_it(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press(XIOMARA, page, qtbot)
    press("Add family or a pet", page, qtbot)
    enter(qtbot)
    assert "What is the name?" in one(QLineEdit, "Name of their family or pet", page).accessibleDescription()
    assert len(people.at(halcyon)) == 2


def test_what_is_typed_is_kept_when_the_form_is_left_for_elsewhere(page: Customers, qtbot: QtBot,
                                                                   halcyon: int) -> None:
    press("Tad Okonkwo", page, qtbot)
    field = one(QLineEdit, "What they do for a living", page)
    type_into(field, "retired", qtbot)
    page.profile.head.name.setFocus()
    qtbot.waitUntil(lambda: not field.isVisible())
    assert people.at(halcyon)[1].work == "retired"
    assert page.profile.head.name.hasFocus()


def test_a_click_on_the_bare_page_keeps_and_closes(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Tad Okonkwo", page, qtbot)
    field = one(QLineEdit, "Language", page)
    type_into(field, "Igbo", qtbot)
    window = page.window().windowHandle()
    assert window is not None
    qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=page.rect().bottomRight() - QPoint(30, 8))
    qtbot.waitUntil(lambda: not field.isVisible())
    assert people.at(halcyon)[1].language == "Igbo"


def test_a_name_that_cannot_be_kept_holds_its_form_open(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Tad Okonkwo", page, qtbot)
    field = one(QLineEdit, "Name", page)
    type_into(field, " ", qtbot)
    enter(qtbot)
    assert field.isVisible()
    assert "What is the name?" in field.accessibleDescription()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert people.at(halcyon)[1].name == "Tad Okonkwo"


def test_someone_who_is_there_already_becomes_family_and_is_there_themselves_again(
        page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Tad Okonkwo", page, qtbot)
    press("Whose family…", page, qtbot)
    choose("Family of Xiomara Reyes", qtbot)
    assert people.at(halcyon)[1].of_person == people.at(halcyon)[0].id
    assert family_of(page)[1] == ("Tad Okonkwo", "Family of Xiomara Reyes")
    press("Whose family…", page, qtbot)
    choose("Nobody’s: they are there themselves", qtbot)
    assert people.at(halcyon)[1].to_meet
