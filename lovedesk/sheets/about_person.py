"""All that the shop holds about one person, as pages for them to read (a person's right)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from lovedesk.sheets.blocks import PAD, Block, foot, foot_words, heading, title
from lovedesk.sheets.fonts import BODY, HEAD, STRONG
from lovedesk.sheets.page import PAPERS, SIDE, TOP, Page, Paper
from lovedesk.sheets.text import Text
from lovedesk.shop.about import AboutPerson
from lovedesk.shop.about_lines import Line
from lovedesk.words import _, date_full

LABEL = 400.0           # room for what a line is, or its day
GAP = 24.0
BETWEEN_LINES = 14.0
BETWEEN_SECTIONS = 44.0
MOST_LINES = 40         # of one block; a longer text goes on in the next
LETTERS = 1200          # of one block


def about_person(about: AboutPerson, paper: str) -> list[Page]:
    """The pages, numbered."""
    pages = list(_flowed(about, PAPERS[paper]))
    for number, page in enumerate(pages, 1):
        words = foot_words(about.name, about.day, number, len(pages))
        line = foot(about.motto, words, page.paper.column, about.sample)
        page.put(line, SIDE, page.paper.bottom - line.height)
    return pages


def _flowed(about: AboutPerson, paper: Paper) -> Iterator[Page]:
    page, y = _first(about, paper)
    end = paper.bottom - 39 - PAD
    for section in about.sections:
        head: Block | None = heading(section.heading, "", paper.column)
        y += BETWEEN_SECTIONS
        for block in (block for line in section.lines for block in _blocks(line, paper.column)):
            needed = block.height + (head.height + BETWEEN_LINES if head else 0)
            if y + needed > end:
                yield page
                page, y = Page(paper, page.title), TOP
            if head:
                page.put(head, SIDE, y)
                y += head.height + BETWEEN_LINES
                head = None
            page.put(block, SIDE, y)
            y += block.height + BETWEEN_LINES
    yield page


def _first(about: AboutPerson, paper: Paper) -> tuple[Page, float]:
    page = Page(paper, _("What we hold about {name}").format(name=Text(about.name, BODY, paper.column).shown))
    head = title(about.name, _("All that we hold about you"), [Text(date_full(about.day), HEAD, 700)], paper.column)
    page.put(head, SIDE, TOP)
    y = TOP + head.height + PAD
    shop = about.shop or _("our shop")
    words = Text(_("This is everything about you that is written down at {shop}, also what only we see and what was "
                   "deleted but not yet erased. If something is wrong, tell us and we put it right. If you wish, we "
                   "erase it for good.").format(shop=shop), BODY, paper.column, 6)
    page.put(words, SIDE, y)
    return page, y + words.height


def _blocks(line: Line, width: float) -> Iterator[Block]:
    """A line, its long text in pieces that each fit on a page."""
    label = line.label
    for paragraph in line.text.splitlines():
        for piece in textwrap.wrap(paragraph, LETTERS, break_on_hyphens=False):
            text = Text(piece, BODY, width - LABEL - GAP, MOST_LINES)
            yield Block().put(Text(label, STRONG, LABEL)).put(text, LABEL + GAP)
            label = ""
