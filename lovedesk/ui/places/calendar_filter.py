"""What of the calendar is shown: whose, which kinds, of which tag; remembered on this laptop."""

from __future__ import annotations

from PySide6.QtCore import Signal

from lovedesk.shop import shops, sieves, tags
from lovedesk.shop.calendar_part import Part
from lovedesk.shop.sieves import Sieve
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.place import Place
from lovedesk.words import _


class CalendarFilter(Flow):
    """Chips for kinds, and whose and of which tag; `changed` when something else is wanted."""

    changed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.whose = Picker(name=_("Whose"))
        self.tag = Picker(name=_("Of customers with a tag"))
        self.chips: dict[str, SwitchChip] = {}
        without = place.floor.settings.sieve_without.split()
        for kind in sieves.kinds():
            chip = self.chips[kind.key] = SwitchChip(kind.label, kind.icon, on=kind.key not in without)
            chip.toggled.connect(self._chosen_other)
        self.all = Link(_("Show all"))
        self.all.clicked.connect(self.show_all)
        self.out = Link(_("Export this…"))
        self.out.setToolTip(_("What is shown here, of all days, as .ics for a phone or another calendar"))
        self.out.clicked.connect(self._export)
        self.whose.activated.connect(self._chosen_other)
        self.tag.activated.connect(self._chosen_other)
        self._arrange()

    def refresh(self) -> None:
        """Offer the keepers and tags that there are now."""
        settings = self.place.floor.settings
        self.whose.clear()
        self.whose.addItem(_("Everyone’s"), 0)
        keepers = shops.keepers()
        for keeper in sorted(keepers, key=lambda one: one.id != settings.keeper):
            self.whose.addItem(_("Mine") if keeper.id == settings.keeper else keeper.name, keeper.id)
        self.whose.setCurrentIndex(max(self.whose.findData(settings.sieve_keeper), 0))
        self.tag.clear()
        self.tag.addItem(_("Any tag"), 0)
        for tag in tags.all():
            self.tag.addItem(f"#{tag.name}", tag.id)
        self.tag.setCurrentIndex(max(self.tag.findData(settings.sieve_tag), 0))
        self._arrange()

    def sieve(self) -> Sieve:
        """What is wanted; a keeper or a tag that is not there any more leaves nothing out."""
        settings = self.place.floor.settings
        return Sieve(settings.sieve_keeper if self.whose.findData(settings.sieve_keeper) > 0 else None,
                     frozenset(settings.sieve_without.split()),
                     settings.sieve_tag if self.tag.findData(settings.sieve_tag) > 0 else None)

    def show_all(self) -> None:
        """Leave nothing out."""
        for chip in self.chips.values():
            chip.blockSignals(True)
            chip.setChecked(True)
            chip.blockSignals(False)
            chip.update()
        self.whose.setCurrentIndex(0)
        self.tag.setCurrentIndex(0)
        self._chosen_other()

    def _chosen_other(self) -> None:
        settings = self.place.floor.settings
        settings.sieve_without = " ".join(key for key, chip in self.chips.items() if not chip.isChecked())
        settings.sieve_keeper = int(self.whose.currentData() or 0)
        settings.sieve_tag = int(self.tag.currentData() or 0)
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        """One keeper alone needs no choice, and no tags none."""
        offered = [picker for picker, least in ((self.whose, 2), (self.tag, 1)) if picker.count() > least]
        every = [self.all] if self.sieve() != Sieve() else []
        self.show_widgets([*self.chips.values(), *offered, *every, self.out])

    def _export(self) -> None:
        from lovedesk.ui import exporting  # asked for rarely

        exporting.export_calendar(self.place, Part(self.sieve()), _("calendar"))
