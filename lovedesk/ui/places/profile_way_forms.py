"""The forms in which a way to be reached or a day of theirs is corrected, and the line that adds one."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.shop import birthdays, contact_points, special_days
from lovedesk.shop.contact_points import ContactRow
from lovedesk.shop.special_days import DayRow
from lovedesk.ui.parts.buttons import IconButton
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.saving_field import SavingLine, SavingText
from lovedesk.ui.place import Place
from lovedesk.words import _, day_of_month

DAYS = ("birthday", "anniversary", "company")


def plain_day(row: DayRow) -> str:
    """"7 March", "7 March 1974": a day as it is typed."""
    day = day_of_month(row.month, row.day)
    return _("{day} {year}").format(day=day, year=row.year) if row.year else day


def kind_words() -> dict[str, str]:
    """The kinds of ways and days as a person picks them."""
    return {"phone": _("Phone"), "email": _("E-mail"), "address": _("Address"), "web": _("Web page"),
            "im": _("Messages"), **{kind: special_days.word(kind) for kind in DAYS}}


def kind_of(text: str) -> str:
    """What typed words most likely are: a birthday, or one of the ways to be reached."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    if len(words) < 2 and birthdays.read(text) is not None:
        return "birthday"
    return contact_points.kind_of(text)


class Form(QWidget):
    """What the three forms share: Esc and Enter put them away."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 2, 0, 4)
        self.row.setSpacing(8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.closed.emit()
            return
        super().keyPressEvent(event)


class WayForm(Form):
    """A number, an e-mail or an address, its note, whether it is the preferred one, and the way to the trash."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.shown = 0
        self.line = SavingLine(name=_("Number, e-mail or web page"))
        self.lines = SavingText(name=_("Address"), lines=2, most=5)
        self.note = SavingLine(name=_("When or how"), placeholder=_("like “best before 8”"))
        self.prefer = SwitchChip(_("Preferred"), "heart")
        self.bin = IconButton("trash", _("Delete"))
        for widget, stretch in ((self.line, 3), (self.lines, 3), (self.note, 2), (self.prefer, 0), (self.bin, 0)):
            self.row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)
        self.line.left.connect(self._change)
        self.lines.left.connect(self._change)
        self.note.left.connect(self._note)
        self.prefer.clicked.connect(self._prefer)
        self.bin.clicked.connect(self._trash)

    def show_record(self, record: ContactRow) -> None:
        """Show what is stored; what is being typed stays."""
        self.shown = record.id
        address = record.kind == "address"
        self.line.setVisible(not address)
        self.lines.setVisible(address)
        (self.lines if address else self.line).show_text(record.value)
        self.note.show_text(record.note)
        self.prefer.setChecked(record.preferred)

    def begin(self) -> None:
        """Start typing."""
        field = self.line if self.lines.isHidden() else self.lines
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _change(self, text: str) -> None:
        with self.place.act("contact.change", field=self.line if self.lines.isHidden() else self.lines):
            contact_points.change(self.shown, text)

    def _note(self, text: str) -> None:
        with self.place.act("contact.change", field=self.note):
            contact_points.set_note(self.shown, text)

    def _prefer(self) -> None:
        self.prefer.setChecked(True)
        with self.place.act("contact.change"):
            contact_points.prefer(self.shown)

    def _trash(self) -> None:
        with self.place.act("contact.trash", words=_("Number or address deleted")):
            contact_points.trash(self.shown)


class DayForm(Form):
    """A day of theirs, typed as people say it, and the way to the trash."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.shown = 0
        self.kind = Small()
        self.line = SavingLine(name=_("Day"), placeholder=_("like “7 March” or “7 March 1974”"))
        self.bin = IconButton("trash", _("Delete"))
        self.row.addWidget(self.kind)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.bin)
        self.row.addStretch(1)
        self.line.left.connect(self._change)
        self.bin.clicked.connect(self._trash)

    def show_record(self, record: DayRow) -> None:
        """Show what is stored; what is being typed stays."""
        self.shown = record.id
        self.kind.setText(special_days.word(record.kind))
        self.line.show_text(plain_day(record))

    def begin(self) -> None:
        """Start typing."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _change(self, text: str) -> None:
        day = birthdays.read(text)
        if day is None:
            self.line.show_refusal(_("No day can be read here. Try “7 March” or “7 March 1974”."))
            return
        with self.place.act("day.change", field=self.line):
            special_days.change(self.shown, day.month, day.day, day.year)

    def _trash(self) -> None:
        with self.place.act("day.trash", words=_("Day deleted")):
            special_days.trash(self.shown)


class NewForm(Form):
    """One line for whatever it is: a number, an e-mail, an address or a birthday; what it is stands beside it."""

    wanted = Signal(str, str)
    shown = 0       # nothing that is stored yet

    def __init__(self) -> None:
        super().__init__()
        self.picked = False
        self.line = EnterLine(name=_("Number, e-mail, address or birthday"),
                              placeholder=_("Number, e-mail, address or birthday"))
        self.kind = Picker(name=_("What it is"))
        for kind, word in kind_words().items():
            self.kind.addItem(word, kind)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.kind)
        self.line.textEdited.connect(self._typed)
        self.line.entered.connect(self._entered)
        self.line.given_up.connect(self.closed)
        self.kind.activated.connect(self._picked)

    def begin(self) -> None:
        """Start typing."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        if not self.picked:
            self.kind.setCurrentIndex(self.kind.findData(kind_of(text)))

    def _picked(self) -> None:
        self.picked = True
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self, text: str) -> None:
        self.wanted.emit(text, str(self.kind.currentData()))
