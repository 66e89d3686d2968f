"""People: the humans at a customer, what they do there, and how to say their names (practice A1)."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import customers
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import tidy_line
from lovedesk.shop.tables import TRASHED, Membership, Person, rows
from lovedesk.words import _


class PersonRow(NamedTuple):
    """Someone at a customer; `role` is what they do there."""

    id: int
    membership: int
    name: str
    nickname: str
    say: str
    role: str
    photo: str
    raw: str


def add(customer: int, name: str, *, role: str = "", say: str = "") -> int:
    """Keep a new person at a customer. Returns its id."""
    customers.get(customer)
    person = Person.create(name=customers.checked_name(name), say=tidy_line(say))
    ((position,),) = rows("select coalesce(max(position), 0) + 1 from membership where customer_id = ?", customer)
    Membership.create(customer=customer, person=person.id, role=tidy_line(role), position=position)
    return int(person.id)


def get(person: int) -> None:
    """Raise Refused unless the person is there and live."""
    if not rows("select 1 from person where id = ? and state = 'live'", person):
        raise Refused(_("This person is not here any more. Look in the trash."))


def get_owner(customer: int | None, person: int | None, question: str) -> None:
    """Raise Refused, with the question whose it is, unless it is one of the two; and unless that one is there."""
    if customer is not None and person is None:
        customers.get(customer)
    elif person is not None and customer is None:
        get(person)
    else:
        raise Refused(question)


def rename(person: int, name: str) -> None:
    """Give a person another name; a customer that is this single person keeps in step while the names agree."""
    get(person)
    name = customers.checked_name(name)
    alone = rows("""select c.id from person p join membership m on m.person_id = p.id and m.state = 'live'
                    join customer c on c.id = m.customer_id and c.state = 'live' and c.kind = 'person'
                      and c.name = p.name where p.id = ?""", person)
    if alone:
        customers.rename(alone[0][0], name)
    Person.update(name=name).where(Person.id == person).execute()


def set_say(person: int, say: str) -> None:
    """Say how to say the name, like “see-oh-MAH-rah”."""
    get(person)
    Person.update(say=tidy_line(say)).where(Person.id == person).execute()


def set_nickname(person: int, nickname: str) -> None:
    """Say how they are called."""
    get(person)
    Person.update(nickname=tidy_line(nickname)).where(Person.id == person).execute()


def set_role(membership: int, role: str) -> None:
    """Say what they do at the customer."""
    if not Membership.update(role=tidy_line(role)).where(
            Membership.id == membership, Membership.state == LIVE).execute():
        raise Refused(_("This person is not here any more. Look in the trash."))


def trash(person: int) -> None:
    """Put a person into the trash, with what is known about them."""
    get(person)
    Person.update(state=TRASHED).where(Person.id == person).execute()


def at(customer: int) -> list[PersonRow]:
    """The live people of a customer, in their order."""
    return [PersonRow._make(row) for row in rows(
        """select p.id, m.id, p.name, p.nickname, p.say, m.role, p.photo, p.raw
           from membership m join person p on p.id = m.person_id and p.state = 'live'
           where m.customer_id = ? and m.state = 'live' order by m.position, m.id""", customer)]
