"""Catching up: everything that fell due and is still open, done, put off to a real day, or dropped (B6, H1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import followups, timeline, touchpoints
from lovedesk.shop.followups import Due
from lovedesk.shop.reminding import CUSTOMER, PERSON
from lovedesk.shop.tables import rows
from lovedesk.shop.timeline import Touch
from lovedesk.words import _

FOLLOWUP, SHEET = "followup", "sheet"
MONDAY = 7


class Fallen(NamedTuple):
    """Something that fell due: a follow-up of either side, or a visit that waits as a sheet to type in."""

    kind: str
    id: int
    title: str                  # what is to be done; of a visit what it was for
    customer_id: int | None
    customer: str
    person: str
    phone: str
    channel: str                # of a visit
    day: dt.date
    time: str                   # "09:30", or empty
    promised: bool
    promised_for: dt.date | None
    theirs: bool
    keeper: str
    keeper_id: int | None
    before: int = 0             # how many more of what repeats are behind this one


class Asking(NamedTuple):
    """Kind words with which they are asked after what we wait for."""

    subject: str
    words: str


def fallen(now: dt.datetime) -> list[Fallen]:
    """All that fell due before today and is open, and the visits until now without a debrief, the oldest first."""
    dues = [_of_due(due) for due in followups.open_until(now.date() - dt.timedelta(1), today=now.date())]
    sheets = [_of_touch(touch) for touch in timeline.to_type_in(now)]
    return sorted([*dues, *sheets], key=_order)


def _of_due(due: Due) -> Fallen:
    assert due.due is not None  # what is open until a day has one
    return Fallen(FOLLOWUP, due.id, due.title, due.customer_id, due.customer, due.person, due.phone, "", due.due,
                  due.due_time, due.promised, due.promised_for, due.theirs, due.keeper, due.keeper_id, due.before)


def _of_touch(touch: Touch) -> Fallen:
    return Fallen(SHEET, touch.id, touch.title, touch.customer_id or None, touch.customer,
                  touch.people[0] if touch.people else "", touch.phone, touch.channel, touch.start.date(),
                  "" if touch.days else touch.start.strftime("%H:%M"), False, None, False, touch.keeper,
                  touch.keeper_id, touch.before)


def _order(thing: Fallen) -> tuple[dt.date, str, int]:
    return thing.day, thing.time or "24", thing.id


def fell_due_since(last_seen: dt.date, now: dt.datetime) -> bool:
    """Whether anything fell due on the days between the one when the desk was last open, and today."""
    first, last = last_seen + dt.timedelta(1), now.date()
    return first < last and (_any_row(first, last) or any(first <= thing.day < last for thing in fallen(now)))


def _any_row(first: dt.date, last: dt.date) -> bool:
    """Whether a row of its own fell due: asked first, since it is nearly always so."""
    return bool(rows(
        f"""select 1 from follow_up f left join head h on h.id = f.customer_id left join customer c on c.id = h.head
              left join head w on w.id = f.person_id left join person p on p.id = w.head
            where f.state = 'live' and f.done_at is null and f.dropped_at is null and f.due >= ? and f.due < ?
              and (f.customer_id is null or {CUSTOMER}) and (f.person_id is null or {PERSON})
            union all select 1 from touchpoint t
            where t.state = 'live' and {timeline.OPEN} and t.start >= ? and t.start < ? and {timeline.REMINDS}
            limit 1""", first, last, first, last))


def proposed_days(today: dt.date) -> list[dt.date]:
    """Real days for what is put off: tomorrow, next Monday, in a week; each once."""
    monday = today + dt.timedelta(MONDAY - today.weekday())
    return list(dict.fromkeys([today + dt.timedelta(1), monday, today + dt.timedelta(7)]))


def finish(dues: Sequence[int], visits: Sequence[int], *, now: dt.datetime) -> None:
    """Mark follow-ups done, and visits as gone fine."""
    for due in dues:
        followups.finish(due, now=now)
    for visit in visits:
        touchpoints.finish(visit, now=now)


def put_off(dues: Sequence[int], visits: Sequence[int], day: dt.date | None, *, now: dt.datetime) -> None:
    """Put things off to a day from today on, at the time they had; a promise keeps the day that was promised."""
    if day is None or day < now.date():
        raise Refused(_("Later means a day from today on."))
    for due in dues:
        followups.put_off(due, day)
    for visit in visits:
        touchpoints.put_off(visit, day)


def drop(dues: Sequence[int], visits: Sequence[int], why: str, *, now: dt.datetime) -> None:
    """Let things go with a reason: follow-ups are dropped, visits were not."""
    for due in dues:
        followups.drop(due, why, now=now)
    for visit in visits:
        touchpoints.cancel(visit, why, now=now)


def asking(thing: Fallen) -> Asking:
    """How to ask kindly after something that we wait for."""
    who = thing.person or thing.customer
    hello = _("Hello {name},").format(name=who) if who else _("Hello,")
    return Asking(thing.title, _("{hello} a friendly question: how is it going with “{title}”? "
                                 "There is no hurry; tell us if we can help.").format(hello=hello, title=thing.title))
