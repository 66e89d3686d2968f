"""The calendar: what lies on each day of a month, and the agenda beside it (practices B2, F3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from lovedesk.shop import detail_days, followups, homecomings, occurrences, reminding, shops, special_days, timeline
from lovedesk.shop.followups import Due
from lovedesk.shop.occurrences import TOUCHPOINT
from lovedesk.shop.opening import DayOpen
from lovedesk.shop.tables import LIVE_CUSTOMER, NOT_CUSTOMER, rows
from lovedesk.shop.timeline import Touch
from lovedesk.words import _, joined

VISIT, SHEET, FOLLOWUP, BIRTHDAY, DAY = "visit", "sheet", "followup", "birthday", "day"
DETAIL, HOLIDAY, CLOSED = "detail", "holiday", "closed"
WHOLE_DAY = frozenset({BIRTHDAY, DAY, DETAIL, HOLIDAY, CLOSED})
FORTNIGHT = 14
LONGEST = 366           # days that something may last


class Entry(NamedTuple):
    """Something on a day. `kind` says whose id it is: a touchpoint's (visit, or sheet to type in), a follow-up's, or
    a special day's (birthday, or another day of theirs, whose word is the title; a job's, where it came home), a
    detail's that names a day, of a closed day of ours; a holiday's is its day. A month's visits have no people and no
    place: nobody reads them there, and a month has many. `days` > 0 are whole days from `day` on."""

    day: dt.date | None
    time: dt.time | None
    kind: str
    id: int
    channel: str
    occasion: str
    title: str
    customer_id: int | None
    customer: str
    people: str
    place: str
    done: bool = False
    theirs: bool = False
    promised: bool = False
    age: int | None = None
    minutes: int = 0
    days: int = 0
    zone: str = ""              # of its place, where that is not the shop's
    keeper_id: int | None = None
    keeper: str = ""
    series: int | None = None   # what it is one of
    at_once: int = 0            # how many of one keeper are at this time, itself counted, where they are several
    private: bool = False       # stays off paper, and away from who looks over one's shoulder
    others: int = 0             # how many customers it is with besides the one that is named
    person: bool = False        # the customer is one, and has a given name

    @property
    def last(self) -> dt.date | None:
        """The last day that it lies on."""
        return self.day + dt.timedelta(self.days - 1) if self.day and self.days > 1 else self.day

    @property
    def whom(self) -> str:
        """The customer's name, and how many others; of our own the title."""
        name = self.customer or self.title
        return with_others(name, self.others) if self.others else name


def with_others(name: str, others: int) -> str:
    """"Haddad +2"."""
    return _("{name} +{n}").format(name=name, n=others)


class Agenda(NamedTuple):
    """The list beside the month; what waits without a day stands last."""

    still_open: list[Entry]
    today: list[Entry]
    planned: list[Entry]
    without_day: list[Entry]


def month(first: dt.date, last: dt.date, *, keeper: int | None = None) -> list[Entry]:
    """All that lies on the days from the first to the last, in order: days of theirs, then by time, then the rest;
    for a keeper also what only they may see."""
    return in_order([entry for part in parts(first, last, keeper=keeper) for entry in part])


def parts(first: dt.date, last: dt.date, *, keeper: int | None = None) -> Iterator[list[Entry]]:
    """The same, question by question, in no order: for a page on which keys must not wait for all of them."""
    yield days_of_theirs(first, last, keeper=keeper)
    yield from _visits(first, last)
    yield _followups(first, last)


def in_order(entries: list[Entry]) -> list[Entry]:
    """Days of theirs first, then by time, then the rest."""
    return sorted(entries, key=_order)


def _visits(first: dt.date, last: dt.date) -> Iterator[list[Entry]]:
    """Those with a row of their own, then the times of what repeats."""
    since = first - dt.timedelta(_longest())
    query = f"""select {{start}}, {{id}}, t.channel, t.occasion, t.title, c.id, coalesce(c.name, ''),
              t.done_at is not null, t.minutes, t.days, t.zone, t.keeper_id, coalesce(k.name, ''), {{series}},
              (select count(*) from touchpoint_customer l where l.touchpoint_id = t.id),
              c.kind = 'person'
            from {{rows}} left join shopkeeper k on k.id = t.keeper_id left join customer c on c.id = (
              select c.id from touchpoint_customer l join head h on h.id = l.customer_id
                join customer c on c.id = h.head and {LIVE_CUSTOMER}
              where l.touchpoint_id = t.id and l.state = 'live' order by l.id limit 1)
            where {{state}} and (c.id is not null or {timeline.OWN})
              and t.cancelled_at is null and {{start}} >= ? and {{start}} < ?
              and ({{start}} >= ? or t.days > 1 and date({{start}}, (t.days - 1) || ' days') >= ?)
              and (c.standing <> 'gone' or {timeline.REMINDS})"""
    sources = occurrences.kept(TOUCHPOINT), occurrences.ahead(TOUCHPOINT, since, last)
    for source in sources:
        found = rows(query.format_map(source._asdict()), since, last + dt.timedelta(1), first, first)
        others = _others({one for row in found if row[-2] > 1 for one in (row[1], row[-3]) if one})
        yield _elsewhere([_of_visit(row, others) for row in found])


