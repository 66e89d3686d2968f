from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import contact_points, people, special_days
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.profile_people import Someone
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
