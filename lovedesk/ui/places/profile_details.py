"""What we know, newest first, and the line that adds one more."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk.shop import details, topics
from lovedesk.shop.details import DetailRow
from lovedesk.shop.people import PersonRow
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.place import Place
from lovedesk.ui.places import profile_detail_form as form
from lovedesk.ui.places.profile_detail_line import TEXT, DetailLine
from lovedesk.ui.places.profile_detail_menu import DetailMenu
from lovedesk.ui.places.profile_new_detail import NewDetail
from lovedesk.words import _, ngettext

FIRST = 12      # about a screen
STEP = 50


class Details(QWidget):
    """All details of a customer, and the line that adds one."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.link = Link(_("Add a detail"), tip=_("Alt+A"))
        self.link.setShortcut("Alt+A")
        self.title = Section(_("What we know"), _("newest first"))
        self.form: NewDetail | None = None
        self.older = Link("")
        self.older.hide()
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
        self.column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        self.customer, self.name = 0, ""
        self.found: list[DetailRow] = []
        self.shown = 0
        self.people: list[PersonRow] = []
        self.menu = DetailMenu(self)
        self._connect_menu()
        self.older.clicked.connect(self._show_older)
        self.link.clicked.connect(self.ask)

    def _make(self) -> DetailLine:
        line = DetailLine(self.place)
        line.corrected.connect(self._correct)
        line.answered.connect(self._answered)
        line.menu_wanted.connect(self._open_menu)
        line.seen_menu_wanted.connect(self._open_seen_menu)
        line.bin_wanted.connect(self._trash)
        return line

    def _connect_menu(self) -> None:
        self.menu.asked.connect(self._ask)
        self.menu.confirmed.connect(self.confirm)
        self.menu.seen_by_wanted.connect(self._set_seen_by)
        self.menu.topic_wanted.connect(self._set_topic)
        self.menu.whose_wanted.connect(self._move)
        self.menu.bin_wanted.connect(self._trash)
        self.menu.topic_kept_off.connect(self._keep_topic_off)
        self.menu.topic_lasts.connect(self._set_topic_lasts)
        self.menu.topic_bin_wanted.connect(self._trash_topic)

    def show_details(self, customer: int, name: str, people: list[PersonRow]) -> None:
        """Show the newest of what is known about a customer and its people; the older ones wait behind a link."""
        same = customer == self.customer
        self.customer, self.name, self.people = customer, name, people
        settings = self.place.floor.settings
        found = details.of(customer, keeper=settings.keeper or None)
        if settings.looking:
            found = [detail for detail in found if detail.seen_by == details.PAPER and detail.paper]
        self.title.set_texts(_("What we know"), _("newest first") if found else _("nothing yet"))
        self.shown = max(self.shown, FIRST) if same else FIRST
        self.found = found
        self._show()

    def _show(self) -> None:
        self.rows.show_records(self.found[:self.shown])
        older = len(self.found) - self.shown
        self.older.setVisible(older > 0)
        self.older.setText(ngettext("{n} older detail", "{n} older details", older).format(n=older))

    def _show_older(self) -> None:
        before = len(self.rows.in_order())
        self.shown += STEP
        self._show()
        self.rows.in_order()[before].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def correct(self, detail: int) -> None:
        """Open a detail to be corrected, wherever it stands."""
        place = next((n for n, row in enumerate(self.found) if row.id == detail), None)
        if place is not None:
            self.shown = max(self.shown, place + 1)
            self._show()
            self._ask(detail, TEXT)

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
        self.link.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _correct(self, detail: int, text: str) -> None:
        line = self.rows.row(detail)
        newer = 0
        with self.place.act("detail.correct", field=line.editor if isinstance(line, DetailLine) else None):
            newer = details.correct(detail, text, on=self.place.desk.today())
        row = self.rows.row(newer)
        if row is not None and self.window().focusWidget() in {None, line}:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_menu(self, line: DetailLine, where: QPoint) -> None:
        if line.detail is not None:
            self.menu.of(line.detail, self.name, self.people, line).popup(where)

    def _open_seen_menu(self, line: DetailLine, where: QPoint) -> None:
        if line.detail is not None:
            menu = QMenu(line)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.menu.seen_choices(line.detail, menu).actions())
            menu.popup(where)

    def _ask(self, detail: int, what: str) -> None:
        line = self.rows.row(detail)
        if isinstance(line, DetailLine):
            line.ask(what)

    def _answered(self, detail: int, what: str, text: str, day: dt.date | None) -> None:
        line = self.rows.row(detail)
        field = line.form if isinstance(line, DetailLine) else None
        kept = False
        match what:
            case form.CHANGE:
                with self.place.act("detail.change", field=field):
                    details.set_change(detail, text)
                    kept = True
            case form.DAY:
                with self.place.act("detail.set_day", field=field):
                    details.set_day(detail, day)
                    kept = True
            case form.FOLLOWUP:
                with self.place.act("detail.turn_into_follow_up", field=field, words=_("Follow-up kept")):
                    details.turn_into_follow_up(detail, text, customer=self.customer, due=day)
                    kept = True
            case form.TOPIC:
                with self.place.act("topic.add", field=field):
                    details.set_topic(detail, topics.add(text))
                    kept = True
        if kept and isinstance(line, DetailLine):
            line.close_form()

    def confirm(self, detail: int) -> None:
        """It is still true."""
        with self.place.act("detail.confirm", words=_("Still true today")):
            details.confirm(detail, on=self.place.desk.today())

    def _move(self, detail: int, person: int) -> None:
        with self.place.act("detail.move", words=_("Detail moved")):
            details.move_to(detail, customer=None if person else self.customer, person=person or None)

    def _keep_topic_off(self, topic: str, off: bool) -> None:
        with self.place.act("topic.change"):
            topics.keep_off_paper(topic, off=off)

    def _set_topic_lasts(self, topic: str, lasts: bool) -> None:
        with self.place.act("topic.change"):
            topics.set_lasts(topic, lasts=lasts)

    def _trash_topic(self, topic: str) -> None:
        with self.place.act("topic.trash", words=_("Topic deleted; its details stay")):
            topics.trash(topic)

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
