"""The debrief: the written-over sheet typed in, in its own order, each field kept as it is left (practices B4, H1)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lovedesk.shop import builtin, chasing, discretion, followups, prepsheets, touchpoints, visits
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.buttons import Primary, Quiet
from lovedesk.ui.parts.labels import ElidedLabel, Section, Title
from lovedesk.ui.parts.pills import OneOf
from lovedesk.ui.parts.saving_field import SavingText
from lovedesk.ui.parts.scrollpage import SIDE, TOP, ScrollPage
from lovedesk.ui.parts.tab_order import put_in_order
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.after_job import AfterJob
from lovedesk.ui.places.debrief_answers import Answers
from lovedesk.ui.places.debrief_fields import Answer, ChasedTick, go_on
from lovedesk.ui.places.debrief_next import NextTouch
from lovedesk.ui.places.debrief_papers import Papers
from lovedesk.ui.places.debrief_promises import Promises
from lovedesk.ui.places.debrief_ticks import Ticks
from lovedesk.ui.places.visit_gone import Gone
from lovedesk.ui.places.visit_head import title_words
from lovedesk.words import _

NARROW = 1000       # of the page, less than which there is one column
LEFT_MOST, RIGHT_MOST, GAP = 660, 600, 44


class Debrief(Place):
    """Of one touchpoint, over or not; opened again it is filled in, and changes follow into what was learned."""

    shows = frozenset({"touchpoint", "touchpoint_customer", "touchpoint_person", "touchpoint_item", "customer",
                       "person", "membership", "follow_up", "paper", "shopkeeper", "topic", "job"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.touchpoint = 0
        self.shown: VisitPage | None = None
        self.way_back = BackLink()
        self.title = Title()
        self.second = ElidedLabel(token="ink2")
        self.fine = Quiet(_("Went fine, nothing to add"), tip=_("Closes it as it is (Ctrl+G)"))
        self.done_button = Primary(_("Done"), "check", tip=_("Closes it (Ctrl+Enter)"))
        self.ticks = Ticks(self)
        self.answers = Answers(self)
        self.ours = Promises(self, theirs=False)
        self.theirs = Promises(self, theirs=True)
        self.notes = SavingText(name=_("Notes and sketch"), lines=3, most=14)
        self.papers = Papers(self)
        self.value = Answer(name=_("What was of use to them?"))
        self.their_words = Answer(name=_("What they said themselves"), placeholder=_("in their own words"))
        self.chased = ChasedTick()
        self.after_job = AfterJob(self)
        self.began = OneOf([("we", _("We began it")), ("they", _("They did"))], name=_("Who began it"))
        self.next = NextTouch(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.head = QWidget()
        lines = QVBoxLayout(self.head)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for widget in (self.way_back, self.title, self.second):
            lines.addWidget(widget)
        top = QHBoxLayout()
        top.setContentsMargins(SIDE, 0, SIDE, 0)
        top.setSpacing(8)
        top.addWidget(self.head, 1)
        top.addWidget(self.fine, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignTop)
        self.page = ScrollPage(top=8)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(GAP)
        self.left = _column([self.ticks, self.answers, self.ours, self.theirs])
        self.right = _column([_under(Section(_("Notes and sketch")), self.notes, self.papers),
                              _under(Section(_("What was of use to them?")), self.value),
                              _under(Section(_("What they said themselves")), self.their_words, self.began,
                                     self.chased),
                              self.after_job, self.next])
        self.columns.addWidget(self.left, LEFT_MOST)
        self.columns.addWidget(self.right, RIGHT_MOST)
        self.columns.addStretch(1)
        self.page.body.addLayout(self.columns)
        self.page.body.addStretch()
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, TOP, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(6)
        column.addWidget(self.page, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(sheet)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def _connect(self) -> None:
        self.way_back.clicked.connect(self._open_customer)
        self.fine.clicked.connect(self.went_fine)
        self.done_button.clicked.connect(self.finish)
        self.notes.left.connect(self._write_notes)
        self.value.left.connect(self._write_value)
        self.their_words.left.connect(self._write_said)
        self.chased.clicked.connect(self._set_chased)
        self.began.chosen.connect(self._set_began)
        for keys, slot in (("Ctrl+Return", self.finish), ("Ctrl+Enter", self.finish), ("Ctrl+G", self.went_fine)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def open(self, what: int) -> None:
        """Show the debrief of a touchpoint by its id, its first box ready to be ticked."""
        if what and what != self.touchpoint:
            self.touchpoint = what
            self.shown = None
            self._stale = True
            self._refresh_if_seen()

    def refresh(self) -> None:
        page = visits.page(self.touchpoint)
        fresh, self.shown = self.shown is None, page
        if page is None:
            if self.stack.count() == 1:
                self.stack.addWidget(Gone(self))
            self.stack.setCurrentIndex(1)
            return
        self.stack.setCurrentIndex(0)
        self._show_head(page)
        promised = followups.of_touchpoint(page.id)
        self.ticks.show_page(page)
        self.answers.show_page(page)
        self.ours.show_page(page, promised)
        self.theirs.show_page(page, promised)
        self.notes.show_text(page.notes)
        self.papers.show_papers(page.id, page.papers)
        self.value.show_text(page.value)
        self.their_words.show_text(page.said)
        self.chased.setChecked(page.chased)
        self.chased.setVisible(not self.floor.settings.looking)
        self.began.choose(page.began)
        self.after_job.show_page(page)
        self.next.show_page(page)
        put_in_order(self.head, self.page, self.fine, self.done_button)
        if fresh:
            self.page.verticalScrollBar().setValue(0)
            go_on(self.done_button)

    def _show_head(self, page: VisitPage) -> None:
        self.way_back.setText(page.whom)
        self.title.setText({"visit": _("How was the visit?"), "call": _("How was the call?"),
                            "delivery": _("How was the delivery?")}.get(page.channel, _("How was it?")))
        when = title_words(page, self.desk.today())
        shown = discretion.occasion(page.occasion, looking=self.floor.settings.looking)
        occasion = prepsheets.within(builtin.occasion_label(shown))
        self.second.setText(
            _("{visit}, {occasion}. In the order of your sheet, kept as you go.").format(visit=when, occasion=occasion)
            if occasion else _("{visit}. In the order of your sheet, kept as you go.").format(visit=when))
        self.fine.setVisible(page.done_at is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(26 if narrow else GAP)
        self.left.setMaximumWidth(self.width() if narrow else LEFT_MOST)
        self.right.setMaximumWidth(self.width() if narrow else RIGHT_MOST)

    def finish(self) -> None:
        """Close it with all that was typed, and go back to today."""
        self._leave_field()
        self.next.plan_if_wanted()
        if self.next.day.refusal is None:
            self._close("visit.finish", _("Visit closed"))

    def went_fine(self) -> None:
        """Close it as it is, and go back to today."""
        self._leave_field()
        self._close("visit.went_fine", _("Visit closed: went fine"))

    def _close(self, verb: str, told: str) -> None:
        if self.shown is None:
            return
        if self.shown.done_at is None:
            with self.act(verb, words=told):
                touchpoints.finish(self.touchpoint, now=self.desk.now())
        if visits.page(self.touchpoint) is not None:
            self.go.emit(Go("today"))

    def _leave_field(self) -> None:
        field = self.focusWidget()
        if field is not None:
            field.clearFocus()

    def _write_notes(self, text: str) -> None:
        with self.act("visit.write", field=self.notes):
            touchpoints.write(self.touchpoint, "notes", text)

    def _write_value(self, text: str) -> None:
        with self.act("visit.write", field=self.value):
            touchpoints.write(self.touchpoint, "value", text)

    def _write_said(self, text: str) -> None:
        with self.act("visit.write", field=self.their_words):
            touchpoints.write(self.touchpoint, "said", text)

    def _set_chased(self, on: bool) -> None:
        with self.act("visit.set_chased"):
            chasing.set_chased(self.touchpoint, on)

    def _set_began(self, began: object) -> None:
        with self.act("visit.change"):
            touchpoints.set_began(self.touchpoint, str(began))

    def _open_customer(self) -> None:
        if self.shown is not None and self.shown.customers:
            self.go.emit(Go("customers", self.shown.customers[0].id))
        else:
            self.go.emit(Go("calendar"))


def _column(widgets: list[QWidget]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(24)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return made


def _under(head: Section, *widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(head)
    for widget in widgets:
        column.addWidget(widget)
    return made
