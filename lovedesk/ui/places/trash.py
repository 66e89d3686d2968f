"""The trash: what was deleted, newest first, and one button that brings it back whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import trashcan
from lovedesk.shop.trashcan import Trashed
from lovedesk.ui import person_rights
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.labels import ElidedLabel, Small, Title
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.words import _, ago

SHOWN = 200     # what was deleted before these is found again by undoing, or by emptying from above
COLUMN = 820


class Trash(Place):
    """What is in the trash."""

    shows = frozenset({"customer", "person", "contact_point", "special_day", "detail", "touchpoint", "touchpoint_item",
                       "checklist", "checklist_item", "follow_up", "paper", "link", "topic", "kept_list", "job",
                       "agreement", "friction", "accommodation", "request", "inbox_line", "closed"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        page = ScrollPage()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        back = BackLink()
        back.setText(_("Back"))
        back.clicked.connect(self._back)
        self.rows: Rows[Trashed] = Rows(self._row, _key, spacing=6)
        self.rows.setMaximumWidth(COLUMN)
        self.empty = Empty(_("The trash is empty"), _("What you delete comes here, and can be brought back whole."))
        page.body.addWidget(back)
        page.body.addWidget(Title(_("Trash")))
        page.body.addSpacing(12)
        page.body.addWidget(self.rows)
        page.body.addWidget(self.empty, 1)
        page.body.addStretch()

    def refresh(self) -> None:
        found = trashcan.contents()[:SHOWN]
        self.rows.show_records(found)
        self.empty.setVisible(not found)

    def _row(self) -> TrashRow:
        row = TrashRow(self)
        row.wanted.connect(self._bring_back)
        row.erase_wanted.connect(self._erase)
        return row

    def _bring_back(self, thing: Trashed) -> None:
        with self.act("trash.take_back", words=_("Brought back: {what}").format(what=thing.text)):
            trashcan.take_back(thing.table, thing.id)

    def _erase(self, thing: Trashed) -> None:
        person_rights.erase(self, **{thing.table: thing.id})

    def _back(self) -> None:
        self.go.emit(Go("back"))


class TrashRow(QWidget):
    """One thing in the trash; `wanted` asks for it back, `erase_wanted` to be rid of a person or customer for good."""

    wanted = Signal(object)
    erase_wanted = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.thing: Trashed | None = None
        self.text, self.what, self.when = ElidedLabel(role="strong"), Small(), Small(token="ink3")
        self.button = Link(_("Bring back"))
        self.button.clicked.connect(self._want)
        self.erase = Link(_("Erase for good…"))
        self.erase.clicked.connect(self._want_erased)
        words, second = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(1)
        second.setSpacing(12)
        second.addWidget(self.what)
        second.addWidget(self.when)
        second.addStretch(1)
        words.addWidget(self.text)
        words.addLayout(second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        row.insertWidget(1, self.erase)

    def show_record(self, thing: Trashed) -> None:
        """Show a thing."""
        self.thing = thing
        line = thing.text.splitlines()[0] if thing.text else _word(thing.table)
        self.text.setText(line)
        self.what.setText(_("{what} of {whose}").format(what=_word(thing.table), whose=thing.whose)
                          if thing.whose else _word(thing.table))
        self.when.setText(_("deleted {when}").format(when=ago(thing.when.date(), self.place.desk.today()))
                          if thing.when else "")
        self.button.setAccessibleName(_("Bring back: {what}").format(what=line))
        self.erase.setVisible(thing.table in {"person", "customer"})
        self.erase.setAccessibleName(_("Erase for good: {what}").format(what=line))

    def _want(self) -> None:
        self.wanted.emit(self.thing)

    def _want_erased(self) -> None:
        self.erase_wanted.emit(self.thing)


def _word(table: str) -> str:
    return {
        "customer": _("Customer"), "person": _("Person"), "contact_point": _("Number or address"),
        "special_day": _("Day"), "detail": _("Detail"), "touchpoint": _("Visit"), "touchpoint_item": _("Item"),
        "checklist": _("Checklist"), "checklist_item": _("Item of a checklist"), "follow_up": _("Follow-up"),
        "paper": _("Picture or paper"), "link": _("Tie"), "topic": _("Topic"), "kept_list": _("List"), "job": _("Job"),
        "agreement": _("Agreement"), "friction": _("What makes it hard"), "request": _("Request"),
        "accommodation": _("What we do to make it easy"), "inbox_line": _("Line of the inbox"),
        "closed": _("Closed days"),
    }[table]


def _key(thing: Trashed) -> tuple[str, int]:
    return thing.table, thing.id
