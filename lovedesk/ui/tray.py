"""Where reminders are shown: the system's notifications through its tray, or a line in the window where it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from lovedesk.ui.parts.reminder_line import ReminderLine
from lovedesk.ui.place import Go
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.ui.window import Window

STAYS = 20_000      # ms that the system is asked to show a notification


class Tray(QObject):
    """`wanted(Go)` tells that a reminder was clicked, `forward` that the window is wanted, `quit_wanted` the end."""

    wanted = Signal(object)
    forward = Signal()
    quit_wanted = Signal()

    def __init__(self, window: Window, icon: QIcon) -> None:
        super().__init__(window)
        self.window = window
        self.go = Go("today")
        self.line: ReminderLine | None = None
        self.icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon = QSystemTrayIcon(icon, self)
            self.menu = QMenu(window)
            self.menu.addAction(_("Open Lovedesk")).triggered.connect(self.forward)
            self.menu.addAction(_("Quit")).triggered.connect(self.quit_wanted)
            self.icon.setContextMenu(self.menu)
            self.icon.setToolTip("Lovedesk")
            self.icon.activated.connect(self._activated)
            self.icon.messageClicked.connect(self._clicked)

    def refresh(self) -> None:
        """Be there while reminders or a closed window need it."""
        if self.icon is not None:
            settings = self.window.settings
            self.icon.setVisible(settings.reminders or settings.stays)

    def holds(self) -> bool:
        """Whether the window may be closed and the program stay."""
        return self.icon is not None and self.icon.isVisible() and self.window.settings.stays

    def remind(self, title: str, words: str, go: object) -> None:
        """Show a reminder; a click goes where it is about."""
        assert isinstance(go, Go)
        self.go = go
        if self.icon is not None and self.icon.isVisible() and self.icon.supportsMessages():
            self.icon.showMessage(title, words, self.icon.icon(), STAYS)
            return
        if self.line is None:
            self.line = ReminderLine()
            self.line.opened.connect(self._clicked)
            self.window.over.insertWidget(0, self.line)
        self.line.show_reminder(title, words)

    def _clicked(self) -> None:
        self.forward.emit()
        self.wanted.emit(self.go)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.forward.emit()
