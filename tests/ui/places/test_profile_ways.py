from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import contact_points, people, shops, special_days
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.profile_someone import Someone
from lovedesk.ui.places.profile_ways import Ways
from tests.hands import all_names, enter, one, press, type_into

ADD = "Add a number, an address or a day"
LINE = "Number, e-mail, address or birthday"


def xiomaras(page: Customers) -> Ways:
    """The chips of Xiomara."""
    return page.profile.people.findChildren(Someone)[0].ways


def chips(ways: Ways) -> list[str]:
    return [name for name in all_names(QAbstractButton, ways) if not name.startswith(ADD)]


@pytest.mark.parametrize(("typed", "chip"), [
    ("0151 496 0142", "Phone: 0151 496 0142"), ("hola@halcyon.example", "E-mail: hola@halcyon.example"),
    ("www.halcyon.example", "Web page: www.halcyon.example"), ("7 March Lane", "Address: 7 March Lane"),
    ("7 March", "Birthday: 7 March"), ("7.3.", "Birthday: 7 March"), ("7 March 1974", "Birthday: 7 March 1974"),
    ("29 Feb", "Birthday: 29 February")])
def test_one_line_understands_what_is_typed(page: Customers, qtbot: QtBot, typed: str, chip: str) -> None:
    press(f"{ADD} of Xiomara Reyes", xiomaras(page), qtbot)
    qtbot.keyClicks(one(QLineEdit, LINE, page), typed)
    enter(qtbot)
    assert chips(xiomaras(page)) == [chip]


def test_what_it_is_can_be_picked_and_a_day_that_is_none_is_refused(page: Customers, qtbot: QtBot) -> None:
    press(f"{ADD} of Xiomara Reyes", xiomaras(page), qtbot)
    line = one(QLineEdit, LINE, page)
    qtbot.keyClicks(line, "30 February")
    enter(qtbot)
    assert chips(xiomaras(page)) == ["Address: 30 February"]


