"""The customers of a touchpoint: a fair, a barbecue or a card is with several at once."""

from __future__ import annotations

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, touchpoints, visits
from lovedesk.shop.columns import LIVE
from lovedesk.shop.heads import all_of, people_of
from lovedesk.shop.tables import TRASHED, TouchpointCustomer, rows
from lovedesk.words import _


def add(touchpoint: int, customer: int) -> None:
    """With one customer more; the people of a small one are met too, as when it is planned."""
    touchpoints.get(touchpoint)
    customers.get(customer)
    if any(host.id == customer for host in visits.customers(touchpoint)):
        return
    links = _links(touchpoint, customer)
    if links:
        TouchpointCustomer.update(state=LIVE).where(TouchpointCustomer.id == links[0]).execute()
    else:
        TouchpointCustomer.create(touchpoint=touchpoint, customer=customer)
    met = [person.id for person in visits.people_choices(touchpoint) if person.chosen]
    touchpoints.set_people(touchpoint, [*met, *touchpoints.everyone([customer])])


def remove(touchpoint: int, customer: int) -> None:
    """With one customer less, and without their people. Refused for the last one, unless it has a title of its own."""
    touchpoints.get(touchpoint)
    hosts = visits.customers(touchpoint)
    if [host.id for host in hosts] == [customer] and not rows(
            "select 1 from touchpoint where id = ? and title <> ''", touchpoint):
        raise Refused(_("Whom is it with, then? If it is our own, say what it is about first."))
    TouchpointCustomer.update(state=TRASHED).where(TouchpointCustomer.id.in_(_links(touchpoint, customer))).execute()
    elsewhere = {person for host in hosts if host.id != customer for person in _people(host.id)}
    theirs = _people(customer) - elsewhere
    touchpoints.set_people(touchpoint, [person.id for person in visits.people_choices(touchpoint)
                                        if person.chosen and person.id not in theirs])


def _people(customer: int) -> set[int]:
    return {row[0] for row in rows(f"select p.id from person p where p.id in {people_of('?')}", customer)}


def _links(touchpoint: int, customer: int) -> list[int]:
    return [row[0] for row in rows(
        f"""select id from touchpoint_customer where touchpoint_id = ? and customer_id in {all_of("?")}
              and state in ('{LIVE}', '{TRASHED}') order by id""", touchpoint, customer)]
