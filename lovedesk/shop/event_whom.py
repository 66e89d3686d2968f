"""Whom an event of a calendar file is with: by the addresses of who comes, else by a name in its title."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lovedesk.formats.icalendar_records import Event
from lovedesk.shop.folding import contact_key, spaced
from lovedesk.shop.heads import LIVE_PERSON
from lovedesk.shop.tables import LIVE_CUSTOMER, rows

LONGEST = 6         # words of a name that is looked for


class Whose(NamedTuple):
    """A customer, and the person there; 0 for the customer itself."""

    customer: int
    person: int = 0


class Whom:
    """The customers and people of the desk, as events name them; read once for all events."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._mails: defaultdict[str, list[Whose]] = defaultdict(list)
        self._names: defaultdict[str, set[int]] = defaultdict(set)
        self._people: defaultdict[str, set[Whose]] = defaultdict(set)
        self._read_mails({contact_key("email", mail) for event in events for mail in event.mails})
        if events:
            self._read_names()

    def _read_mails(self, wanted: Iterable[str]) -> None:
        keys = json.dumps(sorted(wanted))
        if keys == "[]":
            return
        for key, *whose in rows(
                f"""select n.key, c.id, 0 from contact_point n join head h on h.id = n.customer_id
                      join customer c on c.id = h.head and {LIVE_CUSTOMER}
                    where n.kind = 'email' and n.state = 'live' and n.key in (select value from json_each(?1))
                    union select n.key, c.id, p.id from contact_point n join head w on w.id = n.person_id
                      join person p on p.id = w.head and {LIVE_PERSON}
                      join membership m on m.person_id = w.id and m.state = 'live'
                      join head h on h.id = m.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
                    where n.kind = 'email' and n.state = 'live' and n.key in (select value from json_each(?1))
                    order by 2, 3""", keys):
            self._mails[key].append(Whose(*whose))

    def _read_names(self) -> None:
        for customer, name in rows(f"select c.id, c.name from customer c where {LIVE_CUSTOMER}"):
            self._names[_key(name)].add(customer)
            self._people[_key(name)].add(Whose(customer))
        for customer, person, name, kin in rows(
                f"""select c.id, p.id, p.name, m.of_person_id is not null from person p
                      join membership m on m.person_id = p.id and m.state = 'live'
                      join head h on h.id = m.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
                    where {LIVE_PERSON}"""):
            self._people[_key(name)].add(Whose(customer, person))
            if not kin:
                self._names[_key(name)].add(customer)

    def of(self, event: Event) -> list[Whose]:
        """Who comes, by their addresses; without those the customer whose name stands in the title, if it is one."""
        found = [whose for mail in event.mails for whose in self._mails.get(contact_key("email", mail), ())]
        return list(dict.fromkeys(found)) or [Whose(customer) for customer in self._named(event.title)]

    def _named(self, title: str) -> list[int]:
        """The one customer whose name, or that of someone there, stands in a title; longer names go before shorter."""
        words = _key(title).split()
        taken = [False] * len(words)
        fits: set[int] = set()
        for length in range(min(LONGEST, len(words)), 0, -1):
            for first in range(len(words) - length + 1):
                if any(taken[first:first + length]):
                    continue
                named = " ".join(words[first:first + length])
                if found := self._names.get(named):
                    taken[first:first + length] = [True] * length
                    fits |= found
        return list(fits) if len(fits) == 1 else []

    def person(self, name: str) -> Whose | None:
        """The one person, or customer, of a name; None for nobody and for several."""
        found = self._people.get(_key(name), set())
        people = {whose.person for whose in found if whose.person}
        customers = {whose.customer for whose in found}
        if len(people) > 1 or (not people and len(customers) != 1):
            return None
        return min((whose for whose in found if bool(whose.person) == bool(people)), default=None)


def _key(name: str) -> str:
    return " ".join(spaced(name).split())
