"""The list of customers: narrows while typing, fetches a screen at a time, and adds whoever is not there yet."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import customers, search
from lovedesk.shop.tables import NOT_CUSTOMER
from lovedesk.store.desk import Desk
from lovedesk.ui import theme
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.buttons import IconButton, Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Small, Title, WrappedLabel
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.ui.parts.search_field import SearchField
from lovedesk.ui.parts.segments import Segments
from lovedesk.words import _, ngettext

SIGNS = {"enquiring": ("hand-waving", "green"), "gone": ("door", "ink3"), "other": ("minus-circle", "ink3")}
SHORT, LONG = 272, 300
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

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.standing = ""
        self.everyone: list[int] = []
        self.counted: dict[str, int] = {}
        self.funnel = IconButton("funnel-simple", _("Show only some"))
        self.plus = IconButton("plus", _("Add a customer (Ctrl+Shift+N)"))
        self.search = SearchField(_("Search by name, word or street"))
        self.adding = AddCustomer()
        self.count = Small()
        self.faces = photos.Faces(self)
        self.rows = TypedList(RowDelegate(self.look), name=_("Customers"), fetch=self.fetch)
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
        for widget in (self.adding, self.search, self.count, self.nobody):
            inner.addWidget(widget)
        head.addLayout(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.rows, 1)
        self.nobody.hide()
        self.further: Iterator[list[int]] = iter(())
        self.pause = QTimer(self, singleShot=True)

    def _connect(self) -> None:
        self.pause.timeout.connect(self.look_further)
        self.funnel.clicked.connect(self.choose_standing)
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
        self.everyone = customers.ids(self.standing)
        self.counted = customers.counts()
        self.narrow(self.search.text())

    def narrow(self, text: str) -> None:
        """Show those whom a text finds; nobody's name is needed in full."""
        ids, more = (self._found(text)) if text.strip() else (self.everyone, False)
        self._show(text, ids, more=more)
        self.further = search.inside_words(text, others=self.standing == NOT_CUSTOMER)
        if text.strip() and len(ids) < search.FEW and not more:
            self.pause.start(PAUSE)
        else:
            self.pause.stop()

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
            return
        shown = self.rows.records.ids
        ids = list(dict.fromkeys([*shown, *self._among(step)]))
        if len(ids) > len(shown):
            self._show(self.search.text(), ids, more=False)
        self.pause.start(0)

    def _show(self, text: str, ids: list[int], *, more: bool) -> None:
        self.rows.show_ids(ids)
        self.rows.viewport().update()
        self.count.setText(self._count_line(len(ids), more, narrowed=bool(text.strip())))
        self.nobody.show_text(text.strip())
        self.nobody.setVisible(not ids)
        self.rows.setVisible(bool(ids))

    def _found(self, text: str) -> tuple[list[int], bool]:
        found = search.by_beginnings(text, others=self.standing == NOT_CUSTOMER)
        return self._among(found.ids), found.more

    def _among(self, ids: list[int]) -> list[int]:
        """Those of `ids` that have the standing which is shown."""
        if not self.standing:
            return ids
        among = set(self.everyone)
        return [customer for customer in ids if customer in among]

    def _count_line(self, shown: int, more: bool, *, narrowed: bool) -> str:
        if more:
            return ngettext("{n} and more; type on", "{n} and more; type on", shown).format(n=shown)
        if narrowed:
            return ngettext("{n} found", "{n} found", shown).format(n=shown)
        if self.standing:
            return _("{n} shown: {standing}").format(n=shown, standing=customers.standing_word(self.standing))
        enquiring = self.counted.get("enquiring", 0)
        if enquiring:
            return ngettext("{n} customer, {enquiring} enquiring", "{n} customers, {enquiring} enquiring",
                            shown).format(n=shown, enquiring=enquiring)
        return ngettext("{n} customer", "{n} customers", shown).format(n=shown)

    def fetch(self, ids: object) -> list[customers.CustomerRow]:
        """The records of some rows."""
        return customers.page(list(ids), self.desk.now())  # type: ignore[call-overload]  # a sequence of ids

    def look(self, record: customers.CustomerRow) -> Row:
        """How a customer is shown in the list."""
        today = self.desk.today()
        when = words.near(record.next, today) if record.next else words.ago(record.last, today) if record.last else ""
        sign, token = SIGNS.get(record.standing, ("", "ink2"))
        people = record.people if record.people != record.name else ""
        standing = customers.standing_word(record.standing) if sign else ""
        return Row(record.name, when, people or standing, sign, token, "" if standing and not people else standing,
                   business=record.kind == "business", photo=self.faces.of(record.photo))

    def add(self) -> None:
        """Ask for the name of a new customer."""
        self.adding.open_with("" if self.rows.isVisible() else self.search.text().strip())

    def choose_standing(self) -> None:
        """Open the menu of those who can be shown alone."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        choices = [("", _("All customers")), ("customer", _("Customers")), ("enquiring", _("Enquiring")),
                   ("one-off", _("One-off")), ("gone", _("Gone")), (NOT_CUSTOMER, _("Not customers"))]
        for standing, word in choices:
            action = QAction(word, group)
            action.setCheckable(True)
            action.setChecked(standing == self.standing)
            action.setData(standing)
            menu.addAction(action)
        group.triggered.connect(self._standing_chosen)
        menu.popup(self.funnel.mapToGlobal(QPoint(0, self.funnel.height() + 2)))

    def show_standing(self, standing: str) -> None:
        """Show only those of a standing; "" shows all who are customers in some way."""
        self.standing = standing
        self.refresh()

    def _standing_chosen(self, action: QAction) -> None:
        self.show_standing(str(action.data()))

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