def _others(touchpoints: set[int]) -> dict[int, int]:
    """How many customers each is with besides the first, of the few that may be with several."""
    return dict(rows(
        f"""select l.touchpoint_id, count(distinct c.id) - 1 from touchpoint_customer l join head h
              on h.id = l.customer_id join customer c on c.id = h.head and {LIVE_CUSTOMER}
            where l.touchpoint_id in ({", ".join(map(str, touchpoints))}) and l.state = 'live'
            group by l.touchpoint_id""")) if touchpoints else {}


def _elsewhere(entries: list[Entry]) -> list[Entry]:
    """A zone is told where it is not the shop's; most have none, and then nobody asks which the shop's is."""
    if not any(entry.zone for entry in entries):
        return entries
    from lovedesk.formats import zones  # with all names of zones: only for who has one

    here = shops.zone() or zones.laptop()
    return [entry._replace(zone="") if entry.zone == here else entry for entry in entries]


def _longest() -> int:
    """How many days before a month something may have begun that still goes on: few shops have any that do."""
    return min(LONGEST, int(rows("select coalesce(max(days), 0) from touchpoint where days > 1")[0][0]))


def _of_visit(row: tuple[Any, ...], others: dict[int, int]) -> Entry:
    (start, touchpoint, channel, occasion, title, customer, name, done, minutes, days, zone, keeper, whose, series,
     many, person) = row
    at = dt.datetime.fromisoformat(start)
    # By place: a month has thousands, and names would cost half as much again.
    return Entry(at.date(), None if days else at.time(), VISIT, touchpoint, channel, occasion, title, customer, name,
                 "", "", bool(done), False, False, None, minutes, days, zone, keeper, whose, series, 0, False,
                 others.get(touchpoint, others.get(series, 0)) if many > 1 else 0, bool(person))


def _followups(first: dt.date, last: dt.date) -> list[Entry]:
    return [_of_due(due) for due in followups.between(first, last, numbers=False)]


def agenda(now: dt.datetime, days: int = FORTNIGHT, *, dues: list[Due] | None = None) -> Agenda:
    """What is still open from before, what today holds, and what is planned for the days ahead; `dues` are the open
    follow-ups until the last of them, if they are known already. Visits are as in a month: `in_full` says the rest."""
    today, last = now.date(), now.date() + dt.timedelta(days)
    sheets = timeline.to_type_in(now)
    waiting = {sheet.id for sheet in sheets}
    dues = followups.open_until(last, today=today, numbers=False) if dues is None else dues
    open_dues = [_of_due(due) for due in dues]
    visits = [entry for part in _visits(today, last) for entry in part if entry.id not in waiting]
    ahead = [*visits, *open_dues, *days_of_theirs(today, last)]
    late = [entry for entry in open_dues if entry.day and entry.day < today]
    return Agenda(
        still_open=sorted([*map(_of_sheet, sheets), *late], key=_order),
        today=sorted([entry for entry in ahead if entry.day == today], key=_order),
        planned=sorted([entry for entry in ahead if entry.day and entry.day > today and not entry.done], key=_order),
        without_day=[_of_due(due) for due in followups.open_without_day()])


def in_full(entries: list[Entry]) -> list[Entry]:
    """The same entries, visits with their people and their place: of the few that are shown."""
    visits = [entry for entry in entries if entry.kind == VISIT]
    told = timeline.people_and_places({number for visit in visits for number in (visit.id, visit.series) if number})
    return [_with_people(entry, told) if entry.kind == VISIT else entry for entry in entries]


def _with_people(entry: Entry, told: dict[int, tuple[list[str], str]]) -> Entry:
    people, place = told.get(entry.id) or told.get(entry.series or 0) or ([], "")
    return entry._replace(people=joined(people), place=place)


