"""All that the shop holds about one person, for them to read (a person's right): also what is private or deleted."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.shop.folding import fold, spaced, tidy_line
from lovedesk.shop.tables import rows


class Named(NamedTuple):
    """A person whom a name means, and where they are."""

    id: int
    name: str
    where: str


def named(text: str) -> list[Named]:
    """People whom a name means: those of exactly this name, else those who hold all its words; in the trash too."""
    wanted = fold(tidy_line(text))
    everyone = [Named._make(row) for row in rows(
        """select p.id, p.name, coalesce((select group_concat(c.name, ', ') from membership m
             join head h on h.id = m.customer_id join customer c on c.id = h.head
             where m.person_id = p.id and m.state = 'live'), '')
           from person p join head w on w.id = p.id and w.head = p.id
           where p.state in ('live', 'trashed') order by p.id""")]
    exact = [person for person in everyone if fold(person.name) == wanted]
    words = spaced(tidy_line(text)).split()
    return exact or [person for person in everyone if words and all(
        f" {word}" in f" {spaced(person.name)}" for word in words)]
