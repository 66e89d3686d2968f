"""What else is planned of a visit: until when, whole days, where, with which customers, and who began it (C4)."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import chasing, hosts, touchpoints
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.date_field import TimeField
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.pills import OneOf
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Place
from lovedesk.ui.places.visit_hosts import Hosts
from lovedesk.words import _, ngettext

DAYS = (1, 2, 3, 4, 5, 6, 7, 10, 14, 21)


class MoreFields(QWidget):
    """Each is kept as it is left."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.shown: VisitPage | None = None
        self.until = TimeField(name=_("Until"))
        self.days = Picker(name=_("Whole days"))
        self.where = SavingLine(name=_("Where"), placeholder=_("at theirs"))
        self.hosts = Hosts(place, _("With these customers"))
        self.began = OneOf([("we", _("We began it")), ("they", _("They did"))], name=_("Who began it"))
        self.chased = Tick(_("They had to chase us"))
        self._lay_out()
        self.until.time_left.connect(self._set_until)
        self.days.activated.connect(self._set_days)
        self.where.left.connect(self._set_where)
        self.hosts.added.connect(self._add)
        self.hosts.removed.connect(self._remove)
        self.began.chosen.connect(self._set_began)
        self.chased.clicked.connect(self._set_chased)

    def _lay_out(self) -> None:
        self.days.addItem(_("By the hour"), 0)
        for days in DAYS:
            self.days.addItem(days_words(days), days)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for number, (word, field) in enumerate(((_("Until"), self.until), (_("Whole days"), self.days),
                                                (_("Where"), self.where))):
            label = Small(word)
            label.setBuddy(field)
            grid.addWidget(label, 0, number)
            grid.addWidget(field, 1, number)
            grid.setColumnStretch(number, 1)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.began)
        line.addWidget(self.chased)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addLayout(line)
        column.addWidget(self.hosts)

    def show_page(self, page: VisitPage) -> None:
        """Show what is stored; what is being typed stays."""
        self.shown = page
        end = page.start + dt.timedelta(minutes=page.minutes)
        self.until.show_time(None if page.days else end.time())
        self.until.setEnabled(not page.days)
        if self.days.findData(page.days) < 0:
            self.days.addItem(days_words(page.days), page.days)
        self.days.setCurrentIndex(self.days.findData(page.days))
        self.where.show_text(page.place)
        self.hosts.show_hosts(page.customers)
        self.began.choose(page.began)
        self.chased.setChecked(page.chased)
        self.chased.setVisible(not self.place.floor.settings.looking)

    def _set_until(self, _time: object) -> None:
        if self.shown is not None and self.until.shown is not None:
            with self.place.act("visit.change", field=self.until):
                touchpoints.set_until(self.shown.id, dt.datetime.combine(self.shown.start.date(), self.until.shown))

    def _set_days(self, _row: int) -> None:
        if self.shown is not None:
            with self.place.act("visit.change"):
                touchpoints.set_days(self.shown.id, int(self.days.currentData()))

    def _set_where(self, text: str) -> None:
        if self.shown is not None:
            with self.place.act("visit.write", field=self.where):
                touchpoints.write(self.shown.id, "place", text)

    def _add(self, customer: int) -> None:
        if self.shown is not None:
            with self.place.act("visit.add_customer", field=self.hosts.line):
                hosts.add(self.shown.id, customer)

    def _remove(self, customer: int) -> None:
        if self.shown is not None:
            with self.place.act("visit.remove_customer", field=self.hosts.line, words=_("With one customer less")):
                hosts.remove(self.shown.id, customer)

    def _set_began(self, began: object) -> None:
        if self.shown is not None:
            with self.place.act("visit.change"):
                touchpoints.set_began(self.shown.id, str(began))

    def _set_chased(self, on: bool) -> None:
        if self.shown is not None:
            with self.place.act("visit.set_chased"):
                chasing.set_chased(self.shown.id, on)


def days_words(days: int) -> str:
    """"1 whole day", "3 whole days"."""
    return ngettext("{n} whole day", "{n} whole days", days).format(n=days)
