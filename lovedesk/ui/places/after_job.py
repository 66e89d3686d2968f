"""One question of ours after a job, and the field for their answer in their words (practice D4)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import after_jobs
from lovedesk.shop.after_jobs import Asked
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import Section, Small
from lovedesk.ui.parts.saving_field import SavingText
from lovedesk.ui.place import Place
from lovedesk.ui.places.debrief_fields import Answer
from lovedesk.words import _, date_short


class SaidAfter(QWidget):
    """In a job's own form: what they said when it was done; nothing while it is with us."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.job = 0
        self.question = Small("")
        self.answer = SavingText(name=_("What they said when it was done"), placeholder=_("in their own words"),
                                 lines=1, most=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.question)
        column.addWidget(self.answer)
        self.answer.left.connect(self._keep)

    def show_job(self, customer: int, job: int) -> None:
        """Show their answer about a delivered job; hidden for another."""
        asked = next((one for one in after_jobs.of(customer) if one.job == job), None)
        self.job = job
        self.setVisible(asked is not None)
        if asked is not None:
            self.question.setText(_("{question} They said on {day}:").format(
                question=after_jobs.question(), day=date_short(asked.said_on, self.place.desk.today()))
                if asked.said_on else after_jobs.question())
            self.answer.show_text(asked.said)

    def _keep(self, text: str) -> None:
        with self.place.act("job.answer", field=self.answer):
            after_jobs.answer(self.job, text, today=self.place.desk.today())


class AfterJob(QWidget):
    """On a debrief: the question about the job that came home lately, unless the visit's own list asks it."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.shown: tuple[int, Asked] | None = None     # on which visit it stands
        self.head = Section()
        self.answer = Answer(name=_("What they said about the job"), placeholder=_("in their own words"))
        self.never = Link(_("Do not ask"), tip=_("Not about this job"))
        line = QHBoxLayout()
        line.addWidget(self.head)
        line.addStretch()
        line.addWidget(self.never)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.answer)
        self.answer.left.connect(self._keep)
        self.never.clicked.connect(self._leave)

    def show_page(self, page: VisitPage) -> None:
        """Ask about the newest; what was answered here stays here, so that it can be corrected."""
        listed = {item.question for item in page.items}
        alone = page.customers[0].id if len(page.customers) == 1 else 0
        jobs = {asked.job: asked for asked in after_jobs.of(alone) if not asked.left} if alone else {}
        waiting = [asked for asked in after_jobs.to_ask(alone, today=self.place.desk.today())
                   if after_jobs.slug(asked.job) not in listed] if alone else []
        before = self.shown[1].job if self.shown and self.shown[0] == page.id else 0
        asked = jobs.get(before) or next(iter(waiting), None)
        self.shown = (page.id, asked) if asked else None
        self.setVisible(asked is not None)
        if asked is not None:
            self.head.set_texts(after_jobs.question(), asked.what)
            self.answer.show_text(asked.said)

    def _keep(self, text: str) -> None:
        if self.shown is not None:
            with self.place.act("job.answer", field=self.answer):
                after_jobs.answer(self.shown[1].job, text, today=self.place.desk.today())

    def _leave(self) -> None:
        if self.shown is not None:
            with self.place.act("job.leave", words=_("Not asked about this job")):
                after_jobs.leave(self.shown[1].job)
