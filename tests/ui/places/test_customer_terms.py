from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers, kept_lists, tags, touchpoints
from lovedesk.shop.narrowing import Terms
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.place import Floor
from lovedesk.ui.places.customers import Customers
from tests.hands import all_names, choose, enter, one, press, shown, type_into, undone


def names(place: Customers) -> list[str]:
    model = place.list.rows.model()
    return [str(model.data(model.index(row, 0))).partition(",")[0] for row in range(model.rowCount())]


@pytest.fixture
def round_(desk: Desk) -> dict[str, int]:
    """Three in the north, one of them seen lately, and one elsewhere."""
    with desk.act("customer.add"):
        found = {name: customers.add(name) for name in ("Ana Bakery", "Ben", "Cleo Bakery", "Dora")}
        tags.add([found[name] for name in ("Ana Bakery", "Ben", "Cleo Bakery")], "north")
        seen = touchpoints.plan([found["Ben"]], dt.datetime(2026, 11, 2, 10))
        touchpoints.finish(seen, now=desk.now())
    return found


def pick(place: Customers, *path: str, qtbot: QtBot) -> None:
    """Go through the funnel's menu."""
    press("Show only some", place, qtbot)
    menu = next(menu for menu in place.list.funnel.findChildren(QMenu) if menu.isVisible())
    for word in path[:-1]:
        submenu = next(action for action in menu.actions() if action.text() == word).menu()
        assert isinstance(submenu, QMenu)
        menu = submenu
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()
    for opened in place.list.funnel.findChildren(QMenu):
        opened.close()


def chips(within: QWidget) -> list[str]:
    return all_names(Chip, within)


def test_a_tag_typed_in_the_search_narrows_with_the_words_beside_it(floor: Floor, qtbot: QtBot,
                                                                    round_: dict[str, int]) -> None:
    place = shown(Customers(floor), qtbot)
    qtbot.keyClicks(place.search, "#nor")
    assert names(place) == ["Ana Bakery", "Ben", "Cleo Bakery"]
    qtbot.keyClicks(place.search, "th bak")
    assert names(place) == ["Ana Bakery", "Cleo Bakery"]
    assert place.list.count.text() == "2 found"


def test_terms_stand_as_chips_and_each_can_be_taken_out(floor: Floor, qtbot: QtBot, round_: dict[str, int]) -> None:
    place = shown(Customers(floor), qtbot)
    pick(place, "Tag", "#north", qtbot=qtbot)
    pick(place, "Last touch", "Not seen for 3 months", qtbot=qtbot)
    assert names(place) == ["Ana Bakery", "Cleo Bakery"]
    assert chips(place.list.terms) == ["#north", "not seen since 24 Aug"]
    assert place.list.count.text() == "2 shown"
    chip = one(Chip, "#north", place)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Backspace)
    assert names(place) == ["Ana Bakery", "Cleo Bakery", "Dora"]


def test_a_day_and_a_place_are_asked_in_the_pane(floor: Floor, qtbot: QtBot, round_: dict[str, int]) -> None:
    place = shown(Customers(floor), qtbot)
    pick(place, "Last touch", "Seen since…", qtbot=qtbot)
    type_into(one(QLineEdit, "Seen since", place), "1 Nov", qtbot)
    enter(qtbot)
    assert names(place) == ["Ben"]
    pick(place, "Place…", qtbot=qtbot)
    type_into(one(QLineEdit, "A word of their address", place), "Kelso", qtbot)
    enter(qtbot)
    assert names(place) == []
    assert chips(place.list.terms) == ["address with “Kelso”", "seen since 1 Nov"]


def test_the_order_by_last_touch_puts_the_longest_waiting_first(floor: Floor, qtbot: QtBot,
                                                                round_: dict[str, int]) -> None:
    place = shown(Customers(floor), qtbot)
    pick(place, "In order of", "Last touch, longest ago first", qtbot=qtbot)
    assert names(place) == ["Ana Bakery", "Cleo Bakery", "Dora", "Ben"]


