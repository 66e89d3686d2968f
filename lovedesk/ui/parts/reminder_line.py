"""A reminder in the window, where the system shows none: it stays until it is opened or put away."""

from __future__ import annotations

from PySide6.QtCore import Signal

from lovedesk.ui.parts.buttons import IconButton, Link
from lovedesk.ui.parts.strip import Strip
from lovedesk.words import _


class ReminderLine(Strip):
    """`opened` tells that what it is about is wanted."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__("", icon="clock", ground="green")
        self.open = Link(_("Open"))
        self.cross = IconButton("x", _("Put the reminder away"))
        self.open.clicked.connect(self._open)
        self.cross.clicked.connect(self.hide)
        self.add(self.open)
        self.add(self.cross)

    def show_reminder(self, title: str, words: str) -> None:
        """Show a reminder, in place of the one before."""
        self.say(title, words)
        self.open.setAccessibleName(_("Open: {words}").format(words=title))
        self.setAccessibleName(title)
        self.show()

    def _open(self) -> None:
        self.hide()
        self.opened.emit()
