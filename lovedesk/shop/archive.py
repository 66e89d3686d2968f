"""All that people entered as one plain structure, and back to the same state (practice H2: your data is yours).

Customers hold their people, and both what hangs on them; each other table is a list of records under its own name.
What points elsewhere does so by id. Rows that were taken back are not in it, rows in the trash are, with their state.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from lovedesk.formats.json_desk import FORMAT, VERSION
from lovedesk.mishaps import Refused
from lovedesk.shop import blobs, occurrences, shops
from lovedesk.shop.archive_nest import Flat, flattened, nested
from lovedesk.shop.archive_next import say_next
from lovedesk.shop.archive_part import part_of
from lovedesk.shop.archive_rows import Record, columns, import_rows, key_of, put_import_rows, records, table_of, values
from lovedesk.shop.columns import Row, database
from lovedesk.shop.import_rows import InsertMany
from lovedesk.shop.tables import JOURNALED, rows
from lovedesk.words import _

Rows = dict[str, dict[int, Record]]
Progress = Callable[[int, int], None]
_LEAP = 2000        # a year that has every day


def export(customers: Iterable[int] | None = None, progress: Progress | None = None) -> Record:
    """All that people entered, in the order it was entered, what repeats first; of these customers alone where they
    are named."""
    data: Flat = {}
    for done, model in enumerate(JOURNALED):
        if progress is not None:
            progress(done, len(JOURNALED))
        data[key_of(model)] = records(model)
    if customers is not None:
        part_of(data, customers)
    _cut_loose_ends(data)
    say_next(data, dt.datetime.now(), leap_on_first=shops.leap_on_first())
    data["import_rows"] = import_rows({int(run["id"]) for run in data["import_runs"]})
    return {"format": FORMAT, "version": VERSION} | nested(data)


def _cut_loose_ends(data: Flat) -> None:
    """What points to a row that is not in the file points nowhere; a record that needs it is left out with it."""
    kept: dict[str, set[str]] = {table_of(model): {record["id"] for record in data[key_of(model)]}
                                 for model in JOURNALED}
    for model in JOURNALED:
        links = [column for column in columns(model) if column.table]
        records = data[key_of(model)]
        for record in records:
            for column in links:
                if record[column.key] is not None and record[column.key] not in kept[column.table]:
                    record[column.key] = None
                    if not column.null:
                        kept[table_of(model)].discard(record["id"])
        data[key_of(model)] = [record for record in records if record["id"] in kept[table_of(model)]]


def bring_back(data: Record, insert_many: InsertMany) -> int:
    """Put everything of an export into the desk by its id, inside an action: what is there is changed to what the
    file says, what is not in the file is left. Returns how many customers it held."""
    try:
        flat, photos = flattened(data, [key_of(model) for model in JOURNALED])
        found = {table_of(model): {row["id"]: row for row in (
            values(model, record) for record in flat.get(key_of(model), ()))} for model in JOURNALED}
        for day in found["special_day"].values():
            dt.date(_LEAP, day["month"], day["day"])
            dt.date(day["year"] or _LEAP, 1, 1)
        if not all(occurrences.can_repeat(one["kind"], one["start"], one["rule"]) for one in found["series"].values()):
            raise ValueError
        _drop_loose_ends(found)
        put_import_rows(data.get("import_rows", ()), found["import_run"])
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise Refused(_("This export is damaged. Nothing was changed.")) from error
    for photo in photos.values():
        blobs.put(photo)
    database.execute_sql("pragma defer_foreign_keys = on")      # details point to newer ones of their own table
    for model in JOURNALED:
        _put(model, found[table_of(model)], insert_many)
    return len(found["customer"])


def _drop_loose_ends(found: Rows) -> None:
    """A pointer to what is neither in the file nor in the desk points nowhere; a link that needs it is left out."""
    here: defaultdict[str, set[int]] = defaultdict(set)
    for model in JOURNALED:
        here[table_of(model)] = {row[0] for row in rows(f"select id from {table_of(model)}")}
        here[table_of(model)] |= found[table_of(model)].keys()
    for model in JOURNALED:
        links = [column for column in columns(model) if column.table]
        for row in list(found[table_of(model)].values()):
            for column in links:
                if row[column.name] is not None and row[column.name] not in here[column.table]:
                    row[column.name] = None
                    if not column.null:
                        found[table_of(model)].pop(row["id"], None)


def _put(model: type[Row], found: dict[int, Record], insert_many: InsertMany) -> None:
    if not found:
        return
    table = table_of(model)
    names = list(next(iter(found.values())))
    ordered = [found[row] for row in sorted(found)]
    there = {row[0]: row for row in rows(f"select {', '.join(names)} from {table}")}
    new = [tuple(row[name] for name in names) for row in ordered if row["id"] not in there]
    if there:
        _insert(table, names, new)
    else:
        insert_many(table, names, new)
    for row in ordered:
        old = there.get(row["id"])
        changed = {name: row[name] for name, value in zip(names, old or (), strict=False) if value != row[name]}
        if changed:
            settings = ", ".join(f"{name} = ?" for name in changed)
            database.execute_sql(f"update {table} set {settings} where id = ?", (*changed.values(), row["id"]))


def _insert(table: str, names: Iterable[str], new: Iterable[tuple[Any, ...]]) -> None:
    """Row by row, since the ids of bulk rows must not lie between those that are there."""
    columns_of, marks = ", ".join(names), ", ".join("?" for _name in names)
    for row in new:
        database.execute_sql(f"insert into {table} ({columns_of}) values ({marks})", row)
