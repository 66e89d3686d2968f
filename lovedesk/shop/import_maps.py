"""How a table's columns were read, remembered by its headers: the next file of this kind is read the same way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from lovedesk.shop.putting import put
from lovedesk.shop.tables import ColumnMap, rows
from lovedesk.store.ids import id_of


class Chosen(NamedTuple):
    """What a person chose for the columns of a table, by their words: what each becomes, and whether its days put the
    day first."""

    mapping: Mapping[str, str] = {}
    day_orders: Mapping[str, bool] = {}


def remembered(key: str) -> Chosen | None:
    """What was chosen for a table of these headers; None where nobody chose anything."""
    found = rows("select columns from column_map where id = ? and state <> 'erased'", _id(key)) if key else []
    if not found:
        return None
    told = json.loads(found[0][0])
    return Chosen(told.get("mapping", {}), told.get("days", {}))


def remember(key: str, chosen: Chosen) -> None:
    """Read tables of these headers this way from now on."""
    if key:
        columns = json.dumps({"mapping": dict(chosen.mapping), "days": dict(chosen.day_orders)}, ensure_ascii=False)
        put(ColumnMap, _id(key), header=key, columns=columns)


def _id(key: str) -> int:
    return id_of("column_map", key)
