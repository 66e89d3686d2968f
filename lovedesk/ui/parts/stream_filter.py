"""What of the timeline is shown: a chip for each kind that turns it on and off, whom it is about, and words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lovedesk.settings import Settings
from lovedesk.shop import stream
from lovedesk.shop.people import PersonRow
from lovedesk.shop.stream import Wanted
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.search_field import SearchField
from lovedesk.words import _

WIDE = 200      # of the field for words


class StreamFilter(Flow):
    """`changed` tells that something else is wanted; `wanted(keeper)` says what."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips: dict[str, SwitchChip] = {}
        for kind, icon, word in (
            (stream.TOUCH, "map-pin", _("In touch")), (stream.JOB, "armchair", _("Jobs")),
            (stream.DETAIL, "heart", _("Details")), (stream.AGREED, "handshake", _("Agreed and asked")),
            (stream.FOLLOWUP, "check", _("Follow-ups done")), (stream.CHANGE, "pencil-line", _("Changes")),
        ):
            chip = self.chips[kind] = SwitchChip(word, icon, on=kind in Wanted().kinds)
            chip.toggled.connect(self.changed)
        self.person = Picker(name=_("About whom"))
        self.person.currentIndexChanged.connect(self.changed)
        self.words = SearchField(_("Words"))
        self.words.setFixedWidth(WIDE)
        self.words.sought.connect(self._sought)
        self._arrange()

    def offer_people(self, people: list[PersonRow]) -> None:
        """Offer these to look for; one alone needs no choice."""
        chosen = self.person.currentData()
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem(_("Everyone"), None)
        for person in people:
            self.person.addItem(person.name, person.id)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0))
        self.person.blockSignals(False)
        self._arrange(whom=len(people) > 1)

    def _arrange(self, *, whom: bool = False) -> None:
        fields: list[QWidget] = [self.person, self.words] if whom else [self.words]
        self.show_widgets([*self.chips.values(), *fields])

    def wanted(self, settings: Settings) -> Wanted:
        """What is looked for, by who sits here and whether someone else is looking."""
        kinds = frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())
        return Wanted(kinds, self.person.currentData(), self.words.text(), settings.keeper or None, settings.looking)

    def _sought(self, _text: str) -> None:
        self.changed.emit()
