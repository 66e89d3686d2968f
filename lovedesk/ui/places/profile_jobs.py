"""What we do for a customer, first on their page: "Six bar stools: in work, ready Fri 27 Nov"; a line is opened where
it stands, and one typed line adds another (practice B6)."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.shop import jobs
from lovedesk.shop.jobs import JobRow
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Small, paint_line
from lovedesk.ui.parts.leaving import Leaving
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_job_form import JobForm
from lovedesk.words import _, ngettext

FEW = 6         # jobs that are seen before a press
GAP = 6         # between what it is and how far
AFTER = 12      # behind a job, before the next


class JobLine(Pressable):
    """A painted job: what it is, and how far. Pressed, it opens; Delete takes it away."""

    opened = Signal(object)
    bin_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.job = 0
        self.what = self.state = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(_("Press to change it, Delete to take it away"))
        self.clicked.connect(self._clicked)

    def show_job(self, job: JobRow, state: str) -> None:
        """Show a job."""
        self.job = job.id
        what = _("{what}, {place}").format(what=job.what, place=job.place) if job.place else job.what
        self.what, self.state = _("{job}:").format(job=what), state
        self.setAccessibleName(_("{job}: {state}").format(job=what, state=state))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.font("strong")).horizontalAdvance(self.what) + GAP \
            + QFontMetricsF(theme.font("body")).horizontalAdvance(self.state)
        return QSize(ceil(width) + AFTER, ceil(QFontMetricsF(theme.font("body")).height()) + 6)

    def _clicked(self) -> None:
        self.opened.emit(self.job)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.opened.emit(self.job)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.bin_wanted.emit(self.job)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(0, 0, -AFTER, 0)
        state = QFontMetricsF(theme.font("body")).horizontalAdvance(self.state)
        most = max(room.width() - state - GAP, room.width() / 3)
        ink = t.accent if self.underMouse() else t.ink
        taken = paint_line(painter, QRectF(0, 0, most, room.height()), self.what, "strong", ink) - 10
        paint_line(painter, room.adjusted(taken + GAP, 0, 1, 0), self.state, "body", ink)


class _Lines(Flow):
    """Jobs one behind the other, with a dot between two on one line."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for before, after in pairwise(self.widgets):
            if isinstance(after, JobLine) and after.y() == before.y():
                end = before.geometry().right() - AFTER
                gap = QRectF(end, before.y(), after.x() - end, before.height())
                painter.setPen(theme.tokens().ink2)
                painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, "·")


class Jobs(QWidget):
    """The jobs of a customer, the open ones first; the form of the one that is opened stands below them."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.all: list[JobRow] = []
        self.opened = 0
        self.every = False
        self.lines: list[JobLine] = []
        self.flow = _Lines()
        self.more = Link("")
        self.add = Link(_("Add a job"), tip=_("Alt+J"))
        self.add.setAccessibleName(_("Add a job"))
        self.typed = EnterLine(name=_("A new job"), placeholder=_("like “two armchairs by 12 Dec #north”"))
        self.form: JobForm | None = None
        self._lay_out()
        self.leaving = Leaving(self.typed)
        self.leaving.left.connect(self._typed_left)
        self.more.clicked.connect(self._show_every)
        self.add.clicked.connect(self.ask)
        self.typed.entered.connect(self._add)
        self.typed.given_up.connect(self._given_up)

    def _lay_out(self) -> None:
        self.sign = QLabel()
        self.word = Small(_("Jobs"))
        head = QHBoxLayout()
        head.setSpacing(0)
        height = JobLine().sizeHint().height()
        for widget, room in ((self.sign, 27), (self.word, 42)):
            widget.setFixedHeight(height)
            widget.setMinimumWidth(room)
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.flow, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addLayout(head)
        self.column.addWidget(self.typed)
        self.typed.hide()

    def show_jobs(self, customer: int) -> None:
        """Show the jobs of a customer; a form that is open stays."""
        if customer != self.customer:
            self.settle()
            self.customer, self.every = customer, False
        self.sign.setPixmap(icons.icon("armchair", "ink2").pixmap(16, 16))
        self.all = jobs.of(customer)
        self._show_lines()
        job = next((job for job in self.all if job.id == self.opened), None)
        if self.form is not None and job is not None:
            self.form.show_job(job)
        elif self.opened:
            self._close()

    def _show_lines(self) -> None:
        seen = self.all if self.every else [
            job for job in self.all if job.open or job.id == self.opened or job is self.all[0]][:FEW]
        today = self.place.desk.today()
        while len(self.lines) < len(seen):
            line = JobLine()
            line.opened.connect(self.open_job)
            line.bin_wanted.connect(self._trash)
            self.lines.append(line)
        for job, line in zip(seen, self.lines, strict=False):
            line.show_job(job, jobs.state_words(job, today))
        self.flow.update()
        self.add.setText(_("Add") if seen else _("Add a job"))
        self.add.setShortcut("Alt+J")       # other words take it away
        rest = len(self.all) - len(seen)
        self.more.setText(ngettext("{n} more", "{n} more", rest).format(n=rest))
        self.more.setAccessibleName(ngettext("{n} more job", "{n} more jobs", rest).format(n=rest))
        self.flow.show_widgets([*self.lines[:len(seen)], *([self.more] if rest else []), self.add])

    def _show_every(self) -> None:
        self.every = True
        self._show_lines()
        if len(self.lines) > FEW:
            self.lines[FEW].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_job(self, job: object) -> None:
        """Open a job's line where it stands; the one that is open is closed."""
        found = next((known for known in self.all if known.id == job), None)
        if found is None:
            return
        if self.opened == found.id and self.form is not None and self.form.isVisible():
            self._closed()
            return
        if self.form is None:
            self.form = JobForm(self.place)
            self.form.closed.connect(self._closed)
            self.form.left.connect(self._close)
            self.column.insertWidget(1, self.form)
        self.typed.hide()
        self.opened = found.id
        self._show_lines()
        self.form.show_job(found)
        self.form.show()
        self.form.begin()

    def _close(self) -> None:
        self.opened = 0
        if self.form is not None:
            self.form.hide()

    def _closed(self) -> None:
        was = self.opened
        self._close()
        line = next((line for line in self.lines if line.job == was and line.isVisible()), self.add)
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)       # by a key, so the ring is shown

    def ask(self) -> None:
        """Ask for one more, in one typed line."""
        self._close()
        self.typed.show()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Put the forms away."""
        self._close()
        self.typed.hide()
        self.typed.clear()

    def _add(self, line: str) -> None:
        if not line.strip():
            self._given_up()
            return
        kept = 0
        with self.place.act("job.add", field=self.typed):
            kept = jobs.add_line(line, customer=self.customer, now=self.place.desk.now(),
                                 keeper=self.place.floor.settings.keeper or None)
        if kept:
            self.typed.clear()

    def _given_up(self) -> None:
        self.typed.forgive()
        self.typed.clear()
        self.typed.hide()
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _typed_left(self) -> None:
        if not self.typed.text().strip():       # a half-typed line waits
            self.typed.hide()

    def _trash(self, job: object) -> None:
        if isinstance(job, int):
            with self.place.act("job.trash", words=_("Job deleted")):
                jobs.trash(job)
