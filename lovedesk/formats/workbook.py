"""Spreadsheets (.xlsx): the rows of the sheet that holds the table, as text. Refuses what is broken in one sentence."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from lovedesk.formats import header_words, tables
from lovedesk.formats.tables import Understand
from lovedesk.mishaps import Refused
from lovedesk.words import _, ngettext

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

LARGEST = 300 << 20         # bytes unpacked; a zip of a few kB can hold terabytes
MOST_SHEETS = 30
EMPTY_RUN = 2000            # as many empty rows in a row end a sheet: some have 1,048,576 of them
CHUNK = 1 << 20
ZEROS = re.compile(r"0{2,}$")
MERGED = re.compile(rb'<mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
TAIL = 200                  # what may be cut at the end of a chunk


class Rows(NamedTuple):
    """The rows of one sheet; `sheets` are the names of all, `remarks` what was left out."""

    rows: list[list[str]]
    sheet: str
    sheets: list[str]
    remarks: list[str]


class _Told(NamedTuple):
    """What a sheet's file tells besides its cells: cells merged downwards, whether there are formulas."""

    merged: list[tuple[int, int, int]]      # column, first and last row, from 0
    formulas: bool


def is_workbook(data: bytes) -> bool:
    """Whether bytes are a packed file with a workbook in it."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return any(name.lower().startswith("xl/") for name in packed.namelist()[:2000])
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return any(mark in data[:CHUNK] for mark in (b"xl/", b"docProps/", b"[Content_Types].xml"))


def read(
    data: bytes, understand: Understand = header_words.understand, *, sheet: str | None = None,
) -> Rows:
    """The rows of a sheet, by default of the one with the headers that are known best."""
    # only for spreadsheets: the import alone takes 150 ms
    import openpyxl

    _check_size(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")     # on styles and pictures that we do not read
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                return _chosen(book, data, understand, sheet)
            finally:
                book.close()
        except Refused:
            raise
        except Exception:  # a broken workbook makes the library fail in any way there is
            raise _broken() from None


def _check_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise _broken() from None
    if size > LARGEST:
        raise Refused(_("This spreadsheet would unpack to {size} MB, more than any list of people. "
                        "Save the sheet as CSV and bring that.").format(size=size >> 20))


def _broken() -> Refused:
    return Refused(_("This spreadsheet is damaged. Open it in your spreadsheet program, save it anew or as CSV, "
                     "and bring that."))


def _chosen(book: Workbook, data: bytes, understand: Understand, sheet: str | None) -> Rows:
    sheets = [each for each in book.worksheets if hasattr(each, "iter_rows")][:MOST_SHEETS]
    names = [each.title for each in sheets]
    if sheet is not None and sheet not in names:
        raise Refused(_("There is no sheet {name} in this spreadsheet.").format(name=sheet))
    wanted = [each for each in sheets if each.title == sheet] or sheets
    if not wanted:
        raise _broken()
    if len(wanted) > 1:
        promises = [max(tables.scores(_rows(each, tables.SEARCHED), understand), default=0) for each in wanted]
        best = wanted[promises.index(max(promises))]
    else:
        best = wanted[0]
    rows = _rows(best)
    told = _told(best)
    _fill_down(rows, told.merged)
    remarks = [_formulas(data, best.title, rows)] if told.formulas else []
    return Rows(rows, best.title, names, list(filter(None, remarks)))


def _rows(sheet: Any, most: int = 0) -> list[list[str]]:
    """The rows as text, without those after a long run of empty ones."""
    sheet.reset_dimensions()        # what a file says of its size is often wrong
    found: list[list[str]] = []
    empty = 0
    for row in sheet.iter_rows(max_col=tables.WIDEST):
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        found.append(cells)
        empty = 0 if cells else empty + 1
        if empty >= EMPTY_RUN or len(found) == most:
            break
    return found[:len(found) - empty] if empty else found


def _text(cell: Any) -> str:
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.15g}" if abs(value) < 1e15 else f"{value:.0f}"
    if isinstance(value, int):
        zeros = ZEROS.match(cell.number_format or "")
        return str(value).zfill(len(zeros[0])) if zeros else str(value)
    return str(value)


def _told(sheet: Any) -> _Told:
    merged: list[tuple[int, int, int]] = []
    formulas, rest = False, b""
    with sheet._get_source() as source:  # the cells merged downwards are nowhere else in a book read row by row
        while chunk := source.read(CHUNK):
            text = rest + chunk
            formulas = formulas or b"<f>" in text or b"<f " in text
            for left, first, right, last in MERGED.findall(text):
                if left == right and len(merged) < EMPTY_RUN:
                    merged.append((_column(left), int(first) - 1, int(last) - 1))
            rest = text[-TAIL:]
    return _Told(merged, formulas)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _fill_down(rows: list[list[str]], merged: list[tuple[int, int, int]]) -> None:
    """A cell merged over several rows is said of each of them."""
    for column, first, last in set(merged):
        if first >= len(rows) or column >= len(rows[first]) or last - first > EMPTY_RUN:
            continue
        for row in filter(any, rows[first + 1:last + 1]):
            row.extend([""] * (column + 1 - len(row)))
            row[column] = row[column] or rows[first][column]


def _formulas(data: bytes, sheet: str, rows: list[list[str]]) -> str:
    """What to say of formulas whose value the file does not hold."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    nothing: list[str] = []
    missing = sum(
        text.startswith("=") and not (at < len(row) and row[at])
        for row, formulas in zip_longest(rows, _rows(book[sheet]), fillvalue=nothing)
        for at, text in enumerate(formulas))
    book.close()
    if not missing:
        return ""
    return ngettext("{n} formula has no value in this file and was left out.",
                    "{n} formulas have no value in this file and were left out.", missing).format(n=missing)
