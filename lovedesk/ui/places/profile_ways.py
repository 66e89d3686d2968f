"""The ways to reach a customer or a person, and their days: chips in a row, each opening to be corrected in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lovedesk.shop import birthdays, contact_points, special_days
from lovedesk.shop.contact_points import ContactRow
from lovedesk.shop.special_days import DayRow
from lovedesk.ui import reach
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_way_forms import DAYS, OWN, DayForm, NewForm, WayForm, kind_words, plain_day
from lovedesk.ui.reach import Way, does
from lovedesk.words import _

ICONS = {"phone": "phone", "email": "envelope-simple", "address": "map-pin", "web": "globe", "im": "chat-circle-text"}
SORTS = ({"phone", "email", "im"}, {"address"})
CHIP = 22
SIGN = 26       # of a chip, where its sign is pressed


def day_words(row: DayRow) -> str:
    """"7 March", "7 March 1974"; a day that is no birthday says what it is."""
    day = plain_day(row)
    if row.kind == "birthday":
        return day
    return _("{kind} {day}").format(kind=special_days.word(row.kind), day=day)


def way_words(row: ContactRow, *, alone: bool) -> str:
    """"0151 496 0142, best before 8"; an address on one line. Of one that is `alone` nothing is preferred."""
    value = ", ".join(row.value.splitlines())
    note = row.note or (_("preferred") if row.preferred and not alone else "")
    return _("{value}, {note}").format(value=value, note=note) if note else value


class WayChip(Chip):
    """A way or a day; pressed, it opens to be corrected. Its sign, or Ctrl+Enter, dials, writes or shows the map
    at once; Ctrl+C copies it."""

    record: ContactRow | DayRow
    wanted = Signal(object)
    reached = Signal(object)
    copied = Signal(object)

    def __init__(self) -> None:
        super().__init__("", pressable=True, height=CHIP)
        self.clicked.connect(self._clicked)

    def show_record(self, record: ContactRow | DayRow, *, alone: bool) -> None:
        """Show a way or a day; `alone` is a way that has none beside it to be preferred to."""
        self.record = record
        if isinstance(record, ContactRow):
            text, self.icon_name = way_words(record, alone=alone), ICONS.get(record.kind, "phone")
            spoken = f"{kind_words()[record.kind]}: {text}"
        else:
            text, self.icon_name = day_words(record), "cake"
            spoken = f"{special_days.word(record.kind)}: {text}"
        self.setText(text)
        self.setAccessibleName(spoken)
        self.setToolTip(tip(record) if isinstance(record, ContactRow) else special_days.word(record.kind))
        self.updateGeometry()
        self.update()

    def _clicked(self) -> None:
        self.wanted.emit(self.record)

    def _reach(self) -> None:
        self.reached.emit(self.record)

    def _write_letter(self) -> None:
        if isinstance(self.record, ContactRow):
            self.reached.emit(self.record._replace(kind="letter"))

    def _copy(self) -> None:
        self.copied.emit(self.record)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at_sign = event.button() == Qt.MouseButton.LeftButton and event.position().x() < SIGN
        if at_sign and isinstance(self.record, ContactRow) and does(self.record.kind):
            self._reach()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = isinstance(self.record, ContactRow)
        if way and event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif way and event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._reach()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a way."""
        if not isinstance(self.record, ContactRow):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if does(self.record.kind):
            menu.addAction(f"{does(self.record.kind)}\tCtrl+Enter").triggered.connect(self._reach)
        if self.record.kind == "address":
            menu.addAction(does("letter")).triggered.connect(self._write_letter)
        menu.addAction(_("Copy\tCtrl+C")).triggered.connect(self._copy)
        menu.addAction(_("Change…\tEnter")).triggered.connect(self._clicked)
        menu.popup(event.globalPos())


def tip(way: ContactRow) -> str:
    """What a way's sign does, and its label."""
    act = does(way.kind)
    hint = _("{does} by its sign or Ctrl+Enter").format(does=act) if act else ""
    return "\n".join(part for part in (way.label, hint) if part)


