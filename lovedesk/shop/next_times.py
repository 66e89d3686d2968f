"""A touchpoint copied to its next time: the same people and the same list, and what was not answered yet."""

from __future__ import annotations

import datetime as dt

from lovedesk.mishaps import Refused
from lovedesk.shop import checklists, touchpoints, visits
from lovedesk.shop.tables import TouchpointItem, rows
from lovedesk.words import _


def copy(touchpoint: int, start: dt.datetime | None) -> int:
    """Plan the same once more; nothing is ticked there. Returns its id.

    Of its own questions those go along that are still open, of the checklist's all.
    """
    page = visits.page(touchpoint)
    if page is None:
        raise Refused(_("This visit is not here any more. Look in the trash."))
    made = touchpoints.plan(
        [host.id for host in page.customers], start, channel=page.channel, occasion=page.occasion, title=page.title,
        people=[person.id for person in page.people], minutes=page.minutes, keeper=page.keeper, days=page.days,
        place=page.place)
    touchpoints.keep_checklist(made, page.checklist)
    usual = {item.text for template in checklists.all() if page.checklist in {template.key, template.title}
             for item in checklists.items(template.key)}
    for row in rows(f"select {', '.join(_KEPT)}, answer from touchpoint_item where touchpoint_id = ? "
                    "and state = 'live' order by position, id", touchpoint):
        kept = dict(zip(_KEPT, row[:-1], strict=True))
        if kept["kind"] != "ask" or not row[-1] or kept["text"] in usual:
            TouchpointItem.create(touchpoint=made, **kept)
    return made


_KEPT = ("kind", "text", "topic", "required", "position", "section", "question", "answer_person_id")
