"""What this laptop remembers: the open desk and place, the window, taste. What is the shop's own is in the desk."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from lovedesk import paths
from lovedesk.mishaps import log


@dataclass
class Settings:
    """Read once at the start, written at closing; a damaged file costs the window's place and nothing else."""

    desk: str = ""                                          # the desk that was open
    place: str = "today"                                    # the place that was open, and what was open in it
    what: int = 0
    narrowed: str = ""                                      # the terms of the customers' list, and its order
    ordered: str = ""
    window: list[int] = field(default_factory=list)         # x, y, width, height
    maximised: bool = False
    theme: str = "system"                                   # system, light, dark
    keeper: int = 0                                         # who sits here
    copies: str = ""                                        # one more folder for the daily copies
    recent: list[int] = field(default_factory=list)         # customers seen last, the latest first
    calendar: str = "month"                                 # month, week, agenda
    sieve_keeper: int = 0                                   # what of the calendar is shown: of whom, but which kinds,
    sieve_without: str = ""                                 # and of customers with which tag
    sieve_tag: int = 0
    calendar_folder: str = ""                               # where the calendar is kept as a file,
    calendar_keeper: int = 0                                # of whom,
    calendar_without: str = ""                              # but which kinds
    looking: bool = False                                   # someone is looking: private lines are hidden
    whose: str = "ours"                                     # mine, ours or theirs, where there are two of us
    reminders: bool = True                                  # this laptop reminds while the program runs,
    before: int = 30                                        # so many minutes before a visit,
    ahead: int = 7                                          # so many days ahead of a day of theirs
    stays: bool = False                                     # it stays in the tray when its window closes
    reminded_until: str = ""                                # wall time until which all was reminded of
    closed_on: str = ""                                     # the last day Lovedesk was open, for "while you were away"

    def last_seen(self) -> dt.date | None:
        """The last day on which Lovedesk was open; None at the first start, or in settings that were damaged."""
        try:
            return dt.date.fromisoformat(self.closed_on)
        except ValueError:
            return None


def load() -> Settings:
    """The settings of this laptop, or the first ones."""
    settings = Settings()
    try:
        stored = json.loads(paths.settings_file().read_text("utf-8"))
        for known in fields(Settings):
            value = stored.get(known.name)
            if isinstance(value, type(getattr(settings, known.name))):
                setattr(settings, known.name, value)
        if not all(isinstance(number, int) and abs(number) < 100_000 for number in settings.window):
            settings.window = []
    except FileNotFoundError:
        pass
    except (OSError, ValueError, AttributeError):
        log.warning("the settings could not be read; starting with new ones")
    return settings


def save(settings: Settings) -> None:
    """Write the settings whole or not at all; a folder that cannot be written costs only the memory of the window."""
    file = paths.settings_file()
    part = Path(f"{file}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(settings), indent=1), "utf-8")
        part.replace(file)
    except OSError:
        log.warning("the settings could not be written")
