"""What the prep sheet's bands are made of: people, days, headings of sections, and what is made once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from lovedesk.sheets.blocks import Block, under_heading
from lovedesk.sheets.fonts import BODY, PERSON, SPOKEN, STRONG
from lovedesk.sheets.text import Text, baseline, width_of
from lovedesk.shop.sheet_records import Meet, Thing
from lovedesk.words import _, date_short, ngettext

Made = TypeVar("Made")


class Keeps(Protocol):
    """A layout that keeps what it has made."""

    made: dict[tuple[Any, ...], Any]


def once(make: Callable[..., Made]) -> Callable[..., Made]:
    """What a layout makes of the same is made once: while it finds what fits, it asks often."""

    def made(layout: Keeps, *given: object) -> Made:
        key = (make, *given)
        if key not in layout.made:
            layout.made[key] = make(layout, *given)
        found: Made = layout.made[key]
        return found

    return made


def under_headings(items: Sequence[Thing], rows: list[Block], width: float) -> list[Block]:
    """The rows, the first of each section below its heading."""
    before = [""] + [item.section for item in items]
    return [under_heading(item.section, row, width) if item.section and item.section != above else row
            for item, row, above in zip(items, rows, before, strict=False)]


def person_row(person: Meet, width: float) -> Block:
    """Someone to meet: their name and how to say it, what they do and how to reach them."""
    say = _("say “{sound}”").format(sound=person.say) if person.say else ""
    beside_name = width_of(person.name, PERSON) + 50 + width_of(say, SPOKEN) <= width
    name = Text(person.name, PERSON, width, 1 if beside_name else 2)
    block = Block().put(name)
    if say and beside_name:
        block.put(Text(say, SPOKEN, width - name.width - 49), name.width + 50, baseline(PERSON) - baseline(SPOKEN))
    elif say:
        block.put(Text(say, SPOKEN, width, 3), 0, block.height)
    reach = person.role or person.ways
    if person.role and person.ways:
        reach = _("{role}. {ways}").format(role=person.role, ways=person.ways)
    return block.put(Text(reach, BODY, width, 3), 0, block.height) if reach else block


@lru_cache(maxsize=500)
def day_said(day: dt.date, visit: dt.date) -> str:
    """A day in words, once: they are asked for with each fitting."""
    return date_short(day, visit)


def more_on_screen(count: int) -> str:
    """What is said of rows that had to be left out."""
    return ngettext("{n} more on screen", "{n} more on screen", count).format(n=count) if count > 0 else ""


def label_width(labels: list[str], least: float, most: float) -> float:
    """The width of the widest label, within reason."""
    return min(max(least, *(width_of(label[:60], STRONG) + 1 for label in labels)), most) if labels else least
