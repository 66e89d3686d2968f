"""Which paper is wanted, and what stands on it: one question for the command line, the preview and the printer."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import blank_lists, call_lists, prepsheets, timeline, visits, week_sheets, whole_pages
from lovedesk.shop.blank_lists import BlankList
from lovedesk.shop.call_lists import CallList
from lovedesk.shop.sheet_records import DayPack, PrepSheet
from lovedesk.shop.week_sheets import WeekSheet
from lovedesk.shop.whole_pages import WholePage
from lovedesk.words import _

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


class ManySheets(NamedTuple):
    """The sheets of many visits, each read when it is its turn."""

    touchpoints: list[int]
    day: dt.date
    today: dt.date


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
            touches = timeline.between(wanted.day, wanted.last or wanted.day, keeper=wanted.keeper)
            return ManySheets([touch.id for touch in touches], wanted.day, today)
    if wanted.touchpoint:
        return prepsheets.sheet(wanted.touchpoint, today=today)
    return prepsheets.for_customer(wanted.customer, today=today, day=wanted.last)


def occasion_of(wanted: Wanted) -> str:
    """For what the choices of a paper are remembered: the visit's occasion, or the paper's own word."""
    if wanted.kind == SHEET:
        page = visits.page(wanted.touchpoint) if wanted.touchpoint else None
        return page.occasion if page else ""
    return {CALLS: "paper:calls", WHOLE: "paper:whole"}.get(wanted.kind, "")
