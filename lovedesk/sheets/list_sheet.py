"""A list of customers on paper: a box, the name, whom to ask for, numbers, the last touch; as many pages as needed."""

from __future__ import annotations

from collections import deque

from lovedesk.sheets.blocks import BOX, BOX_INDENT, PAD, THIN, Block, Box, Rule, foot, foot_words, title
from lovedesk.sheets.fonts import BODY, HEAD, SMALL, STRONG
from lovedesk.sheets.page import PAPERS, SIDE, TOP, Page, Paper
from lovedesk.sheets.text import Text
from lovedesk.shop.list_records import ListLine, ListSheet
from lovedesk.words import _, date_full, ngettext

PHONE, LAST = 400.0, 310.0      # the widths of the columns at the right
GAP = 30.0
AIR = 22.0


def list_sheet(record: ListSheet, paper: str) -> list[Page]:
    """The pages of a list, each with the list's name, its terms and its number."""
    size = PAPERS[paper]
    rows = deque(_row(line, size.column) for line in record.lines)
    pages: list[Page] = []
    while rows or not pages:
        pages.append(_page(record, rows, size))
    for number, page in enumerate(pages, 1):
        line = foot(record.motto, foot_words(record.title, record.day, number, len(pages)), size.column, record.sample)
        page.put(line, SIDE, size.bottom - line.height)
    return pages


def _page(record: ListSheet, rows: deque[Block], paper: Paper) -> Page:
    page = Page(paper, record.title)
    count = ngettext("{n} customer", "{n} customers", len(record.lines)).format(n=len(record.lines))
    right = [Text(date_full(record.day), HEAD, 500), Text(count, BODY, 500)]
    head = title(record.title, record.shop, right, paper.column)
    page.put(head, SIDE, TOP)
    y = TOP + head.height + AIR
    if record.terms:
        terms = Text(record.terms, BODY, paper.column, 3)
        page.put(terms, SIDE, y)
        y += terms.height + AIR
    heads = _heads(paper.column)
    page.put(heads, SIDE, y)
    y += heads.height + PAD
    end = paper.bottom - 39 - AIR
    first = True
    while rows and (first or y + rows[0].height <= end):
        page.put(rows[0], SIDE, y)
        y += rows.popleft().height + PAD
        first = False
    return page


def _heads(width: float) -> Block:
    """What the columns hold, in small print above a rule."""
    block = Block(width).put(Text(_("Name"), SMALL, 400), BOX_INDENT)
    block.put(Text(_("Number"), SMALL, PHONE), width - LAST - GAP - PHONE)
    block.put(Text(_("Last seen"), SMALL, LAST), width - LAST)
    return block.put(Rule(width), 0, block.height + PAD)


def _row(line: ListLine, width: float) -> Block:
    """One customer: a box before the name, their people below it, numbers and the last touch at the right."""
    room = width - BOX_INDENT - PHONE - LAST - 2 * GAP
    block = Block(width).put(Box())
    name = Text(line.name, STRONG, room, 2)
    block.put(name, BOX_INDENT)
    if line.people:
        block.put(Text(line.people, BODY, room, 2), BOX_INDENT, name.height)
    y = 0.0
    for phone in line.phones:
        text = Text(phone, BODY, PHONE)
        block.put(text, width - LAST - GAP - PHONE, y)
        y += text.height
    block.put(Text(date_full(line.last) if line.last else _("never"), BODY, LAST), width - LAST)
    return block.put(Rule(width, THIN), 0, max(block.height, BOX) + PAD)
