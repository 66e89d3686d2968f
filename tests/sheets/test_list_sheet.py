"""A list on paper: every customer once, each page with its head, nothing outside the margins."""

from __future__ import annotations

import datetime as dt

from lovedesk.sheets.list_sheet import list_sheet
from lovedesk.shop.list_records import ListLine, ListSheet
from tests.sheets.test_day_pack import text_of
from tests.sheets.test_prep_sheet import assert_nothing_near_the_edge, both_papers

DAY = dt.date(2026, 11, 24)


def a_list(count: int) -> ListSheet:
    lines = [ListLine(f"Customer number {n}", f"Person {n}", (f"0151 496 {n:04}",), DAY) for n in range(count)]
    return ListSheet("North round", "#north · not seen since 1 Sept", DAY, lines, "Tansy & Thread", "We mend", True)


@both_papers
def test_a_line_says_who_how_to_reach_them_and_when_we_were_in_touch(paper: str) -> None:
    (page,) = list_sheet(a_list(3), paper)
    text = text_of([page])
    for wanted in ("North round", "#north · not seen since 1 Sept", "3 customers", "Customer number 0", "Person 2",
                   "0151 496 0001", "Tue 24 Nov 2026", "Sample shop", "North round, Tue 24 Nov, page 1 of 1"):
        assert wanted in text


@both_papers
def test_a_long_list_goes_on_with_its_head_on_every_page_and_nobody_lost(paper: str) -> None:
    pages = list_sheet(a_list(120), paper)
    text = text_of(pages)
    assert len(pages) > 2
    assert all(text_of([page]).startswith("North round\n") for page in pages)
    assert all(text.count(f"Customer number {n}\n") == 1 for n in range(120))
    for page in pages:
        assert_nothing_near_the_edge(page)


def test_words_without_end_stay_on_the_page_and_nobody_is_a_page_too() -> None:
    long = "word " * 2000
    record = a_list(1)._replace(lines=[ListLine(long, long, (long, long), None)] * 30, title=long, terms=long)
    for page in list_sheet(record, "a4"):
        assert all(placed.rect.bottom() <= page.paper.bottom + 0.1 for placed in page.placed)
    assert len(list_sheet(a_list(0), "letter")) == 1
