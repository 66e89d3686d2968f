"""The agenda beside the month: one day of it is handed over where there are two of us."""

from __future__ import annotations

import datetime as dt

from pytestqt.qtbot import QtBot

from lovedesk.shop import shops
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.calendar import Calendar
from tests.hands import press, shown

THURSDAY = dt.date(2026, 11, 26)


def test_a_day_that_is_shown_is_handed_over(desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("shop.set_up"):
        shops.add_keeper("Mira")
    place = shown(Calendar(floor), qtbot)
    place.agenda.show_day(THURSDAY)
    assert not place.agenda.over.isVisible()
    with desk.act("keeper.add"):
        shops.add_keeper("Jonas")
    place.agenda.show_day(THURSDAY)
    with qtbot.waitSignal(place.go) as going:
        press("Hand over", place, qtbot)
    assert going.args == [Go("handover", THURSDAY.toordinal())]
