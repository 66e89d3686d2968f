"""The week on one page: a band for each day, times at the left, what lies on the day at the right, room to write."""

from __future__ import annotations

from collections.abc import Iterator

from lovedesk.sheets.blocks import PAD, Block, Rule, foot, foot_words, title
from lovedesk.sheets.fonts import BODY, HEAD, SMALL, STRONG
from lovedesk.sheets.page import COLUMN_GAP, PAPERS, SIDE, TOP, Page, Paper
from lovedesk.sheets.text import Text, width_of
from lovedesk.shop.week_sheets import WeekDay, WeekLine, WeekSheet
from lovedesk.words import _, date_full, date_short, day_and_month, ngettext, weekday

DAY = 290.0         # room for the weekday, its date and its hours
TIME = 120.0
ROW = 43.0          # a line of a day
HEIGHT = 3          # rows that each day has at least: its name, its date, its hours
FOOT = 39.0
GAP = 16.0          # between whose it is and what
LONGEST = 80        # letters; more are never measured: they fill a row


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
    for day, height in zip(week.days, _heights(week.days, size, room), strict=True):
        band = _band(day, size, int((height - 2 * PAD + 0.5) // ROW))
        page.put(band, SIDE, y)
        y += height
        if day is not week.days[-1]:
            page.put(Rule(size.column), SIDE, y - PAD)
    line = foot(week.motto, foot_words(_("Week"), first, 1, 1), size.column, week.sample)
    page.put(line, SIDE, size.bottom - line.height)
    return [page]


def _heights(days: list[WeekDay], paper: Paper, room: float) -> list[float]:
    """The room of each day: a row for each line, or less for the full where there is none; then a second row for what
    is longer than one, as far as it goes; of the rest the same for all."""
    half = _half(paper)
    rows = [max(len(day.timed), len(day.rest), HEIGHT) for day in days]
    wished = [max(_wished(day.timed, half), _wished(day.rest, half), HEIGHT) for day in days]
    most = int((room - len(days) * 2 * PAD) // ROW)
    while sum(rows) > most:
        rows[rows.index(max(rows))] -= 1
    while sum(rows) < most and rows != wished:
        lack = [wish - have for wish, have in zip(wished, rows, strict=True)]
        if max(lack) <= 0:
            break
        rows[lack.index(max(lack))] += 1
    rest = (room - sum(rows) * ROW) / len(days)
    return [count * ROW + rest for count in rows]


def _half(paper: Paper) -> float:
    return (paper.column - DAY - COLUMN_GAP) / 2


def _wished(lines: list[WeekLine], width: float) -> int:
    return sum(1 if _is_short(line, width) else 2 for line in lines)


def _band(day: WeekDay, paper: Paper, rows: int) -> Block:
    block = Block(paper.column)
    name = Text(weekday(day.day, "wide"), HEAD, DAY - 20)
    block.put(name)
    date = Text(day_and_month(day.day), BODY, DAY - 20)
    block.put(date, 0, name.height)
    if day.hours and rows >= HEIGHT:
        block.put(Text(day.hours, BODY, DAY - 20, rows - 2), 0, name.height + date.height)
    half = _half(paper)
    over = day.timed[rows:]     # a full day's visits go on in the second column, before what has no time
    for column, lines in enumerate((day.timed[:rows], over + day.rest)):
        for n, row in enumerate(_rows(lines, half, rows)):
            block.put(row, DAY + column * (half + COLUMN_GAP), n * ROW)
    return block


def _rows(lines: list[WeekLine], width: float, rows: int) -> Iterator[Block]:
    """A row for each line, or two while there is room; where they are too many, the last one counts the others."""
    shown = lines if len(lines) <= rows else lines[:max(rows - 1, 0)]
    spare = rows - len(lines)
    for line in shown:
        if spare > 0 and not _is_short(line, width):
            spare -= 1
            yield from _two_rows(line, width)
        else:
            yield _row(line, width)
    if more := len(lines) - len(shown):
        yield Block().put(Text(ngettext("{n} more on screen", "{n} more on screen", more).format(n=more), SMALL, width))


def _is_short(line: WeekLine, width: float) -> bool:
    """Whether it stands in one row."""
    room = width - (TIME if line.time else 0)
    what = _what(line)
    if len(line.name) + len(what) > LONGEST:
        return False
    return (width_of(line.name, STRONG) + GAP if line.name else 0) + width_of(what, BODY) <= room


def _two_rows(line: WeekLine, width: float) -> Iterator[Block]:
    """What it is below whose it is; of what is no one's, the words in two rows."""
    left = TIME if line.time else 0.0
    if line.name:
        yield _row(line._replace(what="", done=False), width)
        yield Block().put(Text(_what(line), BODY, width - left), left)
        return
    block = Block().put(Text(line.time, STRONG, TIME - 10)) if line.time else Block()
    yield block.put(Text(_what(line), BODY, width - left, 2), left)
    yield Block()


def _what(line: WeekLine) -> str:
    return _("{what}, done").format(what=line.what) if line.done else line.what


def _row(line: WeekLine, width: float) -> Block:
    block = Block()
    x = 0.0
    if line.time:
        block.put(Text(line.time, STRONG, TIME - 10))
        x = TIME
    if line.name:
        short = not line.what or _is_short(line, width)
        name = Text(line.name, STRONG, (width - x) * (1 if short else 0.6))
        block.put(name, x)
        x += name.width + GAP
    return block.put(Text(_what(line), BODY, width - x), x) if line.what else block
