"""The index behind search: every text ever entered, folded, for each customer; and the digits of numbers.

It is local and derived: `refresh` follows each action, inside its transaction, for the rows that it touched.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

import apsw

from lovedesk.shop.folding import digits, spaced
from lovedesk.store.database import one, rows
from lovedesk.store.journal import Touched

_MANY = 1000            # texts that go stale at once; with more, a new index may be cheaper
SHORTEST_NUMBER = 4     # digits that are looked for inside a number
OURS = 0                # stands for the customer of what is with none: our own touchpoints, also those that repeat

# For each table: what its rows say, and of which customer. A person's texts stand once for each of their customers;
# what hangs on a person or a visit that is not live says nothing.
_AT = "join membership m on m.person_id = r.id and m.state = 'live'"
_OF_PERSON = ("join membership m on m.person_id = r.person_id and m.state = 'live' "
              "and exists (select 1 from person p where p.id = m.person_id and p.state = 'live')")


def _said(*columns: str) -> str:
    """In SQL, what some columns say, with blanks between."""
    return " || ' ' || ".join(columns)


def _of_customer(table: str, *columns: str) -> str:
    return f"select r.id, r.customer_id, {_said(*columns)} from {table} r where r.state = 'live' and {{ids}}"


def _of_either(table: str, *columns: str, more: str = "") -> str:
    """Texts that hang on a customer or on a person."""
    return (f"select r.id, coalesce(r.customer_id, m.customer_id), {_said(*columns)} from {table} r {more} "
            f"left {_OF_PERSON} where r.state = 'live' and {{ids}}")


TEXTS = {
    "customer": "select r.id, r.id, r.name from customer r where {ids}",
    "person": "select r.id, m.customer_id, " + _said(
        "r.name", "r.nickname", "r.say", "r.given", "r.middle", "r.family", "r.work", "r.language", "r.wish_time",
        "m.role") + f" from person r {_AT} where r.state = 'live' and {{ids}}",
    "contact_point": _of_either("contact_point", "r.value", "r.label", "r.note", "r.way_in"),
    "special_day": _of_either("special_day", "r.kind"),
    "detail": _of_either("detail", "r.text", "r.change", "r.source_name", "coalesce(w.name, '')",
                         more="left join topic w on w.id = r.topic and r.topic glob '[0-9]*'"),
    "touchpoint": f"select r.id, coalesce(l.customer_id, {OURS}), " + _said(
                      "r.title", "r.place", "r.value", "r.notes", "r.said", "r.cancelled_why")
                  + " from touchpoint r left join touchpoint_customer l on l.touchpoint_id = r.id "
                  "and l.state = 'live' where (r.state = 'live' and l.id is not null or r.state in ('live', 'pattern') "
                  "and not exists (select 1 from touchpoint_customer o where o.touchpoint_id = r.id "
                  "and o.state in ('live', 'erased'))) and {ids}",
    "touchpoint_item": "select r.id, l.customer_id, r.text || ' ' || r.answer from touchpoint_item r "
                       "join touchpoint t on t.id = r.touchpoint_id and t.state = 'live' "
                       "join touchpoint_customer l on l.touchpoint_id = t.id and l.state = 'live' "
                       "where r.state = 'live' and {ids}",
    "job": _of_customer("job", "r.what", "r.place", "r.number", "r.said"),
    "follow_up": _of_customer("follow_up", "r.title", "r.dropped_why"),
    "customer_tag": "select r.id, r.customer_id, g.name from customer_tag r join tag g on g.id = r.tag_id "
                    "and g.state = 'live' where r.state = 'live' and {ids}",
    "inbox_line": _of_customer("inbox_line", "r.text"),
    "agreement": _of_customer("agreement", "r.text"),
    "friction": _of_customer("friction", "r.text"),
    "accommodation": _of_customer("accommodation", "r.text"),
    "request": _of_customer("request", "r.text", "r.done", "r.reason", "r.instead"),
    "paper": "select r.id, coalesce(r.customer_id, j.customer_id, l.customer_id), r.name from paper r "
             "left join job j on j.id = r.job_id and j.state = 'live' "
             "left join touchpoint t on t.id = r.touchpoint_id and t.state = 'live' "
             "left join touchpoint_customer l on l.touchpoint_id = t.id and l.state = 'live' "
             "where r.state = 'live' and {ids}",
}
_COLUMNS = {
    "customer": {"name", "state"},
    "person": {"name", "nickname", "say", "given", "middle", "family", "work", "language", "wish_time", "state"},
    "contact_point": {"value", "label", "note", "way_in", "state"}, "special_day": {"kind", "state"},
    "detail": {"text", "change", "topic", "state", "person_id", "customer_id"},
    "touchpoint": {"title", "place", "value", "notes", "said", "cancelled_why", "state"},
    "touchpoint_item": {"text", "answer", "state"}, "job": {"what", "place", "number", "said", "state", "customer_id"},
    "follow_up": {"title", "dropped_why", "state", "customer_id"}, "customer_tag": {"tag_id", "state"},
    "inbox_line": {"text", "customer_id", "state"}, "agreement": {"text", "state"}, "friction": {"text", "state"},
    "accommodation": {"text", "state"}, "request": {"text", "done", "reason", "instead", "state"},
    "paper": {"name", "state", "customer_id", "job_id", "touchpoint_id"},
}


class _Link(NamedTuple):
    """A row whose change moves other texts: its table and column, and the texts with the key that hangs on it."""

    table: str
    column: str
    texts: str
    key: str
    only: str = ""      # only when this column changes


_LINKS = (
    _Link("membership", "person_id", "person", "id"),
    _Link("membership", "person_id", "contact_point", "person_id"),
    _Link("membership", "person_id", "detail", "person_id"),
    _Link("membership", "person_id", "special_day", "person_id"),
    _Link("touchpoint_customer", "touchpoint_id", "touchpoint", "id"),
    _Link("touchpoint_customer", "touchpoint_id", "touchpoint_item", "touchpoint_id"),
    _Link("touchpoint_customer", "touchpoint_id", "paper", "touchpoint_id"),
    _Link("person", "id", "contact_point", "person_id", only="state"),
    _Link("person", "id", "detail", "person_id", only="state"),
    _Link("person", "id", "special_day", "person_id", only="state"),
    _Link("touchpoint", "id", "touchpoint_item", "touchpoint_id", only="state"),
    _Link("touchpoint", "id", "paper", "touchpoint_id", only="state"),
    _Link("job", "id", "paper", "job_id", only="state"),
    _Link("tag", "id", "customer_tag", "tag_id"),
)


def refresh(connection: apsw.Connection, touched: dict[str, Touched]) -> None:
    """Bring the index up to what an action touched; called by the desk inside the action's transaction."""
    many = sum(not _COLUMNS[table].isdisjoint(columns) for table, what in touched.items() if table in _COLUMNS
               for columns in what.rows.values())
    if many > _MANY and many * 4 > one(connection, "select count(*) from search_text")[0]:
        rebuild(connection)     # the undo of a first import: taking texts out one by one costs ten times as much
        return
    stale: dict[str, set[int]] = {}
    for table, what in touched.items():
        if table in _COLUMNS:
            stale.setdefault(table, set()).update(row for row, columns in what.rows.items()
                                                  if columns & _COLUMNS[table])
    for link in _LINKS:
        changed = touched[link.table].rows if link.table in touched else {}
        moved = [row for row, columns in changed.items() if not link.only or link.only in columns]
        if moved:
            stale.setdefault(link.texts, set()).update(_hanging(connection, link, moved))
    for table, ids in stale.items():
        _refresh_rows(connection, table, ids)
    for table, query in TEXTS.items():
        for first, last in touched[table].ranges if table in touched else ():
            _add(connection, table, rows(connection, query.format(ids="r.id between ? and ?"), (first, last)))


