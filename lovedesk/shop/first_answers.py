"""Their clock: since when a request waits, and when we first answered: by a touch, or when someone says so (B6)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop.columns import LIVE
from lovedesk.shop.heads import all_of
from lovedesk.shop.instants import instant, wall
from lovedesk.shop.tables import LIVE_CUSTOMER, Request, rows

ANSWERING = ("visit", "call", "video", "letter", "email", "message")     # the touches that can be an answer


class Clock(NamedTuple):
    """When they asked, the hour where it is known, and when we first answered."""

    asked_on: dt.date | None
    asked_at: dt.datetime | None
    answered: dt.datetime | None

    @property
    def ticks(self) -> bool:
        """Whether they still wait for a first answer."""
        return self.answered is None

    @property
    def since(self) -> dt.datetime:
        """Since when they wait; where the hour is not known, since that morning."""
        return self.asked_at or dt.datetime.combine(self.asked_on or dt.date.max, dt.time())


def clocks() -> dict[int, Clock]:
    """The clock of each request that waits, by its id."""
    return {request: Clock(dt.date.fromisoformat(day) if day else None, _moment(at), _moment(answered))
            for request, day, at, answered in rows(
                f"""select r.id, r.asked_on, r.asked_at, r.answered_at from request r
                      join head h on h.id = r.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
                    where r.state = 'live' and r.outcome = ''""")}


def _moment(instant_text: str | None) -> dt.datetime | None:
    return wall(instant_text) if instant_text else None


def by_touch(touchpoint: int) -> None:
    """A touch that has been answers for the first time what its customers had asked for before it."""
    for start, request, day, at in _asked_before(touchpoint, "r.answered_at is null"):
        asked = wall(at) if at else dt.datetime.combine(dt.date.fromisoformat(day), dt.time())
        if asked <= start:
            Request.update(answered_at=instant(start)).where(Request.id == request).execute()


def not_by_touch(touchpoint: int) -> None:
    """A touch that is open again has answered nothing yet."""
    for start, request, _day, _at in _asked_before(touchpoint, "r.answered_at is not null"):
        Request.update(answered_at=None).where(Request.id == request, Request.answered_at == instant(start)).execute()


def _asked_before(touchpoint: int, where: str) -> list[tuple[dt.datetime, int, str, str | None]]:
    """What its customers asked for and still wait for, but not what was asked for there."""
    channels = ", ".join(f"'{channel}'" for channel in ANSWERING)
    return [(dt.datetime.fromisoformat(start), request, day, at) for start, request, day, at in rows(
        f"""select t.start, r.id, r.asked_on, r.asked_at from touchpoint t
              join touchpoint_customer l on l.touchpoint_id = t.id and l.state = '{LIVE}'
              join head h on h.id = l.customer_id join request r on r.customer_id in {all_of("h.head")}
            where t.id = ? and t.channel in ({channels}) and r.state = '{LIVE}' and r.outcome = ''
              and r.asked_on is not null and coalesce(r.touchpoint_id, 0) <> t.id and {where}
            group by r.id""", touchpoint)]
