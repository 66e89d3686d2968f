"""What was learned long ago asks whether it is still true: yes, or correct it (practices A1, A2)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import still_true
from lovedesk.shop.still_true import Doubtful
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import Section, Small, WrappedLabel
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.place import Place
from lovedesk.words import _


class DoubtfulLine(QWidget):
    """One detail with its two answers."""

    confirmed = Signal(object)
    correct_wanted = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.detail: Doubtful | None = None
        self.text = WrappedLabel("")
        self.when = Small("")
        self.yes = Link(_("Still true"))
        self.correct = Link(_("Correct it"))
        answers = QHBoxLayout()
        answers.setSpacing(12)
        for widget in (self.when, self.yes, self.correct):
            answers.addWidget(widget)
        answers.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addLayout(answers)
        self.yes.clicked.connect(self._yes)
        self.correct.clicked.connect(self._correct)

    def show_record(self, detail: Doubtful) -> None:
        """Show a detail and since when it has been known."""
        self.detail = detail
        named = _("{name}: {text}").format(name=detail.whose, text=detail.text)
        self.text.setText(named if detail.whose else detail.text)
        self.when.setText(words.ago(detail.known, self.place.desk.today()))
        self.yes.setAccessibleName(_("Still true: {text}").format(text=detail.text))
        self.correct.setAccessibleName(_("Correct: {text}").format(text=detail.text))

    def _yes(self) -> None:
        if self.detail is not None:
            self.confirmed.emit(self.detail.id)

    def _correct(self) -> None:
        if self.detail is not None:
            self.correct_wanted.emit(self.detail.id)


class StillTrue(QWidget):
    """A few old details at a time."""

    confirmed = Signal(object)
    correct_wanted = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.rows: Rows[Doubtful] = Rows(self._make, _key, spacing=4, reuse=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Section(_("Still true?")))
        column.addWidget(self.rows)

    def _make(self) -> DoubtfulLine:
        line = DoubtfulLine(self.place)
        line.confirmed.connect(self.confirmed)
        line.correct_wanted.connect(self.correct_wanted)
        return line

    def show_doubtful(self, customer: int) -> None:
        """Show what asks to be confirmed about a customer; nothing takes no room."""
        found = still_true.doubtful(customer, self.place.desk.today(), keeper=self.place.floor.settings.keeper or None)
        self.rows.show_records(found)
        self.setVisible(bool(found) and not self.place.floor.settings.looking)


def _key(detail: Doubtful) -> int:
    return detail.id