def _hanging(connection: apsw.Connection, link: _Link, ids: Iterable[int]) -> set[int]:
    query = (f"select id from {link.texts} where {link.key} in (select {link.column} from {link.table} "
             "where id in (select value from json_each(?)))")
    return {hit for (hit,) in rows(connection, query, (json.dumps(list(ids)),))}


def _refresh_rows(connection: apsw.Connection, table: str, ids: set[int]) -> None:
    old = "select id from search_text where row = ? and tbl = ?"
    pairs = [(row, table) for row in ids]
    connection.executemany(f"delete from search_index where rowid in ({old})", pairs)
    connection.executemany(f"delete from search_number where rowid in ({old})", pairs)
    connection.executemany(f"delete from search_text where id in ({old})", pairs)
    texts: list[tuple[Any, ...]] = []
    for row in ids:
        texts += rows(connection, TEXTS[table].format(ids="r.id = ?"), (row,))
    _add(connection, table, texts)


def _add(connection: apsw.Connection, table: str, texts: list[tuple[Any, ...]]) -> None:
    (last,) = one(connection, "select coalesce(max(id), 0) from search_text")
    numbers = table == "contact_point"
    added, numbered = [], []
    for n, (row, customer, text) in enumerate(texts, last + 1):
        folded = spaced(text)
        if numbers and "@" not in text and len(number := digits(text)) >= SHORTEST_NUMBER:
            folded = f"{folded} {number}"
            numbered.append((n, number))
        if customer is not None and folded and not folded.isspace():    # some things are for nobody yet
            added.append((n, table, row, customer, folded))
    if added:
        connection.executemany("insert into search_text values (?, ?, ?, ?, ?)", added)
        connection.executemany("insert into search_index (rowid, folded) values (?, ?)",
                               [(row[0], row[4]) for row in added])
        connection.executemany("insert into search_number (rowid, digits) values (?, ?)", numbered)


def rebuild(connection: apsw.Connection) -> None:
    """Make the whole index anew."""
    connection.execute("delete from search_text")
    connection.execute("insert into search_index (search_index) values ('delete-all')")
    connection.execute("insert into search_number (search_number) values ('delete-all')")
    for table, query in TEXTS.items():
        _add(connection, table, rows(connection, query.format(ids="1")))
