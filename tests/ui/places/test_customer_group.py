from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers, rhythms, shops, tags, timeline
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.place import Floor
from lovedesk.ui.places.customer_group import LONG
from lovedesk.ui.places.customers import Customers
from tests.hands import all_names, choose, enter, one, press, shown, type_into, undone


def names(place: Customers) -> list[str]:
    model = place.list.rows.model()
    return [str(model.data(model.index(row, 0))).partition(",")[0] for row in range(model.rowCount())]


@pytest.fixture
def five(desk: Desk) -> list[int]:
    with desk.act("customer.add"):
        return [customers.add(name) for name in ("Ana", "Ben", "Cleo", "Dora", "Emil")]


@pytest.fixture
def place(floor: Floor, qtbot: QtBot, five: list[int]) -> Customers:
    """The place, with the first two chosen by keys."""
    made = shown(Customers(floor), qtbot)
    made.list.rows.setFocus()
    qtbot.keyClick(made.list.rows, Qt.Key.Key_Home)
    qtbot.keyClick(made.list.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    return made


def test_shift_and_arrows_choose_several_and_space_takes_one_out(place: Customers, qtbot: QtBot) -> None:
    assert place.list.several.isVisible()
    assert place.list.several.count.text() == "2 chosen"
    qtbot.keyClick(place.list.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert place.list.several.count.text() == "5 chosen"
    qtbot.keyClick(place.list.rows, Qt.Key.Key_Space)
    assert place.list.several.count.text() == "4 chosen"
    qtbot.keyClick(place.list.rows, Qt.Key.Key_Escape)
    assert not place.list.several.isVisible()


def test_a_click_with_ctrl_adds_one(place: Customers, qtbot: QtBot) -> None:
    rows = place.list.rows
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier,
                     pos=rows.visualRect(rows.model().index(3, 0)).center())
    assert place.list.several.count.text() == "3 chosen"


def test_several_are_tagged_by_a_typed_word_and_one_undo(place: Customers, qtbot: QtBot, desk: Desk,
                                                         five: list[int]) -> None:
    press("Tag…", place.list.several, qtbot)
    choose("New tag…", qtbot)
    with qtbot.waitSignal(place.done) as told:
        type_into(one(QLineEdit, "A tag for all of them", place), "north", qtbot)
        enter(qtbot)
    assert told.args == ["2 tagged #north"]
    assert [tag.customers for tag in tags.all()] == [2]
    assert place.list.several.count.text() == "2 chosen"
    press("Tag…", place.list.several, qtbot)
    undone(desk)
    assert tags.all() == []


def test_a_word_that_is_no_tag_is_refused_beside_the_line(place: Customers, qtbot: QtBot) -> None:
    press("Tag…", place.list.several, qtbot)
    choose("New tag…", qtbot)
    line = one(QLineEdit, "A tag for all of them", place)
    type_into(line, "12", qtbot)
    enter(qtbot)
    assert "one word" in line.accessibleDescription()
    assert tags.all() == []


def test_hundreds_are_tagged_aside_as_one_action(floor: Floor, qtbot: QtBot, desk: Desk) -> None:
    with desk.act("customer.add"):
        for number in range(2 * LONG + 1):
            customers.add(f"Customer {number}")
    made = shown(Customers(floor), qtbot)
    qtbot.waitUntil(lambda: len(names(made)) == 2 * LONG + 1)
    made.list.rows.setFocus()
    qtbot.keyClick(made.list.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press("Tag…", made.list.several, qtbot)
    choose("New tag…", qtbot)
    with qtbot.waitSignal(made.done) as told:
        type_into(one(QLineEdit, "A tag for all of them", made), "#north", qtbot)
        enter(qtbot)
    assert told.args == [f"{2 * LONG + 1} tagged #north"]
    assert [tag.customers for tag in tags.all()] == [2 * LONG + 1]
    undone(desk)
    assert tags.all() == []


def test_several_are_handed_over_set_aside_and_deleted(place: Customers, qtbot: QtBot, desk: Desk,
                                                       five: list[int]) -> None:
    with desk.act("shop.set_up"):
        shops.add_keeper("Mira")
    press("Hand over…", place.list.several, qtbot)
    choose("Mira", qtbot)
    heads = [customers.head(customer, desk.now()) for customer in five]
    assert [head.keeper for head in heads if head] == ["Mira", "Mira", "", "", ""]
    press("Set aside", place.list.several, qtbot)
    assert names(place) == ["Cleo", "Dora", "Emil"]
    undone(desk)
    assert names(place) == ["Ana", "Ben", "Cleo", "Dora", "Emil"]
    place.list.rows.setFocus()
    qtbot.keyClick(place.list.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press("Standing…", place.list.several, qtbot)
    choose("Enquiring", qtbot)
    assert customers.count("enquiring") == 5
    press("Delete", place.list.several, qtbot)
    assert names(place) == []
    undone(desk)
    assert len(names(place)) == 5


def test_a_group_is_planned_over_next_week_after_its_days_were_seen(place: Customers, qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(place.list.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press("Plan…", place.list.several, qtbot)
    assert place.plan_group is not None
    lines = place.plan_group.lines.model()
    assert [str(lines.data(lines.index(row, 0))) for row in range(lines.rowCount())][:2] == [
        "Ana, Call, Mon 30 Nov, 09:00", "Ben, Call, Tue 1 Dec, 09:00"]
    type_into(one(DateField, "Last day", place), "1 Dec", qtbot)
    enter(qtbot)
    assert {one.start.day for one in place.plan_group.planned} == {30, 1}
    press("Plan them", place, qtbot)
    planned = timeline.between(dt.date(2026, 11, 30), dt.date(2026, 12, 4))
    assert [touch.channel for touch in planned] == ["call"] * 5
    assert place.right.currentWidget() is not place.plan_group
    undone(desk)
    assert timeline.between(dt.date(2026, 11, 30), dt.date(2026, 12, 4)) == []


def test_fewer_on_a_day_take_more_weeks(place: Customers, qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(place.list.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press("Plan…", place, qtbot)
    weeks, a_day = one(Picker, "Over how many weeks", place), one(Picker, "At most on a day", place)
    assert weeks.currentText() == "a week"
    weeks.setCurrentIndex(weeks.findData(3))
    weeks.activated.emit(weeks.currentIndex())
    assert one(DateField, "Last day", place).shown == dt.date(2026, 12, 18)
    a_day.setCurrentIndex(a_day.findData(1))
    a_day.activated.emit(a_day.currentIndex())
    with qtbot.waitSignal(place.done):
        press("Plan them", place, qtbot)
    planned = timeline.between(dt.date(2026, 11, 30), dt.date(2026, 12, 18))
    assert [touch.start.date().isoformat() for touch in planned] == [
        "2026-11-30", "2026-12-03", "2026-12-08", "2026-12-11", "2026-12-16"]
    undone(desk)
    assert timeline.between(dt.date(2026, 11, 30), dt.date(2026, 12, 18)) == []


def test_several_get_a_rhythm_in_one_action(place: Customers, qtbot: QtBot, desk: Desk, five: list[int]) -> None:
    press("How often…", place.list.several, qtbot)
    choose("Every 3 months", qtbot)
    assert set(rhythms.of_everyone()) == set(five[:2])
    undone(desk)
    assert rhythms.of_everyone() == {}


def test_a_last_day_before_the_first_is_said_and_nothing_can_be_kept(place: Customers, qtbot: QtBot) -> None:
    press("Plan…", place.list.several, qtbot)
    assert place.plan_group is not None
    type_into(one(DateField, "Last day", place), "25 Nov", qtbot)
    enter(qtbot)
    assert place.plan_group.note.text() == "The last day is before the first."
    assert not place.plan_group.plan.isEnabled()
    press("Not now", place, qtbot)
    assert place.right.currentWidget() is place.profile


def test_the_chosen_ones_are_shown_on_paper(place: Customers, qtbot: QtBot) -> None:
    press("Print…", place.list.several, qtbot)
    assert place.list_paper is not None
    words = place.list_paper.sheet.accessibleDescription()
    assert "Ana" in words
    assert "Emil" not in words
    press("Close", place, qtbot)
    assert not place.list_paper.isVisible()


def test_esc_puts_the_paper_away(place: Customers, qtbot: QtBot) -> None:
    press("Print…", place.list.several, qtbot)
    assert place.list_paper is not None
    qtbot.keyClick(place.list_paper.printing, Qt.Key.Key_Escape)
    assert not place.list_paper.isVisible()
    assert place.list.rows.hasFocus()


def test_the_chosen_ones_are_exported(place: Customers, qtbot: QtBot, tmp_path: object,
                                      monkeypatch: pytest.MonkeyPatch) -> None:
    file = f"{tmp_path}/two.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_said: (file, "CSV for a spreadsheet (*.csv)"))
    with qtbot.waitSignal(place.floor.aside.ended):
        press("Export…", place.list.several, qtbot)
    text = Path(file).read_text("utf-8-sig")
    assert "Ben" in text
    assert "Cleo" not in text


def test_a_tag_is_put_on_and_taken_off_on_the_profile(place: Customers, qtbot: QtBot, desk: Desk,
                                                      five: list[int]) -> None:
    place.open(five[0])
    press("Put a tag on", place.profile, qtbot)
    qtbot.keyClicks(one(QLineEdit, "Tag", place.profile), "north")
    enter(qtbot)
    assert sorted(all_names(Chip, place.profile.head.tags)) == ["#north", "Put a tag on"]
    chip = one(Chip, "#north", place.profile)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Backspace)
    assert tags.of(five[0]) == []
    undone(desk)
    assert sorted(all_names(Chip, place.profile.head.tags)) == ["#north", "Put a tag on"]


def test_one_visit_is_planned_with_all_who_are_chosen_and_opens(
        desk: Desk, place: Customers, five: list[int], qtbot: QtBot) -> None:
    press("Together…", place, qtbot)
    choose("&Plan one visit with all of them…", qtbot)
    line = one(QLineEdit, "One visit with all of them", place)
    type_into(line, "barbecue", qtbot)
    enter(qtbot)
    assert line.accessibleDescription().startswith("On which day?")
    type_into(line, "Sat 5 Dec at 14:00 barbecue", qtbot)
    with qtbot.waitSignal(place.go) as went:
        enter(qtbot)
    (touch,) = timeline.of_customer(five[0])
    assert (went.args[0].what, touch.others, touch.title) == (touch.id, 1, "Barbecue")
    assert [other.id for other in timeline.of_customer(five[1])] == [touch.id]
    assert not line.isVisible()
    undone(desk)
    assert timeline.of_customer(five[0]) == []


def test_one_visit_that_has_been_is_logged_for_all(
        desk: Desk, place: Customers, five: list[int], qtbot: QtBot) -> None:
    press("Together…", place, qtbot)
    choose("&Log one visit with all of them…", qtbot)
    with qtbot.waitSignal(place.done) as told:
        type_into(one(QLineEdit, "One visit with all of them", place), "yesterday: the fair", qtbot)
        enter(qtbot)
    assert told.args == ["Logged for 2 customers"]
    assert [(touch.done, touch.title) for touch in timeline.of_customer(five[1])] == [(True, "The fair")]
    undone(desk)
    assert timeline.of_customer(five[1]) == []
