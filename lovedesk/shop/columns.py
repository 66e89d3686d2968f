"""What the tables of a desk are made of: the one database handle, the row that all share, and kinds of columns."""

from __future__ import annotations

from typing import Any

from peewee import SQL, DatabaseProxy, ForeignKeyField, IntegerField, Model, TextField

from lovedesk.store.ids import new_id

database = DatabaseProxy()  # the one module-level handle: `shop.desks` points it at the open desk

LIVE = "live"


def words() -> TextField:
    """A text that is never null."""
    return TextField(default="", constraints=[SQL("DEFAULT ''")])


def whole() -> IntegerField:
    """A count, an order or a yes (1) and no (0)."""
    return IntegerField(default=0, constraints=[SQL("DEFAULT 0")])


def instant() -> TextField:
    """When something happened, in UTC ("2026-11-24T09:30:00Z"); null until it has."""
    return TextField(null=True)


def link(model: Any, *, index: bool = True, null: bool = True) -> ForeignKeyField:
    """A pointer to a row of another table; the pointed row is never deleted."""
    return ForeignKeyField(model, null=null, index=index, backref="+")


class Row(Model):
    """What all journaled tables share."""

    id = IntegerField(primary_key=True, default=new_id)
    state = TextField(default=LIVE, constraints=[SQL("DEFAULT 'live'")])

    class Meta:
        database = database
        legacy_table_names = False
        only_save_dirty = True
