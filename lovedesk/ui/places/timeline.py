"""All that was with all customers, on one line through time; each opens what it names."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from lovedesk.shop import stream
from lovedesk.shop.stream import Event
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import Small, Title
from lovedesk.ui.parts.recordlist import RecordList
from lovedesk.ui.parts.stream_filter import StreamFilter
from lovedesk.ui.parts.stream_rows import EventRow
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.words import _

MANY = 200
PAUSE = 120         # ms without a key, after which words are looked for
WIDEST = 760        # a line of words is not stretched over a wide screen


class Timeline(Place):
    """The newest events of the whole shop, narrowed by kind and words."""

    shows: ClassVar[frozenset[str]] = frozenset({
        "customer", "touchpoint", "touchpoint_customer", "touchpoint_item", "job", "detail", "agreement",
        "accommodation", "request", "follow_up", "shopkeeper"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.count = MANY
        self.way_back = BackLink()
        self.way_back.setText(_("Back"))
        self.filter = StreamFilter()
        self.row = EventRow(self, named=True)
        self.rows = RecordList(self.row, name=_("Timeline"))
        self.nothing = Small(_("Nothing of this kind yet. What you plan, do and learn with your customers "
                               "stands here."))
        self.more = Link(_("Show more"))
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.filter.setMaximumWidth(WIDEST)
        self.rows.setMaximumWidth(WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 12)
        column.setSpacing(12)
        column.addWidget(self.way_back)
        column.addWidget(Title(_("Timeline of all customers")))
        column.addWidget(self.filter)
        column.addWidget(self.rows, 1)
        column.addWidget(self.nothing)
        column.addWidget(self.more)
        column.addStretch()
        self.way_back.clicked.connect(self._back)
        self.filter.changed.connect(self.pause.start)
        self.pause.timeout.connect(self._narrowed)
        self.more.clicked.connect(self._show_more)
        self.rows.opened.connect(self._opened)
        self.rows.clicked.connect(self._clicked)

    def _back(self) -> None:
        self.go.emit(Go("back"))

    def refresh(self) -> None:
        """Show the newest of what is wanted."""
        wanted = self.filter.wanted(self.floor.settings)
        found = stream.of(None, self.desk.now(), wanted, count=self.count + 1)
        shown = found[:self.count]
        self.row.begin(shown)
        self.rows.show_records(shown)
        self.rows.viewport().update()
        self.rows.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.more.setVisible(len(found) > self.count)

    def _narrowed(self) -> None:
        self.count = MANY
        self.refresh()

    def _show_more(self) -> None:
        self.count += MANY
        self.refresh()

    def _clicked(self) -> None:
        self._opened(self.rows.current())

    def _opened(self, wanted: object) -> None:
        event = self.rows.held.get(wanted) if isinstance(wanted, int) else None
        if isinstance(event, Event):
            if event.kind == stream.TOUCH:
                self.go.emit(Go("visit", event.row))
            elif event.customer:
                self.go.emit(Go("customers", event.customer))
