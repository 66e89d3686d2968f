"""One customer's page: the head, their people and what we know of them, our touches, what is open and not known."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from lovedesk.shop import contact_points, customers, people, special_days
from lovedesk.shop.contact_points import ContactRow
from lovedesk.shop.customers import Head
from lovedesk.shop.people import PersonRow
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import WrappedLabel
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.place import Place
from lovedesk.ui.places.plan_pane import PlanPane
from lovedesk.ui.places.profile_detail_line import DetailLine
from lovedesk.ui.places.profile_details import Details
from lovedesk.ui.places.profile_easy import Agreed, Easy
from lovedesk.ui.places.profile_form import Form
from lovedesk.ui.places.profile_head import ProfileHead
from lovedesk.ui.places.profile_in_touch import ProfileInTouch
from lovedesk.ui.places.profile_jobs import Jobs
from lovedesk.ui.places.profile_links import Links
from lovedesk.ui.places.profile_new_detail import NewDetail
from lovedesk.ui.places.profile_open import StillOpen
from lovedesk.ui.places.profile_people import People
from lovedesk.ui.places.profile_pictures import ProfilePictures
from lovedesk.ui.places.profile_questions import NotKnown
from lovedesk.ui.places.profile_requests import Asked
from lovedesk.ui.places.profile_still_true import StillTrue
from lovedesk.ui.places.profile_timeline import Timeline
from lovedesk.ui.places.profile_ways import Ways
from lovedesk.words import ngettext

COLUMN, SIDE = 620, 288
PAUSE = 0        # ms between the steps: what was built is laid out and painted before the next one


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


class _Column(QWidget):
    """A column of sections, from the top, no wider than can be read."""

    def __init__(self, *sections: QWidget) -> None:
        super().__init__()
        self.setMaximumWidth(COLUMN)
        self.sections = QVBoxLayout(self)
        self.sections.setContentsMargins(0, 0, 0, 0)
        self.sections.setSpacing(24)
        self.sections.addStretch(1)
        for section in sections:
            self.take(section)

    def take(self, section: QWidget) -> None:
        """Put a section below the others; it leaves the column where it was."""
        if section.parentWidget() is not self:
            self.sections.insertWidget(self.sections.count() - 1, section)


class Profile(QWidget):
    """Shows one customer; another one is built up in short steps, so that no key waits."""

    list_wanted = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.known: Head | None = None
        self.everyone: list[PersonRow] = []
        self.reach: list[ContactRow] = []
        self.head = ProfileHead(place)
        self.plan = PlanPane(place)
        self.jobs = Jobs(place)
        self.ways = Ways(place, of_person=False)
        self.people = People(place)
        self.details = Details(place)
        self.pictures = ProfilePictures(place, self)
        self.raw = RawLines()
        self.timeline = Timeline(place)
        self.open = StillOpen(place)
        self.unknown = NotKnown(place)
        self.in_touch = ProfileInTouch(place)
        self.asked = Asked(place)
        self.easy = Easy(place)
        self.agreed = Agreed(place)
        self.links = Links(place)
        self.still_true = StillTrue(place)
        self.page = ScrollPage(top=8)
        self._lay_out()
        self.step = QTimer(self, interval=PAUSE, singleShot=True)
        self.step.timeout.connect(self._go_on)
        self.sections = (self.ways, self.people, self.details, self.pictures, self.raw, self.timeline, self.open,
                         self.in_touch, self.unknown, self.still_true, self.asked, self.easy, self.agreed, self.links)
        self.steps: list[Callable[[], None]] = []
        self.head.plan_wanted.connect(self.plan_visit)
        self.head.list_wanted.connect(self.list_wanted)
        self.plan.closed.connect(self._plan_closed)
        self.timeline.detail_wanted.connect(self.details.correct)
        self.timeline.job_wanted.connect(self._open_job)
        self.still_true.confirmed.connect(self.details.confirm)
        self.still_true.correct_wanted.connect(self.details.correct)
        self.page.stop_changed.connect(self._arrange)
        self.seeing = QTimer(self, interval=0, singleShot=True)     # when what has grown is laid out
        self.seeing.timeout.connect(self._see_links)
        self.links.grown.connect(self.seeing.start)
        self.filled = QTimer(self, interval=0, singleShot=True)
        self.filled.timeout.connect(self._see_form)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._focus_moved)

    def _lay_out(self) -> None:
        self.main = _Column(self.jobs, self.ways, self.people, self.details, self.pictures, self.raw, self.timeline)
        self.middle = _Column()
        self.side = _Column(self.in_touch, self.open, self.asked, self.unknown, self.easy, self.agreed, self.still_true,
                            self.links)
        self.side.setFixedWidth(SIDE)       # however little stands in it, so that no words wrap twice
        self.middle.hide()
        columns = QHBoxLayout()
        columns.setSpacing(36)
        columns.addWidget(self.main, 1)
        columns.addWidget(self.middle, 1)
        columns.addWidget(self.side)
        columns.addStretch(0)
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
        (self.middle if wide else self.main).take(self.timeline)
        self.middle.setVisible(wide)

    def show_customer(self, customer: int) -> bool:
        """Show a customer, or the same one anew; False for one that is gone."""
        another = customer != self.customer
        if another:
            self.settle()
        head = customers.head(customer, self.place.desk.now())
        if head is None:
            return False
        self.customer, self.known = customer, head
        self._read(head)
        steps = (self._show_people, self._show_details, self._show_pictures, self._show_touches, self._show_open,
                 self._show_unknown, self._show_asked, self._show_easy, self._show_agreed, self._show_links)
        if another:
            for section in self.sections:   # rows that are filled behind a hidden section cost one layout, not one each
                section.hide()
            self.page.verticalScrollBar().setValue(0)
            self.steps = list(steps)
            self.step.start()
        else:
            self.steps = []
            for step in steps:
                step()
        return True

    def _go_on(self) -> None:
        if self.steps:
            self.steps.pop(0)()
        if self.steps:
            self.step.start()

    def settle(self) -> None:
        """Keep what is half-typed, and put all forms away."""
        self.steps = []
        self.step.stop()
        self.details.settle()
        self.people.settle()
        self.jobs.settle()
        self.open.settle()
        self.in_touch.settle()
        self.links.settle()
        for section in (self.asked, self.easy, self.agreed):
            section.settle()
        self.ways.close_form()
        if not self.plan.isHidden():
            self.plan.hide()

    def _read(self, head: Head) -> None:
        self.everyone = people.at(head.id)
        self.reach = contact_points.of(head.id)
        self.head.show_head(head, _address(self.reach))
        self.jobs.show_jobs(head.id)

    def _show_people(self) -> None:
        assert self.known is not None
        days = special_days.of(self.customer)
        own_ways = [way for way in self.reach if way.person is None]
        own_days = [day for day in days if day.person is None]
        self.ways.show_of(self.customer, own_ways, own_days)
        self.ways.setVisible(bool(own_ways or own_days) or self.known.kind == "business")
        self.people.show_people(self.customer, self.everyone, self.reach, days)
        self.people.show()

    def _show_details(self) -> None:
        assert self.known is not None
        self.details.show_details(self.customer, self.known.name, self.everyone)
        self.details.show()

    def _show_pictures(self) -> None:
        self.pictures.show_pictures(self.customer)
        self.pictures.show()

    def _show_touches(self) -> None:
        assert self.known is not None
        raw = [self.known.raw, *(person.raw for person in self.everyone)]
        looking = self.place.floor.settings.looking
        self.raw.show_lines("" if looking else "\n".join(dict.fromkeys(text for text in raw if text)))
        self.timeline.show_events(self.customer, self.everyone)

    def _show_open(self) -> None:
        self.in_touch.show_in_touch(self.customer)
        self.open.show_open(self.customer)
        self.open.show()

    def _show_unknown(self) -> None:
        self.unknown.show_questions(self.customer)
        self.still_true.show_doubtful(self.customer)

    def _show_asked(self) -> None:
        self.asked.show_lines(self.customer)
        self.asked.show()

    def _show_easy(self) -> None:
        self.easy.show_lines(self.customer)
        self.easy.show()

    def _show_agreed(self) -> None:
        self.agreed.show_lines(self.customer)
        self.agreed.show()

    def _show_links(self) -> None:
        self.links.show_links(self.customer)
        self.links.show()

    def _see_links(self) -> None:
        self.page.ensureWidgetVisible(self.links, 0, 16)

    def _focus_moved(self, _left: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QPlainTextEdit) and self.main.isAncestorOf(now):
            self.filled.start()

    def _see_form(self) -> None:
        """Scroll until all of the form that is filled in can be seen."""
        field = self.window().focusWidget()
        form: QWidget | None = field
        while form is not None and not isinstance(form, Form | NewDetail | DetailLine):
            form = form.parentWidget()
        if field is not None and form is not None and self.main.isAncestorOf(form):
            self.page.ensureWidgetVisible(form, 0, 12)
            self.page.ensureWidgetVisible(field, 0, 12)     # of a form that is higher than the page

    def _open_job(self, job: object) -> None:
        self.page.verticalScrollBar().setValue(0)
        self.jobs.open_job(job)

    def plan_visit(self) -> None:
        """Open the pane that plans a visit."""
        if self.known is not None:
            self.page.verticalScrollBar().setValue(0)
            first = self.known.last is None and self.known.standing == "enquiring"
            gone = self.known.standing == "gone"
            self.plan.open_for(self.customer, self.everyone, first=first, gone=gone)

    def _plan_closed(self) -> None:
        self.head.plan.setFocus(Qt.FocusReason.ShortcutFocusReason)     # by a key, so the ring is shown

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
