"""Handing over: a day of one of us, or a customer, goes to the other in one action (practice H1)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, followups, shops, timeline, touchpoints
from lovedesk.shop.followups import Due
from lovedesk.shop.heads import all_of
from lovedesk.shop.tables import PATTERN, FollowUp, Touchpoint, rows
from lovedesk.shop.timeline import Touch
from lovedesk.words import _


class Load(NamedTuple):
    """What is open on a day for one of us."""

    touches: list[Touch]
    dues: list[Due]


def load(day: dt.date, keeper: int) -> Load:
    """What one of us has open on a day: touches of every kind, and what is due."""
    touches = [touch for touch in timeline.of_day(day) if touch.keeper_id == keeper and not touch.done]
    dues = [due for due in followups.between(day, day) if due.keeper_id == keeper and not due.done]
    return Load(touches, dues)


def hand_over_day(day: dt.date, giver: int, taker: int) -> int:
    """Give all that is open on a day for one of us to the other. Returns how many things; refused for nothing."""
    _check(taker)
    if giver == taker:
        raise Refused(_("Who takes it over?"))
    given = load(day, giver)
    if not (given.touches or given.dues):
        raise Refused(_("Nothing is open on this day that could be handed over."))
    for touch in given.touches:
        touchpoints.set_keeper(touch.id, taker)
    for due in given.dues:
        followups.set_keeper(due.id, taker)
    return len(given.touches) + len(given.dues)


def hand_over_customer(customer: int, taker: int | None) -> int:
    """Give a customer to one of us, or to nobody in particular, with all that is open. Returns how many things."""
    _check(taker)
    giver = customers.keeper(customer)
    customers.set_keeper(customer, taker)
    _hand_over_patterns(customer, giver, taker)         # first: their times without rows then are the taker's already
    open_touches = [touch for touch in timeline.of_customer(customer)
                    if not (touch.done or touch.cancelled) and touch.keeper_id in {giver, None}]
    dues = [due for due in followups.open_of(customer) if due.keeper_id in {giver, None}]
    for touch in open_touches:
        touchpoints.set_keeper(touch.id, taker)
    for due in dues:
        followups.set_keeper(due.id, taker)
    return len(open_touches) + len(dues)


def _hand_over_patterns(customer: int, giver: int | None, taker: int | None) -> None:
    """Give what repeats with a customer, and is the giver's or no one's."""
    touches = [row[0] for row in rows(
        f"""select t.id from touchpoint_customer l join touchpoint t on t.id = l.touchpoint_id and t.state = ?
            where l.customer_id in {all_of("?")} and l.state = 'live' and coalesce(t.keeper_id, ?) is ?""",
        PATTERN, customer, giver, giver)]
    dues = [row[0] for row in rows(
        f"""select f.id from follow_up f where f.customer_id in {all_of("?")} and f.state = ?
              and coalesce(f.keeper_id, ?) is ?""", customer, PATTERN, giver, giver)]
    Touchpoint.update(keeper=taker).where(Touchpoint.id.in_(touches)).execute()
    FollowUp.update(keeper=taker).where(FollowUp.id.in_(dues)).execute()


def _check(keeper: int | None) -> None:
    if keeper is not None and all(one.id != keeper for one in shops.keepers()):
        raise Refused(_("Who takes it over?"))
