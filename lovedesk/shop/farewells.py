"""Those who died or left: said in kind words, kept readable, and nothing reminds of them (practice F2).

Whom that concerns is asked by `reminding` in every verb that reminds of someone.
"""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import customers, people
from lovedesk.shop.heads import all_of, people_of
from lovedesk.shop.tables import LIVE_CUSTOMER, Customer, Person, rows
from lovedesk.words import _, date_full

DIED, LEFT = "died", "left"


def person_gone(person: int, why: str, *, on: dt.date | None = None) -> None:
    """Say that someone died or left, and on which day if it is known.

    With the last human of a customer that is no business, the customer is gone too.
    """
    people.get(person)
    Person.update(gone=why, gone_on=on).where(Person.id == person).execute()
    for customer in _left_alone(person):
        customer_gone(customer, on=on)


def person_back(person: int) -> None:
    """They are here (again): all that reminded of them does so again."""
    people.get(person)
    for customer in _left_alone(person):
        customer_back(customer)
    Person.update(gone="", gone_on=None).where(Person.id == person).execute()


def _left_alone(person: int) -> list[int]:
    """Customers that are no business and have no human besides this one who is not gone."""
    return [row[0] for row in rows(
        f"""select distinct c.id from membership m join head h on h.id = m.customer_id
             join customer c on c.id = h.head and c.kind = 'person' and {LIVE_CUSTOMER}
           where m.person_id in {all_of("?1")} and m.state = 'live' and not exists (
             select 1 from person p where p.id in {people_of("c.id")} and p.gone = '' and p.kind <> 'pet'
               and p.merged_into_id is null and p.id <> ?1)
             and exists (select 1 from person q where q.id = ?1 and q.kind <> 'pet')""", person)]


def customer_gone(customer: int, *, on: dt.date | None = None) -> None:
    """Say that a customer is gone, and since when if it is known."""
    customers.set_standing(customer, "gone")
    Customer.update(gone_on=on).where(Customer.id == customer).execute()


def customer_back(customer: int) -> None:
    """They are a customer again; one that was not gone stays as it was."""
    customers.get(customer)
    if rows("select 1 from customer where id = ? and standing = 'gone'", customer):
        customers.set_standing(customer, "customer")


def words(gone: str, on: dt.date | None) -> str:
    """"Died on 3 May 2026, kept in memory", "Not there any more": as it stands beside a name."""
    if gone == DIED:
        return _("Died on {day}, kept in memory").format(day=date_full(on)) if on else _("Died, kept in memory")
    if gone:
        return _("Not there any more since {day}").format(day=date_full(on)) if on else _("Not there any more")
    return ""
