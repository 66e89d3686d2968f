"""Planning a visit on the customer's own page: when, with whom, why, by which checklist; Enter plans and opens it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import builtin, checklists, reminding, touchpoints, visits
from lovedesk.shop.people import PersonRow
from lovedesk.shop.visits import Host
from lovedesk.ui import icons
from lovedesk.ui.parts.buttons import Primary, Quiet
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.parts.date_field import DateField, TimeField
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Section, Small
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places.plan_clash import Clash
from lovedesk.ui.places.visit_hosts import Hosts
from lovedesk.words import _

LENGTHS = (15, 30, 45, 60, 90, 120, 180)
USUAL_TIME = dt.time(10, 0)


class PlanPane(Card):
    """The pane; `closed` when it was given up. What is planned opens."""

    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__(margins=QSize(18, 14))
        self.place = place
        self.customer = 0
        self.day = DateField(place.desk.today, name=_("Day"))
        self.time = TimeField(name=_("Time"), time=USUAL_TIME)
        self.channel = Picker(name=_("By which way"))
        self.length = Picker(name=_("How long"))
        self.occasion = Picker(name=_("Occasion"))
        self.checklist = Picker(name=_("Checklist"))
        self.people = Flow()
        self.chips: list[tuple[int, SwitchChip]] = []
        self.who = Small(_("With"))
        self.title = SavingLine(name=_("What it is about"), placeholder=_("what it is about, in a few words"))
        self.further: list[Host] = []
        self.hosts = Hosts(place)
        self.clash = Clash(place)
        self.plan = Primary(_("Plan it"))
        self.leave = Quiet(_("Not now"))
        self._fill()
        self._lay_out()
        self.occasion.activated.connect(self._occasion_chosen)
        self.checklist.activated.connect(self._checklist_chosen)
        for changed in (self.day.day_left, self.time.time_left, self.length.activated, self.channel.activated):
            changed.connect(self.warn)
        self.hosts.added.connect(self._add_host)
        self.hosts.removed.connect(self._remove_host)
        self.plan.clicked.connect(self._plan)
        self.leave.clicked.connect(self.close_up)
        self.hide()

    def _fill(self) -> None:
        for channel in builtin.channels():
            self.channel.addItem(icons.icon(channel.icon), channel.label, channel.slug)
        for minutes in LENGTHS:
            self.length.addItem(words.duration(minutes), minutes)
        for occasion in builtin.occasions():
            self.occasion.addItem(icons.icon(occasion.icon), occasion.label, occasion.slug)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("When"), self.day), (_("At"), self.time), (_("How"), self.channel), (_("How long"), self.length),
            (_("Occasion"), self.occasion), (_("Checklist"), self.checklist))
        places = ((0, 0), (0, 1), (0, 2), (0, 3), (2, 0), (2, 2))
        for (word, field), (row, column) in zip(fields, places, strict=True):
            label = Small(word)
            label.setBuddy(field)
            span = 1 if row == 0 else 2
            grid.addWidget(label, row, column, 1, span)
            grid.addWidget(field, row + 1, column, 1, span)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        about = QHBoxLayout()
        about.setSpacing(10)
        about.addWidget(self.title, 1, Qt.AlignmentFlag.AlignBottom)
        about.addWidget(self.hosts)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.who)
        foot.addWidget(self.people, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.plan)
        self.body.addWidget(Section(_("Plan a visit"), _("Enter plans it")))
        self.body.addLayout(grid)
        self.body.addLayout(about)
        self.body.addWidget(self.clash)
        self.body.addLayout(foot)
        self.setMaximumWidth(640)

    def open_for(self, customer: int, people: list[PersonRow], *, first: bool, gone: bool = False) -> None:
        """Ask for a visit with a customer; `first` when there was none yet. With those who are `gone` it is a goodbye,
        as nothing else reminds of them."""
        self.customer = customer
        self.checklist.clear()
        self.checklist.addItem(_("No checklist"), "")
        for template in checklists.all():
            self.checklist.addItem(template.title, template.key)
        self._show_people(people)
        self.title.show_text("")
        self._show_hosts([])
        self.day.show_day(None)
        self.day.forgive()
        self.time.show_time(USUAL_TIME)
        usual = reminding.GOODBYE if gone else "first" if first else "great"
        self.occasion.setCurrentIndex(max(self.occasion.findData(usual), 0))
        self._occasion_chosen()
        self.warn()
        self.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_hosts(self, further: list[Host]) -> None:
        self.further = further
        self.hosts.show_hosts(further)

    def _add_host(self, customer: int) -> None:
        host = visits.host(customer)
        if host is not None and customer not in {self.customer, *(one.id for one in self.further)}:
            self._show_hosts([*self.further, host])

    def _remove_host(self, customer: int) -> None:
        self._show_hosts([host for host in self.further if host.id != customer])

    def _show_people(self, people: list[PersonRow]) -> None:
        for _person, chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [(person.id, SwitchChip(person.name, "user", on=True)) for person in people if person.to_meet]
        self.people.show_widgets([chip for _person, chip in self.chips])
        self.who.setVisible(len(self.chips) > 1)
        self.people.setVisible(len(self.chips) > 1)

    def close_up(self) -> None:
        """Put the pane away; nothing was planned."""
        self.hide()
        self.closed.emit()

    def _occasion_chosen(self) -> None:
        occasion = self.occasion.currentData()
        key = next((template.key for template in checklists.all() if template.occasion == occasion), "")
        self.checklist.setCurrentIndex(max(self.checklist.findData(key), 0))
        self._follow_checklist()

    def _checklist_chosen(self) -> None:
        key = self.checklist.currentData()
        if key:
            template = checklists.get(str(key))
            if (row := self.occasion.findData(template.occasion)) >= 0:
                self.occasion.setCurrentIndex(row)
        self._follow_checklist()

    def _follow_checklist(self) -> None:
        key = self.checklist.currentData()
        channel, minutes = "visit", checklists.MINUTES
        if key:
            template = checklists.get(str(key))
            channel, minutes = template.channel, template.minutes
        channel = touchpoints.proposed_channel(self._met(), channel)
        self.channel.setCurrentIndex(max(self.channel.findData(channel), 0))
        if self.length.findData(minutes) < 0:
            self.length.addItem(words.duration(minutes), minutes)
        self.length.setCurrentIndex(self.length.findData(minutes))

    def warn(self) -> None:
        """Say what the time that is asked for would meet."""
        self.clash.show_for(self.day.shown, self.time.shown or USUAL_TIME, int(self.length.currentData() or 0),
                            str(self.channel.currentData()))

    def _met(self) -> list[int]:
        return [person for person, chip in self.chips if chip.isChecked()]

    def _plan(self) -> None:
        self.day.tell()
        self.time.tell()
        if self.day.refusal is not None or self.time.refusal is not None:
            return
        if self.day.shown is None:
            self.day.show_refusal(_("On which day? Try “Tue” or “1 Dec”."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        planned, further = 0, [host.id for host in self.further]
        whom = [self.customer, *further] if self.customer else further
        with self.place.act("visit.plan", field=self.day, words=_("Visit planned")):
            planned = touchpoints.plan(
                whom, dt.datetime.combine(self.day.shown, self.time.shown or USUAL_TIME),
                channel=str(self.channel.currentData()), occasion=str(self.occasion.currentData()),
                checklist=str(self.checklist.currentData()), minutes=int(self.length.currentData()),
                people=[*self._met(), *touchpoints.everyone(further)], title=self.title.text(),
                keeper=self.place.floor.settings.keeper or None)
        if planned:
            self.hide()
            self.place.go.emit(Go("visit", planned))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._plan()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)
