"""The order of items in a list: positions lie far apart, so that a move is one changed row."""

from __future__ import annotations

from peewee import ForeignKeyField

from lovedesk.shop.columns import Row
from lovedesk.shop.tables import rows

STEP = 65_536


def at_end(owner: ForeignKeyField, of: int) -> int:
    """The position behind all live rows of the same owner."""
    table, column = _names(owner)
    return int(rows(f"select coalesce(max(position), 0) from {table} where {column} = ? and state = 'live'", of)[0][0]
               ) + STEP


def move(owner: ForeignKeyField, row: int, before: int | None) -> None:
    """Put a row before another one of the same owner, or at the end; the others keep their order."""
    if before == row:
        return
    table, column = _names(owner)
    model: type[Row] = owner.model
    others: list[tuple[int, int]] = [(other, position) for other, position in rows(
        f"""select id, position from {table} where state = 'live' and id <> ?
            and {column} = (select {column} from {table} where id = ?) order by position, id""", row, row)]
    at = next((n for n, (other, _position) in enumerate(others) if other == before), len(others))
    low = others[at - 1][1] if at else 0
    high = others[at][1] if at < len(others) else low + 2 * STEP
    if high - low < 2:
        order = [other for other, _position in others]
        order.insert(at, row)
        for n, other in enumerate(order, 1):
            model.update(position=n * STEP).where(model.id == other).execute()
    else:
        model.update(position=(low + high) // 2).where(model.id == row).execute()


def _names(owner: ForeignKeyField) -> tuple[str, str]:
    return str(owner.model._meta.table_name), str(owner.column_name)
