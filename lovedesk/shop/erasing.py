"""Erasing someone for good: what of the desk is theirs, said in words before it goes (a person's right).

With a person goes the customer that they alone are, its visits, and their family that nobody else is with. What
belongs to others too stays, without their name, number and e-mail.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import apsw

from lovedesk.mishaps import Refused
from lovedesk.shop import erasing_words
from lovedesk.shop.archive_rows import columns, table_of
from lovedesk.shop.desks import LAYOUT
from lovedesk.shop.erasing_words import NAMES
from lovedesk.shop.tables import JOURNALED
from lovedesk.store import erase_copies
from lovedesk.store.database import rows
from lovedesk.store.desk import Desk
from lovedesk.store.erase import Cells, Erasure
from lovedesk.store.erase_copies import Progress

VERB = "person.erase"
_VISIT_TEXTS = frozenset({"title", "place", "value", "notes", "said", "cancelled_why"})
# What points to someone or something of theirs and yet is no part of it: it stays, or goes for another reason.
_LOOSE = {
    ("customer", "merged_into_id"), ("person", "merged_into_id"), ("job", "person_id"), ("detail", "touchpoint_id"),
    ("follow_up", "touchpoint_id"), ("follow_up", "job_id"), ("friction", "touchpoint_id"),
    ("request", "touchpoint_id"), ("accommodation", "friction_id"), ("detail", "superseded_by_id")}
_HANGING = [(table_of(model), column.name, column.table) for model in JOURNALED for column in columns(model)
            if column.table in {"customer", "person", "touchpoint", "job", "detail"}
            and (table_of(model), column.name) not in _LOOSE]
_PHOTOS = [table_of(model) for model in JOURNALED if any(column.kind == "photo" for column in columns(model))]


class Goes(NamedTuple):
    """What would go: whose name, and each kind of it with its number, in words."""

    name: str
    lines: list[str]


def find(connection: apsw.Connection, *, person: int = 0, customer: int = 0) -> Erasure:
    """All that is this person's, or this customer's with the people who are there alone; in any desk's copy."""
    people, customers = _whom(connection, person, customer)
    gone: dict[str, set[int]] = {table_of(model): set() for model in JOURNALED}
    gone["person"], gone["customer"] = people, customers
    gone["touchpoint"] = _only_theirs(connection, customers)
    for table, column, owner in _HANGING:
        gone[table] |= _ids(connection, f"select id from {table} where {column} in ({{0}})", gone[owner])
    gone["series"] = _ids(connection, "select id from series where id in ({0})", gone["touchpoint"] | gone["follow_up"])
    met = _ids(connection, """select t.id from touchpoint t where t.state <> 'erased' and exists (
          select 1 from touchpoint_person l where l.touchpoint_id = t.id and l.person_id in ({0}))
        and not exists (select 1 from touchpoint_person l where l.touchpoint_id = t.id and l.state = 'live'
          and l.person_id not in ({0}))""", people)
    met -= _ids(connection, "select touchpoint_id from touchpoint_customer where customer_id in ({0})", customers)
    there = {table: _ids(connection, f"select id from {table} where state <> 'erased' and id in ({{0}})", ids)
             for table, ids in gone.items()}
    found = {table: frozenset(ids) for table, ids in there.items() if ids}
    words = erasing_words.of(connection, found)
    tidied = tuple(f"insert into {index} ({index}) values ('optimize')" for index in ("search_index", "search_number"))
    return Erasure(found, (Cells("touchpoint", _VISIT_TEXTS, frozenset(met)),), words, NAMES,
                   _local(connection, found), tidied)


def _whom(connection: apsw.Connection, person: int, customer: int) -> tuple[set[int], set[int]]:
    people = _with_merged(connection, "person", {person} if person else set())
    customers = _with_merged(connection, "customer", {customer} if customer else set())
    people |= _ids(connection, _ONLY_THERE, customers)
    people |= _ids(connection, _FAMILY, people)
    customers |= _ids(connection, _IS_ONE_PERSON, people)
    people |= _ids(connection, _ONLY_THERE, customers)
    return _with_merged(connection, "person", people), _with_merged(connection, "customer", customers)


_ONLY_THERE = """select p.id from person p where p.state <> 'erased'
    and exists (select 1 from membership m where m.person_id = p.id and m.customer_id in ({0}))
    and not exists (select 1 from membership m where m.person_id = p.id and m.state = 'live'
      and m.customer_id not in ({0}))"""
