"""What to bring over all visits of a day, as one list: like things counted together, with whom each is for (H1)."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import NamedTuple

from lovedesk.shop import items, occurrences, taking_up, timeline, touchpoints
from lovedesk.shop.folding import fold
from lovedesk.shop.tables import TouchpointItem, rows
from lovedesk.shop.timeline import Touch

_AMOUNT = re.compile(r"(\d{1,4})\s*[x×]\s+(?=\S)")       # "3 x hinge"; "4 mm drill" is one thing


class Packed(NamedTuple):
    """A thing to take along: how many, for whom in the order of the day, and whether all of them are packed."""

    text: str
    many: int
    whose: list[str]
    items: tuple[tuple[int, int], ...]      # each with its touchpoint, which may be a time of what repeats
    ticked: bool


def of_day(day: dt.date, *, keeper: int | None = None) -> list[Packed]:
    """What is to be brought to the touches of a day that are still ahead, in their order; of one keeper, or of all."""
    return of(timeline.of_day(day, keeper=keeper))


def of(touches: Iterable[Touch]) -> list[Packed]:
    """The same of these touches."""
    found: dict[str, Packed] = {}
    whose = {touch.id: touch.whom for touch in touches if not touch.done}
    for touchpoint, item, text, ticked in _bring(list(whose)):
        count, thing = _counted(text)
        key = fold(thing).rstrip(".! ")
        before = found.get(key, Packed(thing, 0, [], (), ticked=True))
        found[key] = Packed(before.text, before.many + count,
                            list(dict.fromkeys([*before.whose, *filter(None, [whose[touchpoint]])])),
                            (*before.items, (touchpoint, item)), before.ticked and ticked)
    return list(found.values())


def tick(packed: Packed, on: bool, *, now: dt.datetime) -> None:
    """Tick a thing as packed, at all whom it is for, or take the ticks away."""
    for touchpoint, item in packed.items:
        touchpoints.get(touchpoint)
        items.tick(item, on, now=now)


def _bring(whose: list[int]) -> list[tuple[int, int, str, bool]]:
    """What each brings, in the order of the touchpoints: touchpoint, item, words, whether it is ticked."""
    patterns = {touchpoint: time.series for touchpoint in whose if (time := occurrences.time_of(touchpoint))}
    found: dict[int, list[tuple[int, str, bool]]] = {}
    for owner, item, text, ticked in rows(
            """select touchpoint_id, id, text, ticked_at is not null from touchpoint_item
               where touchpoint_id in (select value from json_each(?)) and kind = 'bring' and state = 'live'
               order by position, id""", json.dumps([patterns.get(touchpoint, touchpoint) for touchpoint in whose])):
        found.setdefault(owner, []).append((item, text, bool(ticked)))
    return [(touchpoint, taking_up.copy_of(TouchpointItem, item, touchpoint) if touchpoint in patterns else item,
             text, ticked)
            for touchpoint in whose
            for item, text, ticked in found.get(patterns.get(touchpoint, touchpoint), ())]


def _counted(text: str) -> tuple[int, str]:
    """How many of what a line says."""
    amount = _AMOUNT.match(text)
    return (int(amount[1]), text[amount.end():]) if amount else (1, text)
