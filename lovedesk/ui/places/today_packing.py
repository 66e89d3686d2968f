"""What to bring over the whole day, as one list to tick while the van is packed; tomorrow's once today's is over."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import packing
from lovedesk.shop.packing import Packed
from lovedesk.shop.todays import Today
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Place
from lovedesk.words import _, joined


class PackedTick(Tick):
    """A thing to pack: how many, what, and for whom."""

    packed = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__("")
        self.thing: Packed | None = None
        self.clicked.connect(self._told)

    def show_record(self, thing: Packed) -> None:
        """Show a thing."""
        self.thing = thing
        words = _("{many} × {thing}").format(many=thing.many, thing=thing.text) if thing.many > 1 else thing.text
        self.second = joined(thing.whose)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(_("{thing}, for {whom}").format(thing=words, whom=self.second))
        self.setChecked(thing.ticked)

    def _told(self, on: bool) -> None:
        self.packed.emit(self.thing, on)


class PackingList(QWidget):
    """Closed it says how much is packed; open it has a box for each thing."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.things: list[Packed] = []
        self.head = Section()
        self.open = Link(_("Show"))
        self.open.setCheckable(True)
        self.rows: Rows[Packed] = Rows(self._make, _key)
        top = QHBoxLayout()
        top.addWidget(self.head)
        top.addStretch(1)
        top.addWidget(self.open)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(top)
        whole.addWidget(self.rows)
        self.open.toggled.connect(self._show_body)

    def show_day(self, day: Today, keeper: int | None) -> None:
        """Show what is to be brought today, or tomorrow when there is nothing left for today."""
        self.things, title = packing.of(day.visits), _("To pack")
        if not self.things and day.tomorrow:
            tomorrow = self.place.desk.today() + dt.timedelta(1)
            self.things, title = packing.of_day(tomorrow, keeper=keeper), _("To pack for tomorrow")
        things = self.things
        packed = sum(thing.ticked for thing in things)
        self.head.set_texts(title, _("{packed} of {all} packed").format(packed=packed, all=len(things)))
        self.setVisible(bool(things))
        self.open.setVisible(not self.place.floor.settings.looking)
        self._show_body(self.open.isChecked() and not self.place.floor.settings.looking)

    def _show_body(self, on: bool) -> None:
        if on:
            self.rows.show_records(self.things)
        self.rows.setVisible(on)
        self.open.setText(_("Hide") if on else _("Show"))
        self.open.setAccessibleName(_("Hide the packing list") if on else _("Show the packing list"))

    def _make(self) -> PackedTick:
        tick = PackedTick()
        tick.packed.connect(self._tick)
        return tick

    def _tick(self, thing: Packed, on: bool) -> None:
        with self.place.act("item.tick"):
            packing.tick(thing, on, now=self.place.desk.now())


def _key(thing: Packed) -> tuple[tuple[int, int], ...]:
    return thing.items
