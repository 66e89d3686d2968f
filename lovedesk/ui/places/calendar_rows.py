"""The parts of the agenda: its rows of whatever kind, and the titled blocks that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import followups, months, touchpoints
from lovedesk.shop.followups import Due
from lovedesk.shop.months import Entry
from lovedesk.ui.parts.agenda_line import EntryLine, Line
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.followup_row import LOW, FollowUpRow
from lovedesk.ui.parts.labels import Section, Small, WrappedLabel
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.places.calendar_words import line
from lovedesk.words import _, ngettext

if TYPE_CHECKING:
    from lovedesk.ui.places.calendar_agenda import Agenda

SHOWN, MORE = 25, 50        # rows of a block, and how many more each press of its link shows
MENU = 38                   # the room that a follow-up's menu takes


class Item(NamedTuple):
    """A row: an entry, and the follow-up that it is, if it is one."""

    entry: Entry
    due: Due | None


class AgendaRow(QWidget):
    """One row, of whatever kind; `handle` takes the focus."""

    def __init__(self, agenda: Agenda) -> None:
        super().__init__()
        self.agenda = agenda
        self.entry: Entry | None = None
        self.handle: QAbstractButton | None = None
        self.followup: FollowUpRow | None = None
        self.when = Small()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)

    def show_record(self, item: Item) -> None:
        """Show an entry; the row stays of the kind that it began with."""
        self.entry = item.entry
        place, wide = self.agenda.place, self.agenda.wide
        if item.due is not None:
            if self.followup is None:
                self.followup = FollowUpRow(place, wide=wide)
                self._hold(self.followup, self.followup.tick)
            self.followup.show_record(item.due)
            if self.followup.wide is not None:
                self.followup.wide.show_line(self._kept(self.followup.wide.line, item.entry))
            return
        if self.handle is None:
            opener = EntryLine(wide=wide)
            opener.clicked.connect(self.open)
            self._hold(opener, opener)
            if item.entry.kind == months.SHEET:
                self._add_fine(item.entry)
            elif wide:
                self.row.setContentsMargins(0, 0, MENU, 0)      # in line with the rows that have a menu
        assert isinstance(self.handle, EntryLine)
        said = self._kept(line(item.entry, place.desk.today(), wide=wide), item.entry)
        self.when.setText(said.when)
        self.handle.show_line(said if wide or item.entry.kind != months.SHEET else said._replace(when=""))

    def _kept(self, said: Line, entry: Entry) -> Line:
        """With the face of the keeper whose it is, where there are two."""
        photos = self.agenda.photos
        if photos is None or entry.keeper_id is None:
            return said
        return said._replace(keeper=entry.keeper, photo=photos.get(entry.keeper_id, ""))

    def _hold(self, widget: QWidget, handle: QAbstractButton) -> None:
        self.row.insertWidget(0, widget, 1)
        widget.show()       # at once: Qt's own later show would lay out the page again for each row
        self.handle = handle
        handle.installEventFilter(self.agenda)

    def _add_fine(self, entry: Entry) -> None:
        fine = Link(_("Went fine"), tip=_("Nothing to add: close it (Space)"))
        fine.setAccessibleName(_("The visit to {customer} went fine").format(customer=entry.whom))
        fine.clicked.connect(self.went_fine)
        if self.agenda.wide:
            self.row.addWidget(fine)
            return
        fine.setMaximumHeight(LOW)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.setContentsMargins(0, 4, 0, 2)
        for part in (self.when, fine):
            right.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
        self.row.addLayout(right)

    def open(self) -> None:
        """Go to what the row names."""
        if self.entry is not None:
            self.agenda.open_entry(self.entry)

    def went_fine(self) -> None:
        """Close the visit whose sheet waits: there is nothing to add."""
        assert self.entry is not None  # shown before it can be pressed
        place = self.agenda.place
        with place.act("visit.went_fine", words=_("{customer}: went fine").format(customer=self.entry.whom)):
            touchpoints.finish(self.entry.id, now=place.desk.now())


class Block(QWidget):
    """A titled part of the agenda; a long one shows some of its rows and says how many more there are."""

    def __init__(self, agenda: Agenda) -> None:
        super().__init__()
        self.agenda = agenda
        self.items: list[Item] = []
        self.shown = SHOWN
        self.title = Section()
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.rows: Rows[Item] = Rows(self._make, _key)
        self.nothing = WrappedLabel(role="small", token="ink2")
        self.more = Link("")
        self.more.clicked.connect(self._show_more)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 14)
        self.column.setSpacing(6)
        for part in (self.nothing, self.rows, self.more):
            self.column.addWidget(part)
        self.column.insertLayout(0, self.head)

    def _make(self) -> AgendaRow:
        return AgendaRow(self.agenda)

    def show_items(self, title: str, aside: str, items: list[Item], *, nothing: str = "") -> None:
        """Show these; an empty block is hidden unless it has words for `nothing`."""
        self.title.set_texts(title, aside)
        self.items = items
        self.nothing.setText(nothing)
        self.nothing.setVisible(bool(nothing) and not items)
        self.setVisible(bool(items) or bool(nothing))
        self._show()

    def clear(self) -> None:
        """Make the rows anew at the next showing."""
        self.rows.show_records([])

    def handles(self) -> list[QAbstractButton]:
        """What takes the focus in each row, from top to bottom."""
        found = [self.rows.row(_key(item)) for item in self.items[:self.shown]] if not self.isHidden() else []
        return [row.handle for row in found if isinstance(row, AgendaRow) and row.handle is not None]

    def _show_more(self) -> None:
        self.shown += MORE
        self._show()

    def _show(self) -> None:
        shown = self.items[:self.shown]
        full = months.in_full([item.entry for item in shown])
        dues = {due.id: due for due in followups.with_numbers([item.due for item in shown if item.due])}
        self.rows.show_records(Item(entry, dues[item.due.id] if item.due else None)
                               for item, entry in zip(shown, full, strict=True))
        left = len(self.items) - self.shown
        self.more.setVisible(left > 0)
        self.more.setText(ngettext("and {n} more", "and {n} more", max(left, 1)).format(n=left))


def _key(item: Item) -> tuple[str, int]:
    return item.entry.kind, item.entry.id
