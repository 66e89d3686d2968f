"""How one of them will look as a customer, with the way to the one before and the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.formats.records import Card as Contact
from lovedesk.formats.records import Relation
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_plan import ANOTHER, PlanRow, Unit
from lovedesk.ui.parts.avatar import Avatar
from lovedesk.ui.parts.buttons import IconButton, Link
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.chips import Chip, SwitchChip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import ElidedLabel, Section, Small, WrappedLabel
from lovedesk.ui.places.bring_words import own_standings, stands
from lovedesk.ui.places.profile_ways import ICONS
from lovedesk.words import _, day_of_month, joined, ngettext

PEOPLE, WAYS, FACTS = 3, 4, 2       # of each are shown; the rest is counted
FACT = 200                          # letters of a fact
NAMESAKES = 5                       # of the same name that are offered


class Look(QWidget):
    """`turned` asks for the row before (-1) or after (1), `standing` for its own standing, `split` for its people
    as customers of their own, `join` for one customer again; `answered` says who of those of the name it is."""

    turned = Signal(int)
    standing = Signal(str)
    split = Signal()
    join = Signal()
    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = IconButton("caret-left", _("The one before")), IconButton("caret-right",
                                                                                         _("The next one"))
        self.at = Small()
        self.own = Flow()
        self.stands = [Stand(standing, word, self.standing) for standing, word in own_standings()]
        self.own.show_widgets(self.stands)
        self.apart = Link(_("S&plit"), tip=_("Each of these people becomes a customer of their own"))
        self.together = Link(_("&Join again"), tip=_("These people become one customer again"))
        self.same = Flow()
        self.question = WrappedLabel(_("Is it someone who is here?"), role="small", token="amber")
        self.card = Card()
        self.shown: QWidget | None = None
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Section(_("How it will look")))
        head.addStretch()
        for widget in (self.before, self.at, self.after):
            head.addWidget(widget)
        self.card.body.addWidget(self.apart)
        self.card.body.addWidget(self.together)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.question)
        column.addWidget(self.same)
        column.addWidget(self.own)
        column.addWidget(self.card)
        self.before.clicked.connect(self._turn_back)
        self.after.clicked.connect(self._turn)
        self.apart.clicked.connect(self.split)
        self.together.clicked.connect(self.join)
        self.show_namesakes([], None)

    def show_unit(self, unit: Unit, row: PlanRow, at: int, count: int) -> None:
        """Show a row: the `at`th of `count`, from 0."""
        self.at.setText(_("{n} of {all}").format(n=at + 1, all=count))
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at < count - 1)
        self.own.setVisible(row.fate in {Fate.NEW, Fate.MAYBE})
        for stand in self.stands:
            stand.setChecked(stand.standing == row.standing)
        self.apart.setVisible(row.can_split)
        self.together.setVisible(row.can_join)
        if self.shown is not None:
            self.shown.hide()
            self.shown.deleteLater()
        self.shown = _inside(unit, row)
        self.card.body.insertWidget(0, self.shown)
        self.shown.show()
        self.card.setAccessibleName(_("How it will look: {name}").format(name=unit.name))

    def show_namesakes(self, namesakes: Sequence[tuple[int, str]], answer: int | None) -> None:
        """Offer who it may be, and which of them it is said to be."""
        chips = [Namesake(row, words, self.answered, chosen=row == answer) for row, words in namesakes[:NAMESAKES]]
        if chips:
            chips.append(Namesake(ANOTHER, _("It is another"), self.answered, chosen=answer == ANOTHER))
        gone = self.same.widgets
        self.same.show_widgets(chips)
        for chip in gone:
            chip.deleteLater()
        self.same.setVisible(bool(chips))
        self.question.setVisible(bool(chips))

    def only_look(self) -> None:
        """Nothing can be said of this one here."""
        self.own.hide()
        self.apart.hide()
        self.together.hide()

    def _turn_back(self) -> None:
        self.turned.emit(-1)

    def _turn(self) -> None:
        self.turned.emit(1)


class Namesake(SwitchChip):
    """One of those of the same name; pressed, it is that one."""

    def __init__(self, row: int, words: str, wanted: SignalInstance, *, chosen: bool) -> None:
        super().__init__(words if row == ANOTHER else _("It is {name}").format(name=words), "", on=chosen)
        self.row, self.wanted = row, wanted
        self.setAccessibleName(self.text())
        self.clicked.connect(self._want)

    def _want(self) -> None:
        self.wanted.emit(self.row)


class Stand(SwitchChip):
    """What this one may be: pressed, it is that, whatever the others are."""

    def __init__(self, standing: str, word: str, wanted: SignalInstance) -> None:
        super().__init__(word, "")
        self.standing, self.wanted = standing, wanted
        self.setAccessibleName(_("This one: {standing}").format(standing=word))
        self.clicked.connect(self._want)

    def _want(self) -> None:
        self.wanted.emit(self.standing)


def _inside(unit: Unit, row: PlanRow) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    own = [entry.card for entry in (unit.companies if unit.business else unit.people)]
    photo = next((card.photo for card in own if card.photo), None)
    column.addLayout(_line(Avatar(unit.name, 44, business=unit.business, photo=_image(photo)),
                           Section(unit.name), _second(row)))
    if row.remark:
        column.addWidget(WrappedLabel(row.remark, role="small", token="amber"))
    people = [entry.card for entry in unit.people] if unit.business else []
    for card in people[:PEOPLE]:
        column.addLayout(_line(Avatar(card.name, 32, photo=_image(card.photo)), ElidedLabel(card.name, role="strong"),
                               about(card)))
    if len(people) > PEOPLE:
        more = len(people) - PEOPLE
        column.addWidget(Small(ngettext("and {n} more: {names}", "and {n} more: {names}", more).format(
            n=more, names=joined([card.name for card in people[PEOPLE:PEOPLE + PEOPLE]]))))
    family = [relation for card in [*own, *people[:PEOPLE]] for relation in card.relations]
    if family:
        column.addWidget(WrappedLabel(", ".join(_relation(relation) for relation in family), role="small",
                                      token="ink2"))
    _add_ways(column, [*own, *people[:PEOPLE]])
    return inside


def _second(row: PlanRow) -> str:
    if row.fate is Fate.ADDS:
        return _("here already, gains what is missing")
    if row.fate is Fate.SAME:
        return _("here already, nothing changes")
    if row.fate is Fate.MAYBE:
        return _("maybe the same; comes in as another unless you say so")
    return stands(row.standing) if row.fate is Fate.NEW else _("kept out")


def about(card: Contact) -> str:
    """The second line of a person: what they do there, and their day."""
    days = [_("birthday on {day}").format(day=day_of_month(day.month, day.day))
            for day in card.days if day.kind == "birthday"]
    return ", ".join([*([card.role] if card.role else []), *days[:1]])


def _line(avatar: Avatar, name: ElidedLabel, second: str) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addStretch()
    for label in (name, Small(second)) if second else (name,):
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.addWidget(label)
    words.addStretch()
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(avatar)
    row.addLayout(words, 1)
    return row


def _add_ways(column: QVBoxLayout, cards: Sequence[Contact]) -> None:
    ways = [way for card in cards for way in card.ways]
    if ways:
        flow = Flow()
        flow.show_widgets([Chip(way.value.replace("\n", ", "), ICONS.get(way.kind, "phone")) for way in ways[:WAYS]])
        column.addWidget(flow)
    facts = [fact for card in cards for fact in card.facts]
    for fact in facts[:FACTS]:
        column.addWidget(WrappedLabel(fact.text if len(fact.text) <= FACT else fact.text[:FACT] + "…"))
    if facts:
        column.addWidget(Small(_("from your file, no day known")))


def _relation(relation: Relation) -> str:
    return _("{word}: {name}").format(word=relation.word, name=relation.name) if relation.word else relation.name


def _image(photo: bytes | None) -> QImage | None:
    return QImage.fromData(photo) if photo else None
