"""The clock that reminds: at the moment, once, in one line after a sleep, and calm when the laptop's clock jumps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import followups, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Go
from lovedesk.ui.reminding import Reminding
from lovedesk.ui.window import Window

NINE = dt.datetime(2026, 11, 24, 9, 0)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(1)


class Clock:
    """The laptop's clock, and what was reminded of."""

    def __init__(self, window: Window, desk: Desk, patch: pytest.MonkeyPatch) -> None:
        self.now = NINE
        patch.setattr(desk, "now", self.tell)
        self.told: list[tuple[str, str, Go]] = []
        self.reminding = Reminding(window)
        self.reminding.reminds.connect(self.hear)

    def tell(self) -> dt.datetime:
        return self.now

    def hear(self, title: str, words: str, go: Go) -> None:
        self.told.append((title, words, go))

    def pass_to(self, moment: dt.datetime) -> list[str]:
        """It is now this moment, and the timer rings; the titles that are told."""
        self.told.clear()
        self.now = moment
        self.reminding.look()
        return [title for title, _words, _go in self.told]


@pytest.fixture
def window(desk: Desk, ana: int, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """A window on a desk with Ana in it."""
    made = Window(qapp, Settings())
    made.show_desk(desk, Go("today"))
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def clock(window: Window, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Nine o'clock."""
    return Clock(window, desk, monkeypatch)


def plan(desk: Desk, customer: int, start: dt.datetime) -> int:
    with desk.act("visit.plan"):
        return touchpoints.plan([customer], start)


def test_the_timer_waits_for_the_next_moment_and_then_it_is_told_once(desk: Desk, ana: int, clock: Clock) -> None:
    visit = plan(desk, ana, NINE + 0.6 * HOUR)
    assert clock.pass_to(NINE) == []
    assert clock.reminding.timer.remainingTime() < 7 * 60_000
    assert clock.pass_to(NINE + 0.1 * HOUR) == ["Visit, today 09:36: Ana Ruiz"]
    assert clock.told[0][2] == Go("visit", visit)
    assert clock.pass_to(NINE + 0.2 * HOUR) == []


def test_what_was_told_is_not_told_again_after_a_restart(
    desk: Desk, ana: int, clock: Clock, window: Window, monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan(desk, ana, NINE + HOUR)
    assert len(clock.pass_to(NINE + 0.5 * HOUR)) == 1
    again = Clock(window, desk, monkeypatch)
    assert again.pass_to(NINE + 0.6 * HOUR) == []


def test_what_fell_due_while_it_slept_is_one_line(desk: Desk, ana: int, clock: Clock) -> None:
    for hours in (10, 11, 12, 13, 14):
        with desk.act("followup.add"):
            followups.add(f"call {hours}", customer=ana, due=NINE.date(), due_time=f"{hours}:00")
    assert clock.pass_to(NINE + 8 * HOUR) == ["5 reminders"]
    assert "call 10" in clock.told[0][1] and "and 2 more" in clock.told[0][1]
    assert clock.told[0][2] == Go("today")


def test_nobody_is_reminded_of_a_visit_that_is_over(desk: Desk, ana: int, clock: Clock) -> None:
    plan(desk, ana, NINE + HOUR)
    assert clock.pass_to(NINE + 8 * HOUR) == []


def test_a_clock_that_jumps_a_year_and_back_brings_neither_a_flood_nor_silence(
    desk: Desk, ana: int, clock: Clock,
) -> None:
    for days in range(60):
        plan(desk, ana, NINE + days * DAY + 2 * HOUR)
    assert clock.pass_to(NINE + 365 * DAY) == []
    assert clock.pass_to(NINE + HOUR) == []
    assert clock.pass_to(NINE + 1.5 * HOUR) == ["Visit, today 11:00: Ana Ruiz"]


def test_an_hour_back_at_the_end_of_summer_repeats_nothing(desk: Desk, ana: int, clock: Clock) -> None:
    plan(desk, ana, NINE + 2 * HOUR)
    assert len(clock.pass_to(NINE + 1.5 * HOUR)) == 1
    assert clock.pass_to(NINE + 0.6 * HOUR) == []
    assert clock.pass_to(NINE + 1.6 * HOUR) == []


def test_who_wishes_no_reminders_has_none(desk: Desk, ana: int, clock: Clock, window: Window) -> None:
    window.settings.reminders = False
    plan(desk, ana, NINE + HOUR)
    assert clock.pass_to(NINE + 0.5 * HOUR) == []
    assert not clock.reminding.timer.isActive()


def test_a_new_visit_is_seen_by_the_clock(desk: Desk, ana: int, clock: Clock) -> None:
    clock.pass_to(NINE)
    assert clock.reminding.timer.remainingTime() > 60_000
    plan(desk, ana, NINE + HOUR)
    assert clock.reminding.timer.remainingTime() < 5_000


def test_someone_looking_sees_no_private_words(desk: Desk, ana: int, clock: Clock, window: Window) -> None:
    window.settings.looking = True
    with desk.act("followup.add"):
        followups.add("Ask about the knee", customer=ana, due=NINE.date(), due_time="10:00")
    assert clock.pass_to(NINE + HOUR) == ["today 10:00: Ana Ruiz"]
    assert "knee" not in clock.told[0][1]
