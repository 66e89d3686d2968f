"""The day pack: a page with the day's order, what to take along and what is promised, then a sheet for each visit."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from lovedesk.sheets.blocks import (
    BOX,
    BOX_INDENT,
    LINE,
    THIN,
    Block,
    Box,
    Ring,
    Rule,
    WritingLine,
    foot,
    foot_words,
    heading,
    stack,
    title,
    to_tick,
    under_heading,
)
from lovedesk.sheets.fonts import BODY, HEAD, MARK, PERSON, SMALL, STRONG
from lovedesk.sheets.page import COLUMN_GAP, PAPERS, SIDE, TOP, Page, Paper
from lovedesk.sheets.prep_sheet import prep_sheet
from lovedesk.sheets.text import Text, baseline
from lovedesk.shop.prepsheets import DayPack, Promise, Stop, ToTake
from lovedesk.words import _, date_full, date_long, ngettext, time

RING_AT = 184.0       # from the left margin: after the time
NAME_AT = 272.0
RING_DOWN = -2.0      # so that the ring stands around the middle of the time beside it
BETWEEN_STOPS = 52.0
BETWEEN_ROWS = 20.0
FEWEST_LINES = 3
AIR = 22.0            # a front page has more room than a sheet


def day_pack(pack: DayPack, paper: str) -> list[Page]:
    """The front page, or as many as the day needs, and the sheets, numbered through."""
    fronts = _Front(pack, PAPERS[paper]).pages()
    total = len(fronts) + len(pack.sheets)
    for number, page in enumerate(fronts, 1):
        words = foot_words(_("Day pack"), pack.day, number, total)
        line = foot(pack.motto, words, page.paper.column, pack.sample)
        page.put(line, SIDE, page.paper.bottom - line.height)
    first = len(fronts) + 1
    return fronts + [prep_sheet(sheet, paper, number, total) for number, sheet in enumerate(pack.sheets, first)]


class _Front:
    """Lets the stops flow down as many pages as they need, then the two columns, then lines to write on."""

    def __init__(self, pack: DayPack, paper: Paper) -> None:
        self.pack = pack
        self.paper = paper
        self.end = paper.bottom - 39 - AIR
        self.stops = deque(_stop(n, stop, paper.column) for n, stop in enumerate(pack.stops, 1))
        self.take_along = deque(_to_take(thing, paper.left - COLUMN_GAP) for thing in pack.take)
        self.promised = deque(_due(pack, paper.right))

    def pages(self) -> list[Page]:
        """All front pages, without their feet."""
        pages: list[Page] = []
        while not pages or self.stops or self.take_along or self.promised:
            page = Page(self.paper, _("Day pack, {day}").format(day=date_full(self.pack.day)))
            y = self._put_stops(page, self._put_title(page))
            if not self.stops:
                y = self._put_columns(page, y)
            if not (self.stops or self.take_along or self.promised):
                self._put_lines(page, y)
            pages.append(page)
        return pages

    def _put_title(self, page: Page) -> float:
        pack = self.pack
        below = pack.shop
        if pack.stops:
            count = len(pack.stops)
            below = ngettext("{n} stop. {shop}", "{n} stops. {shop}", count).format(n=count, shop=pack.shop)
        right = [Text(pack.keeper, HEAD, 500)] if pack.keeper else []
        block = title(date_long(pack.day), below, right, self.paper.column)
        page.put(block, SIDE, TOP)
        return TOP + block.height + AIR

    def _put_stops(self, page: Page, y: float) -> float:
        if not self.stops:
            return y
        head = heading(_("In this order"), "", self.paper.column)
        page.put(head, SIDE, y)
        y += head.height + AIR
        above = None
        while self.stops and y + self.stops[0].height <= self.end:
            if above is not None:
                page.put(Rule(4, y + RING_DOWN - above), SIDE + RING_AT + Ring.width / 2 - 2, above)
            above = y + RING_DOWN + Ring.height
            stop = self.stops.popleft()
            page.put(stop, SIDE, y)
            y += stop.height + BETWEEN_STOPS
        return y - BETWEEN_STOPS + AIR

    def _put_rule(self, page: Page, y: float) -> float:
        """A rule before what follows, unless it follows the title."""
        if len(page.placed) == 1:
            return y
        page.put(Rule(self.paper.column), SIDE, y)
        return y + THIN + AIR

    def _put_columns(self, page: Page, y: float) -> float:
        sides = [
            (heading(_("Take along"), "", self.paper.left - COLUMN_GAP), self.take_along),
            (heading(_("Promised for today") if self.pack.promised else _("Due today"), "", self.paper.right),
             self.promised),
        ]
        rows_top = y + THIN + AIR + sides[0][0].height + AIR
        columns = [(head, stack(_as_many_as_fit(rows, self.end - rows_top), BETWEEN_ROWS)) for head, rows in sides]
        filled = [(head, column) for head, column in columns if column.height]
        if not filled:
            return y
        y = self._put_rule(page, y)
        for x, (head, column) in zip((SIDE, SIDE + self.paper.left + COLUMN_GAP), filled, strict=False):
            page.put(head, x, y)
            page.put(column, x, y + head.height + AIR)
        return y + filled[0][0].height + AIR + max(column.height for _head, column in filled) + AIR

    def _put_lines(self, page: Page, y: float) -> None:
        head = heading(_("Seen and heard today"), "", self.paper.column)
        count = int((self.end - y - THIN - AIR - head.height) // LINE)
        if count < FEWEST_LINES:
            return
        y = self._put_rule(page, y)
        page.put(head, SIDE, y)
        for line in range(1, count + 1):
            page.put(WritingLine(self.paper.column), SIDE, y + head.height + line * LINE)


def _as_many_as_fit(rows: deque[Block], room: float) -> Iterator[Block]:
    """Take rows away from the front while they have room below each other."""
    while rows and rows[0].height <= room:
        room -= rows[0].height + BETWEEN_ROWS
        yield rows.popleft()


def _stop(number: int, stop: Stop, width: float) -> Block:
    """One stop: when, its number on the line, who and where, a telephone number, a box."""
    when = Text(_("all day") if stop.whole_day else time(stop.start), HEAD, RING_AT - 20)
    block = Block(width).put(when).put(Ring(), RING_AT, RING_DOWN)
    digit = Text(str(number), MARK, Ring.width)
    block.put(digit, RING_AT + (Ring.width - digit.width) / 2, baseline(HEAD) - baseline(MARK) - 4)
    phone = Text(stop.phone, PERSON, 450)
    room = width - BOX - 64 - phone.width - 40 - NAME_AT
    lasts = not stop.whole_day and stop.until != stop.start
    until = Text(_("until {time}").format(time=time(stop.until)) if lasts else "", SMALL, 250)
    name = Text(stop.customer, HEAD, room - until.width - 25)
    block.put(name, NAME_AT).put(until, NAME_AT + name.width + 25, baseline(HEAD) - baseline(SMALL))
    y = name.height
    for line in stop.lines[:4]:
        text = Text(line, BODY, room, 2)
        block.put(text, NAME_AT, y)
        y += text.height
    block.put(phone, width - BOX - 64 - phone.width, 50)
    return block.put(Box(), width - BOX, 50)


def _to_take(thing: ToTake, width: float) -> Block:
    """A box for a thing, how many of it, and small print on whom it is for."""
    words = thing.text if thing.many == 1 else _("{n} × {thing}").format(n=thing.many, thing=thing.text)
    row = to_tick(words, width, 4, STRONG)
    return row.put(Text(thing.whose, BODY, width - BOX_INDENT, 2), BOX_INDENT, row.height) if thing.whose else row


def _due(pack: DayPack, width: float) -> Iterator[Block]:
    """What is promised for the day, then what is due without a promise, the first of it below a word of its own."""
    yield from (_promise(promise, width) for promise in pack.promised)
    for n, due in enumerate(pack.also_due):
        row = _promise(due, width)
        yield under_heading(_("Also due"), row, width) if pack.promised and not n else row


def _promise(promise: Promise, width: float) -> Block:
    """A box, what was promised, and small print on whom to reach."""
    row = to_tick(promise.text, width, 3, STRONG)
    if promise.note:
        row.put(Text(promise.note, BODY, width - BOX_INDENT, 2), BOX_INDENT, row.height)
    return row
