"""The last page of bringing contacts in: what was done, and what could not be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop.import_plan import Counts, NotRead
from lovedesk.ui.parts.buttons import Primary, Quiet, Second
from lovedesk.ui.parts.labels import Section, Small, Title, WrappedLabel
from lovedesk.ui.parts.scrollpage import SIDE, TOP
from lovedesk.ui.places.bring_how import steps
from lovedesk.ui.places.bring_rows import INDENT, UnreadRows
from lovedesk.words import _, ngettext


class Done(QWidget):
    """`look` tells the wish to see them, `more` that to bring in more, `rows_wanted` that for each row."""

    look = Signal()
    more = Signal()
    rows_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.words, self.hint = Title(), WrappedLabel(token="ink2"), Small()
        self.told = ("", "")
        self.bad = Section()
        self.rows = UnreadRows()
        self.see, self.again = Primary(_("&Look at them")), Second(_("Bring in &more"))
        self.each = Quiet(_("&What became of each row"))
        self.each.clicked.connect(self.rows_wanted)
        self.see.clicked.connect(self.look)
        self.again.clicked.connect(self.more)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.see)
        buttons.addWidget(self.again)
        buttons.addWidget(self.each)
        buttons.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.setSpacing(8)
        for widget in (self.title, self.hint, steps(2), self.words):
            head.addWidget(widget)
            head.addSpacing(4)
        head.addLayout(buttons)
        head.addSpacing(16)
        head.addWidget(self.bad)
        listed = QHBoxLayout()
        listed.setContentsMargins(SIDE - INDENT, 0, 0, 0)
        listed.addWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TOP, 0, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(listed, 1)
        column.addStretch()

    def show_counts(self, title: str, summed: str, unreadable: list[NotRead]) -> None:
        """Show what was done."""
        self.told = (title, summed)
        self.show_standing(taken_back=False)
        self.bad.set_texts(_("What could not be read"),
                           ngettext("{n} place", "{n} places", len(unreadable)).format(n=len(unreadable)))
        self.bad.setVisible(bool(unreadable))
        self.rows.setVisible(bool(unreadable))
        self.rows.show_unreadable(unreadable)

    def show_standing(self, *, taken_back: bool) -> None:
        """Say whether what was brought in still stands."""
        title, summed = self.told
        self.title.setText(_("All of it was taken back") if taken_back else title)
        self.hint.setText(_("The desk is as it was before. Ctrl+Shift+Z brings them in again.") if taken_back
                          else _("Ctrl+Z takes all of it back, now and later."))
        self.words.setText("" if taken_back else summed)
        self.see.setHidden(taken_back)


def summary(counts: Counts, remembered: int) -> str:
    """What was done, a line for each that is not nothing; `remembered` came in as no customers."""
    customers, kept_out = counts.customers - remembered, counts.kept_out + remembered
    lines = (
        (customers, ngettext("{n} new customer", "{n} new customers", customers)),
        (counts.people, ngettext("{n} new person", "{n} new people", counts.people)),
        (counts.adds, ngettext("{n} who was here gained what was missing", "{n} who were here gained what was missing",
                               counts.adds)),
        (counts.same, ngettext("{n} was here already", "{n} were here already", counts.same)),
        (kept_out, ngettext("{n} was kept out: no customer, or in the trash",
                            "{n} were kept out: no customers, or in the trash", kept_out)),
    )
    return "\n".join(words.format(n=count) for count, words in lines if count)
