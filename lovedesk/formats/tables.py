"""Tables as text: delimiter, rows with their cells, and the row of headers below whatever prose stands above it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from lovedesk.formats import header_words
from lovedesk.formats.header_words import Column
from lovedesk.formats.vcard_lines import cleaned

Understand = Callable[[str], Column | None]
DELIMITERS = ",;\t|"
SEARCHED = 40               # rows in which the header is looked for
SNIFFED = 100_000           # characters that tell the delimiter, of each line at most...
LONGEST_HEADER = 20_000
WIDEST = 400                # columns that are understood; what stands beyond is kept beside the person
LONGEST_ROW, SHORTEST_ROW = 200, 25     # lines that one row may have: the fewer, the more quotes were broken before
REACHED_BY = frozenset({"email", "phone", "mobile"})
SURE = 4                    # as many known headers leave no doubt
NO_VALUE = frozenset({"-", "–", "--", "null", "#n/a", "n/a", "#ref!", "#value!", "unspecified", "keine angabe"})
FORMULA_TEXT = re.compile(r'=\s*"(.*)"$', re.DOTALL)
# the standard limit of 128 kB a cell would stop a whole file at one long note
csv.field_size_limit(2**31 - 1)


class Table(NamedTuple):
    """A table's headers, what they mean, and its rows below them; `first` is the number of the first of these."""

    header: list[str]
    columns: list[Column | None]
    rows: list[list[str]]
    first: int
    delimiter: str = ""


