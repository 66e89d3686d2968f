from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import followups
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from tests.conftest import TODAY
from tests.hands import all_names, enter, one, press, type_into


def test_what_is_open_stands_with_its_day_and_is_finished_by_a_tick(page: Customers, qtbot: QtBot, desk: Desk,
                                                                    halcyon: int) -> None:
    with desk.act("followup.add"):
        followups.add("Send samples", customer=halcyon, due=TODAY - dt.timedelta(1), promised=True)
        followups.add("Their measures", customer=halcyon, due=TODAY + dt.timedelta(3), theirs=True)
    boxes = [box for box in page.findChildren(QCheckBox) if box.isVisible()]
    assert [(box.text(), box.accessibleDescription()) for box in boxes] == [
        ("Send samples", "Promised, still open since yesterday"),
        ("Their measures", "Waiting for them, Fri 27 Nov")]
    press("Send samples", page, qtbot)
    assert [row.title for row in followups.open_of(halcyon)] == ["Their measures"]
    desk.undo()
    assert len(all_names(QCheckBox, page)) == 2


def test_one_more_thing_to_do_is_added_with_its_day(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Add something to do for them", page, qtbot)
    type_into(one(QLineEdit, "What is to be done", page), "Bring the cord", qtbot)
    type_into(one(QLineEdit, "By when", page), "Fri", qtbot)
    enter(qtbot)
    assert [(row.title, row.due) for row in followups.open_of(halcyon)] == [("Bring the cord", dt.date(2026, 11, 27))]
    assert "Add something to do for them" in all_names(QAbstractButton, page)
