"""How a visit repeats: its next dates are shown before, and a change is for this one, the later ones or all."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import series, timeline, touchpoints, visits
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.labels import WrappedLabel
from lovedesk.ui.place import Floor
from lovedesk.ui.places.visit import Visit
from tests.hands import all_names, one, press, shown

TUESDAY = dt.datetime(2026, 11, 24, 10)


@pytest.fixture
def page(desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> Visit:
    """The page of a visit on the last Tuesday of November."""
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], TUESDAY)
    place = Visit(floor)
    place.open(visit)
    return shown(place, qtbot)


def said(page: Visit) -> list[str]:
    """What the page says in words."""
    return [label.text() for label in page.findChildren(WrappedLabel) if label.isVisible() and label.text()]


def pick(picker: QComboBox, words: str) -> None:
    """Pick a row of a combo box by its words."""
    picker.setCurrentText(words)
    picker.activated.emit(picker.currentIndex())


def made_weekly(page: Visit, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    press("Let it repeat", page, qtbot)


def test_it_repeats_by_keys_alone(page: Visit, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    every = one(QComboBox, "Repeats", page).nextInFocusChain()
    assert every is not None
    every.setFocus()
    qtbot.keyClick(every, Qt.Key.Key_Down)
    qtbot.keyClick(every, Qt.Key.Key_Return)
    repeats = series.of(page.touchpoint)
    assert repeats is not None
    assert repeats.words == "every 2 weeks"


def test_the_next_dates_are_shown_before_it_is_kept(page: Visit, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert "Every week" in said(page)
    pick(one(QComboBox, "Repeats", page), "By months")
    pick(one(QComboBox, "On which day", page), "on the last Tuesday")
    pick(one(QComboBox, "Until when", page), "so many times")
    pick(one(QComboBox, "How many times", page), "3 times")
    assert "Every month on the last Tuesday, 3 times" in said(page)
    assert "Then: Tue 29 Dec 2026 · Tue 26 Jan 2027" in said(page)
    assert series.of(page.touchpoint) is None
    press("Let it repeat", page, qtbot)
    repeats = series.of(page.touchpoint)
    assert repeats is not None
    assert repeats.rule == "FREQ=MONTHLY;BYDAY=-1TU;COUNT=3"
    assert "Repeats every month on the last Tuesday, 3 times" in said(page)
    desk.undo()
    assert series.of(page.touchpoint) is None


def test_a_change_is_offered_to_the_later_ones(page: Visit, desk: Desk, qtbot: QtBot) -> None:
    made_weekly(page, qtbot)
    assert "All of them" not in all_names(QAbstractButton, page)
    with desk.act("visit.change"):
        touchpoints.set_minutes(page.touchpoint, 20)
    press("This and later ones", page, qtbot)
    assert [touch.minutes for touch in timeline.of_day(dt.date(2026, 12, 8))] == [20]
    assert "All of them" not in all_names(QAbstractButton, page)


def test_deleting_asks_which_ones(page: Visit, desk: Desk, qtbot: QtBot) -> None:
    made_weekly(page, qtbot)
    (second,) = timeline.of_day(dt.date(2026, 12, 1))
    page.open(second.id)
    assert page.series.ask_trash()
    press("This and later ones", page, qtbot)
    assert timeline.of_day(dt.date(2026, 12, 8)) == []
    assert len(timeline.of_day(dt.date(2026, 11, 24))) == 1
    desk.undo()
    assert len(timeline.of_day(dt.date(2026, 12, 8))) == 1


def test_one_without_a_row_is_looked_at_without_a_change(page: Visit, desk: Desk, qtbot: QtBot) -> None:
    made_weekly(page, qtbot)
    (second,) = timeline.of_day(dt.date(2026, 12, 1))
    before = desk.next_undo()
    page.open(second.id)
    assert "Repeats every week" in said(page)
    assert desk.next_undo() == before
    assert visits.page(second.id) is not None


def test_it_is_a_one_off_again(page: Visit, qtbot: QtBot) -> None:
    made_weekly(page, qtbot)
    press("Change how it repeats", page, qtbot)
    press("Make it a one-off", page, qtbot)
    assert series.of(page.touchpoint) is None
    assert timeline.of_day(dt.date(2026, 12, 1)) == []


def test_another_rule_is_asked_for_the_later_ones_or_all(page: Visit, desk: Desk, qtbot: QtBot) -> None:
    made_weekly(page, qtbot)
    (third,) = timeline.of_day(dt.date(2026, 12, 8))
    page.open(third.id)
    press("Change how it repeats", page, qtbot)
    pick(one(QComboBox, "Every how many", page), "every 2 weeks")
    press("Change it…", page, qtbot)
    assert {"This and later ones", "All of them"} <= set(all_names(QAbstractButton, page))
    assert "This one alone" not in all_names(QAbstractButton, page)
    press("All of them", page, qtbot)
    assert timeline.of_day(dt.date(2026, 12, 1)) == []
    assert [len(timeline.of_day(day)) for day in (dt.date(2026, 11, 24), dt.date(2026, 12, 8))] == [1, 1]
    desk.undo()
    assert len(timeline.of_day(dt.date(2026, 12, 1))) == 1


def test_keys_alone_change_it_for_the_later_ones(page: Visit, desk: Desk, qtbot: QtBot) -> None:
    made_weekly(page, qtbot)
    (second,) = timeline.of_day(dt.date(2026, 12, 1))
    page.open(second.id)
    qtbot.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    every = one(QComboBox, "Every how many", page)
    pick(every, "every 2 weeks")
    qtbot.keyClick(every, Qt.Key.Key_Return)
    later = one(QAbstractButton, "This and later ones", page)
    assert later.hasFocus()
    qtbot.keyClick(later, Qt.Key.Key_Return)
    repeats = series.of(page.touchpoint)
    assert repeats is not None
    assert repeats.words == "every 2 weeks"
    assert timeline.of_day(dt.date(2026, 12, 8)) == []
    assert len(timeline.of_day(dt.date(2026, 11, 24))) == 1


def test_cancelling_asks_which_ones(page: Visit, desk: Desk, qtbot: QtBot) -> None:
    made_weekly(page, qtbot)
    (second,) = timeline.of_day(dt.date(2026, 12, 1))
    page.open(second.id)
    qtbot.keyClick(page, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    why = one(QLineEdit, "Why it will not be", page)
    qtbot.keyClicks(why, "they moved away")
    qtbot.keyClick(why, Qt.Key.Key_Return)
    press("This and later ones", page, qtbot)
    cancelled = visits.page(second.id)
    assert cancelled is not None
    assert cancelled.cancelled_why == "they moved away"
    assert [len(timeline.of_day(TUESDAY.date() + dt.timedelta(7 * week))) for week in range(3)] == [1, 0, 0]
    desk.undo()
    assert [len(timeline.of_day(TUESDAY.date() + dt.timedelta(7 * week))) for week in range(3)] == [1, 1, 1]
