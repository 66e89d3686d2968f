"""When the shop is open: hours and closed days are kept as their fields are left."""

from __future__ import annotations

import datetime as dt

from pytestqt.qtbot import QtBot

from lovedesk.shop import opening, shops
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Floor
from lovedesk.ui.places.shop import Shop
from tests.conftest import TODAY
from tests.hands import enter, one, press, shown, type_into, undone


def test_the_first_hours_hold_for_all_working_days(desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    place = shown(Shop(floor), qtbot)
    type_into(one(SavingLine, "Open on Monday", place), "8-12, 13-18", qtbot)
    enter(qtbot)
    assert one(SavingLine, "Open on Friday", place).text() == "08:00–12:00, 13:00–18:00"
    assert one(SavingLine, "Open on Sunday", place).text() == ""
    undone(desk)
    assert one(SavingLine, "Open on Monday", place).text() == ""


def test_hours_that_cannot_be_are_refused_beside_their_field(desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    place = shown(Shop(floor), qtbot)
    line = one(SavingLine, "Open on Monday", place)
    type_into(line, "18-8", qtbot)
    enter(qtbot)
    assert line.accessibleDescription() == "These hours end before they begin."
    assert opening.hours() == {}


def test_closed_days_are_added_changed_and_taken_away(desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    place = shown(Shop(floor), qtbot)
    press("Add closed days", place, qtbot)
    type_into(one(DateField, "Closed from", place), "1 Dec", qtbot)
    enter(qtbot)
    type_into(one(DateField, "Closed until", place), "3 Dec", qtbot)
    enter(qtbot)
    type_into(one(SavingLine, "Why it is closed", place), "The fair", qtbot)
    enter(qtbot)
    (closed,) = opening.closed()
    assert closed[1:] == (dt.date(2026, 12, 1), dt.date(2026, 12, 3), "The fair")
    press("Open on these days after all", place, qtbot)
    assert opening.closed() == []
    undone(desk)
    assert [closed.why for closed in opening.closed()] == ["The fair"]


def test_holidays_are_wished_for_and_a_part_of_the_country_is_picked(
        desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("shop.set_country"):
        shops.set_country("DE")
    place = shown(Shop(floor), qtbot)
    one(Tick, "The country’s holidays stand in the calendar", place).click()
    assert opening.shows_holidays()
    region = one(Picker, "Part of the country, for its holidays", place)
    qtbot.waitUntil(lambda: region.findData("BY") > 0, timeout=10_000)
    region.setCurrentIndex(region.findData("BY"))
    region.activated.emit(region.currentIndex())
    assert opening.region() == "BY"
    assert dt.date(2027, 1, 6) in opening.holidays(TODAY, dt.date(2027, 1, 31))
    floor.aside.close()
