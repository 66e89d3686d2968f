"""What stands between us and a customer, each a line to read and to change: what is easy for them, what was agreed,
what they asked for (practices C1, C2, E3)."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.mishaps import Refused
from lovedesk.shop.quick_days import read_day
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_care_line import CareRecord, CareRow
from lovedesk.words import _, ngettext


class CareSection(QWidget):
    """A heading, its lines, what is over behind a link, and one line to add another. A kind of section says what its
    lines are (`records`), keeps a new one (`keep`), other words (`reword`) and does what a line offers (`do`)."""

    def __init__(self, place: Place, *, title: str, add_name: str, placeholder: str) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.with_over = False
        self.add = Link(_("Add"))
        self.add.setAccessibleName(add_name)
        self.rows: Rows[CareRecord] = Rows(self._make, _key, spacing=2, reuse=True)
        self.line = EnterLine(name=add_name, placeholder=placeholder)
        self.over = Link("")
        head = QHBoxLayout()
        head.addWidget(Section(title))
        head.addStretch()
        head.addWidget(self.add)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addLayout(head)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.line)
        self.column.addWidget(self.over, 0, Qt.AlignmentFlag.AlignLeft)
        self.line.hide()
        self.over.hide()
        self.add.clicked.connect(self.ask)
        self.line.entered.connect(self._entered)
        self.line.given_up.connect(self._given_up)
        self.over.clicked.connect(self._show_over)

    def records(self) -> list[CareRecord]:
        """The lines of the customer."""
        raise NotImplementedError

    def keep(self, text: str) -> None:
        """Keep a new line; the section's own `line` shows a refusal."""
        raise NotImplementedError

    def reword(self, record: CareRecord, text: str, field: SavingLine) -> None:
        """Say a line in other words."""
        raise NotImplementedError

    def do(self, record: CareRecord, key: str, texts: list[str], field: SavingLine) -> None:
        """Do what a line offers."""
        raise NotImplementedError

    def _make(self) -> CareRow:
        row = CareRow()
        row.worded.connect(self._worded)
        row.acted.connect(self._acted)
        return row

    def show_lines(self, customer: int) -> None:
        """Show the lines of a customer."""
        if customer != self.customer:
            self.customer, self.with_over = customer, False
        found = self.records()
        before = sum(record.over for record in found)
        self.rows.show_records([record for record in found if self.with_over or not record.over])
        self.over.setText(ngettext("{n} from before", "{n} from before", before).format(n=before))
        self.over.setVisible(before > 0 and not self.with_over)

    def ask(self) -> None:
        """Ask for one more."""
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Put the line away."""
        self.line.clear()
        self.line.forgive()
        self.line.hide()

    def _given_up(self) -> None:
        self.settle()
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _entered(self, text: str) -> None:
        if not text.strip():
            self._given_up()
            return
        self.keep(text)
        if self.line.refusal is None:
            self._given_up()

    def _show_over(self) -> None:
        self.with_over = True
        before = len(self.rows.in_order())
        self.show_lines(self.customer)
        self.rows.in_order()[before].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _worded(self, record: object, text: str) -> None:
        row = self.rows.row(_key(record)) if isinstance(record, CareRecord) else None
        if isinstance(record, CareRecord) and isinstance(row, CareRow) and row.form is not None:
            self.reword(record, text, row.form.line)

    def _acted(self, record: object, key: str, texts: list[str]) -> None:
        row = self.rows.row(_key(record)) if isinstance(record, CareRecord) else None
        if not isinstance(record, CareRecord) or not isinstance(row, CareRow):
            return
        field = row.form.field() if row.form is not None else self.line
        self.do(record, key, texts, field)
        if field.refusal is None:
            if self.rows.row(_key(record)) is row:
                row.close_up()
            else:
                self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read_day(self, text: str) -> dt.date | None:
        """A day that was, as it is typed; nothing typed is none."""
        day = read_day(text, self.place.desk.today(), past=True)
        if day is None and text.strip():
            raise Refused(_("No day can be read here. Try “12 Mar 2021”."))
        return day

    def offer(self, texts: list[str]) -> None:
        """Offer the words of others while one types."""
        completer = QCompleter(texts, self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)


def _key(record: CareRecord) -> tuple[str, int]:
    return record.kind, record.id
