"""All that was with a customer, planned and past, on one line through time; each opens what it names."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import stream
from lovedesk.shop.people import PersonRow
from lovedesk.shop.stream import Event, Wanted
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import Section, Small
from lovedesk.ui.parts.recordlist import RecordList
from lovedesk.ui.parts.stream_filter import StreamFilter
from lovedesk.ui.parts.stream_rows import HEIGHT, EventRow
from lovedesk.ui.place import Go, Place
from lovedesk.words import _, ngettext

FEW, MANY = 8, 100


class EventList(RecordList):
    """As high as its rows; the page around it scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


class Timeline(QWidget):
    """The newest few events, more on a press, narrowed on another. `detail_wanted(id)` and `job_wanted(id)` open."""

    detail_wanted = Signal(object)
    job_wanted = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.count = FEW
        self.people: list[PersonRow] = []
        self.title = Section(_("Timeline"))
        self.narrow = Link(_("Narrow"), "funnel-simple")
        self.filter: StreamFilter | None = None
        self.row = EventRow(place)
        self.rows = EventList(self.row, name=_("Timeline"))
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.opened.connect(self._opened)
        self.rows.clicked.connect(self._clicked)
        self.nothing = Small(_("Nothing of this kind"))
        self.more = Link(_("Show more"))
        self.more.clicked.connect(self._show_more)
        self.narrow.clicked.connect(self._narrow)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.narrow)
        foot.addWidget(self.more)
        foot.addStretch()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addLayout(head)
        for widget in (self.rows, self.nothing):
            self.column.addWidget(widget)
        self.column.addLayout(foot)

    def show_events(self, customer: int, people: list[PersonRow]) -> None:
        """Show what was with a customer; of another one the newest few."""
        if customer != self.customer:
            self.customer, self.count = customer, FEW
            if self.filter is not None:
                self.filter.hide()
        self.people = people
        if self.filter is not None:
            self.filter.offer_people(people)
        self.refresh()

    def refresh(self) -> None:
        """Show what is wanted now."""
        narrowed = self.filter is not None and not self.filter.isHidden()
        settings = self.place.floor.settings
        wanted = (self.filter.wanted(settings) if self.filter is not None and narrowed
                  else Wanted(keeper=settings.keeper or None, discreet=settings.looking))
        found = stream.of(self.customer, self.place.desk.now(), wanted, count=self.count + 1)
        shown = found[:self.count]
        self.setVisible(bool(found) or narrowed)
        times = stream.times_in_touch(self.customer)
        self.title.set_texts(_("Timeline"), ngettext("{n} time in touch", "{n} times in touch", times).format(n=times))
        self.row.begin(shown)
        self.rows.show_records(shown)
        self.rows.setFixedHeight(len(shown) * HEIGHT + 2)
        self.rows.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.more.setVisible(len(found) > self.count)

    def _show_more(self) -> None:
        self.count += MANY
        self.refresh()

    def _narrow(self) -> None:
        if self.filter is None:
            self.filter = StreamFilter()
            self.filter.changed.connect(self.refresh)
            self.column.insertWidget(1, self.filter)
            self.filter.offer_people(self.people)
            self.filter.hide()
        self.filter.setVisible(self.filter.isHidden())
        self.refresh()

    def _clicked(self) -> None:
        self._opened(self.rows.current())

    def _opened(self, wanted: object) -> None:
        event = self.rows.held.get(wanted) if isinstance(wanted, int) else None
        if isinstance(event, Event):
            match event.kind:
                case stream.TOUCH:
                    self.place.go.emit(Go("visit", event.row))
                case stream.DETAIL:
                    self.detail_wanted.emit(event.row)
                case stream.JOB:
                    self.job_wanted.emit(event.row)
