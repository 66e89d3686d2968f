"""Who a customer or a person is now: themselves, or the one that they were merged into.

What hangs on a merged one keeps pointing to it, and reads find it by `head`: so merging changes one cell, undo is the
cell's old value, and what another laptop hung on it meanwhile is not lost. The table is local and derived.
"""

from __future__ import annotations

import apsw

from lovedesk.store.database import rows
from lovedesk.store.journal import Touched

_MERGES = ("customer", "person")


def refresh(connection: apsw.Connection, touched: dict[str, Touched]) -> None:
    """Bring `head` up to what an action touched; called inside the action's transaction."""
    for table in _MERGES:
        if table not in touched:
            continue
        new, ranges = touched[table]
        connection.executemany("insert or ignore into head values (?1, ?1)", [(row,) for row in new])
        for first, last in ranges:
            connection.execute(f"insert or ignore into head select id, id from {table} where id between ? and ?",
                               (first, last))
        if any("merged_into_id" in columns for columns in new.values()):
            _follow(connection, table)


def _follow(connection: apsw.Connection, table: str) -> None:
    """Point each merged row to the end of its chain; when two were merged into each other, to the smaller id."""
    into: dict[int, int] = dict(rows(
        connection, f"select id, merged_into_id from {table} where merged_into_id is not null"))
    connection.execute(f"update head set head = id where head <> id and id in (select id from {table})")
    connection.executemany("update head set head = ? where id = ?", [(_end(row, into), row) for row in into])


def _end(row: int, into: dict[int, int]) -> int:
    seen = [row]
    while (after := into.get(seen[-1])) is not None:
        if after in seen:
            return min(seen[seen.index(after):])
        seen.append(after)
    return seen[-1]