_FAMILY = """select p.id from person p where p.state <> 'erased'
    and exists (select 1 from membership m where m.person_id = p.id and m.of_person_id in ({0}))
    and not exists (select 1 from membership m where m.person_id = p.id and m.state = 'live'
      and coalesce(m.of_person_id, 0) not in ({0}))"""
_IS_ONE_PERSON = """select c.id from customer c where c.kind = 'person' and c.state <> 'erased'
    and exists (select 1 from membership m where m.customer_id = c.id and m.person_id in ({0}))
    and not exists (select 1 from membership m join person p on p.id = m.person_id and p.state in ('live', 'trashed')
      where m.customer_id = c.id and m.state = 'live' and m.person_id not in ({0}))"""


def _with_merged(connection: apsw.Connection, table: str, ids: set[int]) -> set[int]:
    """With those who are one with them, and those of the same name that an undone import left behind."""
    heads = f"select head from head where id in ({{0}}) and id in (select id from {table})"
    found = ids | _ids(connection, f"select id from {table} where id in (select id from head where head in ({heads}))",
                       ids)
    return found | _ids(connection, f"""select id from {table} where state = 'undone' and name in (
        select name from {table} where id in ({{0}}) and name <> '')""", found)


def _only_theirs(connection: apsw.Connection, customers: set[int]) -> set[int]:
    return _ids(connection, """select distinct l.touchpoint_id from touchpoint_customer l where l.customer_id in ({0})
        and not exists (select 1 from touchpoint_customer o where o.touchpoint_id = l.touchpoint_id
          and o.state = 'live' and o.customer_id not in ({0}))""", customers)


def _local(connection: apsw.Connection, gone: dict[str, frozenset[int]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What this laptop's own tables lose: their rows of imports, and pictures that nobody else has."""
    people, customers = (json.dumps(sorted(gone.get(table, ()))) for table in ("person", "customer"))
    photos: set[str] = set()
    for table in _PHOTOS:
        photos |= _texts(connection, f"select photo from {table} where id in ({{0}})", gone.get(table, ()))
        photos |= _texts(connection, f"""select j.value from change c, json_each(c.vals, '$.photo') j
                                         where c.tbl = '{table}' and c.row in ({{0}})""", gone.get(table, ()))
    nobody = " and ".join(f"not exists (select 1 from {table} where photo = blob.hash)" for table in _PHOTOS)
    rows_of_imports = """update import_row set name = '', reason = '', source = ''
        where person in (select value from json_each(?)) or customer in (select value from json_each(?))"""
    pictures = f"""delete from blob where hash in (select value from json_each(?)) and {nobody}
        and not exists (select 1 from change where instr(vals, blob.hash))"""
    return (rows_of_imports, (people, customers)), (pictures, (json.dumps(sorted(photos - {""})),))


def _ids(connection: apsw.Connection, sql: str, ids: Iterable[int]) -> set[int]:
    """The ids of a question about others, which stand in for {0}."""
    return {row[0] for row in rows(connection, sql.format(", ".join(map(str, sorted(ids)))))}


def _texts(connection: apsw.Connection, sql: str, ids: Iterable[int]) -> set[str]:
    return {row[0] for row in rows(connection, sql.format(", ".join(map(str, sorted(ids))))) if row[0]}


def goes(connection: apsw.Connection, *, person: int = 0, customer: int = 0) -> Goes:
    """What would go, in words, before anybody is asked."""
    found = find(connection, person=person, customer=customer)
    table, row = ("person", person) if person else ("customer", customer)
    name = rows(connection, f"select name from {table} where id = ? and state <> 'erased'", (row,))
    if not name:
        raise Refused(erasing_words.not_here())
    patterns = found.rows.get("series", frozenset())        # of what repeats: nobody has seen them as rows
    return Goes(name[0][0], erasing_words.lines({
        kind: ids if kind == "series" else ids - patterns for kind, ids in found.rows.items()}))


def erase(desk: Desk, *, person: int = 0, customer: int = 0, folders: Iterable[Path] = (),
          progress: Progress | None = None) -> list[Path]:
    """Erase for good, in the desk and in its copies in its own folders and these; returns the copies that could not
    be erased. Nothing brings it back."""
    whom = partial(find, person=person, customer=customer)
    if not whom(desk.database.handle).rows:
        raise Refused(erasing_words.not_here())
    desk.erase(VERB, whom)
    copies = erase_copies.copies_of(desk, [desk.path.parent, desk.copies, *folders])
    return erase_copies.erase(copies, LAYOUT, VERB, whom, progress)
