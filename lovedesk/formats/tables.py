"""Tables as text: delimiter, rows with their cells, and the row of headers below whatever prose stands above it."""

from __future__ import annotations

import csv
import re
from typing import NamedTuple

from lovedesk.formats import header_words
from lovedesk.formats.header_words import Column
from lovedesk.formats.vcard_lines import cleaned

DELIMITERS = ",;\t|"
SEARCHED = 40
LONGEST_ROW = 200
NO_VALUE = frozenset({"-", "–", "--", "null", "#n/a", "n/a", "#ref!", "#value!"})
FORMULA_TEXT = re.compile(r'=\s*"(.*)"$', re.DOTALL)
# the standard limit of 128 kB a cell would stop a whole file at one long note
csv.field_size_limit(2**31 - 1)


class Table(NamedTuple):
    """A table's headers, what they mean, and its rows below them; `first` is the number of the first of these."""

    header: list[str]
    columns: list[Column | None]
    rows: list[list[str]]
    first: int


def of_text(text: str) -> Table | None:
    """The table that a text holds; headers that are missing are empty. None where it is no table at all."""
    text = text.replace("\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if text[:4].lower() == "sep=" and text[4:5] and text[4] in DELIMITERS:
        return _below_header(rows_of(text.partition("\n")[2], text[4:5]), skipped=1)
    head = "\n".join(text.split("\n", 4 * SEARCHED)[:4 * SEARCHED])
    best = max(DELIMITERS, key=lambda delimiter: _promise(rows_of(head, delimiter)[:SEARCHED]))
    rows = rows_of(text, best)
    return _below_header(rows, skipped=0) if any(map(any, rows)) else None


def _promise(rows: list[list[str]]) -> tuple[int, int, int]:
    """How much rows look like a table that was cut at the right delimiter."""
    widths = [len(row) for row in rows if any(row)]
    wide = max(widths, default=0)
    alike = max((widths.count(width) for width in set(widths) if width > 1), default=0)
    return max((_known(row) for row in rows), default=0), alike, wide


def _known(row: list[str]) -> int:
    found = {column for column in map(_column, row) if column and column.field != "ignored"}
    filled = sum(bool(cell.strip()) for cell in row)
    return len(found) if len(found) * 4 >= filled else 0


def _column(cell: str) -> Column | None:
    cell = cell.strip()
    if not cell or "@" in cell or sum(char.isdigit() for char in cell) > 4:
        return None
    return header_words.understand(cell)


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    """All rows; a quote that is never closed, or closed in the wrong place, spoils its own line alone."""
    lines = text.split("\n")
    rows: list[list[str]] = []
    begin = 0
    while begin < len(lines):
        reader = csv.reader((lines[at] + "\n" for at in range(begin, len(lines))), delimiter=delimiter, strict=True)
        before = 0
        try:
            for row in reader:
                if reader.line_num - before > LONGEST_ROW:
                    break
                rows.append(row)
                before = reader.line_num
            else:
                break
        except csv.Error:
            pass            # strict: a quote that stands where none may; the line is taken apart by itself below
        rows.append(_row_by_itself(lines[begin + before], delimiter))
        begin += before + 1
    return rows


def _row_by_itself(line: str, delimiter: str) -> list[str]:
    if line.count('"') % 2 == 0:
        return next(csv.reader([line], delimiter=delimiter), [])
    return line.replace('"', "").split(delimiter)


def _below_header(rows: list[list[str]], *, skipped: int) -> Table:
    scores = [_known(row) for row in rows[:SEARCHED]]
    best = max(scores, default=0)
    number = scores.index(best) if best > 1 or (best and len(rows[scores.index(best)]) == 1) else -1
    if best == 1 and number < 0 and sum(map(bool, rows[scores.index(1)])) == 1:
        number = scores.index(1)
    if number < 0:
        wide = max(map(len, rows), default=0)
        return Table([""] * wide, [None] * wide, rows, skipped + 1)
    header = [cell.strip() for cell in rows[number]]
    return Table(header, [_column(cell) for cell in header], rows[number + 1:], skipped + number + 2)


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
    if len(cell) < 9 and cell.lower() in NO_VALUE:
        return ""
    return cell if cell.isprintable() else cleaned(cell)
