"""Two who may be the same, side by side: who they are, what hangs on each, and a choice where they differ."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.mishaps import Refused
from lovedesk.shop import comparing
from lovedesk.shop.comparing import ONE, OTHER, Compared, Field, Side
from lovedesk.shop.duplicates import PERSON, Pair
from lovedesk.ui import theme
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.avatar import Avatar
from lovedesk.ui.parts.buttons import Primary, Second
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.labels import ElidedLabel, Section, Small, Title, WrappedLabel
from lovedesk.ui.parts.pills import Choice, OneOf
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.words import _, joined, ngettext

COLUMN, LABEL, GAP = 226, 136, 12


class Two(ScrollPage):
    """The right side: `one_wanted(choices)` makes them one, `two_wanted` says that they are two."""

    one_wanted = Signal(object)
    two_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.found: Compared | None = None
        self.title = Title()
        self.reasons = WrappedLabel(token="ink2")
        self.sides = SideCard(), SideCard()
        self.differ = Section()
        self.fields: Rows[Field] = Rows(FieldRow, _key, spacing=6)
        self.kept = WrappedLabel(role="small", token="ink2")
        self.refusal = WrappedLabel(token="warn")
        self.make_one = Primary(_("Make them one"), "arrows-in-line-horizontal", tip=_("Make them one (Ctrl+Enter)"))
        self.keep_two = Second(_("These are two"), tip=_("Do not ask again (Ctrl+D)"))
        self.note = Small(_("Both come back whole with Undo."))
        self._lay_out()
        self.make_one.clicked.connect(self._make_one)
        self.keep_two.clicked.connect(self.two_wanted)
        for keys, slot in (("Ctrl+Return", self.make_one.click), ("Ctrl+Enter", self.make_one.click),
                           ("Ctrl+D", self.keep_two.click)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _lay_out(self) -> None:
        cards, buttons = QHBoxLayout(), QHBoxLayout()
        cards.setSpacing(GAP)
        cards.addSpacing(LABEL)
        for card in self.sides:
            cards.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        cards.addStretch()
        buttons.setSpacing(10)
        for widget in (self.make_one, self.keep_two, self.note):
            buttons.addWidget(widget)
        buttons.addStretch()
        self.body.addWidget(self.title)
        self.body.addWidget(self.reasons)
        self.body.addSpacing(8)
        self.body.addLayout(cards)
        self.body.addSpacing(8)
        for part in (self.differ, self.fields, self.kept, self.refusal):
            self.body.addWidget(part)
        self.body.addSpacing(8)
        self.body.addLayout(buttons)
        self.body.addStretch()

    def show_pair(self, pair: Pair) -> None:
        """Put a pair side by side; where they can no longer be one, the reason stands there."""
        self.title.setText(_("One person or two?") if pair.noun == PERSON else _("One customer or two?"))
        self.reasons.setText(joined(list(pair.reasons)))
        try:
            self.found, words = comparing.compare(pair.noun, pair.one, pair.other), ""
        except Refused as refused:
            self.found, words = None, str(refused)
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        fields = [field for field in self.found.fields if field.open] if self.found else []
        self._show_kept([field for field in self.found.fields if not field.open] if self.found else [])
        self.differ.set_texts(_("Where they differ"), _("choose which is right; the other is kept beside it"))
        self.differ.setVisible(bool(fields))
        self.fields.show_records(fields)
        for button in (self.make_one, self.keep_two):
            button.setEnabled(self.found is not None)
        if self.found:
            for card, side in zip(self.sides, self.found.sides, strict=True):
                card.show_side(side, pair.noun)

    def _show_kept(self, fields: list[Field]) -> None:
        """What only one of the two has, in one quiet line."""
        told = joined([_("{field} “{value}”").format(
            field=field.label, value=" ".join(field.values[field.suggested].split())) for field in fields])
        self.kept.setText(_("Only one of them has these, and they stay: {fields}.").format(fields=told) if told else "")
        self.kept.setVisible(bool(told))

    def choices(self) -> dict[str, int]:
        """Whose value was chosen for each field."""
        return dict(row.choice() for row in self.fields.in_order() if isinstance(row, FieldRow))

    def _make_one(self) -> None:
        self.one_wanted.emit(self.choices())


class SideCard(Card):
    """One of the two: face, name, how to reach them, and how much hangs on them."""

    def __init__(self) -> None:
        super().__init__(margins=QSize(12, 10))
        self.setFixedWidth(COLUMN)
        self.avatar = Avatar("", 36)
        self.avatar.setFixedSize(36, 36)
        self.name, self.people = ElidedLabel(role="strong"), Small()
        self.ways = WrappedLabel(role="small", token="ink2", column=COLUMN - 24)
        self.counts = WrappedLabel(role="small", column=COLUMN - 24)
        top, words = QHBoxLayout(), QVBoxLayout()
        top.setSpacing(10)
        words.setSpacing(1)
        for label in (self.name, self.people):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)     # the shorter cuts neither
            words.addWidget(label)
        top.addWidget(self.avatar)
        top.addLayout(words, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.ways)
        self.body.addWidget(self.counts)

    def show_side(self, side: Side, noun: str) -> None:
        """Show one of the two."""
        business = side.kind == "business"
        self.avatar.show_person(side.name, photos.face(side.photo), business=business)
        self.name.setText(side.name)
        self.people.setText((_("at {customers}") if noun == PERSON else "{customers}").format(
            customers=joined(side.people)) if side.people else "")
        self.people.setVisible(bool(side.people))
        self.ways.setText("\n".join(side.ways))
        self.ways.setVisible(bool(side.ways))
        self.counts.setText(hanging(side))
        self.setAccessibleName(", ".join([side.name, *side.ways, self.counts.text()]))


def hanging(side: Side) -> str:
    """How much hangs on one of them: "3 visits, 2 details"."""
    counted = [
        (side.touches, ngettext("{n} visit or call", "{n} visits and calls", side.touches)),
        (side.details, ngettext("{n} detail", "{n} details", side.details)),
        (side.jobs, ngettext("{n} job", "{n} jobs", side.jobs)),
        (side.followups, ngettext("{n} follow-up", "{n} follow-ups", side.followups))]
    return ", ".join(words.format(n=n) for n, words in counted if n) or _("Nothing hangs on it")


class Sided(OneOf):
    """Two pills in the columns of the two; what is too long ends in dots and is whole in the tool tip."""

    gap = GAP

    def made(self, word: str, hint: str) -> Choice:
        shown = word or _("nothing")
        room = COLUMN - 52
        elided = QFontMetricsF(theme.font("strong")).elidedText(" ".join(shown.split()), Qt.TextElideMode.ElideRight,
                                                                 room)
        pill = super().made(elided, hint)
        pill.setFixedWidth(COLUMN)
        pill.setAccessibleName(shown)
        if elided != shown:
            pill.setToolTip(shown)
        return pill


class FieldRow(QWidget):
    """A field's word, and both values to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self.field: Field | None = None
        self.word = Small()
        self.word.setFixedWidth(LABEL)
        self.values: OneOf | None = None
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(0)
        self.line.addWidget(self.word)
        self.line.addStretch()

    def show_record(self, field: Field) -> None:
        """Show a field; the choice of the same values stays."""
        if field == self.field:
            return
        self.field = field
        self.word.setText(field.label)
        if self.values is not None:
            self.values.deleteLater()
        self.values = Sided([(ONE, field.values[ONE]), (OTHER, field.values[OTHER])], field.suggested,
                            name=field.label)
        self.line.insertWidget(1, self.values)
        self.setFocusProxy(self.values)

    def choice(self) -> tuple[str, int]:
        """The field, and whose value was chosen."""
        assert self.field is not None and self.values is not None   # shown by `Rows`, which shows a record first
        return self.field.key, int(self.values.value() == OTHER)


def _key(field: Field) -> str:
    return field.key
