from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers
from lovedesk.shop.tables import Customer
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from tests.hands import all_names, choose, enter, one, press, type_into


def test_the_name_becomes_a_field_and_is_kept_when_left(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    page.profile.head.name.setFocus()
    qtbot.keyClick(page.profile.head.name, Qt.Key.Key_F2)
    type_into(one(QLineEdit, "Name", page), "Halcyon Bakery", qtbot)
    page.search.setFocus()
    assert customers.named("Halcyon Bakery") == [(halcyon, "Halcyon Bakery")]
    assert page.profile.head.name.isVisible()


def test_a_name_left_empty_is_refused_beside_it_and_escape_gives_it_back(page: Customers, qtbot: QtBot) -> None:
    press("Café Halcyon", page, qtbot)
    field = one(QLineEdit, "Name", page)
    type_into(field, "", qtbot)
    enter(qtbot)
    assert field.accessibleDescription() == "What is the name?"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert page.profile.head.name.isVisible()
    assert page.profile.head.name.text() == "Café Halcyon"


def test_the_standing_is_changed_from_its_chip(page: Customers, qtbot: QtBot, desk: Desk) -> None:
    press("Standing: Customer", page, qtbot)
    choose("Enquiring", qtbot)
    assert "Standing: Enquiring" in all_names(QAbstractButton, page.profile.head)
    desk.undo()
    assert "Standing: Customer" in all_names(QAbstractButton, page.profile.head)


def test_since_when_they_are_a_customer_is_typed_as_a_day(page: Customers, qtbot: QtBot) -> None:
    page.profile.head.ask_since()
    type_into(one(QLineEdit, "Customer since", page), "12 Mar 2021", qtbot)
    enter(qtbot)
    assert "Standing: Customer since March 2021" in all_names(QAbstractButton, page.profile.head)


def test_deleting_a_customer_says_it_with_an_undo(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    press("More", page, qtbot)
    with qtbot.waitSignal(page.done) as said:
        choose("Delete this customer", qtbot)
    assert said.args == ["Café Halcyon deleted"]
    assert customers.ids() == []
    desk.undo()
    assert customers.ids() == [halcyon]


def test_a_household_can_be_made_of_a_business(page: Customers, qtbot: QtBot) -> None:
    press("More", page, qtbot)
    choose("A person or household", qtbot)
    assert page.profile.known is not None
    assert page.profile.known.kind == "person"


def test_lines_of_a_file_that_were_not_understood_are_behind_a_link(page: Customers, qtbot: QtBot, desk: Desk,
                                                                    halcyon: int) -> None:
    with desk.act("customer.set_kind"):
        Customer.update(raw="X-ONE:1\nX-TWO:2").where(Customer.id == halcyon).execute()
    link = "2 lines of your file were not understood"
    assert not page.profile.raw.words.isVisible()
    press(link, page, qtbot)
    assert page.profile.raw.words.isVisible()
    assert page.profile.raw.words.text() == "X-ONE:1\nX-TWO:2"


def test_another_customer_is_shown_with_nothing_of_the_first(page: Customers, qtbot: QtBot, ana: int) -> None:
    page.open(ana)
    qtbot.waitUntil(page.profile.unknown.isVisible)
    names = all_names(QAbstractButton, page.profile)
    assert not [name for name in names if "Xiomara" in name or "Halcyon" in name]
