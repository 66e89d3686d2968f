"""How a row stands in an exported desk: its columns under their own names, ids as text, yes and no, photos by hash.

What is derived (folded names, keys of numbers) is left out and made again when it comes back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from peewee import DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from lovedesk.shop.columns import LIVE, Row, database
from lovedesk.shop.folding import contact_key, fold
from lovedesk.shop.instants import instant
from lovedesk.shop.tables import PATTERN, TRASHED, rows

Record = dict[str, Any]
_FLAGS = frozenset({"preferred", "promised", "theirs", "required", "chased", "sample", "lasts", "holidays",
                    "plain_foot", "waits", "not_asked"})
_IDS = frozenset({"not_same.one", "not_same.other"})    # of a customer or a person, so no link of one table
_DERIVED: Mapping[str, Mapping[str, Callable[[Record], str]]] = {
    "customer": {"sort_name": lambda row: fold(row["name"])},
    "contact_point": {"key": lambda row: contact_key(row["kind"], row["value"])},
}


class Column(NamedTuple):
    """A column and how it is written: `key` is its name in the file."""

    name: str
    key: str
    kind: str           # text, number, flag, link, day, moment, instant, photo
    null: bool
    table: str          # that a link points to
    default: object


def table_of(model: type[Row]) -> str:
    """The name of a model's table."""
    return str(model._meta.table_name)


_KEYS = {"shopkeeper": "keepers", "person": "people", "follow_up": "followups", "special_day": "days",
         "touchpoint_person": "touchpoint_people", "not_same": "not_same", "series": "series", "closed": "closed"}


def key_of(model: type[Row]) -> str:
    """What a model's rows stand under in the file."""
    return _KEYS.get(table_of(model), f"{table_of(model)}s")


def columns(model: type[Row]) -> list[Column]:
    """The columns that are exported, without id and state, which each record has."""
    derived = _DERIVED.get(table_of(model), {})
    return [_column(field) for field in model._meta.sorted_fields
            if field.name not in {"id", "state"} and field.name not in derived]


def _column(field: Any) -> Column:
    table = ""
    match field:
        case ForeignKeyField():
            kind, table = "link", table_of(field.rel_model)
        case DateTimeField():
            kind = "moment"
        case DateField():
            kind = "day"
        case IntegerField() if f"{table_of(field.model)}.{field.name}" in _IDS:
            kind = "link"
        case IntegerField():
            kind = "flag" if field.name in _FLAGS else "number"
        case TextField() if field.null:
            kind = "instant"
        case _:
            kind = "photo" if field.name == "photo" else "text"
    return Column(field.column_name, field.name, kind, field.null, table, None if field.null else field.default)


def records(model: type[Row]) -> list[Record]:
    """All rows that a person sees or finds in the trash, as they are written, in the order they were made."""
    shape = columns(model)
    names = "".join(f', "{column.name}"' for column in shape)
    found = rows(f'select id, state{names} from "{table_of(model)}" where state in (?, ?, ?) order by id',
                 LIVE, TRASHED, PATTERN)
    return [_record(row, shape) for row in found]


def _record(row: tuple[Any, ...], shape: list[Column]) -> Record:
    record: Record = {"id": str(row[0])}
    if row[1] != LIVE:
        record["state"] = row[1]
    for column, value in zip(shape, row[2:], strict=True):
        match column.kind:
            case "link":
                record[column.key] = None if value is None else str(value)
            case "flag":
                record[column.key] = bool(value)
            case _:
                record[column.key] = value
    return record


def values(model: type[Row], record: Record) -> Record:
    """The row of a record, with what is derived; a key that is missing has its default. Raises for what is none."""
    row: Record = {"id": int(record["id"]), "state": str(record.get("state", LIVE))}
    if row["state"] not in {LIVE, TRASHED, PATTERN} or not 0 < row["id"] < 1 << 63:
        raise ValueError(record["id"])
    for column in columns(model):
        row[column.name] = _value(column, record.get(column.key, column.default))
    for name, make in _DERIVED.get(table_of(model), {}).items():
        row[name] = make(row)
    return row


def _value(column: Column, value: Any) -> Any:
    if value is None:
        if not column.null:
            raise ValueError(column.key)
        return None
    match column.kind:
        case "link" | "flag" | "number":
            return _whole(value)
        case "day":
            return dt.date.fromisoformat(value).isoformat()
        case "moment":
            return dt.datetime.fromisoformat(value).isoformat(timespec="minutes")
        case "instant":
            return instant(dt.datetime.fromisoformat(value))
    if not isinstance(value, str):
        raise TypeError(column.key)
    return value


def _whole(value: Any) -> int:
    number = int(value)
    if abs(number) >= 1 << 63:
        raise ValueError(number)
    return number


_IMPORT_ROW = {"run": int, "place": int, "source": str, "name": str, "fate": str, "reason": str, "customer": int,
               "person": int}


def import_rows(runs: Iterable[int]) -> list[Record]:
    """What became of each row of these imports; ids as text."""
    return [{"run": str(row[0])} | dict(zip(list(_IMPORT_ROW)[1:-2], row[1:-2], strict=True))
            | {"customer": str(row[-2]), "person": str(row[-1])}
            for run in sorted(runs) for row in rows(
                f"select {', '.join(_IMPORT_ROW)} from import_row where run = ? order by id", run)]


def put_import_rows(found: Iterable[Record], runs: Iterable[int]) -> None:
    """Keep what became of each row, of imports whose rows are not here yet."""
    new = {run for run in runs if not rows("select 1 from import_row where run = ? limit 1", run)}
    marks = ", ".join("?" for _name in _IMPORT_ROW)
    for record in found:
        row = [make(record[name]) for name, make in _IMPORT_ROW.items()]
        if row[0] in new:
            database.execute_sql(f"insert into import_row ({', '.join(_IMPORT_ROW)}) values ({marks})", row)
