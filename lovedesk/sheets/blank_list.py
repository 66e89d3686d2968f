"""A blank checklist: boxes to tick, lines to write on, and a line for with whom and when."""

from __future__ import annotations

from lovedesk.sheets.blocks import PAD, Block, WritingLine, question, title, to_tick
from lovedesk.sheets.flowing import flowed, numbered
from lovedesk.sheets.fonts import BODY, HEAD, STRONG
from lovedesk.sheets.page import PAPERS, Page
from lovedesk.sheets.text import Text, baseline
from lovedesk.shop.blank_lists import BlankList
from lovedesk.shop.checklists import TemplateItem
from lovedesk.words import _, duration

WITH_WHOM, ON = 1150.0, 80.0     # how long the line for a name is, and how far the day's begins after it
BETWEEN = 20.0
LINES = 2


def blank_list(blank: BlankList, paper: str) -> list[Page]:
    """The pages of a checklist, numbered."""
    size = PAPERS[paper]
    parts = [(name, [_item(item, size.column) for item in items]) for name, items in blank.parts]
    if not parts:
        parts = [("", [Block().put(Text(_("Nothing stands on this checklist yet."), BODY, size.column, 2))])]
    name = Text(blank.title, BODY, size.column).shown
    pages = flowed(name, _first(blank, size.column), parts, size, BETWEEN)
    return numbered(pages, blank.title, blank.day, blank.motto, sample=blank.sample)


def _first(blank: BlankList, width: float) -> Block:
    below = ". ".join(part.rstrip(".") for part in (blank.about, blank.shop) if part)
    block = Block().put(title(blank.title, below, [Text(duration(blank.minutes), HEAD, 500)], width))
    y = block.height + 60
    for word, x, end in ((_("With"), 0.0, WITH_WHOM), (_("on"), WITH_WHOM + ON, width)):
        label = Text(word, STRONG, 250)
        block.put(label, x, y).put(WritingLine(end - x - label.width - 24), x + label.width + 24, y + baseline(STRONG))
    return block.put(Block(height=1), 0, block.height + PAD)


def _item(item: TemplateItem, width: float) -> Block:
    """A box and what it is for; a question with lines for its answer."""
    if item.kind == "ask":
        asked = question(item.text, item.topic, width, LINES)
        return asked.put(Block(height=1), 0, asked.height + BETWEEN)     # the next box stands free of its last line
    words = _("{item} (always)").format(item=item.text) if item.required else item.text
    return to_tick(words, width, 4)
