"""The self-check: is the file sound, and does the journal still explain every row of the desk?"""

from __future__ import annotations

from collections.abc import Mapping

import apsw

from lovedesk.store.database import one
from lovedesk.store.journal import Columns, Value
from lovedesk.words import _


def problems(connection: apsw.Connection, tables: Columns) -> list[str]:
    """What is wrong, a sentence each; empty when all is well."""
    found = []
    if connection.pragma("integrity_check") != "ok":
        found.append(_("The file is damaged in places. Bring back the last copy with Restore."))
    if connection.execute("pragma foreign_key_check").fetchall():
        found.append(_("Something points to what is not there."))
    for table, columns in tables.items():
        differing = _differing(connection, table, columns)
        if differing:
            found.append(_("The journal does not explain {count} rows of {table}.").format(
                count=differing, table=table))
    return found


def _differing(connection: apsw.Connection, table: str, columns: Mapping[str, Value]) -> int:
    """How many rows of a table differ from what its changes, replayed in order, make of them."""
    names = [column for column in columns if column != "id"]
    last = ", ".join(
        f"""coalesce((select json_extract(c.vals, '$."{name}"[1]') from change c join action a using (pen, seq)
             where c.tbl = ? and c.row = r.row and json_type(c.vals, '$."{name}"') is not null
             order by a.hlc desc, a.pen desc, c.n desc limit 1),
             {apsw.format_sql_value(columns[name])}) as "{name}" """ for name in names)
    replayed = f"select r.row as id, {last} from (select distinct row from change where tbl = ?) r"
    stored = f"""select id, {", ".join(f'"{name}"' for name in names)} from "{table}" """
    arguments = (table,) * (len(names) + 1)
    (missing,) = one(connection, f"select count(*) from ({stored} except {replayed})", arguments)
    (extra,) = one(connection, f"select count(*) from ({replayed} except {stored})", arguments)
    return int(max(missing, extra))
