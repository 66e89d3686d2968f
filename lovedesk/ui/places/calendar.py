"""The calendar: month, week and agenda of visits, follow-ups and days of theirs and of ours (practices B2, F3)."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import months, todays
from lovedesk.shop.months import Entry
from lovedesk.shop.sieves import Sieve
from lovedesk.ui.parts.scrollpage import SIDE, stop_for
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places import calendar_moves as moves
from lovedesk.ui.places.calendar_agenda import Agenda
from lovedesk.ui.places.calendar_filter import CalendarFilter
from lovedesk.ui.places.calendar_goto import GoToDay
from lovedesk.ui.places.calendar_head import AGENDA, MONTH, WEEK, CalendarHead
from lovedesk.ui.places.calendar_month import Month
from lovedesk.ui.places.calendar_moves import Wish
from lovedesk.ui.places.calendar_others import OthersToo
from lovedesk.ui.places.calendar_page import CalendarPage
from lovedesk.ui.places.calendar_plan import NewFollowUp, PlanWith
from lovedesk.ui.places.calendar_week import Week
from lovedesk.ui.places.calendar_words import week_title
from lovedesk.words import _

COLUMN = {"narrow": 0, "middle": 340, "wide": 412}      # the agenda's, with its margins
IDLE = 30               # milliseconds between questions for a page that nobody has asked for yet


class Calendar(Place):
    """Month, week and agenda; what is planned or kept to do is asked for in the page."""

    shows = frozenset({"customer", "person", "membership", "touchpoint", "touchpoint_customer", "touchpoint_person",
                       "follow_up", "special_day", "shopkeeper", "contact_point", "detail", "job", "shop", "closed",
                       "tag", "customer_tag", "series"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        shown = floor.settings.calendar
        self.head = CalendarHead(shown if shown in {MONTH, WEEK, AGENDA} else MONTH)
        self.title, self.view = self.head.title, self.head.view
        self.filter = CalendarFilter(self)
        self.filter.hide()
        self.to_day = GoToDay(self)
        self.planning = PlanWith(self)
        self.adding = NewFollowUp(self)
        self.others = OthersToo(self)
        self.month = Month(self.desk.today())
        self.week = Week(self.desk.now)
        self.agenda = Agenda(self)
        self._lay_out()
        self._connect()
        self.clock = QTimer(self, singleShot=True)      # one timer to the next moment at which this page changes
        self.clock.timeout.connect(self._time_passed)
        self.step = QTimer(self, interval=0, singleShot=True)   # a page is turned in short steps: no key waits
        self.idle = QTimer(self, interval=IDLE, singleShot=True)
        self.step.timeout.connect(self._turn_on)
        self.idle.timeout.connect(self._look_ahead)
        self.found: CalendarPage | None = None
        self.ahead: CalendarPage | None = None      # asked for while one looks at the page before it
        self.agenda_waits = False
        self.before = self._shown()     # the last of month and week that was shown: its day goes on
        self.came_from = ""         # the view from which a day was opened

    def _lay_out(self) -> None:
        self.forms = QVBoxLayout()
        self.forms.setContentsMargins(SIDE, 0, SIDE, 0)
        for form in (self.filter, self.to_day, self.planning, self.adding, self.others):
            self.forms.addWidget(form)
        self.held = QWidget()
        self.room = QVBoxLayout(self.held)
        self.room.addWidget(self.month)
        self.room.addWidget(self.week)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.held, 1)
        both.addWidget(self.agenda)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addLayout(self.forms)
        column.addLayout(both, 1)

    def _connect(self) -> None:
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._on_paper)
        head = self.head
        head.before.clicked.connect(self._page_before)
        head.after.clicked.connect(self._page_after)
        head.now.clicked.connect(self._to_today)
        head.to_day.clicked.connect(self.to_day.begin)
        head.sieve.clicked.connect(self._show_filter)
        head.view.chosen.connect(self._view_chosen)
        head.add.clicked.connect(self.add_followup)
        head.plan.clicked.connect(self.plan_visit)
        self.filter.changed.connect(self._sifted)
        self.to_day.wanted.connect(self._to_day)
        for form in (self.planning, self.adding, self.to_day):
            form.closed.connect(self._take_keys)
        for view in (self.month, self.week):
            view.wanted.connect(self._turn)
            view.chosen.connect(self._day_chosen)
            view.planned.connect(self._plan_on)
            view.opened.connect(self._open_entry)
            view.day_opened.connect(self._open_day)
            view.moved.connect(self._move)
        self.agenda.day_closed.connect(self._day_closed)
        self.agenda.plan_wanted.connect(self._plan_on)
        self.agenda.add_wanted.connect(self.add_followup)

    # Showing --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        now = self.desk.now()
        self.filter.refresh()
        self.filter.setVisible(not self.filter.isHidden() or self.filter.sieve() != Sieve())
        self.agenda.sieve = self.filter.sieve()
        self._show_page()
        if self._agenda_seen():
            self.agenda.show_agenda()
        self.clock.start(max(1_000, int((todays.next_moment(now) - self.desk.now()).total_seconds() * 1000)))

    def _shown(self) -> Month | Week:
        return self.week if self.view.value() == WEEK else self.month

    def _show_page(self) -> None:
        """Show the month or the week now, whole; the agenda alone needs neither."""
        self.step.stop()
        self.found = self.ahead = None
        if self.view.value() != AGENDA:
            page = self._asked()
            while page.step():
                continue
            self._lay(page)
            self._name()

    def _asked(self) -> CalendarPage:
        shown = self._shown()
        return CalendarPage(shown.first(), shown.last(), self.filter.sieve(), self.floor.settings)

    def _lay(self, page: CalendarPage) -> None:
        shown = self._shown()
        if isinstance(shown, Week):
            shown.show_entries(page.entries, page.days)
            shown.viewport().update()
        else:
            shown.show_entries(page.entries, self.desk.today(), page.days)
            shown.update()
        if not page.complete:       # holidays take half a second for the first time
            self.floor.aside.run("", page.make_ready, self._ready, self._not_ready)

    def _ready(self, _result: object) -> None:
        if self.isVisible():
            self._show_page()

    def _not_ready(self, _sentence: str) -> None:
        """Holidays stay away; the page is as good without them."""

    def _turn(self) -> None:
        shown, ahead = self._shown(), self.ahead
        known = ahead is not None and (ahead.first, ahead.last) == (shown.first(), shown.last())
        self.found, self.ahead = ahead if known else None, None
        self.step.start()

    def _turn_on(self) -> None:
        if self.found is None:
            self.found = self._asked()
            self.step.start()
        elif self.found.step():
            self.step.start()
        elif self._shown().waiting:
            self._lay(self.found)
            self.step.start()
        else:
            self._name()
            if self._agenda_seen() and self.agenda_waits:
                self.agenda_waits = False
                self.agenda.show_agenda()
            self.ahead = CalendarPage(*self._shown().ahead(), self.filter.sieve(), self.floor.settings)
            self.idle.start()

    def _look_ahead(self) -> None:
        """Ask for the page that comes next, while nothing else is to be done."""
        if self.ahead is not None and not self.step.isActive() and self.ahead.step():
            self.idle.start()

    def _name(self) -> None:
        shown, short = self._shown(), stop_for(self.window().width()) == "narrow"
        self.title.setText(_("Agenda") if self.view.value() == AGENDA
                           else week_title(shown.first(), shown.last(), short=short)
                           if isinstance(shown, Week) else words.month_title(shown.day))

    def _time_passed(self) -> None:
        self._stale = True
        self._refresh_if_seen()

    def _agenda_seen(self) -> bool:
        view = self.view.value()
        return view == AGENDA or (view == MONTH and stop_for(self.window().width()) != "narrow")

    def _show_agenda(self, *, at_once: bool) -> None:
        """Beside a month that is only asked for it comes last."""
        self.agenda_waits = not at_once
        if at_once:
            self.agenda.show_agenda()

    def _arrange(self) -> None:
        """The agenda alone, or beside the month where there is room; the week takes it all."""
        view = str(self.view.value())
        alone, stop = view == AGENDA, stop_for(self.window().width())
        width = 0 if view == WEEK else COLUMN[stop]
        seen = not self.agenda.isHidden()
        self.head.show_view(view, stop)
        self.room.setContentsMargins(SIDE, 0, 0 if width else SIDE, 14)
        self.held.setVisible(not alone)
        self.month.setVisible(view == MONTH)
        self.week.setVisible(view == WEEK)
        self.agenda.setMinimumWidth(0 if alone else width)
        self.agenda.setMaximumWidth(16_777_215 if alone else width)
        self.agenda.setVisible(alone or width > 0)
        remade = self.agenda.wide != alone
        self.agenda.set_wide(alone)
        if self.isVisible() and not self.agenda.isHidden() and (remade or not seen):
            self._show_agenda(at_once=alone or self.month.waiting is False)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to what is shown, unless they are on the rail."""
        super().showEvent(event)
        reached = self.window().focusWidget()
        if reached is None or not reached.isVisible() or reached is self.window():
            self._take_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._name()

    # Acts -----------------------------------------------------------------------------------------------------

    def plan_visit(self) -> None:
        """Ask for a visit."""
        self._plan_on(None)

    def add_followup(self) -> None:
        """Ask for a follow-up, on the day to come that is chosen."""
        self.planning.hide()
        day = None if self.view.value() == AGENDA else self._shown().day
        self.adding.begin(day if day and day > self.desk.today() else None)

    def _plan_on(self, when: object) -> None:
        """On a day, or on a moment that a time was asked for."""
        self.adding.hide()
        time = when.time() if isinstance(when, dt.datetime) else None
        day = when.date() if isinstance(when, dt.datetime) else when
        self.planning.begin(day if isinstance(day, dt.date) else None, time)

    def _move(self, wish: Wish) -> None:
        moves.keep(self, wish)
        self.others.offer(wish)
        self._shown().setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_keys(self) -> None:
        if self.view.value() == AGENDA:
            self.agenda.focus_first()
        else:
            self._shown().setFocus(Qt.FocusReason.TabFocusReason)

    def _day_chosen(self, day: object) -> None:
        """While a visit or a follow-up is asked for, the page is where its day is picked."""
        for form in (self.planning, self.adding):
            if form.isVisible():
                form.day.take(day)

    def _on_paper(self) -> None:
        """The day that was opened with all its sheets; else the week that is shown, on one page."""
        from lovedesk.shop import wanted_papers  # with all that gathers for paper: no page waits for it

        day = None if self.agenda.isHidden() else self.agenda.day
        if day is not None:
            number = wanted_papers.number_of(wanted_papers.PACK, day)
        else:
            shown = (self.agenda.first or self.desk.today()) if self.view.value() == AGENDA else self._shown().day
            number = wanted_papers.number_of(wanted_papers.WEEK, shown)
        self.go.emit(Go("paper", number))

    def _turning(self) -> Month | Week | Agenda:
        return self.agenda if self.view.value() == AGENDA else self._shown()

    def _page_before(self) -> None:
        self._turning().turn(-1)

    def _page_after(self) -> None:
        self._turning().turn(1)

    def _to_today(self) -> None:
        self._turning().go_to(self.desk.today())

    def _to_day(self, day: object) -> None:
        if isinstance(day, dt.date):
            self._turning().go_to(day)

    def _show_filter(self) -> None:
        self.filter.setVisible(self.filter.isHidden())
        self._sifted()

    def _sifted(self) -> None:
        """Show what is wanted now; a filter that is put away leaves nothing out."""
        if self.filter.isHidden() and self.filter.sieve() != Sieve():
            self.filter.show_all()
            return
        self.refresh()

    def show_view(self, view: str) -> None:
        """Show the month, the week or the agenda."""
        if view != self.view.value():
            self.view.choose(view)
            self._view_chosen(view)

    def _view_chosen(self, view: object) -> None:
        """Go on with the same day in another view."""
        self.floor.settings.calendar = str(view)
        if view != AGENDA:
            self._shown().day, self._shown().waiting = self.before.day, True
            self.before = self._shown()
        self._arrange()
        self.agenda.verticalScrollBar().setValue(0)
        if view != AGENDA:
            self._turn()
        self._name()
        if not self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self._take_keys()       # who pressed it goes on in what is shown; who came by keys may choose again

    def _open_entry(self, entry: Entry) -> None:
        if entry.kind == months.FOLLOWUP and entry.day is not None:
            self._open_day(entry.day)
        elif entry.kind not in {months.HOLIDAY, months.CLOSED}:
            self.agenda.open_entry(entry)

    def _open_day(self, day: object) -> None:
        assert isinstance(day, dt.date)
        if self.agenda.isHidden():
            self.came_from = str(self.view.value())
            self.show_view(AGENDA)
        self.agenda.show_day(day)

    def _day_closed(self) -> None:
        """Back to where the day was opened from."""
        view, self.came_from = self.came_from, ""
        if view:
            self.show_view(view)
        self._take_keys()