class Ways(QWidget):
    """The chips of one owner, a customer or a person, and the form that one of them has opened into. What a person
    wishes stands first; pressed, it tells `wish_wanted`."""

    wish_wanted = Signal()

    def __init__(self, place: Place, *, of_person: bool) -> None:
        super().__init__()
        self.place, self.of_person = place, of_person
        self.owner = 0
        self.records: dict[int, ContactRow | DayRow] = {}
        self.chips: list[WayChip] = []
        self.form: WayForm | DayForm | NewForm | None = None
        self.plus = Chip("", "plus", pressable=True, height=CHIP)
        self.plus.setAccessibleName(_("Add a number, an address or a day"))
        self.plus.setToolTip(_("Add a number, an address or a day"))
        self.plus.clicked.connect(self.add)
        self.wish: Chip | None = None
        self.flow = Flow()
        self.flow.show_widgets([self.plus])
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(self.flow)

    def show_of(self, owner: int, ways: list[ContactRow], days: list[DayRow], wish: str = "") -> None:
        """Show the wish, the ways and days of an owner; a form that is open stays with its words."""
        if owner != self.owner:
            self.close_form()
        self.owner = owner
        self.records = {way.id: way for way in ways} | {day.id: day for day in days}
        while len(self.chips) < len(self.records):
            chip = WayChip()
            chip.wanted.connect(self.open)
            chip.reached.connect(self._reach)
            chip.copied.connect(self._copy)
            self.chips.append(chip)
        shown = self.chips[:len(self.records)]
        for chip, record in zip(shown, self.records.values(), strict=True):
            chip.show_record(record, alone=self._alone(record))
        self.flow.show_widgets([*self._wish_chip(wish), *shown, self.plus])
        self._refresh_form()

    def _reach(self, way: ContactRow) -> None:
        reach.of(self.place).open(self._way(way))

    def _copy(self, way: ContactRow) -> None:
        reach.of(self.place).copy(self._way(way))

    def _way(self, way: ContactRow) -> Way:
        person = self.owner if self.of_person else None
        return Way(way.kind, way.value, self.place.open_now() if self.of_person else self.owner, person)

    def _alone(self, record: ContactRow | DayRow) -> bool:
        """Whether there is nothing else of its sort: one talks by numbers and e-mails, letters go to addresses."""
        sort = next((sort for sort in SORTS if isinstance(record, ContactRow) and record.kind in sort), set[str]())
        return sum(isinstance(other, ContactRow) and other.kind in sort for other in self.records.values()) < 2

    def _wish_chip(self, wish: str) -> list[QWidget]:
        if wish and self.wish is None:
            self.wish = Chip("", "heart-fill", tone="accent", pressable=True, height=CHIP)
            self.wish.clicked.connect(self.wish_wanted)
        if self.wish is not None and self.wish.text() != wish:
            self.wish.setText(wish)
            self.wish.setAccessibleName(wish)
            self.wish.updateGeometry()
        return [self.wish] if wish and self.wish is not None else []

    def _refresh_form(self) -> None:
        match self.form, self.records.get(self.form.shown if self.form else 0):
            case (WayForm() as form, ContactRow() as way):
                form.show_record(way)
            case (DayForm() as form, DayRow() as day):
                form.show_record(day)
            case (WayForm() | DayForm(), _gone):
                self.close_form()

    def open(self, record: ContactRow | DayRow) -> None:
        """Open a way or a day to be corrected."""
        self.close_form()
        form: WayForm | DayForm
        if isinstance(record, ContactRow):
            form = WayForm(self.place)
            form.show_record(record)
        else:
            form = DayForm(self.place)
            form.show_record(record)
        self._open(form)

    def add(self) -> None:
        """Ask for one more."""
        self.close_form()
        form = NewForm()
        form.wanted.connect(self._keep)
        self._open(form)

    def _open(self, form: WayForm | DayForm | NewForm) -> None:
        self.form = form
        form.closed.connect(self._closed)
        form.left.connect(self.close_form)
        self.column.addWidget(form)
        form.show()
        form.begin()

    def close_form(self) -> None:
        """Put the open form away; what was typed in a field is kept by then."""
        if self.form is not None:
            form, self.form = self.form, None
            form.hide()
            form.deleteLater()

    def _closed(self) -> None:
        shown = self.form.shown if self.form is not None else 0
        self.close_form()
        chip = next((chip for chip in self.chips if chip.record.id == shown), self.plus)
        chip.setFocus(Qt.FocusReason.ShortcutFocusReason)     # by a key, so the ring is shown

    def _keep(self, text: str, kind: str) -> None:
        form = self.form
        if not isinstance(form, NewForm):
            return
        customer, person = (None, self.owner) if self.of_person else (self.owner, None)
        kept = 0
        if kind not in (*DAYS, OWN):
            with self.place.act("contact.add", field=form.line):
                kept = contact_points.add(text, kind=kind, customer=customer, person=person)
        elif (day := birthdays.read(text)) is None:
            form.line.show_refusal(_("No day can be read here. Try “7 March” or “7 March 1974”."))
        else:
            with self.place.act("day.add", field=form.line):
                kind = birthdays.kind_within(text) if kind == OWN else kind
                kept = special_days.add(kind, day.month, day.day, year=day.year, customer=customer, person=person)
        if kept:
            self._closed()
