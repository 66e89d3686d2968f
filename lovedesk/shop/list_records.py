"""What stands on a printed list of customers: who they are, whom to ask for, how to reach them, the last touch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, shops
from lovedesk.shop.tables import rows
from lovedesk.words import _

PHONES = 2              # numbers of a customer that stand on a line
MOST = 2000             # customers on paper: 80 pages
_PAGE = 500


class ListLine(NamedTuple):
    """One customer on a printed list."""

    name: str
    people: str
    phones: tuple[str, ...]
    last: dt.date | None


class ListSheet(NamedTuple):
    """A printed list: its title, its terms in words, and its customers in order."""

    title: str
    terms: str
    day: dt.date
    lines: list[ListLine]
    shop: str
    motto: str
    sample: bool


def sheet(whom: Sequence[int], title: str, terms: str, *, now: dt.datetime) -> ListSheet:
    """The list of these customers, in their order; nothing private is on it."""
    if len(whom) > MOST:
        raise Refused(_("These are more than a list on paper holds. Narrow them first, or export them."))
    about = shops.about()
    lines: list[ListLine] = []
    for first in range(0, len(whom), _PAGE):
        some = list(whom[first:first + _PAGE])
        phones = _phones(some)
        lines += [ListLine(row.name, row.people if row.people != row.name else "",
                           tuple(phones.get(row.id, [])[:PHONES]), row.last) for row in customers.page(some, now)]
    return ListSheet(title, terms, now.date(), lines, about.name, about.motto, about.sample)


def _phones(whom: list[int]) -> dict[int, list[str]]:
    """The numbers of customers and of their people, the preferred ones first."""
    found: dict[int, list[str]] = {}
    marks = ", ".join(map(str, whom))
    for customer, value in rows(
            f"""select head, value from (
                  select h.head, n.value, n.preferred, 0 far, n.position, n.id from head h
                    join contact_point n on n.customer_id = h.id and n.kind = 'phone' and n.state = 'live'
                    where h.head in ({marks})
                  union all
                  select h.head, n.value, n.preferred, 1, n.position, n.id from head h
                    join membership m on m.customer_id = h.id and m.state = 'live'
                    join person p on p.id = m.person_id and p.state = 'live' and p.gone = ''
                    join contact_point n on n.person_id = p.id and n.kind = 'phone' and n.state = 'live'
                    where h.head in ({marks}))
                order by head, preferred desc, far, position, id"""):
        if value not in found.setdefault(customer, []):
            found[customer].append(value)
    return found
