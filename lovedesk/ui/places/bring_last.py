"""The last import, row by row: what became of each, what was skipped and why, and what was not understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from lovedesk.shop import import_runs
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_runs import ImportedRow, LastImport, Listing
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.buttons import Second
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.labels import Section, Small, Title, WrappedLabel
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.recordlist import Row, RowDelegate
from lovedesk.ui.parts.scrollpage import SIDE, TOP
from lovedesk.ui.parts.search_field import SearchField
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.bring_how import COLUMN
from lovedesk.ui.places.bring_rows import INDENT
from lovedesk.ui.places.customer_list import TypedList
from lovedesk.ui.signals import Progress
from lovedesk.words import _, near, time

WIDTH = 760
_SIGNS = {Fate.MAYBE: ("eye", "amber"), Fate.UNREAD: ("warning-circle", "red"), Fate.KEPT_OUT: ("minus-circle", "ink3")}


class LastImported(Place):
    """The rows of the newest import, narrowed by what became of them and by name; Enter opens the customer."""

    shows: ClassVar[frozenset[str]] = frozenset({"import_run", "customer", "person"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.last: LastImport | None = None
        self.listing = Listing(0)
        self.title, self.told = Title(_("Last import")), Small()
        self.back = BackLink()
        self.back.setText(_("Back"))
        self.fates = Picker(name=_("What became of them"))
        self.search = SearchField(_("Find one of them by name"))
        self.rows = TypedList(RowDelegate(look), name=_("Rows of the last import"), fetch=self.fetch)
        self.beside, self.raw = Section(_("Not understood, kept beside them")), WrappedLabel(token="ink2")
        self.see = Second(_("&Open"))
        self.empty = Empty(_("Nothing was brought in yet"),
                           _("After you bring contacts in, this page lists what became of each of them."))
        self.rows.setMaximumWidth(COLUMN)
        self._lay_out()
        self.back.clicked.connect(self._back)
        self.fates.activated.connect(self._narrow)
        self.search.sought.connect(self._narrow)
        self.search.steered.connect(self.rows.steer)
        self.rows.chosen.connect(self._show_row)
        self.rows.opened.connect(self._open_row)
        self.rows.typed.connect(self._type_on)
        self.see.clicked.connect(self._open_current)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, TOP, SIDE, 0)
        head.setSpacing(4)
        for widget in (self.back, self.title, self.told):
            head.addWidget(widget)
        narrow = QHBoxLayout()
        narrow.setSpacing(8)
        self.search.setMaximumWidth(WIDTH)
        narrow.addWidget(self.search, 1)
        narrow.addWidget(self.fates)
        narrow.addStretch()
        head.addSpacing(6)
        head.addLayout(narrow)
        listed = QVBoxLayout()
        listed.setContentsMargins(SIDE - INDENT, 0, 0, 0)
        listed.addWidget(self.rows)
        foot = QVBoxLayout()
        foot.setContentsMargins(SIDE, 0, SIDE, TOP)
        foot.setSpacing(4)
        foot.addWidget(self.beside)
        foot.addWidget(self.raw)
        foot.addWidget(self.see, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(listed, 1)
        column.addLayout(foot)
        column.addWidget(self.empty, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Rows of an import are no user's data, and nothing tells that they have changed."""
        self._stale = True
        super().showEvent(event)

    def refresh(self) -> None:
        """The newest import, looked up aside: fifty thousand rows are no matter of a moment."""
        self.floor.aside.run("", _look_up, self._show, self.said.emit)

    def _show(self, found: tuple[LastImport | None, Listing]) -> None:
        last, self.listing = found
        self.last = last
        for widget in (self.told, self.search, self.fates, self.rows, self.see):
            widget.setVisible(last is not None)
        self.empty.setVisible(last is None)
        if last is None:
            self.beside.hide()
            self.raw.hide()
            return
        sentence = _("{files}, {day} at {time}. It was taken back.") if last.undone else _("{files}, {day} at {time}")
        self.told.setText(sentence.format(files=last.name, day=near(last.at.date(), self.desk.today()),
                                          time=time(last.at.time())))
        chosen = self.fates.currentData()
        self.fates.clear()
        self.fates.addItem(_("All {n} rows").format(n=sum(last.counts.values())), "")
        for fate, count in last.counts.items():
            self.fates.addItem(_("{n} {fate}").format(n=count, fate=import_runs.word_of(fate)), str(fate))
        self.fates.setCurrentIndex(max(self.fates.findData(chosen), 0))
        self._narrow()

    def _narrow(self, _changed: object = None) -> None:
        if self.last is None:
            return
        fate = self.fates.currentData()
        found = self.listing.ids(Fate(fate) if fate else None, self.search.text())
        self.rows.show_ids(found)
        if self.rows.current() is None and found:
            self.rows.select(found[0])
        self._show_row(self.rows.current())

    def fetch(self, ids: Sequence[int]) -> list[ImportedRow]:
        """The records of some rows."""
        return import_runs.page(ids)

    def _show_row(self, row: object) -> None:
        found = import_runs.page([row]) if isinstance(row, int) else []
        raw = found[0].raw if found else ""
        self.raw.setText(raw)
        self.raw.setVisible(bool(raw))
        self.beside.setVisible(bool(raw))
        self.see.setEnabled(bool(found and found[0].customer))

    def _open_row(self, row: object) -> None:
        found = import_runs.page([row]) if isinstance(row, int) else []
        if found and found[0].customer:
            self.go.emit(Go("customers", found[0].customer))

    def _open_current(self) -> None:
        self._open_row(self.rows.current())

    def _type_on(self, letters: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(letters)

    def _back(self) -> None:
        self.go.emit(Go("back"))


def _look_up(_progress: Progress) -> tuple[LastImport | None, Listing]:
    last = import_runs.last()
    return last, Listing(last.run if last is not None else 0)


def look(row: ImportedRow) -> Row:
    """How a row of an import is shown."""
    where = _("{file}:{place}").format(file=row.source, place=row.place)
    second = _("{where}, {reason}").format(where=where, reason=row.reason) if row.reason else where
    sign, token = _SIGNS.get(row.fate, ("file-text", "ink3") if row.raw else ("", "ink2"))
    said = _("not everything was understood") if row.raw else ""
    return Row(row.name or _("No name"), import_runs.word_of(row.fate), second, sign, token, said)
