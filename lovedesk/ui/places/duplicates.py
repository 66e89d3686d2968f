"""Who may be here twice: the pairs at the left with their reasons, the two side by side at the right (journey 9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lovedesk.shop import customers, duplicates, merging, search
from lovedesk.shop.duplicates import CUSTOMER, PERSON, Pair
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.labels import Small, Title
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.ui.parts.search_field import SearchField
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.duplicates_two import Two
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext

WIDTH = 300


class Duplicates(Place):
    """The place. Opened with a customer, it makes that one and another one, whom a few letters find, into one."""

    shows: ClassVar[frozenset[str]] = frozenset({
        "customer", "person", "membership", "contact_point", "special_day", "not_same"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.pairs: list[Pair] = []
        self.shown: list[Pair] = []
        self.looking = self.again = self.looked = False
        self.customer = 0
        self.chosen: Pair | None = None
        back = BackLink()
        back.setText(_("Back"))
        back.clicked.connect(self._back)
        self.count = Small()
        self.search = SearchField(_("Make one with…"))
        self.list = RecordList(RowDelegate(_look), name=_("May be the same"), fetch=self._fetch)
        self.two = Two()
        self.empty = Empty(_("Nobody is here twice"), _(
            "When two entries look like one person or one customer, they are shown here side by side. "
            "Nothing is ever made one by itself."))
        self.right = QStackedWidget()
        self._lay_out(back)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.search.sought.connect(self._seek)
        self.two.one_wanted.connect(self._make_one)
        self.two.two_wanted.connect(self._keep_two)

    def _lay_out(self, back: BackLink) -> None:
        self.right.addWidget(self.empty)
        self.right.addWidget(self.two)
        left, head = QWidget(), QVBoxLayout()
        left.setFixedWidth(WIDTH)
        head.setContentsMargins(16, 18, 16, 0)
        head.setSpacing(8)
        for widget in (back, Title(_("May be the same")), self.search, self.count):
            head.addWidget(widget)
        self.search.hide()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.right, 1)

    def open(self, what: int) -> None:
        """Show all pairs; with a customer, whom they can be made one with."""
        self.customer = what
        self.search.setVisible(bool(what))
        self.search.clear()
        self._show()
        (self.search if what else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Look for pairs aside; what is shown stays until they are found."""
        if self.looking:
            self.again = True
            return
        self.looking, self.again = True, False
        if not self.looked:
            self.count.setText(_("Looking…"))
        self.floor.aside.run("", _find, self._found, self._failed)

    def _found(self, pairs: list[Pair]) -> None:
        self.looking, self.looked = False, True
        self.pairs = pairs
        self._show()
        if self.again:
            self.refresh()

    def _failed(self, sentence: str) -> None:
        self.looking = False
        if sentence:
            self.said.emit(sentence)

    def _show(self) -> None:
        """Show the pairs that are known; the one that was chosen stays so, or the next in its place."""
        before = self.shown.index(self.chosen) if self.chosen in self.shown else 0
        text = self.search.text().strip() if self.customer else ""
        self.shown = self._with(text) if text else [
            pair for pair in self.pairs if self.customer in {0, pair.one, pair.other}]
        self.list.show_ids(range(len(self.shown)))
        if self.looked:
            self.count.setText(ngettext("{n} pair", "{n} pairs", len(self.shown)).format(n=len(self.shown)))
        if self.chosen not in self.shown:
            self.chosen = self.shown[min(before, len(self.shown) - 1)] if self.shown else None
        self.right.setCurrentWidget(self.two if self.chosen else self.empty)
        self.empty.setVisible(self.chosen is None and self.looked)
        if self.chosen:
            self.list.select(self.shown.index(self.chosen))
            self.two.show_pair(self.chosen)

    def _with(self, text: str) -> list[Pair]:
        """The customer beside each of those whom a text finds."""
        found = [row for row in search.customers(text, others=True).ids if row != self.customer]
        named = {row.id: row.name for row in customers.page([*found, self.customer], self.desk.now())}
        return [Pair(CUSTOMER, self.customer, row, (named[self.customer], named[row]), (_("chosen by you"),), 0)
                for row in found if row in named and self.customer in named]

    def _seek(self, _text: str) -> None:
        self._show()

    def _fetch(self, numbers: Sequence[int]) -> list[Pair]:
        return [self.shown[number] for number in numbers if number < len(self.shown)]

    def _choose(self, number: int) -> None:
        if number < len(self.shown) and self.shown[number] != self.chosen:
            self.chosen = self.shown[number]
            self.two.show_pair(self.chosen)

    def _open(self, _number: int) -> None:
        self.two.make_one.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_one(self, choices: dict[str, int]) -> None:
        pair = self.chosen
        if pair is None:
            return
        words = _("{one} and {other} are one").format(one=pair.names[0], other=pair.names[1])
        if pair.noun == PERSON:
            with self.act("person.merge", words=words):
                merging.merge(PERSON, pair.one, pair.other, choices)
        else:
            with self.act("customer.merge", words=words):
                merging.merge(CUSTOMER, pair.one, pair.other, choices)
        self._settled(pair)

    def _keep_two(self) -> None:
        pair = self.chosen
        if pair is None:
            return
        with self.act("pair.keep_two", words=_("{one} and {other} are two").format(
                one=pair.names[0], other=pair.names[1])):
            merging.two(pair.one, pair.other)
        self._settled(pair)

    def _settled(self, pair: Pair) -> None:
        """Go on to the next pair at once; the search that the change began finds out what is left."""
        self.pairs = [other for other in self.pairs if other != pair]
        if self.customer and self.customer == pair.one:
            self.go.emit(Go("customers", pair.other))
            return
        self._show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self.go.emit(Go("back"))


def _find(_progress: Progress) -> list[Pair]:
    return duplicates.pairs()


def _look(pair: Pair) -> Row:
    one, other = pair.names
    return Row(one if one == other else _("{one}, {other}").format(one=one, other=other), second=pair.reasons[0],
               sign="users" if pair.noun == PERSON else "", sign_name=_("two people") if pair.noun == PERSON else "")
