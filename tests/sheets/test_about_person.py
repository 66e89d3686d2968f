"""The pages for a person hold every line, on as many pages as it takes."""

from __future__ import annotations

import datetime as dt

from lovedesk.sheets.about_person import about_person
from lovedesk.shop.about import AboutPerson
from lovedesk.shop.about_lines import Line, Section


def told(*sections: Section) -> AboutPerson:
    return AboutPerson("Ana Ruiz", "Tansy & Thread", "We mend", sample=False, day=dt.date(2026, 11, 24),
                       sections=list(sections))


def test_every_line_stands_on_a_page_and_none_below_its_end() -> None:
    lines = [Line(f"Label {n}", f"Word{n} " * (n % 300 + 1)) for n in range(0, 400, 7)]
    for paper in ("a4", "letter"):
        pages = about_person(told(Section("What we know of you", lines), Section("Your days", lines[:3])), paper)
        words = [word for page in pages for text in page.words() for word in text.split()]
        for n in range(0, 400, 7):
            assert words.count(f"Word{n}") >= n % 300 + 1
        for page in pages:
            assert max(placed.rect.bottom() for placed in page.placed) <= page.paper.bottom + 1
        assert f"Ana Ruiz, Tue 24 Nov, page 1 of {len(pages)}" in list(pages[0].words())


def test_a_heading_stands_with_its_first_line() -> None:
    pages = about_person(told(*(Section(f"Heading {n}", [Line("", "One"), Line("", "Two")]) for n in range(40))), "a4")
    assert len(pages) > 1
    for page in pages:
        spoken = list(page.words())[:-2]
        assert not [word for word in spoken[-1:] if word.startswith("Heading")]


def test_nothing_known_is_one_page() -> None:
    (page,) = about_person(told(), "a4")
    assert "All that we hold about you" in list(page.words())
