"""The door of the palette: what can be done wherever one is, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lovedesk.shop import checklists, shops
from lovedesk.ui.palette import Palette
from lovedesk.ui.palette_rows import Going
from lovedesk.ui.place import Go
from lovedesk.words import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from lovedesk.ui.window import Window

REMEMBERED = 20
PAIR = 2
LOOK = "look"


class Goto(QObject):
    """Opens the palette over a window and goes where it says."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.palette = Palette(window, window.floor)
        self.palette.went.connect(self._go)
        self.palette.sheet_wanted.connect(self._sheet)

    def open(self) -> None:
        """Open it, with all commands; a second time it closes."""
        if self.palette.isVisible():
            self.palette.close_up()
            return
        self.palette.begin([*self._places(), *self._handing_over(), *self._menu(), *self._checklists()])

    def _places(self) -> list[Going]:
        places = [
            (_("Today"), "sun-horizon", "today", "Ctrl+1"), (_("Customers"), "users", "customers", "Ctrl+2"),
            (_("Calendar"), "calendar-blank", "calendar", "Ctrl+3"),
            (_("Checklists"), "check-square-offset", "checklists", "Ctrl+4"),
            (_("Add in one line"), "plus", "quickadd", "Ctrl+N"),
            (_("Paper: sheets, day pack, week, calls"), "printer", "paper", ""),
            (_("Whom to be in touch with"), "repeat", "intouch", ""),
            (_("Touches over the year"), "smiley", "good_times", ""),
            (_("Catch up with what fell due"), "clock-counter-clockwise", "catchup", ""),
        ]
        looking = _("Show private lines again") if self.window.settings.looking else _("Someone is looking")
        also = {"good_times": _("good times")}
        found = [Going(name, also.get(place, ""), icon, _("Enter goes there"), Go(place), key=key)
                 for name, icon, place, key in places]
        return [*found, Going(looking, "", "eye", _("Enter hides private lines or shows them"), command=LOOK, key="F8")]

    def _checklists(self) -> list[Going]:
        return [Going(template.title, _("Checklist"), "check-square-offset", _("Enter goes there"),
                      Go("checklists", checklists.number(template.key))) for template in checklists.all()]

    def _handing_over(self) -> list[Going]:
        """A day of each of us to the other, where there are two."""
        keepers = shops.keepers()
        return [Going(_("Hand {giver}’s day to {taker}").format(giver=giver.name, taker=taker.name), "",
                      "arrow-right", _("Enter asks which day"), Go("handover", giver.id))
                for giver, taker in (keepers, keepers[::-1])] if len(keepers) == PAIR else []

    def _menu(self) -> list[Going]:
        """All that the menu offers besides, by its own words."""
        places = {place.name for place in self._places()}
        return [Going(action.text().replace("&", ""), "", "dots-three", _("Enter does it"), command=action.text(),
                      key=action.shortcut().toString())
                for action in self._actions() if action.text().replace("&", "") not in places]

    def _actions(self) -> list[QAction]:
        return [action for action in self.window.actions()
                if action.text() and action.isVisible() and action.isEnabled() and action.menu() is None]

    def _go(self, going: Going) -> None:
        if going.go is not None:
            self.window.go(going.go)
        if going.command == "plan":
            self.window.plan_with_open_customer()
        elif going.command == "over":
            self._hand_over()
        elif going.command == LOOK:
            self.window.look_or_not()
        elif going.command:
            action = next((action for action in self._actions() if action.text() == going.command), None)
            if action is not None:
                action.trigger()

    def _hand_over(self) -> None:
        """Ask who of us looks after the customer that is shown from now on."""
        from lovedesk.ui.places.customers import Customers  # as all places: when it is wanted

        customers = self.window.pages.get("customers")
        if isinstance(customers, Customers):
            customers.profile.head.choose_keeper()

    def _sheet(self, visit: int) -> None:
        self.window.go(Go("visit", visit))


def remembered(recent: list[int], customer: int) -> list[int]:
    """The customers seen last, with one more at the front."""
    return [customer, *(other for other in recent if other != customer)][:REMEMBERED]
