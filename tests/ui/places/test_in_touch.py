"""Whom to be in touch with: the lists, one click that plans, later, all is well, several spread over weeks."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers, followups, rhythms, tags, timeline, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.in_touch import InTouch
from tests.conftest import TODAY
from tests.hands import enter, one, press, shown, texts, type_into

NOW = dt.datetime.combine(TODAY, dt.time(9))


def touch(customer: int, ago: int) -> None:
    start = NOW - dt.timedelta(ago)
    touchpoints.finish(touchpoints.plan([customer], start), now=start)


@pytest.fixture
def shop(desk: Desk, ana: int) -> dict[str, int]:
    """Ana and Ben are due, Cleo is perhaps leaving, with Dora nothing is ahead, Emil is seen soon."""
    with desk.act("sample.fill"):
        found = {"Ana Ruiz": ana} | {name: customers.add(name) for name in ("Ben", "Cleo", "Dora", "Emil")}
        tags.add([ana, found["Dora"]], "north")
        rhythms.set_for([ana, found["Ben"]], 91, 183)
        for name, ago in [("Ana Ruiz", 250), ("Ben", 120), ("Cleo", 100), ("Cleo", 130), ("Cleo", 160)]:
            touch(found[name], ago)
        touchpoints.plan([found["Emil"]], NOW + dt.timedelta(2))
    return found


@pytest.fixture
def place(floor: Floor, shop: dict[str, int], qtbot: QtBot) -> InTouch:
    place = shown(InTouch(floor), qtbot)
    qtbot.waitUntil(lambda: bool(texts(place.rows)))
    return place


def names(place: InTouch) -> list[str]:
    return [text.partition(",")[0] for text in texts(place.rows)]


def until(place: InTouch, expected: list[str], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: names(place) == expected)


def list_of(place: InTouch, number: Qt.Key, qtbot: QtBot) -> None:
    """Choose one of the three lists, by its number."""
    qtbot.keyClick(place.lists, number)


def test_three_lists_say_who_why_and_when(place: InTouch, qtbot: QtBot) -> None:
    assert texts(place.rows) == [
        "Ana Ruiz, last seen in March, at the latest every 6 months, Wed 25 Nov, longer than the limit",
        "Ben, last seen in July, wished every 3 months, Wed 25 Nov"]
    assert place.card.name.text() == "Ana Ruiz"
    assert place.card.good.first.text() == "A good time: Wed 25 Nov, 09:00"
    list_of(place, Qt.Key.Key_2, qtbot)
    assert texts(place.rows) == ["Cleo, no sign for 3 months, usually every 4 weeks, Thu 26 Nov"]
    list_of(place, Qt.Key.Key_3, qtbot)
    assert names(place) == ["Dora"]


def test_one_click_plans_the_call_and_they_leave_the_list(
        place: InTouch, qtbot: QtBot, desk: Desk, shop: dict[str, int]) -> None:
    with qtbot.waitSignal(place.done) as said:
        press("Plan a call then", place, qtbot)
    assert said.args == ["Ana Ruiz: planned for Wed 25 Nov, 09:00"]
    until(place, ["Ben"], qtbot)
    planned = timeline.next_planned(shop["Ana Ruiz"], NOW)
    assert planned is not None
    assert (planned.start, planned.channel, planned.occasion) == (
        dt.datetime(2026, 11, 25, 9, 0), "call", "great")
    desk.undo()
    until(place, ["Ana Ruiz", "Ben"], qtbot)


def test_later_is_a_real_day(place: InTouch, qtbot: QtBot, desk: Desk, shop: dict[str, int]) -> None:
    press("Later…", place, qtbot)
    field = one(DateField, "Ask again on", place)
    type_into(field, "yesterday", qtbot)
    enter(qtbot)
    assert field.refusal is not None
    type_into(field, "1 Dec", qtbot)
    enter(qtbot)
    until(place, ["Ben"], qtbot)
    assert rhythms.paused_until(shop["Ana Ruiz"]) == dt.date(2026, 12, 1)
    assert rhythms.of(shop["Ana Ruiz"]) == rhythms.Rhythm(91, 183)


def test_all_is_well_puts_a_worry_aside(place: InTouch, qtbot: QtBot) -> None:
    list_of(place, Qt.Key.Key_2, qtbot)
    with qtbot.waitSignal(place.done) as said:
        press("All is well", place, qtbot)
    assert said.args == ["All is well with Cleo"]
    qtbot.waitUntil(lambda: place.lists.buttons[1].text() == "Perhaps leaving")
    list_of(place, Qt.Key.Key_3, qtbot)
    until(place, ["Dora", "Cleo"], qtbot)


def test_what_is_open_is_said_before_a_visit_is_planned(
        place: InTouch, qtbot: QtBot, desk: Desk, shop: dict[str, int]) -> None:
    with desk.act("followup.add"):
        followups.add("send samples", customer=shop["Ana Ruiz"], promised=True)
    qtbot.waitUntil(lambda: place.card.good.first.text() == "Something is open first")
    assert place.card.good.second.text() == "Not before “send samples” is done"


def test_a_tag_narrows_all_three(place: InTouch, qtbot: QtBot) -> None:
    picker = one(Picker, "Only with a tag", place)
    picker.setFocus()
    qtbot.keyClicks(picker, "#n")
    picker.activated.emit(picker.currentIndex())
    until(place, ["Ana Ruiz"], qtbot)
    list_of(place, Qt.Key.Key_3, qtbot)
    assert names(place) == ["Dora"]


def test_several_are_spread_over_weeks_in_one_action(place: InTouch, qtbot: QtBot, desk: Desk) -> None:
    place.rows.setFocus()
    qtbot.keyClick(place.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert place.card.name.text() == "2 chosen"
    press("Spread over weeks…", place, qtbot)
    a_day = one(Picker, "At most on a day", place)
    a_day.setCurrentIndex(a_day.findData(1))
    with qtbot.waitSignal(place.done) as said:
        press("Plan them", place, qtbot)
    assert said.args == ["2 planned"]
    monday = TODAY + dt.timedelta(6)
    planned = timeline.between(monday, monday + dt.timedelta(6))
    assert sorted(touch.customer for touch in planned) == ["Ana Ruiz", "Ben"]
    assert len({touch.start.date() for touch in planned}) == 2
    qtbot.waitUntil(lambda: names(place) == [])
    desk.undo()
    until(place, ["Ana Ruiz", "Ben"], qtbot)


def test_who_comes_goes_on_by_keys_and_enter_plans_what_is_proposed(
        place: InTouch, qtbot: QtBot, shop: dict[str, int]) -> None:
    assert place.rows.hasFocus()
    press("Spread them over weeks…", place, qtbot)
    enter(qtbot)
    until(place, [], qtbot)
    assert [len(timeline.of_customer(shop[name])) for name in ("Ana Ruiz", "Ben")] == [2, 2]
    list_of(place, Qt.Key.Key_3, qtbot)
    assert names(place) == ["Dora"]


def test_several_get_a_rhythm_in_one_action(place: InTouch, qtbot: QtBot, desk: Desk, shop: dict[str, int]) -> None:
    place.rows.setFocus()
    qtbot.keyClick(place.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press("How often…", place, qtbot)
    wish = one(Picker, "Wished for", place)
    assert QApplication.focusWidget() is wish
    wish.setCurrentIndex(wish.findData(365))
    with qtbot.waitSignal(place.done):
        wish.activated.emit(wish.currentIndex())
    assert rhythms.of(shop["Ben"]) == rhythms.of(shop["Ana Ruiz"]) == rhythms.Rhythm(365)
    qtbot.waitUntil(lambda: names(place) == [])
    desk.undo()
    until(place, ["Ana Ruiz", "Ben"], qtbot)


def test_enter_opens_their_page_and_links_lead_on(place: InTouch, qtbot: QtBot, shop: dict[str, int]) -> None:
    place.rows.setFocus()
    with qtbot.waitSignal(place.go) as went:
        qtbot.keyClick(place.rows, Qt.Key.Key_Return)
    assert went.args == [Go("customers", shop["Ana Ruiz"])]
    for name, go in [("Open their page", Go("customers", shop["Ana Ruiz"])), ("Over the year", Go("good_times")),
                     ("Back", Go("back"))]:
        with qtbot.waitSignal(place.go) as went:
            press(name, place, qtbot)
        assert went.args == [go]


def test_it_opens_with_whom_one_asked_for(place: InTouch, qtbot: QtBot, shop: dict[str, int]) -> None:
    place.open(shop["Cleo"])
    assert (names(place), place.card.name.text()) == (["Cleo"], "Cleo")


def test_an_empty_list_says_what_belongs_there(floor: Floor, qtbot: QtBot) -> None:
    place = shown(InTouch(floor), qtbot)
    assert place.pages.currentIndex() == 1
    assert not place.spread.isVisible()
