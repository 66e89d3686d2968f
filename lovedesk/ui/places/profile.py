"""One customer's page: the head, their people and what we know of them, our touches, what is open and not known."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import contact_points, customers, people, special_days
from lovedesk.shop.contact_points import ContactRow
from lovedesk.shop.customers import Head
from lovedesk.shop.people import PersonRow
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import WrappedLabel
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.place import Place
from lovedesk.ui.places.plan_pane import PlanPane
from lovedesk.ui.places.profile_details import Details
from lovedesk.ui.places.profile_head import ProfileHead
from lovedesk.ui.places.profile_people import People
from lovedesk.ui.places.profile_side import NotKnown, StillOpen
from lovedesk.ui.places.profile_timeline import Timeline
from lovedesk.ui.places.profile_ways import Ways
from lovedesk.words import ngettext

MAIN, SIDE = 620, 310


class RawLines(QWidget):
    """Lines of a file that were not understood, behind a link."""

    def __init__(self) -> None:
        super().__init__()
        self.link = Link("", "file-text")
        self.link.setCheckable(True)
        self.words = WrappedLabel("", role="small", token="ink2", column=600)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.link)
        column.addWidget(self.words)
        self.link.toggled.connect(self.words.setVisible)

    def show_lines(self, raw: str) -> None:
        """Show these lines, folded away."""
        count = len(raw.splitlines())
        self.setVisible(count > 0)
        self.link.setText(ngettext("{n} line of your file was not understood",
                                   "{n} lines of your file were not understood", count).format(n=count))
        if self.words.text() != raw:
            self.link.setChecked(False)
            self.words.setText(raw)
        self.words.setVisible(self.link.isChecked())


class Profile(QWidget):
    """Shows one customer; another one is built up in three short steps, so that no key waits."""

    list_wanted = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.known: Head | None = None
        self.everyone: list[PersonRow] = []
        self.head = ProfileHead(place)
        self.plan = PlanPane(place)
        self.ways = Ways(place, of_person=False)
        self.people = People(place)
        self.details = Details(place)
        self.raw = RawLines()
        self.timeline = Timeline(place)
        self.open = StillOpen(place)
        self.unknown = NotKnown(place)
        self.page = ScrollPage(top=8)
        self._lay_out()
        self.step = QTimer(self, interval=0, singleShot=True)
        self.step.timeout.connect(self._go_on)
        self.steps = 0
        self.head.plan_wanted.connect(self.plan_visit)
        self.head.list_wanted.connect(self.list_wanted)
        self.plan.closed.connect(self._plan_closed)
        self.page.stop_changed.connect(self._arrange)

    def _lay_out(self) -> None:
        self.main, self.middle, self.side = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        wide: tuple[QWidget, ...] = (self.ways, self.people, self.details, self.raw, self.timeline)
        narrow: tuple[QWidget, ...] = (self.open, self.unknown)
        for column, widgets, most in ((self.main, wide, MAIN), (self.side, narrow, SIDE)):
            for widget in widgets:
                widget.setMaximumWidth(most)
                column.addWidget(widget)
        for column in (self.main, self.middle, self.side):
            column.setSpacing(24)
            column.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(36)
        columns.addLayout(self.main, 13)
        columns.addLayout(self.middle, 0)
        columns.addLayout(self.side, 7)
        columns.addStretch(0)
        self.columns = columns
        self.page.body.setSpacing(16)
        self.page.body.addWidget(self.plan)
        self.page.body.addLayout(columns, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.page, 1)

    def _arrange(self, stop: str) -> None:
        """In a wide window the timeline has a column of its own."""
        wide = stop == "wide"
        target = self.middle if wide else self.main
        if target.indexOf(self.timeline) < 0:
            (self.main if wide else self.middle).removeWidget(self.timeline)
            target.insertWidget(target.count() - 1, self.timeline)
        self.columns.setStretch(1, 12 if wide else 0)

    def show_customer(self, customer: int) -> bool:
        """Show a customer, or the same one anew; False for one that is gone."""
        another = customer != self.customer
        if another:
            self.settle()
        head = customers.head(customer, self.place.desk.now())
        if head is None:
            return False
        self.customer, self.known = customer, head
        if another:
            self._hide_rest()       # rows that are filled behind a hidden section cost one layout, not one each
        self._show_first(head)
        if another:
            self.page.verticalScrollBar().setValue(0)
            self.steps = 1
            self.step.start()
        else:
            self._show_second()
            self._show_third()
        return True

    def settle(self) -> None:
        """Keep what is half-typed, and put all forms away."""
        self.steps = 0
        self.details.settle()
        self.people.settle()
        self.open.settle()
        self.ways.close_form()
        if not self.plan.isHidden():
            self.plan.hide()

    def _show_first(self, head: Head) -> None:
        everyone = people.at(head.id)
        ways = contact_points.of(head.id)
        days = special_days.of(head.id)
        self.everyone = everyone
        own_ways = [way for way in ways if way.person is None]
        own_days = [day for day in days if day.person is None]
        self.head.show_head(head, _address(ways))
        self.ways.show_of(head.id, own_ways, own_days)
        self.ways.setVisible(bool(own_ways or own_days) or head.kind == "business")
        self.people.show_people(head.id, everyone, ways, days)
        self.people.show()

    def _hide_rest(self) -> None:
        for widget in (self.ways, self.people, self.details, self.raw, self.timeline, self.open, self.unknown):
            widget.hide()

    def _show_second(self) -> None:
        assert self.known is not None
        self.details.show_details(self.customer, self.known.name, self.everyone)
        self.details.show()
        raw = [self.known.raw, *(person.raw for person in self.everyone)]
        self.raw.show_lines("\n".join(dict.fromkeys(text for text in raw if text)))

    def _show_third(self) -> None:
        self.timeline.show_touches(self.customer)
        self.open.show_open(self.customer)
        self.open.show()
        self.unknown.show_questions(self.customer)

    def _go_on(self) -> None:
        if self.steps == 1:
            self._show_second()
            self.steps = 2
            self.step.start()
        elif self.steps == 2:
            self._show_third()
            self.steps = 0

    def plan_visit(self) -> None:
        """Open the pane that plans a visit."""
        if self.known is not None:
            self.page.verticalScrollBar().setValue(0)
            first = self.known.last is None and self.known.standing == "enquiring"
            self.plan.open_for(self.customer, self.everyone, first=first)

    def _plan_closed(self) -> None:
        self.head.plan.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.head.rename()
            return
        super().keyPressEvent(event)


def _address(ways: list[ContactRow]) -> str:
    """Where they are, in one line: the customer's own address first."""
    found = sorted((way for way in ways if way.kind == "address"), key=_is_persons)
    return found[0].value.splitlines()[0] if found else ""


def _is_persons(way: ContactRow) -> bool:
    return way.person is not None
