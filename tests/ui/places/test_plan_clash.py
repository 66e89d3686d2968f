"""Planning says what the time would meet, and that the shop is closed; it plans all the same."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import opening, timeline, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor
from lovedesk.ui.places.calendar import Calendar
from lovedesk.ui.places.plan_clash import Clash
from tests.conftest import TODAY
from tests.hands import enter, one, press, shown, type_into

Key = Qt.Key


def test_what_is_at_the_same_time_is_said_and_it_is_planned_all_the_same(
        desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime.combine(TODAY, dt.time(14)), minutes=60, channel="visit")
    place = shown(Calendar(floor), qtbot)
    press("Plan a visit", place, qtbot)
    type_into(one(QLineEdit, "With whom?", place), "ana", qtbot)
    enter(qtbot)
    type_into(one(QLineEdit, "Day", place), "24 Nov", qtbot)
    enter_time = one(QLineEdit, "Time", place)
    type_into(enter_time, "14:30", qtbot)
    qtbot.keyClick(enter_time, Key.Key_Tab)
    (clash,) = place.findChildren(Clash)
    assert clash.text() == "2 at the same time: Ana Ruiz, 14:00."
    type_into(enter_time, "15", qtbot)
    qtbot.keyClick(enter_time, Key.Key_Tab)
    assert not clash.isVisible()
    type_into(enter_time, "14:30", qtbot)
    enter(qtbot)
    assert len(timeline.of_day(TODAY)) == 2


def test_a_closed_day_is_said(desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("closed.add"):
        opening.close(TODAY, TODAY, "The fair")
    place = shown(Calendar(floor), qtbot)
    qtbot.keyClick(place.month, Key.Key_N)
    (clash,) = place.findChildren(Clash)
    assert clash.text() == "The shop is closed on this day: The fair."
