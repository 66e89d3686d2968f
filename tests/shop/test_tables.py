"""The models say what the frozen migration made: the same tables, columns, defaults, pointers and indexes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from peewee import Model

from lovedesk.shop import customers
from lovedesk.shop.columns import LIVE
from lovedesk.shop.local_tables import Blob, Head, ImportRow, Occurrence, SearchText
from lovedesk.shop.tables import JOURNALED, rows
from lovedesk.store.database import ShopDatabase
from lovedesk.store.desk import Desk

MODELS: tuple[type[Model], ...] = (*JOURNALED, Blob, ImportRow, Head, Occurrence, SearchText)


@pytest.fixture
def by_models(tmp_path: Path, desk: Desk) -> Iterator[apsw.Connection]:
    """A file whose tables Peewee makes from the models."""
    database = ShopDatabase(tmp_path / "models.db")
    database.connect()
    with database.bind_ctx(list(MODELS), bind_refs=False, bind_backrefs=False):
        database.create_tables(list(MODELS))
    yield database.handle
    database.close()


def shape(connection: apsw.Connection, table: str) -> dict[str, Any]:
    """What SQLite says of a table."""
    def told(pragma: str) -> list[tuple[Any, ...]]:
        return connection.execute(f'pragma {pragma}("{table}")').fetchall()

    return {
        "columns": {row[1]: (row[2], row[3], row[4], row[5]) for row in told("table_info")},
        "pointers": {(row[3], row[2], row[4]) for row in told("foreign_key_list")},
    }


def indexes(connection: apsw.Connection) -> set[str]:
    return {name for (name,) in connection.execute(
        "select name from sqlite_schema where type = 'index' and name not like 'sqlite_%'")}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_table_is_as_its_model_says(desk: Desk, by_models: apsw.Connection, model: type[Model]) -> None:
    table = model._meta.table_name
    made = shape(desk.database.handle, table)
    assert made["columns"]
    assert made == shape(by_models, table)


def test_every_index_of_a_model_was_made(desk: Desk, by_models: apsw.Connection) -> None:
    assert indexes(by_models) - indexes(desk.database.handle) == set()


def test_a_row_made_by_its_model_and_one_made_by_sql_alone_are_alike(desk: Desk) -> None:
    """Bulk rows leave defaults to SQLite, single ones to Peewee: the journal must read both the same."""
    for model in JOURNALED:
        table = model._meta.table_name
        given = {name for name, (_kind, must, default, _key) in shape(desk.database.handle, table)["columns"].items()
                 if must and default is None and name != "id"}
        if given:
            continue        # a link: it is never made without its two ends
        desk.database.handle.execute(f'insert into "{table}" (id) values (1)')
        model.create(id=2)
        one, two = rows(f'select * from "{table}" where id in (1, 2) order by id')
        assert one[1:] == two[1:], table


def test_every_table_of_a_desk_has_a_model_or_belongs_to_the_store(desk: Desk) -> None:
    found = {name for (name,) in rows("select name from sqlite_schema where type = 'table'")}
    named = {model._meta.table_name for model in MODELS}
    rest = {name for name in found - named if not name.startswith(("search_index", "search_number", "sqlite_"))}
    assert rest == {"pen", "action", "change", "schema_migration"}


def test_ids_grow_and_rows_are_live_from_the_start(desk: Desk) -> None:
    with desk.act("customer.add"):
        first, second = customers.add("Ana"), customers.add("Ben")
    assert 0 < first < second < 2**63
    assert rows("select distinct state from customer") == [(LIVE,)]
