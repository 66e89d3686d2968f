"""Mine, ours, theirs: which of the two of us a page shows. One choice for the whole window, remembered."""

from __future__ import annotations

from lovedesk.settings import Settings
from lovedesk.shop import shops
from lovedesk.ui.parts.segments import Segments
from lovedesk.words import _

MINE, OURS, THEIRS = "mine", "ours", "theirs"


def wanted(settings: Settings) -> int | None:
    """Whose things are shown, with what is no one's; None for everyone's, and where one person runs the shop."""
    keepers = [keeper.id for keeper in shops.keepers()]
    if len(keepers) < 2 or settings.whose not in {MINE, THEIRS}:
        return None
    mine = settings.whose == MINE
    return next((keeper for keeper in keepers if (keeper == settings.keeper) == mine), None)


class Whose(Segments):
    """Shows the choice where there are two of us; `chosen` tells that it changed, and it is kept already."""

    def __init__(self, settings: Settings) -> None:
        super().__init__([(MINE, _("Mine")), (OURS, _("Ours")), (THEIRS, _("Theirs"))], OURS, name=_("Whose"))
        self.settings = settings
        self.chosen.connect(self._keep)

    def refresh(self) -> None:
        """Show what is chosen; hidden where one person runs the shop."""
        keepers = shops.keepers()
        other = next((keeper.name for keeper in keepers if keeper.id != self.settings.keeper), "")
        self.buttons[THEIRS].setToolTip(other)
        self.choose(self.settings.whose)
        self.setVisible(len(keepers) > 1)

    def _keep(self, whose: object) -> None:
        self.settings.whose = str(whose)
