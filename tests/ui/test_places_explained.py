"""No place is left unexplained, and each key that is named is there."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui import places
from lovedesk.ui.menu import Menu
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places_explained import EVERYWHERE, EXPLAINED
from lovedesk.ui.window import Window

# Keys that a list, a field or a day takes itself, as no shortcut: tests of those press them.
TAKEN_THERE = {"Up, Down", "Enter", "Space", "Arrows", "Ctrl+Up, Ctrl+Down", "Alt+arrows", "Alt+Shift+arrows", "N",
               "Page Up, Page Down", "Home", "F2", "D or 1", "L or 2", "X or 3"}


@pytest.fixture
def visit(desk: Desk, ana: int) -> int:
    """A visit to Ana."""
    with desk.act("visit.plan"):
        return touchpoints.plan([ana], dt.datetime(2026, 11, 24, 11))


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """A window on the desk, with its menu."""
    made = Window(qapp, Settings())
    Menu(made)
    made.show_desk(desk, Go("today"))
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


def keys_of(widget: QWidget) -> set[str]:
    """The shortcuts of a page, its buttons and its menus."""
    found = [one.key() for one in widget.findChildren(QShortcut)]
    found += [button.shortcut() for button in widget.findChildren(QAbstractButton)]
    found += [action.shortcut() for action in widget.findChildren(QAction)]
    return {key.toString() for key in found}


def test_each_place_is_explained(window: Window) -> None:
    for module in pkgutil.iter_modules(places.__path__, f"{places.__name__}."):
        importlib.import_module(module.name)
    explained = {type(window.page(key)) for key in EXPLAINED}
    assert explained == {kind for kind in Place.__subclasses__() if kind.__module__.startswith(places.__name__)}


@pytest.mark.parametrize("place", EXPLAINED)
def test_each_key_of_a_page_is_there(window: Window, qtbot: QtBot, ana: int, visit: int, place: str) -> None:
    window.go(Go(place, {"customers": ana, "visit": visit, "debrief": visit}.get(place, 0)))
    named = {QKeySequence(key.name).toString() for key in EXPLAINED[place].keys if key.name not in TAKEN_THERE}
    qtbot.waitUntil(lambda: named <= keys_of(window.pages[place]))


def test_each_key_that_holds_everywhere_is_there(window: Window) -> None:
    found = keys_of(window)
    names = {key.name for key in EVERYWHERE}
    assert {f"Ctrl+{number}" for number in range(1, 5)} <= found
    assert names - {"Ctrl+1 to 4"} <= found


def test_each_page_is_told_in_a_few_whole_sentences() -> None:
    for there in EXPLAINED.values():
        assert 1 <= len(re.findall(r"[.!?](?= |$)", there.words)) <= 3
        assert there.words.endswith(".")
        assert len({key.name for key in there.keys}) == len(there.keys)
