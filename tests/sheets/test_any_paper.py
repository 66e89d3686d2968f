"""Every paper as a picture and as a PDF: nothing cut, nothing near the edge, name, day and page on each page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lovedesk.mishaps import Refused
from lovedesk.sheets import printing
from lovedesk.sheets.any_paper import count_and_pages
from lovedesk.sheets.page import SIDE, TOP, Page
from lovedesk.shop import customers, touchpoints
from lovedesk.shop.about_lines import Line, Section
from lovedesk.shop.blank_lists import BlankList
from lovedesk.shop.call_lists import CallLine, CallList
from lovedesk.shop.checklists import TemplateItem
from lovedesk.shop.sheet_records import Code, Owed, Said
from lovedesk.shop.wanted_papers import ManySheets, Record
from lovedesk.shop.week_sheets import WeekDay, WeekLine, WeekSheet
from lovedesk.shop.whole_pages import WholePage
from lovedesk.store.desk import Desk
from tests.pdf import pages_of, words_of
from tests.sheets.samples import CAFE, DAY, MOTTO, PACK
from tests.sheets.test_prep_sheet import assert_nothing_near_the_edge, both_papers

LONG = "N" * 10_000
CODES = (Code("Call 0151 496 0142", "tel:01514960142"), Code("Keep Xiomara", "MECARD:N:Xiomara;TEL:01514960142;;"))


def week(name: str = "Café Halcyon", lines: int = 2) -> WeekSheet:
    timed = [WeekLine(f"{8 + n:02}:30", name, "Visit, all is great", done=not n) for n in range(lines)]
    rest = [WeekLine("", name, "A price for the bench, promised", done=False)] * lines
    days = [WeekDay(DAY + dt.timedelta(n - 1), "08:30–12:30" if n < 5 else "closed", timed, rest) for n in range(7)]
    return WeekSheet(days, "Mira", "Tansy & Thread", MOTTO, sample=True)


def calls(name: str = "Café Halcyon", lines: int = 3) -> CallList:
    line = CallLine("11:00", name, "Xiomara Reyes", "0151 496 0142", "The long bench",
                    Said(DAY - dt.timedelta(30), "visit", "We saw the room."),
                    [Owed(DAY, "Two stool seats")] * 6, CODES)
    return CallList(DAY, "", "Tansy & Thread", [line] * lines, MOTTO, sample=False)


def whole(name: str = "Café Halcyon", lines: int = 4) -> WholePage:
    sections = [Section("Good to know", [Line("Need", f"Covers that wipe clean, {n}") for n in range(lines)]),
                Section("What we agreed", [Line("", name)])]
    return WholePage(name, "customer", "Tansy & Thread", DAY, sections, CODES, MOTTO, sample=False)


def blank(name: str = "Good times", lines: int = 3) -> BlankList:
    items = [TemplateItem(n, kind, f"{kind} this, {n}", "Need" if kind == "ask" else "", required=not n)
             for n in range(lines) for kind in ("bring", "do", "ask")]
    return BlankList(name, "When nothing is wrong", 45, [("In the room", items)], DAY, "Tansy & Thread", MOTTO,
                     sample=False)


RECORDS: list[Record] = [CAFE, PACK, week(), calls(), whole(), blank()]
OVERFULL: list[Record] = [week(LONG, 30), calls(LONG, 40), whole(LONG, 300), blank(LONG, 60)]
EMPTY: list[Record] = [week(lines=0), calls(lines=0), whole("", 0)._replace(sections=[], codes=()),
                       blank(lines=0)._replace(parts=[])]


def pages_of_record(record: Record, paper: str) -> list[Page]:
    count, pages = count_and_pages(record, paper)
    made = list(pages)
    assert len(made) == count
    return made


@both_papers
@pytest.mark.parametrize("record", [*RECORDS, *OVERFULL, *EMPTY], ids=lambda record: type(record).__name__)
def test_whatever_stands_on_it_a_paper_stays_inside_its_margins(paper: str, record: Record) -> None:
    pages = pages_of_record(record, paper)
    for number, page in enumerate(pages, 1):
        right, bottom = page.paper.width - SIDE, page.paper.bottom
        for placed in page.placed:
            assert placed.rect.left() >= SIDE - 0.1 and placed.rect.right() <= right + 0.1
            assert placed.rect.top() >= TOP and placed.rect.bottom() <= bottom + 0.1
        text = " ".join(page.words())
        assert f"page {number} of {len(pages)}" in text and " Nov, page" in text
    for page in pages[:2]:
        assert_nothing_near_the_edge(page)


@both_papers
def test_a_week_is_one_page_and_counts_what_has_no_line(paper: str) -> None:
    [page] = pages_of_record(week(lines=30), paper)
    text = " ".join(page.words())
    assert "more on screen" in text and "Tuesday" in text and "08:30–12:30" in text
    assert "Visit, all is great, done" in " ".join(pages_of_record(week(), paper)[0].words())


@both_papers
def test_twelve_visits_a_day_all_stand_on_the_week(paper: str) -> None:
    full = week(lines=12)
    days = [day._replace(rest=[WeekLine("", f"Last of {day.day}", "", done=False)]) for day in full.days]
    [page] = pages_of_record(full._replace(days=days), paper)
    found = list(page.words())
    assert [found.count(line.time) for line in full.days[0].timed] == [7] * 12
    assert "Last of 2026-11-24" in found and "1 more on screen" not in found


@both_papers
def test_what_is_long_has_a_second_row_where_a_day_has_room(paper: str) -> None:
    long, short = "Bring the measures of the bench", "The measures"
    day = week(lines=0).days[0]._replace(timed=[WeekLine("08:00", "Café Halcyon", what, done=False)
                                                for what in (long, short)])
    found = list(pages_of_record(week(lines=0)._replace(days=[day]), paper)[0].words())
    assert long in found and short in found


@both_papers
def test_nothing_is_lost_from_paper_that_goes_on(paper: str) -> None:
    text = " ".join(word for page in pages_of_record(whole(lines=300), paper) for word in page.words())
    assert all(f"wipe clean, {n} " in text for n in range(300))
    listed = pages_of_record(calls(lines=40), paper)
    assert len(listed) > 5
    assert sum(word == "0151 496 0142" for page in listed for word in page.words()) == 40


def test_a_call_says_what_to_say_and_counts_what_else_we_owe() -> None:
    text = "\n".join(pages_of_record(calls(lines=1), "a4")[0].words())
    for wanted in ("11:00", "Café Halcyon", "0151 496 0142", "Xiomara Reyes", "The long bench", "We saw the room.",
                   "Two stool seats, by", "2 more on screen"):
        assert wanted in text


def test_a_paper_of_nothing_says_so() -> None:
    said = [" ".join(pages_of_record(record, "a4")[0].words()) for record in EMPTY[1:]]
    assert "No calls are planned" in said[0] and "Nothing is written down yet" in said[1]
    assert "Nothing stands on this checklist" in said[2]


@pytest.mark.parametrize(("record", "words"), [
    (week(), "Café Halcyon"), (calls(), "The long bench"), (whole(), "Good to know"),
    (blank(), "In the room"), (PACK, "Take along")])
def test_the_words_of_each_paper_are_found_in_its_pdf(tmp_path: Path, record: Record, words: str) -> None:
    printing.write_pdf(pages_of_record(record, "a4"), tmp_path / "paper.pdf")
    assert words in words_of((tmp_path / "paper.pdf").read_bytes())


def test_many_sheets_are_made_one_after_the_other_and_numbered_through(desk: Desk, tmp_path: Path) -> None:
    with desk.act("visit.plan"):
        ids = [touchpoints.plan([customers.add(f"Customer {n}")], dt.datetime(2026, 11, 24, 10)) for n in range(12)]
    count, pages = count_and_pages(ManySheets(ids, [], DAY), "a4")
    told: list[int] = []
    printing.write_pdf(pages, tmp_path / "many.pdf", told.append)
    pdf = (tmp_path / "many.pdf").read_bytes()
    assert pages_of(pdf) == count == 12 and told == list(range(1, 12))
    assert "page 12 of 12" in words_of(pdf)


def test_who_stops_between_two_pages_leaves_no_file(desk: Desk, tmp_path: Path) -> None:
    def stop(_done: int) -> None:
        raise Refused("Enough")

    with pytest.raises(Refused, match="Enough"):
        printing.write_pdf(pages_of_record(calls(lines=40), "a4"), tmp_path / "calls.pdf", stop)
    assert list(tmp_path.glob("calls*")) == []


def test_no_sheets_are_no_pdf(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing to print"):
        printing.write_pdf(iter([]), tmp_path / "none.pdf")
    assert not (tmp_path / "none.pdf").exists()
