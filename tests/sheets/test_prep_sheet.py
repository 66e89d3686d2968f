"""The prep sheet: always one page, with room for the pencil, and what does not fit is said."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from lovedesk.sheets import printing
from lovedesk.sheets.blocks import Sketch
from lovedesk.sheets.codes import Squares
from lovedesk.sheets.page import BELOW, SIDE, TOP, Page
from lovedesk.sheets.prep_sheet import prep_sheet
from lovedesk.shop.prepsheets import Doing, Known, Meet, Near, Owed, PrepSheet, Question, Said, Thing
from lovedesk.shop.sheet_records import Code
from tests.sheets.samples import BARE, CAFE, DAY, STANDING

both_papers = pytest.mark.parametrize("paper", ["a4", "letter"])
LONG = "Long words that go on and on, as notes do. " * 60

words = st.text(max_size=90) | st.text("ab cde. ", min_size=100, max_size=900) | st.sampled_from(
    ["", "x" * 10_000, LONG, "שרה כהן", "بائع الكتب", "漢字テスト", "Z" + "\u0301" * 300, "a\nb\x00\x1bc", "\ud800"])
day = st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))
owed = st.lists(st.builds(Owed, st.none() | day, words), max_size=9)
section = st.sampled_from(["", "Before we go", "y" * 300])
items = st.lists(words, max_size=14)
things = st.lists(st.builds(Thing, words, section), max_size=14)
sheets = st.builds(
    PrepSheet, customer=words, channel=words, occasion=words, start=st.datetimes(dt.datetime(2020, 1, 1)),
    minutes=st.integers(0, 10_000), keeper=words, address=items, ways=words,
    meet=st.lists(st.builds(Meet, words, words, words, words), max_size=8),
    last=st.none() | st.builds(Said, day, words, words), we_owe=owed, they_owe=owed,
    know=st.lists(st.builds(Known, words, words), max_size=20),
    near=st.lists(st.builds(Near, day, words), max_size=9), bring=things, tell=things, do=things,
    ask=st.lists(st.builds(Question, words, words, section), max_size=18), today=day, motto=words, sample=st.booleans(),
    easy=st.lists(words, max_size=9).map(tuple), agreed=st.lists(words, max_size=9).map(tuple),
    jobs=st.lists(st.builds(Doing, words, words), max_size=9), promise=st.booleans(),
    codes=st.lists(st.builds(Code, words, st.text(max_size=150)), max_size=3).map(tuple), days=st.integers(0, 3))


def sketch_of(page: Page) -> Sketch:
    [sketch] = [placed.block for placed in page.placed if isinstance(placed.block, Sketch)]
    return sketch


def text_of(page: Page) -> str:
    return "\n".join(page.words())


def inked_rows_and_columns(image: QImage) -> tuple[list[int], list[int]]:
    """Where a grey picture is not white."""
    width, bits = image.width(), image.convertToFormat(QImage.Format.Format_Grayscale8)
    step = bits.bytesPerLine()
    data = bytes(bits.constBits())
    rows = [data[y * step:y * step + width] for y in range(bits.height())]
    blank = b"\xff" * width
    inked = [y for y, row in enumerate(rows) if row != blank]
    return inked, [x for x in range(width) if any(row[x] != 255 for row in rows)]


def assert_nothing_near_the_edge(page: Page) -> None:
    """Rendered at 5 pixels for a millimetre, the outer 12 mm are white."""
    image = printing.to_image(page, round(page.paper.width / 2))
    rows, columns = inked_rows_and_columns(image)
    assert min(rows) >= 60 and max(rows) < image.height() - 60
    assert min(columns) >= 60 and max(columns) < image.width() - 60


def assert_laid_out_well(page: Page) -> None:
    """Inside the margins, nothing on top of another, room for the sketch."""
    right, bottom = page.paper.width - SIDE, page.paper.height - BELOW
    for placed in page.placed:
        rect = placed.rect
        assert rect.left() >= SIDE - 0.1 and rect.right() <= right + 0.1
        assert rect.top() >= TOP and rect.bottom() <= bottom + 0.1
    for above, below in pairwise(page.placed):
        assert above.rect.bottom() <= below.rect.top() + 0.1
    assert sketch_of(page).height >= 600


@both_papers
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(sheet=sheets)
def test_whatever_stands_on_it_a_sheet_is_one_page_with_its_sketch(paper: str, sheet: PrepSheet) -> None:
    page = prep_sheet(sheet, paper)
    assert_laid_out_well(page)
    printing.to_image(page, 200)


@both_papers
def test_nothing_is_printed_near_the_edge(paper: str) -> None:
    shouting = "Z" + "\u0301" * 40
    for sheet in (CAFE, BARE, CAFE._replace(customer=shouting * 9, motto=shouting, sample=True, ways=shouting * 99)):
        assert_nothing_near_the_edge(prep_sheet(sheet, paper))


@both_papers
def test_a_usual_sheet_holds_all_but_the_oldest_details(paper: str) -> None:
    text = text_of(prep_sheet(CAFE, paper))
    for wanted in ("Xiomara Reyes", "say “oh-KON-kwoh”", "11 Quay Street", "We owe", "today", "Fri 4 Dec", "They owe",
                   "Covers that wipe clean before six", "Sat 12 Dec", "No bill for the second trip",
                   *(asked.text for asked in CAFE.ask)):
        assert wanted in text
    assert paper == "letter" or "3 older details not shown" in text
    assert "older detail" in text and "not shown" in text
    assert "A piano in the corner" not in text


@both_papers
def test_all_questions_what_is_owed_and_days_near_stand_on_a_full_sheet(paper: str) -> None:
    asked = [Question(f"What about number {n}?", "Need") for n in range(10)]
    text = text_of(prep_sheet(STANDING._replace(ask=asked, know=CAFE.know * 4), paper))
    for wanted in (*(one.text for one in asked), *(owed.text for owed in (*CAFE.we_owe, *CAFE.they_owe)),
                   *(near.text for near in CAFE.near), "We saw the room behind the kitchen."):
        assert wanted in text
    assert "older details not shown" in text


def test_more_questions_than_a_page_holds_are_counted() -> None:
    text = text_of(prep_sheet(BARE._replace(ask=[Question(f"Number {n}?", "") for n in range(20)]), "a4"))
    assert "Number 15?" in text and "Number 16?" not in text and "4 more on screen" in text


def test_how_a_long_name_is_said_stands_below_it_whole() -> None:
    say = "shee-oh-MAH-rah deh lah kon-sep-SYOHN REH-yes ee mor-EH-noh"
    meet = [Meet("Xiomara de la Concepción Reyes y Moreno", say, "Owner", "")]
    assert f"say “{say}”" in text_of(prep_sheet(BARE._replace(meet=meet), "a4"))


def test_items_stand_below_the_heading_of_their_section() -> None:
    do = [Thing("Lock up"), Thing("Sit on all stools", "In the room"), Thing("Count the legs", "In the room")]
    ask = [Question("Who decides?", "", "In the room")]
    text = text_of(prep_sheet(BARE._replace(do=do, ask=ask), "a4"))
    assert "Lock up\nIn the room\nSit on all stools\nCount the legs" in text
    assert "In the room\nWho decides?" in text


@both_papers
def test_codes_for_the_phone_are_22_mm_wide_and_the_sketch_keeps_its_room(paper: str) -> None:
    codes = (Code("Call 0151 496 0142", "tel:01514960142"), Code("11 Quay Street", "geo:0,0?q=11%20Quay%20Street"))
    page = prep_sheet(CAFE._replace(codes=codes), paper)
    assert_laid_out_well(page)
    assert_nothing_near_the_edge(page)
    assert "Call 0151 496 0142" in text_of(page)
    assert Squares("tel:01514960142").width >= 220 + 8 * 220 / 33


def test_a_sheet_without_promises_has_no_lines_for_them() -> None:
    assert "We promise" not in text_of(prep_sheet(BARE._replace(promise=False), "a4"))


def test_a_visit_of_whole_days_has_no_time() -> None:
    text = text_of(prep_sheet(BARE._replace(days=2, minutes=0), "a4"))
    assert "Tue 24 Nov 2026\n2 whole days" in text


@both_papers
def test_what_stands_between_us_is_on_every_sheet_before_older_details(paper: str) -> None:
    text = text_of(prep_sheet(STANDING, paper))
    assert "Easy for them" in text and "What we agreed" in text
    assert STANDING.easy[0] in text and STANDING.agreed[0] in text
    assert "older detail" in text
    lone = text_of(prep_sheet(BARE._replace(agreed=STANDING.agreed), paper))
    assert all(words in lone for words in STANDING.agreed) and "Easy for them" not in lone


def test_more_than_fits_of_what_stands_is_said() -> None:
    text = text_of(prep_sheet(BARE._replace(easy=tuple(f"Ease {n}" for n in range(9))), "a4"))
    assert "Ease 5\n" in text and "3 more on screen" in text


def test_what_is_left_out_of_a_long_checklist_is_said() -> None:
    sheet = CAFE._replace(do=[Thing(f"Look at chair {n}") for n in range(60)])
    text = text_of(prep_sheet(sheet, "a4"))
    shown = sum(f"Look at chair {n}\n" in text for n in range(60))
    assert 3 <= shown < 60
    assert f"{60 - shown} more on screen" in text


def test_the_foot_says_whose_page_it_is_which_day_and_which_of_how_many() -> None:
    assert "Café Halcyon, Tue 24 Nov, page 2 of 4" in text_of(prep_sheet(CAFE, "a4", 2, 4))


@both_papers
def test_the_sample_shop_is_marked(paper: str) -> None:
    assert "Sample shop" in text_of(prep_sheet(CAFE._replace(sample=True), paper))
    assert "Sample shop" not in text_of(prep_sheet(CAFE, paper))


def test_a_name_without_end_is_elided_and_the_day_still_stands_beside_it() -> None:
    text = text_of(prep_sheet(CAFE._replace(customer="N" * 10_000), "a4"))
    assert "NNN…" in text and "Tue 24 Nov 2026, 09:30" in text and "…, Tue 24 Nov, page 1 of 1" in text


def test_a_long_last_time_ends_with_a_whole_sentence() -> None:
    sheet = CAFE._replace(last=Said(DAY, "visit", LONG))
    [said] = [line for line in prep_sheet(sheet, "a4").words() if line.startswith("Long words")]
    assert said.endswith("as notes do. …")


def test_today_is_the_day_of_the_visit_though_printed_the_evening_before() -> None:
    sheet = CAFE._replace(today=DAY - dt.timedelta(1), we_owe=[Owed(DAY, "Two seats"), Owed(None, "A price")])
    text = text_of(prep_sheet(sheet, "a4"))
    assert "today\nTwo seats" in text and "no day\nA price" in text


def test_a_bare_sheet_has_lines_for_promises_and_the_rest_is_sketch() -> None:
    page = prep_sheet(BARE, "a4")
    assert list(page.words())[:4] == ["Henrik Solberg", "Call", "Tue 24 Nov 2026, 15:00", "20 min"]
    assert "You meet" not in text_of(page) and "We promise" in text_of(page)
    assert sketch_of(page).height > 2000


def test_a_number_alone_is_how_they_are_reached() -> None:
    text = text_of(prep_sheet(BARE._replace(ways="0151 496 0498"), "a4"))
    assert "Reaching them\n0151 496 0498" in text


@both_papers
def test_jobs_stand_first_in_a_line_or_two(paper: str) -> None:
    doing = [Doing("Six bar stools", "in our hands"), Doing("Bench, second room", "you asked for it")]
    said = text_of(prep_sheet(CAFE._replace(jobs=doing), paper))
    assert said.index("Jobs") < said.index("Six bar stools: in our hands · Bench, second room: you asked") < said.index(
        "You meet")
    many = text_of(prep_sheet(CAFE._replace(jobs=[Doing(f"Chair {number}", "agreed") for number in range(30)]), paper))
    assert "Chair 0: agreed · Chair 1: agreed" in many
    assert "You meet" in many


def test_what_is_not_planned_has_no_time() -> None:
    page = prep_sheet(BARE._replace(planned=False), "a4")
    time = BARE.start.strftime("%H:%M")
    assert time in text_of(prep_sheet(BARE, "a4")) and time not in text_of(page)
