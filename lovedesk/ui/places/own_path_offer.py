"""The offer to walk our own path as a customer, twice a year: planned with one click, or left for half a year (C4)."""

from __future__ import annotations

from lovedesk.shop import own_path
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.strip import Strip
from lovedesk.ui.place import Go, Place
from lovedesk.words import _, date_long, month_title


class OwnPathOffer(Strip):
    """Seen while it is time. `quiet`: only once the shop has some visits behind it."""

    def __init__(self, place: Place, *, quiet: bool = False) -> None:
        super().__init__(_("Walk your own path as a customer"), icon="storefront", ground="pane")
        self.place = place
        self.quiet = quiet
        self.plan, self.later = Link(_("Plan it twice a year")), Link(_("Not now"))
        self.later.setAccessibleName(_("Not now: ask again in half a year"))
        self.add(self.plan)
        self.add(self.later)
        self.plan.clicked.connect(self._plan)
        self.later.clicked.connect(self._decline)
        self.hide()

    def refresh(self) -> None:
        """Show the offer when it is time."""
        self.show_walk(own_path.walk(self.place.desk.now()))

    def show_walk(self, walk: own_path.Walk) -> None:
        """The same, with what was asked aside."""
        self.setVisible(walk.ripe if self.quiet else walk.due)
        if walk.due:
            self.say(_("Walk your own path as a customer"),
                     _("Last in {month}. Call your own number, read your own bill.").format(
                         month=month_title(walk.last)) if walk.last else
                     _("Call your own number, read your own bill, and see where it is hard."))

    def _plan(self) -> None:
        day = own_path.good_day(self.place.desk.today())
        planned = 0
        with self.place.act("visit.plan", words=_("Planned for {day}, and every half a year").format(
                day=date_long(day))):
            planned = own_path.plan(day, keeper=self.place.floor.settings.keeper or None)
        if planned:
            self.place.go.emit(Go("visit", planned))

    def _decline(self) -> None:
        with self.place.act("visit.cancel", words=_("Asked again in half a year")):
            own_path.decline(self.place.desk.now())
