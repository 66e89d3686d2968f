"""One person of a customer: face, words, ways to be reached, days; the words open into a form."""

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
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.face import Face
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.offered_line import OfferedLine
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
    whose_wanted = Signal(object)

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
            self.form.whose_wanted.connect(self._ask_whose)
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

    def _ask_whose(self) -> None:
        self.whose_wanted.emit(self)

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
