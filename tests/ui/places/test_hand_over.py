"""Handing over a day: what is open on it is shown, goes by one button, and comes back by undo."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lovedesk.shop import followups, shops, timeline, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.hand_over import GoingLine, HandOver
from tests.hands import enter, one, press, shown, type_into, undone

TODAY = dt.date(2026, 11, 24)
THURSDAY = dt.date(2026, 11, 26)


@pytest.fixture
def two(desk: Desk, ana: int, floor: Floor) -> tuple[int, int]:
    """Mira, who sits here and has a visit and a call on Thursday, and Jonas, who has one today."""
    with desk.act("shop.set_up"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime.combine(THURSDAY, dt.time(10)), keeper=mira)
        touchpoints.plan([ana], dt.datetime.combine(TODAY, dt.time(15)), keeper=jonas)
        followups.add("call", customer=ana, due=THURSDAY, keeper=mira)
    floor.settings.keeper = mira
    return mira, jonas


def page(floor: Floor, qtbot: QtBot, what: int = 0) -> HandOver:
    place = shown(HandOver(floor), qtbot)
    place.open(what)
    return place


def lines(place: HandOver) -> list[str]:
    return [line.words.text() for line in place.findChildren(GoingLine) if line.isVisible()]


def test_the_other_ones_today_is_proposed_to_me(floor: Floor, two: tuple[int, int], qtbot: QtBot) -> None:
    place = page(floor, qtbot)
    assert (one(Picker, "Whose day", place).currentText(),
            one(Picker, "Who takes it over", place).currentText()) == ("Jonas", "Mira")
    assert lines(place) == ["Ana Ruiz"]


def test_a_day_that_is_typed_is_shown_and_goes_over_and_comes_back(
    desk: Desk, floor: Floor, two: tuple[int, int], qtbot: QtBot,
) -> None:
    place = page(floor, qtbot, two[0])
    assert lines(place) == []
    assert not one(QPushButton, "Hand over", place).isEnabled()
    type_into(one(DateField, "Which day", place), "Thu", qtbot)
    enter(qtbot)
    assert lines(place) == ["Ana Ruiz", "call"]
    with qtbot.waitSignal(place.done) as said:
        press("Hand over", place, qtbot)
    assert said.args == ["Mira’s Thu 26 Nov goes to Jonas"]
    assert [touch.keeper for touch in timeline.of_day(THURSDAY)] == ["Jonas"]
    assert lines(place) == []
    undone(desk)
    assert lines(place) == ["Ana Ruiz", "call"]


def test_a_day_that_cannot_be_read_hands_nothing_over(floor: Floor, two: tuple[int, int], qtbot: QtBot) -> None:
    place = page(floor, qtbot)
    type_into(one(DateField, "Which day", place), "someday", qtbot)
    press("Hand over", place, qtbot)
    assert [touch.keeper for touch in timeline.of_day(TODAY)] == ["Jonas"]
    assert one(DateField, "Which day", place).refusal is not None


def test_a_day_of_the_calendar_is_mine_to_give(floor: Floor, two: tuple[int, int], qtbot: QtBot) -> None:
    place = page(floor, qtbot, THURSDAY.toordinal())
    assert one(Picker, "Whose day", place).currentText() == "Mira"
    assert lines(place) == ["Ana Ruiz", "call"]
    with qtbot.waitSignal(place.go) as going:
        press("Back", place, qtbot)
    assert going.args == [Go("back")]
