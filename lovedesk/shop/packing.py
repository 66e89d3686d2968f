"""What to bring over all visits of a day, as one list: like things counted together, with whom each is for (H1)."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from lovedesk.shop import items, timeline
from lovedesk.shop.folding import fold
from lovedesk.shop.tables import rows

_AMOUNT = re.compile(r"(\d{1,4})\s*[x×]\s+(?=\S)")       # "3 x hinge"; "4 mm drill" is one thing


class Packed(NamedTuple):
    """A thing to take along: how many, for whom in the order of the day, and whether all of them are packed."""

    text: str
    many: int
    whose: list[str]
    items: tuple[int, ...]
    ticked: bool


def of_day(day: dt.date, *, keeper: int | None = None) -> list[Packed]:
    """What is to be brought to the touches of a day that are still ahead, in their order; of one keeper, or of all."""
    found: dict[str, Packed] = {}
    whose = {touch.id: touch.customer or touch.title for touch in timeline.of_day(day, keeper=keeper) if not touch.done}
    for touchpoint, item, text, ticked in _bring(list(whose)):
        count, thing = _counted(text)
        key = fold(thing).rstrip(".! ")
        before = found.get(key, Packed(thing, 0, [], (), ticked=True))
        found[key] = Packed(before.text, before.many + count,
                            list(dict.fromkeys([*before.whose, *filter(None, [whose[touchpoint]])])),
                            (*before.items, item), before.ticked and ticked)
    return list(found.values())


def tick(packed: Packed, on: bool, *, now: dt.datetime) -> None:
    """Tick a thing as packed, at all whom it is for, or take the ticks away."""
    for item in packed.items:
        items.tick(item, on, now=now)


def _bring(touchpoints: list[int]) -> list[tuple[int, int, str, bool]]:
    """What each brings, in the order of the touchpoints."""
    order = {touchpoint: n for n, touchpoint in enumerate(touchpoints)}
    found = rows(
        f"""select touchpoint_id, id, text, ticked_at is not null from touchpoint_item
            where touchpoint_id in ({", ".join("?" * len(touchpoints))}) and kind = 'bring' and state = 'live'
            order by position, id""", *touchpoints)
    return sorted(((row[0], row[1], row[2], bool(row[3])) for row in found), key=lambda row: order[row[0]])


def _counted(text: str) -> tuple[int, str]:
    """How many of what a line says."""
    amount = _AMOUNT.match(text)
    return (int(amount[1]), text[amount.end():]) if amount else (1, text)
