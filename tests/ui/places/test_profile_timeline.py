from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import details, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.customers import Customers
from tests.hands import one, press, shown, type_into


@pytest.fixture
def page(floor: Floor, qtbot: QtBot, halcyon: int, desk: Desk) -> Customers:
    """The profile of the café: a visit today, one to type in, and ten that were."""
    with desk.act("visit.plan"):
        for month in range(1, 11):
            done = touchpoints.plan([halcyon], dt.datetime(2026, month, 5, 10, 0), occasion="great", title="Tour")
            touchpoints.finish(done, now=desk.now())
        touchpoints.plan([halcyon], dt.datetime(2026, 11, 20, 10, 0), channel="call")
        touchpoints.plan([halcyon], dt.datetime(2026, 11, 24, 9, 30), title="Two stools")
    place = shown(Customers(floor), qtbot)
    place.open(halcyon)
    qtbot.waitUntil(place.profile.timeline.isVisible)
    return place


def touches(page: Customers) -> list[str]:
    model = page.profile.timeline.rows.model()
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_touches_stand_newest_first_and_say_what_they_are(page: Customers) -> None:
    assert touches(page)[:3] == [
        "Visit planned, Two stools, today, 09:30",
        "Call, sheet to type in, Xiomara Reyes and Tad Okonkwo, Fri 20 Nov, 10:00",
        "Visit, Tour  ·  nothing of value noted, Mon 5 Oct, All is great"]


def test_only_the_newest_few_are_shown_until_all_are_wanted(page: Customers, qtbot: QtBot) -> None:
    assert len(touches(page)) == 8
    press("Show more", page, qtbot)
    assert len(touches(page)) == 12


def test_a_touch_opens_by_a_click_and_by_enter(page: Customers, qtbot: QtBot) -> None:
    rows = page.profile.timeline.rows
    with qtbot.waitSignal(page.go) as went:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton,
                         pos=rows.visualRect(rows.model().index(0, 0)).center())
    assert isinstance(went.args[0], Go)
    assert went.args[0].place == "visit"
    with qtbot.waitSignal(page.go) as again:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert again.args == went.args


def test_the_head_leads_to_the_next_visit(page: Customers, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go) as went:
        press("next today at 09:30", page, qtbot)
    assert went.args == [Go("visit", page.profile.timeline.rows.records.ids[0])]


def test_it_is_narrowed_to_a_kind_and_to_words(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("detail.add"):
        details.add("A long bench", topic="plans", customer=halcyon, learned_on=desk.today())
    assert touches(page)[1] == "Plans, A long bench, today"
    press("Narrow", page, qtbot)
    press("In touch", page, qtbot)
    assert touches(page) == ["Plans, A long bench, today"]
    press("In touch", page, qtbot)
    type_into(one(QLineEdit, "Words", page), "stools", qtbot)
    assert touches(page) == ["Visit planned, Two stools, today, 09:30"]
    type_into(one(QLineEdit, "Words", page), "nowhere", qtbot)
    assert touches(page) == []
    press("Narrow", page, qtbot)
    assert len(touches(page)) == 8


def test_a_detail_of_the_timeline_opens_to_be_corrected(page: Customers, qtbot: QtBot, desk: Desk,
                                                        halcyon: int) -> None:
    with desk.act("detail.add"):
        details.add("A long bench", topic="plans", customer=halcyon, learned_on=dt.date(2026, 11, 30))
    rows = page.profile.timeline.rows
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton,
                     pos=rows.visualRect(rows.model().index(0, 0)).center())
    assert one(QPlainTextEdit, "Plans", page).hasFocus()
