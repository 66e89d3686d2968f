"""What is easy for them, what is hard, and what was agreed: read, added and changed where it stands."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.shop import accommodations, agreements, chasing, customers, frictions, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.profile_care_line import CareLine
from tests.conftest import TODAY
from tests.hands import all_names, enter, one, press, type_into

ADD_EASE, ADD_HARD = "Add what makes it easy for them", "Add what makes it hard for them"


def lines(section: QWidget) -> list[str]:
    return all_names(CareLine, section)


def second(page: Customers, text: str) -> str:
    record = one(CareLine, text, page).record
    assert record is not None
    return record.second


def test_what_we_do_is_added_by_one_line(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press(ADD_EASE, page.profile.easy, qtbot)
    type_into(one(QLineEdit, ADD_EASE, page), "One bill a month", qtbot)
    enter(qtbot)
    assert lines(page.profile.easy) == ["One bill a month"]
    assert second(page, "One bill a month") == "since November 2026"
    assert not all_names(QLineEdit, page.profile.easy)
    assert [row.since for row in accommodations.of(halcyon)] == [TODAY]


def test_what_makes_it_hard_for_others_is_offered(page: Customers, qtbot: QtBot, desk: Desk, ana: int,
                                                  halcyon: int) -> None:
    with desk.act("friction.add"):
        frictions.add("The bill no one understands", customer=ana, on=TODAY)
    press("What makes it hard?", page, qtbot)
    line = one(QLineEdit, ADD_HARD, page)
    qtbot.keyClicks(line, "bill")
    completer = line.completer()
    assert completer.currentCompletion() == "The bill no one understands"
    type_into(line, "The bill no one understands", qtbot)
    enter(qtbot)
    assert lines(page.profile.easy) == ["The bill no one understands"]
    assert [friction.open for friction in frictions.shared()] == [2]


def test_what_is_hard_is_not_seen_while_someone_is_looking(page: Customers, desk: Desk, halcyon: int) -> None:
    with desk.act("friction.add"):
        stairs = frictions.add("The stairs", customer=halcyon, on=TODAY)
        accommodations.add("We carry it up", customer=halcyon, since=TODAY, friction=stairs)
        call = touchpoints.plan([halcyon], desk.now() - dt.timedelta(1), channel="call")
        touchpoints.finish(call, now=desk.now())
        chasing.set_chased(call, True)
    assert lines(page.profile.easy) == ["We carry it up", "The stairs"]
    assert page.profile.easy.chased.isVisible()
    page.floor.settings.looking = True
    page.refresh()
    assert lines(page.profile.easy) == ["We carry it up"]
    assert "stairs" not in second(page, "We carry it up")
    assert "What makes it hard?" not in all_names(QAbstractButton, page.profile.easy)
    assert not page.profile.easy.chased.isVisible()
    page.floor.settings.looking = False
    page.refresh()
    assert lines(page.profile.easy) == ["We carry it up", "The stairs"]


@pytest.fixture
def stairs(desk: Desk, page: Customers, halcyon: int) -> int:
    with desk.act("friction.add"):
        return frictions.add("The stairs", customer=halcyon, on=TODAY)


def test_a_friction_gets_an_answer_and_is_mended(page: Customers, qtbot: QtBot, stairs: int, halcyon: int,
                                                 desk: Desk) -> None:
    press("The stairs", page.profile.easy, qtbot)
    press("What we do about it", page.profile.easy, qtbot)
    qtbot.keyClicks(one(QLineEdit, "What we do about it", page), "We carry")
    enter(qtbot)
    assert [(row.text, row.friction) for row in accommodations.standing(halcyon)] == [("We carry", stairs)]
    assert second(page, "We carry") == "since November 2026, for: The stairs"
    assert second(page, "The stairs") == "hard for them, made easier"
    press("The stairs", page.profile.easy, qtbot)
    with qtbot.waitSignal(page.done) as said:
        press("It is mended", page.profile.easy, qtbot)
    assert said.args == ["Mended"]
    assert lines(page.profile.easy) == ["We carry"]
    press("1 from before", page.profile.easy, qtbot)
    assert second(page, "The stairs") == "was hard, mended November 2026"
    desk.undo()
    assert frictions.of(halcyon)[0].mended_on is None


def test_words_are_changed_and_a_line_taken_away_by_keys(page: Customers, qtbot: QtBot, stairs: int,
                                                         halcyon: int) -> None:
    line = one(CareLine, "The stairs", page)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_F2)
    type_into(one(QLineEdit, "In other words", page), "The steep stairs", qtbot)
    enter(qtbot)
    assert lines(page.profile.easy) == ["The steep stairs"]
    line = one(CareLine, "The steep stairs", page)
    assert line.hasFocus()
    with qtbot.waitSignal(page.done):
        qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert frictions.of(halcyon) == []


def test_an_empty_line_is_refused_beside_it(page: Customers, qtbot: QtBot, stairs: int, halcyon: int) -> None:
    press("The stairs", page.profile.easy, qtbot)
    field = one(QLineEdit, "In other words", page)
    type_into(field, " ", qtbot)
    enter(qtbot)
    assert field.accessibleDescription() == "What makes it hard for them?"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert frictions.of(halcyon)[0].text == "The stairs"


def test_how_often_they_chased_us_is_said_quietly(page: Customers, desk: Desk, halcyon: int) -> None:
    assert not page.profile.easy.chased.isVisible()
    with desk.act("visit.plan"):
        call = touchpoints.plan([halcyon], desk.now() - dt.timedelta(3), channel="call")
        touchpoints.finish(call, now=desk.now())
        chasing.set_chased(call, True)
    assert page.profile.easy.chased.text() == "They had to chase us once in a year"


def test_an_agreement_is_added_its_side_and_day_said_and_ended(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Add what was agreed", page.profile.agreed, qtbot)
    type_into(one(QLineEdit, "Add what was agreed", page), "Rush work two weeks ahead", qtbot)
    enter(qtbot)
    assert second(page, "Rush work two weeks ahead") == "both sides, November 2026"
    press("Rush work two weeks ahead", page.profile.agreed, qtbot)
    press("Their word", page.profile.agreed, qtbot)
    press("Rush work two weeks ahead", page.profile.agreed, qtbot)
    press("Since when", page.profile.agreed, qtbot)
    day = one(QLineEdit, "Since when", page)
    type_into(day, "soon", qtbot)
    enter(qtbot)
    assert "No day can be read" in day.accessibleDescription()
    type_into(day, "12 Mar 2023", qtbot)
    enter(qtbot)
    assert second(page, "Rush work two weeks ahead") == "their word, March 2023"
    press("Rush work two weeks ahead", page.profile.agreed, qtbot)
    press("It holds no more", page.profile.agreed, qtbot)
    assert lines(page.profile.agreed) == []
    assert agreements.of(halcyon)[0].ended_on == TODAY
    assert one(QAbstractButton, "Add what was agreed", page).hasFocus()


def test_another_customer_has_none_of_it(page: Customers, qtbot: QtBot, stairs: int, desk: Desk) -> None:
    press("The stairs", page.profile.easy, qtbot)
    with desk.act("customer.add"):
        other = customers.add("Roxy Cinema", kind="business")
    page.open(other)
    qtbot.waitUntil(page.profile.links.isVisible)
    assert lines(page.profile.easy) == []
    assert not all_names(QLineEdit, page.profile.easy)
