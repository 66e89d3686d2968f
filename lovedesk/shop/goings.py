"""Where one can go by a few letters: customers, people and visits, those seen last first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.shop import builtin, customers, discretion, search, timeline
from lovedesk.shop.folding import spaced
from lovedesk.shop.heads import LIVE_PERSON
from lovedesk.shop.tables import LIVE_CUSTOMER, rows
from lovedesk.shop.timeline import Touch

CUSTOMERS, PEOPLE, VISITS = 5, 4, 4
_LOOKED_AT = 60     # people and customers among whom the best are chosen


class Whom(NamedTuple):
    """A customer, or with `person` someone at one; `words` say who that is."""

    customer: int
    person: int | None
    name: str
    words: str
    business: bool


class Goings(NamedTuple):
    """What a few letters lead to."""

    whom: list[Whom]
    visits: list[Touch]


def goings(text: str, now: dt.datetime, *, recent: Sequence[int] = ()) -> Goings:
    """Customers, people and visits that begin with the words of `text`; without one, those seen last, and today's."""
    if not text.strip():
        return Goings(_customers(recent[:CUSTOMERS], now), timeline.of_day(now.date())[:VISITS])
    found = search.by_beginnings(text, others=True).ids
    chosen = list(dict.fromkeys([*(customer for customer in recent if customer in set(found)), *found]))
    first = _customers(chosen[:3 * CUSTOMERS], now)
    named = [one for one in first if _is_called(one.name, text)][:CUSTOMERS]
    people = [one for one in _people(text, recent) if one.name not in {other.name for other in named}][:PEOPLE]
    here = {one.customer for one in (*named, *people)}
    others = [one for one in first if one.customer not in here]
    whom = [*named, *people, *others[:CUSTOMERS]]
    visits = [*timeline.nearest([one.customer for one in whom[:2]], now), *our_own(text, now)]
    return Goings(whom, visits[:VISITS])


def our_own(text: str, now: dt.datetime) -> list[Touch]:
    """What we planned or did without a customer that holds the words of `text`: the soonest first, then what was."""
    return timeline.of_rows(search.our_own(text), now)


def _customers(ids: Sequence[int], now: dt.datetime) -> list[Whom]:
    return [Whom(row.id, None, row.name, _said(row), row.kind == "business") for row in customers.page(list(ids), now)]


def _said(row: customers.CustomerRow) -> str:
    people = row.people if row.people != row.name else ""
    standing = customers.standing_word(row.standing) if row.standing != "customer" else ""
    return ", ".join(part for part in (standing, people) if part)


def _is_called(name: str, text: str) -> bool:
    words = spaced(name).split()
    return all(any(word.startswith(begin) for word in words) for begin in spaced(text).split())


def _people(text: str, recent: Sequence[int]) -> list[Whom]:
    if not any(letter.isalpha() for letter in text):
        return []           # nobody is called by a number
    ids = search.rows_with(text, "person", most=_LOOKED_AT)
    marks = ", ".join(map(str, ids))
    found = [Whom(customer, person, name, ", ".join(part for part in (at, role) if part), business=False)
             for customer, person, name, at, role in rows(
                 f"""select c.id, p.id, p.name, c.name, m.role from person p
                       join head w on w.head = p.id join membership m on m.person_id = w.id and m.state = 'live'
                       join head h on h.id = m.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
                     where p.id in ({marks}) and {LIVE_PERSON} order by p.name limit 40""")] if ids else []
    return sorted(found, key=lambda one: one.customer not in recent)


def visit_words(touch: Touch, *, looking: bool = False) -> str:
    """What a visit was for, in a few words; of our own the title is its name."""
    occasion = discretion.occasion(touch.occasion, looking=looking)
    about = "" if looking else (touch.title if touch.customer else "") or touch.value
    return ", ".join(part for part in (builtin.occasion_label(occasion), about) if part)
