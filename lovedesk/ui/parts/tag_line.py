"""A line for one tag: Enter puts it on; the tags that are there are offered while one types."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from lovedesk.shop import tags
from lovedesk.ui.parts.enter_line import EnterLine


class TagLine(EnterLine):
    """Asks for a tag; the words to offer are read when it is opened."""

    def __init__(self, *, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=name, placeholder=placeholder, parent=parent)
        self.known = QStringListModel(self)
        completer = QCompleter(self.known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.hide()

    def open_up(self) -> None:
        """Show the empty line, with the focus in it."""
        self.known.setStringList(tags.words())
        self.clear()
        self.forgive()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
