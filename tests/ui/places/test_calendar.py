"""The calendar: months by keys and mouse, the agenda's rows, and what is asked for in the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import customers, followups, months, opening, shops, special_days, touchpoints, wanted_papers
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.agenda_line import EntryLine
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.calendar import Calendar
from lovedesk.ui.signals import Aside
from tests.conftest import TODAY
from tests.hands import all_names, enter, one, press, shown, type_into

Key = Qt.Key
Open = Callable[..., Calendar]


def at(days: int, hour: int = 10) -> dt.datetime:
    return dt.datetime.combine(TODAY + dt.timedelta(days), dt.time(hour))


@pytest.fixture
def calendar(desk: Desk, qtbot: QtBot) -> Open:
    """The calendar on the screen; what is in the desk by then stands in it."""
    def opened(size: tuple[int, int] = (1188, 720)) -> Calendar:
        return shown(Calendar(Floor(desk, Settings(), Aside(desk, None))), qtbot, size)  # type: ignore[arg-type]  # nobody owns it
    return opened


def kept(desk: Desk, title: str, *, due: int | None = 0, **more: Any) -> int:
    with desk.act("followup.add"):
        day = None if due is None else TODAY + dt.timedelta(due)
        return followups.add(title, due=day, **more)


def planned(desk: Desk, customer: int, start: dt.datetime) -> int:
    with desk.act("visit.plan"):
        return touchpoints.plan([customer], start)


def focused(kind: type[QAbstractButton]) -> str:
    widget = QApplication.focusWidget()
    assert isinstance(widget, kind)
    return widget.text() or widget.accessibleName()


def key(qtbot: QtBot, *keys: Qt.Key) -> None:
    for one_key in keys:
        qtbot.keyClick(QApplication.focusWidget(), one_key)


def went(place: Calendar) -> list[Go]:
    ways: list[Go] = []
    place.go.connect(ways.append)
    return ways


def test_the_chosen_day_is_told_in_words(desk: Desk, ana: int, calendar: Open) -> None:
    planned(desk, ana, at(0))
    kept(desk, "Call about the chair", promised=True)
    month = calendar().month
    assert month.accessibleName() == "November 2026"
    assert month.accessibleDescription() == (
        "Tuesday 24 November 2026, today: 10:00 Visit: Ana Ruiz; promised: Call about the chair")


def test_arrows_move_a_day_and_the_page_keys_a_month(calendar: Open, qtbot: QtBot) -> None:
    place = calendar()
    key(qtbot, Key.Key_Right, Key.Key_Down)
    assert place.month.day == dt.date(2026, 12, 2)
    qtbot.waitUntil(lambda: place.title.text() == "December 2026")
    key(qtbot, Key.Key_PageDown, Key.Key_PageDown)
    qtbot.waitUntil(lambda: place.month.accessibleName() == "February 2027")
    key(qtbot, Key.Key_Home)
    qtbot.waitUntil(lambda: place.title.text() == "November 2026")
    assert place.month.day == TODAY


@pytest.mark.parametrize("view", ["Month", "Week"])
def test_what_changes_on_the_page_that_comes_next_stands_there(
        calendar: Open, qtbot: QtBot, desk: Desk, view: str) -> None:
    place = calendar()
    press(view, place, qtbot)
    shown = place.week if view == "Week" else place.month
    shown.setFocus()
    key(qtbot, Key.Key_PageDown)
    qtbot.waitUntil(lambda: place.ahead is not None and not place.ahead.step())    # asked for in advance
    day = shown.ahead()[0] + dt.timedelta(10 if view == "Month" else 2)
    with desk.act("followup.add"):
        followups.add("Call about the chair", due=day)
    key(qtbot, Key.Key_PageDown)
    shown.go_to(day)
    qtbot.waitUntil(lambda: "Call about the chair" in shown.accessibleDescription())
    key(qtbot, Key.Key_PageUp)
    qtbot.waitUntil(lambda: not shown.waiting and "Call about the chair" not in shown.accessibleDescription())


def test_the_arrows_beside_the_title_turn_the_month(calendar: Open, qtbot: QtBot) -> None:
    place = calendar()
    press("The next month (Page Down)", place, qtbot)
    qtbot.waitUntil(lambda: place.title.text() == "December 2026")
    press("Today", place, qtbot)
    qtbot.waitUntil(lambda: place.title.text() == "November 2026")


def test_enter_opens_the_only_entry_of_a_day(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    visit = planned(desk, ana, at(1))
    place = calendar()
    ways = went(place)
    key(qtbot, Key.Key_Right, Key.Key_Return)
    assert ways == [Go("visit", visit)]


def test_a_click_on_a_visit_opens_it(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    visit = planned(desk, ana, at(1))
    place = calendar()
    ways = went(place)
    cell = place.month.rect_of(TODAY + dt.timedelta(1))
    qtbot.mouseClick(place.month, Qt.MouseButton.LeftButton, pos=cell.topLeft().toPoint() + QPoint(30, 34))
    assert ways == [Go("visit", visit)]


def test_a_birthday_leads_to_the_customer(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    with desk.act("day.add"):
        special_days.add("birthday", 11, 25, year=1974, customer=ana)
    place = calendar()
    ways = went(place)
    key(qtbot, Key.Key_Right, Key.Key_Return)
    assert ways == [Go("customers", ana)]
    assert any(name.startswith("Ana Ruiz turns 52") for name in all_names(EntryLine, place))


def test_a_full_day_is_listed_beside_the_month_and_esc_returns(
        desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    for hour in range(9, 15):
        planned(desk, ana, at(20, hour))
    place = calendar()
    place.month.go_to(TODAY + dt.timedelta(20))
    qtbot.waitUntil(lambda: place.title.text() == "December 2026")
    assert len(all_names(EntryLine, place)) == 0
    key(qtbot, Key.Key_Return)
    assert len(all_names(EntryLine, place)) == 6
    assert focused(EntryLine).startswith("Ana Ruiz")
    key(qtbot, Key.Key_Escape)
    assert len(all_names(EntryLine, place)) == 0
    assert place.month.hasFocus()


def test_enter_on_an_empty_day_plans_a_visit_on_it(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    place = calendar()
    ways = went(place)
    key(qtbot, Key.Key_Down, Key.Key_Return)
    qtbot.waitUntil(place.planning.isVisible)
    type_into(one(QLineEdit, "With whom?", place), "ana", qtbot)
    enter(qtbot)
    enter(qtbot)
    qtbot.waitUntil(lambda: bool(ways))
    assert ways[0].place == "visit"
    visits = [entry for entry in months.month(TODAY, TODAY + dt.timedelta(7)) if entry.kind == months.VISIT]
    assert [(entry.customer, entry.day, entry.time) for entry in visits] == [
        ("Ana Ruiz", TODAY + dt.timedelta(7), dt.time(10))]


def test_nobody_of_that_name_is_said_beside_the_line(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    place = calendar()
    press("Plan a visit", place, qtbot)
    line = one(QLineEdit, "With whom?", place)
    type_into(line, "zz", qtbot)
    enter(qtbot)
    assert line.accessibleDescription() == "Nobody of this name is known yet. Add them in Customers first."


def test_a_day_clicked_while_planning_is_taken(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    place = calendar()
    press("Plan a visit", place, qtbot)
    cell = place.month.rect_of(dt.date(2026, 11, 27))
    qtbot.mouseClick(place.month, Qt.MouseButton.LeftButton, pos=cell.topLeft().toPoint() + QPoint(12, 10))
    assert one(QLineEdit, "Day", place).text() == "Fri 27 Nov"


def test_a_follow_up_is_added_for_someone_on_a_day(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    place = calendar()
    press("Add a follow-up", place, qtbot)
    type_into(one(QLineEdit, "By when", place), "thu", qtbot)
    type_into(one(QLineEdit, "For whom", place), "ana", qtbot)
    press("Promised", place, qtbot)
    type_into(one(QLineEdit, "What is to be done", place), "Send the samples", qtbot)
    enter(qtbot)
    due = followups.open_of(ana)[0]
    assert (due.title, due.due, due.promised, due.promised_for) == (
        "Send the samples", dt.date(2026, 11, 26), True, dt.date(2026, 11, 26))
    assert "Send the samples" in all_names(Tick, place)
    assert not place.adding.isVisible()


def test_a_follow_up_without_words_is_refused_beside_its_field(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    place = calendar()
    press("Add a follow-up", place, qtbot)
    enter(qtbot)
    assert one(QLineEdit, "What is to be done", place).accessibleDescription() == "What is to be done?"


def test_two_weeks_away_by_keys_alone(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    """Journey 7: three done, one later, one dropped, in seven keys from the calendar."""
    ids = [kept(desk, title, due=days) for days, title in
           enumerate(["Thank Leyla", "Wish Tomasz well", "Call Ruth", "Send the bill", "Ask about the oak"], -9)]
    place = calendar()
    key(qtbot, Key.Key_Tab)
    assert focused(Tick) == "Thank Leyla"
    key(qtbot, Key.Key_Space, Key.Key_Space, Key.Key_Space)
    assert focused(Tick) == "Send the bill"
    key(qtbot, Key.Key_T)
    assert focused(Tick) == "Ask about the oak"
    key(qtbot, Key.Key_D)
    qtbot.keyClicks(QApplication.focusWidget(), "they sold the house")
    key(qtbot, Key.Key_Return)
    found = [followups.get(each) for each in ids]
    assert [due.done for due in found if due] == [True, True, True, False, False]
    assert [due.due for due in found if due][3] == TODAY + dt.timedelta(1)
    assert [due.dropped_why for due in found if due][4] == "they sold the house"
    assert place.month.isVisible()


def test_what_is_moved_keeps_the_day_that_was_promised(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    promised = kept(desk, "Send the samples", customer=ana, promised=True)
    place = calendar()
    tick = one(Tick, "Send the samples", place)
    tick.setFocus()
    key(qtbot, Key.Key_M)
    qtbot.keyClicks(QApplication.focusWidget(), "fri")
    key(qtbot, Key.Key_Return)
    due = followups.get(promised)
    assert due is not None
    assert (due.due, due.promised_for) == (dt.date(2026, 11, 27), TODAY)
    assert one(Tick, "Send the samples", place).accessibleDescription() == (
        "Promised · Ana Ruiz · promised for today, Fri 27 Nov")


def test_esc_leaves_a_follow_up_where_it_was(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    kept(desk, "Call Ruth")
    place = calendar()
    one(Tick, "Call Ruth", place).setFocus()
    key(qtbot, Key.Key_D)
    assert QApplication.focusWidget() is one(QLineEdit, "Why is it dropped?", place)
    key(qtbot, Key.Key_Escape)
    assert focused(Tick) == "Call Ruth"
    assert [due.title for due in followups.open_until(TODAY)] == ["Call Ruth"]


def test_all_that_is_still_open_moves_in_one_act(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    kept(desk, "Call Ruth", due=-3)
    kept(desk, "Send the bill", due=-1)
    kept(desk, "Their colours", due=-2, customer=ana, theirs=True)
    place = calendar()
    press("Move all to Thursday", place, qtbot)
    thursday = dt.date(2026, 11, 26)
    assert [(due.title, due.due) for due in followups.open_until(thursday)] == [
        ("Their colours", TODAY - dt.timedelta(2)), ("Call Ruth", thursday), ("Send the bill", thursday)]
    desk.undo()
    assert len(followups.open_until(TODAY)) == 3


def test_a_sheet_is_typed_in_or_went_fine(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    first, second = planned(desk, ana, at(-2)), planned(desk, ana, at(-1))
    place = calendar()
    ways = went(place)
    place.agenda.focus_first()
    assert focused(EntryLine).startswith("Sheet to type in")
    key(qtbot, Key.Key_Return)
    assert ways == [Go("debrief", first)]
    key(qtbot, Key.Key_Space)
    press("The visit to Ana Ruiz went fine", place, qtbot)
    assert [name for name in all_names(EntryLine, place) if name.startswith("Sheet")] == []
    assert {entry.id for entry in months.month(TODAY - dt.timedelta(3), TODAY) if entry.done} == {first, second}


def test_the_agenda_alone_says_the_same_on_one_line(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    kept(desk, "Call Ruth", due=-3)
    kept(desk, "Some day", due=None)
    planned(desk, ana, at(3))
    place = calendar()
    press("Agenda", place, qtbot)
    assert place.title.text() == "Agenda"
    assert not place.month.isVisible()
    assert all_names(Tick, place) == ["Call Ruth", "Some day"]
    place.agenda.focus_first()
    key(qtbot, Key.Key_Down)
    assert focused(EntryLine).startswith("Ana Ruiz")
    key(qtbot, Key.Key_Up)
    assert focused(Tick) == "Call Ruth"


def test_an_empty_agenda_invites(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    place = calendar()
    press("Agenda", place, qtbot)
    assert "Nothing waits" in [label.text() for label in place.findChildren(QLabel) if label.isVisible()]
    kept(desk, "Call Ruth")
    assert all_names(Tick, place) == ["Call Ruth"]
    assert "Nothing waits" not in [label.text() for label in place.findChildren(QLabel) if label.isVisible()]


def test_a_narrow_window_shows_a_day_on_the_agenda_page(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(0, 12))
    kept(desk, "Call Ruth")
    place = calendar((932, 640))
    assert not place.agenda.isVisible()
    key(qtbot, Key.Key_Return)
    assert place.agenda.isVisible()
    assert focused(EntryLine).startswith("Ana Ruiz")


def test_a_long_agenda_shows_some_and_says_how_many_more(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    for number in range(30):
        kept(desk, f"Call {number}", due=-1)
    place = calendar()
    assert len(all_names(Tick, place)) == 25
    press("and 5 more", place, qtbot)
    assert len(all_names(Tick, place)) == 30


def test_what_waits_for_them_can_be_ticked_when_it_came(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    kept(desk, "Their colours", customer=ana, theirs=True)
    place = calendar()
    tick = one(Tick, "Their colours", place)
    assert tick.accessibleDescription() == "Waiting for Ana Ruiz, today"
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert followups.open_of(ana) == []


def test_a_customer_in_the_trash_leaves_the_calendar(desk: Desk, ana: int, calendar: Open) -> None:
    planned(desk, ana, at(0, 12))
    place = calendar()
    assert len(all_names(EntryLine, place)) == 1
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert all_names(EntryLine, place) == []
    assert place.month.accessibleDescription() == "Tuesday 24 November 2026, today: nothing"


def test_the_agenda_of_two_says_whose_each_is_and_what_is_at_the_same_time(
        desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    with desk.act("shop.set_up"):
        shops.add_keeper("Mira")
        jonas = shops.add_keeper("Jonas")
    with desk.act("visit.plan"):
        for minute in (0, 30):
            touchpoints.plan([ana], at(1) + dt.timedelta(minutes=minute), keeper=jonas, channel="visit")
    place = calendar()
    press("Agenda", place, qtbot)
    assert all_names(EntryLine, place) == [
        "Ana Ruiz, Wed 10:00, 2 at the same time, Jonas", "Ana Ruiz, Wed 10:30, 2 at the same time, Jonas"]


def test_what_is_still_open_is_moved_to_a_day_on_which_the_shop_is_open(
        desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    kept(desk, "Call Ruth", due=-3)
    kept(desk, "Send the bill", due=-1)
    with desk.act("closed.add"):
        opening.close(TODAY + dt.timedelta(2), TODAY + dt.timedelta(3), "The fair")
    place = calendar()
    press("Move all to Monday", place, qtbot)
    assert {due.due for due in followups.open_until(TODAY + dt.timedelta(30))} == {dt.date(2026, 11, 30)}


def test_what_is_our_own_is_planned_by_what_it_is_about_alone(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    place = calendar()
    ways = went(place)
    press("Plan a visit", place, qtbot)
    type_into(one(QLineEdit, "Day", place), "thu", qtbot)
    enter(qtbot)
    assert "our own" in one(QLineEdit, "With whom?", place).accessibleDescription()
    type_into(one(QLineEdit, "What it is about", place), "The tax adviser", qtbot)
    enter(qtbot)
    qtbot.waitUntil(lambda: bool(ways))
    (entry,) = [entry for entry in months.month(TODAY, TODAY + dt.timedelta(7)) if entry.kind == months.VISIT]
    assert (entry.whom, entry.customer_id, ways[0]) == ("The tax adviser", None, Go("visit", entry.id))


@pytest.mark.parametrize(("view", "on", "days"), [
    ("Month", Key.Key_Down, 7), ("Week", Key.Key_PageDown, 7), ("Agenda", None, 14)])
def test_ctrl_p_leads_to_the_week_that_is_shown_on_paper(
        calendar: Open, qtbot: QtBot, view: str, on: Qt.Key | None, days: int) -> None:
    page = calendar()
    press(view, page, qtbot)
    if on is None:
        press("The next two weeks", page, qtbot)
    else:
        qtbot.keyClick(page.week if view == "Week" else page.month, on)
    with qtbot.waitSignal(page.go) as gone:
        qtbot.keyClick(page, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert gone.args == [Go("paper", wanted_papers.number_of(wanted_papers.WEEK, TODAY + dt.timedelta(days)))]


def test_ctrl_p_leads_from_a_day_that_was_opened_to_its_pack(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    kept(desk, "Call about the chair", due=1)
    kept(desk, "Send the cloth", due=1)
    page = calendar()
    key(qtbot, Key.Key_Right, Key.Key_Return)
    with qtbot.waitSignal(page.go) as gone:
        qtbot.keyClick(page, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert gone.args == [Go("paper", wanted_papers.number_of(wanted_papers.PACK, TODAY + dt.timedelta(1)))]
