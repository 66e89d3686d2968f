"""What an import does, in words, with their icons."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_survey import Kind
from lovedesk.shop.imports import NotRead
from lovedesk.shop.tables import NOT_CUSTOMER
from lovedesk.words import _, ngettext


class Told(NamedTuple):
    """A line of "What will happen"."""

    words: str
    icon: str
    token: str


def happens(kind: Kind, count: int) -> Told:
    """What happens to some rows, the count left out."""
    match kind.fate:
        case Fate.NEW:
            return _comes(kind.standing, count)
        case Fate.ADDS:
            return Told(ngettext("is here and gains what is missing", "are here and gain what is missing", count),
                        "arrows-in-line-horizontal", "ink2")
        case Fate.MAYBE:
            return Told(ngettext("may be here already, look", "may be here already, look", count), "eye", "amber")
        case Fate.SAME:
            return Told(ngettext("is here already, nothing changes", "are here already, nothing changes", count),
                        "check-circle", "ink2")
    return Told(ngettext("is kept out as before", "are kept out as before", count), "minus-circle", "ink2")


def _comes(standing: str, count: int) -> Told:
    match standing:
        case "enquiring":
            return Told(ngettext("comes in as enquiring", "come in as enquiring", count), "plus-circle", "green")
        case "gone":
            return Told(ngettext("comes in as gone", "come in as gone", count), "plus-circle", "green")
        case "one-off":
            return Told(ngettext("comes in as a one-off", "come in as one-offs", count), "plus-circle", "green")
    if standing == NOT_CUSTOMER:
        return Told(ngettext("is no customer and kept out", "are no customers and kept out", count),
                    "minus-circle", "ink2")
    return Told(ngettext("comes in as a customer", "come in as customers", count), "plus-circle", "green")


def unread(count: int) -> Told:
    """Those that cannot be read."""
    return Told(ngettext("cannot be read", "cannot be read", count), "warning-circle", "red")


def standings() -> list[tuple[str, str]]:
    """Who they are, asked once for all."""
    return [("customer", _("already our customers")), ("enquiring", _("new")), ("one-off", _("one-off")),
            (NOT_CUSTOMER, _("suppliers and others, keep out"))]


def own_standings() -> list[tuple[str, str]]:
    """Who one of them is, in a word or two."""
    return [(standing, stands(standing)) for standing in ("customer", "enquiring", "one-off", NOT_CUSTOMER)]


def stands(standing: str) -> str:
    """What one of them will be."""
    return {"customer": _("customer"), "enquiring": _("enquiring"), "one-off": _("one-off"), "gone": _("gone"),
            NOT_CUSTOMER: _("not a customer")}.get(standing, standing)


def where(bad: NotRead) -> str:
    """The file, and where in it; not for what is wrong with a whole file."""
    if bad.place <= 1 and not bad.excerpt:
        return bad.source
    return _("{file}, line {n}").format(file=bad.source, n=bad.place)


def brought_in(count: int) -> str:
    """The sentence of the toast and the title of the last page."""
    return ngettext("{n} contact brought in", "{n} contacts brought in", count).format(n=count)