def of_text(text: str, understand: Understand = header_words.understand) -> Table | None:
    """The table that a text holds, by the headers that are understood; those that are missing are empty. Or None."""
    text = text.replace("\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if text[:4].lower() == "sep=" and text[4:5] and text[4] in DELIMITERS:
        best, skipped = text[4:5], 1
        text = text.partition("\n")[2]
    else:
        head = _head(text)
        best, skipped = max(DELIMITERS, key=lambda each: _promise(rows_of(head, each), understand)), 0
    table = of_rows(rows_of(text, best), understand, skipped=skipped)
    return table._replace(delimiter=best) if table is not None else None


def _head(text: str) -> str:
    """The first lines of a text, none of them whole where it is longer than any header."""
    lines, size = [], 0
    for line in text.split("\n", 4 * SEARCHED)[:4 * SEARCHED]:
        lines.append(line[:LONGEST_HEADER])
        size += len(lines[-1])
        if size > SNIFFED:
            break
    return "\n".join(lines)


def of_rows(
    rows: list[list[str]], understand: Understand = header_words.understand, *, skipped: int = 0,
) -> Table | None:
    """The table that rows of cells are, None where all are empty."""
    return _below_header(rows, understand, skipped) if any(map(any, rows)) else None


def _promise(rows: list[list[str]], understand: Understand) -> tuple[int, int, int]:
    """How much rows look like a table that was cut at the right delimiter."""
    rows = rows[:SEARCHED]
    widths = [len(row) for row in rows if any(row)]
    wide = max(widths, default=0)
    alike = max((widths.count(width) for width in set(widths) if width > 1), default=0)
    return max(scores(rows, understand), default=0), alike, wide


def scores(rows: list[list[str]], understand: Understand = header_words.understand) -> list[int]:
    """How many headers are known in each of the rows, until one has so many that it must be the header."""
    found: list[int] = []
    for row in rows[:SEARCHED]:
        found.append(_known(row, understand))
        if found[-1] >= SURE and found[-1] * 2 >= len(row):
            break
    return found


def _known(row: list[str], understand: Understand) -> int:
    row = row[:WIDEST]
    told = (_column(cell, understand) for cell in row)
    found = {column for column in told if column and column.field != "ignored"}
    filled = sum(bool(cell.strip()) for cell in row)
    return len(found) if len(found) * 4 >= filled else 0


def _column(cell: str, understand: Understand) -> Column | None:
    cell = cell.strip()
    if not cell or "@" in cell or sum(char.isdigit() for char in cell) > 4:
        return None
    return understand(cell)


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    """All rows; a quote that is never closed, or closed in the wrong place, spoils its own line alone."""
    lines = text.split("\n")
    rows: list[list[str]] = []
    begin, longest = 0, LONGEST_ROW
    while begin < len(lines):
        source = _Lines(lines, begin, longest, delimiter)
        # strict: a quote that stands where none may; the line is taken apart by itself below
        reader = csv.reader(source, delimiter=delimiter, strict=True)
        with suppress(csv.Error):
            for row in reader:
                rows.append(row)
                source.done = reader.line_num
        begin += source.done
        if begin < len(lines):
            rows.append(_row_by_itself(lines[begin], delimiter))
            begin += 1
            longest = max(longest * 7 // 8, SHORTEST_ROW)
    return rows


class _Lines:
    """Lines for a reader of rows, until one row takes more of them than any row has: a long note has few delimiters."""

    def __init__(self, lines: list[str], begin: int, longest: int, delimiter: str) -> None:
        self.lines, self.begin, self.longest, self.delimiter = lines, begin, longest, delimiter
        self.given = self.done = self.like_rows = 0
        self.patient = longest > LONGEST_ROW // 2

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        at = self.begin + self.given
        if at >= len(self.lines):
            raise StopIteration
        line = self.lines[at]
        held = self.given - self.done
        self.like_rows = self.like_rows + (self.delimiter in line) if held else 0
        if held > self.longest and (not self.patient or self.like_rows * 2 > held):
            raise csv.Error
        self.given += 1
        return line + "\n"


def _row_by_itself(line: str, delimiter: str) -> list[str]:
    if line.count('"') % 2 == 0:
        return next(csv.reader([line], delimiter=delimiter), [])
    return line.replace('"', "").split(delimiter)


def _below_header(rows: list[list[str]], understand: Understand, skipped: int) -> Table:
    known = scores(rows, understand)
    best = max(known, default=0)
    number = known.index(best) if best > 1 or (best and len(rows[known.index(best)]) == 1) else -1
    if best == 1 and number < 0 and sum(map(bool, rows[known.index(1)])) == 1:
        number = known.index(1)
    if number < 0 and best == 1 and _heads(rows, known.index(1), understand):
        number = known.index(1)
    if number < 0:
        wide = min(max(map(len, rows), default=0), WIDEST)
        return Table([""] * wide, [None] * wide, rows, skipped + 1)
    header = [cell.strip() for cell in rows[number][:WIDEST]]
    return Table(header, [_column(cell, understand) for cell in header], rows[number + 1:], skipped + number + 2)


def _heads(rows: list[list[str]], number: int, understand: Understand) -> bool:
    """Whether the first filled row is one of headers, though but one of its words is known: words above figures."""
    cells = [cell.strip() for cell in rows[number] if cell.strip()]
    if any(column and column.field in REACHED_BY for column in (_column(cell, understand) for cell in cells)):
        return False        # then what stands in the other columns tells more
    if any(map(any, rows[:number])) or len(set(cells)) < len(cells) or len(cells) < len(rows[number]):
        return False
    texts = not any(char.isdigit() or char == "@" for cell in cells for char in cell)
    figures = any(char.isdigit() or char == "@" for row in rows[number + 1:number + 4] for cell in row for char in cell)
    return texts and figures and max(map(len, cells)) < 40


def cell_text(cell: str) -> str:
    """A cell as it was meant: without what spreadsheets and exports put around it to keep it text."""
    cell = cell.strip()
    first = cell[:1]
    if not first:
        return ""
    if first == "'" and cell[1:2] in {"=", "+", "-", "@", "\t"}:
        cell = cell[1:]
    elif first == "=" and (match := FORMULA_TEXT.match(cell)):
        cell = match[1].replace('""', '"')
    if len(cell) < 13 and cell.lower() in NO_VALUE:
        return ""
    return cell if cell.isprintable() else cleaned(cell)
