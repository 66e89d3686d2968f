"""The people of a customer: their names and how to say them, what they do there, the ways to reach them, their days."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import people
from lovedesk.shop.contact_points import ContactRow
from lovedesk.shop.people import PersonRow
from lovedesk.shop.special_days import DayRow
from lovedesk.ui import theme
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.face import Face
from lovedesk.ui.parts.labels import Section, paint_line
from lovedesk.ui.parts.offered_line import OfferedLine
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_form import Form
from lovedesk.ui.places.profile_person_form import PersonForm
from lovedesk.ui.places.profile_person_head import PersonHead
from lovedesk.ui.places.profile_photo import keep_photo
from lovedesk.ui.places.profile_ways import Ways
from lovedesk.words import _

AVATAR, SMALL_AVATAR, INSET, CAPTION = 44, 30, 56, 20


class Known(NamedTuple):
    """A person, the ways to reach them and their days; `caption` stands above the first of someone's family."""

    person: PersonRow
    ways: list[ContactRow]
    days: list[DayRow]
    caption: str


class FamilyLine(Form):
    """A name and what they are to someone; Enter in either keeps both. `wanted(name, role)`."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.name = EnterLine(name=_("Name of their family or pet"), placeholder=_("Name"))
        self.role = OfferedLine([word for word, _kind in people.family_words()], name=_("What they are to them"),
                                placeholder=_("daughter, partner, dog…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.name, 3)
        row.addWidget(self.role, 2)
        self.name.entered.connect(self._entered)
        self.name.given_up.connect(self.closed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._entered()
            return
        super().keyPressEvent(event)

    def _entered(self) -> None:
        self.wanted.emit(self.name.text(), self.role.text())

    def _leave(self) -> None:
        if not self.name.text().strip():        # a half-typed name waits
            self.left.emit()


class Someone(QWidget):
    """One person: face, words, chips; the words open into a form. Their family stands below, smaller and further in."""

    family_wanted = Signal(object, str, str)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.shown: PersonRow | None = None
        self.caption = ""
        self.face = Face(AVATAR)
        self.head = PersonHead()
        self.ways = Ways(place, of_person=True)
        self.form: PersonForm | None = None
        self.family: FamilyLine | None = None
        self.face.setParent(self)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(3)
        self.column.addWidget(self.head)
        self.column.addWidget(self.ways)
        self.head.clicked.connect(self.open)
        self.ways.wish_wanted.connect(self._open_wish)
        self.face.brought.connect(self._take_photo)
        self.face.removed.connect(self._remove_photo)

    def show_record(self, record: Known) -> None:
        """Show a person with the ways to reach them and their days."""
        person = record.person
        if self.shown is not None and self.shown.id != person.id:
            self.settle()
        self.shown, self.caption = person, record.caption
        self._arrange(person)
        self.face.show_person(person.name, person.photo, faint=bool(person.gone))
        self.head.show_person(person)
        wish = "" if person.gone else people.wish_words(person.wish_channel, person.wish_time)
        self.ways.show_of(person.id, record.ways, record.days, wish)
        self.ways.plus.setAccessibleName(_("Add a number, an address or a day of {name}").format(name=person.name))
        if self.form is not None and self.form.isVisibleTo(self):
            self.form.show_person(person)
        self.update()

    def _arrange(self, person: PersonRow) -> None:
        inset = INSET if person.of_person is not None else 0
        side = SMALL_AVATAR if inset else AVATAR
        top = CAPTION if self.caption else 0
        self.column.setContentsMargins(inset + side + 12, top, 0, 0)
        self.face.set_side(side)
        self.face.setGeometry(inset, top + 2, side, side)
        self.setMinimumHeight(top + side + 4)   # the face is whole also beside a single line

    def open(self) -> None:
        """Open the words to be changed; again puts them away."""
        self._open(wish=False)

    def _open_wish(self) -> None:
        self._open(wish=True)

    def _open(self, *, wish: bool) -> None:
        assert self.shown is not None
        if self.form is None:
            self.form = PersonForm(self.place)
            self.form.closed.connect(self.close_up)
            self.form.left.connect(self._put_form_away)
            self.form.family_wanted.connect(self.ask_family)
            self.column.insertWidget(1, self.form)
        elif self.form.isVisibleTo(self):
            self.close_up()
            return
        self.form.show_person(self.shown)
        self.form.show()
        self.form.begin(wish=wish)

    def close_up(self) -> None:
        """Put the form away; the focus goes back to the words."""
        if self.form is not None:
            self.head.setFocus(Qt.FocusReason.ShortcutFocusReason)      # by a key, so the ring is shown
            self._put_form_away()

    def _put_form_away(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.put_parts_away()

    def settle(self) -> None:
        """Put away what is open: someone else stands here next."""
        self._put_form_away()
        self._family_left()

    def ask_family(self) -> None:
        """Ask for someone of their family."""
        if self.family is None:
            self.family = FamilyLine()
            self.family.wanted.connect(self._family_named)
            self.family.closed.connect(self._family_closed)
            self.family.left.connect(self._family_left)
            self.column.addWidget(self.family)
        self.family.show()
        self.family.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _family_named(self, name: str, role: str) -> None:
        if self.shown is not None:
            self.family_wanted.emit(self, name, role)

    def _family_closed(self) -> None:
        self._family_left()
        self.head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _family_left(self) -> None:
        if self.family is not None:
            self.family.name.clear()
            self.family.name.forgive()
            self.family.role.show_text("")
            self.family.role.clear()
            self.family.hide()

    def _take_photo(self, source: photos.Source) -> None:
        if self.shown is not None:
            keep_photo(self.place, source, partial(people.set_photo, self.shown.id), "person.set_photo")

    def _remove_photo(self) -> None:
        if self.shown is not None:
            with self.place.act("person.set_photo", words=_("Photo taken away")):
                people.set_photo(self.shown.id, "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.caption:
            room = QRectF(INSET, 0, self.width() - INSET, CAPTION - 2)
            paint_line(QPainter(self), room, self.caption, "small", theme.tokens().ink2)


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
        row = Someone(self.place)
        row.family_wanted.connect(self._add_family)
        return row

    def show_people(self, customer: int, everyone: list[PersonRow], ways: list[ContactRow],
                    days: list[DayRow]) -> None:
        """Show the people of a customer."""
        self.customer = customer
        self.rows.show_records([
            Known(person, [way for way in ways if way.person == person.id],
                  [day for day in days if day.person == person.id], caption)
            for person, caption in with_families(everyone)])

    def ask(self) -> None:
        """Ask for one more name."""
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Put the line and the forms away."""
        self._put_line_away()
        for row in self.rows.in_order():
            if isinstance(row, Someone):
                row.settle()

    def _put_line_away(self) -> None:
        self.line.clear()
        self.line.forgive()
        self.line.hide()

    def _given_up(self) -> None:
        self.link.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._put_line_away()

    def _add(self, name: str) -> None:
        person = 0
        with self.place.act("person.add", field=self.line):
            person = people.add(self.customer, name)
        if person:
            self._put_line_away()
            self._go_to(person)

    def _add_family(self, whose: object, name: str, role: str) -> None:
        if not isinstance(whose, Someone) or whose.shown is None or whose.family is None:
            return
        person = 0
        with self.place.act("person.add", field=whose.family.name):
            person = people.add(self.customer, name, role=role, of_person=whose.shown.id)
        if person:
            whose.settle()
            self._go_to(person)

    def _go_to(self, person: int) -> None:
        row = self.rows.row(person)
        if isinstance(row, Someone):
            row.head.setFocus(Qt.FocusReason.ShortcutFocusReason)


def with_families(everyone: list[PersonRow]) -> list[tuple[PersonRow, str]]:
    """Each with their family behind them, the first of a family with the words that stand above it."""
    there = [person for person in everyone if person.of_person is None]
    known = {person.id for person in there}
    found: list[tuple[PersonRow, str]] = []
    for person in there:
        family = [one for one in everyone if one.of_person == person.id]
        caption = _("Family of {name}").format(name=person.nickname or person.given or person.name)
        found.append((person, ""))
        found += [(one, "" if n else caption) for n, one in enumerate(family)]
    return found + [(one, "") for one in everyone if one.of_person is not None and one.of_person not in known]


def _key(record: Known) -> int:
    return record.person.id
