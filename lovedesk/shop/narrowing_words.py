"""The terms of a narrowed list, each as words a shopkeeper says: on chips, above a printed list, in a kept one."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from lovedesk.shop import customers, shops
from lovedesk.shop.narrowing import Terms
from lovedesk.words import _, date_short, day_and_month


class Term(NamedTuple):
    """One term in words: which field of `Terms` it is, and which of its values."""

    field: str
    value: object
    words: str


def each(terms: Terms, today: dt.date) -> list[Term]:
    """Every term, in the order in which people say them."""
    found = [Term("tags", tag, f"#{tag}") for tag in terms.tags]
    found += [Term("standings", word, customers.standing_word(word)) for word in terms.standings]
    if terms.place:
        found.append(Term("place", terms.place, _("address with “{place}”").format(place=terms.place)))
    if terms.keeper is not None:
        name = next((keeper.name for keeper in shops.keepers() if keeper.id == terms.keeper), "?")
        found.append(Term("keeper", terms.keeper, _("{name} looks after them").format(name=name)))
    for field, sentence in (("touched_before", _("not seen since {day}")), ("touched_since", _("seen since {day}")),
                            ("sign_before", _("no sign of them since {day}"))):
        if day := getattr(terms, field):
            found.append(Term(field, day, sentence.format(day=_day(day, today))))
    if terms.never_touched:
        found.append(Term("never_touched", True, _("never seen")))
    if terms.nothing_ahead:
        found.append(Term("nothing_ahead", True, _("nothing ahead")))
    found += [Term("missing", fact, missing_words(fact)) for fact in terms.missing]
    if terms.words:
        found.append(Term("words", terms.words, _("with “{words}”").format(words=terms.words)))
    return found


def missing_words(fact: str) -> str:
    """How it is said that a fact is not known."""
    return {"birthday": _("birthday not known"), "phone": _("no phone number"), "email": _("no e-mail"),
            "address": _("no address"), "since": _("since when not known"),
            "keeper": _("nobody looks after them")}[fact]


def _day(day: dt.date, today: dt.date) -> str:
    return day_and_month(day) if day.year == today.year else date_short(day, today)


def sentence(terms: Terms, today: dt.date) -> str:
    """All terms on one line; empty for everybody."""
    return " · ".join(term.words for term in each(terms, today))


def without(terms: Terms, term: Term) -> Terms:
    """The terms less one of them."""
    value = getattr(terms, term.field)
    left: Any = getattr(Terms(), term.field)
    if isinstance(value, tuple):
        left = tuple(one for one in value if one != term.value)
    return terms._replace(**{term.field: left})
