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


def write_log(file: Path) -> None:
    """Send warnings and unexpected errors to `file`; a folder that cannot be written leaves them on stderr."""
    if log.handlers:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.FileHandler(file, delay=True, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
