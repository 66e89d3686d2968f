from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers, links
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Go
from lovedesk.ui.places.customers import Customers
from tests.hands import all_names, enter, one, press, type_into

ADD = "Add whom they belong with"


def ties(page: Customers) -> list[str]:
    return [name for name in all_names(QAbstractButton, page.profile.links) if name != ADD]


def test_a_link_is_made_by_a_word_and_a_few_letters(page: Customers, qtbot: QtBot, ana: int, halcyon: int) -> None:
    press(ADD, page, qtbot)
    type_into(one(QLineEdit, "What they are to each other", page), "introduced by", qtbot)
    enter(qtbot)
    who = one(QLineEdit, "Who it is", page)
    assert who.hasFocus()
    qtbot.keyClicks(who, "ru")
    assert ties(page) == ["Ana Ruiz"]
    enter(qtbot)
    assert ties(page) == ["introduced by, Ana Ruiz"]
    assert [link.word for link in links.of(ana)] == ["introduced"]
    with qtbot.waitSignal(page.go) as went:
        press("introduced by, Ana Ruiz", page, qtbot)
    assert went.args == [Go("customers", ana)]


def test_nobody_found_is_said_and_a_link_without_a_word_is_refused(page: Customers, qtbot: QtBot, ana: int,
                                                                   halcyon: int) -> None:
    press(ADD, page, qtbot)
    who = one(QLineEdit, "Who it is", page)
    type_into(who, "zzz", qtbot)
    assert page.profile.links.form is not None
    assert page.profile.links.form.nobody.isVisible()
    type_into(who, "ana", qtbot)
    enter(qtbot)
    assert links.of(halcyon) == []
    assert "What are they to each other?" in one(QLineEdit, "What they are to each other", page).accessibleDescription()


def test_its_words_are_changed_and_it_is_taken_away_by_keys(page: Customers, qtbot: QtBot, desk: Desk, ana: int,
                                                            halcyon: int) -> None:
    with desk.act("link.add"):
        links.add("neighbour of", from_customer=halcyon, to_customer=ana)
    tie = one(QAbstractButton, "neighbour of, Ana Ruiz", page)
    qtbot.keyClick(tie, Qt.Key.Key_F2)
    type_into(one(QLineEdit, "What they are to each other", page), "landlord of", qtbot)
    enter(qtbot)
    assert ties(page) == ["landlord of, Ana Ruiz"]
    assert links.of(ana)[0].word == "tenant of"
    with qtbot.waitSignal(page.done) as said:
        qtbot.keyClick(one(QAbstractButton, "landlord of, Ana Ruiz", page), Qt.Key.Key_Delete)
    assert said.args == ["Link deleted"]
    assert ties(page) == []
    desk.undo()
    assert ties(page) == ["landlord of, Ana Ruiz"]


def test_escape_puts_the_form_away(page: Customers, qtbot: QtBot) -> None:
    press(ADD, page, qtbot)
    word = one(QLineEdit, "What they are to each other", page)
    qtbot.keyClick(word, Qt.Key.Key_Escape)
    assert not word.isVisible()
    assert QApplication.focusWidget() is one(QAbstractButton, ADD, page)


def test_those_who_are_found_are_seen(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("customer.add"):
        for number in range(7):
            customers.add(f"Ana {number}")
    page.resize(1188, 420)
    press(ADD, page, qtbot)
    type_into(one(QLineEdit, "Who it is", page), "ana", qtbot)
    last = one(QAbstractButton, "Ana 6", page)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
