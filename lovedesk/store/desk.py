"""The Desk: one open shop file. Open it, act through it, undo, redo, listen to what changed, keep copies.

Two kept connections, one writer at a time: the window's thread makes the short acts, one worker thread the long ones.
"""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import apsw

from lovedesk.mishaps import Refused
from lovedesk.store import backup, check, erase, journal, migrate, restore, undo
from lovedesk.store.database import ShopDatabase, is_foreign, one, plain_words, refuse_foreign
from lovedesk.store.undo import Entry, Progress
from lovedesk.words import _

COPIES = "copies"
MANY = 1000     # rows of an action; how many more there are says nothing


class Layout(NamedTuple):
    """What the shop tells the store of its form: journaled tables (parents first), and who keeps the derived ones."""

    tables: tuple[str, ...]
    migrations: Path
    derive: Callable[[apsw.Connection, dict[str, journal.Touched]], None]
    rebuild: Callable[[apsw.Connection], None]      # the derived ones anew, in a desk that came from an older form


class Undone(NamedTuple):
    """What was taken back or done again: its verb, and how many cells were changed since and left alone."""

    verb: str
    left_alone: int


Listener = Callable[[frozenset[str]], None]


class Desk:
    """An open desk file. Make one with `shop.desks.open_desk`."""

    def __init__(self, path: Path, layout: Layout, *, who: str = "") -> None:
        self.path = path
        self.who = who
        self.database = ShopDatabase(path)
        self._layout = layout
        self._listeners: list[Listener] = []
        self._turn = threading.Lock()
        self._long = threading.Event()
        self._open()
        self._seen_version = self._data_version()

    def _open(self) -> None:
        if self.path.is_dir():
            raise Refused(_("{name} is a folder, not a desk. Choose a file.").format(name=self.path.name))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Refused(_("{folder} cannot be written. Choose a folder of your own, or allow writing there.")
                          .format(folder=self.path.parent)) from error
        with plain_words(self.path):
            refuse_foreign(self.path)
            self.database.connect()
            try:
                self._prepare()
            except BaseException:
                self.database.close()
                raise

    def _prepare(self) -> None:
        if is_foreign(self.database.handle):
            raise Refused(_("{name} belongs to another program. It was left as it is.").format(name=self.path.name))
        migrate.refuse_newer(self.database, self._layout.migrations, self.path.name)
        form = migrate.form(self.database)
        if form < migrate.newest(self._layout.migrations):
            if form:
                backup.copy(self.database.handle, self.path.with_name(f"{self.path.stem}-form-{form}.lovedesk"))
            self.database.handle.execute(journal.SCHEMA)
            migrate.bring_up(self.database, self._layout.migrations)
            if form:
                self._layout.rebuild(self.database.handle)
        connection = self.database.handle
        self.columns: journal.Columns = {table: _columns(connection, table) for table in self._layout.tables}
        self.pen = self._known_pen(connection)

    def _known_pen(self, connection: apsw.Connection) -> str:
        row = connection.execute("select pen from pen order by hlc desc limit 1").fetchone()
        if row:
            return str(row[0])
        pen = os.urandom(4).hex()
        connection.execute("insert into pen values (?, 0, 0)", (pen,))
        return pen

    def close(self) -> None:
        """Close this thread's connection; the worker closes its own."""
        if not self.database.is_closed():
            self.database.close()

    @contextmanager
    def connected(self) -> Iterator[None]:
        """A connection for the worker thread, for as long as it lives."""
        with self.database.connection_context():
            yield

    def today(self) -> dt.date:
        """The day it is at the shop."""
        return dt.date.today()

    def now(self) -> dt.datetime:
        """The wall time at the shop, without seconds."""
        return dt.datetime.now().replace(second=0, microsecond=0)

    # Acting ---------------------------------------------------------------------------------------------------

    @contextmanager
    def act(self, verb: str) -> Iterator[journal.Recorder]:
        """One transaction, one name, one journal entry; an error takes all of it back and leaves no entry."""
        with self._acting(verb) as recorder:
            yield recorder

    @contextmanager
    def long_act(self, verb: str) -> Iterator[journal.Recorder]:
        """The same for the worker thread: it waits for its turn, and meanwhile `act` elsewhere is refused in words."""
        self._long.set()
        try:
            with self._acting(verb) as recorder:
                yield recorder
        finally:
            self._long.clear()

    @contextmanager
    def _acting(self, verb: str, *, undoes: int | None = None) -> Iterator[journal.Recorder]:
        if not self._turn.acquire(timeout=-1 if threading.current_thread() is not threading.main_thread() else 0):
            raise Refused(_("Something long is still being done. Your words are kept here; try again when it is over."))
        tables: frozenset[str] = frozenset()
        try:
            with plain_words(self.path), self.database.atomic():
                connection = self.database.handle
                recorder = journal.Recorder(connection, self.columns)
                try:
                    yield recorder
                except BaseException:
                    recorder.session.close()
                    raise
                tables = self._finish(connection, recorder, verb, undoes)
        finally:
            self._turn.release()
        self._tell(tables)

    def _finish(self, connection: apsw.Connection, recorder: journal.Recorder, verb: str,
                undoes: int | None) -> frozenset[str]:
        touched, changes = recorder.close()
        if not touched and undoes is None:
            return frozenset()
        journal.write(connection, verb, pen=self.pen, who=self.who, undoes=undoes, changes=changes, recorder=recorder)
        self._layout.derive(connection, touched)
        return frozenset(touched)

    def undo(self, progress: Progress | None = None) -> Undone | None:
        """Take back the last action that stands; None when there is none."""
        return self._take_back(undo.UNDO, progress)

    def redo(self, progress: Progress | None = None) -> Undone | None:
        """Do again what was undone last; None when there is none, or something else was done since."""
        return self._take_back(undo.REDO, progress)

    def _take_back(self, verb: str, progress: Progress | None) -> Undone | None:
        connection = self.database.handle
        entry = (undo.next_undo if verb == undo.UNDO else undo.next_redo)(connection, self.pen)
        if entry is None:
            return None
        with self._acting(verb, undoes=entry.seq) as recorder:
            left_alone = undo.put_back(recorder, self.pen, entry, progress)
        return Undone(undo.original_verb(connection, self.pen, entry), left_alone)

    def erase(self, verb: str, find: erase.Find) -> None:
        """Erase for good what `find` finds, also from the journal and the file's free room; no undo brings it back."""
        with self._acting(verb) as recorder:
            connection = self.database.handle
            found = find(connection)
            recorder.session.enabled = False    # it would keep what goes
            recorder.tell(*erase.carry_out(connection, self.columns, found))
        with plain_words(self.path), self._turn:
            erase.clean_file(connection, found.after)

    def begin_here(self) -> None:
        """What was done so far stays done: undo goes back to here and no further, by a pen of its own."""
        self.pen = os.urandom(4).hex()
        self.database.handle.execute("insert into pen values (?, 0, (select max(hlc) + 1 from pen))", (self.pen,))

    def next_undo(self) -> tuple[str, int] | None:
        """The verb that Ctrl+Z would take back, and how many rows it touched, at most a thousand: is it long?"""
        return self._peek(undo.next_undo)

    def next_redo(self) -> tuple[str, int] | None:
        """The verb that Ctrl+Shift+Z would do again, and how many rows it touched."""
        return self._peek(undo.next_redo)

    def _peek(self, look: Callable[[apsw.Connection, str], Entry | None]) -> tuple[str, int] | None:
        connection = self.database.handle
        entry = look(connection, self.pen)
        if entry is None:
            return None
        (rows,) = one(connection, "select count(*) from (select 1 from change where pen = ? and seq = ? limit ?)",
                      (self.pen, entry.seq, MANY))
        return undo.original_verb(connection, self.pen, entry), int(rows)

    # Listening ------------------------------------------------------------------------------------------------

    def listen(self, listener: Listener) -> None:
        """Call `listener` with the tables that changed, once after each action, in the thread that did it."""
        self._listeners.append(listener)

    def stop_listening(self, listener: Listener) -> None:
        """No more calls to `listener`."""
        self._listeners.remove(listener)

    def _tell(self, tables: frozenset[str]) -> None:
        if tables:
            for listener in tuple(self._listeners):
                listener(tables)

    def _data_version(self) -> int:
        return int(self.database.handle.pragma("data_version"))

    def notice_others(self) -> None:
        """Tell the listeners that all may have changed if another connection has written since the last look."""
        version = self._data_version()
        if version != self._seen_version:
            self._seen_version = version
            self._tell(frozenset(self._layout.tables))

    # Trust ----------------------------------------------------------------------------------------------------

    def check(self) -> list[str]:
        """What is wrong with the file or its journal, a sentence each; empty when all is well."""
        try:
            return check.problems(self.database.handle, self.columns)
        except apsw.CorruptError:
            return [_("The file is damaged in places. Bring back the last copy with Restore.")]

    def back_up(self, target: Path) -> None:
        """Write a verified copy to a file."""
        backup.copy(self.database.handle, target)

    @property
    def copies(self) -> Path:
        """The folder of this desk's own daily copies."""
        return self.path.parent / COPIES

    def keep_copy(self, folders: list[Path]) -> None:
        """Keep today's verified copy in each folder; of the older ones, the last seven days'."""
        for folder in folders:
            backup.keep_daily(self.database.handle, folder, self.path.stem, self.today())

    def last_copy(self) -> dt.date | None:
        """The day of the newest copy in the desk's own folder."""
        return backup.last_copy(self.copies, self.path.stem)

    def restore(self, source: Path) -> None:
        """Put a verified copy in the place of this desk, which is itself kept beside it as "before restore"."""
        restore.verify(source, self._layout.migrations)
        with plain_words(self.path), self._turn:
            aside = self.copies / f"{self.path.stem}-before-restore.lovedesk"
            backup.copy(self.database.handle, aside)
            self.database.close()
            restore.put_in_place(source, self.path)
            self._open()
            self.begin_here()  # numbers after a restore must not meet those that were given before it
        self._tell(frozenset(self._layout.tables))


def _columns(connection: apsw.Connection, table: str) -> dict[str, journal.Value]:
    rows = connection.execute(f'pragma table_info("{table}")').fetchall()
    return {str(row[1]): one(connection, f"select {row[4] or 'null'}")[0] for row in rows}
