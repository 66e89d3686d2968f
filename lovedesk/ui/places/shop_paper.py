"""What stands on all papers of the shop: its promise at their foot; and the way to what goes on each (practice F5)."""

from __future__ import annotations

from lovedesk.shop import sheet_choices
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.tick import Setting
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places.shop_section import ShopSection
from lovedesk.words import _


class ShopPaper(ShopSection):
    """The foot, and a link to the papers."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, _("Paper"),
                         _("What goes on a sheet is chosen beside it, and remembered for its occasion."))
        self.foot = Setting(_("The shop’s promise stands at the foot of its papers"))
        self.look = Link(_("Choose what goes on the sheets"), "file-text")
        self.body.addWidget(self.foot)
        self.body.addWidget(self.look)
        self.foot.clicked.connect(self._foot_chosen)
        self.look.clicked.connect(self._look)

    def refresh(self) -> None:
        self.foot.setChecked(sheet_choices.has_foot())

    def _foot_chosen(self, on: bool) -> None:
        with self.place.act("shop.set_foot"):
            sheet_choices.set_foot(shown=on)

    def _look(self) -> None:
        self.place.go.emit(Go("paper"))
