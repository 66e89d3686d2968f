"""The words of an erasure: what goes, said for people; and what names someone in the texts of others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

import apsw

from lovedesk.shop.folding import digits, fold
from lovedesk.store.database import rows
from lovedesk.words import _, ngettext

# Names of others stay, though they are the same words.
NAMES = frozenset({("customer", "name"), ("customer", "sort_name"), ("person", "name"), ("person", "given"),
                   ("person", "family"), ("shop", "name"), ("shopkeeper", "name")})
_SHORTEST = 5       # digits of a number that names someone


def of(connection: apsw.Connection, gone: Mapping[str, frozenset[int]]) -> tuple[str, ...]:
    """Full names, numbers and e-mails of theirs, former ones too, that are nobody else's."""
    names = {name for table in ("person", "customer") for column in ("name", "sort_name")
             for name in _ever(connection, table, column, gone) if len(name.split()) > 1} | _short(connection, gone)
    others = {fold(name) for table in ("person", "customer") for name in _held(connection, table, "name", gone)}
    names = {name for name in names if fold(name) not in others}
    ways = {value for value in _ever(connection, "contact_point", "value", gone)
            if "@" in value or len(digits(value)) >= _SHORTEST}
    others = {_key(value) for value in _held(connection, "contact_point", "value", gone)}
    ways = {value for value in ways if _key(value) not in others}
    keys = {digits(value) for value in ways if "@" not in value and len(digits(value)) >= _SHORTEST}
    return tuple(sorted(names | {fold(name) for name in names} | ways | keys))


def _short(connection: apsw.Connection, gone: Mapping[str, frozenset[int]]) -> set[str]:
    """Their first and last names alone, both ways round: who is "Dr. Ana Maria Ruiz" is "Ana Ruiz" in a note."""
    parts = rows(connection, """select given, family from person where id in (select value from json_each(?))
                                and given <> '' and family <> ''""", (json.dumps(sorted(gone.get("person", ()))),))
    return {name for given, family in parts for name in (f"{given} {family}", f"{family} {given}",
                                                         f"{family}, {given}")}


def _key(value: str) -> str:
    return value.strip().lower() if "@" in value else digits(value) or fold(value)


def _ever(connection: apsw.Connection, table: str, column: str, gone: Mapping[str, frozenset[int]]) -> set[str]:
    """What stands and ever stood in a column of the rows that go."""
    if table == "person" and column == "sort_name":
        return set()
    ids = json.dumps(sorted(gone.get(table, ())))
    found = rows(connection, f"select {column} from {table} where id in (select value from json_each(?))", (ids,))
    found += rows(connection, f"""select j.value from change c, json_each(c.vals, '$.{column}') j
        where c.tbl = '{table}' and c.row in (select value from json_each(?))""", (ids,))
    return {text for (text,) in found if text}


def _held(connection: apsw.Connection, table: str, column: str, gone: Mapping[str, frozenset[int]]) -> set[str]:
    """What stands in a column of the rows that stay."""
    ids = json.dumps(sorted(gone.get(table, ())))
    return {text for (text,) in rows(connection, f"""select {column} from {table} where state in ('live', 'trashed')
        and id not in (select value from json_each(?))""", (ids,))}


def not_here() -> str:
    """Said of someone who is erased or never was."""
    return _("They are not here any more: nothing of them is left on this desk.")


def lines(gone: Mapping[str, Iterable[int]]) -> list[str]:
    """What goes, each kind with its number."""
    counts = {table: len(list(ids)) for table, ids in gone.items()}
    told: dict[str, Callable[[int], str]] = {
        "person": lambda n: ngettext("{n} person", "{n} people", n),
        "customer": lambda n: ngettext("{n} customer", "{n} customers", n),
        "contact_point": lambda n: ngettext("{n} number or address", "{n} numbers and addresses", n),
        "special_day": lambda n: ngettext("{n} day of theirs", "{n} days of theirs", n),
        "detail": lambda n: ngettext("{n} detail", "{n} details", n),
        "touchpoint": lambda n: ngettext("{n} visit or call", "{n} visits and calls", n),
        "follow_up": lambda n: ngettext("{n} follow-up", "{n} follow-ups", n),
        "series": lambda n: ngettext("{n} thing that repeats", "{n} things that repeat", n),
        "rhythm": lambda n: ngettext("{n} wish to be in touch", "{n} wishes to be in touch", n),
        "job": lambda n: ngettext("{n} job", "{n} jobs", n),
        "paper": lambda n: ngettext("{n} photo or paper", "{n} photos and papers", n),
        "link": lambda n: ngettext("{n} link to others", "{n} links to others", n),
        "agreement": lambda n: ngettext("{n} agreement", "{n} agreements", n),
        "request": lambda n: ngettext("{n} request", "{n} requests", n),
        "friction": lambda n: ngettext("{n} thing that makes it hard", "{n} things that make it hard", n),
        "accommodation": lambda n: ngettext("{n} thing that we do to make it easy",
                                            "{n} things that we do to make it easy", n),
        "inbox_line": lambda n: ngettext("{n} line of the inbox", "{n} lines of the inbox", n),
    }
    return [say(counts[table]).format(n=counts[table]) for table, say in told.items() if counts.get(table)]
