"""Peewee on APSW: one SQLite for the whole program, and its errors in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw
from peewee import PeeweeException
from playhouse.apsw_ext import APSWDatabase

from lovedesk.mishaps import Refused
from lovedesk.words import _

PRAGMAS = (("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 2), ("cache_size", -32_000))
BUSY_MS = 2_000
STATEMENTS = 400        # kept ready: Today alone asks over a hundred, and to make one costs as much as its answer
HEADER = b"SQLite format 3\0"


class NotADesk(Refused):
    """The file is no desk, or it is damaged so that it cannot be opened."""


class ShopDatabase(APSWDatabase):
    """A desk file's connections, one per thread, each opened and closed by name."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), lock_type="IMMEDIATE", autoconnect=False, legacy_table_names=False)

    @property
    def handle(self) -> apsw.Connection:
        """This thread's open connection, as SQLite knows it."""
        connection: apsw.Connection = self.connection()
        return connection

    def get_binary_type(self) -> type[bytes]:
        """Bytes are kept as they are; Peewee would ask sqlite3, which is left out of the standalone folder."""
        return bytes

    def _connect(self) -> apsw.Connection:
        connection = apsw.Connection(self.database, statementcachesize=STATEMENTS)
        try:
            connection.set_busy_timeout(BUSY_MS)
            connection.convert_binding = _bind
            # A plan is made once for all values; else SQLite makes it anew for each, ten times as long as to answer.
            connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
            if not is_foreign(connection):      # NotADBError here, before any pragma: WAL would change another's file
                for name, value in PRAGMAS:
                    connection.pragma(name, value)
            self._add_conn_hooks(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _bind(_cursor: object, _number: int, value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    raise TypeError(f"cannot keep a {type(value).__name__} in the desk")


def refuse_foreign(path: Path) -> None:
    """Raise for a file that is no SQLite file; SQLite itself takes a few stray bytes or zeros for an empty one."""
    if path.exists():
        with path.open("rb") as file:
            begin = file.read(len(HEADER))
        if begin not in {b"", HEADER}:
            raise apsw.NotADBError


def is_foreign(connection: apsw.Connection) -> bool:
    """Whether another program made these tables: a desk has its journal's pen from its first moment on."""
    names = {name for (name,) in connection.execute("select name from sqlite_schema")}
    return bool(names) and "pen" not in names


@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn what SQLite says about a full disk, a damaged file or a second writer into a sentence for people."""
    try:
        yield
    except (apsw.Error, PeeweeException) as error:
        refused = _refusal(_root(error), path)
        if refused is None:
            raise
        raise refused from error


def _root(error: BaseException) -> BaseException:
    while not isinstance(error, apsw.Error) and (error.__cause__ or error.__context__) is not None:
        error = error.__cause__ or error.__context__ or error
    return error


def rows(connection: apsw.Connection, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    found: list[tuple[Any, ...]] = connection.execute(sql, values).fetchall()
    return found


def one(connection: apsw.Connection, sql: str, values: tuple[object, ...] = ()) -> tuple[Any, ...]:
    """The one row of a query that always has one."""
    row: tuple[Any, ...] = connection.execute(sql, values).fetchall()[0]
    return row


def _refusal(error: BaseException, path: Path) -> Refused | None:
    sentence = next((words for kinds, words in _sentences().items() if isinstance(error, kinds)), None)
    if sentence is None:
        return None
    kind = NotADesk if isinstance(error, (apsw.NotADBError, apsw.CorruptError)) else Refused
    return kind(sentence.format(name=path.name, folder=path.parent))


def _sentences() -> dict[tuple[type[apsw.Error], ...], str]:
    return {
        (apsw.FullError,): _("The disk is full. Nothing of what was stored is lost; make room and try again."),
        (apsw.BusyError, apsw.LockedError):
            _("The desk is busy in another window. Nothing is lost; try again in a moment."),
        (apsw.NotADBError,):
            _("{name} is not a desk of Lovedesk, or it is damaged. It was left as it is."),
        (apsw.CorruptError,):
            _("{name} is damaged. It was left as it is; the last copy can be brought back with Restore."),
        (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError):
            _("{folder} cannot be written. Choose a folder of your own, or allow writing there."),
        (apsw.IOError,):
            _("The disk did not answer. What was stored before is safe; look at the disk and try again."),
        (apsw.TooBigError,): _("This is too much for one field. Nothing was changed."),
        (apsw.InterruptError,): _("It was stopped, and everything it did was taken back."),
    }
