"""Checklists: all of them in one list, each changed where it stands, and the built-in ones taken back whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.formats import checklist_file
from lovedesk.formats.checklist_file import SharedItem, SharedList
from lovedesk.shop import checklists, own_path
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.item_row import ItemRow
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.recordlist import RecordList
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.checklists import Checklists
from tests.hands import all_names, choose, enter, one, press, shown, type_into, undone

NEW = "New checklist (Ctrl+Shift+N)"


@pytest.fixture
def harbour(desk: Desk) -> str:
    """A checklist of the shop's own."""
    with desk.act("checklist.add"):
        return checklists.add("Harbour market", occasion="celebration", channel="delivery", minutes=75)


def names(place: Checklists) -> list[str]:
    """What stands in the list."""
    model = one(RecordList, "Checklists", place).model()
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def go_to(place: Checklists, row: int, qtbot: QtBot) -> None:
    listed = one(RecordList, "Checklists", place)
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton,
                     pos=listed.visualRect(listed.model().index(row, 0)).center())


def title(place: Checklists) -> str:
    return one(QLineEdit, "Title of the checklist", place).text()


def items(place: Checklists) -> list[str]:
    """The items from top to bottom."""
    rows = [row for row in place.findChildren(ItemRow) if row.isVisible()]
    return [row.accessibleName() for row in sorted(rows, key=_height)]


def _height(row: ItemRow) -> int:
    return row.mapToGlobal(QPoint(0, 0)).y()


