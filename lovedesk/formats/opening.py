"""Opening a file that is no vCard: its table, whatever wrapped it, or in a sentence why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from lovedesk.formats import decoding, header_words, survey, tables, workbook
from lovedesk.formats.survey import CodecChoice
from lovedesk.formats.tables import Table, Understand
from lovedesk.mishaps import Refused
from lovedesk.words import _


@dataclass(slots=True)
class Opened:
    """The table of a file, None with the reason where there is none; how it was written."""

    table: Table | None = None
    reason: str = ""
    codec: str = ""
    data: bytes = b""           # without mark, where its code page is in doubt
    sheet: str = ""
    sheets: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def codec_choices(self, country: str) -> tuple[CodecChoice, ...]:
        """The code pages that it may be in; none where there is no doubt."""
        return survey.codec_choices(self.data, self.codec, country) if self.data else ()


def table_of(
    data: bytes, *, country: str, codec: str = "", sheet: str | None = None,
    understand: Understand = header_words.understand,
) -> Opened:
    """Open bytes as a table: a spreadsheet or text with delimiters."""
    if workbook.is_workbook(data):
        return _of_workbook(data, sheet, understand)
    clean, mark = decoding.unmarked(data)
    if reason := wrapped(data) or _no_text(clean):
        return Opened(reason=reason)
    page = mark or codec or decoding.page_of(clean, country)
    table = tables.of_text(decoding.text_of(clean, country, codec), understand)
    doubtful = not mark and decoding.page_of(clean, country) != "utf-8"
    return Opened(table, "" if table else _("This file is empty."), page, clean if doubtful else b"")


def _of_workbook(data: bytes, sheet: str | None, understand: Understand) -> Opened:
    try:
        rows, name, names, remarks = workbook.read(data, understand, sheet=sheet)
    except Refused as refused:
        return Opened(reason=str(refused))
    table = tables.of_rows(rows, understand)
    reason = "" if table else _("The sheet {name} is empty.").format(name=name)
    return Opened(table, reason, sheet=name, sheets=names, remarks=remarks)


def wrapped(data: bytes) -> str:
    """Why bytes are no text at all, "" where they may be: known by how they begin."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _("This is a spreadsheet of an old kind or with a password. Save it as .xlsx or CSV without one, "
                 "and bring that.")
    if data.startswith(b"PK"):
        if b"opendocument" in data[:200]:
            return _("This is a spreadsheet of OpenDocument. Save it as .xlsx or CSV, and bring that.")
        return _("This is a packed folder, or a spreadsheet that is damaged. Unpack it, or save the sheet as CSV, "
                 "and bring that.")
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"%PDF", b"GIF8", b"SQLite format", b"RIFF")):
        return _("This is a picture or a document, not a file of contacts.")
    return ""


def _no_text(data: bytes) -> str:
    """Why text cannot be a table, "" where it can."""
    if not data.strip():
        return _("This file is empty.")
    if data[:200].lstrip()[:1] in {b"{", b"<"} or b"BEGIN:VCALENDAR" in data[:2000].upper():
        return _("This file holds no contacts that can be read. Export them as vCard or CSV.")
    lines = [sum(byte < 9 or 13 < byte < 27 for byte in line) for line in data[:4000].split(b"\n") if line.strip()]
    clean = lines.count(0)          # a bad row among good ones leaves them as they are
    many = sum(lines) * 20 > len(data[:4000]) and len(lines) - clean > 3 * clean
    return _("This is no file of contacts.") if many else ""
