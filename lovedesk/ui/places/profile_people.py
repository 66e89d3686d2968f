"""The people of a customer, each with their family, and the line that adds one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk.shop import people
from lovedesk.shop.contact_points import ContactRow
from lovedesk.shop.people import PersonRow
from lovedesk.shop.special_days import DayRow
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_someone import Known, Someone
from lovedesk.words import _


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
        row.whose_wanted.connect(self._ask_whose)
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

    def _ask_whose(self, row: object) -> None:
        """Offer those whose family someone can be."""
        if not isinstance(row, Someone) or row.shown is None or row.form is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked = row.shown
        group = QActionGroup(menu)
        for person, words in [(None, _("Nobody’s: they are there themselves")), *(
                (one.id, _("Family of {name}").format(name=one.name)) for one in people.at(self.customer)
                if one.of_person is None and not one.kind and one.id != asked.id)]:
            action = QAction(words.replace("&", "&&"), group)
            action.setCheckable(True)
            action.setChecked(person == asked.of_person)
            action.setData((asked.membership, person, asked.role))
            menu.addAction(action)
        group.triggered.connect(self._set_family)
        menu.popup(row.form.whose.mapToGlobal(QPoint(0, row.form.whose.height() + 2)))

    def _set_family(self, action: QAction) -> None:
        membership, person, role = action.data()
        with self.place.act("person.change"):
            people.set_family(membership, person, role)

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
