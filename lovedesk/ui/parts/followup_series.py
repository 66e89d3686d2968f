"""Below a follow-up, when it is wanted: how it repeats, and which ones of what repeats are deleted or dropped."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lovedesk.shop import followups, series
from lovedesk.shop.followups import Due
from lovedesk.shop.occurrences import FOLLOWUP
from lovedesk.ui.parts.repeat_pane import RepeatPane
from lovedesk.ui.parts.which_ones import WhichOnes
from lovedesk.ui.place import Place
from lovedesk.words import _, ngettext


class FollowUpSeries(QWidget):
    """Asks how a follow-up repeats, or which ones are deleted or dropped; `closed` when it is not asked any more."""

    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.row = 0
        self.why = ""           # of what is dropped; nothing where it is deleted
        self.pane = RepeatPane(place, FOLLOWUP)
        self.which = WhichOnes()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self.pane)
        column.addWidget(self.which)
        self.pane.closed.connect(self.closed)
        self.which.chosen.connect(self._chosen)

    def ask(self, due: Due) -> None:
        """Ask how it repeats; what has no day cannot."""
        if due.due is not None:
            time = dt.time.fromisoformat(due.due_time) if due.due_time else dt.time()
            self.pane.ask(due.id, dt.datetime.combine(due.due, time))

    def ask_which(self, due: Due) -> None:
        """Ask which ones are deleted."""
        self.row, self.why = due.id, ""
        self.which.ask(_("Which ones are deleted?"), focus=True)

    def ask_drop(self, due: Due, why: str) -> None:
        """Ask which ones are dropped, with the reason."""
        self.row, self.why = due.id, why
        self.which.ask(_("Which ones are dropped?"), focus=True)

    def _chosen(self, which: object) -> None:
        if self.why:
            with self.place.act("followup.drop", words=_("Dropped") if which == series.THIS else _(
                    "Dropped, they repeat no more")):
                followups.drop(self.row, self.why, now=self.place.desk.now())
                if which != series.THIS:
                    series.stop(self.row, str(which))
        elif which == series.THIS:
            with self.place.act("followup.trash", words=_("Follow-up deleted")):
                followups.trash(self.row)
        else:
            with self.place.act("series.stop", words=_("They repeat no more")):
                series.stop(self.row, str(which))
        self.closed.emit()


def repeats_words(due: Due) -> str:
    """"repeats", with how many of them are open behind this one; empty for a one-off."""
    if due.before:
        return ngettext("repeats; {n} before it is open too", "repeats; {n} before it are open too", due.before).format(
            n=due.before)
    return _("repeats") if due.series is not None else ""