def test_the_built_in_ones_come_first_and_the_first_is_open(floor: Floor, harbour: str, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    assert names(place)[0] == "Good times, All is great · 11 items"
    assert names(place)[-1] == "Harbour market, Celebration · 0 items · your own"
    assert title(place) == "Good times"
    assert "Greet everyone by name" in items(place)


def test_an_occasion_is_not_said_twice(floor: Floor, qtbot: QtBot) -> None:
    assert "First visit, 11 items" in names(shown(Checklists(floor), qtbot))


def test_another_one_is_shown_with_all_that_it_says(floor: Floor, harbour: str, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    go_to(place, len(names(place)) - 1, qtbot)
    assert title(place) == "Harbour market"
    shows = [one(Picker, name, place).currentText() for name in ("Occasion", "By which way", "How long")]
    assert shows == ["Celebration", "Delivery", "1 h 15"]
    assert items(place) == []


def test_a_new_one_waits_for_its_first_item(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    press(NEW, place, qtbot)
    qtbot.keyClicks(one(QLineEdit, "Title of the new checklist", place), "Harbour market")
    enter(qtbot)
    assert title(place) == "Harbour market"
    for words in ("The blue lanterns", "Salt"):
        qtbot.keyClicks(one(QLineEdit, "Add something to bring", place), words)
        enter(qtbot)
    assert items(place) == ["The blue lanterns", "Salt"]
    assert names(place)[-1] == "Harbour market, 2 items · your own"


def test_a_new_one_without_a_title_is_refused_beside_its_line(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    press(NEW, place, qtbot)
    enter(qtbot)
    line = one(QLineEdit, "Title of the new checklist", place)
    assert "called" in line.accessibleDescription()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert len(names(place)) == len(checklists.all())
    assert title(place) == "Good times"


def test_title_and_choices_are_kept_as_they_are_left(floor: Floor, harbour: str, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    go_to(place, len(names(place)) - 1, qtbot)
    type_into(one(QLineEdit, "Title of the checklist", place), "Market day", qtbot)
    one(Picker, "Occasion", place).setFocus()
    for name in ("Occasion", "By which way", "How long"):
        qtbot.keyClick(one(Picker, name, place), Qt.Key.Key_Home)
    kept = checklists.get(harbour)
    assert (kept.title, kept.occasion, kept.channel, kept.minutes) == ("Market day", "", "visit", 15)


def test_a_changed_built_in_one_goes_back_to_how_it_came(floor: Floor, desk: Desk, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    came = items(place)
    assert "Back to how it came" not in all_names(QAbstractButton, place)
    qtbot.keyClick(one(ItemRow, "Nothing to sell today", place), Qt.Key.Key_Delete)
    assert "Nothing to sell today" not in items(place)
    assert names(place)[0] == "Good times, All is great · 10 items · changed"
    press("Back to how it came", place, qtbot)
    assert items(place) == came
    undone(desk)
    assert "Nothing to sell today" not in items(place)


def test_items_are_changed_moved_and_given_a_topic(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    row = one(ItemRow, "Nothing to sell today", place)
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_F2)
    type_into(one(QLineEdit, "Words of the item", place), "Nothing to sell", qtbot)
    enter(qtbot)
    qtbot.keyClick(one(ItemRow, "Nothing to sell", place), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(one(ItemRow, "What else could we do for you?, Need", place), Qt.Key.Key_T)
    choose("History", qtbot)
    kept = checklists.items("good-times")
    assert [item.text for item in kept if item.kind == "tell"] == [
        "One idea that may help them", "Nothing to sell", "A little of our own news"]
    assert [item.topic for item in kept if item.kind == "ask"][1] == "history"
    assert one(ItemRow, "Nothing to sell", place) is row


def test_words_typed_in_one_checklist_stay_there(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    row = one(ItemRow, "Nothing to sell today", place)
    qtbot.keyClick(row, Qt.Key.Key_F2)
    type_into(one(QLineEdit, "Words of the item", place), "Nothing to sell", qtbot)
    go_to(place, 1, qtbot)
    assert title(place) == "First visit"
    first, second = checklists.all()[:2]
    assert "Nothing to sell" in [item.text for item in checklists.items(first.key)]
    assert (first.changed, second.changed) == (True, False)


def test_an_own_one_is_deleted_with_an_undo(floor: Floor, desk: Desk, harbour: str, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    assert "Delete" not in all_names(QAbstractButton, place)
    go_to(place, len(names(place)) - 1, qtbot)
    with qtbot.waitSignal(place.done) as said:
        press("Delete", place, qtbot)
    assert said.args == ["Checklist deleted"]
    assert title(place) == "Good times"
    undone(desk)
    assert names(place)[-1].startswith("Harbour market")


def test_enter_in_the_list_goes_to_the_title(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    listed = one(RecordList, "Checklists", place)
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert title(place) == "First visit"
    assert one(QLineEdit, "Title of the checklist", place).hasFocus()


def test_it_fits_the_smallest_window(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot, (932, 640))
    assert place.minimumSizeHint().width() <= 932


def copied(text: str) -> None:
    """Something that was copied in another program."""
    QGuiApplication.clipboard().setText(text)


def test_lines_pasted_on_the_page_become_items_under_their_headings(floor: Floor, desk: Desk, harbour: str,
                                                                   qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    go_to(place, len(names(place)) - 1, qtbot)
    copied("At the quay:\n- Look for the blue lanterns\n- bring: Salt\n- Who is new?")
    with qtbot.waitSignal(place.done) as said:
        qtbot.keyClick(one(RecordList, "Checklists", place), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["Lines pasted"]
    assert [(item.kind, item.text, item.section) for item in checklists.items(harbour)] == [
        ("do", "Look for the blue lanterns", "At the quay"), ("bring", "Salt", "At the quay"),
        ("ask", "Who is new?", "At the quay")]
    undone(desk)
    assert items(place) == []


def test_a_list_pasted_into_the_line_of_a_group_is_of_its_kind_and_one_word_is_typed(
        floor: Floor, harbour: str, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    go_to(place, len(names(place)) - 1, qtbot)
    press("Add something to bring", place, qtbot)
    line = one(QLineEdit, "Add something to bring", place)
    copied("- Salt\n- Rope")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    copied("Lanterns")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "Lanterns"
    enter(qtbot)
    assert [(item.kind, item.text) for item in checklists.items(harbour)] == [
        ("bring", "Salt"), ("bring", "Rope"), ("bring", "Lanterns")]


def test_a_list_pasted_after_a_heading_stands_under_it(floor: Floor, harbour: str, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    go_to(place, len(names(place)) - 1, qtbot)
    press("Add something to bring", place, qtbot)
    line = one(QLineEdit, "Add something to bring", place)
    qtbot.keyClicks(line, "# The stall")
    enter(qtbot)
    copied("- Salt\n- Rope")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(item.kind, item.text, item.section) for item in checklists.items(harbour)] == [
        ("bring", "Salt", "The stall"), ("bring", "Rope", "The stall")]


def test_nothing_copied_is_said_and_changes_nothing(floor: Floor, harbour: str, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    go_to(place, len(names(place)) - 1, qtbot)
    copied("")
    with qtbot.waitSignal(place.said) as said:
        qtbot.keyClick(place, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "no lines" in said.args[0]


def test_a_heading_is_typed_before_its_items_and_changed_where_it_stands(floor: Floor, harbour: str,
                                                                        qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    go_to(place, len(names(place)) - 1, qtbot)
    press("Add something to do", place, qtbot)
    line = one(QLineEdit, "Add something to do", place)
    for words in ("Wake early", "# At the quay", "Count the boats", "Sing"):
        qtbot.keyClicks(line, words)
        enter(qtbot)
    assert [(item.text, item.section) for item in checklists.items(harbour)] == [
        ("Wake early", ""), ("Count the boats", "At the quay"), ("Sing", "At the quay")]
    row = one(ItemRow, "Count the boats", place)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 12))
    type_into(one(QLineEdit, "Words of the heading", place), "By the water", qtbot)
    enter(qtbot)
    assert [item.section for item in checklists.items(harbour)] == ["", "By the water", "By the water"]
    qtbot.keyClick(one(ItemRow, "Wake early", place), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [(item.text, item.section) for item in checklists.items(harbour)] == [
        ("Wake early", "By the water"), ("Count the boats", "By the water"), ("Sing", "By the water")]
    qtbot.keyClick(one(ItemRow, "Sing", place), Qt.Key.Key_H)
    type_into(one(QLineEdit, "Words of the heading", place), "", qtbot)
    enter(qtbot)
    assert [item.section for item in checklists.items(harbour)] == ["", "", ""]


def test_an_item_gets_a_heading_of_its_own_and_goes_back_over_it(floor: Floor, harbour: str, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    go_to(place, len(names(place)) - 1, qtbot)
    copied("- Count the boats\n- Sing\n- Rest")
    qtbot.keyClick(place, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(one(ItemRow, "Sing", place), Qt.Key.Key_H)
    type_into(one(QLineEdit, "Words of the heading", place), "Late", qtbot)
    enter(qtbot)
    assert [(item.text, item.section) for item in checklists.items(harbour)] == [
        ("Count the boats", ""), ("Rest", ""), ("Sing", "Late")]
    qtbot.keyClick(one(ItemRow, "Sing", place), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [(item.text, item.section) for item in checklists.items(harbour)] == [
        ("Count the boats", ""), ("Rest", ""), ("Sing", "")]


def test_r_says_that_an_item_is_at_the_heart(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    qtbot.keyClick(one(ItemRow, "Nothing to sell today", place), Qt.Key.Key_R)
    assert [item.text for item in checklists.items("good-times") if item.required and item.kind == "tell"] == [
        "Nothing to sell today"]


def test_a_copy_is_shown_with_its_title_to_be_changed(floor: Floor, desk: Desk, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    press("More for this checklist", place, qtbot)
    choose("&Copy it", qtbot)
    assert title(place) == "Good times (2)"
    assert one(QLineEdit, "Title of the checklist", place).hasFocus()
    undone(desk)
    assert title(place) == "Good times"


def test_it_is_shared_as_a_file_and_dropped_comes_in_once(
        floor: Floor, harbour: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    file = tmp_path / "Harbour market.lovedesk-checklist"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(file), ""))
    place = shown(Checklists(floor), qtbot)
    go_to(place, len(names(place)) - 1, qtbot)
    press("More for this checklist", place, qtbot)
    choose("&Share as a file…", qtbot)
    assert file.read_text().startswith('{\n "format": "lovedesk-checklist"')
    press("Delete", place, qtbot)
    assert not any(name.startswith("Harbour") for name in names(place))
    drop(place, file)
    assert title(place) == "Harbour market"
    with qtbot.waitSignal(place.said) as said:
        drop(place, file)
    assert said.args == ["This checklist is here already."]
    undone(floor.desk)
    assert not any(name.startswith("Harbour") for name in names(place))


def test_several_that_are_dropped_at_once_are_one_action(floor: Floor, tmp_path: Path, qtbot: QtBot) -> None:
    files = [tmp_path / f"{title}.lovedesk-checklist" for title in ("Spring fair", "Winter fair")]
    for file in files:
        file.write_bytes(checklist_file.dump(SharedList(file.stem, "great", "visit", 30, [SharedItem("do", "Sing")])))
    place = shown(Checklists(floor), qtbot)
    before = names(place)
    drop(place, *files)
    assert len(names(place)) == len(before) + 2
    undone(floor.desk)
    assert names(place) == before


def drop(place: Checklists, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter_event = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    place.dragEnterEvent(enter_event)
    assert enter_event.isAccepted()
    place.dropEvent(QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_file_that_is_no_checklist_is_refused_in_words(
        floor: Floor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    (tmp_path / "else.json").write_text('{"a": 1}')
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments: ([str(tmp_path / "else.json")], ""))
    place = shown(Checklists(floor), qtbot)
    before = names(place)
    with qtbot.waitSignal(place.said) as said:
        press("Checklists from a file", place, qtbot)
    assert said.args == ["else.json is no checklist of Lovedesk. Nothing was changed."]
    assert names(place) == before


def test_our_own_path_is_offered_planned_and_left(floor: Floor, desk: Desk, qtbot: QtBot) -> None:
    place = shown(Checklists(floor), qtbot)
    with qtbot.waitSignal(place.go) as went:
        press("Plan it twice a year", place, qtbot)
    assert isinstance(went.args[0], Go) and went.args[0].place == "visit"
    assert own_path.walk(desk.now()).planned
    assert "Plan it twice a year" not in all_names(QAbstractButton, place)
    undone(desk)
    press("Not now: ask again in half a year", place, qtbot)
    assert not own_path.walk(desk.now()).due
    assert "Plan it twice a year" not in all_names(QAbstractButton, place)
