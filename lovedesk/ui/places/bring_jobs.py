"""Jobs of the invoice program, looked at and brought in: one page, what is left out listed with its reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import job_imports
from lovedesk.shop.import_plan import NotRead
from lovedesk.shop.job_imports import JobPlan
from lovedesk.ui.parts.buttons import Primary, Second
from lovedesk.ui.parts.labels import Section, Small, Title, WrappedLabel
from lovedesk.ui.parts.scrollpage import SIDE, TOP
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places.bring_rows import INDENT, UnreadRows
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext

BRING_IN = "job.bring_in"


class BringJobs(QWidget):
    """What would become of each line of a table of jobs, and one button that does it; `left` goes back."""

    left = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.plan: JobPlan | None = None
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

    def show_plan(self, plan: JobPlan) -> None:
        """Show what would become of a table's lines."""
        self.plan, self.done = plan, False
        coming = sum(count for fate, count in plan.counts().items() if fate in {job_imports.NEW, job_imports.UPDATE})
        self.title.setText(_("Jobs from {file}").format(file=plan.source))
        self.hint.setText(_("Nothing is changed until you bring them in."))
        self.words.setText("\n".join(plan.lines()))
        self.bring.setText(ngettext("&Bring in {n} job", "&Bring in {n} jobs", coming).format(n=coming))
        self.bring.setVisible(plan.anything)
        self.other.setText(_("&Choose another file"))
        left_out = [NotRead(plan.source, place, why, "") for place, why in plan.left_out()]
        self.bad.set_texts(_("What is left out"),
                           ngettext("{n} line", "{n} lines", len(left_out)).format(n=len(left_out)))
        self.bad.setVisible(bool(left_out))
        self.rows.setVisible(bool(left_out))
        self.rows.show_unreadable(left_out)

    def begin(self) -> None:
        """Give the keyboard to what is pressed next."""
        (self.other if self.bring.isHidden() else self.bring).setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self) -> None:
        if self.done:
            self.place.go.emit(Go("customers"))
        elif self.plan is not None and self.isEnabled():
            self.setEnabled(False)
            self.place.floor.aside.run(_("Bringing in jobs"), self._work, self._finished, self._failed)

    def _work(self, _progress: Progress) -> None:
        assert self.plan is not None
        with self.place.desk.long_act(BRING_IN):
            job_imports.bring_in(self.plan, now=self.place.desk.now(),
                                 keeper=self.place.floor.settings.keeper or None)

    def _finished(self, _nothing: object) -> None:
        self.setEnabled(True)
        self.done = True
        self.title.setText(_("The jobs are brought in"))
        self.hint.setText(_("Ctrl+Z takes all of it back, now and later."))
        self.bring.setText(_("&Look at the customers"))
        self.other.setText(_("Bring in &more"))
        self.begin()
        self.place.done.emit(_("Jobs brought in"))

    def _failed(self, sentence: str) -> None:
        self.setEnabled(True)
        self.begin()
        if sentence:
            self.place.said.emit(sentence)
