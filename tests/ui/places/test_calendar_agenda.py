"""The agenda beside the month: one day of it is handed over where there are two of us."""

from __future__ import annotations

import datetime as dt

from pytestqt.qtbot import QtBot

from lovedesk.shop import followups, shops, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.agenda_line import EntryLine
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.calendar import Calendar
from tests.hands import all_names, press, shown

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


def heads(place: Calendar) -> list[str]:
    """The titles of the agenda's parts that are shown."""
    return [head.text() for head in place.agenda.findChildren(Section) if head.isVisible()]


def test_the_agenda_turns_to_other_weeks_with_what_was_done_and_back(
        desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        was = touchpoints.plan([ana], dt.datetime(2026, 11, 18, 10))
        touchpoints.finish(was, now=dt.datetime(2026, 11, 18, 11))
        touchpoints.plan([ana], dt.datetime(2026, 12, 15, 10))
        followups.add("Send the price", customer=ana, due=dt.date(2026, 11, 20))
    place = shown(Calendar(floor), qtbot)
    place.show_view("agenda")
    assert heads(place) == ["Still open", "Today, Tue 24 Nov"]
    press("The two weeks before", place, qtbot)
    assert heads(place) == ["10 to 23 November"]
    assert len(all_names(EntryLine, place)) == 1
    assert all_names(Tick, place) == ["Send the price"]
    press("The next two weeks", place, qtbot)
    assert heads(place) == ["Still open", "Today, Tue 24 Nov"]
    press("The next two weeks", place, qtbot)
    assert heads(place) == ["8 to 21 December"]
    assert len(all_names(EntryLine, place)) == 1
    press("The next two weeks", place, qtbot)
    assert (heads(place), all_names(EntryLine, place)) == (["22 December to 4 January"], [])
    press("Today", place, qtbot)
    assert heads(place) == ["Still open", "Today, Tue 24 Nov"]


def test_two_weeks_further_add_what_is_open_then(desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        for day in (10, 14, 15, 28, 29):
            touchpoints.plan([ana], dt.datetime(2026, 11, 24, 10) + dt.timedelta(day), title=f"in {day} days")
            followups.add(f"due in {day}", customer=ana, due=dt.date(2026, 11, 24) + dt.timedelta(day))
        followups.finish(followups.add("done early", due=dt.date(2026, 12, 12)), now=desk.now())
    place = shown(Calendar(floor), qtbot)
    place.show_view("agenda")
    assert all_names(Tick, place) == ["due in 10", "due in 14"]
    press("Two weeks further", place, qtbot)
    assert all_names(Tick, place) == ["due in 10", "due in 14", "due in 15", "due in 28"]
    press("Two weeks further", place, qtbot)
    visits, ticks = all_names(EntryLine, place), all_names(Tick, place)
    assert ticks == ["due in 10", "due in 14", "due in 15", "due in 28", "due in 29"]
    place.agenda.show_agenda()
    assert (all_names(EntryLine, place), all_names(Tick, place)) == (visits, ticks)
    assert len(visits) == 5
