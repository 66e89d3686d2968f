"""Verified copies of a desk: made by SQLite's own backup, then opened, checked and counted before they count."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

import apsw

from lovedesk.mishaps import Refused
from lovedesk.store.database import one, plain_words
from lovedesk.words import _

KEPT_DAYS = 7


def copy(connection: apsw.Connection, target: Path) -> None:
    """Write a verified copy of the open desk to `target`, whole or not at all."""
    if target.is_dir():
        raise Refused(_("{name} is a folder. Choose a file name for the copy.").format(name=target.name))
    part = target.with_name(target.name + ".part")
    try:
        with plain_words(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            _write(connection, part)
            _verify(part, counts(connection))
            part.replace(target)
    except OSError as error:
        raise Refused(_("{folder} cannot be written. The desk itself is safe; choose another folder for the copy.")
                      .format(folder=target.parent)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _write(connection: apsw.Connection, part: Path) -> None:
    written = apsw.Connection(str(part))
    try:
        with written.backup("main", connection, "main") as backup:
            backup.step(-1)  # in one step: step by step it starts over whenever someone writes
        written.pragma("journal_mode", "delete")  # one self-contained file, also on a read-only stick
    finally:
        written.close()


def _verify(part: Path, expected: dict[str, int]) -> None:
    checked = open_read_only(part)
    try:
        if checked.pragma("integrity_check") != "ok" or counts(checked) != expected:
            raise Refused(
                _("The copy could not be verified and was thrown away. The desk itself is safe; try another folder."))
    finally:
        checked.close()


def open_read_only(file: Path) -> apsw.Connection:
    """A connection that writes nothing beside the file, also on a stick that cannot be written."""
    return apsw.Connection(f"{file.resolve().as_uri()}?immutable=1",
                           flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)


def counts(connection: apsw.Connection) -> dict[str, int]:
    """How many rows each table has: what a copy must have too."""
    names = [name for (name,) in connection.execute(
        "select name from sqlite_schema where type = 'table' and sql not like '%virtual%' order by name")]
    return {name: one(connection, f'select count(*) from "{name}"')[0] for name in names}


def keep_daily(connection: apsw.Connection, folder: Path, stem: str, day: dt.date) -> Path:
    """Keep today's verified copy in `folder`, and of the older ones the last seven days'."""
    target = folder / f"{stem}-{day.isoformat()}.lovedesk"
    copy(connection, target)
    for old in sorted(folder.glob(f"{stem}-????-??-??.lovedesk"))[:-KEPT_DAYS]:
        old.unlink(missing_ok=True)
    return target


def last_copy(folder: Path, stem: str) -> dt.date | None:
    """The day of the newest copy in `folder`."""
    copies = sorted(folder.glob(f"{stem}-????-??-??.lovedesk"))
    return dt.date.fromisoformat(copies[-1].stem[-10:]) if copies else None
