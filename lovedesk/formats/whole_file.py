"""Writing a file whole or not at all: a part beside it, put in its place at the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from lovedesk.mishaps import Refused
from lovedesk.words import _

Progress = Callable[[int, int], None]
_STEP = 256         # pieces from one look at Cancel to the next


def write(path: Path, pieces: Iterable[bytes], progress: Progress | None = None, *, of: int = 0) -> None:
    """Write pieces to a file; what stood there before is replaced at once, or kept when they end in an error."""
    if path.is_dir():
        raise Refused(_("{name} is a folder. Choose a file name.").format(name=path))
    straight = path.exists() and not path.is_file()     # a pipe or a device: there is nothing to replace
    part = path if straight else path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            for done, piece in enumerate(pieces):
                if progress is not None and done % _STEP == 0:
                    progress(min(done, of), of)
                file.write(piece)
            file.flush()
            if not straight:
                os.fsync(file.fileno())
        if not straight:
            part.replace(path)
    except BaseException as error:
        if not straight:
            with suppress(OSError):     # where the folder is a file there is nothing to take away
                part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise Refused(_("{path} cannot be written: {reason}. The desk itself is safe; choose another folder.")
                          .format(path=path, reason=error.strerror or error)) from error
        raise
