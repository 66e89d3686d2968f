"""Days of theirs on Today: birthdays and others in the week to come, in time for a card (practice F3)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import months
from lovedesk.shop.months import Entry
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import Small, WrappedLabel
from lovedesk.ui.place import Go, Place
from lovedesk.words import _, near


class DayLine(QWidget):
    """A birthday or another day of theirs, in words."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.words, self.when = WrappedLabel(role="strong"), Small()
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.words)
        column.addWidget(self.when, 0, Qt.AlignmentFlag.AlignLeft)    # else its width is the whole line's
        self.link = Link(_("Open"))
        self.link.clicked.connect(self._open)
        self.customer = 0
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.addLayout(column, 1)
        line.addWidget(self.link)

    def show_record(self, entry: Entry) -> None:
        """Show a day of theirs."""
        words = _day_words(entry)
        day = near(entry.day, self.place.desk.today()) if entry.day else ""
        self.words.setText(words)
        self.when.setText(_("{day} · {customer}").format(day=day, customer=entry.customer)
                          if entry.customer != entry.title else day)
        self.customer = entry.customer_id or 0
        self.link.setAccessibleName(_("Open: {words}").format(words=words))

    def _open(self) -> None:
        self.place.go.emit(Go("customers", self.customer))


def _day_words(entry: Entry) -> str:
    """"Lou Fischer turns 52", or the word of another day of theirs."""
    if entry.kind != months.BIRTHDAY:
        return entry.title
    if entry.age:
        return _("{name} turns {age}").format(name=entry.title, age=entry.age)
    return _("{name}’s birthday").format(name=entry.title)
