"""Days that a detail names: "the wedding", once, on the day itself (practice F3)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import reminding
from lovedesk.shop.tables import NOT_CUSTOMER, rows


class DetailDay(NamedTuple):
    """The day of a detail; `private` stays off paper."""

    id: int
    day: dt.date
    text: str
    customer_id: int
    customer: str
    person: str
    private: bool


def between(first: dt.date, last: dt.date, *, keeper: int | None = None) -> list[DetailDay]:
    """Those from the first to the last day of all who are with us, in order; what only one keeper may see, for them."""
    remembered = f"{reminding.CUSTOMER} and c.standing <> '{NOT_CUSTOMER}'"
    found = rows(
        f"""select d.id, d.day, d.text, c.id, c.name, coalesce(p.name, ''), d.seen_by <> 'paper'
            from detail d join head w on w.id = coalesce(d.customer_id, d.person_id)
              left join person p on p.id = w.head
              join customer c on c.id = iif(d.customer_id is null, (
                select c.id from head a join membership m on m.person_id = a.id and m.state = 'live'
                  join head h on h.id = m.customer_id join customer c on c.id = h.head and {remembered}
                where a.head = p.id order by m.id limit 1), w.head)
            where d.day is not null and d.day between ? and ? and d.state = 'live' and d.superseded_by_id is null
              and (d.seen_by <> 'me' or d.keeper_id = ?)
              and (d.person_id is null or {reminding.PERSON}) and {remembered}
            order by d.day, c.sort_name""", first, last, keeper)
    return [DetailDay(detail, dt.date.fromisoformat(day), text, customer, name, person, private=bool(private))
            for detail, day, text, customer, name, person, private in found]
