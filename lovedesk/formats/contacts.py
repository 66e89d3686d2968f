"""The one door for files of contacts: finds out what a file is by its content, and reads it."""

from __future__ import annotations

from pathlib import Path

from lovedesk.formats import decoding, table_contacts, vcard, vcard_lines
from lovedesk.formats.records import Reading, Unreadable
from lovedesk.formats.vcard import Progress
from lovedesk.mishaps import Refused
from lovedesk.words import _


def read(
    data: bytes, source: str, *, country: str = "GB", day_first: bool | None = None, progress: Progress | None = None,
) -> Reading:
    """All contacts of a vCard file or a table; what cannot be read is listed with its reason. Raises for no bytes."""
    clean, _codec = decoding.unmarked(data)
    if vcard_lines.holds_a_card(clean):
        return vcard.read(clean, source, country=country, progress=progress)
    reason = _no_text(clean)
    if reason:
        return Reading(source, unreadable=[Unreadable(1, reason)])
    text = decoding.text_of(clean, country)
    return table_contacts.read(text, source, country=country, day_first=day_first, progress=progress)


def _no_text(data: bytes) -> str:
    """Why bytes cannot be a table, "" where they can."""
    if not data.strip():
        return _("This file is empty.")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _("This is a spreadsheet or a packed folder. Save it as CSV, or unpack it, and bring what is in it.")
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"%PDF", b"GIF8", b"SQLite format")):
        return _("This is a picture or a document, not a file of contacts.")
    if data[:200].lstrip()[:1] in {b"{", b"<"} or b"BEGIN:VCALENDAR" in data[:2000].upper():
        return _("This file holds no contacts that can be read. Export them as vCard or CSV.")
    controls = sum(byte < 9 or 13 < byte < 27 for byte in data[:4000])
    return _("This is no file of contacts.") if controls * 20 > len(data[:4000]) else ""


def read_file(
    path: Path, *, country: str = "GB", day_first: bool | None = None, progress: Progress | None = None,
) -> Reading:
    """As `read`, from a file; refuses one that is missing, a folder, or not to be opened."""
    if path.is_dir():
        raise Refused(_("{name} is a folder. Choose the files in it.").format(name=path.name))
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise Refused(_("There is no file {name}.").format(name=path)) from None
    except OSError as error:
        raise Refused(_("{name} cannot be opened: {reason}.").format(name=path.name, reason=error.strerror)) from None
    return read(data, path.name, country=country, day_first=day_first, progress=progress)
