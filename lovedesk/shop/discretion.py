"""What is not shown while someone is looking, besides what is private: that something went wrong, tender questions."""

from __future__ import annotations

from collections.abc import Iterable

from lovedesk.shop import topics
from lovedesk.shop.months import Entry
from lovedesk.shop.questions import Offer

_TENDER = frozenset({"problem"})        # occasions that say something of the customer that no other needs to read


def occasion(slug: str, *, looking: bool) -> str:
    """The occasion that may be shown; none in the place of a tender one."""
    return "" if looking and slug in _TENDER else slug


def offers(found: Iterable[Offer], *, looking: bool) -> list[Offer]:
    """The questions that may be shown: not those about a worry, and others whose topic stays off paper."""
    return [offer for offer in found if not looking or offer.topic in {"birthday", "say"}
            or topics.get(offer.topic).paper]


def entries(found: Iterable[Entry], *, looking: bool) -> list[Entry]:
    """What of the calendar may be shown: nothing private, and of what went wrong neither the occasion nor the words."""
    return [_plain(entry) for entry in found if not entry.private] if looking else list(found)


def _plain(entry: Entry) -> Entry:
    if entry.occasion not in _TENDER:
        return entry
    return entry._replace(occasion="", title="" if entry.customer else entry.title)
