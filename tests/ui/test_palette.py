"""Ctrl+K goes to anything by a few letters; Enter does what the foot says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import checklists, customers, shops, timeline, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui import theme
from lovedesk.ui.menu import Menu
from lovedesk.ui.palette import Palette
from lovedesk.ui.palette_rows import PaletteRows, hits
from lovedesk.ui.place import Go
from lovedesk.ui.places.checklists import Checklists
from lovedesk.ui.window import Window
from tests.hands import choose, one, press


@pytest.fixture
def window(desk: Desk, ana: int, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """The window on Today, with Ana and a café that is visited tomorrow."""
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business")
        touchpoints.plan([cafe], dt.datetime(2026, 11, 25, 9, 30))
    opened = Window(qapp, Settings())
    Menu(opened)
    qtbot.addWidget(opened)
    opened.show_desk(desk, Go("today"))
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    yield opened
    opened.leave_desk()


def ask(window: Window, letters: str, qtbot: QtBot) -> tuple[QLineEdit, PaletteRows]:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = one(QLineEdit, "Go to anything", window)
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, letters)
    return line, window.findChildren(PaletteRows)[0]


def names(rows: PaletteRows) -> list[str]:
    return [f"{group.title}: {going.name}" for group in rows.groups for going in group.goings]


def test_a_place_that_a_key_opens_puts_the_palette_away(window: Window, qtbot: QtBot) -> None:
    line, _rows = ask(window, "hal", qtbot)
    qtbot.keyClick(line, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.settings.place == "calendar"
    assert not line.isVisible()


def test_it_opens_as_before_in_another_look_and_while_someone_is_looking(window: Window, qtbot: QtBot,
                                                                         qapp: QApplication) -> None:
    line, _rows = ask(window, "hal", qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    theme.apply(qapp, "dark")
    ask(window, "hal", qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    line, rows = ask(window, "hal", qtbot)
    assert names(rows)[0] == "Customers and people: Café Halcyon"


def test_letters_lead_to_the_customer_and_enter_opens_the_profile(window: Window, qtbot: QtBot) -> None:
    line, rows = ask(window, "hal", qtbot)
    assert names(rows)[:3] == ["Customers and people: Café Halcyon", "Visits: Café Halcyon, tomorrow",
                               "Do: Plan a visit to Café Halcyon"]
    assert line.accessibleDescription() == "Café Halcyon, Enter opens Café Halcyon"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.settings.place == "customers"
    assert customers.named("Café Halcyon")[0][0] == window.settings.what


def test_a_visit_opens_and_a_plan_asks_when(window: Window, qtbot: QtBot) -> None:
    line, _rows = ask(window, "hal", qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.accessibleDescription() == "Café Halcyon, tomorrow, Enter opens this visit, Ctrl+Enter its sheet"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.settings.place == "visit"
    line, _rows = ask(window, "ruiz", qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.settings.place == "customers"
    qtbot.waitUntil(lambda: one(QLineEdit, "Day", window).isVisible())


def test_a_command_is_found_by_its_words_and_done(window: Window, qtbot: QtBot) -> None:
    line, rows = ask(window, "timeline", qtbot)
    assert names(rows) == ["Do: Timeline of all customers"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.settings.place == "timeline"


def test_who_was_seen_last_stands_first_before_anything_is_typed(window: Window, qtbot: QtBot, ana: int) -> None:
    window.go(Go("customers", ana))
    window.go(Go("today"))
    _line, rows = ask(window, "", qtbot)
    assert names(rows)[0] == "Seen last: Ana Ruiz"


def test_the_pill_on_today_opens_it(window: Window, qtbot: QtBot) -> None:
    press("Go to anything", window, qtbot)
    qtbot.waitUntil(one(QLineEdit, "Go to anything", window).hasFocus)


def test_a_click_goes_there_and_escape_goes_nowhere(window: Window, qtbot: QtBot) -> None:
    line, rows = ask(window, "ruiz", qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not window.findChildren(Palette)[0].isVisible()
    assert window.settings.place == "today"
    _line, rows = ask(window, "ruiz", qtbot)
    qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert window.settings.place == "customers"


def test_what_begins_with_nothing_known_says_so(window: Window, qtbot: QtBot) -> None:
    line, rows = ask(window, "qqq", qtbot)
    assert names(rows) == []
    assert line.accessibleDescription() == "Nothing begins so. Ctrl+F looks inside words too."
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.settings.place == "today"


def test_hit_letters_are_the_beginnings_of_words_whatever_their_accents() -> None:
    assert hits("Café Halcyon", ["hal", "caf"]) == [(0, 3), (5, 3)]
    assert hits("Łukasz Straße", ["strass"]) == [(7, 5)]
    assert hits("Marshal", ["hal"]) == []


def test_a_customer_is_handed_over_where_there_are_two_of_us(window: Window, desk: Desk, qtbot: QtBot) -> None:
    _line, rows = ask(window, "halcyon", qtbot)
    assert "Do: Hand Café Halcyon over" not in names(rows)
    window.go_to()
    with desk.act("shop.set_up"):
        shops.add_keeper("Mira")
        shops.add_keeper("Jonas")
    line, rows = ask(window, "halcyon", qtbot)
    steps = names(rows).index("Do: Hand Café Halcyon over")
    for _step in range(steps):
        qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    choose("Jonas", qtbot)
    cafe = next(customer for customer, _name in customers.named("Café Halcyon"))
    assert [keeper.name for keeper in shops.keepers() if keeper.id == customers.keeper(cafe)] == ["Jonas"]
    assert [touch.keeper for touch in timeline.of_day(dt.date(2026, 11, 25))] == ["Jonas"]


@pytest.mark.parametrize(("letters", "name", "place"), [
    ("touches year", "Touches over the year", "good_times"), ("good times", "Touches over the year", "good_times"),
    ("whom in touch", "Whom to be in touch with", "intouch")])
def test_a_place_opens_by_its_words(window: Window, qtbot: QtBot, letters: str, name: str, place: str) -> None:
    line, rows = ask(window, letters, qtbot)
    assert names(rows)[0] == f"Do: {name}"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.settings.place == place


def test_a_checklist_opens_by_its_name(window: Window, desk: Desk, qtbot: QtBot) -> None:
    with desk.act("checklist.add"):
        checklists.add("Autumn round")
    for letters, title in (("autumn", "Autumn round"), ("putting", "Putting it right")):
        line, rows = ask(window, letters, qtbot)
        assert f"Do: {title}" in names(rows)
        while not line.accessibleDescription().startswith(title):
            qtbot.keyClick(line, Qt.Key.Key_Down)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert window.settings.place == "checklists"
        page = window.pages["checklists"]
        assert isinstance(page, Checklists) and page.page.title.text() == title
