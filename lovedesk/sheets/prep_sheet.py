"""The prep sheet: one page for one visit, made for a pencil, fit to lie open on the customer's table (practice H1)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from lovedesk.sheets.blocks import (
    ABOVE_BOXES,
    PAD,
    THIN,
    UNDER_HEAD,
    Block,
    Rule,
    Sketch,
    beside,
    foot,
    foot_words,
    heading,
    labelled,
    promise_lines,
    question,
    stack,
    title,
    to_tick,
    under_heading,
)
from lovedesk.sheets.codes import code_rows
from lovedesk.sheets.fitting import LAST_LINES, LINES_EACH, MOST, Shown, fullest
from lovedesk.sheets.fonts import BODY, HEAD, STRONG
from lovedesk.sheets.page import COLUMN_GAP, PAPERS, SIDE, TOP, Page, Paper
from lovedesk.sheets.sheet_parts import day_said, label_width, more_on_screen, once, person_row, under_headings
from lovedesk.sheets.text import Text
from lovedesk.shop.prepsheets import Near, Owed, PrepSheet, Thing
from lovedesk.words import _, date_full, duration, joined, ngettext, time

JOBS = 12            # more are no line of a page
SKETCH = 600.0       # never less is left for notes and a sketch
BELOW_BAND = 9.0     # letters below the line add to it


def prep_sheet(sheet: PrepSheet, paper: str, number: int = 1, pages: int = 1) -> Page:
    """The one page of a touchpoint; `number` of `pages` when it is part of a day pack."""
    return _Layout(sheet, PAPERS[paper]).page(number, pages)


class _Layout:
    """Finds the fullest page that leaves room for the sketch. Each row is set once, then only stacked."""

    def __init__(self, sheet: PrepSheet, paper: Paper) -> None:
        self.sheet = sheet
        self.paper = paper
        self.day = sheet.start.date()
        self.made: dict[tuple[Any, ...], Any] = {}

    def page(self, number: int, pages: int) -> Page:
        """The page, its foot numbered."""
        shown = fullest(self._all, self._fits)
        sheet, paper = self.sheet, self.paper
        page = Page(paper, f"{Text(sheet.customer, BODY, paper.column).shown}, {date_full(self.day)}")
        y = self._put_bands(page, self._bands(shown))
        head = heading(_("Notes and sketch"), self._not_here(shown), paper.column)
        page.put(head, SIDE, y)
        sketch = Sketch(paper.column, self._sketch_end - y - head.height - PAD)
        page.put(sketch, SIDE, self._sketch_end - sketch.height)
        line = foot(sheet.motto, foot_words(sheet.customer, self.day, number, pages), paper.column, sheet.sample)
        page.put(line, SIDE, paper.bottom - line.height)
        return page

    @property
    def _sketch_end(self) -> float:
        return self.paper.bottom - 39 - PAD

    def _put_bands(self, page: Page, bands: list[Block]) -> float:
        y = TOP
        page.put(self._head, SIDE, y)
        y += self._head.height + PAD
        for band in bands:
            page.put(band, SIDE, y)
            y += band.height + BELOW_BAND
            page.put(Rule(self.paper.column), SIDE, y)
            y += THIN + PAD
        return y

    def _fits(self, shown: Shown) -> bool:
        bands = self._bands(shown)
        used = TOP + self._head.height + PAD + sum(band.height + BELOW_BAND + THIN + PAD for band in bands)
        return used + 51 + PAD + SKETCH + THIN <= self._sketch_end

    @cached_property
    def _all(self) -> Shown:
        """How many of each there are."""
        sheet = self.sheet
        return Shown(
            meet=len(sheet.meet), last=len(LAST_LINES) if sheet.last else 0,
            owed=max(len(sheet.we_owe), len(sheet.they_owe)), easy=max(len(sheet.easy), len(sheet.agreed)),
            know=len(sheet.know), near=len(sheet.near),
            rows=max(len(sheet.bring), len(sheet.tell), len(sheet.do)), ask=len(sheet.ask),
            lines=LINES_EACH * len(sheet.ask))

    @cached_property
    def _head(self) -> Block:
        sheet = self.sheet
        when = date_full(self.day)
        if sheet.planned and not sheet.days:
            when = _("{date}, {time}").format(date=when, time=time(sheet.start.time()))
        lasts = duration(sheet.minutes) if sheet.planned and sheet.minutes > 0 else ""
        if sheet.days:
            lasts = ngettext("{n} whole day", "{n} whole days", sheet.days).format(n=sheet.days)
        if sheet.keeper:
            goes = _("{keeper} goes").format(keeper=Text(sheet.keeper, BODY, 400).shown)
            lasts = _("{duration}, {keeper_goes}").format(duration=lasts, keeper_goes=goes) if lasts else goes
        right = [Text(when, HEAD, 900), Text(lasts, BODY, 900)]
        what = sheet.channel
        if sheet.occasion:
            what = _("{channel}, {occasion}").format(channel=sheet.channel, occasion=sheet.occasion)
        return title(sheet.customer, what, right, self.paper.column)

    def _bands(self, shown: Shown) -> list[Block]:
        """The bands above the sketch that have something to say, in the order of the debrief."""
        left, right, sheet = self.paper.left, self.paper.right, self.sheet
        two = [
            (self._people(shown.meet, left), self._way),
            (self._last_time(shown.last, left), self._owed(shown.owed, right)),
            (self._standing(_("Easy for them"), sheet.easy, shown.easy, left),
             self._standing(_("What we agreed"), sheet.agreed, shown.easy, right)),
            (self._known(shown.know, left), self._days(shown.near, right)),
        ]
        bands = [self._doing] if self._doing else []
        bands += [self._two_columns(*columns) for columns in two if any(columns)]
        last = (self._to_tick(shown.rows), self._questions(shown.ask, shown.lines), self._promises, self._codes)
        return bands + [band for band in last if band]

    def _not_here(self, shown: Shown) -> str:
        """What has no line on a full page at all."""
        sheet = self.sheet
        parts = [(_("last time"), sheet.last, shown.last),
                 (_("what is owed"), sheet.we_owe or sheet.they_owe, shown.owed),
                 (_("easy for them"), sheet.easy, shown.easy), (_("what we agreed"), sheet.agreed, shown.easy),
                 (_("good to know"), sheet.know, shown.know), (_("days near"), sheet.near, shown.near),
                 (_("bring"), sheet.bring, shown.rows), (_("tell"), sheet.tell, shown.rows),
                 (_("do"), sheet.do, shown.rows), (_("ask"), sheet.ask, shown.ask)]
        left_out = [name for name, there, count in parts if there and not count]
        return _("more on screen: {parts}").format(parts=joined(left_out)) if left_out else ""

    def _two_columns(self, left: Block | None, right: Block | None) -> Block:
        columns = [column for column in (left, right) if column]
        return beside(*zip((0.0, self.paper.left + COLUMN_GAP), columns, strict=False))

    def _titled(self, title: str, side: str, width: float, rows: list[Block], *, gap: float = 4,
                under: float = UNDER_HEAD) -> Block:
        block = Block().put(heading(title, side, width))
        return block.put(stack(rows, gap), 0, block.height + under) if rows else block

    @cached_property
    def _doing(self) -> Block | None:
        """All jobs in a line or two: they stand first, and leave the page to the talk."""
        if not self.sheet.jobs:
            return None
        told = " · ".join(_("{job}: {state}").format(job=job.what, state=job.state) for job in self.sheet.jobs[:JOBS])
        return labelled(_("Jobs"), told, label_width([_("Jobs")], 0, 200), self.paper.column, 2)

    @once
    def _people(self, count: int, width: float) -> Block | None:
        rows = self._met
        if not rows:
            return None
        side = more_on_screen(len(self.sheet.meet) - min(count, len(rows)))
        return self._titled(_("You meet"), side, width, rows[:count], gap=PAD)

    @cached_property
    def _met(self) -> list[Block]:
        return [person_row(person, self.paper.left) for person in self.sheet.meet[:MOST.meet]]

    @cached_property
    def _way(self) -> Block | None:
        sheet, width = self.sheet, self.paper.right
        lines = [Text(line, BODY, width, 2) for line in sheet.address[:4] if line.strip()]
        if sheet.ways.strip():
            lines.append(Text(sheet.ways, BODY if lines else STRONG, width, 3))
        if not lines:
            return None
        title = _("Getting there") if len(lines) > 1 or not sheet.ways else _("Reaching them")
        return self._titled(title, "", width, [Block().put(line) for line in lines], gap=0)

    @once
    def _last_time(self, step: int, width: float) -> Block | None:
        last = self.sheet.last
        if last is None or not step:
            return None
        said = Text(last.text, BODY, width, max(LAST_LINES[step], 2))
        side = _("{channel}, {day}").format(channel=last.channel, day=day_said(last.when, self.day))
        return self._titled(_("Last time"), side, width, [Block().put(said)])

    @once
    def _standing(self, title: str, words: Sequence[str], count: int, width: float) -> Block | None:
        """What stands between us, a line each."""
        if not (words and count):
            return None
        rows = [self._line(text, width) for text in words[:min(count, MOST.easy)]]
        return self._titled(title, more_on_screen(len(words) - len(rows)), width, rows)

    @once
    def _line(self, text: str, width: float) -> Block:
        return Block().put(Text(text, BODY, width, 2))

    @once
    def _owed(self, count: int, width: float) -> Block | None:
        sheet = self.sheet
        sides = [(_("We owe"), sheet.we_owe, self._we_owe), (_("They owe"), sheet.they_owe, self._they_owe)]
        blocks = [
            self._titled(title, more_on_screen(len(promises) - min(count, len(rows))), width, rows[:count])
            for title, promises, rows in sides if promises and count
        ]
        return stack(blocks, UNDER_HEAD) if blocks else None

    @cached_property
    def _we_owe(self) -> list[Block]:
        return self._dated(self.sheet.we_owe[:MOST.owed])

    @cached_property
    def _they_owe(self) -> list[Block]:
        return self._dated(self.sheet.they_owe[:MOST.owed])

    @once
    def _days(self, count: int, width: float) -> Block | None:
        if not (self.sheet.near and count):
            return None
        side = more_on_screen(len(self.sheet.near) - min(count, len(self._near)))
        return self._titled(_("Days near"), side, width, self._near[:count])

    @cached_property
    def _near(self) -> list[Block]:
        return self._dated(self.sheet.near[:MOST.near])

    def _dated(self, rows: Sequence[Owed | Near]) -> list[Block]:
        """Rows that begin with a day, all days of the right column of one width."""
        width, column = self._day_width, self.paper.right
        return [labelled(self._day_label(row), row.text, width, column, 4) for row in rows]

    def _day_label(self, row: Owed | Near) -> str:
        """"Today" is the day of the visit, whenever the sheet was printed."""
        day = row.due if isinstance(row, Owed) else row.day
        if day is None:
            return _("no day")
        return _("today") if day == self.day else day_said(day, self.day)

    @cached_property
    def _day_width(self) -> float:
        sheet = self.sheet
        rows: list[Owed | Near] = [*sheet.we_owe[:MOST.owed], *sheet.they_owe[:MOST.owed], *sheet.near[:MOST.near]]
        return label_width([self._day_label(row) for row in rows], 200, 300)

    @once
    def _known(self, count: int, width: float) -> Block | None:
        older = len(self.sheet.know) - min(count, len(self._details))
        if not (self.sheet.know and count):
            return None
        side = ngettext("{n} older detail not shown", "{n} older details not shown", older).format(
            n=older) if older else ""
        return self._titled(_("Good to know"), side, width, self._details[:count])

    @cached_property
    def _details(self) -> list[Block]:
        details = self.sheet.know[:MOST.know]
        width = label_width([detail.topic for detail in details], 130, 330)
        return [labelled(detail.topic, detail.text, width, self.paper.left, 6) for detail in details]

    @once
    def _to_tick(self, count: int) -> Block | None:
        width = self._tick_width
        columns = [
            self._titled(title, more_on_screen(len(items) - min(count, len(rows))), width, rows[:count], gap=18,
                         under=ABOVE_BOXES)
            for title, items, rows in self._ticks if count
        ]
        if not columns:
            return None
        return beside(*((n * (width + COLUMN_GAP), column) for n, column in enumerate(columns)))

    @cached_property
    def _tick_width(self) -> float:
        """A third of the page, or half of it where there are two columns or one."""
        columns = max(sum(map(bool, (self.sheet.bring, self.sheet.tell, self.sheet.do))), 2)
        return (self.paper.column - (columns - 1) * COLUMN_GAP) / columns

    @cached_property
    def _ticks(self) -> list[tuple[str, list[Thing], list[Block]]]:
        sheet, width = self.sheet, self._tick_width
        return [
            (title, items, under_headings(items, [to_tick(item.text, width, 4) for item in items[:MOST.rows]], width))
            for title, items in [(_("Bring"), sheet.bring), (_("Tell"), sheet.tell), (_("Do"), sheet.do)] if items
        ]

    @once
    def _questions(self, count: int, lines: int) -> Block | None:
        asked = self.sheet.ask
        if not (asked and count):
            return None
        shown = min(count, len(asked), MOST.ask)
        with_lines = min(lines, shown)
        each, more = divmod(lines, with_lines) if with_lines else (0, 0)
        rows = [self._asked(n, min(each + (n < more), LINES_EACH)) for n in range(with_lines)]
        rows += self._two_and_two([self._asked(n, 0) for n in range(with_lines, shown)])
        side = more_on_screen(len(asked) - shown) or _("and listen")
        return self._titled(_("Ask"), side, self.paper.column, rows, gap=15, under=ABOVE_BOXES)

    @once
    def _asked(self, n: int, lines: int) -> Block:
        """A question; without a line to write on it is half as wide, and its answer goes into the notes."""
        asked, width = self.sheet.ask[n], self.paper.column if lines else self._half
        row = question(asked.text, asked.topic, width, lines) if lines else to_tick(asked.text, width, 3, STRONG)
        above = self.sheet.ask[n - 1].section if n else ""
        return under_heading(asked.section, row, width) if asked.section not in {"", above} else row

    @property
    def _half(self) -> float:
        return (self.paper.column - COLUMN_GAP) / 2

    def _two_and_two(self, cells: list[Block]) -> list[Block]:
        """Blocks in two columns, as many in the left one as in the right or one more."""
        half = (len(cells) + 1) // 2
        columns = [stack(some, 15) for some in (cells[:half], cells[half:]) if some]
        return [beside(*zip((0.0, self._half + COLUMN_GAP), columns, strict=False))] if columns else []

    @cached_property
    def _promises(self) -> Block | None:
        if not self.sheet.promise:
            return None
        left, right = self.paper.left, self.paper.right
        return beside((0, promise_lines(_("We promise"), _("what, and by which day"), left - COLUMN_GAP)),
                      (left + COLUMN_GAP, promise_lines(_("They promise"), "", right)))

    @cached_property
    def _codes(self) -> Block | None:
        return stack(code_rows(self.sheet.codes, self.paper.column), PAD) if self.sheet.codes else None
