"""The journal: each action as one row, each changed row as one more, written in the transaction that made them.

An `apsw.Session` sees what changed; its changeset is turned at once into rows that say for themselves what was there
before and after, and thrown away. Rows inserted in bulk are described by SQLite itself, since building 60,000 of
them in Python is half the time of an import.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

import apsw

_STATE = frozenset({"state"})
Value = str | int | float | bytes | None
Columns = Mapping[str, Mapping[str, Value]]     # each journaled table's columns, each with the value it has by default

SCHEMA = """
create table if not exists pen (pen text primary key, last integer not null, hlc integer not null) without rowid;
create table if not exists action (
  pen text not null, seq integer not null, hlc integer not null, verb text not null, at text not null,
  who text not null, seen text not null, undoes integer, mark integer not null,
  primary key (pen, seq)) without rowid;
create table if not exists change (
  pen text not null, seq integer not null, n integer not null, tbl text not null, row integer not null,
  op text not null, vals text not null, primary key (pen, seq, n)) without rowid;
create index if not exists change_row on change (tbl, row);
"""


class Touched(NamedTuple):
    """Rows that an action touched in one table: each id with its changed columns, and ranges of new ids."""

    rows: dict[int, frozenset[str]]
    ranges: list[tuple[int, int]]


class Change(NamedTuple):
    """One row's change: op is "I", "U", or "X" of an erased row; vals maps each column to [old, new]. An insert
    leaves out default values."""

    table: str
    row: int
    op: str
    vals: dict[str, list[Value]]


class Flip(NamedTuple):
    """Rows of one table whose state alone changed, all alike."""

    table: str
    was: str
    becomes: str
    ids: list[int]

    @property
    def vals(self) -> str:
        """The change as it stands in the journal."""
        return json.dumps({"state": [self.was, self.becomes]}, separators=(",", ":"))


class Recorder:
    """Watches the named tables of one connection for the length of one action."""

    def __init__(self, connection: apsw.Connection, tables: Columns) -> None:
        self.connection = connection
        self.tables = tables
        self.ranges: dict[str, list[tuple[int, int]]] = {}
        self.flips: list[Flip] = []
        self._told: tuple[dict[str, Touched], list[Change]] = {}, []
        self.session = apsw.Session(connection, "main")
        for table in tables:
            self.session.attach(table)

    def insert_many(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Insert new rows whose first column is an `id` from `new_ids`, ascending; SQLite will write their changes."""
        if not rows:
            return
        marks = ", ".join("?" * len(columns))
        self.session.enabled = False
        try:
            self.connection.executemany(
                f'insert into "{table}" ({", ".join(columns)}) values ({marks})', cast("list[tuple[Value, ...]]", rows))
        finally:
            self.session.enabled = True
        self.ranges.setdefault(table, []).append((cast("int", rows[0][0]), cast("int", rows[-1][0])))

    def flip(self, flip: Flip) -> None:
        """Change the state of many rows; SQLite will write their changes."""
        self.session.enabled = False
        try:
            self.connection.execute(f'update "{flip.table}" set state = ? where id in (select value from json_each(?))',
                                    (flip.becomes, json.dumps(flip.ids)))
        finally:
            self.session.enabled = True
        self.flips.append(flip)

    def tell(self, touched: dict[str, Touched], changes: list[Change]) -> None:
        """Take in what was touched while the session looked away."""
        self._told = touched, changes

    def close(self) -> tuple[dict[str, Touched], list[Change]]:
        """What was touched in each table, and the single rows' changes. The session is gone afterwards."""
        touched, changes = self._told
        touched |= {table: Touched({}, ranges) for table, ranges in self.ranges.items()}
        for flip in self.flips:
            touched.setdefault(flip.table, Touched({}, [])).rows.update(dict.fromkeys(flip.ids, _STATE))
        changeset = self.session.changeset()
        self.session.close()
        for change in apsw.Changeset.iter(changeset):
            found = _described(change, self.tables[change.name])
            changes.append(found)
            touched.setdefault(found.table, Touched({}, [])).rows[found.row] = frozenset(found.vals)
        return touched, changes


def _described(change: apsw.TableChange, columns: Mapping[str, Value]) -> Change:
    old, new = change.old or (), change.new or ()
    match change.op:
        case "INSERT":
            vals = {name: [None, value] for (name, default), value in zip(columns.items(), new, strict=True)
                    if value != default and name != "id"}
            return Change(change.name, cast("int", new[0]), "I", cast("dict[str, list[Value]]", vals))
        case "UPDATE":
            vals = {name: [before, after] for name, before, after in zip(columns, old, new, strict=True)
                    if after is not apsw.no_change}
            return Change(change.name, cast("int", old[0]), "U", cast("dict[str, list[Value]]", vals))
    raise AssertionError(f"a row of {change.name} was deleted; rows of people are never deleted")


def write(connection: apsw.Connection, verb: str, *, pen: str, who: str, undoes: int | None,
          changes: Iterable[Change], recorder: Recorder) -> int:
    """Write one action and its changes; returns its number. Runs inside the action's own transaction."""
    last, hlc = connection.execute("select last, hlc from pen where pen = ?", (pen,)).fetchone() or (0, 0)
    seq, hlc = last + 1, max(time.time_ns() // 1_000_000 << 15, hlc + 1)
    connection.execute(
        "insert into pen values (?, ?, ?) on conflict (pen) do update set last = excluded.last, hlc = excluded.hlc",
        (pen, seq, hlc))
    at = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    connection.execute("insert into action values (?, ?, ?, ?, ?, ?, '', ?, ?)",
                       (pen, seq, hlc, verb, at, who, undoes, int.from_bytes(os.urandom(8)) >> 2))
    rows = [(pen, seq, n, change.table, change.row, change.op,
             json.dumps(change.vals, ensure_ascii=False, separators=(",", ":"))) for n, change in enumerate(changes)]
    if rows:
        connection.executemany("insert into change values (?, ?, ?, ?, ?, ?, ?)", rows)
    n = len(rows)
    for flip in recorder.flips:
        connection.execute("insert into change select ?, ?, ? + key, ?, value, 'U', ? from json_each(?)",
                           (pen, seq, n, flip.table, flip.vals, json.dumps(flip.ids)))
        n += len(flip.ids)
    _write_ranges(connection, recorder, pen, seq, n)
    return seq


def _write_ranges(connection: apsw.Connection, recorder: Recorder, pen: str, seq: int, n: int) -> None:
    for table, columns in recorder.tables.items():
        for first, last in recorder.ranges.get(table, ()):
            parts = " || ".join(
                f"""iif("{column}" is {_literal(default)}, '', ',"{column}":[null,' || json_quote("{column}") || ']')"""
                for column, default in columns.items() if column != "id")
            connection.execute(
                f"""insert into change
                    select ?, ?, ? + row_number() over (order by id) - 1, ?, id, 'I', '{{' || substr({parts}, 2) || '}}'
                    from "{table}" where id between ? and ?""", (pen, seq, n, table, first, last))
            n += connection.changes()


def _literal(value: Value) -> str:
    return apsw.format_sql_value(value)


def changes_of(connection: apsw.Connection, pen: str, seq: int, *, besides: str = "0") -> list[Change]:
    """The changes of one action, in the order they were written, without those that a condition in SQL says."""
    rows = connection.execute(f"select tbl, row, op, vals from change where pen = ? and seq = ? and not ({besides}) "
                              "order by n", (pen, seq))
    return [Change(table, row, op, json.loads(vals)) for table, row, op, vals in rows]
