"""Rows whose id is made from what they are: adding one again makes the same row live again."""

from __future__ import annotations

from lovedesk.shop.columns import LIVE, Row


def put(model: type[Row], row: int, **values: object) -> None:
    """Keep `values` in the row of this id, live; it is made where it is not there yet."""
    if not model.update(state=LIVE, **values).where(model.id == row).execute():
        model.create(id=row, **values)
