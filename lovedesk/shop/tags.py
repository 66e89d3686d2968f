"""Tags: words that the shop puts on customers, typed anywhere with `#`; two laptops make the same tag alike.

A tag is known by its folded word: its id is made from it, kept lists name it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold
from lovedesk.shop.putting import put
from lovedesk.shop.tables import LIVE_CUSTOMER, TRASHED, CustomerTag, Tag, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _

WORD_LIMIT = 60
_WORD = r"\w*[^\W\d_](?:[\w-]*\w)?"                       # "#12" is a house, not a tag
_TYPED = re.compile(rf"(?<![^\s(])#({_WORD})")
_ENDING = re.compile(rf"(?:^|(?<=\s))(?:#{_WORD}[\s,;]*)+(?=[.!?)]*\s*$)", re.MULTILINE)
_FINISHED = re.compile(rf"(?<![^\s(])#({_WORD})(?![\w-])(?=.)", re.DOTALL)


class TagRow(NamedTuple):
    """A tag and on how many customers it is."""

    id: int
    name: str
    customers: int


def read(text: str, *, is_name: bool = False) -> tuple[str, list[str]]:
    """The text without its tags, and the tags: those at an end go, one amid a sentence keeps its word.

    "Likes oak #north" is "Likes oak"; "lives in the #north of town" keeps all its words; of tags alone, nothing stays.
    No tag is part of a name.
    """
    found = list({fold(word): word for word in _TYPED.findall(text)}.values())
    if not found:
        return text, []
    if is_name:
        return " ".join(_TYPED.sub(" ", text).split()), found
    rest = _TYPED.sub(r"\1", _ENDING.sub("", text))
    return "\n".join(re.sub(r"[ \t,;]+(?=[.!?)]*$)", "", line) for line in rest.splitlines()).strip(), found


def take(text: str, customers: Iterable[int]) -> str:
    """Put the tags typed in a text on customers; returns the text without them. Of tags alone, their words stay."""
    rest, found = read(text)
    for word in found:
        add(customers, word)
    return rest or " ".join(found) or text


def take_of(text: str, customer: int | None, person: int | None) -> str:
    """The same for what is about a customer, or a person at one or two; without either, the text stays as it is."""
    whom = [customer] if customer is not None else [row[0] for row in rows(
        """select m.customer_id from membership m where m.person_id = ? and m.state = 'live'""", person)]
    return take(text, whom) if whom else text


def take_finished(text: str, customers: Iterable[int]) -> None:
    """Put the tags of a text that is still being written on customers: not the word at its end, which may go on."""
    for word in dict.fromkeys(_FINISHED.findall(text)):
        add(customers, word)


def checked(word: str) -> str:
    """A tag as it is kept, without its `#`; Refused when it is none."""
    word = "-".join(word.strip().lstrip("#").split())
    if not re.fullmatch(_WORD, word):
        raise Refused(_("A tag is one word, like “north” or “pays-late”."))
    if len(word) > WORD_LIMIT:
        raise Refused(_("This tag is longer than any word. Keep it as a detail."))
    return word


def add(customers: Iterable[int], word: str) -> int:
    """Put a tag on customers, made where it is new. Returns its id."""
    word = checked(word)
    tag = id_of("tag", fold(word))
    if not rows("select 1 from tag where id = ? and state = 'live'", tag):
        put(Tag, tag, name=word)
    there = _on(tag)
    for customer in dict.fromkeys(customers):
        if customer not in there:
            put(CustomerTag, id_of("customer_tag", tag, customer), tag=tag, customer=customer)
    return tag


def _on(tag: int) -> set[int]:
    return {row[0] for row in rows("select customer_id from customer_tag where tag_id = ? and state = 'live'", tag)}


def take_off(customers: Iterable[int], tag: int) -> None:
    """Take a tag off customers."""
    for customer in customers:
        CustomerTag.update(state=TRASHED).where(
            CustomerTag.tag == tag, CustomerTag.state == LIVE,
            CustomerTag.customer.in_(_same(customer))).execute()


def _same(customer: int) -> list[int]:
    """A customer and those who were merged into them."""
    return [row[0] for row in rows("select id from head where head = ?", customer)]


def rename(tag: int, word: str) -> int:
    """Give a tag another word, on all its customers; one that has the word already takes them in. Returns its id."""
    word = checked(word)
    if not rows("select 1 from tag where id = ? and state = 'live'", tag):
        raise Refused(_("This tag is not here any more."))
    new = add(_on(tag), word)
    if new == tag:
        Tag.update(name=word).where(Tag.id == tag).execute()
    else:
        trash(tag)
    return new


def trash(tag: int) -> None:
    """Take a tag off everyone and put it away."""
    CustomerTag.update(state=TRASHED).where(CustomerTag.tag == tag, CustomerTag.state == LIVE).execute()
    Tag.update(state=TRASHED).where(Tag.id == tag).execute()


def all() -> list[TagRow]:  # noqa: A001 -- tags.all() says it
    """Every tag with the count of its live customers, by name."""
    found = [TagRow._make(row) for row in rows(
        f"""select g.id, g.name, (select count(distinct h.head) from customer_tag x join head h on h.id = x.customer_id
              join customer c on c.id = h.head and {LIVE_CUSTOMER} where x.tag_id = g.id and x.state = 'live')
            from tag g where g.state = 'live'""")]
    return sorted(found, key=lambda tag: fold(tag.name))


def of(customer: int) -> list[TagRow]:
    """The tags of a customer by name; each counts that customer alone."""
    found = [TagRow(row[0], row[1], 1) for row in rows(
        """select distinct g.id, g.name from customer_tag x join tag g on g.id = x.tag_id and g.state = 'live'
           where x.state = 'live' and x.customer_id in (select id from head where head = ?)""", customer)]
    return sorted(found, key=lambda tag: fold(tag.name))


def of_many(customers: Iterable[int]) -> dict[int, list[str]]:
    """The words of the tags of several customers."""
    wanted = list(customers)
    found: dict[int, list[str]] = {}
    for customer, name in rows(
            f"""select distinct h.head, g.name from head h join customer_tag x on x.customer_id = h.id
                  and x.state = 'live' join tag g on g.id = x.tag_id and g.state = 'live'
                where h.head in ({", ".join("?" * len(wanted))}) order by g.name""", *wanted):
        found.setdefault(customer, []).append(name)
    return found


def words() -> list[str]:
    """The words of all tags, for completing what is typed."""
    return [row[0] for row in rows("select name from tag where state = 'live' order by name")]


def named(word: str) -> TagRow | None:
    """The tag of a word, however it is written; None when there is none."""
    tag = id_of("tag", fold(word.strip().lstrip("#")))
    found = rows("select id, name from tag where id = ? and state = 'live'", tag)
    return TagRow(found[0][0], found[0][1], len(_on(tag))) if found else None
