"""Customers: those whom the shop serves, businesses, households and single people (practices A1, F1)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import tags
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold, spaced, tidy_line
from lovedesk.shop.heads import LIVE_PERSON
from lovedesk.shop.tables import LIVE_CUSTOMER, NOT_CUSTOMER, TRASHED, Customer, Membership, Person, rows
from lovedesk.words import _

STANDINGS = ("enquiring", "customer", "one-off", "gone", NOT_CUSTOMER)
NAME_LIMIT = 300        # a longer name is a mistake of some file; what is over goes nowhere, so it is refused


class CustomerRow(NamedTuple):
    """A row of the list: `next` and `last` are the days of the nearest planned and the last done touch."""

    id: int
    name: str
    kind: str
    photo: str
    standing: str
    people: str
    next: dt.date | None
    last: dt.date | None


class Head(NamedTuple):
    """What stands at the top of a profile."""

    id: int
    name: str
    kind: str
    photo: str
    standing: str
    since: dt.date | None
    keeper: str
    next: dt.datetime | None
    next_id: int | None
    last: dt.datetime | None
    raw: str
    keeper_id: int | None
    gone_on: dt.date | None


def standing_word(standing: str) -> str:
    """How a standing is called on screen."""
    return {"enquiring": _("enquiring"), "customer": _("customer"), "one-off": _("one-off"), "gone": _("gone"),
            NOT_CUSTOMER: _("not a customer")}.get(standing, standing)


def add(name: str, *, kind: str = "person", standing: str = "customer", since: dt.date | None = None) -> int:
    """Keep a new customer; one that is a single person has that person. Tags in the name are put on. Returns its id."""
    name, tagged = tags.read(name, is_name=True)
    name = checked_name(name)
    customer = Customer.create(name=name, sort_name=fold(name), kind=kind, standing=_standing(standing), since=since)
    if kind == "person":
        person = Person.create(name=name)
        Membership.create(customer=customer.id, person=person.id)
    for word in tagged:
        tags.add([customer.id], word)
    return int(customer.id)


def checked_name(name: str) -> str:
    """A name on one line; Refused when it is empty or no name any more."""
    name = tidy_line(name)
    if not name:
        raise Refused(_("What is the name?"))
    if len(name) > NAME_LIMIT:
        raise Refused(_("This name is longer than any name. Keep the rest as a detail."))
    return name


def _standing(standing: str) -> str:
    if standing not in STANDINGS:
        raise Refused(_("“{word}” is no standing that Lovedesk knows.").format(word=standing))
    return standing


def get(customer: int) -> None:
    """Raise Refused unless the customer is there and live."""
    if not rows(f"select 1 from customer c where c.id = ? and {LIVE_CUSTOMER}", customer):
        raise Refused(_("This customer is not here any more. Look in the trash."))


def rename(customer: int, name: str) -> None:
    """Give a customer another name; the person of a single-person customer keeps in step while the names agree."""
    get(customer)
    name, tagged = tags.read(name, is_name=True)
    name = checked_name(name)
    for word in tagged:
        tags.add([customer], word)
    alone = _alone(customer)
    Customer.update(name=name, sort_name=fold(name)).where(Customer.id == customer).execute()
    Person.update(name=name).where(Person.id.in_(alone)).execute()


def _alone(customer: int) -> list[int]:
    """The person that a customer is, if it is a single one."""
    return [row[0] for row in rows(
        """select p.id from customer c join membership m on m.customer_id = c.id and m.state = 'live'
             and m.of_person_id is null
           join person p on p.id = m.person_id and p.state = 'live' and p.name = c.name
           where c.id = ? and c.kind = 'person'""", customer)]


def set_standing(customer: int, standing: str) -> None:
    """Say where a customer stands: enquiring, customer, one-off, gone or other (not a customer)."""
    get(customer)
    Customer.update(standing=_standing(standing), gone_on=None).where(Customer.id == customer).execute()


def set_since(customer: int, since: dt.date | None) -> None:
    """Say since when they are a customer."""
    get(customer)
    Customer.update(since=since).where(Customer.id == customer).execute()


def set_keeper(customer: int, keeper: int | None) -> None:
    """Say who of us looks after them; None for nobody in particular."""
    get(customer)
    Customer.update(keeper=keeper).where(Customer.id == customer).execute()


def keeper(customer: int) -> int | None:
    """Who of us looks after them; None for nobody in particular."""
    found = rows("select keeper_id from customer where id = ?", customer)
    return found[0][0] if found else None


def set_photo(customer: int, photo: str) -> None:
    """Keep a photo (a blob's key), or none; the person of a single-person customer has the same."""
    get(customer)
    Customer.update(photo=photo).where(Customer.id == customer).execute()
    Person.update(photo=photo).where(Person.id.in_(_alone(customer))).execute()


def set_kind(customer: int, kind: str) -> None:
    """Say whether it is a business or a person."""
    get(customer)
    Customer.update(kind="business" if kind == "business" else "person").where(Customer.id == customer).execute()


def trash(customer: int) -> None:
    """Put a customer into the trash with all that hangs on them."""
    get(customer)
    Customer.update(state=TRASHED).where(Customer.id == customer).execute()


def take_from_trash(customer: int) -> None:
    """Bring a customer back from the trash, whole."""
    Customer.update(state=LIVE).where(Customer.id == customer, Customer.state == TRASHED).execute()


def ids(standing: str = "") -> list[int]:
    """All live customers in order of their names; of one standing, or all but those who are no customers."""
    where, values = ("c.standing = ?", (standing,)) if standing else ("c.standing <> ?", (NOT_CUSTOMER,))
    return [row[0] for row in rows(
        f"select c.id from customer c where {LIVE_CUSTOMER} and {where} order by c.sort_name, c.id", *values)]


def count(standing: str) -> int:
    """How many live customers there are of a standing."""
    return int(rows(f"select count(*) from customer c where {LIVE_CUSTOMER} and c.standing = ?", standing)[0][0])


def anybody() -> bool:
    """Whether there is any live customer."""
    return bool(rows(f"select 1 from customer c where {LIVE_CUSTOMER} limit 1"))


# The times of what repeats that are still to come, of a customer `c`; they are joined by their ids, see `occurrences`.
_COMING = """from head h join touchpoint_customer l on l.customer_id = h.id and l.state = 'live'
             join touchpoint t on t.id = l.touchpoint_id and t.state = 'pattern'
             join occurrence o on o.series = t.id and o.start >= ? where h.head = c.id"""
# The touchpoints of a customer `c`.
_TOUCHES = """from head h join touchpoint_customer l on l.customer_id = h.id and l.state = 'live'
              join touchpoint t on t.id = l.touchpoint_id and t.state = 'live' where h.head = c.id"""


def page(wanted: list[int], now: dt.datetime) -> list[CustomerRow]:
    """The rows of the list for these ids, in their order; ids that are gone are left out."""
    marks = ", ".join("?" * len(wanted))
    wall = now.isoformat(timespec="minutes")
    found = {row[0]: row for row in rows(
        f"""select c.id, c.name, c.kind, c.photo, c.standing,
              (select group_concat(p.name, ', ' order by m.position, m.id) from head h
                 join membership m on m.customer_id = h.id and m.state = 'live' and m.of_person_id is null
                 join head w on w.id = m.person_id join person p on p.id = w.head and {LIVE_PERSON} and p.gone = ''
                 where h.head = c.id),
              (select min(start) from (
                 select t.start {_TOUCHES} and t.done_at is null and t.cancelled_at is null and t.start >= ?
                 union all select o.start {_COMING})),
              (select max(t.start) {_TOUCHES} and t.done_at is not null)
            from customer c where c.id in ({marks}) and {LIVE_CUSTOMER}""", wall, wall, *wanted)}
    return [CustomerRow(row[0], row[1], row[2], row[3], row[4], row[5] or "", day_of(row[6]), day_of(row[7]))
            for row in (found[customer] for customer in wanted if customer in found)]


def day_of(wall: str | None) -> dt.date | None:
    """The day of a wall time as it is stored."""
    return dt.date.fromisoformat(wall[:10]) if wall else None


def head(customer: int, now: dt.datetime) -> Head | None:
    """The top of a profile; None for a customer that is gone."""
    wall = now.isoformat(timespec="minutes")
    found = rows(
        f"""select c.id, c.name, c.kind, c.photo, c.standing, c.since, coalesce(k.name, ''),
              (select min(start) from (
                 select t.start || ' ' || t.id as start {_TOUCHES} and t.done_at is null and t.cancelled_at is null
                   and t.start >= ?
                 union all select o.start || ' ' || o.id {_COMING})),
              (select max(t.start) {_TOUCHES} and t.done_at is not null),
              c.raw, c.keeper_id, c.gone_on
            from customer c left join shopkeeper k on k.id = c.keeper_id where c.id = ? and {LIVE_CUSTOMER}""",
        wall, wall, customer)
    if not found:
        return None
    row = found[0]
    start, _blank, touchpoint = (row[7] or "").partition(" ")
    return Head(row[0], row[1], row[2], row[3], row[4], day_of(row[5]), row[6],
                dt.datetime.fromisoformat(start) if start else None, int(touchpoint) if touchpoint else None,
                dt.datetime.fromisoformat(row[8]) if row[8] else None, row[9], row[10], day_of(row[11]))


def named(text: str) -> list[tuple[int, str]]:
    """Customers that a name means: those of exactly this name, else those who or whose people hold all its words,
    else the one of this id, as lists of several have it."""
    exact = rows(f"select c.id, c.name from customer c where c.sort_name = ? and {LIVE_CUSTOMER} order by c.id",
                 fold(tidy_line(text)))
    if exact:
        return [(row[0], row[1]) for row in exact]
    words = spaced(tidy_line(text)).split()
    if not words:
        return []
    every = " and ".join("instr(' ' || s.folded, ' ' || ?) > 0" for _word in words)
    found = rows(
        f"""select distinct c.id, c.name from search_text s join head h on h.id = s.customer
              join customer c on c.id = h.head
            where s.tbl in ('customer', 'person') and {LIVE_CUSTOMER} and {every} order by c.sort_name""", *words)
    if not found and len(words) == 1 and words[0].isdecimal():
        found = rows(f"select c.id, c.name from customer c where c.id = cast(? as integer) and {LIVE_CUSTOMER}", *words)
    return [(row[0], row[1]) for row in found]
