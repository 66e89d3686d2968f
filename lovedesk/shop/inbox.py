"""The inbox: lines that were not understood, kept until someone says what each is; none is ever lost."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import customers
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import tidy_line
from lovedesk.shop.instants import instant
from lovedesk.shop.tables import LIVE_CUSTOMER, TRASHED, InboxLine, rows
from lovedesk.words import _

TEXT_LIMIT = 20_000


class Line(NamedTuple):
    """A line that waits; `came_on` is the day that its "today" and "Tuesday" are counted from."""

    id: int
    text: str
    customer_id: int | None
    customer: str
    came_on: dt.date | None


def add(text: str, *, customer: int | None = None, on: dt.date | None = None) -> int:
    """Keep a line as it was typed, with its customer if one is known. Returns its id."""
    text = tidy_line(text)
    if not text:
        raise Refused(_("There is nothing in this line."))
    if len(text) > TEXT_LIMIT:
        raise Refused(_("This is too long for a line. Keep it as a paper with a visit."))
    if customer is not None:
        customers.get(customer)
    return int(InboxLine.create(text=text, customer=customer, came_on=on).id)


_OPEN = f"""from inbox_line i left join head h on h.id = i.customer_id
            left join customer c on c.id = h.head and {LIVE_CUSTOMER}
            where i.state = 'live' and i.settled_at is null"""


def lines() -> list[Line]:
    """The lines that wait, the oldest first."""
    return [Line(row[0], row[1], row[2], row[3], dt.date.fromisoformat(row[4]) if row[4] else None) for row in rows(
        f"select i.id, i.text, c.id, coalesce(c.name, ''), i.came_on {_OPEN} order by i.came_on, i.id")]


def get(line: int) -> Line | None:
    """One line that waits; None when it is settled or gone."""
    return next((found for found in lines() if found.id == line), None)


def _set(line: int, **values: object) -> None:
    if not InboxLine.update(values).where(InboxLine.id == line, InboxLine.state == LIVE).execute():
        raise Refused(_("This line is not here any more."))


def give(line: int, customer: int | None) -> None:
    """Say whom a line is about."""
    if customer is not None:
        customers.get(customer)
    _set(line, customer=customer)


def settle(line: int, *, now: dt.datetime) -> None:
    """It has become something else; it stays in the history."""
    _set(line, settled_at=instant(now))


def drop(line: int) -> None:
    """Put a line into the trash."""
    _set(line, state=TRASHED)
