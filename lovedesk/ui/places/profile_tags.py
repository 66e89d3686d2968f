"""The tags of a customer on the profile's head: chips that can be taken off, and a plus that asks for one more."""

from __future__ import annotations

from PySide6.QtCore import Qt

from lovedesk.shop import tags
from lovedesk.shop.tags import TagRow
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.tab_order import put_in_order
from lovedesk.ui.parts.tag_line import TagLine
from lovedesk.ui.place import Place
from lovedesk.words import _


class ProfileTags(Flow):
    """Chips "#north", each removable; the plus opens a line with the tags that are there."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.shown: list[TagRow] = []
        self.chips: list[Chip] = []
        self.plus = Chip(_("Tag"), "plus", pressable=True)
        self.plus.setAccessibleName(_("Put a tag on"))
        self.line = TagLine(name=_("Tag"), placeholder=_("a word, like “north”"))
        self.line.setMaximumWidth(200)
        self.plus.clicked.connect(self.ask)
        self.line.entered.connect(self._entered)
        self.line.given_up.connect(self._leave)

    def show_tags(self, customer: int) -> None:
        """Show the tags of a customer; a line that is being typed in stays with its customer."""
        found = tags.of(customer)
        if customer == self.customer and found == self.shown:
            return
        if customer != self.customer:
            self.line.hide()
        self.customer, self.shown = customer, found
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(f"#{tag.name}", removable=True, tone="accent") for tag in found]
        for number, chip in enumerate(self.chips):
            chip.setObjectName(str(number))
            chip.removed.connect(self._removed)
        self._arrange()

    def _arrange(self) -> None:
        last = self.plus if self.line.isHidden() else self.line
        self.show_widgets([*self.chips, last])
        put_in_order(*self.chips, last)

    def ask(self) -> None:
        """Ask for a tag."""
        self.line.setParent(self)
        self.line.open_up()
        self._arrange()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self, word: str) -> None:
        with self.place.act("customer.tag", field=self.line):
            tags.add([self.customer], word)
        if self.line.refusal is None:
            self._leave()

    def _leave(self) -> None:
        self.line.hide()
        self._arrange()
        self.plus.setFocus(Qt.FocusReason.TabFocusReason)

    def _removed(self) -> None:
        tag = self.shown[int(self.sender().objectName())]
        with self.place.act("customer.untag", words=_("Tag #{tag} taken off").format(tag=tag.name)):
            tags.take_off([self.customer], tag.id)
        self.plus.setFocus(Qt.FocusReason.OtherFocusReason)
