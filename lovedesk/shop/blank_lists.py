"""A checklist on paper without anybody's name: boxes to tick and lines to write on, as often as one likes."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import builtin, checklists, prepsheets, sections, sheet_choices, shops
from lovedesk.shop.checklists import TemplateItem
from lovedesk.words import _


class BlankList(NamedTuple):
    """A checklist as it is printed: items, a topic's word with each, under headings of their own, or under
    what is to be done with them."""

    title: str
    about: str
    minutes: int
    parts: list[tuple[str, list[TemplateItem]]]
    day: dt.date
    shop: str
    motto: str
    sample: bool


def blank(key: str, *, today: dt.date) -> BlankList:
    """A checklist to print; Refused when it is not here."""
    template, shop = checklists.get(key), shops.about()
    items = sections.in_order(checklists.items(key))
    words = [template.about, builtin.occasion_label(template.occasion)]
    return BlankList(template.title, next((word for word in words if word), ""), template.minutes, _parts(items), today,
                     shop.name, sheet_choices.foot(), shop.sample)


def _parts(items: list[TemplateItem]) -> list[tuple[str, list[TemplateItem]]]:
    items = [item._replace(topic=prepsheets.topic_word(item.topic) if item.topic else "") for item in items]
    named = sections.names(items)
    loose = [item for item in items if not item.section]
    words = {"bring": _("Bring"), "tell": _("Tell"), "do": _("Do"), "ask": _("Ask")}
    found = [(words[kind], [item for item in loose if item.kind == kind]) for kind in checklists.KINDS]
    found += [(name, [item for item in items if item.section == name]) for name in named]
    return [(name, some) for name, some in found if some]
