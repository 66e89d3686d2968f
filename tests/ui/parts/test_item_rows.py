"""A group of items: changed where they stand, added one after the other, moved by mouse and keys."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.item_row import ItemRow
from lovedesk.ui.parts.item_rows import ItemGroup
from tests.hands import all_names, choose, enter, one, press, type_into
from tests.ui.conftest import Show


class Thing(NamedTuple):
    """An item as a visit has it."""

    id: int
    kind: str
    text: str
    topic: str = ""
    required: bool = False
    ticked: bool = False
    section: str = ""


JARS = [Thing(1, "bring", "Two stool seats"), Thing(2, "bring", "The reel"), Thing(3, "bring", "A jar of jam")]


class Heard:
    """What a group told."""

    def __init__(self, group: ItemGroup) -> None:
        self.told: list[tuple[object, ...]] = []
        for name in ("ticked", "changed", "added", "removed", "moved", "topic_chosen", "put_under", "required_chosen",
                     "heading_changed", "pasted"):
            getattr(group, name).connect(Teller(name, self.told))


class Teller:
    def __init__(self, name: str, told: list[tuple[object, ...]]) -> None:
        self.name, self.told = name, told

    def __call__(self, *values: object) -> None:
        self.told.append((self.name, *values))


def made(show: Show, records: list[Thing], *, kind: str = "bring", ticks: bool = True) -> tuple[ItemGroup, Heard]:
    group = ItemGroup(kind, ticks=ticks)
    group.resize(500, 400)
    show(group)
    group.show_records(records)
    return group, Heard(group)


def words_field(group: QWidget) -> QLineEdit:
    return one(QLineEdit, "Words of the item", group)


def test_it_shows_the_items_of_its_kind_alone(show: Show) -> None:
    group, _heard = made(show, [*JARS, Thing(4, "tell", "What happened")])
    assert all_names(ItemRow, group) == ["Two stool seats", "The reel", "A jar of jam"]


def test_the_box_ticks_and_the_words_open(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, JARS)
    qtbot.mouseClick(one(ItemRow, "The reel", group), Qt.MouseButton.LeftButton, pos=QPoint(10, 15))
    assert heard.told == [("ticked", 2, True)]
    press_words(one(ItemRow, "The reel", group), qtbot)
    assert words_field(group).text() == "The reel"


def press_words(row: ItemRow, qtbot: QtBot) -> None:
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 15))


def test_space_ticks_by_keys(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, [Thing(1, "bring", "The reel", ticked=True)])
    qtbot.keyClick(one(ItemRow, "The reel", group), Qt.Key.Key_Space)
    assert heard.told == [("ticked", 1, False)]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_words_are_kept_by_enter_and_the_row_has_the_focus_again(qtbot: QtBot, show: Show, key: Qt.Key) -> None:
    group, heard = made(show, JARS)
    row = one(ItemRow, "The reel", group)
    row.setFocus()
    qtbot.keyClick(row, key)
    type_into(words_field(group), "Two reels", qtbot)
    enter(qtbot)
    assert heard.told == [("changed", 2, "Two reels")]
    assert row.hasFocus() and not all_names(QLineEdit, group)


def test_words_are_kept_when_they_are_left(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, JARS)
    press_words(one(ItemRow, "The reel", group), qtbot)
    type_into(words_field(group), "Two reels", qtbot)
    one(ItemRow, "A jar of jam", group).setFocus()
    assert heard.told == [("changed", 2, "Two reels")]
    assert not all_names(QLineEdit, group)


def test_esc_gives_the_words_back(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, JARS)
    press_words(one(ItemRow, "The reel", group), qtbot)
    type_into(words_field(group), "Two reels", qtbot)
    qtbot.keyClick(words_field(group), Qt.Key.Key_Escape)
    press_words(one(ItemRow, "The reel", group), qtbot)
    assert words_field(group).text() == "The reel"
    assert heard.told == []


def test_an_item_without_words_keeps_its_old_ones(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, JARS)
    press_words(one(ItemRow, "The reel", group), qtbot)
    type_into(words_field(group), " ", qtbot)
    enter(qtbot)
    press_words(one(ItemRow, "The reel", group), qtbot)
    assert words_field(group).text() == "The reel"
    assert heard.told == []


def test_a_refresh_leaves_the_words_that_are_being_typed(qtbot: QtBot, show: Show) -> None:
    group, _heard = made(show, JARS)
    press_words(one(ItemRow, "The reel", group), qtbot)
    type_into(words_field(group), "Two re", qtbot)
    group.show_records([JARS[0]._replace(text="Four stool seats"), *JARS[1:]])
    assert words_field(group).text() == "Two re"
    assert words_field(group).hasFocus()


def test_enter_adds_the_next_one_and_esc_ends(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, [])
    press("Add something to bring", group, qtbot)
    line = one(QLineEdit, "Add something to bring", group)
    for words in ("The reel", "A jar"):
        qtbot.keyClicks(line, words)
        enter(qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert heard.told == [("added", "bring", "The reel", ""), ("added", "bring", "A jar", "")]
    assert not line.isVisible()
    assert one(QAbstractButton, "Add something to bring", group).hasFocus()


def test_a_half_typed_item_is_still_there_after_a_look_elsewhere(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, JARS)
    press("Add something to bring", group, qtbot)
    line = one(QLineEdit, "Add something to bring", group)
    qtbot.keyClicks(line, "A ja")
    one(ItemRow, "The reel", group).setFocus()
    assert line.isVisible() and line.text() == "A ja"
    assert heard.told == []


def test_delete_removes_and_the_next_item_has_the_focus(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, JARS)
    qtbot.keyClick(one(ItemRow, "The reel", group), Qt.Key.Key_Delete)
    group.show_records([JARS[0], JARS[2]])
    assert heard.told == [("removed", 2)]
    assert one(ItemRow, "A jar of jam", group).hasFocus()


def test_the_cross_removes(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, JARS)
    row = one(ItemRow, "The reel", group)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 11, 15))
    assert heard.told == [("removed", 2)]


@pytest.mark.parametrize(("item", "key", "told"), [
    ("The reel", Qt.Key.Key_Up, [("moved", 2, 1, "")]),
    ("The reel", Qt.Key.Key_Down, [("moved", 2, None, "")]),
    ("Two stool seats", Qt.Key.Key_Down, [("moved", 1, 3, "")]),
    ("Two stool seats", Qt.Key.Key_Up, []),
    ("A jar of jam", Qt.Key.Key_Down, []),
])
def test_alt_and_arrows_move_an_item(qtbot: QtBot, show: Show, item: str, key: Qt.Key, told: list[object]) -> None:
    group, heard = made(show, JARS)
    qtbot.keyClick(one(ItemRow, item, group), key, Qt.KeyboardModifier.AltModifier)
    assert heard.told == told


def drag(row: ItemRow, to: QPoint, qtbot: QtBot) -> None:
    start = QPoint(60, 15)
    qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(row, (start + to) / 2)
    qtbot.mouseMove(row, to)
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton, pos=to)


@pytest.mark.parametrize(("item", "down", "told"), [
    ("A jar of jam", -80, [("moved", 3, 1, "")]),
    ("A jar of jam", -38, [("moved", 3, 2, "")]),
    ("Two stool seats", 90, [("moved", 1, None, "")]),
    ("Two stool seats", 14, []),
])
def test_the_mouse_drags_an_item(qtbot: QtBot, show: Show, item: str, down: int, told: list[object]) -> None:
    group, heard = made(show, JARS)
    drag(one(ItemRow, item, group), QPoint(60, 15 + down), qtbot)
    assert heard.told == told
    assert not all_names(QLineEdit, group)


HEADED = [Thing(1, "do", "Wake"), Thing(2, "do", "Knock", section="Door"), Thing(3, "do", "Wait", section="Door")]


@pytest.mark.parametrize(("item", "to", "told"), [
    ("Wait", 40, [("put_under", 3, "")]),
    ("Wait", 55, [("moved", 3, 2, "Door")]),
    ("Wake", 55, [("moved", 1, 2, "Door")]),
    ("Wake", 120, [("moved", 1, None, "Door")]),
    ("Wait", 120, []),
])
def test_an_item_is_dragged_under_another_heading(qtbot: QtBot, show: Show, item: str, to: int, told: list[object],
                                                 ) -> None:
    group, heard = made(show, HEADED, kind="do")
    row = one(ItemRow, item, group)
    drag(row, QPoint(60, to - row.y()), qtbot)
    assert heard.told == told


@pytest.mark.parametrize(("item", "key", "told"), [
    ("Wake", Qt.Key.Key_Down, [("moved", 1, 2, "Door")]),
    ("Knock", Qt.Key.Key_Up, [("put_under", 2, "")]),
    ("Knock", Qt.Key.Key_Down, [("moved", 2, None, "Door")]),
    ("Wait", Qt.Key.Key_Up, [("moved", 3, 2, "Door")]),
])
def test_alt_and_arrows_go_over_a_heading(qtbot: QtBot, show: Show, item: str, key: Qt.Key, told: list[object],
                                         ) -> None:
    group, heard = made(show, HEADED, kind="do")
    qtbot.keyClick(one(ItemRow, item, group), key, Qt.KeyboardModifier.AltModifier)
    assert heard.told == told


@pytest.mark.usefixtures("desk")
def test_the_menu_offers_the_headings_and_the_heart(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, HEADED, kind="do")
    row = one(ItemRow, "Wake", group)
    qtbot.keyClick(row, Qt.Key.Key_R)
    open_menu(row)
    choose("At the heart of it", qtbot)
    open_menu(row)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = next(action.menu() for action in menu.actions() if action.text() == "Under a heading")
    assert isinstance(offered, QMenu)
    assert [action.text() for action in offered.actions()] == ["Door", "None", "A new one…"]
    offered.actions()[0].trigger()
    menu.close()
    assert heard.told == [("required_chosen", 1, True), ("required_chosen", 1, True), ("put_under", 1, "Door")]


def open_menu(row: ItemRow) -> None:
    QApplication.sendEvent(row, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(10, 10),
                                                  row.mapToGlobal(QPoint(10, 10))))


@pytest.mark.usefixtures("desk")
def test_what_an_answer_is_about_is_chosen_from_its_chip(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, [Thing(5, "ask", "What would make December easy?", "need")], kind="ask", ticks=False)
    row = one(ItemRow, "What would make December easy?, Need", group)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 8, 15))
    choose("History", qtbot)
    assert heard.told == [("topic_chosen", 5, "history")]


@pytest.mark.usefixtures("desk")
def test_the_topic_menu_opens_by_a_key_and_only_for_questions(qtbot: QtBot, show: Show) -> None:
    group, _heard = made(show, [Thing(5, "ask", "What would help?")], kind="ask")
    qtbot.keyClick(one(ItemRow, "What would help?", group), Qt.Key.Key_T)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    other, _heard = made(show, JARS)
    qtbot.keyClick(one(ItemRow, "The reel", other), Qt.Key.Key_T)
    assert QApplication.activePopupWidget() is None


def test_without_ticks_space_opens_the_words(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, JARS, ticks=False)
    qtbot.keyClick(one(ItemRow, "The reel", group), Qt.Key.Key_Space)
    assert words_field(group).hasFocus()
    assert heard.told == []


def test_tab_goes_down_the_items_in_their_order(qtbot: QtBot, show: Show) -> None:
    group, _heard = made(show, JARS)
    group.show_records([JARS[2], JARS[0], JARS[1]])
    one(QAbstractButton, "Add something to bring", group).setFocus()
    reached = []
    for _step in JARS:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        reached.append(getattr(QApplication.focusWidget(), "accessibleName", str)())
    assert reached == ["A jar of jam", "Two stool seats", "The reel"]


def test_long_words_wrap(show: Show) -> None:
    group, _heard = made(show, [Thing(1, "bring", "The seats that were promised in the spring " * 5)])
    row = group.findChildren(ItemRow)[0]
    assert row.heightForWidth(300) > 2 * row.heightForWidth(3000)


def test_tab_leaves_the_words_for_the_next_item(qtbot: QtBot, show: Show) -> None:
    group, heard = made(show, JARS)
    press_words(one(ItemRow, "The reel", group), qtbot)
    type_into(words_field(group), "Two reels", qtbot)
    qtbot.keyClick(words_field(group), Qt.Key.Key_Tab)
    assert heard.told == [("changed", 2, "Two reels")]
    assert one(ItemRow, "A jar of jam", group).hasFocus()


def test_the_field_goes_with_its_item(qtbot: QtBot, show: Show) -> None:
    group, _heard = made(show, JARS)
    press_words(one(ItemRow, "The reel", group), qtbot)
    group.show_records([JARS[0], JARS[2]])
    assert not all_names(QLineEdit, group)
