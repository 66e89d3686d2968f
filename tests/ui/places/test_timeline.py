from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import details, followups, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.timeline import Timeline
from tests.hands import one, press, shown, texts, type_into


@pytest.fixture
def page(floor: Floor, qtbot: QtBot, halcyon: int, ana: int, desk: Desk) -> Timeline:
    """Something of two customers."""
    with desk.act("visit.plan"):
        touchpoints.plan([halcyon], dt.datetime(2026, 11, 25, 9, 30), title="Two stools")
        details.add("Walks with a stick", topic="need", customer=ana, learned_on=dt.date(2026, 11, 2))
        followups.finish(followups.add("Send samples", customer=ana), now=dt.datetime(2026, 11, 3, 9))
    return shown(Timeline(floor), qtbot)


def test_all_customers_stand_in_one_stream_each_with_its_name(page: Timeline) -> None:
    assert texts(page.rows) == [
        "Visit planned, Café Halcyon  ·  Two stools, tomorrow, 09:30", "Done: Send samples, Ana Ruiz, Tue 3 Nov",
        "Need, Ana Ruiz  ·  Walks with a stick, Mon 2 Nov"]


def test_it_follows_words_and_kinds(page: Timeline, qtbot: QtBot) -> None:
    press("Details", page, qtbot)
    qtbot.waitUntil(lambda: len(texts(page.rows)) == 2)
    type_into(one(QLineEdit, "Words", page), "sampl", qtbot)
    qtbot.waitUntil(lambda: texts(page.rows) == ["Done: Send samples, Ana Ruiz, Tue 3 Nov"])


def test_it_leads_back(page: Timeline, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go, check_params_cb=_is_back):
        press("Back", page, qtbot)


def _is_back(where: Go) -> bool:
    return where.place == "back"


@pytest.mark.parametrize(("row", "place"), [(0, "visit"), (1, "customers"), (2, "customers")])
def test_each_opens_what_it_names(page: Timeline, qtbot: QtBot, row: int, place: str, ana: int) -> None:
    with qtbot.waitSignal(page.go) as went:
        page.rows.setCurrentIndex(page.rows.model().index(row, 0))
        qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    assert isinstance(went.args[0], Go)
    assert went.args[0].place == place
    assert place == "visit" or went.args[0].what == ana


def test_where_nothing_is_yet_it_says_what_will_stand_there(floor: Floor, qtbot: QtBot) -> None:
    page = shown(Timeline(floor), qtbot)
    assert page.nothing.isVisible() and "stands here" in page.nothing.text()
    assert page.nothing.geometry().top() < page.height() // 2
