"""The packing list on Today: closed it counts, open it ticks a thing at all whom it is for; tomorrow's comes after."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers, items, packing, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Floor
from lovedesk.ui.places.today import Today
from tests.conftest import TODAY
from tests.hands import all_names, one, press, shown, undone


def planned(desk: Desk, whom: int, day: dt.date, hour: int, *texts: str) -> int:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([whom], dt.datetime.combine(day, dt.time(hour)))
        for text in texts:
            items.add(visit, "bring", text)
    return visit


def test_a_thing_is_ticked_once_for_all_whom_it_is_for(floor: Floor, desk: Desk, ana: int, qtbot: QtBot) -> None:
    with desk.act("customer.add"):
        bo = customers.add("Bo")
    planned(desk, ana, TODAY, 10, "Colour fan", "Wax")
    planned(desk, bo, TODAY, 15, "2 x colour fan")
    place = shown(Today(floor), qtbot)
    press("Show the packing list", place, qtbot)
    assert all_names(Tick, place) == ["3 × Colour fan, for Ana Ruiz and Bo", "Wax, for Ana Ruiz"]
    fan = one(Tick, "3 × Colour fan, for Ana Ruiz and Bo", place)
    qtbot.keyClick(fan, Qt.Key.Key_Space)
    assert [thing.ticked for thing in packing.of_day(TODAY)] == [True, False]
    assert fan.isChecked()
    undone(desk)
    assert not fan.isChecked()
    press("Hide the packing list", place, qtbot)
    assert all_names(Tick, place) == []


def test_tomorrows_comes_when_nothing_is_left_for_today(floor: Floor, desk: Desk, ana: int, qtbot: QtBot) -> None:
    today = planned(desk, ana, TODAY, 10, "Wax")
    planned(desk, ana, TODAY + dt.timedelta(1), 10, "Felt")
    place = shown(Today(floor), qtbot)
    press("Show the packing list", place, qtbot)
    assert all_names(Tick, place) == ["Wax, for Ana Ruiz"]
    with desk.act("visit.finish"):
        touchpoints.finish(today, now=desk.now())
    assert all_names(Tick, place) == ["Felt, for Ana Ruiz"]