def days_of_theirs(first: dt.date, last: dt.date, *, keeper: int | None = None) -> list[Entry]:
    """Birthdays and other days of customers and their people, days that a detail names, and a year since a job came
    home; 29 February lies where the shop chose."""
    found = [entry for year in range(first.year, last.year + 1)
             for entry in _days_in_year(max(first, dt.date(year, 1, 1)), min(last, dt.date(year, 12, 31)))]
    found += [Entry(home.day, None, DAY, home.job, "", "", home.words, home.customer_id, home.customer, "", "")
              for home in homecomings.between(first, last)]
    found += [Entry(day.day, None, DETAIL, day.id, "", "", day.text, day.customer_id, day.customer, day.person, "",
                    private=day.private) for day in detail_days.between(first, last, keeper=keeper)]
    return sorted(found, key=_day)


def _days_in_year(first: dt.date, last: dt.date) -> list[Entry]:
    on_first = shops.leap_on_first()
    since = (2, 29) if (first.month, first.day) == (3, 1) else (first.month, first.day)
    until = (2, 29) if (last.month, last.day) == (2, 28) else (last.month, last.day)
    remembered = f"{reminding.CUSTOMER} and c.standing <> '{NOT_CUSTOMER}'"
    found = rows(
        f"""select s.id, s.kind, s.month, s.day, s.year, coalesce(p.name, ''), c.id, c.name
            from special_day s join head w on w.id = coalesce(s.customer_id, s.person_id)
              left join person p on p.id = w.head
              join customer c on c.id = iif(s.customer_id is null, (
                select c.id from head a join membership m on m.person_id = a.id and m.state = 'live'
                  join head h on h.id = m.customer_id join customer c on c.id = h.head and {remembered}
                where a.head = p.id order by m.id limit 1), w.head)
            where (s.month, s.day) >= (?, ?) and (s.month, s.day) <= (?, ?) and s.state = 'live'
              and (s.person_id is null or {reminding.PERSON}) and {remembered}
            order by s.month, s.day, c.sort_name""", *since, *until)
    return [_of_day(row, day) for row in found
            if first <= (day := special_days.in_year(row[2], row[3], first.year, on_first=on_first)) <= last]


def _of_day(row: tuple[int, str, int, int, int | None, str, int, str], day: dt.date) -> Entry:
    special_day, kind, _month, _day, year, person, customer, name = row
    birthday = kind == BIRTHDAY
    return Entry(day, None, BIRTHDAY if birthday else DAY, special_day, "", "",
                 (person or name) if birthday else special_days.word(kind), customer, name,
                 "" if birthday else person, "", False, False, False,
                 day.year - year if year and year <= day.year else None)


def of_the_shop(days: dict[dt.date, DayOpen]) -> list[Entry]:
    """Our holidays and closed days, as they stand among the entries."""
    holidays = [Entry(day, None, HOLIDAY, day.toordinal(), "", "", one.holiday, None, "", "", "")
                for day, one in days.items() if one.holiday]
    shut = {one.closed.id: one.closed for one in days.values() if one.closed}
    return holidays + [Entry(closed.first, None, CLOSED, closed.id, "", "", closed.why or _("Closed"), None, "", "", "",
                             days=(closed.last - closed.first).days + 1) for closed in shut.values()]


def _of_sheet(touch: Touch) -> Entry:
    time = None if touch.days else touch.start.time()
    return Entry(touch.start.date(), time, SHEET, touch.id, touch.channel, touch.occasion, touch.title,
                 touch.customer_id or None, touch.customer, joined(touch.people), touch.address, done=touch.done,
                 minutes=touch.minutes, days=touch.days, keeper_id=touch.keeper_id, keeper=touch.keeper,
                 series=touch.series, others=touch.others, person=touch.kind == "person")


def _of_due(due: Due) -> Entry:
    return Entry(due.due, dt.time.fromisoformat(due.due_time) if due.due_time else None, FOLLOWUP, due.id, "", "",
                 due.title, due.customer_id, due.customer, due.person, "", due.done, due.theirs, due.promised,
                 keeper_id=due.keeper_id, keeper=due.keeper, series=due.series)


def _day(entry: Entry) -> dt.date:
    return entry.day or dt.date.max


def _order(entry: Entry) -> tuple[dt.date, int, dt.time, int]:
    rank = 0 if entry.kind in WHOLE_DAY else 1 if entry.time else 2
    return entry.day or dt.date.max, rank, entry.time or dt.time.min, entry.id
