"""People: the humans at a customer, their families and pets, their names, and how they wish to be reached (A1, B2).

Those who died or left are said so by `farewells`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import customers
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold, tidy_line
from lovedesk.shop.heads import LIVE_PERSON, is_here
from lovedesk.shop.tables import TRASHED, Customer, Membership, Person, rows
from lovedesk.words import _

PET = "pet"
PARTS = ("prefix", "given", "middle", "family", "suffix")


class PersonRow(NamedTuple):
    """Someone at a customer; `role` is what they do there, or what they are to `of_person`, whose family they are."""

    id: int
    membership: int
    name: str
    nickname: str
    say: str
    role: str
    photo: str
    raw: str
    kind: str                   # "pet", or empty
    of_person: int | None
    prefix: str
    given: str
    middle: str
    family: str
    suffix: str
    work: str
    language: str
    wish_channel: str           # a key of `wish_ways`, as channels are called
    wish_time: str
    gone: str                   # "died" or "left", or empty
    gone_on: dt.date | None

    @property
    def to_meet(self) -> bool:
        """Whether one meets them there: no family, no pet, nobody who has died or left."""
        return self.of_person is None and self.kind != PET and not self.gone


def family_words() -> list[tuple[str, str]]:
    """What family is called, each word with its kind; any other word does as well."""
    return [(_("partner"), ""), (_("wife"), ""), (_("husband"), ""), (_("daughter"), ""), (_("son"), ""),
            (_("mother"), ""), (_("father"), ""), (_("sister"), ""), (_("brother"), ""), (_("grandchild"), ""),
            (_("dog"), PET), (_("cat"), PET), (_("horse"), PET), (_("bird"), PET)]


def add(customer: int, name: str, *, role: str = "", say: str = "", of_person: int | None = None,
        kind: str = "") -> int:
    """Keep a new person at a customer, or with `of_person` someone of that person's family. Returns its id."""
    customers.get(customer)
    role = tidy_line(role)
    if of_person is not None:
        of_person = _root(of_person)
        kind = kind or dict(family_words()).get(role.lower(), "")
    person = Person.create(name=customers.checked_name(name), say=tidy_line(say), kind=kind)
    ((position,),) = rows("select coalesce(max(position), 0) + 1 from membership where customer_id = ?", customer)
    Membership.create(customer=customer, person=person.id, role=role, position=position, of_person=of_person)
    return int(person.id)


def _root(person: int) -> int:
    """Whose family someone's family is: that of the one who is at the customer themselves."""
    get(person)
    found = rows("select of_person_id from membership where person_id = ? and state = 'live' "
                 "and of_person_id is not null order by id limit 1", person)
    return int(found[0][0]) if found else person


def set_family(membership: int, of_person: int | None, role: str = "") -> None:
    """Say whose family someone is, and what they are to them; without `of_person` they are there themselves."""
    found = rows("select person_id from membership where id = ? and state = 'live'", membership)
    if not found:
        raise Refused(_("This person is not here any more. Look in the trash."))
    person = found[0][0]
    if of_person is not None:
        of_person = _root(of_person)
        if of_person == person:
            raise Refused(_("Nobody is their own family."))
        Membership.update(of_person=of_person).where(Membership.of_person == person).execute()
    Membership.update(of_person=of_person, role=tidy_line(role)).where(Membership.id == membership).execute()


def get(person: int) -> None:
    """Raise Refused unless the person is there and live."""
    if not rows(f"select 1 from person p where p.id = ? and {LIVE_PERSON}", person):
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
    """Give a person another name; parts of the old one that do not stand in it are let go."""
    get(person)
    name = customers.checked_name(name)
    words = set(fold(name).split())
    parts = {part: text for part, text in _parts(person).items() if not set(fold(text).split()) <= words}
    _write(person, name)
    if parts:
        Person.update(dict.fromkeys(parts, "")).where(Person.id == person).execute()


def _parts(person: int) -> dict[str, str]:
    (kept,) = rows(f"select {', '.join(PARTS)} from person where id = ?", person)
    return dict(zip(PARTS, kept, strict=True))


