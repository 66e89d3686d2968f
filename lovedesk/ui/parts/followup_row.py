"""A follow-up in a list: ticked when it is done; its menu moves it to another day, or drops it with a reason."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk.shop import followups
from lovedesk.shop.followups import Due
from lovedesk.ui.parts.buttons import IconButton
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Go, Place
from lovedesk.words import _, near


class FollowUpRow(QWidget):
    """Shows a `Due` on a place and does with it what its person wants."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.due: Due | None = None
        self.tick = Tick("")
        self.when = Small()
        self.more = IconButton("dots-three", _("Later, drop, open"))
        self.day = DateField(place.desk.today, name=_("On which day instead?"))
        self.why = SavingLine(name=_("Why is it dropped?"), placeholder=_("Why? Enter drops it"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.tick, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 5, 0, 0)     # on the line of the title, whose tick has air above it
        beside.addWidget(self.when)
        beside.addStretch(1)
        line.addLayout(beside)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        for field in (self.day, self.why):
            field.hide()
            column.addWidget(field)
        self.tick.clicked.connect(self._finish)
        self.more.clicked.connect(self.open_menu)
        self.day.day_left.connect(self._move_to)
        self.why.left.connect(self._drop)
        self.menu: QMenu | None = None

    def show_record(self, due: Due) -> None:
        """Show a follow-up."""
        self.due = due
        self.tick.setText(due.title)
        self.tick.second = self._second(due)
        self.tick.setAccessibleDescription(self.tick.second)
        self.tick.setChecked(due.done)
        self.when.setText(self._when(due))
        self.tick.updateGeometry()
        self.tick.update()

    def _second(self, due: Due) -> str:
        if due.theirs:
            waiting = _("Waiting for {name}").format(name=due.person or due.customer)
            parts = [waiting, due.customer if due.person else ""]
        else:
            parts = [_("Promised") if due.promised else "", due.customer]
        if due.promised and due.promised_for and due.promised_for != due.due:
            parts.append(_("promised for {day}").format(day=near(due.promised_for, self.place.desk.today())))
        return " · ".join(part for part in parts if part)

    def _when(self, due: Due) -> str:
        if due.due is None:
            return _("no day")
        day = near(due.due, self.place.desk.today())
        if not due.due_time:
            return day
        if due.due == self.place.desk.today():
            return _("by {time}").format(time=due.due_time)
        return _("{day}, {time}").format(day=day, time=due.due_time)

    def open_menu(self) -> None:
        """Show what else can be done with it."""
        self.menu = QMenu(self)
        self._add(_("Tomorrow"), self._tomorrow)
        self._add(_("In a week"), self._in_a_week)
        self._add(_("Another day …"), self._ask_day)
        self.menu.addSeparator()
        self._add(_("Drop it …"), self._ask_why)
        self._add(_("Delete"), self._trash)
        if self.due and self.due.customer_id:
            self.menu.addSeparator()
            self._add(_("Open {customer}").format(customer=self.due.customer), self._open)
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _add(self, words: str, slot: object) -> None:
        assert self.menu is not None  # made by open_menu
        action = QAction(words, self.menu)
        action.triggered.connect(slot)
        self.menu.addAction(action)

    def _finish(self, on: bool) -> None:
        if self.due is None:
            return
        if on:
            with self.place.act("followup.finish", words=_("Done: {title}").format(title=self.due.title)):
                followups.finish(self.due.id, now=self.place.desk.now())
        else:
            with self.place.act("followup.reopen"):
                followups.reopen(self.due.id)

    def _tomorrow(self) -> None:
        self._move_to(self.place.desk.today() + dt.timedelta(1))

    def _in_a_week(self) -> None:
        self._move_to(self.place.desk.today() + dt.timedelta(7))

    def _ask_day(self) -> None:
        self.day.show_day(self.due.due if self.due else None)
        self.day.show()
        self.day.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.day.selectAll()

    def _move_to(self, day: object) -> None:
        self.day.hide()
        if self.due is None or not isinstance(day, dt.date) or day == self.due.due:
            return
        with self.place.act("followup.move", words=_("{title}: moved to {day}").format(
                title=self.due.title, day=near(day, self.place.desk.today()))):
            followups.move(self.due.id, day, self.due.due_time)

    def _ask_why(self) -> None:
        self.why.show()
        self.why.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _drop(self, why: str) -> None:
        self.why.hide()
        self.why.show_text("")
        if self.due is not None and why.strip():
            with self.place.act("followup.drop", words=_("Dropped: {title}").format(title=self.due.title)):
                followups.drop(self.due.id, why, now=self.place.desk.now())

    def _trash(self) -> None:
        if self.due is not None:
            with self.place.act("followup.trash", words=_("Follow-up deleted")):
                followups.trash(self.due.id)

    def _open(self) -> None:
        if self.due is not None and self.due.customer_id:
            self.place.go.emit(Go("customers", self.due.customer_id))
