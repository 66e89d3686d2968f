"""The week of hours: walked through, moved and stretched by keys and by mouse, with what it warns of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import followups, months, opening, special_days, timeline, touchpoints
from lovedesk.shop.timeline import Touch
from lovedesk.store.desk import Desk
from lovedesk.ui import theme
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.calendar import Calendar
from lovedesk.ui.signals import Aside
from tests.conftest import TODAY
from tests.hands import one, press, shown, undone

Key, Held, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
ALT, STRETCH = Held.AltModifier, Held.AltModifier | Held.ShiftModifier
Open = Callable[..., Calendar]
WEDNESDAY = TODAY + dt.timedelta(1)


def at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute))


@pytest.fixture
def week(desk: Desk, qtbot: QtBot) -> Open:
    """The calendar with its week on the screen, at 09:00 on a Tuesday."""
    def opened(size: tuple[int, int] = (1188, 720)) -> Calendar:
        floor = Floor(desk, Settings(calendar="week"), Aside(desk, None))  # type: ignore[arg-type]  # nobody owns it
        place = shown(Calendar(floor), qtbot, size)
        place.week.setFocus()
        return place
    return opened


def planned(desk: Desk, customer: int, start: dt.datetime, minutes: int = 60, *, days: int = 0, title: str = "") -> int:
    with desk.act("visit.plan"):
        return touchpoints.plan([customer] if customer else [], start, minutes=minutes, days=days, title=title,
                                channel="visit")


def kept(desk: Desk, title: str, day: dt.date, due_time: str = "", *, promised: bool = False) -> int:
    with desk.act("followup.add"):
        return followups.add(title, due=day, due_time=due_time, promised=promised)


def press_keys(qtbot: QtBot, place: Calendar, *keys: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    for key in keys:
        qtbot.keyClick(place.week, key, held)


def the_touch(day: dt.date) -> Touch:
    (touch,) = timeline.of_day(day)
    return touch


def drag(qtbot: QtBot, place: Calendar, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    view = place.week.viewport()
    qtbot.mousePress(view, LEFT, pos=start)
    for step in (1, 2, 3):
        qtbot.mouseMove(view, start + (end - start) * step / 3)
    if drop:
        qtbot.mouseRelease(view, LEFT, pos=end)


def point(place: Calendar, day: dt.date, hour: float) -> QPoint:
    return place.week.point_of(day, round(hour * 60)).toPoint()


def test_the_week_is_named_and_its_day_told(desk: Desk, ana: int, week: Open) -> None:
    planned(desk, ana, at(TODAY, 10))
    place = week()
    assert place.title.text() == "23 to 29 November"
    assert place.week.accessibleName() == "23 to 29 November"
    assert place.week.accessibleDescription() == "Tuesday 24 November 2026, today: 10:00 Visit: Ana Ruiz"


def test_arrows_walk_through_days_and_what_lies_on_them(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10))
    planned(desk, ana, at(WEDNESDAY, 11))
    kept(desk, "Call Ruth", WEDNESDAY)
    place = week()
    press_keys(qtbot, place, Key.Key_Down)
    assert place.week.accessibleDescription() == "10:00 Visit: Ana Ruiz, 1 of 1, Tuesday 24 November 2026"
    press_keys(qtbot, place, Key.Key_Right)
    assert place.week.accessibleDescription() == "11:00 Visit: Ana Ruiz, 2 of 2, Wednesday 25 November 2026"
    press_keys(qtbot, place, Key.Key_Up)
    assert place.week.accessibleDescription() == "to do: Call Ruth, 1 of 2, Wednesday 25 November 2026"


def test_pages_turn_weeks_and_home_is_today(week: Open, qtbot: QtBot) -> None:
    place = week()
    press_keys(qtbot, place, Key.Key_PageDown)
    qtbot.waitUntil(lambda: place.title.text() == "30 November to 6 December")
    press_keys(qtbot, place, Key.Key_PageUp, Key.Key_PageUp)
    qtbot.waitUntil(lambda: place.title.text() == "16 to 22 November")
    press_keys(qtbot, place, Key.Key_Home)
    qtbot.waitUntil(lambda: place.title.text() == "23 to 29 November")
    assert place.week.day == TODAY


def test_enter_opens_what_the_keys_reached(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10))
    second = planned(desk, ana, at(TODAY, 12))
    place = week()
    ways: list[Go] = []
    place.go.connect(ways.append)
    press_keys(qtbot, place, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert ways == [Go("visit", second)]


def test_alt_and_arrows_move_by_a_quarter_of_an_hour_and_a_day(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10))
    place = week()
    said: list[str] = []
    place.done.connect(said.append)
    press_keys(qtbot, place, Key.Key_Down)
    press_keys(qtbot, place, Key.Key_Down, Key.Key_Right, held=ALT)
    assert the_touch(WEDNESDAY).start == at(WEDNESDAY, 10, 15)
    assert said == ["Ana Ruiz moved to today 10:15", "Ana Ruiz moved to tomorrow 10:15"]
    assert place.week.accessibleDescription() == "10:15 Visit: Ana Ruiz, 1 of 1, Wednesday 25 November 2026"
    undone(desk)
    undone(desk)
    assert the_touch(TODAY).start == at(TODAY, 10)


def test_what_is_moved_out_of_the_week_takes_the_keys_along(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    sunday = TODAY + dt.timedelta(5)
    planned(desk, ana, at(sunday, 10))
    place = week()
    place.week.go_to(sunday)
    press_keys(qtbot, place, Key.Key_Down)
    press_keys(qtbot, place, Key.Key_Right, held=ALT)
    qtbot.waitUntil(lambda: place.title.text() == "30 November to 6 December")
    assert place.week.accessibleDescription() == "10:00 Visit: Ana Ruiz, 1 of 1, Monday 30 November 2026"


def test_alt_shift_and_arrows_stretch(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10))
    place = week()
    press_keys(qtbot, place, Key.Key_Down)
    press_keys(qtbot, place, Key.Key_Down, Key.Key_Down, Key.Key_Up, held=STRETCH)
    assert the_touch(TODAY).minutes == 75


def test_whole_days_lie_above_the_hours_and_are_stretched_by_days(desk: Desk, week: Open, qtbot: QtBot) -> None:
    planned(desk, 0, at(TODAY, 0), days=2, title="The fair")
    place = week()
    press_keys(qtbot, place, Key.Key_Down)
    press_keys(qtbot, place, Key.Key_Right, held=STRETCH)
    assert [entry.days for entry in months.month(TODAY, TODAY)] == [3]
    press_keys(qtbot, place, Key.Key_Right, held=ALT)
    (entry,) = months.month(TODAY + dt.timedelta(3), TODAY + dt.timedelta(3))
    assert (entry.day, entry.time, entry.days) == (WEDNESDAY, None, 3)
    assert [held.title for held in place.week.of_day(TODAY + dt.timedelta(3))] == ["The fair"]


def test_what_is_done_or_a_birthday_does_not_move(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    visit = planned(desk, ana, at(TODAY, 8))
    with desk.act("visit.finish"):
        touchpoints.finish(visit, now=at(TODAY, 9))
        special_days.add("birthday", 11, 24, customer=ana)
    place = week()
    for _entry in range(2):
        press_keys(qtbot, place, Key.Key_Down)
        press_keys(qtbot, place, Key.Key_Right, held=ALT)
    assert the_touch(TODAY).start == at(TODAY, 8)
    assert place.week.accessibleDescription().startswith("08:00 Visit: Ana Ruiz, done, 2 of 2")


def test_a_drag_moves_in_quarters_of_an_hour_and_to_another_day(
        desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10))
    place = week()
    drag(qtbot, place, point(place, TODAY, 10.5), point(place, WEDNESDAY, 12.1))
    assert the_touch(WEDNESDAY).start == at(WEDNESDAY, 11, 30)
    undone(desk)
    assert the_touch(TODAY).start == at(TODAY, 10)


def test_a_drag_at_the_end_stretches(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10))
    place = week()
    end = point(place, TODAY, 11) - QPoint(0, 4)
    drag(qtbot, place, end, end + QPoint(0, point(place, TODAY, 12).y() - point(place, TODAY, 11).y()))
    assert (the_touch(TODAY).start, the_touch(TODAY).minutes) == (at(TODAY, 10), 120)


def test_escape_gives_a_drag_up(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10))
    place = week()
    drag(qtbot, place, point(place, TODAY, 10.5), point(place, WEDNESDAY, 12), drop=False)
    press_keys(qtbot, place, Key.Key_Escape)
    qtbot.mouseRelease(place.week.viewport(), LEFT, pos=point(place, WEDNESDAY, 12))
    assert the_touch(TODAY).start == at(TODAY, 10)


def test_what_is_dragged_shows_where_it_would_be(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10))
    place = week()

    def column() -> QImage:
        return place.week.viewport().grab().toImage().copy(point(place, WEDNESDAY, 11).x() - 20,
                                                           point(place, WEDNESDAY, 11).y(), 40, 60)
    before = column()
    drag(qtbot, place, point(place, TODAY, 10.5), point(place, WEDNESDAY, 11.5), drop=False)
    assert column() != before
    press_keys(qtbot, place, Key.Key_Escape)
    assert column() == before


def test_what_is_dragged_says_its_time_however_short_it_is(
        desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10), 15)
    place = week()

    def said() -> QImage:
        return place.week.viewport().grab().toImage().copy(
            point(place, WEDNESDAY, 12).x() - 50, point(place, WEDNESDAY, 12).y() + 3, 100, 9)

    drag(qtbot, place, point(place, TODAY, 10.1), point(place, WEDNESDAY, 12.1), drop=False)
    dragged = said()
    qtbot.mouseRelease(place.week.viewport(), LEFT, pos=point(place, WEDNESDAY, 12.1))
    assert the_touch(WEDNESDAY).start == at(WEDNESDAY, 12)
    assert said() != dragged


def test_a_click_opens_and_moves_nothing(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    visit = planned(desk, ana, at(TODAY, 10))
    place = week()
    ways: list[Go] = []
    place.go.connect(ways.append)
    qtbot.mouseClick(place.week.viewport(), LEFT, pos=point(place, TODAY, 10.5))
    assert ways == [Go("visit", visit)]


def test_a_follow_up_is_dragged_into_the_hours_and_keeps_what_was_promised(
        desk: Desk, week: Open, qtbot: QtBot) -> None:
    promised = kept(desk, "Send the samples", TODAY, "10:00", promised=True)
    place = week()
    drag(qtbot, place, point(place, TODAY, 10.2), point(place, WEDNESDAY, 13.2))
    due = followups.get(promised)
    assert due is not None
    assert (due.due, due.due_time, due.promised_for) == (WEDNESDAY, "13:00", TODAY)


def test_a_double_click_plans_at_that_time(week: Open, qtbot: QtBot) -> None:
    place = week()
    qtbot.mouseDClick(place.week.viewport(), LEFT, pos=point(place, WEDNESDAY, 13.6))
    assert place.planning.isVisible()
    assert (one(QLineEdit, "Day", place).text(), one(QLineEdit, "Time", place).text()) == ("Wed 25 Nov", "13:30")


def test_n_plans_after_what_was_reached(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10), 50)
    place = week()
    press_keys(qtbot, place, Key.Key_Down, Key.Key_N)
    assert one(QLineEdit, "Time", place).text() == "11:00"


def test_two_at_the_same_time_are_warned_of(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(TODAY, 10))
    planned(desk, ana, at(TODAY, 10, 30))
    place = week()
    press_keys(qtbot, place, Key.Key_Down)
    assert "10:00 Visit: Ana Ruiz, 2 at the same time" in place.week.accessibleDescription()


def test_what_is_of_another_place_says_by_whose_clock(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    visit = planned(desk, ana, at(TODAY, 10))
    with desk.act("visit.change") as recorder:
        recorder.connection.execute("update touchpoint set zone = 'America/New_York' where id = ?", (visit,))
    place = week()
    press_keys(qtbot, place, Key.Key_Down)
    assert "10:00 Visit: Ana Ruiz, New York time" in place.week.accessibleDescription()


def test_a_day_on_which_clocks_change_has_its_hours_as_they_are_written(
        desk: Desk, ana: int, week: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    change = dt.date(2027, 3, 28)
    planned(desk, ana, at(change, 1, 30), 120)
    place = week()
    place.week.go_to(change)
    qtbot.waitUntil(lambda: not place.week.waiting)
    press_keys(qtbot, place, Key.Key_Down)
    press_keys(qtbot, place, Key.Key_Down, held=ALT)
    assert (the_touch(change).start, the_touch(change).minutes) == (at(change, 1, 45), 120)


def test_closed_days_stand_above_the_hours(desk: Desk, week: Open) -> None:
    with desk.act("closed.add"):
        opening.close(TODAY, WEDNESDAY, "The fair")
    place = week()
    assert [entry.title for entry in place.week.of_day(WEDNESDAY)] == ["The fair"]


@pytest.mark.parametrize("typed", ["1.1.0001", "31.12.9999"])
def test_days_beyond_the_calendar_are_refused_beside_their_field(typed: str, week: Open, qtbot: QtBot) -> None:
    place = week()
    press("Go to a day (Alt+G)", place, qtbot)
    field = one(QLineEdit, "Go to the day", place)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Key.Key_Return)
    assert field.accessibleDescription() == "The calendar goes from 1900 to 2200."
    qtbot.keyClick(field, Key.Key_Down)
    assert place.week.day == TODAY


def test_a_day_that_is_typed_is_gone_to(week: Open, qtbot: QtBot) -> None:
    place = week()
    press("Go to a day (Alt+G)", place, qtbot)
    field = one(QLineEdit, "Go to the day", place)
    qtbot.keyClicks(field, "1.1.2030")
    qtbot.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: place.title.text() == "31 December to 6 January")
    assert place.week.hasFocus()


def test_the_ends_of_the_calendar_hold(week: Open, qtbot: QtBot) -> None:
    place = week()
    for day, key in ((dt.date(1900, 1, 1), Key.Key_PageUp), (dt.date(2200, 12, 31), Key.Key_PageDown)):
        place.week.go_to(day)
        press_keys(qtbot, place, key)
        assert place.week.day == day


def test_the_view_is_remembered_and_goes_on_with_its_day(desk: Desk, week: Open, qtbot: QtBot) -> None:
    place = week()
    place.week.go_to(dt.date(2027, 1, 14))
    press("Month", place, qtbot)
    assert place.title.text() == "January 2027"
    assert place.floor.settings.calendar == "month"
    assert place.month.day == dt.date(2027, 1, 14)


def test_who_presses_a_view_goes_on_by_keys_in_what_it_shows(week: Open, qtbot: QtBot) -> None:
    place = week()
    for view, shown_now in (("Month", place.month), ("Week", place.week)):
        qtbot.mouseClick(one(QAbstractButton, view, place), LEFT)
        assert shown_now.hasFocus()


def test_the_words_of_what_is_done_are_dark_enough_to_be_read(desk: Desk, ana: int, week: Open) -> None:
    visit = planned(desk, ana, at(TODAY, 10))
    with desk.act("visit.went_fine"):
        touchpoints.finish(visit, now=at(TODAY, 11))
    place = week()
    block = place.week.viewport().grab().toImage().copy(
        point(place, TODAY, 10).x() - 50, point(place, TODAY, 10).y() + 3, 100, 24)
    darkest = min(block.pixelColor(x, y).lightness() for x in range(block.width()) for y in range(block.height()))
    assert darkest < theme.tokens().ink3.lightness() + 10


def test_a_full_day_is_listed_and_esc_returns_to_the_week(desk: Desk, ana: int, week: Open, qtbot: QtBot) -> None:
    planned(desk, ana, at(WEDNESDAY, 10))
    kept(desk, "Call Ruth", WEDNESDAY)
    place = week()
    press_keys(qtbot, place, Key.Key_Right, Key.Key_Return)
    assert place.title.text() == "Agenda"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert place.title.text() == "23 to 29 November"
    assert place.week.hasFocus()
    assert place.week.day == WEDNESDAY
