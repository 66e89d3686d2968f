"""Requests: something special they asked for, and what became of it: done, or declined honestly (practices B6, C2)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import care_lines, customers, taking_up, waiting_requests
from lovedesk.shop.folding import tidy
from lovedesk.shop.heads import all_of
from lovedesk.shop.instants import instant, wall
from lovedesk.shop.quick_days import Reader
from lovedesk.shop.tables import LIVE_CUSTOMER, TRASHED, Request, rows
from lovedesk.words import _

GRANTED, DECLINED = "granted", "declined"
WORDS_LIMIT = 5_000     # letters of what was done, the reason, the alternative
_FIELDS = frozenset({"done", "reason", "instead"})


class RequestRow(NamedTuple):
    """Something special that was asked for. `outcome` is empty while it waits; `answered` is when we first answered."""

    id: int
    customer_id: int
    customer: str
    person: str
    text: str
    asked_on: dt.date | None
    answered: dt.datetime | None
    outcome: str
    done: str
    reason: str
    instead: str
    settled_on: dt.date | None
    keeper_id: int | None
    asked_at: dt.datetime | None = None     # where the hour is known

    @property
    def waits(self) -> bool:
        """Whether nothing has become of it yet."""
        return not self.outcome


def outcome_word(outcome: str) -> str:
    """What became of a request, as it is said on screen."""
    return {"": _("open"), GRANTED: _("done"), DECLINED: _("declined")}.get(outcome, outcome)


def add(text: str, *, customer: int, now: dt.datetime, asked_on: dt.date | None = None, person: int | None = None,
        keeper: int | None = None, touchpoint: int | None = None, asked_at: dt.datetime | None = None) -> int:
    """Keep what they asked for, at a moment, on a day, or now; it waits on Today until settled. Returns its id."""
    customers.get(customer)
    request = int(Request.create(
        customer=customer, person=person, text=_checked(text), asked_on=asked_on or (asked_at or now).date(),
        asked_at=instant(_checked_moment(asked_at, now) or now) if asked_at or not asked_on else None,
        keeper=keeper, touchpoint=taking_up.there(touchpoint)).id)
    waiting_requests.follow(request, now=now)
    return request


def _checked_moment(asked_at: dt.datetime | None, now: dt.datetime) -> dt.datetime | None:
    if asked_at is not None and asked_at > now:
        raise Refused(_("They have not asked yet at that hour."))
    return asked_at


def set_asked(request: int, asked_at: dt.datetime, *, now: dt.datetime) -> None:
    """Correct when they asked, to the hour."""
    _set(request, now, asked_at=instant(_checked_moment(asked_at, now) or now), asked_on=asked_at.date())


def read_asked(text: str, now: dt.datetime) -> dt.datetime:
    """The moment that a typed text names: "16:30" is of today, a day alone is its morning. Refused for any other."""
    found = [moment for when in Reader(text, now.date(), past=True).all() for moment in when.readings[:1]]
    day = next((moment.day for moment in found if moment.day), now.date())
    time = next((moment.time for moment in found if moment.time), None)
    if not found:
        raise Refused(_("No day or time can be read here. Try “16:30” or “yesterday at 9”."))
    return dt.datetime.combine(day, time or dt.time())


def _checked(text: str) -> str:
    return care_lines.checked(text, _("What did they ask for?"))


def change(request: int, text: str, *, now: dt.datetime) -> None:
    """Say in other words what they asked for."""
    _set(request, now, text=_checked(text))


def _set(request: int, now: dt.datetime, **values: object) -> None:
    care_lines.set_values(Request, request, **values)
    waiting_requests.follow(request, now=now)


def answer(request: int, *, now: dt.datetime) -> None:
    """We have answered for the first time; it still waits. A first answer keeps its moment."""
    care_lines.set_values(Request, request, answered_at=_first_answer(request, now))


def _first_answer(request: int, now: dt.datetime) -> str:
    found = rows("select answered_at from request where id = ?", request)
    return found[0][0] if found and found[0][0] else instant(now)


def grant(request: int, done: str = "", *, now: dt.datetime) -> None:
    """It was done, and what."""
    _set(request, now, outcome=GRANTED, done=_words(done), reason="", settled_on=now.date(),
         answered_at=_first_answer(request, now))


def decline(request: int, reason: str, instead: str = "", *, now: dt.datetime) -> None:
    """It cannot be, with the honest reason and what we can do instead. Refused without a reason."""
    reason = _words(reason)
    if not reason:
        raise Refused(_("What is the honest reason? A few words are enough."))
    _set(request, now, outcome=DECLINED, reason=reason, instead=_words(instead), settled_on=now.date(),
         answered_at=_first_answer(request, now))


def write(request: int, field: str, text: str, *, now: dt.datetime) -> None:
    """Correct what was done, the reason, or the alternative."""
    if field not in _FIELDS:
        raise ValueError(f"a request has no text {field}")
    _set(request, now, **{field: _words(text)})


def _words(text: str) -> str:
    text = tidy(text)
    if len(text) > WORDS_LIMIT:
        raise Refused(_("This is too long for one line. Keep the rest as a detail or a note."))
    return text


def reopen(request: int, *, now: dt.datetime) -> None:
    """It waits again."""
    _set(request, now, outcome="", settled_on=None)


def trash(request: int) -> None:
    """Put it into the trash; it waits no more."""
    care_lines.set_values(Request, request, state=TRASHED)
    waiting_requests.put_away(request)


_ROWS = f"""
    select r.id, c.id, c.name, coalesce(p.name, ''), r.text, r.asked_on, r.answered_at, r.outcome, r.done, r.reason,
      r.instead, r.settled_on, r.keeper_id, r.asked_at
    from request r join head h on h.id = r.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
      left join head w on w.id = r.person_id left join person p on p.id = w.head and p.state = 'live'
    where r.state = 'live' and """


def _requests(where: str, *values: object) -> list[RequestRow]:
    return [RequestRow._make((*row[:5], care_lines.day(row[5]), wall(row[6]) if row[6] else None, *row[7:11],
                              care_lines.day(row[11]), row[12],
                              wall(row[13]) if row[13] else None)) for row in rows(_ROWS + where, *values)]


def of(customer: int) -> list[RequestRow]:
    """All that a customer asked for: what waits for a first answer before the rest, the longest first, then the
    newest that is settled."""
    return _requests(f"""r.customer_id in {all_of("?")}
        order by r.outcome <> '', r.outcome = '' and r.answered_at is not null,
          iif(r.outcome = '', coalesce(r.asked_at, r.asked_on), ''), r.settled_on desc, r.id desc""", customer)
