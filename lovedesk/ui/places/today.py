"""Today: the visits of the day, sheets to type in, what is promised, and what fell due while nobody looked (H1, B6)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import customers, months, own_path, shops, todays
from lovedesk.shop.followups import Due
from lovedesk.shop.months import Entry
from lovedesk.shop.timeline import Touch
from lovedesk.shop.todays import Today as Day
from lovedesk.ui import whose
from lovedesk.ui.parts.buttons import Link, Primary, Quiet
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.goto_pill import GotoPill
from lovedesk.ui.parts.labels import ElidedLabel, Section, Title, WrappedLabel
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.parts.strip import Strip
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.own_path_offer import OwnPathOffer
from lovedesk.ui.places.today_inbox import Foot, Inbox
from lovedesk.ui.places.today_pack import DayPackButton
from lovedesk.ui.places.today_packing import PackingList
from lovedesk.ui.places.today_words import greeting, summary
from lovedesk.words import _, date_long, date_short, ngettext

if TYPE_CHECKING:
    from lovedesk.ui.places.today_in_touch import Suggestion
    from lovedesk.ui.places.today_visits import SheetStrip

ROWS = 6                # more stand in the calendar's agenda
COPY_TOO_OLD = 3        # days
COLUMN = 780
SUGGESTED = 1500        # ms after the page has changed: at the start everything else comes first
DAYS_AHEAD = 7          # a card must be written before the day


class Today(Place):
    """Five blocks at most: visits, promised for today, while you were away, days of theirs, waiting for them."""

    shows = frozenset({"customer", "person", "membership", "touchpoint", "touchpoint_customer", "touchpoint_person",
                       "touchpoint_item", "follow_up", "special_day", "shop", "shopkeeper", "contact_point",
                       "inbox_line", "rhythm"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.page = ScrollPage()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)
        self._make_head()
        self._make_blocks()
        outer.addWidget(self.foot)
        self.clock = QTimer(self, singleShot=True)      # one timer to the next moment at which this page changes
        self.clock.timeout.connect(self._time_passed)
        self.suggestion: Suggestion | None = None
        self.suggesting = QTimer(self, interval=SUGGESTED, singleShot=True)
        self.suggesting.timeout.connect(self._suggest)
        self.page.stop_changed.connect(self._arrange)
        self._arrange("middle")
        for keys, slot in (("Alt+D", self._type_in), ("Ctrl+G", self._went_fine)):      # as on the visit's own pages
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _make_head(self) -> None:
        self.title, self.second = Title(), ElidedLabel(token="ink2")
        self.motto = ElidedLabel(role="small_quote", token="ink2")
        self.goto = GotoPill()
        self.goto.clicked.connect(self._go_to)
        self.print = DayPackButton(self)
        words, line = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        line.setSpacing(12)
        line.addWidget(self.second)
        line.addWidget(self.motto)
        line.addStretch(1)
        words.addWidget(self.title)
        words.addLayout(line)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.goto, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.print, 0, Qt.AlignmentFlag.AlignTop)
        self.page.body.addLayout(head)
        self.page.body.addSpacing(12)

    def _go_to(self) -> None:
        self.go.emit(Go("goto"))

    def _make_blocks(self) -> None:
        self.copy = Strip("", icon="warning-circle", ground="amber")
        back_up = Link(_("Keep a copy now"))
        back_up.clicked.connect(self._keep_copy)
        self.copy.add(back_up)
        self.visits_title = Section()
        self.whose = whose.Whose(self.floor.settings)
        self.whose.chosen.connect(self._time_passed)
        self.whose.chosen.connect(self.to_remember)
        self.sheets: Rows[Touch] = Rows(self._sheet_strip, _touch_key, spacing=8)
        self.visits: Rows[tuple[Touch, dt.datetime, bool, str | None]] = Rows(self._visit_card, _shown_key, spacing=10)
        self.no_visits = WrappedLabel(token="ink2")
        self.packing, self.own_path = PackingList(self), OwnPathOffer(self, quiet=True)
        plan = Link(_("Plan a visit"))
        plan.clicked.connect(self._plan)
        self.plan = plan
        self.due, self.due_title = self._due_block(), Section(_("Promised for today"))
        self.away, self.away_title = self._due_block(), Section()
        self.waiting, self.waiting_title = self._due_block(), Section(_("Waiting for them"))
        self.days: Rows[Entry] = Rows(self._day_line, _entry_key, spacing=4)
        self.days_title = Section(_("Days of theirs"))
        self.inbox, self.foot = Inbox(self), Foot()
        self.foot.line.clicked.connect(self._quick_add)
        self.foot.inbox.clicked.connect(self._show_inbox)
        self.catch_up = Link(_("Catch up"))
        self.catch_up.clicked.connect(self._catch_up)
        self.more = Link(_("All in the calendar"))
        self.more.clicked.connect(self._open_calendar)
        bring = Primary(_("Bring your contacts"), "file-arrow-down")
        add = Quiet(_("Add a customer"))
        bring.clicked.connect(self._bring)
        add.clicked.connect(self._customers)
        self.empty = Empty(_("A quiet day"), _("Your visits, what you promised and what fell due stand here. "
                                               "It begins with the people you serve."), primary=bring, other=add)

    def _due_block(self) -> Rows[Due]:
        return Rows(self._due_row, _due_key, spacing=2)

    def _arrange(self, stop: str) -> None:
        """Two columns of follow-ups below the visits; the days of theirs at the right where there is room."""
        body = self.page.body
        if not hasattr(self, "left"):
            self.left, self.right = QWidget(), QWidget()
            self.foot.follow(self.left)
            columns = QHBoxLayout()
            columns.setSpacing(40)
            columns.addWidget(self.left, 1_000)
            columns.addWidget(self.right)
            columns.addStretch(1)
            left, right = QVBoxLayout(self.left), QVBoxLayout(self.right)
            for column in (left, right):
                column.setContentsMargins(0, 0, 0, 0)
                column.setSpacing(8)
            title_line = QHBoxLayout()
            title_line.addWidget(self.visits_title)
            title_line.addStretch(1)
            title_line.addWidget(self.whose)
            title_line.addWidget(self.plan)
            left.addWidget(self.copy)
            left.addLayout(title_line)
            left.addWidget(self.visits)
            left.addWidget(self.no_visits)
            left.addWidget(self.sheets)
            left.addWidget(self.packing)
            left.addSpacing(14)
            pair = QHBoxLayout()
            pair.setSpacing(32)
            pair.addLayout(_block(self.due_title, self.due), 1)
            pair.addLayout(_block(self.away_title, self.away, self.catch_up, self.more), 1)
            left.addLayout(pair)
            left.addSpacing(6)
            left.addWidget(self.own_path)
            left.addWidget(self.inbox)
            left.addStretch(1)
            right.addLayout(_block(self.days_title, self.days))
            right.addSpacing(16)
            right.addLayout(_block(self.waiting_title, self.waiting))
            right.addStretch(1)
            body.addWidget(self.empty)
            body.addLayout(columns, 1)
        self.left.setMaximumWidth(16_000 if stop == "narrow" else COLUMN + (240 if stop == "wide" else 0))
        self.right.setFixedWidth(300 if stop == "narrow" else 332)

    # Showing --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        now = self.desk.now()
        settings = self.floor.settings
        self.whose.refresh()
        self.print.refresh()
        day = todays.today(now, last_seen=settings.last_seen(), keeper=whose.wanted(settings))
        about = shops.about()
        self.title.setText(greeting(now, self._keeper()))
        self.second.setText(date_long(now.date()))
        self.motto.setText(about.motto)
        self._show_copy(now.date())
        self._show_visits(day, now)
        self._show_dues(day)
        self.packing.show_day(day, whose.wanted(settings))
        days = months.days_of_theirs(now.date(), now.date() + dt.timedelta(DAYS_AHEAD))[:ROWS]
        self.days.show_records(days)
        self.days_title.setVisible(bool(days))
        nothing = not (day.visits or day.to_type_in or day.due or day.away or day.still_open or days
                       or day.waiting or day.tomorrow)
        nobody = nothing and not customers.anybody()
        self.empty.setVisible(nobody)
        self.left.setVisible(not nobody)
        self.right.setVisible(not nobody and bool(days or day.waiting))
        self.print.setEnabled(bool(day.visits or day.tomorrow))
        self.print.setVisible(not nobody)
        self.clock.start(max(1_000, int((todays.next_moment(now) - self.desk.now()).total_seconds() * 1000)))
        self.suggesting.start()

    def _suggest(self) -> None:
        """Look aside whether it is time to walk our own path; else suggest whom to be in touch with."""
        now = self.desk.now()

        def work(_progress: object) -> own_path.Walk:
            return own_path.walk(now)

        self.floor.aside.run("", work, self._offer, self.said.emit)

    def _offer(self, walk: own_path.Walk) -> None:
        """One suggestion at a time is enough."""
        self.own_path.show_walk(walk)
        if not self.own_path.isHidden():
            if self.suggestion is not None:
                self.suggestion.hide()
            return
        if self.suggestion is None:
            from lovedesk.ui.places.today_in_touch import Suggestion  # as the rows: when there is time for it

            self.suggestion = Suggestion(self)
            left = self.left.layout()
            assert isinstance(left, QVBoxLayout)
            left.insertWidget(left.indexOf(self.own_path), self.suggestion)
        self.suggestion.ask()

    def showEvent(self, event: QShowEvent) -> None:
        self._stale = self._stale or self.whose.value() != self.floor.settings.whose    # chosen in another place
        super().showEvent(event)

    def _time_passed(self) -> None:
        self._stale = True
        self._refresh_if_seen()

    def _keeper(self) -> str:
        return next((keeper.name for keeper in shops.keepers() if keeper.id == self.floor.settings.keeper), "")

    def _show_copy(self, today: dt.date) -> None:
        last = self.desk.last_copy()
        old = last is not None and (today - last).days > COPY_TOO_OLD
        if old and last is not None:
            self.copy.say(_("The last copy of your desk is from {day}.").format(day=date_short(last, today)))
        self.copy.setVisible(old)

    def _show_visits(self, day: Day, now: dt.datetime) -> None:
        self.foot.show_waiting(self.inbox.refresh())
        self.visits_title.setText(summary(day))
        coming = next((touch.id for touch in day.visits if not touch.done and touch.start >= now), None)
        faces = shops.keeper_photos()
        two = not self.whose.isHidden()
        self.visits.show_records((touch, now, touch.id == coming, faces.get(touch.keeper_id or 0, "") if two else None)
                                 for touch in day.visits)
        self.no_visits.setVisible(not day.visits)
        self.no_visits.setText(ngettext("Tomorrow there is {n}.", "Tomorrow there are {n}.", day.tomorrow).format(
            n=day.tomorrow) if day.tomorrow else _("A good day to call someone for whom all is great."))
        self.sheets.show_records(day.to_type_in)

    def _show_dues(self, day: Day) -> None:
        self.due.show_records(day.due[:ROWS])
        self.due_title.set_texts(_("Promised for today") if any(due.promised for due in day.due) else _("For today"))
        self.due_title.setVisible(bool(day.due))
        before = day.away or day.still_open
        self.away.show_records(before[:ROWS])
        if day.away and day.away_from and day.away_until:
            self.away_title.set_texts(_("While you were away"), _("{first} to {last}").format(
                first=date_short(day.away_from), last=date_short(day.away_until)))
        else:
            self.away_title.set_texts(_("Still open"))
        self.away_title.setVisible(bool(before))
        self.catch_up.setVisible(bool(before))
        self.more.setVisible(len(day.away) + len(day.still_open) > min(len(before), ROWS) or len(day.due) > ROWS)
        self.waiting.show_records(day.waiting[:ROWS])
        self.waiting_title.setVisible(bool(day.waiting))

    # Rows -----------------------------------------------------------------------------------------------------

    # The kinds of rows are imported when there is one to show: an early morning starts faster.

    def _visit_card(self) -> QWidget:
        from lovedesk.ui.places.today_visits import VisitCard

        card = VisitCard(self)
        card.opened.connect(self._open_visit)
        return card

    def _sheet_strip(self) -> QWidget:
        from lovedesk.ui.places.today_visits import SheetStrip

        return SheetStrip(self)

    def _due_row(self) -> QWidget:
        from lovedesk.ui.parts.followup_row import FollowUpRow

        return FollowUpRow(self)

    def _day_line(self) -> QWidget:
        from lovedesk.ui.places.today_days import DayLine

        return DayLine(self)

    def _type_in(self) -> None:
        if (strip := self._waiting()) is not None:
            strip.type_in.click()

    def _went_fine(self) -> None:
        if (strip := self._waiting()) is not None:
            strip.fine.click()

    def _waiting(self) -> SheetStrip | None:
        """The sheet to type in at which the keyboard is, or the first of them."""
        focused = self.focusWidget()
        strips = [cast("SheetStrip", strip) for strip in self.sheets.in_order()]
        here = [strip for strip in strips if focused is not None and strip.isAncestorOf(focused)]
        return next(iter([*here, *strips]), None)

    def _open_visit(self, touchpoint: int) -> None:
        self.go.emit(Go("visit", touchpoint))

    def _open_calendar(self) -> None:
        self.go.emit(Go("calendar"))

    def _catch_up(self) -> None:
        self.go.emit(Go("catchup"))

    def _plan(self) -> None:
        self.go.emit(Go("plan"))

    def _show_inbox(self) -> None:
        self.page.ensureWidgetVisible(self.inbox)
        self.inbox.take_focus()

    def _quick_add(self) -> None:
        self.go.emit(Go("quickadd"))

    def _bring(self) -> None:
        self.go.emit(Go("bring"))

    def _customers(self) -> None:
        self.go.emit(Go("customers"))

    def _keep_copy(self) -> None:
        desk = self.desk

        def work(_progress: object) -> None:
            desk.keep_copy([desk.copies])

        self.floor.aside.run(_("Keeping a copy"), work, self._copy_kept, self.said.emit)

    def _copy_kept(self, _none: object) -> None:
        self.copy.hide()
        self.said.emit(_("A copy was made and checked."))


def _block(title: QWidget, *parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(title)
    for part in parts:      # a link takes no more than its words, and the column is wider
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if isinstance(part, Link) else Qt.AlignmentFlag(0))
    column.addStretch(1)
    return column


def _touch_key(touch: Touch) -> int:
    return touch.id


def _shown_key(shown: tuple[Touch, dt.datetime, bool, str | None]) -> int:
    return shown[0].id


def _due_key(due: Due) -> int:
    return due.id


def _entry_key(entry: Entry) -> int:
    return entry.id

