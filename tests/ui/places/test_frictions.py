"""What makes it hard, by how many; mended for all in one press; who had to chase us."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.shop import chasing, customers, frictions, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.frictions import FrictionRow, Frictions
from tests.conftest import TODAY
from tests.hands import all_names, enter, one, press, shown

BILL = "The bill no one understands"


@pytest.fixture
def place(floor: Floor, desk: Desk, ana: int, halcyon: int, qtbot: QtBot) -> Frictions:
    with desk.act("friction.add"):
        for customer in (ana, halcyon):
            frictions.add(BILL, customer=customer, on=TODAY)
        frictions.add("No parking", customer=ana, on=TODAY)
    return shown(Frictions(floor), qtbot)


def rows(place: Frictions) -> list[tuple[str, str]]:
    return [(row.text.text(), row.count.text()) for row in place.rows.in_order() if isinstance(row, FrictionRow)]


def within(place: Frictions, text: str) -> QWidget:
    return next(row for row in place.rows.in_order() if isinstance(row, FrictionRow) and row.text.text() == text)


def test_the_commonest_stands_first_with_whom_it_is_hard_for(place: Frictions) -> None:
    assert rows(place) == [(BILL, "hard for 2 customers"), ("No parking", "hard for 1 customer")]
    assert all_names(QAbstractButton, within(place, BILL)) == [f"Mended for all: {BILL}", "Ana Ruiz", "Café Halcyon"]
    assert not place.empty.isVisible()


def test_it_is_mended_for_all_in_one_action(place: Frictions, qtbot: QtBot, desk: Desk, ana: int) -> None:
    with qtbot.waitSignal(place.done):
        press(f"Mended for all: {BILL}", place, qtbot)
    assert rows(place) == [("No parking", "hard for 1 customer"), (BILL, "mended for 2 customers")]
    assert all_names(QAbstractButton, within(place, BILL)) == ["Ana Ruiz", "Café Halcyon"]
    desk.undo()
    assert rows(place)[0] == (BILL, "hard for 2 customers")
    with desk.act("friction.mend"):
        frictions.mend(next(row.id for row in frictions.of(ana) if row.text == BILL), on=TODAY)
    assert (BILL, "hard for 1 customer, mended for 1 customer") in rows(place)
    assert all_names(QAbstractButton, within(place, BILL))[1:] == ["Café Halcyon", "Ana Ruiz, mended"]


def test_a_name_opens_their_page(place: Frictions, qtbot: QtBot, halcyon: int) -> None:
    with qtbot.waitSignal(place.go) as went:
        press("Café Halcyon", place, qtbot)
    assert went.args == [Go("customers", halcyon)]


def test_who_had_to_chase_us_is_listed(place: Frictions, qtbot: QtBot, desk: Desk, ana: int) -> None:
    assert not place.chased.isVisible()
    with desk.act("visit.plan"):
        for days in (1, 2):
            call = touchpoints.plan([ana], desk.now() - dt.timedelta(days), channel="call")
            touchpoints.finish(call, now=desk.now())
            chasing.set_chased(call, True)
    assert all_names(QAbstractButton, place.chasers) == ["Ana Ruiz, 2 times"]
    with qtbot.waitSignal(place.go) as went:
        press("Ana Ruiz, 2 times", place, qtbot)
    assert went.args == [Go("customers", ana)]


def test_an_empty_page_says_what_it_is_for(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Frictions(floor), qtbot)
    assert place.empty.isVisible()
    with qtbot.waitSignal(place.go) as went:
        press("Back", place, qtbot)
    assert went.args == [Go("back")]


def test_more_names_than_are_read_are_counted(place: Frictions, desk: Desk) -> None:
    with desk.act("friction.add"):
        for number in range(15):
            frictions.add(BILL, customer=customers.add(f"Customer {number}"), on=TODAY)
    row = within(place, BILL)
    assert isinstance(row, FrictionRow)
    assert (row.count.text(), row.rest.text()) == ("hard for 17 customers", "and 5 more")


def test_each_says_since_when_it_is_hard_and_when_it_was_mended(place: Frictions, desk: Desk, ana: int) -> None:
    with desk.act("friction.add"):
        frictions.add("Stairs", customer=ana, on=dt.date(2026, 3, 12))
    row = within(place, "Stairs")
    assert isinstance(row, FrictionRow)
    assert row.since.text() == "since March 2026"
    with desk.act("friction.mend_for_all"):
        frictions.mend_for_all("stairs", on=TODAY)
    assert row.since.text() == "November 2026"


def test_those_who_are_not_shown_are_shown_by_a_press(place: Frictions, desk: Desk, qtbot: QtBot) -> None:
    with desk.act("friction.add"):
        for number in range(15):
            frictions.add(BILL, customer=customers.add(f"Customer {number}"), on=TODAY)
    press("and 5 more", place, qtbot)
    assert len(all_names(QAbstractButton, within(place, BILL))) == 18


def test_nothing_is_seen_while_someone_is_looking(place: Frictions) -> None:
    place.floor.settings.looking = True
    place.refresh()
    assert all_names(QAbstractButton, place) == ["Back"]
    assert place.hidden.isVisible()
    place.floor.settings.looking = False
    place.refresh()
    assert len(rows(place)) == 2
    assert not place.hidden.isVisible()


def test_what_we_found_ourselves_is_kept_first_and_mended(place: Frictions, qtbot: QtBot, desk: Desk) -> None:
    line = one(QLineEdit, "What is hard, as you found it yourself", place)
    line.setFocus()
    enter(qtbot)
    assert "hard" in line.accessibleDescription()
    qtbot.keyClicks(line, "The phone rings on")
    enter(qtbot)
    assert line.text() == ""
    qtbot.keyClicks(line, "no parking.")
    enter(qtbot)
    assert rows(place) == [("no parking.", "found on our own path; hard for 1 customer"),
                           ("The phone rings on", "found on our own path"), (BILL, "hard for 2 customers")]
    with qtbot.waitSignal(place.done) as said:
        press("Mended: The phone rings on", place, qtbot)
    assert said.args == ["Mended: The phone rings on"]
    assert rows(place)[-1] == ("The phone rings on", "found on our own path, mended")
    desk.undo()
    assert ("The phone rings on", "found on our own path") in rows(place)
