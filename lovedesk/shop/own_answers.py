"""What was answered on our own path: each answer becomes a friction of the shop's own, which follows it (C4)."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop.builtin import OWN_PATH
from lovedesk.shop.care_lines import TEXT_LIMIT
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold, tidy_line
from lovedesk.shop.putting import put
from lovedesk.shop.tables import TRASHED, Friction, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _

NOTHING = frozenset({"", "nothing", "nothing at all", "nothing was", "no", "none", "n/a", "-", "fine", "ok"})
_ANSWERS = f"""
    select i.id, case i.state when '{LIVE}' then i.answer else '' end, t.id, t.start, t.done_at
    from touchpoint_item i join touchpoint t on t.id = i.touchpoint_id
    where t.checklist = '{OWN_PATH}' and t.done_at is not null and i.kind = 'ask'
      and not exists (select 1 from touchpoint_customer l where l.touchpoint_id = t.id and l.state = '{LIVE}') and """


def keep(touchpoint: int) -> None:
    """Make each answer of a finished walk a friction, or bring the one made before up to it."""
    _keep("t.id = ?", touchpoint)


def follow(item: int) -> None:
    """The same for one answer that was changed after the walk was finished."""
    _keep("i.id = ?", item)


def _keep(where: str, row: int) -> None:
    nothing = NOTHING | {fold(_("nothing"))}
    for item, answer, touchpoint, start, done_at in rows(_ANSWERS + where, row):
        friction, text = id_of("friction", item), tidy_line(answer)
        if fold(text).rstrip(".! ") in nothing:
            Friction.update(state=TRASHED).where(Friction.id == friction, Friction.state == LIVE).execute()
        else:
            put(Friction, friction, customer=None, text=text[:TEXT_LIMIT], touchpoint=touchpoint,
                noticed_on=dt.date.fromisoformat(min(start or done_at, done_at)[:10]))
