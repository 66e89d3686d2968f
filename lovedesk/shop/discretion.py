"""What is not shown while someone is looking, besides what is private: that something went wrong, tender questions."""

from __future__ import annotations

from collections.abc import Iterable

from lovedesk.shop import topics
from lovedesk.shop.questions import Offer

_TENDER = frozenset({"problem"})        # occasions that say something of the customer that no other needs to read


def occasion(slug: str, *, looking: bool) -> str:
    """The occasion that may be shown; none in the place of a tender one."""
    return "" if looking and slug in _TENDER else slug


def offers(found: Iterable[Offer], *, looking: bool) -> list[Offer]:
    """The questions that may be shown: not those about a worry, and others whose topic stays off paper."""
    return [offer for offer in found if not looking or offer.topic in {"birthday", "say"}
            or topics.get(offer.topic).paper]
