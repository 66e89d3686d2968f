"""What we know, newest first, and the line that adds one more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import details
from lovedesk.shop.details import DetailRow
from lovedesk.shop.people import PersonRow
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_detail_line import DetailLine
from lovedesk.ui.places.profile_new_detail import NewDetail
from lovedesk.words import _

FIRST = 10      # about a screen


class Details(QWidget):
    """All details of a customer, and the line that adds one."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.link = Link(_("Add a detail"), tip=_("Alt+A"))
        self.link.setShortcut("Alt+A")
        self.title = Section(_("What we know"), _("newest first"))
        self.form: NewDetail | None = None
        self.rows: Rows[DetailRow] = Rows(self._make, _key, spacing=2, reuse=True)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.link)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addWidget(self.rows)
        self.customer, self.name = 0, ""
        self.found: list[DetailRow] = []
        self.shown = 0
        self.people: list[PersonRow] = []
        self.link.clicked.connect(self.ask)

    def _make(self) -> DetailLine:
        line = DetailLine(self.place)
        line.corrected.connect(self._correct)
        line.seen_by_wanted.connect(self._set_seen_by)
        line.topic_wanted.connect(self._set_topic)
        line.bin_wanted.connect(self._trash)
        return line

    def show_details(self, customer: int, name: str, people: list[PersonRow]) -> None:
        """Show what is known about a customer and its people; of another one the newest few, until `show_more`."""
        same = customer == self.customer
        self.customer, self.name, self.people = customer, name, people
        found = details.of(customer, keeper=self.place.floor.settings.keeper or None)
        self.title.set_texts(_("What we know"), _("newest first") if found else _("nothing yet"))
        self.found = found
        self.shown = len(found) if same else FIRST
        self.rows.show_records(found[:self.shown])

    def more(self) -> bool:
        """Whether some are not shown yet."""
        return self.shown < len(self.found)

    def show_more(self, count: int) -> None:
        """Show some more, below the others."""
        self.shown += count
        self.rows.show_records(self.found[:self.shown])

    def ask(self) -> None:
        """Open the form for one more detail."""
        if self.form is None:
            self.form = NewDetail(self.place)
            self.form.closed.connect(self._form_closed)
            self.column.insertWidget(1, self.form)
        self.form.open_for(self.customer, self.name, self.people)

    def settle(self) -> None:
        """Keep what stands half-typed in the form, and put it away."""
        if self.form is not None and not self.form.isHidden():
            self.form.settle()

    def _form_closed(self) -> None:
        self.link.setFocus(Qt.FocusReason.TabFocusReason)

    def _correct(self, detail: int, text: str) -> None:
        line = self.rows.row(detail)
        newer = 0
        with self.place.act("detail.correct", field=line.editor if isinstance(line, DetailLine) else None):
            newer = details.correct(detail, text, on=self.place.desk.today())
        row = self.rows.row(newer)
        if row is not None and self.window().focusWidget() in {None, line}:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _set_seen_by(self, detail: int, seen_by: str) -> None:
        with self.place.act("detail.set_seen_by"):
            details.set_seen_by(detail, seen_by, keeper=self.place.floor.settings.keeper or None)

    def _set_topic(self, detail: int, topic: str) -> None:
        with self.place.act("detail.set_topic"):
            details.set_topic(detail, topic)

    def _trash(self, detail: int) -> None:
        with self.place.act("detail.trash", words=_("Detail deleted")):
            details.trash(detail)


def _key(record: DetailRow) -> int:
    return record.id
