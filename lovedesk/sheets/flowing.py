"""Paper that goes on from page to page: what does not fit is on the next one, a heading with the first of its rows."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator

from lovedesk.sheets.blocks import PAD, Block, foot, foot_words, heading
from lovedesk.sheets.fonts import BODY, STRONG
from lovedesk.sheets.page import SIDE, TOP, Page, Paper
from lovedesk.sheets.text import Text

LABEL = 400.0           # room for what a line is, or its day
GAP = 24.0
BETWEEN_LINES = 14.0
BETWEEN_SECTIONS = 44.0
FOOT = 39.0
MOST_LINES = 40         # of one block; a longer text goes on in the next
LETTERS = 1200          # of one block

Part = tuple[str, Iterable[Block]]


def flowed(title: str, first: Block, parts: Iterable[Part], paper: Paper, gap: float = BETWEEN_LINES) -> Iterator[Page]:
    """The pages without their feet: `first` on top of the first one, then rows under their headings."""
    page = Page(paper, title)
    page.put(first, SIDE, TOP)
    y, end = TOP + first.height, paper.bottom - FOOT - PAD
    for words, blocks in parts:
        head: Block | None = heading(words, "", paper.column) if words else None
        y += BETWEEN_SECTIONS
        for block in blocks:
            needed = block.height + (head.height + gap if head else 0)
            if y + needed > end:
                yield page
                page, y = Page(paper, page.title), TOP
            if head:
                page.put(head, SIDE, y)
                y += head.height + gap
                head = None
            page.put(block, SIDE, y)
            y += block.height + gap
    yield page


def numbered(pages: Iterable[Page], name: str, day: dt.date, motto: str, *, sample: bool) -> list[Page]:
    """The pages with their feet: whose they are, of which day, and which of how many."""
    made = list(pages)
    for number, page in enumerate(made, 1):
        line = foot(motto, foot_words(name, day, number, len(made)), page.paper.column, sample)
        page.put(line, SIDE, page.paper.bottom - line.height)
    return made


def labelled_lines(label: str, text: str, width: float) -> Iterator[Block]:
    """A line with its label at the left, a long text in pieces that each fit on a page."""
    column = LABEL + GAP if label else 0
    for paragraph in text.splitlines():
        for piece in textwrap.wrap(paragraph, LETTERS, break_on_hyphens=False):
            words = Text(piece, BODY, width - column, MOST_LINES)
            yield Block().put(Text(label, STRONG, LABEL, 2)).put(words, column)
            label = ""
