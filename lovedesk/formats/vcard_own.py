"""The properties that Lovedesk writes into vCards for what they have no word for, read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress

from lovedesk.formats import dates
from lovedesk.formats.records import CardLink, Fact, Relation
from lovedesk.formats.vcard_draft import Draft
from lovedesk.formats.vcard_lines import Head, line_of, plain

GONE = frozenset({"died", "left"})
STANDINGS = frozenset({"enquiring", "customer", "one-off", "gone", "other"})
PREFIX = "X-LOVEDESK-"


def iso_day(text: str) -> dt.date | None:
    """The whole day that a text names, None where it is none or has no year."""
    with suppress(ValueError):
        return dt.date.fromisoformat(text)
    day = dates.read(text)
    return dt.date(day.year, day.month, day.day) if day and day.year else None


def field(name: str) -> Callable[[Draft, Head, str], None]:
    """A handler for one plain field of the card."""
    def handle(draft: Draft, head: Head, value: str) -> None:
        setattr(draft.card, name, line_of(value))
    return handle


def of_group(what: str) -> Callable[[Draft, Head, str], None]:
    """A handler for what is told of the way in the same group."""
    def handle(draft: Draft, head: Head, value: str) -> None:
        if head.group:
            draft.beside[head.group, what] = plain(value)
        else:
            draft.keep_raw()
    return handle


def standing(draft: Draft, head: Head, value: str) -> None:
    text = line_of(value).lower()
    if text in STANDINGS:
        draft.card.standing = text
    else:
        draft.keep_raw()


def since(draft: Draft, head: Head, value: str) -> None:
    draft.card.since = iso_day(line_of(value))
    if draft.card.since is None:
        draft.keep_raw()


def gone(draft: Draft, head: Head, value: str) -> None:
    text = line_of(value).lower()
    if text in GONE:
        draft.card.gone, draft.card.gone_on = text, iso_day(head.params.get("on", ""))
    else:
        draft.keep_raw()


def died(draft: Draft, head: Head, value: str) -> None:
    draft.card.gone, draft.card.gone_on = "died", draft.card.gone_on or iso_day(line_of(value))
    if draft.card.gone_on is None:
        draft.keep_raw()


def wish(draft: Draft, head: Head, value: str) -> None:
    draft.card.wish_channel, draft.card.wish_time = line_of(value), head.params.get("time", "")


def wish_time(draft: Draft, head: Head, value: str) -> None:
    draft.card.wish_time = line_of(value)


def detail(draft: Draft, head: Head, value: str) -> None:
    told = head.params
    draft.add_fact(Fact(
        told.get("topic", "note"), plain(value), told.get("change", ""), iso_day(told.get("learned", "")),
        iso_day(told.get("confirmed", "")), iso_day(told.get("day", "")), told.get("seen", "")))


def relation(draft: Draft, head: Head, value: str) -> None:
    draft.add_relation(Relation(line_of(value), head.params.get("word", ""), head.params.get("group", "family")))


def family_of(draft: Draft, head: Head, value: str) -> None:
    draft.card.family_of, draft.card.family_word = line_of(value), head.params.get("word", "")


def raw(draft: Draft, head: Head, value: str) -> None:
    draft.card.raw.append(plain(value))


def link(draft: Draft, head: Head, value: str) -> None:
    draft.card.links.append(CardLink(line_of(value), head.params.get("word", ""), head.params.get("back", "")))


TABLE = {f"{PREFIX}{name}": handle for name, handle in {
    "SAY": field("say"), "WORK": field("work"), "KIND": field("kind"), "KEEPER": field("keeper"),
    "LANGUAGE": field("language"), "STANDING": standing, "SINCE": since, "GONE": gone, "WISH": wish,
    "WISH-TIME": wish_time, "DETAIL": detail, "RELATION": relation, "FAMILY-OF": family_of, "LINK": link, "RAW": raw,
    "NOTE": of_group("note"), "WAY-IN": of_group("way_in"), "ADDRESS": of_group("value"),
}.items()}
