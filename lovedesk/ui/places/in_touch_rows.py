"""What the page of those to be in touch with has found, its rows, and what it says where a list is empty."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk import words
from lovedesk.shop import in_touch
from lovedesk.shop.good_times import Good
from lovedesk.shop.in_touch import Lists, Silent
from lovedesk.shop.tags import TagRow
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.recordlist import Row
from lovedesk.words import _


class Found(NamedTuple):
    """What was found aside, for the question of this number."""

    number: int
    lists: Lists
    goods: dict[int, Good]
    tags: list[TagRow]


class Line(NamedTuple):
    """Someone as a row; `good` comes with the first of a list."""

    id: int
    one: Silent
    good: Good | None
    today: dt.date

    def row(self) -> Row:
        """What the row shows."""
        late = self.one.past_limit(self.today)
        return Row(self.one.name, words.date_short(self.good.start.date(), self.today) if self.good else "",
                   in_touch.reason(self.one, self.today), "hourglass-medium" if late else "", "amber",
                   _("longer than the limit") if late else "", self.one.kind == "business")


def nobody() -> list[Empty]:
    """What stands in the place of each list while nobody is in it."""
    return [Empty(title, sentence) for title, sentence in (
        (_("In touch with everyone"), _("Say on a customer’s page or for a tag how often you wish to be in touch. "
                                        "Whoever was not seen for longer stands here.")),
        (_("Nobody has gone silent"), _("Whoever gives no sign for twice as long as is usual for them stands here, "
                                        "so that you notice in time.")),
        (_("Something is ahead with everyone"), _("A customer without a plan or a promise stands here.")))]
