"""Catching up: one key each, the focus moves on, several at once, and kind words for those we wait for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.shop import followups, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.recordlist import RecordList
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.catch_up import CatchUp
from tests.hands import enter, one, press, shown, texts, type_into, undone

NOW = dt.datetime(2026, 11, 24, 9, 0)
TODAY = NOW.date()
Open = Callable[[], CatchUp]


@pytest.fixture
def page(floor: Floor, qtbot: QtBot) -> Open:
    """Opens the page, with the keyboard in its list."""
    def opened() -> CatchUp:
        place = shown(CatchUp(floor), qtbot)
        place.open(0)
        return place
    return opened


def owe(desk: Desk, customer: int, title: str, days: int, *, theirs: bool = False) -> int:
    with desk.act("followup.add"):
        return followups.add(title, customer=customer, due=TODAY + dt.timedelta(days), theirs=theirs)


def rows(place: CatchUp) -> list[str]:
    """The titles, from above to below."""
    return [row.split(",")[0] for row in texts(one(RecordList, "What fell due", place))]


def key(name: str, qtbot: QtBot, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, getattr(Qt.Key, f"Key_{name}"), held)


def test_nothing_open_says_that_all_is_caught_up(page: Open, qtbot: QtBot) -> None:
    place = page()
    assert place.empty.isVisible()
    with qtbot.waitSignal(place.go) as going:
        press("On to today", place, qtbot)
    assert going.args == [Go("today")]


def test_d_does_it_and_the_next_one_has_the_keyboard(desk: Desk, ana: int, page: Open, qtbot: QtBot) -> None:
    first, second = owe(desk, ana, "call", -3), owe(desk, ana, "write", -2)
    place = page()
    key("D", qtbot)
    assert rows(place) == ["write"]
    key("1", qtbot)
    assert place.empty.isVisible()
    for due in (first, second):
        known = followups.get(due)
        assert known is not None and known.done
    undone(desk)
    assert rows(place) == ["write"]
    press("Done (D)", place, qtbot)
    with qtbot.waitSignal(place.go) as going:
        enter(qtbot)
    assert going.args == [Go("today")]


def test_later_is_a_real_day_by_a_number_or_typed(desk: Desk, ana: int, page: Open, qtbot: QtBot) -> None:
    dues = [owe(desk, ana, title, days) for title, days in (("call", -3), ("write", -2), ("ask", -1))]
    place = page()
    key("L", qtbot)
    key("2", qtbot)
    key("L", qtbot)
    type_into(one(DateField, "Another day", place), "12 Dec", qtbot)
    enter(qtbot)
    press("Later (L)", place, qtbot)
    press("1 tomorrow", place, qtbot)
    assert [known.due for due in dues if (known := followups.get(due))] == [
        dt.date(2026, 11, 30), dt.date(2026, 12, 12), dt.date(2026, 11, 25)]
    assert place.empty.isVisible()


def test_dropping_asks_why_and_enter_alone_is_a_reason(desk: Desk, ana: int, page: Open, qtbot: QtBot) -> None:
    dues = [owe(desk, ana, "call", -3), owe(desk, ana, "write", -2)]
    place = page()
    key("X", qtbot)
    key("Escape", qtbot)
    assert rows(place) == ["call", "write"]
    key("X", qtbot)
    enter(qtbot)
    key("3", qtbot)
    type_into(one(EnterLine, "Why is it dropped?", place), "she has it", qtbot)
    enter(qtbot)
    assert [known.dropped_why for due in dues if (known := followups.get(due))] == ["no longer needed", "she has it"]


def test_several_are_done_by_one_key_and_one_undo_brings_them_back(
    desk: Desk, ana: int, page: Open, qtbot: QtBot,
) -> None:
    for number in range(3):
        owe(desk, ana, f"call {number}", number - 5)
    place = page()
    key("Down", qtbot, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(place.done) as said:
        key("D", qtbot)
    assert said.args == ["Done: 2 things"]
    assert rows(place) == ["call 2"]
    undone(desk)
    assert rows(place) == ["call 0", "call 1", "call 2"]


def test_a_sheet_goes_fine_by_one_key_or_is_typed_in(desk: Desk, ana: int, page: Open, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        visits = [touchpoints.plan([ana], NOW - dt.timedelta(days=days)) for days in (3, 2)]
    place = page()
    assert rows(place) == ["Sheet to type in: Ana Ruiz"] * 2
    key("D", qtbot)
    with qtbot.waitSignal(place.go) as going:
        enter(qtbot)
    assert going.args == [Go("debrief", visits[1])]


def test_what_we_await_is_asked_after_in_kind_words(desk: Desk, ana: int, page: Open, qtbot: QtBot) -> None:
    owe(desk, ana, "the drawings", -3, theirs=True)
    place = page()
    press("Copy the words", place, qtbot)
    assert "“the drawings”" in QGuiApplication.clipboard().text()
    press("It came (D)", place, qtbot)
    assert place.empty.isVisible()


def test_the_card_says_the_last_talk_but_not_while_someone_is_looking(
    desk: Desk, ana: int, page: Open, floor: Floor,
) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], NOW - dt.timedelta(days=20))
        touchpoints.write(visit, "notes", "Her knee is better")
        touchpoints.finish(visit, now=NOW)
    owe(desk, ana, "call", -1)
    place = page()
    assert "Her knee is better" in place.card.last.text()
    floor.settings.looking = True
    place.note_change(place.shows)
    assert "knee" not in place.card.last.text()


def test_the_signs_of_the_rows_stand_below_the_title(page: Open, desk: Desk, ana: int) -> None:
    owe(desk, ana, "Send samples", -3)
    place = page()
    place.resize(1100, 640)
    QApplication.processEvents()
    drawn = place.list.grab().toImage()
    ground = drawn.pixelColor(drawn.width() - 14, 3)
    left = place.title.mapTo(place, place.title.rect().topLeft()).x()
    keys = place.keys.mapTo(place, place.keys.rect().topLeft()).x()
    top = place.list.mapTo(place, place.list.rect().topLeft()).x()
    row = range(20, 34)
    sign = next(x for x in range(10, 60) if any(
        drawn.pixelColor(x, y).lightness() < ground.lightness() - 90 for y in row))
    assert keys == left and 0 <= top + sign - left <= 4
