"""After one of what repeats was moved: whether the later ones, or all, are to be so too."""

from __future__ import annotations

from lovedesk.shop import series
from lovedesk.shop.months import FOLLOWUP
from lovedesk.ui.parts.which_ones import WhichOnes
from lovedesk.ui.place import Place
from lovedesk.ui.places.calendar_moves import Wish
from lovedesk.words import _


class OthersToo(WhichOnes):
    """A strip on a place; what was moved stays alone until it is answered."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.moved = 0
        self.chosen.connect(self._spread)

    def offer(self, wish: Wish) -> None:
        """Ask, if what was moved repeats."""
        entry = wish.entry
        if entry.series is None or not wish.is_new():
            self.hide()
            return
        self.moved = entry.id
        what = entry.title if entry.kind == FOLLOWUP else entry.whom
        self.ask(_("{what} repeats. This one was changed.").format(what=what))

    def _spread(self, which: str) -> None:
        if which != series.THIS:
            with self.place.act("series.change", words=_("The others are so too")):
                series.spread(self.moved, which)
