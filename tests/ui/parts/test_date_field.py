"""The fields of a day and a time: typed, picked, emptied, refused."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.date_field import DateField, TimeField
from tests.ui.conftest import Show

TODAY = dt.date(2026, 11, 24)


def today() -> dt.date:
    return TODAY


@pytest.fixture
def field(show: Show) -> DateField:
    field = DateField(today, name="By", day=dt.date(2026, 12, 9))
    show(field)
    field.setFocus()
    return field


def type_over(qtbot: QtBot, field: DateField | TimeField, text: str) -> None:
    field.selectAll()
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_typed_day_is_told_and_shown_as_people_say_it(field: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.day_left) as told:
        type_over(qtbot, field, "1 dec")
    assert told.args == [dt.date(2026, 12, 1)]
    assert field.text() == "Tue 1 Dec"


def test_an_emptied_field_tells_no_day(field: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.day_left) as told:
        type_over(qtbot, field, "")
    assert told.args == [None]


def test_what_is_no_day_is_refused_and_kept_in_the_field(field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.day_left):
        type_over(qtbot, field, "31 nov")
    assert field.text() == "31 nov"
    assert "No day" in field.accessibleDescription()


def test_the_same_day_typed_otherwise_is_not_told(field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.day_left):
        type_over(qtbot, field, "9.12.")
    assert field.text() == "Wed 9 Dec"


def test_a_day_is_picked_by_keys_from_the_small_month(field: DateField, qtbot: QtBot) -> None:
    field.open_month()
    with qtbot.waitSignal(field.day_left) as told:
        qtbot.keyClick(field.month, Qt.Key.Key_Down)
        qtbot.keyClick(field.month, Qt.Key.Key_Right)
        qtbot.keyClick(field.month, Qt.Key.Key_PageDown)
        qtbot.keyClick(field.month, Qt.Key.Key_Return)
    assert told.args == [dt.date(2027, 1, 17)]
    assert not field.month.isVisible()


def test_a_day_is_picked_by_mouse(field: DateField, qtbot: QtBot) -> None:
    field.open_month()
    first = field.month.first()
    with qtbot.waitSignal(field.day_left) as told:
        qtbot.mouseClick(field.month, Qt.MouseButton.LeftButton, pos=field.month.cell(1).center())
    assert told.args == [first + dt.timedelta(1)]


def test_turning_from_the_31st_stays_in_the_next_month(field: DateField, qtbot: QtBot) -> None:
    field.show_day(dt.date(2027, 1, 31))
    field.open_month()
    field.month.turn(1)
    assert field.month.day == dt.date(2027, 2, 28)
    field.month.close()


def test_a_time_is_typed(qtbot: QtBot, show: Show) -> None:
    field = TimeField(name="At", time=dt.time(9, 30))
    show(field)
    field.setFocus()
    with qtbot.waitSignal(field.time_left) as told:
        type_over(qtbot, field, "2 pm")
    assert told.args == [dt.time(14)]
    assert field.text() == "14:00"
    type_over(qtbot, field, "25")
    assert "No time" in field.accessibleDescription()
