"""What was learned long ago asks whether it is still true, a few at a time, and never what cannot change (A1, A2)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import topics
from lovedesk.shop.details import NOTE
from lovedesk.shop.heads import all_of, people_of
from lovedesk.shop.reminding import is_with_us
from lovedesk.shop.tables import rows

AFTER = 365         # days without a word
AT_ONCE = 3


class Doubtful(NamedTuple):
    """A detail that nobody has confirmed for a year; `known` is the day when it was last known to be so."""

    id: int
    whose: str
    topic: str
    text: str
    known: dt.date


def doubtful(customer: int, today: dt.date, *, keeper: int | None = None, count: int = AT_ONCE) -> list[Doubtful]:
    """The details of a customer that ask to be confirmed, the oldest first."""
    lasting = [topic.slug for topic in topics.by_key().values() if topic.lasts] + [NOTE]
    marks = ", ".join("?" * len(lasting))
    found = rows(
        f"""select d.id, coalesce(p.name, ''), d.topic, d.text, coalesce(d.confirmed_on, d.learned_on) as known
            from detail d left join head w on w.id = d.person_id left join person p on p.id = w.head
            where d.state = 'live' and d.superseded_by_id is null and d.day is null and known < ?2
              and (d.seen_by <> 'me' or d.keeper_id is null or d.keeper_id = ?3)
              and coalesce(p.gone, '') = '' and {is_with_us("?1")}
              and (d.customer_id in {all_of("?1")} or d.person_id in {people_of("?1")})
              and d.topic not in ({marks})
            order by known, d.id limit ?{4 + len(lasting)}""",
        customer, (today - dt.timedelta(AFTER)).isoformat(), keeper, *lasting, count)
    return [Doubtful._make((*row[:4], dt.date.fromisoformat(row[4]))) for row in found]
