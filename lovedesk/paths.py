"""The only module that knows folders: the user's data and settings, the portable folder, the program's resources."""

from __future__ import annotations

import sys
from pathlib import Path

PORTABLE = "lovedesk-data"
DESK_NAME = "shop.lovedesk"
SAMPLE_NAME = "sample-shop.lovedesk"


def resources() -> Path:
    """The folder of icons, fonts, checklists and the sample shop: in the checkout, or in the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen else Path(__file__).resolve().parent.parent / "resources"


def _beside_program() -> Path | None:
    """The folder `lovedesk-data` beside the executable (a USB stick), if it is there."""
    folder = Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0]).resolve().parent / PORTABLE
    return folder if folder.is_dir() else None


def data() -> Path:
    """Where desks, copies and logs live. Not made here."""
    from appdirs import user_data_dir  # unmaintained since 2020: known here alone

    return _beside_program() or Path(user_data_dir("lovedesk", appauthor=False))


def config() -> Path:
    """Where the settings of this laptop live. Not made here."""
    from appdirs import user_config_dir  # as above

    return _beside_program() or Path(user_config_dir("lovedesk", appauthor=False))


def default_desk() -> Path:
    """The shop's own desk file."""
    return data() / DESK_NAME


def sample_desk() -> Path:
    """The desk file of the sample shop."""
    return data() / SAMPLE_NAME


def settings_file() -> Path:
    """What this laptop remembers of its windows."""
    return config() / "settings.json"


def log_file() -> Path:
    """Where mishaps are written down."""
    return data() / "lovedesk.log"
