"""Where reminders are shown: the system's tray where there is one, else a line in the window; and staying in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from lovedesk import paths
from lovedesk.settings import Settings
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Go
from lovedesk.ui.tray import Tray
from lovedesk.ui.window import Window
from tests.hands import press


@pytest.fixture
def window(desk: Desk, ana: int, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """A window on a desk."""
    made = Window(qapp, Settings())
    made.show_desk(desk, Go("today"))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.quit()
    made.deleteLater()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """A system that has a tray, and the notifications that it shows."""
    messages: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda *_icon: True)
    monkeypatch.setattr(QSystemTrayIcon, "setVisible", lambda icon, on: icon.setProperty("seen", on))
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda icon: bool(icon.property("seen")))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, title, words, *_more: messages.append(
        (title, words)))
    return messages


def tray(window: Window) -> Tray:
    made = Tray(window, QIcon(str(paths.resources() / "icons" / "lovedesk.svg")))
    made.refresh()
    return made


def test_without_a_tray_a_line_in_the_window_reminds_and_opens(window: Window, ana: int, qtbot: QtBot) -> None:
    without = tray(window)
    without.remind("Visit, today 11:00: Ana", "0151", Go("visit", 7))
    assert without.line is not None and without.line.isVisible()
    with qtbot.waitSignal(without.wanted) as wanted:
        press("Open: Visit, today 11:00: Ana", window, qtbot)
    assert wanted.args == [Go("visit", 7)]
    assert not without.line.isVisible()
    without.remind("Another", "", Go("today"))
    press("Put the reminder away", window, qtbot)
    assert not without.line.isVisible()
    assert not without.holds()


def test_with_a_tray_the_system_reminds_and_a_click_on_it_leads_there(
    window: Window, shown: list[tuple[str, str]], qtbot: QtBot,
) -> None:
    system = tray(window)
    system.remind("Visit, today 11:00: Ana", "0151", Go("visit", 7))
    assert shown == [("Visit, today 11:00: Ana", "0151")]
    assert system.line is None and system.icon is not None
    with qtbot.waitSignals([system.forward, system.wanted]):
        system.icon.messageClicked.emit()


def test_the_window_stays_in_the_tray_if_that_is_wished_and_quitting_ends_it(
    window: Window, shown: list[tuple[str, str]], qtbot: QtBot,
) -> None:
    system = tray(window)
    window.stays = system.holds
    assert not system.holds()
    window.settings.stays = True
    window.close()
    assert not window.isVisible() and window.desk is not None
    with qtbot.waitSignal(system.forward):
        assert system.icon is not None
        system.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.waitSignal(window.closed):
        window.quit()
    assert window.desk is None


def test_nobody_sees_an_icon_who_wants_neither(window: Window, shown: list[tuple[str, str]]) -> None:
    window.settings.reminders = False
    system = tray(window)
    assert system.icon is not None and not system.icon.isVisible()
    system.remind("Another", "", Go("today"))
    assert shown == []
