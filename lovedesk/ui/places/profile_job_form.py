"""A job's line to be edited in place: how far it is, its promised day, its piece, and what the invoice program says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.mishaps import Refused
from lovedesk.shop import jobs, shops
from lovedesk.shop.job_stages import STAGES
from lovedesk.shop.jobs import JobRow
from lovedesk.ui.parts import picture_keeping
from lovedesk.ui.parts.buttons import IconButton
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.segments import Segments
from lovedesk.ui.place import Place
from lovedesk.ui.places.after_job import SaidAfter
from lovedesk.ui.places.profile_form import Form
from lovedesk.words import _, ngettext

SERVICES = (0, 3, 6, 12, 18, 24, 36)


class JobForm(Form):
    """Each field is kept when it is left."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.job: JobRow | None = None
        self.stage = Segments([(stage, jobs.stage_word(stage)) for stage in STAGES],
                              name=_("How far it is"), numbered=True)
        self.first = Small("")
        self.since = DateField(place.desk.today, name=_("Since when"), past=True)
        self.since_word = Small(_("Since when"))
        self.what = SavingLine(name=_("The job"))
        self.piece = SavingLine(name=_("The piece or the place"),
                                placeholder=_("like “the reading chair”, “second room”"))
        self.promised = DateField(place.desk.today, name=_("Promised for"), placeholder=_("like “12 Dec”"))
        self.number = SavingLine(name=_("Number of the invoice"), placeholder=_("in your invoice program"))
        self.total = SavingLine(name=_("Total"), placeholder=_("like 480.00"))
        self.service = Picker(name=_("Its service"))
        self.keeper = Picker(name=_("Who does it"))
        self.said = SaidAfter(place)
        self.picture = IconButton("camera", _("Add a picture of this job"))
        self.bin = IconButton("trash", _("Delete this job"))
        self._lay_out()
        self.stage.chosen.connect(self._set_stage)
        self.since.day_left.connect(self._set_since)
        self.what.left.connect(self._rename)
        self.piece.left.connect(self._set_place)
        self.promised.day_left.connect(self._promise)
        self.number.left.connect(self._set_number)
        self.total.left.connect(self._set_total)
        self.service.activated.connect(self._set_service)
        self.keeper.activated.connect(self._set_keeper)
        self.picture.clicked.connect(self._ask_picture)
        self.bin.clicked.connect(self._trash)

    def _lay_out(self) -> None:
        head = Flow()
        head.show_widgets([self.stage, self.picture, self.bin])
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        fields: tuple[tuple[Small, QWidget], ...] = (
            (Small(_("The job")), self.what), (Small(_("Promised for")), self.promised),
            (Small(_("The piece or the place")), self.piece), (Small(_("Its service")), self.service),
            (Small(_("Number of the invoice")), self.number), (Small(_("Total")), self.total),
            (Small(_("Who does it")), self.keeper), (self.since_word, self.since))
        for place_in_grid, (label, field) in enumerate(fields):
            row, at = divmod(place_in_grid, 2)
            label.setBuddy(field)
            grid.addWidget(label, row * 2, at)
            grid.addWidget(field, row * 2 + 1, at)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self.first)
        column.addLayout(grid)
        column.addWidget(self.said)

    def show_job(self, job: JobRow) -> None:
        """Show what is stored; what is being typed stays."""
        self.job = job
        self.stage.choose(job.stage)
        moved = job.open and job.promised_for and job.promised_for != job.promised_on
        self.first.setText(_("promised first for {day}").format(
            day=words.date_short(job.promised_for, self.place.desk.today())) if moved and job.promised_for else "")
        since = {"asked": job.asked_on, "agreed": job.agreed_on, "ready": job.ready_on,
                 "delivered": job.delivered_on}.get(job.stage)
        self.since.show_day(since)
        self.since.setVisible(since is not None)
        self.since_word.setVisible(since is not None)
        self.first.setVisible(bool(moved))
        for field, text in ((self.what, job.what), (self.piece, job.place), (self.number, job.number),
                            (self.total, words.money(job.total) if job.total is not None else "")):
            field.show_text(text)
        self.promised.show_day(job.promised_on)
        self.said.show_job(job.customer_id, job.id)
        _offer(self.service, [(months, _months(months)) for months in sorted({*SERVICES, job.months})], job.months)
        _offer(self.keeper, [(None, _("Nobody in particular")), *shops.keepers()], job.keeper_id)

    def begin(self) -> None:
        """Start where it is said how far the job is."""
        chosen = self.stage.buttons.get(self.stage.value())
        (chosen or self.what).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_stage(self, stage: object) -> None:
        if self.job is not None:
            with self.place.act("job.set_stage"):
                jobs.set_stage(self.job.id, str(stage), now=self.place.desk.now())

    def _set_since(self, day: dt.date | None) -> None:
        if self.job is not None:
            with self.place.act("job.set_stage", field=self.since):
                jobs.set_stage(self.job.id, self.job.stage, now=self.place.desk.now(), on=day)

    def _rename(self, text: str) -> None:
        if self.job is not None:
            with self.place.act("job.change", field=self.what):
                jobs.rename(self.job.id, text, now=self.place.desk.now())

    def _set_place(self, text: str) -> None:
        if self.job is not None:
            with self.place.act("job.change", field=self.piece):
                jobs.set_place(self.job.id, text)

    def _promise(self, day: dt.date | None) -> None:
        if self.job is not None:
            with self.place.act("job.promise", field=self.promised):
                jobs.promise(self.job.id, day, now=self.place.desk.now())

    def _set_number(self, text: str) -> None:
        if self.job is not None:
            with self.place.act("job.change", field=self.number):
                jobs.set_number(self.job.id, text)

    def _set_total(self, text: str) -> None:
        if self.job is not None:
            try:
                total = jobs.read_total(text)
            except Refused as refused:
                self.total.show_refusal(str(refused))
                return
            with self.place.act("job.change", field=self.total):
                jobs.set_total(self.job.id, total)

    def _set_service(self) -> None:
        if self.job is not None:
            with self.place.act("job.change"):
                jobs.set_months(self.job.id, self.service.currentData())

    def _set_keeper(self) -> None:
        if self.job is not None:
            with self.place.act("job.change"):
                jobs.set_keeper(self.job.id, self.keeper.currentData(), now=self.place.desk.now())

    def _ask_picture(self) -> None:
        if self.job is not None:
            picture_keeping.ask(self.place, "job", self.job.id, self)

    def _trash(self) -> None:
        if self.job is not None:
            with self.place.act("job.trash", words=_("Job deleted")):
                jobs.trash(self.job.id)


def _offer(picker: Picker, choices: Sequence[tuple[int | None, str]], chosen: int | None) -> None:
    """Let these be picked from; what is the same stays, since a key may be going through it."""
    keys = [key for key, _word in choices]
    if [picker.itemData(at) for at in range(picker.count())] != keys:
        picker.clear()
        for key, word in choices:
            picker.addItem(word, key)
    picker.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)


def _months(months: int) -> str:
    if not months:
        return _("no service")
    return ngettext("again after {n} month", "again after {n} months", months).format(n=months)
