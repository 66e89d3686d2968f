"""One time of what repeats becomes a row of its own, as its pattern is, as soon as something is done with it."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from lovedesk.shop import occurrences
from lovedesk.shop.columns import LIVE, Row
from lovedesk.shop.occurrences import TOUCHPOINT
from lovedesk.shop.putting import put
from lovedesk.shop.tables import (
    TRASHED,
    FollowUp,
    Touchpoint,
    TouchpointCustomer,
    TouchpointItem,
    TouchpointPerson,
)
from lovedesk.shop.tables import rows as ask
from lovedesk.store.ids import id_of

_ORDER = 27     # bits of an id that tell which of the rows of one act was made before another


def take_up(row: int) -> bool:
    """Make the time of this id a row of its own, as its pattern is; whether there is such a time."""
    time = occurrences.time_of(row)
    kinds = ask("select kind from series where id = ? and state = 'live'", time.series) if time else []
    if time is None or not kinds:
        return False
    series, start = time.series, time.start
    if kinds == [(TOUCHPOINT,)]:
        _make(Touchpoint, series, row, start=dt.datetime.fromisoformat(start), series_start=start,
              uid="", fingerprint="")
        copy_what_hangs(series, row)
    else:
        day = dt.date.fromisoformat(start[:10])
        promised = ask("select promised from follow_up where id = ?", series) == [(1,)]
        _make(FollowUp, series, row, due=day, promised_for=day if promised else None, series_start=start)
    ask("delete from occurrence where id = ?", row)
    return True


def _make(model: type[Row], pattern: int, row: int, **values: object) -> None:
    put(model, row, **(cells(model, pattern) | values))


def cells(model: type[Row], row: int) -> dict[str, Any]:
    """What stands in a row, without its id and state."""
    (found,) = cast("list[dict[str, Any]]", list(model.select().where(model.id == row).dicts()))
    return {name: value for name, value in found.items() if name not in {"id", "state"}}


def copy_of(model: type[Row], row: int, target: int) -> int:
    """The id of what hangs on a touchpoint, where it is copied for `target`: who came first there comes first here."""
    return id_of(model._meta.table_name, target) >> _ORDER << _ORDER | row & (1 << _ORDER) - 1


def there(touchpoint: int | None) -> int | None:
    """The touchpoint that something is to hang on, a row from now on where it had none yet."""
    if touchpoint is not None:
        take_up(touchpoint)
    return touchpoint


def take_up_for(item: int) -> None:
    """Make a row of what has this item, where it has none yet: the item is known by the one that it is a copy of."""
    if ask("select 1 from touchpoint_item where id = ? and state = ?", item, LIVE):
        return
    for first, series in ask("""select i.id, s.id from series s join touchpoint_item i on i.touchpoint_id = s.id
                                where s.state = ?1 and i.state = ?1 and i.id & ?2 = ?3 & ?2""",
                             LIVE, (1 << _ORDER) - 1, item):
        for row in occurrences.ids_of(series):
            if copy_of(TouchpointItem, first, row) == item:
                take_up(row)
                return


def clear_what_hangs(touchpoint: int) -> None:
    """Take customers, people and checklist off a touchpoint."""
    for model in (TouchpointCustomer, TouchpointPerson, TouchpointItem):
        model.update(state=TRASHED).where(model.touchpoint == touchpoint, model.state == LIVE).execute()


def copy_what_hangs(source: int, target: int) -> None:
    """Give a touchpoint the customers, people and checklist of another one, with ids made from both; without ticks."""
    for model in (TouchpointCustomer, TouchpointPerson, TouchpointItem):
        name = model._meta.table_name
        for (row,) in ask(f"select id from {name} where touchpoint_id = ? and state = ? order by id", source, LIVE):
            fresh = {"ticked_at": None, "answer": ""} if model is TouchpointItem else {}
            put(model, copy_of(model, row, target), **(cells(model, row) | fresh | {"touchpoint": target}))
