"""Erasing for good: rows are blanked, and the journal forgets what stood in them (a person's right; not to be undone).

A row keeps its id and what it points to, so that nothing else points to nowhere. Its changes are reduced to those
pointers, which proves the erasure on its own; the self-check still explains every row from what is left.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import apsw

from lovedesk.store.database import rows
from lovedesk.store.journal import Change, Columns, Touched, Value

ERASED = "erased"
BLOT = "[…]"        # what stands where a name or a number was told in a text of someone else


class Cells(NamedTuple):
    """Columns of some rows of a table."""

    table: str
    columns: frozenset[str]
    rows: frozenset[int]


class Erasure(NamedTuple):
    """What goes: rows whole, single cells, words wherever else they stand but in these `names`; what SQL does to
    local tables in the same transaction, and after it."""

    rows: Mapping[str, frozenset[int]]
    cells: tuple[Cells, ...]
    words: tuple[str, ...]
    names: frozenset[tuple[str, str]]
    local: tuple[tuple[str, tuple[str, ...]], ...]
    after: tuple[str, ...]


Find = Callable[[apsw.Connection], Erasure]


def carry_out(connection: apsw.Connection, tables: Columns,
              erasure: Erasure) -> tuple[dict[str, Touched], list[Change]]:
    """Erase inside a transaction that no session watches; what was touched, and what the journal is to say of it."""
    touched = {table: Touched({}, []) for table in tables}
    changes = [Change(table, row, "X", {"state": [None, ERASED]})
               for table in tables for row in sorted(erasure.rows.get(table, ()))]
    for table, gone in erasure.rows.items():
        _blank_rows(connection, table, tables[table], gone)
        touched[table].rows.update(dict.fromkeys(gone, frozenset(tables[table])))
    for cells in erasure.cells:
        _blank_cells(connection, cells, tables[cells.table])
        touched[cells.table].rows.update(dict.fromkeys(cells.rows, cells.columns))
    if erasure.words:
        _blot(connection, tables, erasure, touched)
    for sql, values in erasure.local:
        connection.execute(sql, values)
    return {table: what for table, what in touched.items() if what.rows}, changes


def _blank_rows(connection: apsw.Connection, table: str, columns: Mapping[str, Value], gone: Iterable[int]) -> None:
    links = _links(connection, table)
    blank = ", ".join(f'"{name}" = {_said(columns[name])}' for name in columns if name not in {"id", "state", *links})
    ids = [(row,) for row in gone]
    connection.executemany(
        f"""update "{table}" set state = '{ERASED}'{", " if blank else ""}{blank} where id = ?""", ids)
    kept = ", ".join(f"'{name}'" for name in sorted(links))
    connection.executemany(
        f"""update change set op = 'X', vals = (select coalesce(json_group_object(j.key, json(j.value)), '{{}}')
              from json_each(change.vals) j where j.key in ({kept})) where tbl = '{table}' and row = ?""", ids)


def _blank_cells(connection: apsw.Connection, cells: Cells, columns: Mapping[str, Value]) -> None:
    names = sorted(cells.columns)
    blank = ", ".join(f'"{name}" = {_said(columns[name])}' for name in names)
    paths = ", ".join(f"""'$."{name}"'""" for name in names)
    ids = [(row,) for row in cells.rows]
    connection.executemany(f'update "{cells.table}" set {blank} where id = ?', ids)
    connection.executemany(
        f"update change set vals = json_remove(vals, {paths}) where tbl = '{cells.table}' and row = ?", ids)


def _blot(connection: apsw.Connection, tables: Columns, erasure: Erasure, touched: dict[str, Touched]) -> None:
    """Blot words out of every text and of its history alike, so that the one still explains the other."""
    pattern = pattern_of(erasure.words)
    hint = _hint_of(erasure.words)

    def tells(*texts: Value) -> bool:
        return any(hint.search(text) and pattern.search(text) for text in map(str, texts))

    def was_told(*vals: Value) -> bool:
        return any(isinstance(value, str) and pattern.search(value)
                   for text in map(str, vals) if hint.search(text)
                   for values in json.loads(text).values() for value in values)

    connection.create_scalar_function("tells", tells, 1, deterministic=True)
    connection.create_scalar_function("was_told", was_told, 1, deterministic=True)
    try:
        for table, columns in tables.items():
            texts = [name for name in columns if _is_text(columns, name) and (table, name) not in erasure.names]
            _blot_table(connection, table, texts, pattern, touched[table])
        _blot_history(connection, tables, erasure.names, pattern)
    finally:
        connection.create_scalar_function("tells", None)
        connection.create_scalar_function("was_told", None)


def _hint_of(words: Iterable[str]) -> re.Pattern[str]:
    """The longest letters or digits of each word: where none stands, in JSON too, nothing needs a closer look."""
    longest = (max(re.findall(r"\w+", word), key=len, default="") for word in words)
    return re.compile("|".join(map(re.escape, longest)), re.IGNORECASE)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, whole, in any case, with any blanks between."""
    spoken = (r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(spoken)})(?!\w)", re.IGNORECASE)


def _blot_table(connection: apsw.Connection, table: str, texts: list[str], pattern: re.Pattern[str],
                touched: Touched) -> None:
    if not texts:
        return
    quoted = [f'"{name}"' for name in texts]
    told = rows(connection, f"""select id, {", ".join(quoted)} from "{table}"
                                where tells({" || char(10) || ".join(quoted)})""")
    for row, *found in told:
        values = [pattern.sub(BLOT, text) for text in found]
        connection.execute(f'update "{table}" set {", ".join(f"{name} = ?" for name in quoted)} where id = ?',
                           (*values, row))
        touched.rows[row] = frozenset(texts) | touched.rows.get(row, frozenset())


def _is_text(columns: Mapping[str, Value], name: str) -> bool:
    """Whether people write in a column; a day or an instant is no text, and one that is not there any more may be."""
    return name != "state" and isinstance(columns.get(name, ""), str)


def _blot_history(connection: apsw.Connection, tables: Columns, names: frozenset[tuple[str, str]],
                  pattern: re.Pattern[str]) -> None:
    for pen, seq, n, table, row, vals in rows(
            connection, "select pen, seq, n, tbl, row, vals from change where was_told(vals)"):
        cells = json.loads(vals)
        for column, values in cells.items():
            is_name = (table, column) in names      # of someone else, who is called so
            if not _is_text(tables[table], column) or (is_name and _stands(connection, table, row, column, pattern)):
                continue
            cells[column] = [pattern.sub(BLOT, value) if isinstance(value, str) else value for value in values]
        connection.execute("update change set vals = ? where pen = ? and seq = ? and n = ?",
                           (json.dumps(cells, ensure_ascii=False, separators=(",", ":")), pen, seq, n))


def _stands(connection: apsw.Connection, table: str, row: int, column: str, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(text) for (text,) in rows(
        connection, f'select "{column}" from "{table}" where id = ?', (row,)))


def _links(connection: apsw.Connection, table: str) -> set[str]:
    return {row[3] for row in rows(connection, f'pragma foreign_key_list("{table}")')}


def _said(value: Value) -> str:
    return apsw.format_sql_value(value)


def clean_file(connection: apsw.Connection, after: Iterable[str]) -> None:
    """Leave no byte of what was erased in the file's free room, nor in the log beside it."""
    for sql in after:
        connection.execute(sql)
    connection.pragma("temp_store", "memory")       # no copy of the desk lies in another folder meanwhile
    connection.execute("vacuum")
    connection.execute("pragma wal_checkpoint(truncate)").fetchall()
