"""The calendar: a month of visits, follow-ups and birthdays, the agenda beside it or alone (practices B2, F3)."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import months, todays
from lovedesk.shop.months import Entry
from lovedesk.ui.parts.buttons import IconButton, Primary, Quiet
from lovedesk.ui.parts.labels import Title
from lovedesk.ui.parts.scrollpage import SIDE, TOP, stop_for
from lovedesk.ui.parts.segments import Segments
from lovedesk.ui.place import Floor, Place
from lovedesk.ui.places.calendar_agenda import Agenda
from lovedesk.ui.places.calendar_month import Month
from lovedesk.ui.places.calendar_plan import NewFollowUp, PlanWith
from lovedesk.words import _

COLUMN = {"narrow": 0, "middle": 340, "wide": 412}      # the agenda's, with its margins
MONTH, AGENDA = "month", "agenda"


class Calendar(Place):
    """Month and agenda; what is planned or kept to do is asked for in the page."""

    shows = frozenset({"customer", "person", "membership", "touchpoint", "touchpoint_customer", "touchpoint_person",
                       "follow_up", "special_day", "shopkeeper", "contact_point"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.title = Title()
        self.before = IconButton("caret-left", _("The month before (Page Up)"))
        self.now = Quiet(_("Today"), tip=_("Back to today (Home)"))
        self.after = IconButton("caret-right", _("The next month (Page Down)"))
        self.view = Segments([(MONTH, _("Month")), (AGENDA, _("Agenda"))], MONTH, name=_("Month or agenda"))
        self.add = Quiet(_("Add a follow-up"), "plus", tip=_("Something to do, or to wait for (Alt+F)"))
        self.plan = Primary(_("Plan a visit"), "plus", tip=_("When, with whom, why (Alt+V)"))
        self.planning = PlanWith(self)
        self.adding = NewFollowUp(self)
        self.month = Month(self.desk.today())
        self.agenda = Agenda(self)
        self._lay_out()
        self._connect()
        self.clock = QTimer(self, singleShot=True)      # one timer to the next moment at which this page changes
        self.clock.timeout.connect(self._time_passed)
        self.step = QTimer(self, interval=0, singleShot=True)   # a month is turned in short steps: no key waits
        self.step.timeout.connect(self._turn_on)
        self.found: list[Entry] | None = None

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, TOP, SIDE, 8)
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addSpacing(8)
        for widget in (self.before, self.now, self.after):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.view)
        head.addSpacing(4)
        head.addWidget(self.add)
        head.addWidget(self.plan)
        forms = QVBoxLayout()
        forms.setContentsMargins(SIDE, 0, SIDE, 0)
        forms.addWidget(self.planning)
        forms.addWidget(self.adding)
        self.held = QWidget()
        self.room = QVBoxLayout(self.held)
        self.room.addWidget(self.month)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.held, 1)
        both.addWidget(self.agenda)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(forms)
        column.addLayout(both, 1)

    def _connect(self) -> None:
        self.before.clicked.connect(self._month_before)
        self.after.clicked.connect(self._month_after)
        self.now.clicked.connect(self._to_today)
        self.view.chosen.connect(self._view_chosen)
        self.add.clicked.connect(self.add_followup)
        self.plan.clicked.connect(self.plan_visit)
        self.plan.setShortcut(QKeySequence("Alt+V"))
        self.add.setShortcut(QKeySequence("Alt+F"))
        self.planning.closed.connect(self._take_keys)
        self.adding.closed.connect(self._take_keys)
        self.month.wanted.connect(self._turn)
        self.month.chosen.connect(self._day_chosen)
        self.month.planned.connect(self._plan_on)
        self.month.opened.connect(self._open_entry)
        self.month.day_opened.connect(self._open_day)
        self.agenda.day_closed.connect(self._take_keys)
        self.agenda.plan_wanted.connect(self._plan_on)
        self.agenda.add_wanted.connect(self.add_followup)

    # Showing --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        now = self.desk.now()
        self._show_month()
        if self._agenda_seen():
            self.agenda.show_agenda()
        self.clock.start(max(1_000, int((todays.next_moment(now) - self.desk.now()).total_seconds() * 1000)))

    def _show_month(self) -> None:
        self.step.stop()
        self.month.show_entries(months.month(self.month.first(), self.month.last()), self.desk.today())
        self.month.update()
        self._name()

    def _turn(self) -> None:
        self.found = None
        self.step.start()

    def _turn_on(self) -> None:
        if self.found is None:
            self.found = months.month(self.month.first(), self.month.last())
            self.step.start()
        elif self.month.waiting:
            self.month.show_entries(self.found, self.desk.today())
            self.step.start()
        else:
            self._name()
            self.month.update()

    def _name(self) -> None:
        self.title.setText(_("Agenda") if self.view.value() == AGENDA else words.month_title(self.month.day))

    def _time_passed(self) -> None:
        self._stale = True
        self._refresh_if_seen()

    def _agenda_seen(self) -> bool:
        return self.view.value() == AGENDA or stop_for(self.window().width()) != "narrow"

    def _arrange(self) -> None:
        """The agenda alone, or beside the month where there is room."""
        alone = self.view.value() == AGENDA
        width = COLUMN[stop_for(self.window().width())]
        seen = not self.agenda.isHidden()
        self.room.setContentsMargins(SIDE, 0, 0 if width else SIDE, 14)
        self.held.setVisible(not alone)
        for widget in (self.before, self.now, self.after):
            widget.setVisible(not alone)
        self.agenda.setMinimumWidth(0 if alone else width)
        self.agenda.setMaximumWidth(16_777_215 if alone else width)
        self.agenda.setVisible(alone or width > 0)
        remade = self.agenda.wide != alone
        self.agenda.set_wide(alone)
        if self.isVisible() and not self.agenda.isHidden() and (remade or not seen):
            self.agenda.show_agenda()

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to the month, or to the agenda, unless they are on the rail."""
        super().showEvent(event)
        reached = self.window().focusWidget()
        if reached is None or not reached.isVisible() or reached is self.window():
            self._take_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Acts -----------------------------------------------------------------------------------------------------

    def plan_visit(self) -> None:
        """Ask for a visit."""
        self._plan_on(None)

    def add_followup(self) -> None:
        """Ask for a follow-up, on the day to come that is chosen."""
        self.planning.hide()
        day = self.month.day if self.view.value() == MONTH else None
        self.adding.begin(day if day and day > self.desk.today() else None)

    def _plan_on(self, day: object) -> None:
        self.adding.hide()
        self.planning.begin(day if isinstance(day, dt.date) else None)

    def _take_keys(self) -> None:
        if self.view.value() == MONTH:
            self.month.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.agenda.focus_first()

    def _day_chosen(self, day: object) -> None:
        """While a visit or a follow-up is asked for, the month is where its day is picked."""
        for form in (self.planning, self.adding):
            if form.isVisible():
                form.day.take(day)

    def _month_before(self) -> None:
        self.month.turn(-1)

    def _month_after(self) -> None:
        self.month.turn(1)

    def _to_today(self) -> None:
        self.month.go_to(self.desk.today())

    def _view_chosen(self, _key: object) -> None:
        self._arrange()
        self._name()

    def _open_entry(self, entry: Entry) -> None:
        if entry.kind == months.FOLLOWUP and entry.day is not None:
            self._open_day(entry.day)
        else:
            self.agenda.open_entry(entry)

    def _open_day(self, day: object) -> None:
        assert isinstance(day, dt.date)
        if self.agenda.isHidden():
            self.view.choose(AGENDA)
            self._view_chosen(AGENDA)
        self.agenda.show_day(day)
