"""The week on one page: a band for each day, times at the left, what lies on the day at the right, room to write."""

from __future__ import annotations

from collections.abc import Iterator

from lovedesk.sheets.blocks import PAD, Block, Rule, foot, foot_words, title
from lovedesk.sheets.fonts import BODY, HEAD, SMALL, STRONG
from lovedesk.sheets.page import COLUMN_GAP, PAPERS, SIDE, TOP, Page, Paper
from lovedesk.sheets.text import Text
from lovedesk.shop.week_sheets import WeekDay, WeekLine, WeekSheet
from lovedesk.words import _, date_full, date_short, ngettext, weekday

DAY = 290.0         # room for the weekday, its date and its hours
TIME = 120.0
ROW = 43.0          # a line of a day
HEIGHT = 3          # rows that each day has at least: its name, its date, its hours
FOOT = 39.0


def week_page(week: WeekSheet, paper: str) -> list[Page]:
    """The one page of a week; what does not fit on it is counted."""
    size = PAPERS[paper]
    first, last = week.days[0].day, week.days[-1].day
    name = _("Week of {day}").format(day=date_full(first))
    page = Page(size, name)
    until = _("until {day}").format(day=date_short(last, first))
    head = title(name, ". ".join(part for part in (until, week.shop) if part),
                 [Text(week.keeper, HEAD, 500)] if week.keeper else [], size.column)
    page.put(head, SIDE, TOP)
    y = TOP + head.height + PAD
    room = size.bottom - FOOT - PAD - y
    for day, height in zip(week.days, _heights(week.days, room), strict=True):
        band = _band(day, size, int((height - 2 * PAD) // ROW))
        page.put(band, SIDE, y)
        y += height
        if day is not week.days[-1]:
            page.put(Rule(size.column), SIDE, y - PAD)
    line = foot(week.motto, foot_words(_("Week"), first, 1, 1), size.column, week.sample)
    page.put(line, SIDE, size.bottom - line.height)
    return [page]


def _heights(days: list[WeekDay], room: float) -> list[float]:
    """The room of each day: what it needs, and of the rest the same for all; where there is none, less for the full."""
    needed = [max(len(day.timed), len(day.rest), HEIGHT) for day in days]
    most = int(room // ROW) - len(days)     # a row of each day is air
    while sum(needed) > most:
        needed[needed.index(max(needed))] -= 1
    rest = (room - sum(needed) * ROW) / len(days)
    return [rows * ROW + rest for rows in needed]


def _band(day: WeekDay, paper: Paper, rows: int) -> Block:
    block = Block(paper.column)
    name = Text(weekday(day.day, "wide"), HEAD, DAY - 20)
    block.put(name)
    date = Text(date_short(day.day), BODY, DAY - 20)
    block.put(date, 0, name.height)
    if day.hours and rows >= HEIGHT:
        block.put(Text(day.hours, SMALL, DAY - 20, rows - 2), 0, name.height + date.height + 2)
    half = (paper.column - DAY - COLUMN_GAP) / 2
    for n, row in enumerate(_rows(day.timed, half, rows)):
        block.put(row, DAY, n * ROW)
    for n, row in enumerate(_rows(day.rest, half, rows)):
        block.put(row, DAY + half + COLUMN_GAP, n * ROW)
    return block


def _rows(lines: list[WeekLine], width: float, rows: int) -> Iterator[Block]:
    """A row for each line; where they are too many, the last one counts the others."""
    shown = lines if len(lines) <= rows else lines[:max(rows - 1, 0)]
    if 2 * len(lines) <= rows:
        for line in lines:
            yield from _two_rows(line, width)
        return
    yield from (_row(line, width) for line in shown)
    if more := len(lines) - len(shown):
        yield Block().put(Text(ngettext("{n} more on screen", "{n} more on screen", more).format(n=more), SMALL, width))


def _two_rows(line: WeekLine, width: float) -> Iterator[Block]:
    """Where there is room, what it is stands below whose it is."""
    left = TIME if line.time else 0.0
    yield _row(line._replace(what="", done=False) if line.name else line, width)
    if line.name:
        yield Block().put(Text(_what(line), BODY, width - left), left)


def _what(line: WeekLine) -> str:
    return _("{what}, done").format(what=line.what) if line.done else line.what


def _row(line: WeekLine, width: float) -> Block:
    block = Block()
    x = 0.0
    if line.time:
        block.put(Text(line.time, STRONG, TIME - 10))
        x = TIME
    if line.name:
        name = Text(line.name, STRONG, (width - x) * (0.6 if line.what else 1))
        block.put(name, x)
        x += name.width + 16
    return block.put(Text(_what(line), BODY, width - x), x) if line.what else block
