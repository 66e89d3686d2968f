"""What they asked for: how long it waits, and what became of it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import requests
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.profile_care_line import CareLine
from tests.conftest import TODAY
from tests.hands import all_names, enter, one, press, type_into

BENCH = "The bench before the wedding"


@pytest.fixture
def asked(desk: Desk, page: Customers, halcyon: int) -> int:
    with desk.act("request.add"):
        return requests.add(BENCH, customer=halcyon, now=desk.now(), asked_on=TODAY - dt.timedelta(5))


def second(page: Customers) -> str:
    record = one(CareLine, BENCH, page).record
    assert record is not None
    return record.second


def test_it_is_added_by_one_line_and_waits_from_today(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Add what they asked for", page.profile.asked, qtbot)
    type_into(one(QLineEdit, "Add what they asked for", page), BENCH, qtbot)
    enter(qtbot)
    assert second(page) == "asked just now, waits for a first answer"
    assert [(request.text, request.waits) for request in requests.of(halcyon)] == [(BENCH, True)]


def test_how_long_it_waits_is_said_once_and_the_first_answer_kept(page: Customers, qtbot: QtBot, asked: int) -> None:
    assert second(page) == "asked 5 days ago, waits for a first answer"
    assert all_names(Tick, page.profile.open) == []
    press(BENCH, page.profile.asked, qtbot)
    press("We have answered", page.profile.asked, qtbot)
    assert second(page) == "asked 5 days ago, answered after 5 days"


def test_what_was_done_is_written_and_it_waits_no_more(page: Customers, qtbot: QtBot, asked: int, halcyon: int) -> None:
    press(BENCH, page.profile.asked, qtbot)
    press("Done", page.profile.asked, qtbot)
    qtbot.keyClicks(one(QLineEdit, "What was done", page), "Two evenings more")
    enter(qtbot)
    assert all_names(CareLine, page.profile.asked) == []
    press("1 from before", page.profile.asked, qtbot)
    assert second(page) == "done, today · Two evenings more · answered after 5 days"
    press(BENCH, page.profile.asked, qtbot)
    press("What was done", page.profile.asked, qtbot)
    qtbot.keyClicks(one(QLineEdit, "What was done", page), "Three evenings more")
    enter(qtbot)
    assert second(page) == "done, today · Three evenings more · answered after 5 days"
    press(BENCH, page.profile.asked, qtbot)
    press("It waits again", page.profile.asked, qtbot)
    assert requests.of(halcyon)[0].waits


def test_it_is_declined_with_a_reason_and_an_alternative(page: Customers, qtbot: QtBot, asked: int,
                                                        halcyon: int) -> None:
    press(BENCH, page.profile.asked, qtbot)
    press("Declined", page.profile.asked, qtbot)
    reason = one(QLineEdit, "The honest reason", page)
    enter(qtbot)
    enter(qtbot)
    assert "honest reason" in reason.accessibleDescription()
    type_into(reason, "The foam needs three weeks", qtbot)
    enter(qtbot)
    qtbot.keyClicks(one(QLineEdit, "What we can do instead", page), "A bench of ours")
    enter(qtbot)
    found = requests.of(halcyon)[0]
    assert (found.outcome, found.reason, found.instead) == (
        "declined", "The foam needs three weeks", "A bench of ours")


def test_it_is_deleted_and_undone(page: Customers, qtbot: QtBot, asked: int, desk: Desk) -> None:
    press(BENCH, page.profile.asked, qtbot)
    press("Delete", page.profile.asked, qtbot)
    assert all_names(CareLine, page.profile.asked) == []
    desk.undo()
    assert all_names(CareLine, page.profile.asked) == [BENCH]


def test_the_hour_at_which_they_asked_can_be_told_later(
        page: Customers, qtbot: QtBot, asked: int, halcyon: int) -> None:
    press(BENCH, page.profile.asked, qtbot)
    press("When they asked", page.profile.asked, qtbot)
    qtbot.keyClicks(one(QLineEdit, "When they asked", page), "7:00")
    enter(qtbot)
    assert second(page) == "asked 2 hours ago, waits for a first answer"
    assert requests.of(halcyon)[0].asked_at == dt.datetime(2026, 11, 24, 7)
