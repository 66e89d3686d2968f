"""What goes wrong, in words a shopkeeper understands; all else is a bug and goes to the log."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

log = logging.getLogger("lovedesk")


class Refused(Exception):  # noqa: N818 -- it is no error of the program: it is a "no" with its reason
    """Something cannot be done; its text says why, that nothing was lost, and what to do next."""


class Cancelled(Exception):  # noqa: N818 -- a wish, not an error
    """The person pressed Cancel in a long act; everything it did is taken back."""


class _LogFile(logging.FileHandler):
    """Makes its folder with its first line: where nothing goes wrong, nothing is stored."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, or say it on stderr where the folder cannot be written."""
        try:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
            super().emit(record)
        except OSError:
            if sys.stderr is not None:
                sys.stderr.write(self.format(record) + "\n")


def write_log(file: Path) -> None:
    """Send warnings and unexpected errors to `file`."""
    if log.handlers:
        return
    handler = _LogFile(file, delay=True, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
