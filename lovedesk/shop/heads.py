"""Who a customer or a person is now: themselves, or the one that they were merged into.

What hangs on a merged one keeps pointing to it, and reads find it by `head`: so merging changes one cell, undo is the
cell's old value, and what another laptop hung on it meanwhile is not lost. The table is local and derived: triggers
give it a row for each new one, so that it can be read within the same action, and `refresh` follows what was merged.
"""

from __future__ import annotations

import apsw

from lovedesk.shop.columns import database
from lovedesk.shop.tables import LIVE_CUSTOMER
from lovedesk.shop.tables import rows as ask
from lovedesk.store.database import one, rows
from lovedesk.store.journal import Touched

_MERGES = ("customer", "person")

# Of `person p` in a question said in SQL; the last part is true of the one that stands where two laptops merged two
# people into each other.
LIVE_PERSON = ("p.state = 'live' and (p.merged_into_id is null "
               "or p.id = (select x.head from head x where x.id = p.merged_into_id))")


def all_of(one: str) -> str:
    """In SQL, the ids of a customer or person, said in SQL too, and of all who were merged into them."""
    return f"(select x.id from head x where x.head = {one})"


def is_here(customer: str) -> str:
    """In SQL, whether a customer is live."""
    return f"exists (select 1 from customer c where c.id = {customer} and {LIVE_CUSTOMER})"


def people_of(customer: str) -> str:
    """In SQL, the ids of the live people of a customer, and of all who were merged into these."""
    return f"""(select y.id from head x join membership m on m.customer_id = x.id and m.state = 'live'
      join head w on w.id = m.person_id join person p on p.id = w.head and {LIVE_PERSON}
      join head y on y.head = p.id where x.head = {customer})"""


def head_of(row: int) -> int:
    """Whom a customer or person was merged into; themselves where they were not."""
    found = ask("select head from head where id = ?", row)
    return int(found[0][0]) if found else row


def join(this: int, into: int) -> None:
    """Let `this` and all that were merged into it be `into` at once, for what is still read within the action."""
    database.execute_sql("update head set head = ? where head = ?", (into, this))


def refresh(connection: apsw.Connection, touched: dict[str, Touched]) -> None:
    """Bring `head` up to what an action touched; called inside the action's transaction."""
    for table in _MERGES:
        if table not in touched:
            continue
        new, ranges = touched[table]
        changed = [row for row, columns in new.items() if "merged_into_id" in columns]
        if changed or any(one(connection, f"select exists (select 1 from {table} where id between ? and ? "
                              "and merged_into_id is not null)", between)[0] for between in ranges):
            _follow(connection, table, changed)


def _follow(connection: apsw.Connection, table: str, changed: list[int]) -> None:
    """Point each merged row to the end of its chain; when two were merged into each other, to the smaller id."""
    into: dict[int, int] = dict(rows(
        connection, f"select id, merged_into_id from {table} where merged_into_id is not null"))
    ends = [(row, row) for row in changed if row not in into] + [(_end(row, into), row) for row in into]
    connection.executemany("update head set head = ?1 where id = ?2 and head <> ?1", ends)


def _end(row: int, into: dict[int, int]) -> int:
    seen = [row]
    while (after := into.get(seen[-1])) is not None:
        if after in seen:
            return min(seen[seen.index(after):])
        seen.append(after)
    return seen[-1]
