"""Undo and redo: which action is next to be taken back, and the inverse of its changes put where they still hold.

Undo is an action of its own that names the one it `undoes`; redo undoes the undo. So both outlive a restart.
What Ctrl+Z would take back is read by walking the log from its end, since an undo of X leaves what was there before X.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple, cast

import apsw

from lovedesk.store import journal
from lovedesk.store.journal import Change, Columns, Flip, Recorder

Progress = Callable[[int, int], None]
STEP = 10_000       # rows that are changed at once, between two looks at whether someone cancelled
# In SQL: a row was added live, or an undo or redo changed its state and nothing else; and which state it has then.
_STATE_ALONE = """((op = 'I' and vals not like '%"state":%')
  or (op = 'U' and vals in ('{"state":["live","undone"]}', '{"state":["undone","live"]}')))"""
_NEW_STATE = """case when vals = '{"state":["live","undone"]}' and op = 'U' then 'undone' else 'live' end"""
UNDO, REDO = "desk.undo", "desk.redo"


class Entry(NamedTuple):
    """An action of this pen: its number, its verb, and the number of the action it undoes."""

    seq: int
    verb: str
    undoes: int | None


def next_undo(connection: apsw.Connection, pen: str) -> Entry | None:
    """The action that Ctrl+Z takes back."""
    return _behind(connection, pen, UNDO)


def next_redo(connection: apsw.Connection, pen: str) -> Entry | None:
    """The undo that Ctrl+Shift+Z takes back; none once something else was done."""
    entry = _behind(connection, pen, REDO)
    return entry if entry is not None and entry.verb == UNDO else None


def original_verb(connection: apsw.Connection, pen: str, entry: Entry) -> str:
    """The verb that a person did, behind any undos and redos of it."""
    while entry.undoes is not None:
        found = _entry(connection, pen, entry.undoes)
        if found is None:
            break
        entry = found
    return entry.verb


def put_back(recorder: Recorder, pen: str, entry: Entry, progress: Progress | None = None) -> int:
    """Put `old` back in each cell that still holds `new`; returns how many cells were changed since and left alone.

    An insert is taken back by its state; a column that is no longer there is left alone. Rows whose state alone goes
    back, the most of an import by far, are changed by SQLite many at a time.
    """
    flips, left_alone = _flips(recorder, pen, entry.seq)
    total = sum(len(flip.ids) for flip in flips)
    done = 0
    for flip in flips:
        if progress is not None:
            progress(done, total)
        recorder.flip(flip)
        done += len(flip.ids)
    changes = journal.changes_of(recorder.connection, pen, entry.seq, besides=_STATE_ALONE)
    return left_alone + _put_cells_back(recorder.connection, changes, recorder.tables)


def _flips(recorder: Recorder, pen: str, seq: int) -> tuple[list[Flip], int]:
    """The rows of an action whose state alone goes back and still is what it made it, and how many are not."""
    flips, left_alone = [], 0
    connection, action = recorder.connection, (pen, seq)
    found = connection.execute(
        f"select tbl, ({_NEW_STATE}), count(*) from change where pen = ? and seq = ? and {_STATE_ALONE} group by 1, 2",
        action).fetchall()
    for table, new, count in found:
        if table not in recorder.tables:
            continue
        ids = [row for (row,) in connection.execute(
            f'select row from change where pen = ? and seq = ? and tbl = ? and {_STATE_ALONE} and ({_NEW_STATE}) = ? '
            f'and exists (select 1 from "{table}" where id = row and state = ?)', (*action, table, new, new))]
        left_alone += cast("int", count) - len(ids)
        old = "live" if new == "undone" else "undone"
        flips += [Flip(str(table), str(new), old, ids[at:at + STEP]) for at in range(0, len(ids), STEP)]
    return flips, left_alone


def _put_cells_back(connection: apsw.Connection, changes: list[Change], columns: Columns) -> int:
    cells = [(change.table, column, old, new, change.row)
             for change in changes for column, (old, new) in _inverse(change).items()
             if column in columns.get(change.table, ())]
    cells.sort(key=lambda cell: cell[:2])
    before = connection.total_changes()
    for (table, column), group in groupby(cells, key=lambda cell: cell[:2]):
        connection.executemany(f'update "{table}" set "{column}" = ? where id = ? and "{column}" is ?',
                               [(old, row, new) for _table, _column, old, new, row in group])
    return len(cells) - (connection.total_changes() - before)


def _inverse(change: Change) -> dict[str, list[object]]:
    if change.op == "X":        # an erased row stays erased
        return {}
    if change.op == "I":
        return {"state": ["undone", change.vals.get("state", [None, "live"])[1]]}
    return dict(change.vals)  # type: ignore[arg-type]  # the same cells, read as plain values


def _entry(connection: apsw.Connection, pen: str, seq: int) -> Entry | None:
    row = connection.execute("select seq, verb, undoes from action where pen = ? and seq = ?", (pen, seq)).fetchone()
    return Entry._make(row) if row else None


def _behind(connection: apsw.Connection, pen: str, verb: str) -> Entry | None:
    """The newest entry when each `verb` and what it took back cancel out: the state before X was that after X - 1."""
    last = connection.execute("select last from pen where pen = ?", (pen,)).fetchone()
    entry = _entry(connection, pen, last[0]) if last else None
    while entry is not None and (entry.verb == verb or (verb == UNDO and _is_erased(connection, pen, entry))):
        before = entry.undoes if entry.verb == verb else entry.seq
        entry = _entry(connection, pen, (before or 0) - 1)
    return entry


def _is_erased(connection: apsw.Connection, pen: str, entry: Entry) -> bool:
    """Whether an action concerns erased rows alone, so that nothing of it can be taken back."""
    found = connection.execute("select exists (select 1 from change where pen = ?1 and seq = ?2) and not exists ("
                               "select 1 from change where pen = ?1 and seq = ?2 and op <> 'X')", (pen, entry.seq))
    return found.fetchone() == (1,)
