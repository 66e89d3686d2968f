"""The day pack: the order of the day first, then its sheets, numbered through, nothing lost."""

from __future__ import annotations

from lovedesk.sheets.day_pack import day_pack
from lovedesk.sheets.page import Page
from lovedesk.shop.prepsheets import Promise, ToTake
from tests.sheets.samples import PACK, STOPS
from tests.sheets.test_prep_sheet import assert_nothing_near_the_edge, both_papers


def text_of(pages: list[Page]) -> str:
    return "\n".join(word for page in pages for word in page.words())


@both_papers
def test_the_front_page_has_the_order_what_to_take_along_and_what_is_promised(paper: str) -> None:
    front, *sheets = day_pack(PACK, paper)
    text = text_of([front])
    for wanted in ("Tuesday 24 November 2026", "3 stops. Tansy & Thread, upholsterers", "Mira", "09:30", "until 12:15",
                   "Henrik Solberg", "0151 496 0310", "2 × Fabric samples", "Café Halcyon and Roxy Cinema",
                   "Also due", "Order more thread",
                   "Velvet samples, green", "Marigold Nursery",
                   "Seen and heard today", "Day pack, Tue 24 Nov, page 1 of 3"):
        assert wanted in text
    assert [sheet.title for sheet in sheets] == ["Café Halcyon, Tue 24 Nov 2026", "Henrik Solberg, Tue 24 Nov 2026"]
    assert "page 3 of 3" in text_of(sheets[-1:])


@both_papers
def test_a_day_too_full_for_one_front_page_goes_on_with_nothing_lost(paper: str) -> None:
    stops = [stop._replace(customer=f"{stop.customer} {n}") for n in range(9) for stop in STOPS]
    promised = [Promise(f"Call number {n}", "By noon") for n in range(30)]
    take = [ToTake(f"Thing {n}", 1, "") for n in range(40)]
    pages = day_pack(PACK._replace(stops=stops, promised=promised, take=take, sheets=[]), paper)
    text = text_of(pages)
    assert len(pages) > 2 and f"page {len(pages)} of {len(pages)}" in text
    assert all(text.count(f"\n{stop.customer}\n") == 1 for stop in stops)
    assert all(text.count(f"Thing {n}\n") == 1 for n in range(40))
    assert all(text.count(f"Call number {n}\n") == 1 for n in range(30))
    for page in pages:
        assert_nothing_near_the_edge(page)


def test_words_without_end_do_not_leave_the_page() -> None:
    long = "word " * 3000
    stop = STOPS[0]._replace(customer=long, lines=[long] * 9, phone=long)
    pages = day_pack(PACK._replace(stops=[stop] * 9, promised=[Promise(long, long)] * 9, keeper=long, shop=long,
                                   take=[ToTake(long, 3, long)] * 40), "a4")
    for page in pages:
        assert all(placed.rect.bottom() <= page.paper.bottom + 0.1 for placed in page.placed)


def test_a_day_without_stops_has_its_promises_on_one_page() -> None:
    pages = day_pack(PACK._replace(stops=[], sheets=[]), "a4")
    assert len(pages) == 1
    assert "In this order" not in text_of(pages) and "Promised for today" in text_of(pages)


def test_the_sample_shop_is_marked_on_every_page() -> None:
    sheets = [sheet._replace(sample=True) for sheet in PACK.sheets]
    assert all("Sample shop" in text_of([page]) for page in day_pack(PACK._replace(sample=True, sheets=sheets), "a4"))


def test_what_lasts_the_whole_day_has_no_time() -> None:
    text = text_of(day_pack(PACK._replace(stops=[STOPS[0]._replace(whole_day=True)], sheets=[]), "a4"))
    assert "all day" in text and "09:30" not in text and "until" not in text


def test_what_takes_no_time_has_just_the_time() -> None:
    stop = STOPS[0]._replace(until=STOPS[0].start)
    text = text_of(day_pack(PACK._replace(stops=[stop], sheets=[]), "a4"))
    assert "09:30" in text and "until" not in text


@both_papers
def test_the_promise_stands_whole_at_the_foot_or_not_at_all(paper: str) -> None:
    fine, long = "We mend the chair and remember who sits in it.", "We mend the chair and remember who sits in it. " * 4
    sheet = PACK.sheets[0]._replace(customer="Okafor & Daughter, Tailors and Menders of All That Is Worn " * 2)
    for promise in (fine, long.strip()):
        pages = day_pack(PACK._replace(motto=promise, sheets=[sheet._replace(motto=promise, sample=True)]), paper)
        for page in pages:
            told = [word for word in page.words() if word.startswith("We mend")]
            assert told in ([], [promise])
    assert fine in text_of(day_pack(PACK._replace(motto=fine), paper)[:1])