def _write(person: int, name: str) -> None:
    """The name as they write it; a customer that is this single person keeps in step while the names agree."""
    for customer in _alone(person):
        customers.rename(customer, name)
    Person.update(name=name).where(Person.id == person).execute()


def _alone(person: int) -> list[int]:
    """The customer that is this single person, if one is."""
    return [row[0] for row in rows(
        """select c.id from person p join membership m on m.person_id = p.id and m.state = 'live'
             and m.of_person_id is null
           join customer c on c.id = m.customer_id and c.state = 'live' and c.kind = 'person' and c.name = p.name
           where p.id = ? limit 1""", person)]


def set_part(person: int, part: str, text: str) -> None:
    """Say a part of the name (see PARTS). Where the old one stands in the name as it is written, the new one
    takes its place, whatever order the parts have there."""
    get(person)
    text = tidy_line(text)
    old = _parts(person)[part]
    ((name,),) = rows("select name from person where id = ?", person)
    written = " ".join(f" {name} ".replace(f" {old} ", f" {text} ", 1).split()) if old else name
    if written and written != name:
        _write(person, customers.checked_name(written))
    Person.update({part: text}).where(Person.id == person).execute()


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


def set_work(person: int, work: str) -> None:
    """Say what they do for a living, wherever they are met."""
    get(person)
    Person.update(work=tidy_line(work)).where(Person.id == person).execute()


def set_language(person: int, language: str) -> None:
    """Say which language they like to be spoken to in."""
    get(person)
    Person.update(language=tidy_line(language)).where(Person.id == person).execute()


def set_wish(person: int, channel: str, when: str = "") -> None:
    """Say how they wish to be reached (a channel's slug) and when, in words; empty takes the wish away."""
    get(person)
    if channel and channel not in wish_ways():
        raise Refused(_("“{word}” is no way to be reached that Lovedesk knows.").format(word=channel))
    Person.update(wish_channel=channel, wish_time=tidy_line(when)).where(Person.id == person).execute()


def wish_words(channel: str, when: str) -> str:
    """"Wishes a call, after four": a wish as it stands beside their numbers and on paper; empty where there is none."""
    if not channel:
        return _("Best {when}").format(when=when) if when else ""
    way = wish_ways().get(channel, channel)
    return _("{wish}, {when}").format(wish=way, when=when) if when else way


def wish_ways() -> dict[str, str]:
    """How people can wish to be reached, by the slug of the channel."""
    return {"call": _("Wishes a call"), "message": _("Wishes a message"), "email": _("Wishes an e-mail"),
            "visit": _("Wishes a visit"), "video": _("Wishes a video call"), "letter": _("Wishes a letter")}


def wish(people: Iterable[int]) -> str:
    """The channel that the first of these people wishes for; it goes before any rule of ours. Empty for none."""
    wanted = list(people)
    marks = ", ".join("?" * len(wanted))
    found = dict(rows(f"select id, wish_channel from person where id in ({marks}) and wish_channel <> ''", *wanted))
    return next((found[person] for person in wanted if person in found), "")


def set_photo(person: int, photo: str) -> None:
    """Keep a photo (a blob's key), or none; a customer that is this single person has the same."""
    get(person)
    Person.update(photo=photo).where(Person.id == person).execute()
    for customer in _alone(person):
        Customer.update(photo=photo).where(Customer.id == customer).execute()


def trash(person: int) -> None:
    """Put a person into the trash, with what is known about them."""
    get(person)
    Person.update(state=TRASHED).where(Person.id == person).execute()


def at(customer: int) -> list[PersonRow]:
    """The live people of a customer, in their order, with their families and pets, and those who died or left."""
    return [PersonRow._make((*row[:20], customers.day_of(row[20]))) for row in rows(
        f"""select p.id, m.id, p.name, p.nickname, p.say, m.role, p.photo, p.raw, p.kind, o.head, p.prefix, p.given,
              p.middle, p.family, p.suffix, p.work, p.language, p.wish_channel, p.wish_time, p.gone, p.gone_on
            from head h join membership m on m.customer_id = h.id and m.state = 'live'
              join head w on w.id = m.person_id join person p on p.id = w.head and {LIVE_PERSON}
              left join head o on o.id = m.of_person_id
            where h.head = ? and {is_here("h.head")} order by m.position, m.id""", customer)]
