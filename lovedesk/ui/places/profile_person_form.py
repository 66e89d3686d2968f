"""The form of a person: names and their parts, what they do, how they wish to be reached, whether they are with us."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk.shop import farewells, people
from lovedesk.shop.people import PersonRow
from lovedesk.ui import person_rights
from lovedesk.ui.parts.buttons import IconButton, Link
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.offered_line import OfferedLine
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_form import Form
from lovedesk.words import _


class NameParts(QWidget):
    """The parts of a name, each kept when it is left; the name itself stays in the order that they write it in."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.person = 0
        words = {"prefix": _("Before the name"), "given": _("Given name"), "middle": _("Middle name"),
                 "family": _("Family name"), "suffix": _("After the name")}
        self.fields = {part: SavingLine(name=word) for part, word in words.items()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place_in_grid, (part, field) in enumerate(self.fields.items()):
            row, column = divmod(place_in_grid, 3)
            label = Small(words[part])
            label.setBuddy(field)
            grid.addWidget(label, row * 2, column)
            grid.addWidget(field, row * 2 + 1, column)
            grid.setColumnStretch(column, 1)
            field.left.connect(self._left)

    def show_person(self, person: PersonRow) -> None:
        """Show what is stored; what is being typed stays."""
        self.person = person.id
        for part, field in self.fields.items():
            field.show_text(getattr(person, part))

    def _left(self, text: str) -> None:
        part, field = next((part, field) for part, field in self.fields.items() if field is self.sender())
        with self.place.act("person.change", field=field):
            people.set_part(self.person, part, text)


class PersonForm(Form):
    """Each field is kept when it is left. `family_wanted` asks for someone of their family, `whose_wanted` for the
    one whose family they are."""

    family_wanted = Signal()
    whose_wanted = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.person: PersonRow | None = None
        self.name = SavingLine(name=_("Name"))
        self.say = SavingLine(name=_("How to say it"), placeholder=_("like “see-oh-MAH-rah”"))
        self.nickname = SavingLine(name=_("Called"), placeholder=_("what they are called"))
        self.role = OfferedLine([word for word, _kind in people.family_words()], name=_("What they do there"),
                                placeholder=_("Owner, baker, son…"))
        self.work = SavingLine(name=_("What they do for a living"), placeholder=_("Nurse, retired, at school…"))
        self.language = SavingLine(name=_("Language"), placeholder=_("what they like to be spoken to in"))
        self.channel = Picker(name=_("How they wish to be reached"))
        self.when = SavingLine(name=_("Best time"), placeholder=_("like “after four, never on Monday”"))
        self.since = DateField(place.desk.today, name=_("Since when"), past=True, placeholder=_("if you know the day"))
        self.parts: NameParts | None = None
        self.name_parts = Link(_("Parts of the name"))
        self.family = Link(_("Add family or a pet"))
        self.whose = Link(_("Whose family…"))
        self.farewell = Link(_("Died or left…"))
        self.rights = Link(_("All that we hold…"))
        self.rights.setToolTip(_("To read all that is held about them, or to be erased for good, is everyone's right"))
        self.foot = Flow()
        self.bin = IconButton("trash", _("Delete this person"))
        self.channel.addItem(_("No wish that we know of"), "")
        for channel, word in people.wish_ways().items():
            self.channel.addItem(word, channel)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place_in_grid, (word, field) in enumerate((
                (_("Name"), self.name), (_("How to say it"), self.say),
                (_("Called"), self.nickname), (_("What they do there"), self.role),
                (_("What they do for a living"), self.work), (_("Language"), self.language),
                (_("How they wish to be reached"), self.channel), (_("Best time"), self.when))):
            row, column = divmod(place_in_grid, 2)
            label = Small(word)
            label.setBuddy(field)
            grid.addWidget(label, row * 2, column)
            grid.addWidget(field, row * 2 + 1, column)
            grid.setColumnStretch(column, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.foot, 1)
        foot.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 2, 0, 6)
        self.column.setSpacing(6)
        self.column.addLayout(grid)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        self.name.left.connect(self._rename)
        self.say.left.connect(self._set_say)
        self.nickname.left.connect(self._set_nickname)
        self.role.left.connect(self._set_role)
        self.work.left.connect(self._set_work)
        self.language.left.connect(self._set_language)
        self.channel.activated.connect(self._wish)
        self.when.left.connect(self._wish)
        self.since.day_left.connect(self._since)
        self.name_parts.clicked.connect(self.open_parts)
        self.family.clicked.connect(self.family_wanted)
        self.whose.clicked.connect(self.whose_wanted)
        self.farewell.clicked.connect(self._farewell)
        self.rights.clicked.connect(self._open_rights)
        self.bin.clicked.connect(self._trash)

    def show_person(self, person: PersonRow) -> None:
        """Show what is stored; what is being typed stays."""
        self.person = person
        for field, text in ((self.name, person.name), (self.say, person.say), (self.nickname, person.nickname),
                            (self.role, person.role), (self.work, person.work), (self.language, person.language),
                            (self.when, person.wish_time)):
            field.show_text(text)
        self.channel.setCurrentIndex(max(self.channel.findData(person.wish_channel), 0))
        if self.parts is not None:
            self.parts.show_person(person)
        self.farewell.setText(_("They are here again") if person.gone else _("Died or left…"))
        self.since.show_day(person.gone_on)
        family = [self.family] if person.of_person is None and not person.kind else []
        since = [self.since] if person.gone else []
        self.foot.show_widgets([self.name_parts, *family, self.whose, self.farewell, *since, self.rights])

    def begin(self, *, wish: bool = False) -> None:
        """Start typing the name, or choosing their wish."""
        (self.channel if wish else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_parts(self) -> None:
        """Open the parts of the name; again puts them away."""
        if self.parts is not None:
            self.parts.setVisible(self.parts.isHidden())
        elif self.person is not None:
            self.parts = NameParts(self.place)
            self.parts.show_person(self.person)
            self.column.insertWidget(1, self.parts)
            self.parts.show()
        if self.parts is not None and self.parts.isVisible():
            self.parts.fields["prefix"].setFocus(Qt.FocusReason.OtherFocusReason)

    def put_parts_away(self) -> None:
        """The form opens without them next time."""
        if self.parts is not None:
            self.parts.hide()

    def _rename(self, text: str) -> None:
        if self.person is not None:
            with self.place.act("person.rename", field=self.name):
                people.rename(self.person.id, text)

    def _set_say(self, text: str) -> None:
        if self.person is not None:
            with self.place.act("person.change", field=self.say):
                people.set_say(self.person.id, text)

    def _set_nickname(self, text: str) -> None:
        if self.person is not None:
            with self.place.act("person.change", field=self.nickname):
                people.set_nickname(self.person.id, text)

    def _set_role(self, text: str) -> None:
        if self.person is not None:
            with self.place.act("person.change", field=self.role):
                people.set_role(self.person.membership, text)

    def _set_work(self, text: str) -> None:
        if self.person is not None:
            with self.place.act("person.change", field=self.work):
                people.set_work(self.person.id, text)

    def _set_language(self, text: str) -> None:
        if self.person is not None:
            with self.place.act("person.change", field=self.language):
                people.set_language(self.person.id, text)

    def _wish(self) -> None:
        if self.person is not None:
            with self.place.act("person.change", field=self.when):
                people.set_wish(self.person.id, str(self.channel.currentData()), self.when.text())

    def _farewell(self) -> None:
        if self.person is None:
            return
        if self.person.gone:
            with self.place.act("person.back"):
                farewells.person_back(self.person.id)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for why, word in ((farewells.LEFT, _("Is not there any more")), (farewells.DIED, _("Has died"))):
            menu.addAction(word).setData(why)
        menu.triggered.connect(self._gone)
        menu.popup(self.farewell.mapToGlobal(QPoint(0, self.farewell.height() + 2)))

    def _gone(self, action: QAction) -> None:
        if self.person is not None:
            words = _("Nothing reminds you of {name} any more").format(name=self.person.name)
            with self.place.act("person.gone", words=words):
                farewells.person_gone(self.person.id, str(action.data()))

    def _since(self, day: dt.date | None) -> None:
        if self.person is not None and self.person.gone:
            with self.place.act("person.gone", field=self.since):
                farewells.person_gone(self.person.id, self.person.gone, on=day)

    def _open_rights(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, do in (
                (_("Print it for them…"), person_rights.print_about), (_("Save it as PDF…"), person_rights.save_about),
                (_("Erase for good…"), person_rights.erase)):
            menu.addAction(words).setData(do)
        menu.triggered.connect(self._right)
        menu.popup(self.rights.mapToGlobal(QPoint(0, self.rights.height() + 2)))

    def _right(self, action: QAction) -> None:
        if self.person is not None:
            action.data()(self.place, self.person.id)

    def _trash(self) -> None:
        if self.person is not None:
            with self.place.act("person.trash", words=_("Person deleted")):
                people.trash(self.person.id)
