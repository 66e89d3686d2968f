"""The calendar that is kept in a folder: written after a change, by the wished kinds; a lost folder is said once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import customers, special_days, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.calendar_keeping import CalendarKeeping, file_of
from lovedesk.ui.place import Go
from lovedesk.ui.window import Window


@pytest.fixture
def window(desk: Desk, ana: int, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """A window on a desk with Ana in it, that keeps its calendar in a folder."""
    folder = tmp_path / "phone"
    folder.mkdir()
    made = Window(qapp, Settings(calendar_folder=str(folder), calendar_without="days"))
    made.show_desk(desk, Go("today"))
    yield made
    made.close()
    made.deleteLater()


def plan(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        special_days.add("birthday", 4, 7, customer=ana)
        touchpoints.plan([ana], dt.datetime(2026, 12, 1, 10))


def test_a_change_is_written_after_a_moment(window: Window, desk: Desk, ana: int, qtbot: QtBot) -> None:
    file = file_of(window.settings, desk.path)
    CalendarKeeping(window, settle=1)
    qtbot.waitUntil(file.exists)
    plan(desk, ana)
    qtbot.waitUntil(lambda: b"SUMMARY:Visit: Ana Ruiz" in file.read_bytes())
    assert b"Birthday" not in file.read_bytes()


def test_what_is_the_same_is_not_written_again(window: Window, desk: Desk, qtbot: QtBot) -> None:
    keeping, file = CalendarKeeping(window, settle=1), file_of(window.settings, desk.path)
    qtbot.waitUntil(file.exists)
    before = file.stat().st_mtime_ns
    with desk.act("customer.add"):
        customers.add("Bo Lind")
    with qtbot.waitSignal(keeping.timer.timeout):
        keeping.write_soon()
    qtbot.waitUntil(lambda: not window.aside.waiting)
    assert file.stat().st_mtime_ns == before


def test_a_folder_that_is_gone_is_said_once(
        window: Window, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(window, "say", said.append)
    window.settings.calendar_folder = str(Path(window.settings.calendar_folder) / "gone")
    keeping = CalendarKeeping(window, settle=60_000)
    for _twice in range(2):
        keeping.write()
        qtbot.waitUntil(lambda: not window.aside.waiting)
    assert len(said) == 1
    assert "cannot be kept in" in said[0]
