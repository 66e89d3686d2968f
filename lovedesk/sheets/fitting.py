"""What of a visit stands on its one page: by weight, whole rows, and never at the cost of the sketch."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Shown(NamedTuple):
    """How many of each stand on the page; of the last touch, how many of its steps of lines."""

    meet: int = 0
    ask: int = 0
    owed: int = 0
    easy: int = 0
    last: int = 0
    rows: int = 0
    know: int = 0
    near: int = 0


MOST = Shown(meet=6, ask=6, owed=6, easy=6, last=3, rows=12, know=12, near=6)
LAST_LINES = (0, 3, 6, 10)
# The heaviest first: each may grow to so many while the page has room, then comes the next step. So older details
# are left out before the third question, and that before the first details and the second question.
BY_WEIGHT = (
    Shown(meet=1, ask=1, owed=1, easy=1, last=1, rows=2),
    Shown(meet=2, ask=1, owed=2, easy=2, last=1, rows=3, know=2, near=1),
    Shown(meet=2, ask=1, owed=3, easy=3, last=2, rows=5, know=3, near=3),
    Shown(meet=3, ask=2, owed=3, easy=4, last=2, rows=8, know=4, near=3),
    Shown(meet=4, ask=3, owed=4, easy=4, last=3, rows=8, know=6, near=4),
    MOST,
)


def fullest(there: Shown, fits: Callable[[Shown], bool]) -> Shown:
    """The most of what is there that fits: a whole step of weights, or of it field by field, row by row."""
    shown = Shown()
    for step in BY_WEIGHT:
        limits = Shown(*map(min, step, there))
        if fits(limits):
            shown = limits
            continue
        for field, limit in limits._asdict().items():
            while getattr(shown, field) < limit:
                more = shown._replace(**{field: getattr(shown, field) + 1})
                if not fits(more):
                    break
                shown = more
    return shown
