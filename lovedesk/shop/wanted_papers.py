"""Which paper is wanted, and what stands on it: one question for the command line, the preview and the printer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    blank_lists,
    builtin,
    call_lists,
    checklists,
    customers,
    prepsheets,
    sheet_choices,
    timeline,
    visits,
    week_sheets,
    whole_pages,
)
from lovedesk.shop.blank_lists import BlankList
from lovedesk.shop.call_lists import CallList
from lovedesk.shop.sheet_records import DayPack, PrepSheet
from lovedesk.shop.week_sheets import WeekSheet
from lovedesk.shop.whole_pages import WholePage
from lovedesk.store.ids import id_of
from lovedesk.words import _, date_full

SHEET, PACK, WEEK, CALLS, CHECKLIST, WHOLE, MANY = "sheet", "pack", "week", "calls", "checklist", "whole", "many"


class Wanted(NamedTuple):
    """A paper: its kind and its day; the last day of many sheets, or the day of a customer's visit; whom or which
    visit; which checklist."""

    kind: str
    day: dt.date
    last: dt.date | None = None
    touchpoint: int = 0
    customer: int = 0
    checklist: str = ""
    keeper: int | None = None
    customers: tuple[int, ...] = ()     # of many sheets: the next visit to each of these


class ManySheets(NamedTuple):
    """Many sheets, each read when it is its turn: of these visits, and of the next visits to these customers."""

    touchpoints: Sequence[int]
    customers: Sequence[int]
    today: dt.date

    def sheet(self, n: int) -> PrepSheet:
        """The sheet of this number, counted from 0."""
        if n < len(self.touchpoints):
            return prepsheets.sheet(self.touchpoints[n], today=self.today)
        return prepsheets.for_customer(self.customers[n - len(self.touchpoints)], today=self.today)


Record = PrepSheet | DayPack | WeekSheet | CallList | BlankList | WholePage | ManySheets


def read(wanted: Wanted, *, now: dt.datetime) -> Record:
    """What stands on a paper; Refused where there is nothing to print it of."""
    today = now.date()
    if not all(1900 <= day.year <= 2200 for day in (wanted.day, wanted.last or wanted.day)):
        raise Refused(_("This day is too far away: nothing is planned for it."))
    match wanted.kind:
        case "pack":
            return prepsheets.day_pack(wanted.day, today=today, keeper=wanted.keeper)
        case "week":
            return week_sheets.week(wanted.day, keeper=wanted.keeper)
        case "calls":
            return call_lists.calls(wanted.day, keeper=wanted.keeper)
        case "checklist":
            return blank_lists.blank(wanted.checklist, today=today)
        case "whole":
            return whole_pages.whole(wanted.customer, now=now)
        case "many":
            touches = [] if wanted.customers else timeline.between(wanted.day, wanted.last or wanted.day,
                                                                   keeper=wanted.keeper)
            return ManySheets([touch.id for touch in touches], wanted.customers, today)
    if wanted.touchpoint:
        return prepsheets.sheet(wanted.touchpoint, today=today)
    return prepsheets.for_customer(wanted.customer, today=today, day=wanted.last)


def next_of(wanted: Wanted, now: dt.datetime) -> int:
    """The visit whose sheet is wanted: that one, or the next one to the customer; 0 for none."""
    if wanted.touchpoint or not wanted.customer:
        return wanted.touchpoint
    touch = timeline.next_planned(wanted.customer, dt.datetime.combine(now.date(), dt.time()))
    return touch.id if touch else 0


def occasion_of(wanted: Wanted) -> str:
    """For what the choices of a paper are remembered: the visit's occasion, or the paper's own word."""
    if wanted.kind == SHEET:
        page = visits.page(wanted.touchpoint or next_of(wanted, dt.datetime.combine(wanted.day, dt.time())))
        return page.occasion if page else ""
    return {CALLS: sheet_choices.CALLS, WHOLE: sheet_choices.WHOLE}.get(wanted.kind, "")


# Where to go for a paper: a place is told one number, an id or one of these, and no id is as small.
_KINDS = (PACK, WEEK, CALLS, MANY)
_DAYS = 4_000_000           # more than the days that there are


def number_of(kind: str, day: dt.date) -> int:
    """The number that stands for the paper of a day."""
    return _KINDS.index(kind) * _DAYS + day.toordinal()


def number_of_checklist(key: str) -> int:
    """The number that stands for a checklist."""
    return int(key) if key.isdecimal() else id_of("checklist", key)


def of_number(number: int, today: dt.date) -> Wanted:
    """The paper that a number stands for: of a day, of a visit, of a checklist, or a customer's whole page."""
    if 0 < number < len(_KINDS) * _DAYS:
        kind, ordinal = divmod(number, _DAYS)
        return Wanted(_KINDS[kind], dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal())))
    if customers.head(number, dt.datetime.combine(today, dt.time())) is not None:
        return Wanted(WHOLE, today, customer=number)
    key = next((template.key for template in checklists.all() if number_of_checklist(template.key) == number), "")
    return Wanted(CHECKLIST, today, checklist=key) if key else Wanted(SHEET, today, touchpoint=number)


def visit_words(page: visits.VisitPage) -> str:
    """"Visit, all is great, Tue 24 Nov 2026": which visit a sheet is of."""
    return ", ".join(part for part in (
        builtin.channel_label(page.channel), prepsheets.within(builtin.occasion_label(page.occasion)),
        date_full(page.start.date())) if part)
