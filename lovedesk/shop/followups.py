"""Follow-ups: what is to be done for a customer by a day, and the promises among them, ours and theirs (B6, F3)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, job_stages, occurrences, tags, taking_up, waiting_requests
from lovedesk.shop.first_answers import Clock
from lovedesk.shop.folding import tidy_line
from lovedesk.shop.heads import LIVE_PERSON, all_of, people_of
from lovedesk.shop.instants import instant
from lovedesk.shop.occurrences import FOLLOWUP, Source
from lovedesk.shop.tables import LIVE_CUSTOMER, TRASHED, FollowUp, rows
from lovedesk.words import _

TITLE_LIMIT = 500       # letters; what is longer is a note


class Due(NamedTuple):
    """A follow-up in a list. `theirs` waits for them; `promised_for` is the day that was promised, however it moved."""

    id: int
    title: str
    customer_id: int | None
    customer: str
    person: str
    due: dt.date | None
    due_time: str               # "09:30", or empty
    promised: bool
    promised_for: dt.date | None
    theirs: bool
    keeper: str
    kind: str
    phone: str
    done: bool
    dropped: bool
    dropped_why: str
    keeper_id: int | None
    reminds: bool = True        # not of someone who died or left
    told_on: dt.date | None = None      # when it was promised or asked for
    clock: Clock | None = None          # of what they asked for, while it waits
    series: int | None = None   # what it is one of
    before: int = 0             # how many of them that nobody did are behind this one


def add(title: str, *, customer: int | None = None, due: dt.date | None = None, due_time: str = "",
        promised: bool = False, theirs: bool = False, person: int | None = None, touchpoint: int | None = None,
        kind: str = "", keeper: int | None = None, told_on: dt.date | None = None) -> int:
    """Keep something to do by a day; `promised` if they were told so, `theirs` if it is for them. Returns its id."""
    if customer is not None:
        customers.get(customer)
    return int(FollowUp.create(
        title=tags.take_of(_checked_title(title), customer, person), customer=customer, due=_checked_day(due),
        due_time=_checked_time(due_time), promised=int(promised), promised_for=due if promised else None,
        theirs=int(theirs), person=person,
        touchpoint=taking_up.there(touchpoint), kind=kind, keeper=keeper, told_on=told_on).id)


def _checked_title(title: str) -> str:
    title = tidy_line(title)
    if not title:
        raise Refused(_("What is to be done?"))
    if len(title) > TITLE_LIMIT:
        raise Refused(_("This is too long for one thing to do. Keep the rest as a note."))
    return title


def _checked_day(day: dt.date | None) -> dt.date | None:
    if day is not None and not 1900 <= day.year <= 2200:
        raise Refused(_("This day is too far away to plan for."))
    return day


def _checked_time(text: str) -> str:
    text = tidy_line(text)
    if not text:
        return ""
    hours, _colon, minutes = text.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60 and len(minutes) == 2):
        raise Refused(_("A time is written like 9:30."))
    return f"{int(hours):02}:{minutes}"


def _set(followup: int, **values: object) -> None:
    if not rows("select 1 from follow_up where id = ? and state = 'live'", followup):
        taking_up.take_up(followup)
    if not FollowUp.update(values).where(FollowUp.id == followup, FollowUp.state == "live").execute():
        raise Refused(_("This is not here any more. Look in the trash."))


def rename(followup: int, title: str) -> None:
    """Say in other words what is to be done."""
    title = _checked_title(title)
    whose = rows("select customer_id, person_id from follow_up where id = ?", followup)
    title = tags.take_of(title, *whose[0]) if whose else title
    _set(followup, title=title)
    waiting_requests.followup_renamed(followup, title)


def move(followup: int, due: dt.date | None, due_time: str = "") -> None:
    """Do it on another day; the day that was promised is kept beside it."""
    _set(followup, due=_checked_day(due), due_time=_checked_time(due_time))
    job_stages.followup_moved(followup, due)


def put_off(followup: int, due: dt.date) -> None:
    """Do it on another day, at the time it had."""
    _set(followup, due=_checked_day(due))
    job_stages.followup_moved(followup, due)


def promise(followup: int, promised: bool) -> None:
    """Say whether they were told so; the day it is due is the day that was promised."""
    _set(followup, promised=int(promised), promised_for=FollowUp.due if promised else None)


def set_theirs(followup: int, theirs: bool) -> None:
    """Say whether we wait for them."""
    _set(followup, theirs=int(theirs))


def set_keeper(followup: int, keeper: int | None) -> None:
    """Say who does it."""
    _set(followup, keeper=keeper)


def finish(followup: int, *, now: dt.datetime) -> None:
    """Mark it done; what is done already keeps its first moment."""
    _set(followup, dropped_at=None, dropped_why="")
    FollowUp.update(done_at=instant(now)).where(FollowUp.id == followup, FollowUp.done_at.is_null()).execute()
    job_stages.followup_done(followup, now)
    waiting_requests.followup_done(followup, now)


def reopen(followup: int) -> None:
    """Open again what was done or dropped."""
    _set(followup, done_at=None, dropped_at=None, dropped_why="")
    job_stages.followup_opened(followup)
    waiting_requests.followup_opened(followup)


def drop(followup: int, why: str, *, now: dt.datetime) -> None:
    """Let it go, with the reason."""
    why = tidy_line(why)
    if not why:
        raise Refused(_("Why is it dropped? A few words are enough."))
    _set(followup, done_at=None, dropped_at=instant(now), dropped_why=why)
    waiting_requests.followup_dropped(followup, why, now)


def trash(followup: int) -> None:
    """Put it into the trash."""
    _set(followup, state=TRASHED)


_REMINDS = "coalesce(c.standing, '') <> 'gone' and coalesce(p.gone, '') = ''"
_PHONE = f"""coalesce((select n.value from contact_point n where n.kind = 'phone' and n.state = 'live'
        and (n.person_id in {all_of("p.id")} or n.customer_id in {all_of("c.id")}
          or (f.person_id is null and n.person_id in {people_of("c.id")}))
        and not exists (select 1 from person g where g.id = n.person_id and g.gone <> '')
        order by f.person_id is not null and n.person_id is not null desc, n.preferred desc,
          n.customer_id is null, n.position, n.id limit 1), '')"""
_WHOSE = f"""left join head h on h.id = f.customer_id left join customer c on c.id = h.head
      left join head w on w.id = f.person_id left join person p on p.id = w.head and {LIVE_PERSON}"""
_DUES = f"""
    select {{id}}, f.title, c.id, coalesce(c.name, ''), coalesce(p.name, ''), {{start}}, f.due_time, f.promised,
      iif(f.state = 'pattern' and f.promised, {{start}}, f.promised_for), f.theirs, coalesce(k.name, ''), f.kind,
      {_PHONE},
      f.done_at is not null, f.dropped_at is not null, f.dropped_why,
      f.keeper_id, {_REMINDS}, f.told_on, {{series}}, {{before}}
    from {{rows}} {_WHOSE}
      left join shopkeeper k on k.id = f.keeper_id
    where {{state}} and (f.customer_id is null or {LIVE_CUSTOMER}) and """
_LEAN = _DUES.replace(_PHONE, "''")        # a long list calls nobody
_OPEN = "f.done_at is null and f.dropped_at is null"
_ROWS = occurrences.kept(FOLLOWUP)
_COMING = occurrences.coming(FOLLOWUP)


def _dues(where: str, *values: object) -> list[Due]:
    return _in_order(_found(_ROWS, where, *values))


def _found(source: Source, where: str, *values: object, dues: str = _DUES) -> list[Due]:
    return [_due(row) for row in rows((dues + where).format_map(source._asdict()), *values)]


def _in_order(found: list[Due]) -> list[Due]:
    found.sort(key=_by_day)
    if not any(due.kind == waiting_requests.KIND for due in found):
        return found
    clocks = waiting_requests.clocks()
    return [due._replace(clock=clocks.get(due.id)) for due in found]


def _due(row: tuple[Any, ...]) -> Due:
    return Due._make((*row[:5], _day(row[5]), row[6], bool(row[7]), _day(row[8]), bool(row[9]), *row[10:13],
                      bool(row[13]), bool(row[14]), *row[15:17], bool(row[17]), _day(row[18]), None,
                      *row[19:21]))


def _by_day(due: Due) -> tuple[dt.date, bool, str, int]:
    return due.due or dt.date.max, not due.due_time, due.due_time, due.id


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def by_waiting(due: Due) -> tuple[bool, str]:
    """For sorting: those who wait for a first answer of ours before all else, the longest first (practice B6)."""
    return (False, due.clock.since.isoformat()) if due.clock and due.clock.ticks else (True, "")


def get(followup: int) -> Due | None:
    """One follow-up; None when it is gone."""
    found = _dues("f.id = ?", followup)
    if not found and (source := occurrences.just(FOLLOWUP, followup)):
        found = _in_order(_found(source, "o.id = ?", followup))
    return found[0] if found else None


def open_until(last: dt.date, *, today: dt.date | None = None, numbers: bool = True) -> list[Due]:
    """All that is open and due by `last`, the longest waiting first. Of what repeats, the last before today that nobody
    did stands for those before it; without `today`, `last` is it. A long list has no `numbers`: see `with_numbers`."""
    today = today or last
    ahead = occurrences.ahead(FOLLOWUP, today, max(last, today - dt.timedelta(1)))
    missed = occurrences.missed(FOLLOWUP, dt.datetime.combine(today, dt.time()))
    dues = _DUES if numbers else _LEAN
    return _in_order([*_found(_ROWS, f"{_OPEN} and {_REMINDS} and f.due <= ?", last, dues=dues),
                      *(due for source in (missed, ahead) for due in _found(source, _REMINDS, dues=dues)
                        if due.due and due.due <= last)])


def with_numbers(dues: Sequence[Due]) -> list[Due]:
    """The same with the numbers to call: of the few that are shown."""
    numbers = dict(rows(
        f"select f.id, {_PHONE} from follow_up f {_WHOSE} where f.id in (select value from json_each(?))",
        json.dumps([number for due in dues for number in (due.id, due.series) if number])))
    return [due._replace(phone=numbers.get(due.id) or numbers.get(due.series or 0, "")) for due in dues]


def between(first: dt.date, last: dt.date, *, numbers: bool = True) -> list[Due]:
    """All that is due from the first to the last day, done too; what was dropped is left out. Without `numbers` as
    above."""
    remembered = f"(f.done_at is not null or {_REMINDS})"
    where = f"f.dropped_at is null and {remembered} and {{start}} between ? and ?"
    return _in_order([due for source in (_ROWS, occurrences.ahead(FOLLOWUP, first, last))
                      for due in _found(source, where, first, last, dues=_DUES if numbers else _LEAN)])


def open_without_day() -> list[Due]:
    """What is open and has no day."""
    return _dues(f"{_OPEN} and {_REMINDS} and f.due is null")


def open_of(customer: int) -> list[Due]:
    """All that is open for a customer, both sides', what has no day last; of what repeats, the next one."""
    whose = f"f.customer_id in {all_of('?')}"
    first = """o.start = (select min(x.start) from occurrence x where x.series = o.series and x.start > coalesce((
      select max(r.series_start) from follow_up r where r.series_id = o.series
        and r.state not in ('undone', 'pattern')), ''))"""
    return _in_order([*_found(_ROWS, f"{_OPEN} and {whose}", customer),
                      *_found(_COMING, f"{whose} and {first}", customer)])


def of(customer: int) -> list[Due]:
    """All that was ever to be done for a customer."""
    return _dues(f"f.customer_id in {all_of('?')}", customer)


def of_touchpoint(touchpoint: int) -> list[Due]:
    """What was promised at a touchpoint, by both sides."""
    return _dues("f.touchpoint_id = ?", touchpoint)
