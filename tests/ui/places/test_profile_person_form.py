from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import people, visits
from lovedesk.shop.people import PersonRow
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from tests.hands import all_names, choose, enter, one, press, type_into

TAD = "Tad Okonkwo"


def tad(halcyon: int) -> PersonRow:
    return people.at(halcyon)[1]


def test_parts_of_the_name_open_on_demand_and_each_is_kept_when_left(page: Customers, qtbot: QtBot,
                                                                     halcyon: int) -> None:
    press(TAD, page, qtbot)
    assert "Family name" not in all_names(QLineEdit, page)
    press("Parts of the name", page, qtbot)
    type_into(one(QLineEdit, "Family name", page), "Okonkwo", qtbot)
    type_into(one(QLineEdit, "Given name", page), "Tad", qtbot)
    type_into(one(QLineEdit, "Family name", page), "Adeyemi", qtbot)
    enter(qtbot)
    found = tad(halcyon)
    assert (found.name, found.given, found.family) == ("Tad Adeyemi", "Tad", "Adeyemi")
    assert "Tad Adeyemi" in all_names(QAbstractButton, page)


def test_a_wish_stands_first_beside_their_ways_and_opens_the_form_at_it(page: Customers, qtbot: QtBot, desk: Desk,
                                                                        halcyon: int) -> None:
    press(TAD, page, qtbot)
    channel = one(QComboBox, "How they wish to be reached", page)
    channel.setFocus()
    qtbot.keyClicks(channel, "Wishes a call")
    type_into(one(QLineEdit, "Best time", page), "after four", qtbot)
    enter(qtbot)
    assert (tad(halcyon).wish_channel, tad(halcyon).wish_time) == ("call", "after four")
    press("Wishes a call, after four", page, qtbot)
    assert one(QComboBox, "How they wish to be reached", page).hasFocus()


def test_planning_with_them_proposes_their_wish(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("person.change"):
        people.set_wish(tad(halcyon).id, "message")
    press("Plan a visit", page, qtbot)
    assert one(QComboBox, "By which way", page).currentText() == "Message"
    type_into(one(QLineEdit, "Day", page), "1 Dec 2026", qtbot)
    with qtbot.waitSignal(page.go) as went:
        enter(qtbot)
    planned = visits.page(went.args[0].what)
    assert planned is not None
    assert planned.channel == "message"


def test_someone_who_left_is_marked_so_and_can_be_here_again(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press(TAD, page, qtbot)
    press("Died or left…", page, qtbot)
    with qtbot.waitSignal(page.done) as said:
        choose("Has died", qtbot)
    assert said.args == ["Nothing reminds you of Tad Okonkwo any more"]
    type_into(one(QLineEdit, "Since when", page), "3 May 2026", qtbot)
    enter(qtbot)
    assert tad(halcyon).gone_on == dt.date(2026, 5, 3)
    name = "Tad Okonkwo, Died on Sun 3 May 2026, kept in memory"
    if "They are here again" not in all_names(QAbstractButton, page):
        press(name, page, qtbot)
    press("They are here again", page, qtbot)
    assert tad(halcyon).gone == ""
    assert TAD in all_names(QAbstractButton, page)
