"""The head of a visit's page: when, why and with whom, changed where it stands."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import builtin, discretion, shops, touchpoints, visits
from lovedesk.shop.visits import Met, VisitPage
from lovedesk.ui import icons
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.buttons import IconButton, Quiet
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.chips import Chip, SwitchChip
from lovedesk.ui.parts.date_field import DateField, TimeField
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import ElidedLabel, Small, Title
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.saving_field import ENTER, SavingLine
from lovedesk.ui.place import Place
from lovedesk.ui.places.visit_more import MoreFields, days_words
from lovedesk.ui.places.visit_reach import VisitReach
from lovedesk.words import _, ngettext

LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240)
FORM_WIDTH = 640


def title_words(page: VisitPage, today: dt.date) -> str:
    """"Visit, today at 09:30"."""
    if page.days:
        return _("{channel}, {day}").format(channel=builtin.channel_label(page.channel),
                                            day=words.near(page.start.date(), today))
    return _("{channel}, {day} at {time}").format(
        channel=builtin.channel_label(page.channel), day=words.near(page.start.date(), today),
        time=words.time(page.start.time()))


def second_words(page: VisitPage, address: str) -> str:
    """"45 minutes with Xiomara Reyes and Tad Okonkwo, 11 Quay Street. Mira goes."."""
    people = words.joined([person.name for person in page.people])
    length = (days_words(page.days) if page.days else words.duration(page.minutes) if page.minutes >= 60
              else ngettext("{n} minute", "{n} minutes", page.minutes).format(n=page.minutes))
    if people and address:
        first = _("{length} with {people}, {address}.").format(length=length, people=people, address=address)
    elif people:
        first = _("{length} with {people}.").format(length=length, people=people)
    elif address:
        first = _("{length}, {address}.").format(length=length, address=address)
    else:
        first = _("{length}.").format(length=length)
    return f"{first} {who_goes(page)}".strip()


def who_goes(page: VisitPage) -> str:
    """"Mira goes." or "Mira calls."; empty while nobody is named."""
    if not page.keeper_name:
        return ""
    sentence = {"visit": _("{name} goes."), "delivery": _("{name} goes."), "call": _("{name} calls.")}.get(
        page.channel, _("{name} does it."))
    return sentence.format(name=page.keeper_name)


class VisitForm(Card):
    """All that is planned of a visit, each kept as it is left. Enter and Esc put the form away."""

    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__(margins=QSize(18, 14))
        self.place = place
        self.shown: VisitPage | None = None
        self.day = DateField(place.desk.today, name=_("Day"))
        self.time = TimeField(name=_("Time"))
        self.channel = Picker(name=_("By which way"))
        self.length = Picker(name=_("How long"))
        self.occasion = Picker(name=_("Occasion"))
        self.keeper = Picker(name=_("Who goes"))
        self.title = SavingLine(name=_("What it is about"), placeholder=_("in a few words"))
        self.more_fields = MoreFields(place)
        self.people = Flow()
        self.with_whom = Small(_("Who is met"))
        self.chips: dict[int, SwitchChip] = {}
        self._lay_out()
        self.day.day_left.connect(self._move)
        self.time.time_left.connect(self._move)
        self.channel.activated.connect(self._set_channel)
        self.length.activated.connect(self._set_length)
        self.occasion.activated.connect(self._set_occasion)
        self.keeper.activated.connect(self._set_keeper)
        self.title.left.connect(self._set_title)
        self.setMaximumWidth(FORM_WIDTH)

    def _lay_out(self) -> None:
        for channel in builtin.channels():
            self.channel.addItem(icons.icon(channel.icon), channel.label, channel.slug)
        self.occasion.addItem(_("No occasion"), "")
        for occasion in builtin.occasions():
            self.occasion.addItem(icons.icon(occasion.icon), occasion.label, occasion.slug)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("When"), self.day), (_("At"), self.time), (_("How long"), self.length), (_("How"), self.channel),
            (_("Occasion"), self.occasion), (_("Who goes"), self.keeper), (_("What it is about"), self.title))
        for place_in_grid, (word, field) in enumerate(fields):
            row, column = divmod(place_in_grid, 3)
            span = 3 if field is self.title else 1
            label = Small(word)
            label.setBuddy(field)
            grid.addWidget(label, row * 2, column, 1, span)
            grid.addWidget(field, row * 2 + 1, column, 1, span)
            grid.setColumnStretch(column, 1)
        leave = Quiet(_("Close"), tip=_("All is kept as you leave it"))
        leave.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.addWidget(self.people, 1)
        foot.addWidget(leave, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(grid)
        self.body.addWidget(self.with_whom)
        self.body.addLayout(foot)
        self.body.insertWidget(1, self.more_fields)

    def show_page(self, page: VisitPage) -> None:
        """Show what is stored; what is being typed stays."""
        self.shown = page
        self.day.show_day(page.start.date())
        self.time.show_time(None if page.days else page.start.time())
        self.time.setEnabled(not page.days)
        self.length.setEnabled(not page.days)
        self.more_fields.show_page(page)
        self.title.show_text(page.title)
        _choose(self.channel, page.channel, builtin.channel_label(page.channel))
        _choose(self.occasion, page.occasion, builtin.occasion_label(page.occasion))
        if self.length.count() == 0:
            for minutes in LENGTHS:
                self.length.addItem(words.duration(minutes), minutes)
        _choose(self.length, page.minutes, words.duration(page.minutes))
        self.keeper.clear()
        self.keeper.addItem(_("Nobody yet"), None)
        for keeper in shops.keepers():
            self.keeper.addItem(keeper.name, keeper.id)
        _choose(self.keeper, page.keeper, page.keeper_name)
        self._show_people(visits.people_choices(page.id))

    def _show_people(self, people: list[Met]) -> None:
        for person in people:
            if person.id not in self.chips:
                chip = self.chips[person.id] = SwitchChip(person.name, "user")
                chip.setObjectName(str(person.id))
                chip.clicked.connect(self._set_people)
            self.chips[person.id].setText(person.name)
            self.chips[person.id].setChecked(person.chosen)
        self.people.show_widgets([self.chips[person.id] for person in people])
        self.with_whom.setVisible(bool(people))

    def _move(self, _when: object) -> None:
        if self.shown is None:
            return
        day, time = self.day.shown, dt.time() if self.shown.days else self.time.shown
        field = self.time if day else self.day
        with self.place.act("visit.move", field=field, words=_("Moved")):
            touchpoints.move(self.shown.id, dt.datetime.combine(day, time) if day and time else None)

    def _set_channel(self, _row: int) -> None:
        if self.shown is not None:
            with self.place.act("visit.change"):
                touchpoints.set_channel(self.shown.id, str(self.channel.currentData()))

    def _set_length(self, _row: int) -> None:
        if self.shown is not None:
            with self.place.act("visit.change"):
                touchpoints.set_minutes(self.shown.id, int(self.length.currentData()))

    def _set_occasion(self, _row: int) -> None:
        if self.shown is not None:
            with self.place.act("visit.change"):
                touchpoints.set_occasion(self.shown.id, str(self.occasion.currentData()))

    def _set_keeper(self, _row: int) -> None:
        if self.shown is not None:
            with self.place.act("visit.change"):
                touchpoints.set_keeper(self.shown.id, self.keeper.currentData())

    def _set_title(self, text: str) -> None:
        if self.shown is not None:
            with self.place.act("visit.write", field=self.title):
                touchpoints.write(self.shown.id, "title", text)

    def _set_people(self) -> None:
        if self.shown is not None:
            chosen = [int(chip.objectName()) for chip in self.people.widgets
                      if isinstance(chip, SwitchChip) and chip.isChecked()]
            with self.place.act("visit.change"):
                touchpoints.set_people(self.shown.id, chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and any(field.refusal for field in self.findChildren(SavingLine)):
            return      # it says beside itself why it cannot be kept
        if event.key() in (Qt.Key.Key_Escape, *ENTER):
            self.closed.emit()
            return
        super().keyPressEvent(event)


class VisitHead(QWidget):
    """Back, title, occasion and the second line; the pencil opens the form in `room`, which stands below them."""

    back = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.shown: VisitPage | None = None
        self.form: VisitForm | None = None
        self.way_back = BackLink()
        self.title = Title()
        self.occasion = Chip("", pressable=True)
        self.state = Chip("", tone="neutral")
        self.pencil = IconButton("pencil-line", _("Change when, why and with whom (Ctrl+E)"))
        self.second = ElidedLabel(token="ink2")
        self.about = ElidedLabel(role="strong", token="ink2")
        self.reach = VisitReach(place)
        line = QHBoxLayout()
        line.setSpacing(10)
        for widget in (self.title, self.occasion, self.pencil):
            line.addWidget(widget)
        line.addStretch()
        told = QHBoxLayout()
        told.setSpacing(10)
        told.addWidget(self.state)
        told.addWidget(self.second, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.way_back)
        column.addLayout(line)
        column.addLayout(told)
        column.addWidget(self.about)
        column.addSpacing(4)
        column.addWidget(self.reach)
        self.room = QVBoxLayout()
        self.way_back.clicked.connect(self.back)
        self.pencil.clicked.connect(self.toggle)
        self.occasion.clicked.connect(self.ask_occasion)

    def show_page(self, page: VisitPage, address: str) -> None:
        """Show a visit."""
        if self.shown is None or page.id != self.shown.id:
            self.close_up()
        self.shown = page
        self.way_back.setText(page.whom)
        self.title.setText(title_words(page, self.place.desk.today()))
        shown = discretion.occasion(page.occasion, looking=self.place.floor.settings.looking)
        occasion = builtin.occasion(shown)
        self.occasion.setText(occasion.label)
        self.occasion.setAccessibleName(_("Occasion: {occasion}").format(occasion=occasion.label))
        self.occasion.icon_name = occasion.icon
        self.occasion.tone = {"green": "green", "amber": "amber"}.get(occasion.tone, "neutral")  # type: ignore[assignment]  # a word of the resources
        self.occasion.setVisible(bool(shown))
        self._show_state(page)
        self.second.setText(second_words(page, address))
        self.about.setText(page.title)
        self.about.setVisible(bool(page.title))
        self.reach.show_page(page)
        if self.form is not None and self.form.isVisibleTo(self):
            self.form.show_page(page)

    def _show_state(self, page: VisitPage) -> None:
        if page.done_at:
            self.state.setText(_("Done"))
            self.state.icon_name = "check"
        elif page.cancelled_at:
            self.state.setText(_("Cancelled"))
            self.state.icon_name = "x"
        self.state.setVisible(bool(page.done_at or page.cancelled_at))

    def toggle(self) -> None:
        """Open the form, or put it away."""
        if self.form is not None and self.form.isVisibleTo(self):
            self._closed()
        else:
            self.ask_day()

    def ask_day(self) -> None:
        """Open the form at the day."""
        form = self._opened()
        form.day.setFocus(Qt.FocusReason.OtherFocusReason)
        form.day.selectAll()

    def ask_occasion(self) -> None:
        """Open the form at the occasion."""
        self._opened().occasion.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _opened(self) -> VisitForm:
        if self.form is None:
            self.form = VisitForm(self.place)
            self.form.closed.connect(self._closed)
            self.room.addWidget(self.form)
        if self.shown is not None:
            self.form.show_page(self.shown)
        self.form.show()
        return self.form

    def close_up(self) -> None:
        """Put the form away; what was typed in a field is kept by then."""
        if self.form is not None:
            self.form.hide()

    def _closed(self) -> None:
        self.pencil.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.close_up()


def _choose(picker: Picker, data: object, word: str) -> None:
    """Show a choice, also one that is not offered to others."""
    row = picker.findData(data)
    if row < 0:
        picker.addItem(word, data)
        row = picker.count() - 1
    picker.setCurrentIndex(row)
