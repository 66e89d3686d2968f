"""The customers of a visit as chips: one more is found while typing, one less goes by its cross or Backspace."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop.visits import Host
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.place import Place
from lovedesk.ui.places.calendar_who import WhoLine
from lovedesk.words import _

FIELD = 260


class HostChip(Chip):
    """A customer; `taken_away` tells whom."""

    taken_away = Signal(object)

    def __init__(self, host: Host) -> None:
        super().__init__(host.name, "storefront" if host.kind == "business" else "user", removable=True, height=26)
        self.host = host.id
        self.removed.connect(self._remove)

    def _remove(self) -> None:
        self.taken_away.emit(self.host)


class Hosts(QWidget):
    """Shows whom it is with; `added` and `removed` tell a customer's id."""

    added = Signal(object)
    removed = Signal(object)

    def __init__(self, place: Place, words: str = "") -> None:
        super().__init__()
        self.chips: dict[int, HostChip] = {}
        self.flow = Flow()
        self.line = WhoLine(place, name=_("With one customer more"), placeholder=_("one customer more"))
        self.line.setFixedWidth(FIELD)
        below = QHBoxLayout()
        below.addWidget(self.line)
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.words = Small(words)
        column.addWidget(self.words)
        column.addWidget(self.flow)
        column.addLayout(below)
        self.line.chosen.connect(self._chosen)
        self.line.entered.connect(self._entered)

    def show_hosts(self, hosts: list[Host]) -> None:
        """Show these; what is being typed stays."""
        for host in hosts:
            if host.id not in self.chips:
                chip = self.chips[host.id] = HostChip(host)
                chip.taken_away.connect(self._remove)
            self.chips[host.id].setText(host.name)
        chips = [self.chips[host.id] for host in hosts]
        if any(chip.hasFocus() for chip in self.chips.values() if chip not in chips):
            self.line.setFocus()
        self.flow.show_widgets(chips)
        self.flow.setVisible(bool(chips))
        self.words.setVisible(bool(chips and self.words.text()))

    def _entered(self, _text: str) -> None:
        self.line.take()

    def _chosen(self, customer: int | None) -> None:
        if customer is not None:
            self.line.show_customer(None)
            self.added.emit(customer)

    def _remove(self, customer: int) -> None:
        self.removed.emit(customer)
