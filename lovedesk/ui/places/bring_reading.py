"""Reading what is to be brought in, aside: one file that cannot be read does not stop the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from lovedesk.formats import contacts, json_desk
from lovedesk.formats.records import Reading, Unreadable
from lovedesk.mishaps import Refused
from lovedesk.shop import imports
from lovedesk.shop.import_survey import Survey
from lovedesk.ui.signals import Progress
from lovedesk.words import _, country

BEGINNING = 64      # bytes that tell an export of ours from a file of contacts


class Export(NamedTuple):
    """An export of Lovedesk that was read."""

    name: str
    data: dict[str, Any]

    @property
    def customers(self) -> int:
        """How many customers it holds."""
        held = self.data.get("customers")
        return len(held) if isinstance(held, list) else 0


class Found(NamedTuple):
    """What the files hold: contacts with what would happen to them, or one export by itself."""

    readings: list[Reading]
    survey: Survey
    export: Export | None = None


def read(files: list[Path], progress: Progress) -> Found:
    """Read all files, and look at what an import of them would do."""
    if len(files) == 1 and _is_export(files[0]):
        export = Export(files[0].name, json_desk.load(files[0].read_bytes(), files[0].name))
        return Found([], plan([], progress), export)
    readings = [_reading(file, progress) for file in files]
    return Found(readings, plan(readings, progress))


def plan(readings: list[Reading], progress: Progress) -> Survey:
    """What an import of these readings would do now."""
    return Survey(imports.prepare(readings, progress))


def _reading(file: Path, progress: Progress) -> Reading:
    if _is_export(file):
        return _unread(file, _("This is JSON. An export of Lovedesk is brought in by itself, without other files."))
    try:
        return contacts.read_file(file, country=country(), progress=progress)
    except Refused as refused:
        return _unread(file, str(refused))


def _unread(file: Path, sentence: str) -> Reading:
    return Reading(file.name, unreadable=[Unreadable(0, sentence)])


def _is_export(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return json_desk.is_export(opened.read(BEGINNING))
    except OSError:
        return False        # the reader of contacts says why
