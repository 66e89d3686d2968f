"""The list of customers: narrows while typing, fetches a screen at a time, and adds whoever is not there yet."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import customers, narrowing, search, search_said
from lovedesk.shop.narrowing import BY_NAME, Terms
from lovedesk.ui import theme
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.buttons import IconButton, Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Small, Title, WrappedLabel
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.ui.parts.search_field import SearchField
from lovedesk.ui.parts.segments import Segments
from lovedesk.ui.place import Floor
from lovedesk.ui.places.customer_several import Several
from lovedesk.ui.places.customer_terms import TermsPane, count_words
from lovedesk.words import _, ngettext

SIGNS = {"enquiring": ("hand-waving", "green"), "gone": ("door", "ink3"), "other": ("minus-circle", "ink3")}
SHORT, LONG = 272, 300
BUDGET = 0.005          # seconds of asking in one piece
PAUSE = 120             # ms without a key, after which words are looked for inside words too


class TypedList(RecordList):
    """A list in which typed letters go to the search field: looking for them here would fetch every row."""

    typed = Signal(str)

    def keyboardSearch(self, text: str) -> None:
        self.typed.emit(text)


class AddCustomer(QWidget):
    """One line for the name of a new customer, person or business; Enter keeps it. `wanted(name, kind)`."""

    wanted = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = EnterLine(name=_("Name of the new customer"), placeholder=_("Name of the new customer"))
        self.kind = Segments([("person", _("Person")), ("business", _("Business"))], "person", name=_("What they are"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self.line)
        column.addWidget(self.kind)
        column.addWidget(Small(_("Enter keeps it, Esc leaves it")))
        self.line.entered.connect(self._entered)
        self.line.given_up.connect(self.close_up)
        self.kind.chosen.connect(self._back_to_line)
        self.hide()

    def open_with(self, name: str) -> None:
        """Ask for a name; one that was searched for stands there already."""
        self.line.setText(name)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put the line away."""
        self.line.clear()
        self.line.forgive()
        self.hide()
        self.left.emit()

    def _entered(self, name: str) -> None:
        self.wanted.emit(name, str(self.kind.value()))

    def _back_to_line(self, _kind: object) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


