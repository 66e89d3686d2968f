"""What of the calendar is shown: of which keeper, of which kinds, of customers with which tag."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lovedesk.shop import months
from lovedesk.shop.months import Entry
from lovedesk.shop.tables import rows
from lovedesk.words import _

TALKING = frozenset({"call", "video"})
VISITS, TALKS, PAPERS, OURS, THEIRS, DAYS, SHOP = "visits", "talks", "papers", "ours", "theirs", "days", "shop"


class Kind(NamedTuple):
    """A kind of entries that can be left out."""

    key: str
    label: str
    icon: str


class Sieve(NamedTuple):
    """What is wanted: of one keeper (with what is no one's), without some kinds, of one tag by its word."""

    keeper: int | None = None
    without: frozenset[str] = frozenset()
    tag: int | None = None


def kinds() -> tuple[Kind, ...]:
    """The kinds, as they stand beside each other."""
    return (Kind(VISITS, _("Visits"), "map-pin"), Kind(TALKS, _("Calls"), "phone"),
            Kind(PAPERS, _("Letters and the rest"), "envelope-simple"), Kind(OURS, _("To do"), "check-square"),
            Kind(THEIRS, _("Waiting for them"), "arrow-bend-up-left"), Kind(DAYS, _("Birthdays and days"), "cake"),
            Kind(SHOP, _("Holidays and closed"), "door"))


def kind_of(entry: Entry) -> str:
    """The kind of an entry."""
    match entry.kind:
        case months.FOLLOWUP:
            return THEIRS if entry.theirs else OURS
        case months.HOLIDAY | months.CLOSED:
            return SHOP
        case months.VISIT | months.SHEET:
            return VISITS if entry.channel == "visit" else TALKS if entry.channel in TALKING else PAPERS
    return DAYS


def sifted(entries: Iterable[Entry], sieve: Sieve) -> list[Entry]:
    """The entries that are wanted, in their order; holidays are everyone's."""
    tagged = with_tag(sieve.tag) if sieve.tag else None
    return [entry for entry in entries if kind_of(entry) not in sieve.without
            and (sieve.keeper is None or entry.keeper_id in {None, sieve.keeper})
            and (tagged is None or entry.customer_id in tagged or entry.kind in {months.HOLIDAY, months.CLOSED})]


def with_tag(tag: int) -> set[int]:
    """The customers with a tag."""
    return {row[0] for row in rows(
        """select h.head from customer_tag x join head h on h.id = x.customer_id
           where x.tag_id = ? and x.state = 'live'""", tag)}
