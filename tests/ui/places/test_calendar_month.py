"""The month: entries chosen, moved by keys and by mouse, what lasts for days, and days on which nobody works."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import followups, months, opening, series, shops, tags, timeline, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.calendar import Calendar
from lovedesk.ui.signals import Aside
from tests.conftest import TODAY
from tests.hands import one, press, shown, undone

Key, Held, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
ALT, STRETCH, WALK = Held.AltModifier, Held.AltModifier | Held.ShiftModifier, Held.ControlModifier
Open = Callable[..., Calendar]
TEN = dt.time(10)


@pytest.fixture
def settings() -> Settings:
    """What this laptop remembers."""
    return Settings()


@pytest.fixture
def calendar(desk: Desk, settings: Settings, qtbot: QtBot) -> Open:
    """The calendar on the screen, the keys in its month."""
    def opened(size: tuple[int, int] = (1188, 720)) -> Calendar:
        place = shown(Calendar(Floor(desk, settings, Aside(desk, None))), qtbot, size)  # type: ignore[arg-type]  # nobody owns it
        place.month.setFocus()
        return place
    return opened


def planned(desk: Desk, customer: int, days: int = 0, *, time: dt.time = TEN, keeper: int | None = None) -> int:
    with desk.act("visit.plan"):
        return touchpoints.plan([customer], dt.datetime.combine(TODAY + dt.timedelta(days), time), channel="visit",
                                keeper=keeper)


def day_of(touchpoint: int) -> dt.date:
    return next(entry.day for entry in months.month(TODAY - dt.timedelta(60), TODAY + dt.timedelta(60))
                if entry.id == touchpoint and entry.day)


def keys(qtbot: QtBot, place: Calendar, *pressed: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    for key in pressed:
        qtbot.keyClick(place.month, key, held)


def spot(place: Calendar, day: dt.date) -> QPoint:
    """The first entry of a cell."""
    return place.month.rect_of(day).topLeft().toPoint() + QPoint(30, 34)


def test_alt_and_arrows_move_the_entry_of_the_day_and_the_keys_go_with_it(
        desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    visit = planned(desk, ana)
    place = calendar()
    keys(qtbot, place, Key.Key_Right, Key.Key_Down, held=ALT)
    assert day_of(visit) == place.month.day == TODAY + dt.timedelta(8)
    qtbot.waitUntil(lambda: "1 of 1" in place.month.accessibleDescription())
    undone(desk)
    undone(desk)
    assert day_of(visit) == TODAY


def test_ctrl_and_arrows_choose_among_the_entries_of_a_day(
        desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    first, second = planned(desk, ana), planned(desk, ana, time=dt.time(12))
    place = calendar()
    ways: list[Go] = []
    place.go.connect(ways.append)
    keys(qtbot, place, Key.Key_Down, Key.Key_Down, held=WALK)
    assert place.month.accessibleDescription() == "12:00 Visit: Ana Ruiz, 2 of 2, Tuesday 24 November 2026"
    keys(qtbot, place, Key.Key_Left, held=ALT)
    assert (day_of(first), day_of(second)) == (TODAY, TODAY - dt.timedelta(1))
    keys(qtbot, place, Key.Key_Return)
    assert ways == [Go("visit", second)]


def test_a_drag_moves_to_another_day_and_keeps_the_time(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    planned(desk, ana)
    place = calendar()
    friday = TODAY + dt.timedelta(3)
    qtbot.mousePress(place.month, LEFT, pos=spot(place, TODAY))
    qtbot.mouseMove(place.month, spot(place, friday))
    qtbot.mouseRelease(place.month, LEFT, pos=spot(place, friday))
    (touch,) = timeline.of_day(friday)
    assert touch.start == dt.datetime.combine(friday, TEN)


def test_escape_gives_a_drag_up(desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    visit = planned(desk, ana)
    place = calendar()
    qtbot.mousePress(place.month, LEFT, pos=spot(place, TODAY))
    qtbot.mouseMove(place.month, spot(place, TODAY + dt.timedelta(3)))
    keys(qtbot, place, Key.Key_Escape)
    qtbot.mouseRelease(place.month, LEFT, pos=spot(place, TODAY + dt.timedelta(3)))
    assert day_of(visit) == TODAY


def test_a_follow_up_is_moved_and_what_was_promised_is_kept(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    with desk.act("followup.add"):
        promised = followups.add("Send the samples", due=TODAY, promised=True)
    place = calendar()
    keys(qtbot, place, Key.Key_Right, held=ALT)
    due = followups.get(promised)
    assert due is not None
    assert (due.due, due.promised_for) == (TODAY + dt.timedelta(1), TODAY)


def test_what_lasts_for_days_lies_on_each_and_is_stretched(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        fair = touchpoints.plan([], dt.datetime.combine(TODAY, TEN), days=3, title="The fair")
    place = calendar()
    ways: list[Go] = []
    place.go.connect(ways.append)
    qtbot.mouseClick(place.month, LEFT, pos=spot(place, TODAY + dt.timedelta(2)))
    assert ways == [Go("visit", fair)]
    keys(qtbot, place, Key.Key_Down, held=WALK)
    keys(qtbot, place, Key.Key_Right, held=STRETCH)
    assert [entry.days for entry in months.month(TODAY, TODAY)] == [4]


def test_n_plans_on_the_day(calendar: Open, qtbot: QtBot) -> None:
    place = calendar()
    keys(qtbot, place, Key.Key_Right, Key.Key_N)
    assert place.planning.isVisible()
    assert place.planning.day.shown == TODAY + dt.timedelta(1)


def test_two_at_the_same_time_are_told(desk: Desk, ana: int, calendar: Open) -> None:
    planned(desk, ana)
    planned(desk, ana)
    assert calendar().month.accessibleDescription().count("2 at the same time") == 2


def test_closed_days_stand_in_the_month_and_open_nothing(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    with desk.act("closed.add"):
        opening.close(TODAY, TODAY, "The fair")
    place = calendar()
    ways: list[Go] = []
    place.go.connect(ways.append)
    assert place.month.accessibleDescription() == "Tuesday 24 November 2026, today: The fair"
    keys(qtbot, place, Key.Key_Return)
    assert ways == []


def test_holidays_come_as_soon_as_they_are_worked_out(desk: Desk, calendar: Open, qtbot: QtBot) -> None:
    with desk.act("shop.set_holidays"):
        shops.set_country("DE")
        opening.show_holidays(True)
    place = calendar()
    place.month.go_to(dt.date(2026, 12, 25))
    qtbot.waitUntil(lambda: "Christmas Day" in place.month.accessibleDescription()
                    or "Weihnachtstag" in place.month.accessibleDescription(), timeout=10_000)
    place.floor.aside.close()


def test_what_repeats_is_moved_alone_and_asks_for_the_others(
        desk: Desk, ana: int, calendar: Open, qtbot: QtBot) -> None:
    visit = planned(desk, ana)
    with desk.act("series.repeat"):
        series.repeat(visit, "FREQ=DAILY;INTERVAL=7")
    place = calendar()
    keys(qtbot, place, Key.Key_Right, held=ALT)

    def days() -> list[dt.date]:
        return [entry.day for entry in months.month(TODAY, TODAY + dt.timedelta(8)) if entry.day]
    assert days() == [TODAY + dt.timedelta(1), TODAY + dt.timedelta(7)]
    press("This and later ones", place, qtbot)
    assert days() == [TODAY + dt.timedelta(1), TODAY + dt.timedelta(8)]
    undone(desk)
    assert days() == [TODAY + dt.timedelta(1), TODAY + dt.timedelta(7)]


def test_kinds_are_left_out_and_this_is_remembered(
        desk: Desk, ana: int, settings: Settings, calendar: Open, qtbot: QtBot) -> None:
    planned(desk, ana)
    with desk.act("followup.add"):
        followups.add("Call Ruth", due=TODAY)
    place = calendar()
    press("What is shown (Alt+L)", place, qtbot)
    one(SwitchChip, "Visits", place).click()
    assert place.month.accessibleDescription() == "Tuesday 24 November 2026, today: to do: Call Ruth"
    assert settings.sieve_without == "visits"
    again = calendar()
    assert again.filter.isVisible()
    assert again.month.accessibleDescription() == "Tuesday 24 November 2026, today: to do: Call Ruth"
    one(QAbstractButton, "Show all", again).click()
    assert "Visit: Ana Ruiz" in again.month.accessibleDescription()
    assert settings.sieve_without == ""


def test_mine_is_shown_with_what_is_no_ones(
        desk: Desk, ana: int, settings: Settings, calendar: Open, qtbot: QtBot) -> None:
    with desk.act("shop.set_up"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
    settings.keeper = mira
    planned(desk, ana, time=dt.time(12), keeper=mira)
    planned(desk, ana, time=dt.time(14), keeper=jonas)
    planned(desk, ana, time=dt.time(16))
    place = calendar()
    press("What is shown (Alt+L)", place, qtbot)
    whose = one(Picker, "Whose", place)
    assert [whose.itemText(n) for n in range(whose.count())] == ["Everyone’s", "Mine", "Jonas"]
    qtbot.keyClick(whose, Key.Key_Down)
    whose.activated.emit(whose.currentIndex())
    shown_now = place.month.accessibleDescription()
    assert ("12:00" in shown_now, "14:00" in shown_now, "16:00" in shown_now) == (True, False, True)


def test_only_customers_with_a_tag_are_shown(
        desk: Desk, ana: int, settings: Settings, calendar: Open, qtbot: QtBot) -> None:
    planned(desk, ana, time=dt.time(12))
    with desk.act("visit.plan"):
        touchpoints.plan([], dt.datetime.combine(TODAY, dt.time(15)), title="The tax adviser")
        settings.sieve_tag = tags.add([ana], "north")
    described = calendar().month.accessibleDescription()
    assert ("12:00" in described, "15:00" in described) == (True, False)


def test_what_lasts_for_days_says_its_name_over_all_of_them(desk: Desk, calendar: Open) -> None:
    with desk.act("closed.add"):
        opening.close(dt.date(2026, 11, 24), dt.date(2026, 11, 26), "The upholsterers’ fair in Leeds")
    month = calendar().month
    parts = [month.cell(dt.date(2026, 11, day)).placed[0] for day in (24, 25, 26)]
    assert {tuple(part.lines) for part in parts} == {("The upholsterers’ fair in Leeds",)}
    assert max(part.left for part in parts) - min(part.left for part in parts) < 1      # it begins once, on the first
    assert parts[0].left < parts[1].rect.left() < parts[2].rect.left()
