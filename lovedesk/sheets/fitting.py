"""What of a visit stands on its one page: by weight, whole rows, and never at the cost of the sketch."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Shown(NamedTuple):
    """How many of each stand on the page; of the last touch, how many of its steps of lines; and of all questions
    together, how many lines to write on: a question without one is still asked."""

    meet: int = 0
    owed: int = 0
    last: int = 0
    near: int = 0
    ask: int = 0
    lines: int = 0
    rows: int = 0
    know: int = 0
    easy: int = 0


LINES_EACH = 2          # to write on, below a question
MOST = Shown(meet=6, ask=16, owed=8, last=3, near=6, lines=32, rows=14, easy=6, know=12)
LAST_LINES = (0, 3, 6, 10)
# The heaviest first: each may grow to so many while the page has room, then comes the next step. What is asked, what
# was promised, the last time and days near go before lines to write on, and those before older details.
BY_WEIGHT = (
    Shown(meet=1, owed=2, last=1, near=1, ask=16, easy=1),
    Shown(meet=2, owed=3, last=1, near=2, ask=16, lines=1, rows=3, easy=2, know=2),
    Shown(meet=2, owed=4, last=2, near=3, ask=16, lines=2, rows=5, easy=3, know=4),
    Shown(meet=3, owed=5, last=2, near=3, ask=16, lines=5, rows=8, easy=4, know=4),
    Shown(meet=4, owed=6, last=3, near=4, ask=16, lines=8, rows=10, easy=4, know=6),
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
