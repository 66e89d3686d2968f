"""Any paper as pages, whatever its record is: the same for the preview, the printer and the PDF."""

from __future__ import annotations

from collections.abc import Iterator

from lovedesk.sheets.blank_list import blank_list
from lovedesk.sheets.call_list import call_list
from lovedesk.sheets.day_pack import day_pack
from lovedesk.sheets.page import Page
from lovedesk.sheets.prep_sheet import prep_sheet
from lovedesk.sheets.week_page import week_page
from lovedesk.sheets.whole_page import whole_page
from lovedesk.shop.blank_lists import BlankList
from lovedesk.shop.call_lists import CallList
from lovedesk.shop.sheet_records import DayPack, PrepSheet
from lovedesk.shop.wanted_papers import ManySheets, Record
from lovedesk.shop.week_sheets import WeekSheet


def count_and_pages(record: Record, paper: str) -> tuple[int, Iterator[Page]]:
    """How many pages there are, and one after the other: of many sheets only one is held at a time."""
    if isinstance(record, ManySheets):
        count = len(record.touchpoints) + len(record.customers)
        return count, (prep_sheet(record.sheet(n), paper, n + 1, count) for n in range(count))
    made = _pages(record, paper)
    return len(made), iter(made)


def _pages(record: Record, paper: str) -> list[Page]:
    if isinstance(record, PrepSheet):
        return [prep_sheet(record, paper)]
    if isinstance(record, DayPack):
        return day_pack(record, paper)
    if isinstance(record, WeekSheet):
        return week_page(record, paper)
    if isinstance(record, CallList):
        return call_list(record, paper)
    if isinstance(record, BlankList):
        return blank_list(record, paper)
    assert not isinstance(record, ManySheets)
    return whole_page(record, paper)
