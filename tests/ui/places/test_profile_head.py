from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from lovedesk.shop import blobs, customers, shops
from lovedesk.shop.customers import Head
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from tests.hands import all_names, choose, enter, one, press, type_into


def head(desk: Desk, customer: int) -> Head:
    found = customers.head(customer, desk.now())
    assert found is not None
    return found


def test_who_of_us_looks_after_them_is_chosen_from_a_menu(page: Customers, qtbot: QtBot, desk: Desk,
                                                          halcyon: int) -> None:
    with desk.act("shop.set_up"):
        shops.add_keeper("Mira")
        shops.add_keeper("Jonas")
    press("Who looks after them?", page, qtbot)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Nobody in particular", "Mira", "Jonas"]
    choose("Jonas", qtbot)
    assert head(desk, halcyon).keeper == "Jonas"
    press("Jonas looks after them", page, qtbot)
    choose("Nobody in particular", qtbot)
    assert head(desk, halcyon).keeper == ""
    desk.undo()
    assert "Jonas looks after them" in all_names(QAbstractButton, page)


@pytest.mark.parametrize("whose", ["Café Halcyon", "Tad Okonkwo"])
def test_a_photo_is_pasted_shrunk_kept_and_taken_away(page: Customers, qtbot: QtBot, desk: Desk, whose: str,
                                                      halcyon: int) -> None:
    image = QImage(1000, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    face = one(QAbstractButton, f"Photo of {whose}", page)
    face.setFocus()
    with qtbot.waitSignal(page.floor.aside.ended):
        qtbot.keyClick(face, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    keys = [head(desk, halcyon).photo, *(person.photo for person in page.profile.everyone)]
    (key,) = filter(None, keys)
    kept = blobs.get(key)
    assert kept is not None
    assert QImage.fromData(kept).width() == 512
    with qtbot.waitSignal(page.done) as said:
        qtbot.keyClick(face, Qt.Key.Key_Delete)
    assert said.args == ["Photo taken away"]
    assert not any([head(desk, halcyon).photo, *(person.photo for person in page.profile.everyone)])
    desk.undo()
    assert key in [head(desk, halcyon).photo, *(person.photo for person in page.profile.everyone)]


def test_what_is_no_picture_is_said_in_the_quiet_line(page: Customers, qtbot: QtBot,
                                                      tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("photos") / "photo.jpg"
    file.write_bytes(b"no picture at all")
    with qtbot.waitSignal(page.said) as said:
        page.profile.head.face.brought.emit(file)
    assert said.args == ["This is no picture. JPEG, PNG, WebP, GIF, TIFF and BMP can be read."]


def test_since_when_a_customer_is_gone_is_said_beside_it(page: Customers, qtbot: QtBot, desk: Desk,
                                                         halcyon: int) -> None:
    press("Standing: Customer", page, qtbot)
    choose("Gone", qtbot)
    press("Standing: Gone", page, qtbot)
    choose("Since when…", qtbot)
    type_into(one(QLineEdit, "Customer since", page), "1 May 2026", qtbot)
    enter(qtbot)
    assert "Standing: Gone since May 2026" in all_names(QAbstractButton, page)
    assert head(desk, halcyon).since is None


@pytest.mark.parametrize("said", ["Enquiring", "One-off", "Gone", "Not a customer"])
def test_each_standing_is_chosen_in_the_menu_of_its_chip_and_undone(
        page: Customers, qtbot: QtBot, desk: Desk, halcyon: int, said: str) -> None:
    with desk.act("customer.set_since"):
        customers.set_since(halcyon, dt.date(2021, 3, 12))
    press("Standing: Customer since March 2021", page, qtbot)
    choose(said, qtbot)
    assert f"Standing: {said}" in all_names(QAbstractButton, page)
    press(f"Standing: {said}", page, qtbot)
    choose("Customer", qtbot)
    assert "Standing: Customer since March 2021" in all_names(QAbstractButton, page)
    desk.undo()
    assert f"Standing: {said}" in all_names(QAbstractButton, page)
