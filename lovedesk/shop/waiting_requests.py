"""What waits while a request is open: a follow-up whose id is made from it, so that Today and every list show it.

The follow-up and its request tell each other what became of them.
"""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import first_answers
from lovedesk.shop.columns import LIVE
from lovedesk.shop.first_answers import Clock
from lovedesk.shop.instants import instant
from lovedesk.shop.putting import put
from lovedesk.shop.tables import TRASHED, FollowUp, Request, rows
from lovedesk.store.ids import id_of

KIND = "request"        # of a follow-up


def followup_of(request: int) -> int:
    """The id of the follow-up that waits for a request."""
    return id_of("request", request, "waits")


def follow(request: int, *, now: dt.datetime) -> None:
    """Bring the follow-up of a request up to it: its words, its day, and whether it is settled."""
    (customer, person, text, asked, outcome, reason, keeper), = rows(
        "select customer_id, person_id, text, asked_on, outcome, reason, keeper_id from request "
        "where id = ?", request)
    known = rows("select due, done_at, dropped_at from follow_up where id = ? and state = 'live'", followup_of(request))
    due, done, dropped = known[0] if known else (asked, None, None)
    put(FollowUp, followup_of(request), customer=customer, person=person, kind=KIND, title=text,
        due=due, keeper=keeper, told_on=asked, done_at=(done or instant(now)) if outcome == "granted" else None,
        dropped_at=(dropped or instant(now)) if outcome == "declined" else None,
        dropped_why=reason if outcome == "declined" else "")


def clocks() -> dict[int, Clock]:
    """The clock of each request that waits, by the follow-up that waits for it."""
    return {followup_of(request): clock for request, clock in first_answers.clocks().items()}


def put_away(request: int) -> None:
    """Put what waits into the trash with its request."""
    FollowUp.update(state=TRASHED).where(FollowUp.id == followup_of(request)).execute()


def bring_back(request: int) -> None:
    """Bring back what waits for a request that came out of the trash."""
    FollowUp.update(state=LIVE).where(FollowUp.id == followup_of(request), FollowUp.state == TRASHED).execute()


def _request_of(followup: int) -> int | None:
    """The request that a follow-up waits for."""
    return next((request for (request,) in rows(
        """select r.id from follow_up f join request r on r.customer_id = f.customer_id
           where f.id = ? and f.kind = ?""", followup, KIND) if followup_of(request) == followup), None)


def followup_done(followup: int, now: dt.datetime) -> None:
    """What waited was ticked: the request is granted."""
    _settle(followup, "granted", "", now)


def followup_dropped(followup: int, why: str, now: dt.datetime) -> None:
    """What waited was dropped: the request is declined, with that reason."""
    _settle(followup, "declined", why, now)


def _settle(followup: int, outcome: str, reason: str, now: dt.datetime) -> None:
    request = _request_of(followup)
    if request is not None:
        (answered,), = rows("select answered_at from request where id = ?", request)
        Request.update(outcome=outcome, reason=reason, settled_on=now.date(),
                       answered_at=answered or instant(now)).where(Request.id == request).execute()


def followup_opened(followup: int) -> None:
    """What waits is open again, and so is its request."""
    request = _request_of(followup)
    if request is not None:
        Request.update(outcome="", settled_on=None).where(Request.id == request).execute()


def followup_renamed(followup: int, text: str) -> None:
    """What waits was said in other words: so was asked."""
    Request.update(text=text).where(Request.id == _request_of(followup)).execute()