def test_a_list_is_kept_by_name_opened_renamed_and_deleted(floor: Floor, qtbot: QtBot, desk: Desk,
                                                           round_: dict[str, int]) -> None:
    place = shown(Customers(floor), qtbot)
    pick(place, "Tag", "#north", qtbot=qtbot)
    press("Keep…", place, qtbot)
    type_into(one(QLineEdit, "Keep this list as", place), "North round", qtbot)
    enter(qtbot)
    assert [kept.name for kept in kept_lists.all()] == ["North round"]
    pick(place, "All customers", qtbot=qtbot)
    assert len(names(place)) == 4
    pick(place, "Kept lists", "North round", qtbot=qtbot)
    assert names(place) == ["Ana Bakery", "Ben", "Cleo Bakery"]
    pick(place, "Kept lists", "Rename “North round”…", qtbot=qtbot)
    type_into(one(QLineEdit, "The list’s new name", place), "North", qtbot)
    enter(qtbot)
    assert [kept.name for kept in kept_lists.all()] == ["North"]
    pick(place, "Kept lists", "Delete “North”", qtbot=qtbot)
    assert kept_lists.all() == []
    undone(desk)
    assert [kept.terms for kept in kept_lists.all()] == [Terms(tags=("north",))]


def test_an_empty_name_of_a_list_is_refused_beside_the_line(floor: Floor, qtbot: QtBot, round_: dict[str, int]) -> None:
    place = shown(Customers(floor), qtbot)
    pick(place, "Not known", "no phone number", qtbot=qtbot)
    press("Keep…", place, qtbot)
    enter(qtbot)
    assert one(QLineEdit, "Keep this list as", place).accessibleDescription() == "What is the name?"


def test_a_standing_alone_is_counted_in_words(floor: Floor, qtbot: QtBot, desk: Desk, round_: dict[str, int]) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(round_["Dora"], "gone")
    place = shown(Customers(floor), qtbot)
    press("Show only some", place, qtbot)
    choose("Gone", qtbot)
    assert names(place) == ["Dora"]
    assert place.list.count.text() == "1 shown: gone"


def test_a_tag_is_renamed_in_its_lists_too_and_deleted(floor: Floor, qtbot: QtBot, desk: Desk,
                                                       round_: dict[str, int]) -> None:
    with desk.act("list.keep"):
        kept_lists.keep("Round", Terms(tags=("north",)))
    place = shown(Customers(floor), qtbot)
    pick(place, "Kept lists", "Round", qtbot=qtbot)
    pick(place, "Tag", "Rename #north…", qtbot=qtbot)
    type_into(one(QLineEdit, "The tag’s new word", place), "nord", qtbot)
    enter(qtbot)
    assert chips(place.list.terms) == ["#nord"]
    assert names(place) == ["Ana Bakery", "Ben", "Cleo Bakery"]
    assert kept_lists.all()[0].terms.tags == ("nord",)
    pick(place, "Tag", "Delete #nord", qtbot=qtbot)
    assert tags.all() == []
    assert len(names(place)) == 4
    undone(desk)
    assert [tag.name for tag in tags.all()] == ["nord"]


def test_the_terms_are_there_again_after_a_restart(floor: Floor, qtbot: QtBot, round_: dict[str, int]) -> None:
    place = shown(Customers(floor), qtbot)
    pick(place, "Tag", "#north", qtbot=qtbot)
    pick(place, "In order of", "Last touch, longest ago first", qtbot=qtbot)
    again = shown(Customers(floor), qtbot)
    assert chips(again.list.terms) == ["#north"]
    assert names(again) == ["Ana Bakery", "Cleo Bakery", "Ben"]


def test_a_narrowed_list_is_exported_whole(floor: Floor, qtbot: QtBot, round_: dict[str, int]) -> None:
    place = shown(Customers(floor), qtbot)
    pick(place, "Tag", "#north", qtbot=qtbot)
    with pytest.MonkeyPatch.context() as patched, qtbot.waitSignal(place.list.several.export_wanted):
        patched.setattr(QFileDialog, "getSaveFileName", lambda *_said: ("", ""))
        press("Export…", place.list.terms, qtbot)
    assert set(place.list.several.whom) == {round_[name] for name in ("Ana Bakery", "Ben", "Cleo Bakery")}


def test_with_nobody_shown_there_is_nothing_to_do_with_them(floor: Floor, qtbot: QtBot, round_: dict[str, int]) -> None:
    place = shown(Customers(floor), qtbot)
    place.list.terms.set_terms(Terms(tags=("south",)))
    qtbot.waitUntil(lambda: place.list.count.text() == "0 shown")
    assert not one(QAbstractButton, "Print…", place.list.terms).isEnabled()
    place.list.terms.set_terms(Terms(tags=("north",)))
    qtbot.waitUntil(lambda: place.list.count.text() == "3 shown")
    assert one(QAbstractButton, "Print…", place.list.terms).isEnabled()