class NobodyFound(QWidget):
    """What stands where nobody was found: the way to add them."""

    def __init__(self) -> None:
        super().__init__()
        self.add = Link("", "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        self.words = WrappedLabel(_("Nobody found."), token="ink2")
        column.addWidget(self.words)
        column.addWidget(self.add)
        column.addStretch()

    def show_text(self, text: str) -> None:
        """Offer to add `text` as a customer; nothing to add where nothing was typed."""
        short = text if len(text) < 20 else text[:18] + "…"
        self.add.setText(_("Add “{name}”").format(name=short.replace("&", "&&")))
        self.add.setVisible(bool(text))


class CustomerList(QWidget):
    """`chosen(id)` tells whom a person moves to, `opened(id)` whom Enter or a click opens, `wanted(name, kind)`."""

    chosen = Signal(object)
    opened = Signal(object)
    wanted = Signal(str, str)

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self.desk = desk = floor.desk
        self.settings = floor.settings
        self.enquiring = 0
        self.terms = TermsPane(desk)
        self.asked = (Terms(), BY_NAME)     # what is shown
        self.steps: Iterator[list[int]] = iter(())
        self.gathered: list[int] = []
        self.said: dict[int, str] = {}      # of customers that were found, the words in which they were
        self.keeps = False
        self.alike = False          # nobody was found; who is shown is like what was typed
        self.several = Several(desk)
        self.funnel = IconButton("funnel-simple", _("Show only some"))
        self.plus = IconButton("plus", _("Add a customer (Ctrl+Shift+N)"))
        self.search = SearchField(_("Search by name, word or street"))
        self.adding = AddCustomer()
        self.count = Small()
        self.faces = photos.Faces(self)
        self.rows = TypedList(RowDelegate(self.look), name=_("Customers"), fetch=self.fetch, several=True)
        self.nobody = NobodyFound()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(Title(_("Customers")))
        top.addStretch()
        top.addWidget(self.funnel)
        top.addWidget(self.plus)
        head = QVBoxLayout()
        head.setContentsMargins(16, 18, 10, 0)
        head.setSpacing(8)
        head.addLayout(top)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 6, 0)
        for widget in (self.adding, self.search, self.terms, self.count, self.nobody):
            inner.addWidget(widget)
        head.addLayout(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.rows, 1)
        column.addWidget(self.several)
        self.nobody.hide()
        self.further: Iterator[list[int]] = iter(())
        self.pause = QTimer(self, singleShot=True)
        self.going_on = QTimer(self, singleShot=True, interval=0)

    def _connect(self) -> None:
        self.pause.timeout.connect(self.look_further)
        self.going_on.timeout.connect(self._go_on)
        self.funnel.clicked.connect(self.choose_terms)
        self.terms.changed.connect(self._narrow_again)
        self.terms.plan_wanted.connect(self._plan)
        self.terms.print_wanted.connect(self._print)
        self.terms.export_wanted.connect(self._export)
        self.rows.gathered.connect(self._several_chosen)
        self.plus.clicked.connect(self.add)
        self.search.sought.connect(self._sought)
        self.search.steered.connect(self._steer)
        self.adding.wanted.connect(self.wanted)
        self.adding.left.connect(self._adding_left)
        self.nobody.add.clicked.connect(self.add)
        self.rows.chosen.connect(self.chosen)
        self.rows.opened.connect(self.opened)
        self.rows.clicked.connect(self._clicked)
        self.rows.typed.connect(self._type_on)
        self.faces.came.connect(self.rows.viewport().update)

    def refresh(self) -> None:
        """Read the list anew; selection and scroll stay."""
        self.enquiring = customers.count("enquiring")
        self.terms.show_terms()
        self.rows.records.pages.clear()
        self.narrow(self.search.text())

    def narrow(self, text: str) -> None:
        """Show those whom the terms and a text leave; nobody's name is needed in full."""
        self.pause.stop()
        self.going_on.stop()
        self.said.clear()
        typed = [word[1:] for word in text.split() if word.startswith("#") and len(word) > 1]
        sought = " ".join(word for word in text.split() if not word.startswith("#"))
        terms = self.terms.terms._replace(tags=(*self.terms.terms.tags, *typed), words=" ".join(
            part for part in (self.terms.terms.words, sought) if part))
        if sought and terms._replace(words="") == Terms() and self.terms.order == BY_NAME:
            self._search(sought)
            return
        self.keeps = (terms, self.terms.order) == self.asked and bool(self.rows.records.ids)
        self.asked, self.alike = (terms, self.terms.order), False
        self.steps = narrowing.steps(terms, self.desk.now(), self.terms.order)
        self.gathered = []
        if not self.keeps:
            self.rows.show_ids([])
        self._go_on()

    def _go_on(self) -> None:
        """Ask for some milliseconds; a list that is only read anew is shown when it is whole, so its scroll stays."""
        until = perf_counter() + BUDGET
        step: list[int] | None = []
        some: list[int] = []
        while step is not None and perf_counter() < until:
            step = next(self.steps, None)
            some += step or []
        self.gathered += some
        if step is not None:
            self.going_on.start()
            if not self.keeps and some:
                self._add(some)
            return
        if not self.keeps and self.rows.records.ids:
            self._add(some)
        self._show(self.search.text(), self.gathered, more=False)

    def _add(self, ids: list[int]) -> None:
        self.rows.add_ids(ids)
        self.rows.show()
        self.nobody.hide()
        self.count.setText(ngettext("{n} so far", "{n} so far", len(self.gathered)).format(n=len(self.gathered)))

    def _search(self, text: str) -> None:
        self.asked, self.alike = (Terms(words=text), BY_NAME), False
        found = search.by_beginnings(text)
        self._show(text, found.ids, more=found.more)
        self.further = search.inside_words(text)
        if len(found.ids) < search.FEW and not found.more:
            self.pause.start(PAUSE)

    def _sought(self, text: str) -> None:
        """Narrow to what was typed; the only one whom it finds is shown without another key."""
        self.narrow(text)
        if text.strip() and len(self.rows.records.ids) == 1:
            found = self.rows.records.ids[0]
            self.rows.select(found)
            self.chosen.emit(found)

    def look_further(self) -> None:
        """Fill up a short list, a step at a time, with those that hold the words inside words."""
        step = next(self.further, None)
        if step is None:
            if not self.alike and not self.rows.records.ids:
                self.alike = True
                self.further = search.alike(self.search.text())
                self.pause.start(0)
            return
        shown = self.rows.records.ids
        ids = list(dict.fromkeys([*shown, *step]))
        if len(ids) > len(shown):
            self._show(self.search.text(), ids, more=False)
        self.pause.start(0)

    def _show(self, text: str, ids: list[int], *, more: bool) -> None:
        self.rows.show_ids(ids)
        self.rows.viewport().update()
        self.count.setText(self._count_line(len(ids), more, narrowed=bool(text.strip("# "))))
        self.terms.offer(ids)
        self.nobody.show_text(text.strip())
        self.nobody.setVisible(not ids)
        self.rows.setVisible(bool(ids))

    def _count_line(self, shown: int, more: bool, *, narrowed: bool) -> str:
        if more:
            return ngettext("{n} and more; type on", "{n} and more; type on", shown).format(n=shown)
        if self.alike and shown:
            return ngettext("Nobody found; {n} alike", "Nobody found; {n} alike", shown).format(n=shown)
        if narrowed:
            return ngettext("{n} found", "{n} found", shown).format(n=shown)
        if self.terms.terms != Terms():
            return count_words(shown, self.terms.terms.standings)
        if self.enquiring:
            return ngettext("{n} customer, {enquiring} enquiring", "{n} customers, {enquiring} enquiring",
                            shown).format(n=shown, enquiring=self.enquiring)
        return ngettext("{n} customer", "{n} customers", shown).format(n=shown)

    def fetch(self, ids: object) -> list[customers.CustomerRow]:
        """The records of some rows."""
        found = customers.page(list(ids), self.desk.now())  # type: ignore[call-overload]  # a sequence of ids
        if self.asked[0].words and not self.settings.looking:
            self.said |= search_said.said(self.asked[0].words, {record.id: record.people for record in found},
                                          keeper=self.settings.keeper or None)
        return found

    def look(self, record: customers.CustomerRow) -> Row:
        """How a customer is shown in the list."""
        today = self.desk.today()
        when = words.near(record.next, today) if record.next else words.ago(record.last, today) if record.last else ""
        sign, token = SIGNS.get(record.standing, ("", "ink2"))
        people = self.said.get(record.id) or (record.people if record.people != record.name else "")
        standing = customers.standing_word(record.standing) if sign else ""
        return Row(record.name, when, people or standing, sign, token, "" if standing and not people else standing,
                   business=record.kind == "business", photo=self.faces.of(record.photo))

    def add(self) -> None:
        """Ask for the name of a new customer."""
        self.adding.open_with("" if self.rows.isVisible() else self.search.text().strip())

    def choose_terms(self) -> None:
        """Open the menu of what can narrow the list."""
        self.terms.open_menu(self.funnel)

    def _narrow_again(self) -> None:
        self.narrow(self.search.text())

    def _plan(self) -> None:
        self._choose_all()
        self.several.plan_wanted.emit()

    def _print(self) -> None:
        self._choose_all()
        self.several.print_wanted.emit()

    def _export(self) -> None:
        self._choose_all()
        self.several.export_wanted.emit()

    def _choose_all(self) -> None:
        self.rows.selectAll()
        self.several.show_count(self.rows.records.ids)

    def _several_chosen(self) -> None:
        chosen = self.rows.chosen_ids()
        self.several.show_count(chosen if len(chosen) > 1 else [])

    def _steer(self, event: object) -> None:
        if not self.rows.records.ids:
            self.nobody.add.setFocus(Qt.FocusReason.TabFocusReason)
        elif isinstance(event, QKeyEvent):
            self.rows.steer(event)
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type_on(self, letters: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.end(False)
        self.search.insert(letters)

    def _clicked(self) -> None:
        if (customer := self.rows.current()) is not None:
            self.opened.emit(customer)

    def _adding_left(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.tokens().pane)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.tokens().line)
