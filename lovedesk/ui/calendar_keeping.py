"""The calendar as a file in a folder that a phone or another program looks into, written aside after each change."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lovedesk.shop import shops
from lovedesk.shop.sieves import Sieve
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.settings import Settings
    from lovedesk.ui.signals import Progress
    from lovedesk.ui.window import Window

SETTLE = 4_000      # ms until a change is written: the next one may follow at once


class CalendarKeeping(QObject):
    """Writes the file some seconds after what is open has changed; a folder that cannot be written is said once."""

    def __init__(self, window: Window, settle: int = SETTLE) -> None:
        super().__init__(window)
        self.window = window
        self.told = ""      # what was said of a folder that cannot be written
        self.timer = QTimer(self, singleShot=True, interval=settle)
        self.timer.timeout.connect(self.write)
        window.stirred.connect(self.write_soon)
        window.to_remember.connect(self.write_soon)
        self.write_soon()

    def write_soon(self) -> None:
        """Something has changed."""
        if self.window.settings.calendar_folder:
            self.timer.start()

    def write(self) -> None:
        """Write the file aside, where it would be another than it is."""
        desk, settings = self.window.desk, self.window.settings
        if desk is None or not settings.calendar_folder or shops.about().sample:
            return
        target, sieve, now = file_of(settings, desk.path), sieve_of(settings), desk.now()

        def work(_progress: Progress) -> None:
            _write(target, sieve, now)

        self.window.aside.run("", work, self._written, self._failed)

    def _written(self, _nothing: object) -> None:
        self.told = ""

    def _failed(self, sentence: str) -> None:
        if sentence and sentence != self.told:
            self.window.say(sentence)
        self.told = sentence or self.told


def file_of(settings: Settings, desk: Path) -> Path:
    """The file that is kept up to date."""
    return Path(settings.calendar_folder) / f"{desk.stem}.ics"


def sieve_of(settings: Settings) -> Sieve:
    """What of the calendar stands in it."""
    return Sieve(settings.calendar_keeper or None, frozenset(settings.calendar_without.split()))


def _write(target: Path, sieve: Sieve, now: dt.datetime) -> None:
    from lovedesk.formats import whole_file  # none of this is needed for a start
    from lovedesk.mishaps import Refused
    from lovedesk.shop import calendar_export
    from lovedesk.shop.calendar_part import Part

    if not target.parent.is_dir():
        raise Refused(_("The calendar cannot be kept in {folder}: it is not there. Choose another in “The shop”.")
                      .format(folder=target.parent))
    written = b"".join(calendar_export.pieces(Part(sieve), now=now))
    if not target.exists() or target.read_bytes() != written:      # no cloud folder sends it for nothing
        whole_file.write(target, [written])
