"""When the shop is open: hours, its weekend, closed days, and the holidays of its country."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import months, opening, shops, trashcan
from lovedesk.shop.folding import fold
from lovedesk.shop.opening import Span
from lovedesk.store.desk import Desk

MONDAY = dt.date(2026, 12, 21)
FRIDAY = dt.date(2026, 12, 25)


@pytest.fixture
def bavaria(desk: Desk) -> Desk:
    with desk.act("shop.set_country"):
        shops.set_country("DE")
    with desk.act("shop.set_holidays"):
        opening.show_holidays(True)
        opening.set_region("BY")
    return desk


@pytest.mark.parametrize(("typed", "told"), [
    ("8-12", "08:00–12:00"), ("13.30 – 18, 8:30–12:30", "08:30–12:30, 13:30–18:00"), ("9 to 24", "09:00–24:00"),
    ("", ""), ("8–12 and 14–18", "08:00–12:00, 14:00–18:00"),
])
def test_hours_are_read_as_people_write_them_and_told_so(typed: str, told: str) -> None:
    assert opening.told(opening.read(typed)) == told
    assert opening.read(told) == opening.read(typed)


@pytest.mark.parametrize("typed", ["always", "18-8", "8-8", "8-25", "8:75-9", "8-12, 11-13", "8-12-14"])
def test_hours_that_cannot_be_are_refused(typed: str) -> None:
    with pytest.raises(Refused):
        opening.read(typed)


def test_the_first_hours_hold_for_all_working_days_and_a_change_for_its_own(desk: Desk) -> None:
    with desk.act("shop.set_hours"):
        opening.set_hours(0, "8-17")
    with desk.act("shop.set_hours"):
        opening.set_hours(2, "8-12")
    assert [opening.told(opening.hours()[day]) for day in range(7)] == [
        "08:00–17:00", "08:00–17:00", "08:00–12:00", "08:00–17:00", "08:00–17:00", "", ""]
    desk.undo()
    desk.undo()
    assert opening.hours() == {}


def test_the_weekend_is_the_countrys_until_hours_say_otherwise(desk: Desk) -> None:
    assert opening.weekend() == {5, 6}
    with desk.act("shop.set_country"):
        shops.set_country("EG")
    assert opening.weekend() == {4, 5}
    with desk.act("shop.set_hours"):
        opening.set_hours(5, "10-14")
    assert opening.weekend() == {4}


def test_closed_days_close_the_shop_and_come_back_from_the_trash(desk: Desk) -> None:
    with desk.act("shop.set_hours"):
        opening.set_hours(0, "8-17")
    with desk.act("closed.add"):
        fair = opening.close(MONDAY, MONDAY + dt.timedelta(1), "The fair")
    found = opening.days(MONDAY, MONDAY + dt.timedelta(2))
    assert [day.spans for day in found.values()] == [[], [], [Span(480, 1020)]]
    assert [day.free for day in found.values()] == [True, True, False]
    (entry,) = months.of_the_shop(found)
    assert (entry.title, entry.day, entry.last) == ("The fair", MONDAY, MONDAY + dt.timedelta(1))
    with desk.act("closed.change"):
        opening.change(fair, MONDAY, MONDAY, "The other fair")
    assert opening.closed() == [(fair, MONDAY, MONDAY, "The other fair")]
    with desk.act("closed.trash"):
        opening.trash(fair)
    assert opening.closed() == []
    assert [(thing.table, thing.text) for thing in trashcan.contents()] == [("closed", "The other fair")]
    with desk.act("trash.take_back"):
        trashcan.take_back("closed", fair)
    assert len(opening.closed()) == 1


def test_closed_days_that_cannot_be_are_refused(desk: Desk) -> None:
    for first, last in ((FRIDAY, MONDAY), (dt.date(1, 1, 1), dt.date(1, 1, 2)), (MONDAY, dt.date(2035, 1, 1))):
        with pytest.raises(Refused):
            opening.close(first, last)
    with pytest.raises(Refused):
        opening.trash(4)


def test_holidays_are_those_of_the_country_and_its_part(bavaria: Desk) -> None:
    found = opening.holidays(dt.date(2026, 12, 1), dt.date(2027, 1, 10))
    assert list(found) == [dt.date(2026, 12, 25), dt.date(2026, 12, 26), dt.date(2027, 1, 1), dt.date(2027, 1, 6)]
    with bavaria.act("shop.set_region"):
        opening.set_region("")
    assert dt.date(2027, 1, 6) not in opening.holidays(dt.date(2026, 12, 1), dt.date(2027, 1, 10))
    assert opening.regions()["BY"] == "Bayern"
    assert list(opening.regions().values()) == sorted(opening.regions().values(), key=fold)


def test_a_holiday_is_a_day_on_which_the_shop_is_closed(bavaria: Desk) -> None:
    with bavaria.act("shop.set_hours"):
        opening.set_hours(0, "8-17")
    christmas = opening.days(FRIDAY, FRIDAY)[FRIDAY]
    assert (christmas.spans, christmas.free, bool(christmas.holiday)) == ([], True, True)


def test_who_wants_no_holidays_has_none_and_nobody_waits_for_them(desk: Desk) -> None:
    assert opening.holidays(FRIDAY, FRIDAY) == {}
    assert opening.is_ready(FRIDAY, FRIDAY)


def test_holidays_that_are_not_worked_out_yet_are_left_out_of_what_is_asked_at_once(bavaria: Desk) -> None:
    day = dt.date(2031, 12, 25)
    assert not opening.is_ready(day, day)
    assert opening.days(day, day, at_once=True)[day].holiday == ""
    assert opening.holidays(day, day)
    assert opening.is_ready(day, day)
    assert opening.days(day, day, at_once=True)[day].holiday


def test_a_country_or_a_part_that_the_library_does_not_know_has_no_holidays(desk: Desk) -> None:
    with desk.act("shop.set_holidays"):
        opening.show_holidays(True)
        opening.set_region("ZZ")
        shops.set_country("ZZ")
    assert opening.holidays(FRIDAY, FRIDAY) == {}
    assert opening.regions() == {}
