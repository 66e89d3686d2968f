"""Special days: birthdays, anniversaries and company days of theirs; the year may be unknown (practice F3)."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import people
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import tidy_line
from lovedesk.shop.heads import all_of, is_here, people_of
from lovedesk.shop.tables import TRASHED, SpecialDay, rows
from lovedesk.words import _, month_name, ngettext


class DayRow(NamedTuple):
    """A yearly day of a person, or of the customer where `person` is None."""

    id: int
    person: int | None
    whose: str
    kind: str
    month: int
    day: int
    year: int | None
    family: bool            # of someone's family, who stay off paper unless they are chosen for it
    reminds: bool           # not of someone who died or left


def add(kind: str, month: int, day: int, *, year: int | None = None, customer: int | None = None,
        person: int | None = None) -> int:
    """Keep a yearly day; Refused for one that no calendar has. Returns its id."""
    people.get_owner(customer, person, _("Whose day is this?"))
    _check(month, day, year)
    return int(SpecialDay.create(kind=tidy_line(kind) or "birthday", month=month, day=day, year=year,
                                 customer=customer, person=person).id)


def change(special_day: int, month: int, day: int, year: int | None) -> None:
    """Correct a day."""
    _check(month, day, year)
    _set(special_day, month=month, day=day, year=year)


def set_kind(special_day: int, kind: str) -> None:
    """Say what day it is; any words do."""
    _set(special_day, kind=tidy_line(kind) or "birthday")


def _set(special_day: int, **values: object) -> None:
    if not SpecialDay.update(values).where(SpecialDay.id == special_day, SpecialDay.state == LIVE).execute():
        raise Refused(_("This is not here any more. Look in the trash."))


def _check(month: int, day: int, year: int | None) -> None:
    if not 1 <= month <= 12:
        raise Refused(_("A year has twelve months."))
    longest = calendar.monthrange(year if year and 1 <= year <= 9999 else 2000, month)[1]
    if not 1 <= day <= longest:
        raise Refused(ngettext("{month} has {n} day.", "{month} has {n} days.", longest).format(
            month=month_name(month), n=longest))
    if year is not None and not 1000 <= year <= 9999:
        raise Refused(_("This is no year. Leave it out where it is not known."))


def trash(special_day: int) -> None:
    """Put a day into the trash."""
    _set(special_day, state=TRASHED)


def of(customer: int) -> list[DayRow]:
    """The days of a customer and its people, in the order of the year."""
    return [DayRow._make((*row[:7], bool(row[7]), bool(row[8]))) for row in rows(
        f"""select d.id, p.id, coalesce(p.name, ''), d.kind, d.month, d.day, d.year,
             coalesce(p.kind, '') <> 'pet' and exists (select 1 from head a join membership m on m.person_id = a.id
               and m.state = 'live' and m.of_person_id is not null where a.head = p.id),
             coalesce(p.gone, '') = '' and not exists (select 1 from customer c where c.id = ?1 and c.standing = 'gone')
           from special_day d
           left join head w on w.id = d.person_id left join person p on p.id = w.head
           where d.state = 'live' and {is_here("?1")}
             and (d.customer_id in {all_of("?1")} or d.person_id in {people_of("?1")})
           order by d.month, d.day, d.id""", customer)]


def kind_of(text: str) -> str:
    """The kind that a word means; any other words are a kind of their own."""
    text = tidy_line(text)
    return next((kind for kind in ("birthday", "anniversary", "company") if word(kind).lower() == text.lower()), text)


def word(kind: str) -> str:
    """How a kind of day is called; a word of their own stays as it is."""
    return {"birthday": _("Birthday"), "anniversary": _("Anniversary"), "company": _("Company day")}.get(kind, kind)


def in_year(month: int, day: int, year: int, *, on_first: bool = False) -> dt.date:
    """The day in a given year; 29 February is shown on the 28th where the year has none, or `on_first` of March."""
    if month == 2 and day == 29 and not calendar.isleap(year):
        return dt.date(year, 3, 1) if on_first else dt.date(year, 2, 28)
    return dt.date(year, month, day)


def next_time(month: int, day: int, today: dt.date, *, on_first: bool = False) -> dt.date:
    """When the day comes next; today counts. `on_first` is what the shop chose for 29 February."""
    found = in_year(month, day, today.year, on_first=on_first)
    return found if found >= today else in_year(month, day, today.year + 1, on_first=on_first)
