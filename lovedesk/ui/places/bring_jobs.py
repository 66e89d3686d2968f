"""Jobs of the invoice program and events of a calendar, looked at and brought in: one page, what is left out listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import event_imports, job_imports
from lovedesk.shop.event_records import EventPlan
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_plan import NotRead
from lovedesk.shop.job_imports import JobPlan
from lovedesk.ui.parts.buttons import Primary, Second
from lovedesk.ui.parts.labels import Section, Small, Title, WrappedLabel
from lovedesk.ui.parts.scrollpage import SIDE, TOP
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places import bring_beside
from lovedesk.ui.places.bring_beside import Beside, Came, left_out
from lovedesk.ui.places.bring_rows import INDENT, UnreadRows
from lovedesk.ui.signals import Progress
from lovedesk.words import _, joined, ngettext


class Offer(NamedTuple):
    """What would be brought in, and the words for it; `work` does it."""

    title: str
    lines: list[str]
    left_out: list[NotRead]
    button: str                 # empty where nothing would change
    busy: str
    work: Callable[[Progress], None]
    done_title: str
    done: str
    look: str
    place: str                  # where one looks at them


def of_jobs(place: Place, plan: JobPlan) -> Offer:
    """What would become of a table's lines."""
    coming = sum(count for fate, count in plan.counts().items() if fate in {job_imports.NEW, job_imports.UPDATE})

    def work(_progress: Progress) -> None:
        with place.desk.long_act("job.bring_in"):
            job_imports.bring_in(plan, now=place.desk.now(), keeper=place.floor.settings.keeper or None)

    return Offer(
        _("Jobs from {file}").format(file=plan.source), plan.lines(),
        [NotRead(plan.source, place, why, "") for place, why in plan.left_out()],
        ngettext("&Bring in {n} job", "&Bring in {n} jobs", coming).format(n=coming) if plan.anything else "",
        _("Bringing in jobs"), work, _("The jobs are brought in"), _("Jobs brought in"), _("&Look at the customers"),
        "customers")


def of_events(place: Place, plans: Sequence[EventPlan]) -> Offer:
    """What would become of the events of calendars."""
    coming = sum(count for plan in plans for fate, count in plan.counts().items() if fate in {Fate.NEW, Fate.ADDS})

    def work(progress: Progress) -> None:
        with place.desk.long_act("import.bring_in"):
            for plan in plans:
                event_imports.bring_in(plan, now=place.desk.now(), progress=progress)

    return Offer(
        _("Events from {file}").format(file=joined([plan.source for plan in plans])),
        [line for plan in plans for line in plan.summed_up()],
        left_out(plans),
        ngettext("&Bring in {n} event", "&Bring in {n} events", coming).format(n=coming) if coming else "",
        _("Bringing in events"), work, _("The events are brought in"), _("Events brought in"),
        _("&Look at the calendar"), "calendar")


def of_several(place: Place, beside: Beside, would: Came) -> Offer:
    """What would become of files of several kinds, none of them contacts."""

    def work(_progress: Progress) -> None:
        with place.desk.long_act("import.bring_in"):
            bring_beside.bring_in(beside, place.desk.now(), place.floor.settings.keeper or None)

    return Offer(
        _("Files of several kinds"), would.lines, would.left_out,
        ngettext("&Bring in {n}", "&Bring in all {n}", would.coming).format(n=would.coming) if would.coming else "",
        _("Bringing in files"), work, _("The files are brought in"), _("Files brought in"),
        _("&Look at the customers"), "customers")


class BringOffer(QWidget):
    """What would become of each line of a file, and one button that does it; `left` goes back."""

    left = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.offer: Offer | None = None
        self.done = False
        self.title, self.hint, self.words = Title(), Small(), WrappedLabel(token="ink2")
        self.bring, self.other = Primary(""), Second("")
        self.bad, self.rows = Section(), UnreadRows()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.bring)
        buttons.addWidget(self.other)
        buttons.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.setSpacing(12)
        for widget in (self.title, self.hint, self.words):
            head.addWidget(widget)
        head.addLayout(buttons)
        head.addSpacing(12)
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
        self.bring.clicked.connect(self._pressed)
        self.other.clicked.connect(self.left)

    def show_offer(self, offer: Offer) -> None:
        """Show what would become of a file's lines."""
        self.offer, self.done = offer, False
        self.title.setText(offer.title)
        self.hint.setText(_("Nothing is changed until you bring them in."))
        self.words.setText("\n".join(offer.lines))
        self.bring.setText(offer.button)
        self.bring.setVisible(bool(offer.button))
        self.other.setText(_("&Choose another file"))
        bad = offer.left_out
        self.bad.set_texts(_("What is left out"),
                           ngettext("{n} line", "{n} lines", len(bad)).format(n=len(bad)))
        self.bad.setVisible(bool(bad))
        self.rows.setVisible(bool(bad))
        self.rows.show_unreadable(bad)

    def begin(self) -> None:
        """Give the keyboard to what is pressed next."""
        (self.other if self.bring.isHidden() else self.bring).setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self) -> None:
        if self.offer is None or not self.isEnabled():
            return
        if self.done:
            self.place.go.emit(Go(self.offer.place))
        else:
            self.setEnabled(False)
            self.place.floor.aside.run(self.offer.busy, self.offer.work, self._finished, self._failed)

    def _finished(self, _nothing: object) -> None:
        assert self.offer is not None
        self.setEnabled(True)
        self.done = True
        self.title.setText(self.offer.done_title)
        self.hint.setText(_("Ctrl+Z takes all of it back, now and later."))
        self.bring.setText(self.offer.look)
        self.other.setText(_("Bring in &more"))
        self.begin()
        self.place.done.emit(self.offer.done)

    def _failed(self, sentence: str) -> None:
        self.setEnabled(True)
        self.begin()
        if sentence:
            self.place.said.emit(sentence)
