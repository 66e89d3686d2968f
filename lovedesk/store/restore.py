"""Bringing a copy back: it is opened and checked first, and what stood in its place is kept."""

from __future__ import annotations

from pathlib import Path

import apsw

from lovedesk.mishaps import Refused
from lovedesk.store import backup, migrate
from lovedesk.store.database import plain_words
from lovedesk.words import _

BESIDE = ("-wal", "-shm")


def verify(source: Path, migrations: Path) -> None:
    """Raise Refused unless `source` is a whole copy of a desk that this program can open."""
    if not source.is_file():
        raise Refused(_("There is no copy at {path}.").format(path=source))
    with plain_words(source):
        connection = backup.open_read_only(source)
        try:
            names = {name for (name,) in connection.execute("select name from sqlite_schema")}
            form = int(connection.pragma("user_version"))
            sound = {"action", "change", "pen"} <= names and connection.pragma("integrity_check") == "ok"
        finally:
            connection.close()
    if not sound or not 0 < form <= migrate.newest(migrations):
        raise Refused(_("{name} is not a whole copy of a desk, or it is of a newer Lovedesk. Nothing was changed.")
                      .format(name=source.name))


def put_in_place(source: Path, path: Path) -> None:
    """Copy `source` to where no desk is open, whole or not at all."""
    part = path.with_name(path.name + ".part")
    read = backup.open_read_only(source)
    try:
        written = apsw.Connection(str(part))
        try:
            with written.backup("main", read, "main") as copying:
                copying.step(-1)
        finally:
            written.close()
    finally:
        read.close()
    for suffix in BESIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    part.replace(path)


def set_aside(path: Path) -> Path:
    """Move a damaged desk, with what lies beside it, out of the way; nothing of it is thrown away."""
    aside = path.with_name(f"{path.stem}-damaged{path.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")
    for suffix in ("", *BESIDE):
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.replace(aside.with_name(aside.name + suffix))
    return aside
