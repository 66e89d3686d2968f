"""The forms in which a way to be reached or a day of theirs is corrected, and the line that adds one."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import birthdays, contact_points, shops, special_days
from lovedesk.shop.contact_points import ContactRow
from lovedesk.shop.special_days import DayRow
from lovedesk.ui.parts.buttons import IconButton
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.offered_line import OfferedLine
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.pills import OneOf
from lovedesk.ui.parts.saving_field import SavingLine, SavingText
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_form import Form
from lovedesk.words import _, day_of_month

DAYS = ("birthday", "anniversary", "company")
OWN = "own"         # a day of a kind that stands in the words themselves: "name day 4 May"


def plain_day(row: DayRow) -> str:
    """"7 March", "7 March 1974": a day as it is typed."""
    day = day_of_month(row.month, row.day)
    return _("{day} {year}").format(day=day, year=row.year) if row.year else day


def kind_words() -> dict[str, str]:
    """The kinds of ways and days as a person picks them."""
    return {"phone": _("Phone"), "email": _("E-mail"), "address": _("Address"), "web": _("Web page"),
            "im": _("Messages"), **{kind: special_days.word(kind) for kind in DAYS}, OWN: _("Another day")}


def kind_of(text: str) -> str:
    """What typed words most likely are: a birthday, or one of the ways to be reached."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    if len(words) < 2 and birthdays.read(text) is not None:
        return "birthday"
    return contact_points.kind_of(text)


class Line(Form):
    """A form of one line."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(6)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        column.addLayout(self.row)


class WayForm(Line):
    """A number, an e-mail or an address, its note, how to get in there, whether it is preferred, and the bin."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.shown = 0
        self.line = SavingLine(name=_("Number, e-mail or web page"))
        self.lines = SavingText(name=_("Address"), lines=2, most=5)
        self.note = SavingLine(name=_("When or how"), placeholder=_("like “best before 8”"))
        self.way_in = SavingLine(name=_("How to get in"), placeholder=_(
            "How to get in: the key, the code, the dog. Never on paper unless you choose it"))
        self.prefer = SwitchChip(_("Preferred"), "heart")
        self.bin = IconButton("trash", _("Delete"))
        for widget, stretch in ((self.line, 3), (self.lines, 3), (self.note, 2), (self.prefer, 0), (self.bin, 0)):
            self.row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.way_in)
        self.line.left.connect(self._change)
        self.lines.left.connect(self._change)
        self.note.left.connect(self._note)
        self.way_in.left.connect(self._say_way_in)
        self.prefer.clicked.connect(self._prefer)
        self.bin.clicked.connect(self._trash)

    def show_record(self, record: ContactRow) -> None:
        """Show what is stored; what is being typed stays."""
        self.shown = record.id
        address = record.kind == "address"
        self.line.setVisible(not address)
        self.lines.setVisible(address)
        self.way_in.setVisible(address and not self.place.floor.settings.looking)
        (self.lines if address else self.line).show_text(record.value)
        self.note.show_text(record.note)
        self.way_in.show_text(record.way_in)
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

    def _say_way_in(self, text: str) -> None:
        with self.place.act("contact.change", field=self.way_in):
            contact_points.set_way_in(self.shown, text)

    def _prefer(self) -> None:
        with self.place.act("contact.change"):
            if self.prefer.isChecked():
                contact_points.prefer(self.shown)
            else:
                contact_points.prefer_none(self.shown)

    def _trash(self) -> None:
        with self.place.act("contact.trash", words=_("Number or address deleted")):
            contact_points.trash(self.shown)


class DayForm(Line):
    """A day of theirs, typed as people say it, what day it is, and the bin; a leap day asks for other years."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.shown = 0
        self.kind = OfferedLine([special_days.word(kind) for kind in DAYS], name=_("What day it is"))
        self.line = SavingLine(name=_("Day"), placeholder=_("like “7 March” or “7 March 1974”"))
        self.bin = IconButton("trash", _("Delete"))
        self.leap = OneOf([(False, _("28 February")), (True, _("1 March"))], name=_("In years without this day"))
        self.other_years = QWidget()
        for widget, stretch in ((self.kind, 1), (self.line, 1), (self.bin, 0)):
            self.row.addWidget(widget, stretch)
        asked = QHBoxLayout(self.other_years)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(Small(_("In other years, for all")))
        asked.addWidget(self.leap)
        asked.addStretch(1)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.other_years)
        self.kind.left.connect(self._set_kind)
        self.line.left.connect(self._change)
        self.leap.chosen.connect(self._set_leap)
        self.bin.clicked.connect(self._trash)

    def show_record(self, record: DayRow) -> None:
        """Show what is stored; what is being typed stays."""
        self.shown = record.id
        self.kind.show_text(special_days.word(record.kind))
        self.line.show_text(plain_day(record))
        self.other_years.setVisible((record.month, record.day) == (2, 29))
        if self.other_years.isVisibleTo(self):
            self.leap.choose(shops.leap_on_first())

    def begin(self) -> None:
        """Start typing."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _set_kind(self, text: str) -> None:
        with self.place.act("day.change", field=self.kind):
            special_days.set_kind(self.shown, special_days.kind_of(text))

    def _change(self, text: str) -> None:
        day = birthdays.read(text)
        if day is None:
            self.line.show_refusal(_("No day can be read here. Try “7 March” or “7 March 1974”."))
            return
        with self.place.act("day.change", field=self.line):
            special_days.change(self.shown, day.month, day.day, day.year)

    def _set_leap(self, on_first: object) -> None:
        with self.place.act("shop.set_leap_day"):
            shops.set_leap_day(on_first=bool(on_first))

    def _trash(self) -> None:
        with self.place.act("day.trash", words=_("Day deleted")):
            special_days.trash(self.shown)


class NewForm(Line):
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
