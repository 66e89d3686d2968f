"""The people of a customer: their names and how to say them, what they do there, the ways to reach them, their days."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.shop import people
from lovedesk.shop.contact_points import ContactRow
from lovedesk.shop.people import PersonRow
from lovedesk.shop.special_days import DayRow
from lovedesk.ui import theme
from lovedesk.ui.parts.avatar import paint_avatar
from lovedesk.ui.parts.buttons import IconButton, Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Section, Small, paint_line
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_ways import Ways
from lovedesk.words import _

AVATAR, LEFT = 44, 56


Known = tuple[PersonRow, list[ContactRow], list[DayRow]]       # a person, the ways to reach them, their days


class PersonHead(QAbstractButton):
    """A person's two lines of words: name and how to say it, and what they do. Pressed (or F2), they open."""

    def __init__(self) -> None:
        super().__init__()
        self.person: PersonRow | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_person(self, person: PersonRow) -> None:
        """Show someone."""
        self.person = person
        say = _("say “{say}”").format(say=person.say) if person.say else ""
        self.setAccessibleName(", ".join(part for part in (person.name, say, self._second()) if part))
        self.setAccessibleDescription(_("Press to change"))
        self.updateGeometry()
        self.update()

    def _second(self) -> str:
        assert self.person is not None
        role, nickname = self.person.role, self.person.nickname
        if role and nickname:
            return _("{role}, called {nickname}").format(role=role, nickname=nickname)
        return _("called {nickname}").format(nickname=nickname) if nickname else role

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(theme.font("strong")).height()
        return QSize(200, round(line * (2 if self.person and self._second() else 1)) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.person is None:
            return
        t = theme.tokens()
        painter = QPainter(self)
        line = QFontMetricsF(theme.font("strong")).height()
        room = QRectF(0, 0, self.width(), line)
        taken = paint_line(painter, room, self.person.name, "strong", t.accent if self.underMouse() else t.ink)
        if self.person.say:
            say = _("say “{say}”").format(say=self.person.say)
            paint_line(painter, room.adjusted(taken - 2, 0, 0, 0), say, "small", t.accent)
        paint_line(painter, room.translated(0, line), self._second(), "small", t.ink2)


class PersonForm(QWidget):
    """Name, how to say it, how they are called, what they do; each is kept when it is left."""

    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.person: PersonRow | None = None
        self.name = SavingLine(name=_("Name"))
        self.say = SavingLine(name=_("How to say it"), placeholder=_("like “see-oh-MAH-rah”"))
        self.nickname = SavingLine(name=_("Called"), placeholder=_("what they are called"))
        self.role = SavingLine(name=_("What they do there"), placeholder=_("Owner, baker, son…"))
        self.bin = IconButton("trash", _("Delete this person"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place_in_grid, (word, field) in enumerate((
                (_("Name"), self.name), (_("How to say it"), self.say),
                (_("Called"), self.nickname), (_("What they do there"), self.role))):
            row, column = divmod(place_in_grid, 2)
            label = Small(word)
            label.setBuddy(field)
            grid.addWidget(label, row * 2, column)
            grid.addWidget(field, row * 2 + 1, column)
        grid.addWidget(self.bin, 3, 2)
        self.name.left.connect(self._rename)
        self.say.left.connect(self._set_say)
        self.nickname.left.connect(self._set_nickname)
        self.role.left.connect(self._set_role)
        self.bin.clicked.connect(self._trash)

    def show_person(self, person: PersonRow) -> None:
        """Show what is stored; what is being typed stays."""
        self.person = person
        for field, text in ((self.name, person.name), (self.say, person.say), (self.nickname, person.nickname),
                            (self.role, person.role)):
            field.show_text(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.closed.emit()
            return
        super().keyPressEvent(event)

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

    def _trash(self) -> None:
        if self.person is not None:
            with self.place.act("person.trash", words=_("Person deleted")):
                people.trash(self.person.id)


class Someone(QWidget):
    """One person: avatar, words, chips; the words open into a form."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.shown: PersonRow | None = None
        self.head = PersonHead()
        self.ways = Ways(place, of_person=True)
        self.form: PersonForm | None = None
        self.setMinimumHeight(AVATAR + 4)   # the face is whole also beside a single line
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(LEFT, 0, 0, 0)
        self.column.setSpacing(3)
        self.column.addWidget(self.head)
        self.column.addWidget(self.ways)
        self.head.clicked.connect(self.open)

    def show_record(self, record: Known) -> None:
        """Show a person with the ways to reach them and their days."""
        person, ways, days = record
        if self.shown is not None and self.shown.id != person.id and self.form is not None:
            self.form.hide()
        self.shown = person
        self.head.show_person(person)
        self.ways.show_of(person.id, ways, days)
        self.ways.plus.setAccessibleName(_("Add a number, an address or a day of {name}").format(name=person.name))
        if self.form is not None and self.form.isVisibleTo(self):
            self.form.show_person(person)
        self.update()

    def open(self) -> None:
        """Open the words to be changed; again puts them away."""
        assert self.shown is not None
        if self.form is None:
            self.form = PersonForm(self.place)
            self.form.closed.connect(self.close_up)
            self.column.insertWidget(1, self.form)
        elif self.form.isVisibleTo(self):
            self.close_up()
            return
        self.form.show_person(self.shown)
        self.form.show()
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put the form away; the focus goes back to the words."""
        if self.form is not None:
            self.head.setFocus(Qt.FocusReason.TabFocusReason)
            self.form.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shown is not None:
            paint_avatar(QPainter(self), QRectF(0, 2, AVATAR, AVATAR), self.shown.name)


class People(QWidget):
    """All people of a customer, and the line that adds one."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.link = Link(_("Add"))
        self.link.setAccessibleName(_("Add a person"))
        self.line = EnterLine(name=_("Name of the new person"), placeholder=_("Name of the new person; Enter keeps it"))
        self.rows: Rows[Known] = Rows(self._make, _key, spacing=12, reuse=True)
        head = QHBoxLayout()
        head.addWidget(Section(_("People")))
        head.addStretch()
        head.addWidget(self.link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addWidget(self.line)
        self.line.hide()
        self.link.clicked.connect(self.ask)
        self.line.entered.connect(self._add)
        self.line.given_up.connect(self._given_up)

    def _make(self) -> Someone:
        return Someone(self.place)

    def show_people(self, customer: int, everyone: list[PersonRow], ways: list[ContactRow],
                    days: list[DayRow]) -> None:
        """Show the people of a customer."""
        self.customer = customer
        self.rows.show_records([
            (person, [way for way in ways if way.person == person.id], [day for day in days if day.person == person.id])
            for person in everyone])

    def ask(self) -> None:
        """Ask for one more name."""
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Put the line away."""
        self.line.clear()
        self.line.forgive()
        self.line.hide()

    def _given_up(self) -> None:
        self.link.setFocus(Qt.FocusReason.TabFocusReason)
        self.settle()

    def _add(self, name: str) -> None:
        person = 0
        with self.place.act("person.add", field=self.line):
            person = people.add(self.customer, name)
        if person:
            self.settle()
            row = self.rows.row(person)
            if isinstance(row, Someone):
                row.head.setFocus(Qt.FocusReason.TabFocusReason)


def _key(record: Known) -> int:
    return record[0].id