def test_the_customer_has_ways_and_days_of_its_own(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press(ADD, page.profile.ways, qtbot)
    qtbot.keyClicks(one(QLineEdit, LINE, page), "11 Quay Street")
    enter(qtbot)
    assert [way.person for way in contact_points.of(halcyon)] == [None]
    assert page.profile.head.address.text() == "11 Quay Street"


def test_a_number_is_corrected_noted_and_preferred_in_place(page: Customers, qtbot: QtBot, desk: Desk,
                                                            halcyon: int) -> None:
    person = people.at(halcyon)[0].id
    with desk.act("contact.add"):
        contact_points.add("0151 496 0142", person=person)
    press("Phone: 0151 496 0142", page, qtbot)
    type_into(one(QLineEdit, "Number, e-mail or web page", page), "0151 496 0177", qtbot)
    note = one(QLineEdit, "When or how", page)
    type_into(note, "best before 8", qtbot)
    assert note.text() == "best before 8"
    press("Preferred", page, qtbot)
    assert chips(xiomaras(page))[0] == "Phone: 0151 496 0177, best before 8"
    assert contact_points.of(halcyon)[0].preferred


def test_an_address_keeps_its_lines(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("contact.add"):
        contact_points.add("11 Quay Street\nSaltmouth", kind="address", customer=halcyon)
    press("Address: 11 Quay Street, Saltmouth", page, qtbot)
    field = one(QPlainTextEdit, "Address", page)
    assert field.toPlainText() == "11 Quay Street\nSaltmouth"
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "QX1 2HA")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert chips(page.profile.ways) == ["Address: 11 Quay Street, Saltmouth"]


def test_a_day_is_corrected_and_deleted(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("day.add"):
        special_days.add("company", 5, 3, customer=halcyon)
    press("Company day: Company day 3 May", page, qtbot)
    type_into(one(QLineEdit, "Day", page), "4 May 1999", qtbot)
    enter(qtbot)
    assert chips(page.profile.ways) == ["Company day: Company day 4 May 1999"]
    press("Company day: Company day 4 May 1999", page, qtbot)
    press("Delete", page, qtbot)
    assert special_days.of(halcyon) == []
    desk.undo()
    assert [day.year for day in special_days.of(halcyon)] == [1999]


def test_a_lone_number_is_not_said_to_be_preferred_and_of_two_it_can_be_taken_away(
        page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    person = people.at(halcyon)[0].id
    with desk.act("contact.add"):
        contact_points.add("0151 496 0142", person=person, preferred=True)
        contact_points.add("11 Quay Street", kind="address", person=person)
    assert chips(xiomaras(page)) == ["Phone: 0151 496 0142", "Address: 11 Quay Street"]
    with desk.act("contact.add"):
        contact_points.add("0151 496 0177", person=person)
    press("Phone: 0151 496 0142, preferred", page, qtbot)
    press("Preferred", page, qtbot)
    assert not any(way.preferred for way in contact_points.of(halcyon))
    press("Preferred", page, qtbot)
    assert contact_points.of(halcyon)[0].preferred


def test_how_to_get_in_is_written_beside_an_address(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("contact.add"):
        contact_points.add("11 Quay Street", kind="address", customer=halcyon)
        contact_points.add("0151 496 0100", customer=halcyon)
    press("Address: 11 Quay Street", page, qtbot)
    type_into(one(QLineEdit, "How to get in", page), "Key under the pot", qtbot)
    enter(qtbot)
    assert [way.way_in for way in contact_points.of(halcyon)] == ["Key under the pot", ""]
    press("Phone: 0151 496 0100", page, qtbot)
    assert "How to get in" not in all_names(QLineEdit, page)


def test_another_day_has_the_kind_that_stands_in_its_words(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press(f"{ADD} of Xiomara Reyes", xiomaras(page), qtbot)
    kind = one(QComboBox, "What it is", page)
    kind.setFocus()
    qtbot.keyClicks(kind, "Another day")
    type_into(one(QLineEdit, LINE, page), "name day 4 May", qtbot)
    enter(qtbot)
    assert chips(xiomaras(page)) == ["name day: name day 4 May"]
    press("name day: name day 4 May", page, qtbot)
    type_into(one(QLineEdit, "What day it is", page), "Anniversary", qtbot)
    enter(qtbot)
    assert [day.kind for day in special_days.of(halcyon)] == ["anniversary"]


def test_a_leap_birthday_asks_for_other_years(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("day.add"):
        special_days.add("birthday", 2, 29, person=people.at(halcyon)[0].id)
        special_days.add("birthday", 3, 2, person=people.at(halcyon)[1].id)
    press("Birthday: 29 February", page, qtbot)
    qtbot.waitUntil(lambda: one(QAbstractButton, "1 March", page).height() > 0)
    press("1 March", page, qtbot)
    assert shops.leap_on_first()
    press("28 February", page, qtbot)
    assert not shops.leap_on_first()
    press("Birthday: 2 March", page, qtbot)
    xiomaras(page).close_form()
    assert "28 February" not in all_names(QAbstractButton, page)


def test_a_form_closes_when_its_field_is_left_for_elsewhere(page: Customers, qtbot: QtBot, desk: Desk,
                                                            halcyon: int) -> None:
    with desk.act("contact.add"):
        contact_points.add("0151 496 0142", person=people.at(halcyon)[0].id)
    press("Phone: 0151 496 0142", page, qtbot)
    type_into(one(QLineEdit, "Number, e-mail or web page", page), "0151 496 0177", qtbot)
    page.profile.head.name.setFocus()
    qtbot.waitUntil(lambda: "Number, e-mail or web page" not in all_names(QLineEdit, page))
    assert chips(xiomaras(page)) == ["Phone: 0151 496 0177"]
    assert page.profile.head.name.hasFocus()


def test_how_to_get_in_is_not_shown_while_someone_is_looking(page: Customers, qtbot: QtBot, desk: Desk,
                                                            halcyon: int) -> None:
    with desk.act("contact.add"):
        contact_points.add("11 Quay Street", kind="address", customer=halcyon)
    page.floor.settings.looking = True
    press("Address: 11 Quay Street", page, qtbot)
    assert "How to get in" not in all_names(QLineEdit, page)
