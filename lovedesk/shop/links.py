"""Links: how customers and people belong together, with a word for each direction (practice E1: who brought whom).

A link joins two ends, each a customer or a person; it is read on the profiles of both, in the words of each side.
"""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import people, search
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import spaced, tidy_line
from lovedesk.shop.heads import LIVE_PERSON, all_of, head_of, people_of
from lovedesk.shop.tables import LIVE_CUSTOMER, TRASHED, Link, rows
from lovedesk.words import _

OFFERED = 7         # ends that a few letters offer


class End(NamedTuple):
    """A customer, or with `person` someone at the customer `at`."""

    customer: int
    person: int | None
    name: str
    at: str
    kind: str
    photo: str


class LinkRow(NamedTuple):
    """A link as it is read on a profile: `word` is what `other` is to `whose` (empty for the customer itself)."""

    id: int
    word: str
    back: str
    whose: str
    other: End


def pairs() -> list[tuple[str, str]]:
    """The words that are offered: what the other is to this one, and what this one is to the other."""
    both = [(_("introduced by"), _("introduced")), (_("works for"), _("employer of")),
            (_("landlord of"), _("tenant of")), (_("accountant of"), _("client of")),
            (_("parent of"), _("child of")), (_("sold to"), _("bought from"))]
    alike = [_("neighbour of"), _("friend of"), _("sister or brother of"), _("partner of"), _("works with")]
    return [*both, *((back, word) for word, back in both), *((word, word) for word in alike)]


def back_of(word: str) -> str:
    """The other direction of a word that is offered; empty for a word of their own."""
    return dict(pairs()).get(tidy_line(word).lower(), "")


def add(word: str, *, back: str = "", from_customer: int | None = None, from_person: int | None = None,
        to_customer: int | None = None, to_person: int | None = None) -> int:
    """Keep how two belong together; without `back` it is the other word of a pair that is offered, else the same.

    Returns its id; the same link again, from either side, gives the one that is there.
    """
    people.get_owner(from_customer, from_person, _("Whose link is this?"))
    people.get_owner(to_customer, to_person, _("With whom do they belong together?"))
    word, back = _checked(word, back)
    first, second = head_of(from_customer or from_person or 0), head_of(to_customer or to_person or 0)
    if first == second:
        raise Refused(_("Choose someone else: this is the one whose page it is."))
    known = rows(
        """select l.id from link l join head f on f.id = coalesce(l.from_customer_id, l.from_person_id)
             join head t on t.id = coalesce(l.to_customer_id, l.to_person_id)
           where l.state = 'live' and ((f.head, t.head, l.word) = (?1, ?2, ?3)
             or (t.head, f.head, l.back) = (?1, ?2, ?3))""", first, second, word)
    return known[0][0] if known else int(Link.create(
        word=word, back=back, from_customer=from_customer, from_person=from_person,
        to_customer=to_customer, to_person=to_person).id)


def _checked(word: str, back: str) -> tuple[str, str]:
    word = tidy_line(word)
    if not word:
        raise Refused(_("What are they to each other? Like “introduced by”."))
    return word, tidy_line(back) or back_of(word) or word


def change(link: int, customer: int, word: str, back: str = "") -> None:
    """Say in other words how they belong together, as read on the profile of `customer`."""
    word, back = _checked(word, back)
    found = rows(f"select l.from_customer_id in {all_of('?1')} or l.from_person_id in {people_of('?1')} from link l "
                 "where l.id = ?2 and l.state = 'live'", customer, link)
    if not found:
        raise Refused(_("This is not here any more. Look in the trash."))
    first, second = (word, back) if found[0][0] else (back, word)
    Link.update(word=first, back=second).where(Link.id == link).execute()


def trash(link: int) -> None:
    """Put a link into the trash."""
    if not Link.update(state=TRASHED).where(Link.id == link, Link.state == LIVE).execute():
        raise Refused(_("This is not here any more. Look in the trash."))


_SIDES = f"""
    select l.id, l.word as word, l.back as back, l.from_person_id as own, l.to_customer_id as customer,
      l.to_person_id as person
    from link l where l.state = 'live'
      and (l.from_customer_id in {all_of("?1")} or l.from_person_id in {people_of("?1")})
    union all select l.id, l.back, l.word, l.to_person_id, l.from_customer_id, l.from_person_id
    from link l where l.state = 'live'
      and (l.to_customer_id in {all_of("?1")} or l.to_person_id in {people_of("?1")})"""
_END = f"""
    select s.id, s.word, s.back, coalesce(o.name, ''), c.id, p.id, coalesce(p.name, c.name),
      case when p.id is null then '' else c.name end, case when p.id is null then c.kind else 'person' end,
      case when p.id is null then c.photo else p.photo end
    from ({_SIDES}) s left join head oh on oh.id = s.own left join person o on o.id = oh.head
      left join head ph on ph.id = s.person left join person p on p.id = ph.head and {LIVE_PERSON}
      left join head ch on ch.id = s.customer
      join customer c on {LIVE_CUSTOMER} and c.id = coalesce(ch.head, (
        select c.id from head a join membership m on m.person_id = a.id and m.state = 'live'
          join head h on h.id = m.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
        where a.head = p.id order by m.id limit 1))
    where coalesce(ch.head, 0) <> ?1 order by s.word, s.id"""


def of(customer: int) -> list[LinkRow]:
    """The links of a customer and its people, as read on its profile; what was merged together is no link any more."""
    return [LinkRow(row[0], row[1], row[2], row[3], End._make(row[4:])) for row in rows(_END, customer)]


def ends(text: str, *, besides: int) -> list[End]:
    """Whom a few letters of a name mean, customers and people at businesses, for the other end of a link."""
    words = spaced(tidy_line(text)).split()
    if not words:
        return []
    found = [customer for customer in search.by_beginnings(text, others=True).ids if customer != besides][:OFFERED]
    marks = ", ".join("?" * len(found))
    customers = {row[0]: End(row[0], None, row[1], "", row[2], row[3]) for row in rows(
        f"select c.id, c.name, c.kind, c.photo from customer c where c.id in ({marks})", *found)}
    people_there = rows(
        f"""select c.id, p.id, p.name, c.name, 'person', p.photo from customer c join head h on h.head = c.id
              join membership m on m.customer_id = h.id and m.state = 'live' join head w on w.id = m.person_id
              join person p on p.id = w.head and {LIVE_PERSON}
            where c.id in ({marks}) and p.name <> c.name order by m.position, m.id""", *found)
    named = [End._make(row) for row in people_there if _holds(row[2], words)]
    return [*(customers[customer] for customer in found if customer in customers
              and (_holds(customers[customer].name, words) or not named)), *named][:OFFERED]


def _holds(name: str, words: list[str]) -> bool:
    parts = spaced(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)
