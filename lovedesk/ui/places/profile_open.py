"""What is still to be done for a customer, and what we wait for from them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import followups, waiting_requests
from lovedesk.shop.followups import Due
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Place
from lovedesk.words import _


class Open(Tick):
    """Something to do for them, or that we wait for; ticked, it is done."""

    finished = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__("")
        self.place = place
        self.due = 0
        self.clicked.connect(self._clicked)

    def show_record(self, due: Due) -> None:
        """Show a follow-up."""
        self.due = due.id
        self.setText(due.title.replace("&", "&&"))
        self.second = due_words(due, self.place)
        self.setAccessibleDescription(self.second)
        self.setChecked(False)
        self.updateGeometry()
        self.update()

    def _clicked(self) -> None:
        self.finished.emit(self.due)


def due_words(due: Due, place: Place) -> str:
    """When it is due, who is waited for, what was promised."""
    today = place.desk.today()
    when = words.near(due.due, today) if due.due else _("no day yet")
    if due.due and due.due_time:
        when = _("{day}, {time}").format(day=when, time=due.due_time)
    if due.due and due.due < today:
        when = _("still open since {day}").format(day=when)
    if due.theirs:
        return _("Waiting for them, {when}").format(when=when)
    return _("Promised, {when}").format(when=when) if due.promised else when


class StillOpen(QWidget):
    """The open follow-ups of a customer, both sides', and the line that adds one."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.link = Link(_("Add"))
        self.link.setAccessibleName(_("Add something to do for them"))
        self.rows: Rows[Due] = Rows(self._make, _due_key, reuse=True)
        self.form = QWidget()
        self.title = EnterLine(name=_("What is to be done"), placeholder=_("What is to be done"))
        self.day = DateField(place.desk.today, name=_("By when"), placeholder=_("by when, like “Tue”"))
        head = QHBoxLayout()
        head.addWidget(Section(_("To do")))
        head.addStretch()
        head.addWidget(self.link)
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 2, 0, 4)
        form.setSpacing(6)
        form.addWidget(self.title)
        form.addWidget(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addWidget(self.form)
        self.form.hide()
        self.link.clicked.connect(self.ask)
        self.title.entered.connect(self._add)
        self.title.given_up.connect(self._given_up)

    def _make(self) -> Open:
        row = Open(self.place)
        row.finished.connect(self._finish)
        return row

    def show_open(self, customer: int) -> None:
        """Show what is open with a customer."""
        self.customer = customer
        self.rows.show_records([due for due in followups.open_of(customer) if due.kind != waiting_requests.KIND])

    def ask(self) -> None:
        """Ask for one more thing to do."""
        self.form.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Put the form away."""
        self.form.hide()
        self.title.clear()
        self.title.forgive()
        self.day.show_day(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.day.hasFocus() and not self.day.refusal:
            self._add(self.title.text())
        elif event.key() == Qt.Key.Key_Escape and self.day.hasFocus():
            self._given_up()
        else:
            super().keyPressEvent(event)

    def _given_up(self) -> None:
        self.link.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.settle()

    def _add(self, title: str) -> None:
        self.day.tell()
        kept = 0
        with self.place.act("followup.add", field=self.title):
            kept = followups.add(title, customer=self.customer, due=self.day.shown,
                                 keeper=self.place.floor.settings.keeper or None)
        if kept:
            self._given_up()

    def _finish(self, followup: int) -> None:
        with self.place.act("followup.finish", words=_("Done")):
            followups.finish(followup, now=self.place.desk.now())


def _due_key(due: Due) -> int:
    return due.id
