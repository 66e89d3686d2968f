"""A customer's whole page: all that may stand on paper, on as many pages as it needs."""

from __future__ import annotations

from lovedesk.sheets.blocks import PAD, Block, title
from lovedesk.sheets.codes import code_rows
from lovedesk.sheets.flowing import flowed, labelled_lines, numbered
from lovedesk.sheets.fonts import BODY, HEAD
from lovedesk.sheets.page import PAPERS, Page
from lovedesk.sheets.text import Text
from lovedesk.shop.whole_pages import WholePage
from lovedesk.words import _, date_full


def whole_page(whole: WholePage, paper: str) -> list[Page]:
    """The pages, numbered."""
    size = PAPERS[paper]
    head = title(whole.name, ". ".join(part for part in (whole.standing, whole.shop) if part),
                 [Text(date_full(whole.day), HEAD, 700)], size.column)
    first = Block().put(head)
    for row in code_rows(whole.codes, size.column):
        first.put(row, 0, first.height + PAD)
    parts: list[tuple[str, list[Block]]] = [
        (section.heading, [block for line in section.lines
                           for block in labelled_lines(line.label, line.text, size.column)])
        for section in whole.sections]
    if not parts:
        parts = [("", [Block().put(Text(_("Nothing is written down yet that may stand on paper."), BODY,
                                        size.column, 2))])]
    name = _("{name}, whole page").format(name=Text(whole.name, BODY, size.column).shown)
    return numbered(flowed(name, first, parts, size), whole.name, whole.day, whole.motto, sample=whole.sample)
