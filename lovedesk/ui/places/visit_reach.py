"""How to reach those of a visit, beside its head: the number, the place, or the letter and the e-mail to write."""

from __future__ import annotations

from lovedesk.shop import reaching
from lovedesk.shop.visits import VisitPage
from lovedesk.ui import reach
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.reach_chip import ReachChip
from lovedesk.ui.place import Place
from lovedesk.ui.reach import Way

_WANTED = {"call": ("phone",), "video": ("phone", "email"), "message": ("phone",), "email": ("email",),
           "letter": ("letter",), "visit": ("address", "phone"), "delivery": ("address", "phone"),
           "bill": ("letter", "email")}
MOST = 3        # ways that stand there; all of them stand on the profile


class VisitReach(Flow):
    """The ways that suit how we are in touch this time."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.reach = reach.of(place)
        self.chips: list[ReachChip] = []

    def show_page(self, page: VisitPage) -> None:
        """Show them for a visit with one customer that is still to come; else nothing."""
        found = _ways(page)[:MOST]
        while len(self.chips) < len(found):
            self.chips.append(ReachChip(self.reach))
        for chip, way in zip(self.chips, found, strict=False):
            chip.show_way(way)
        self.show_widgets(self.chips[:len(found)])
        self.setVisible(bool(found))


def _ways(page: VisitPage) -> list[Way]:
    if page.done_at or page.cancelled_at or len(page.customers) != 1:
        return []
    customer, met = page.customers[0].id, [person.id for person in page.people]
    found = []
    for kind in _WANTED.get(page.channel, ()):
        if kind == "address" and page.place:
            found.append(Way(kind, page.place, customer))
            continue
        for way in reaching.ways(customer, met, "address" if kind == "letter" else kind)[:2]:
            theirs = way.person or (met[0] if met and kind in {"letter", "email"} else None)
            closes = {"phone": "call", "email": "email", "letter": "letter"}.get(kind) == page.channel
            found.append(Way(kind, way.value, customer, theirs, page.occasion, page.id if closes else 0))
    return found
