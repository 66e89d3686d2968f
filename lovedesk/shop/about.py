"""All that the shop holds about one person, for them to read (a person's right): also what is private or deleted.

It is what `erasing` would erase, and the visits where they were met with others, said to them in plain words.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import about_lines, erasing, erasing_words, shops
from lovedesk.shop.about_lines import Section
from lovedesk.shop.folding import fold, spaced, tidy_line
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk


class AboutPerson(NamedTuple):
    """What is told to a person, who tells it, and when."""

    name: str
    shop: str
    motto: str
    sample: bool
    day: dt.date
    sections: list[Section]


def of(desk: Desk, person: int) -> AboutPerson:
    """All that is held about someone."""
    name = rows("select name from person where id = ? and state <> 'erased'", person)
    if not name:
        raise Refused(erasing_words.not_here())
    held = dict(erasing.find(desk.database.handle, person=person).rows)
    people = ", ".join(map(str, sorted(held["person"])))
    held["touchpoint"] = held.get("touchpoint", frozenset()) | frozenset(row[0] for row in rows(
        f"""select l.touchpoint_id from touchpoint_person l join touchpoint t on t.id = l.touchpoint_id
            where l.state = 'live' and t.state in ('live', 'trashed', 'pattern') and l.person_id in ({people})"""))
    shop = shops.about()
    return AboutPerson(name[0][0], shop.name, shop.motto, shop.sample, desk.today(),
                       about_lines.sections(held, person))


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
