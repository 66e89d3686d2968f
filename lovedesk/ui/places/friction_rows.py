"""The lines of the place of frictions: what makes it hard, whom, since when, and the customers to open."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop.frictions import Shared, Sharer
from lovedesk.ui.parts.buttons import Link, Second
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Small, WrappedLabel
from lovedesk.ui.place import Go, Place
from lovedesk.words import _, month_title, ngettext

FEW, MANY = 12, 200      # names that are shown, and when more are asked for


class Named(NamedTuple):
    """A customer to open, and a quiet word beside the name."""

    id: int
    name: str
    aside: str = ""


class CustomerChip(Chip):
    """A customer, opened when it is pressed."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__("", pressable=True)
        self.customer = 0
        self.clicked.connect(self._pressed)

    def _pressed(self) -> None:
        self.opened.emit(self.customer)


class Names(QWidget):
    """Customers by name, each of which opens its page; of many the first few, then more."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.named: list[Named] = []
        self.chips: list[CustomerChip] = []
        self.flow = Flow()
        self.more = Link("")
        self.count = FEW
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.flow)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._show_more)

    def show_names(self, named: list[Named]) -> None:
        """Show these customers."""
        self.named = named
        shown = named[:self.count]
        while len(self.chips) < len(shown):
            self.chips.append(CustomerChip())
            self.chips[-1].opened.connect(self._open)
        for chip, one in zip(self.chips, shown, strict=False):
            chip.setText(_("{name}, {aside}").format(name=one.name, aside=one.aside) if one.aside else one.name)
            chip.setAccessibleName(chip.text())
            chip.customer = one.id
        self.flow.show_widgets(self.chips[:len(shown)])
        rest = min(len(named), MANY) - len(shown)
        self.more.setText(ngettext("and {n} more", "and {n} more", rest).format(n=rest))
        self.more.setVisible(rest > 0)

    def _show_more(self) -> None:
        self.count = MANY
        self.show_names(self.named)
        self.chips[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, customer: int) -> None:
        self.place.go.emit(Go("customers", customer))


class FrictionRow(Card):
    """A friction: its words, for how many and since when, and who they are. `mend_wanted(friction)`."""

    mend_wanted = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__(margins=QSize(16, 12))
        self.friction: Shared | None = None
        self.text = WrappedLabel("", role="strong", column=600)
        self.count, self.since = Small(), Small(token="ink3")
        self.mend = Second(_("Mended for all"))
        self.names = Names(place)
        self.rest = self.names.more
        head, words, second = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        second.setSpacing(12)
        second.addWidget(self.count)
        second.addWidget(self.since)
        second.addStretch(1)
        words.addWidget(self.text)
        words.addLayout(second)
        head.addLayout(words, 1)
        head.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.names)
        self.mend.clicked.connect(self._want)

    def show_record(self, friction: Shared) -> None:
        """Show a friction."""
        self.friction = friction
        self.text.setText(friction.text)
        self.count.setText(_for_whom(friction))
        self.since.setText(_when(friction))
        self.mend.setVisible(friction.is_hard)
        self.mend.setText(_("Mended for all") if friction.open else _("Mended"))
        self.mend.setAccessibleName(
            (_("Mended for all: {friction}") if friction.open else _("Mended: {friction}")).format(
                friction=friction.text))
        told_apart = 0 < friction.open < len(friction.customers)
        self.names.show_names([_named(sharer, told_apart=told_apart) for sharer in friction.customers])

    def _want(self) -> None:
        self.mend_wanted.emit(self.friction)


def _named(sharer: Sharer, *, told_apart: bool) -> Named:
    return Named(sharer.id, sharer.name, _("mended") if sharer.mended and told_apart else "")


def _for_whom(friction: Shared) -> str:
    """For how many it is hard, and was; and whether we found it ourselves."""
    if friction.own is None:
        return _for_how_many(friction)
    ours = _("found on our own path") if not friction.own.mended else _("found on our own path, mended")
    return _("{ours}; {hard}").format(ours=ours, hard=_for_how_many(friction)) if friction.customers else ours


def _for_how_many(friction: Shared) -> str:
    mended = len(friction.customers) - friction.open
    was = ngettext("mended for {n} customer", "mended for {n} customers", mended).format(n=mended)
    if not friction.open:
        return was
    hard = ngettext("hard for {n} customer", "hard for {n} customers", friction.open).format(n=friction.open)
    return _("{hard}, {mended}").format(hard=hard, mended=was) if mended else hard


def _when(friction: Shared) -> str:
    """Since when it is hard, or when it was mended."""
    if friction.is_hard:
        return _("since {month}").format(month=month_title(friction.since)) if friction.since else ""
    return month_title(friction.mended_on) if friction.mended_on else ""
