"""Starting with the session: an entry where the system looks for what it starts, made and taken away by a tick."""

from __future__ import annotations

import os
import plistlib
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

from lovedesk.mishaps import Refused
from lovedesk.words import _

NAME = "lovedesk"
RUN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"


def command() -> list[str]:
    """What starts this program again."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "lovedesk"]


def is_on() -> bool:
    """Whether the session starts it."""
    if sys.platform == "win32":
        return QSettings(RUN, QSettings.Format.NativeFormat).contains(NAME)
    return _entry().is_file()


def switch(*, on: bool) -> None:
    """Start with the session from now on, or no more; Refused where the entry cannot be written."""
    if sys.platform == "win32":
        run = QSettings(RUN, QSettings.Format.NativeFormat)
        if on:
            run.setValue(NAME, " ".join(f'"{part}"' for part in command()))
        else:
            run.remove(NAME)
        return
    entry = _entry()
    try:
        if on:
            entry.parent.mkdir(parents=True, exist_ok=True)
            entry.write_bytes(_written())
        else:
            entry.unlink(missing_ok=True)
    except OSError as error:
        raise Refused(_("{path} cannot be written.").format(path=entry)) from error


def _entry() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{NAME}.plist"
    config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(config) / "autostart" / f"{NAME}.desktop"


def _written() -> bytes:
    if sys.platform == "darwin":
        return plistlib.dumps({"Label": NAME, "ProgramArguments": command(), "RunAtLoad": True})
    words = " ".join(_quoted(part) for part in command())
    return f"[Desktop Entry]\nType=Application\nName=Lovedesk\nIcon={NAME}\nExec={words}\nTerminal=false\n".encode()


def _quoted(part: str) -> str:
    """A part of a command as the Desktop Entry Specification wants it."""
    for sign in ("\\", '"', "`", "$"):
        part = part.replace(sign, f"\\{sign}")
    return '"' + part.replace("\\", "\\\\").replace("%", "%%") + '"'
