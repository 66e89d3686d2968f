"""The one door for files of contacts: finds out what a file is by its content, and reads it."""

from __future__ import annotations

from pathlib import Path

from lovedesk.formats import decoding, vcard, vcard_lines
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
    return Reading(source, unreadable=[Unreadable(1, _("This file holds no contacts."))])


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
