"""The calls of a day: a box and a number for each, what to say, and a line for what came of it."""

from __future__ import annotations

from lovedesk.sheets.blocks import BOX_INDENT, LINE, PAD, THIN, Block, Box, Rule, WritingLine, title
from lovedesk.sheets.codes import Squares
from lovedesk.sheets.flowing import flowed, numbered
from lovedesk.sheets.fonts import BODY, HEAD, PERSON, SMALL, STRONG
from lovedesk.sheets.page import PAPERS, Page
from lovedesk.sheets.text import Text, baseline
from lovedesk.shop.call_lists import CallLine, CallList
from lovedesk.words import _, date_full, date_long, date_short, ngettext

LABEL = 190.0
PHONE = 520.0
OWED = 4                # promises of one call that stand on a line each
LINES = 2               # to write on


def call_list(record: CallList, paper: str) -> list[Page]:
    """The pages of a day's calls, numbered."""
    size = PAPERS[paper]
    count = len(record.lines)
    below = record.shop
    if count:
        below = ngettext("{n} call. {shop}", "{n} calls. {shop}", count).format(n=count, shop=record.shop)
    first = title(date_long(record.day), below, [Text(record.keeper or _("Calls"), HEAD, 500)], size.column)
    rows = [_call(line, record, size.column) for line in record.lines]
    if not rows:
        rows = [Block().put(Text(_("No calls are planned for this day."), BODY, size.column, 2))]
    name = _("Calls, {day}").format(day=date_full(record.day))
    return numbered(flowed(name, first, [("", rows)], size, PAD * 2), _("Calls"), record.day, record.motto,
                    sample=record.sample)


def _call(line: CallLine, record: CallList, width: float) -> Block:
    codes = [Squares(code.text) for code in line.codes[:2]]
    room = width - sum(code.width + PAD for code in codes)
    block = Block(width).put(Box())
    phone = Text(line.phone or _("no number"), PERSON, PHONE)
    when = Text(line.time, HEAD, 150)
    x = BOX_INDENT + (when.width + 30 if line.time else 0)
    name = Text(line.name, HEAD, room - x - phone.width - 40, 2)
    block.put(when, BOX_INDENT).put(name, x).put(phone, room - phone.width, baseline(HEAD) - baseline(PERSON))
    y = max(name.height, phone.height)
    for label, words, lines in _said(line, record):
        text = Text(words, BODY, room - BOX_INDENT - LABEL, lines)
        block.put(Text(label, STRONG, LABEL - 16), BOX_INDENT, y).put(text, BOX_INDENT + LABEL, y)
        y += text.height + 4
    if len(line.owed) > OWED:
        more = Text(ngettext("{n} more on screen", "{n} more on screen", len(line.owed) - OWED).format(
            n=len(line.owed) - OWED), SMALL, room - BOX_INDENT - LABEL)
        block.put(more, BOX_INDENT + LABEL, y)
        y += more.height
    x = room
    for code in codes:
        x += PAD
        block.put(code, x)
        x += code.width
    y = max(y, *(code.height - LINE for code in codes)) if codes else y
    for row in range(1, LINES + 1):
        block.put(WritingLine(width - BOX_INDENT), BOX_INDENT, y + row * LINE)
    return block.put(Rule(width, THIN), 0, block.height + PAD * 2)


def _said(line: CallLine, record: CallList) -> list[tuple[str, str, int]]:
    """What to say: whom to ask for, why, the last talk, what we owe; each with its word and its most lines."""
    found = [(_("Ask for"), line.people, 2), (_("Why"), line.why, 3)]
    if line.last is not None:
        said = _("{channel}, {day}: {text}").format(
            channel=line.last.channel, day=date_short(line.last.when, record.day), text=line.last.text)
        found.append((_("Last time"), said, 4))
    for n, owed in enumerate(line.owed[:OWED]):
        words = owed.text
        if owed.due is not None:
            words = _("{what}, by {day}").format(what=owed.text, day=date_short(owed.due, record.day))
        found.append(("" if n else _("We owe"), words, 2))
    return [(label, words, lines) for label, words, lines in found if words]
