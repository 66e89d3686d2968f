"""A follow-up in a list: ticked when it is done; its menu and its keys move it to another day, or drop it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk.shop import followups, waiting_requests
from lovedesk.shop.followups import Due
from lovedesk.ui import reach
from lovedesk.ui.parts import clock_words
from lovedesk.ui.parts.agenda_line import Line, WideTick, when_words
from lovedesk.ui.parts.buttons import IconButton
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.followup_series import FollowUpSeries, repeats_words
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.tick import TEXT_LEFT, Tick
from lovedesk.ui.place import Go, Place
from lovedesk.ui.reach import Way
from lovedesk.words import _, ago, near

FIELD, LOW = 280, 22


class FollowUpRow(QWidget):
    """Shows a `Due` on a place and does with it what its person wants. Keys: Space done, T tomorrow, W in a week,
    M another day, R repeats, D drop, C call, Delete. `wide` says it on one line."""

    def __init__(self, place: Place, *, wide: bool = False) -> None:
        super().__init__()
        self.place = place
        self.due: Due | None = None
        self.wide = WideTick("") if wide else None
        self.tick: Tick = self.wide or Tick("")
        self.when = Small()
        self.more = IconButton("dots-three", _("Later, drop, open"))
        self.day: DateField | None = None       # both fields are made when they are first wanted
        self.why: SavingLine | None = None
        self.series: FollowUpSeries | None = None
        self.menu: QMenu | None = None
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.tick, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.when, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.more, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if not wide:
            self.more.setMaximumHeight(LOW)
            right.addStretch(1)
        line.addLayout(right)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addLayout(line)
        self.when.setContentsMargins(0, 5, 0, 0)
        self.when.setVisible(not wide)
        self.tick.clicked.connect(self._finish)
        self.more.clicked.connect(self.open_menu)

    def show_record(self, due: Due) -> None:
        """Show a follow-up."""
        self.due = due
        second, when = self._second(due), self._when(due)
        token = "amber" if due.promised and due.due == self.place.desk.today() and not due.done else "ink2"
        self.tick.setText(due.title.replace("&", "&&"))
        self.tick.second = second
        self.tick.sign, self.tick.sign_token = ("arrow-bend-up-left", "waterink") if due.theirs else ("", "ink2")
        self.tick.setAccessibleDescription(", ".join(part for part in (second, when) if part))
        self.tick.setToolTip(_("Tick it when it came") if due.theirs else "")
        self.tick.setChecked(due.done)
        if self.wide is not None:
            self.wide.show_line(_wide_line(due, second, when, token))
        else:
            self.when.setText(when)
            self.when.set_token(token)
            self.tick.updateGeometry()
            self.tick.update()

    def _second(self, due: Due) -> str:
        parts: list[str] = []
        if due.theirs:
            who = due.person or due.customer
            parts += [_("Waiting for {name}").format(name=who) if who else _("Waiting for them"),
                      due.customer if due.person else ""]
        elif self.wide is None and due.promised:
            parts += [_("Promised"), due.customer]
        elif due.kind == waiting_requests.KIND:
            parts += [self._asked(due), due.customer]
        else:
            parts.append(due.customer)
        if due.promised and due.promised_for and due.promised_for != due.due:
            parts.append(_("promised for {day}").format(day=near(due.promised_for, self.place.desk.today())))
        parts.append(repeats_words(due))
        return " · ".join(part for part in parts if part)

    def _asked(self, due: Due) -> str:
        """A request says how long it has waited, also when its day was moved."""
        if due.clock is not None:
            return _capital(clock_words.asked(due.clock, self.place.desk.now()))
        if due.told_on is None:
            return _("Asked for")
        return _("Asked for {ago}").format(ago=ago(due.told_on, self.place.desk.today()))

    def _when(self, due: Due) -> str:
        today = self.place.desk.today()
        if due.due == today and due.due_time:
            return _("by {time}").format(time=due.due_time)
        return when_words(due.due, due.due_time, today)

    # What can be done with it ---------------------------------------------------------------------------------

    def open_menu(self) -> None:
        """Show what else can be done with it."""
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self)
        self._add(_("&Tomorrow"), self._tomorrow)
        self._add(_("In a &week"), self._in_a_week)
        self._add(_("&Move to another day…"), self.ask_day)
        if self.due and self.due.due:
            self._add(_("&Repeat it…"), self.ask_repeat)
        if self.due and self.due.phone and self.due.customer_id:
            self._add(_("&Call {number}").format(number=self.due.phone), self._call)
            self._add(_("C&opy the number"), self._copy)
        self.menu.addSeparator()
        self._add(_("&Drop it…"), self.ask_why)
        self._add(_("Delete"), self._trash)
        if self.due and self.due.customer_id:
            self.menu.addSeparator()
            self._add(_("&Open {customer}").format(customer=self.due.customer.replace("&", "&&")), self.open_customer)
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _call(self) -> None:
        if (way := self._phone()) is not None:
            reach.of(self.place).open(way)

    def _copy(self) -> None:
        if (way := self._phone()) is not None:
            reach.of(self.place).copy(way)

    def _phone(self) -> Way | None:
        due = self.due
        return Way("phone", due.phone, due.customer_id) if due and due.phone and due.customer_id else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        acts = {keys.Key_T: self._tomorrow, keys.Key_W: self._in_a_week, keys.Key_M: self.ask_day,
                keys.Key_D: self.ask_why, keys.Key_Delete: self._trash, keys.Key_R: self.ask_repeat,
                keys.Key_C: self._call}
        act = acts.get(keys(event.key()))
        if act is not None and self.tick.hasFocus() and not event.modifiers():
            act()
        elif event.key() in (keys.Key_Escape, keys.Key_Return, keys.Key_Enter) and self._put_away():
            return
        else:
            super().keyPressEvent(event)

    def ask_day(self) -> None:
        """Ask on which day instead."""
        if self.day is None:
            self.day = DateField(self.place.desk.today, name=_("On which day instead?"))
            self._add_field(self.day)
            self.day.day_left.connect(self._move_to)
        self.day.show_day(self.due.due if self.due else None)
        self.day.show()
        self.day.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.day.selectAll()

    def ask_why(self) -> None:
        """Ask why it is dropped."""
        if self.why is None:
            self.why = SavingLine(name=_("Why is it dropped?"), placeholder=_("Why? Enter drops it"))
            self._add_field(self.why)
            self.why.left.connect(self._drop)
        self.why.show()
        self.why.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_repeat(self) -> None:
        """Ask how it repeats."""
        if self.due is not None:
            self._series().ask(self.due)

    def _series(self) -> FollowUpSeries:
        if self.series is None:
            self.series = FollowUpSeries(self.place)
            self.series.closed.connect(self._back_to_tick)
            self.column.addWidget(self.series)
            self.series.show()
        return self.series

    def _back_to_tick(self) -> None:
        self.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_field(self, field: SavingLine) -> None:
        field.setMaximumWidth(FIELD)
        line = QHBoxLayout()
        line.setContentsMargins(TEXT_LEFT, 0, 0, 4)
        line.addWidget(field)
        self.column.addLayout(line)
        field.editingFinished.connect(self._left)

    def _left(self) -> None:
        """A field that was left for another place goes away; Enter and a small month's opening do not leave it."""
        for field in (self.day, self.why):
            if field is not None and not field.hasFocus():
                field.hide()

    def _put_away(self) -> bool:
        """Hide the field that asks; False if none does."""
        for field in (self.day, self.why):
            if field is not None and field.isVisible() and field.refusal is None:
                self.tick.setFocus(Qt.FocusReason.OtherFocusReason)
                field.hide()
                return True
        return False

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

    def _move_to(self, day: object) -> None:
        self._put_away()
        if self.due is None or not isinstance(day, dt.date) or day == self.due.due:
            return
        with self.place.act("followup.move", words=_("{title}: moved to {day}").format(
                title=self.due.title, day=near(day, self.place.desk.today()))):
            followups.move(self.due.id, day, self.due.due_time)

    def _drop(self, why: str) -> None:
        assert self.why is not None  # its own signal
        self._put_away()
        self.why.show_text("")
        if self.due is not None and why.strip() and self.due.series is not None:
            self._series().ask_drop(self.due, why)
        elif self.due is not None and why.strip():
            with self.place.act("followup.drop", words=_("Dropped: {title}").format(title=self.due.title)):
                followups.drop(self.due.id, why, now=self.place.desk.now())

    def _trash(self) -> None:
        if self.due is not None and self.due.series is not None:
            self._series().ask_which(self.due)
        elif self.due is not None:
            with self.place.act("followup.trash", words=_("Follow-up deleted")):
                followups.trash(self.due.id)

    def open_customer(self) -> None:
        """Go to the customer it is for."""
        if self.due is not None and self.due.customer_id:
            self.place.go.emit(Go("customers", self.due.customer_id))


def _wide_line(due: Due, second: str, when: str, token: str) -> Line:
    if due.theirs:
        return Line(due.title, second, when, token, chip=_("waiting for them"), chip_icon="arrow-bend-up-left",
                    chip_tone="water")
    if due.promised:
        return Line(due.title, second, when, token, chip=_("Promised"), chip_icon="handshake", chip_tone="amber")
    return Line(due.title, second, when, token)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
