"""Lists that are kept by name: "North round, not seen since summer" is its terms, asked anew whenever it is opened."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, narrowing, rhythms, tags
from lovedesk.shop.folding import fold
from lovedesk.shop.narrowing import Terms
from lovedesk.shop.tables import TRASHED, KeptList, rows
from lovedesk.words import _


class Kept(NamedTuple):
    """A list that is kept."""

    id: int
    name: str
    terms: Terms


def keep(name: str, terms: Terms) -> int:
    """Keep terms by a name; a list of that name takes them. Returns its id."""
    name = customers.checked_name(name)
    if terms == Terms():
        raise Refused(_("This list leaves nobody out. Narrow it first, then keep it."))
    known = named(name)
    if known is None:
        return int(KeptList.create(name=name, terms=terms.json()).id)
    KeptList.update(name=name, terms=terms.json()).where(KeptList.id == known.id).execute()
    return known.id


def rename(kept: int, name: str) -> None:
    """Give a list another name; one that another list has is refused."""
    name = customers.checked_name(name)
    get(kept)
    other = named(name)
    if other is not None and other.id != kept:
        raise Refused(_("There is a list called “{name}” already.").format(name=name))
    KeptList.update(name=name).where(KeptList.id == kept).execute()


def trash(kept: int) -> None:
    """Put a list away; its customers stay."""
    get(kept)
    KeptList.update(state=TRASHED).where(KeptList.id == kept).execute()


def get(kept: int) -> Kept:
    """One list; Refused when it is gone."""
    found = [one for one in all() if one.id == kept]
    if not found:
        raise Refused(_("This list is not here any more."))
    return found[0]


def all() -> list[Kept]:  # noqa: A001 -- kept_lists.all() says it
    """Every list by name."""
    found = [Kept(row[0], row[1], narrowing.read(row[2]))
             for row in rows("select id, name, terms from kept_list where state = 'live'")]
    return sorted(found, key=lambda kept: (fold(kept.name), kept.id))


def named(name: str) -> Kept | None:
    """The list of a name, however it is written."""
    return next((kept for kept in all() if fold(kept.name) == fold(" ".join(name.split()))), None)


def rename_tag(tag: int, word: str) -> None:
    """Give a tag another word, on its customers and in the lists that name it."""
    old = next((one.name for one in tags.all() if one.id == tag), "")
    rhythms.follow_tag(tag, tags.rename(tag, word))
    new = tags.checked(word)
    for kept in all():
        named_now = tuple(dict.fromkeys(new if fold(one) == fold(old) else one for one in kept.terms.tags))
        if named_now != kept.terms.tags:
            KeptList.update(terms=kept.terms._replace(tags=named_now).json()).where(KeptList.id == kept.id).execute()
