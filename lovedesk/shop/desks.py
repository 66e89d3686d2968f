"""Opening a desk: the store's file with the shop's tables in it."""

from __future__ import annotations

from pathlib import Path

from lovedesk.mishaps import Refused
from lovedesk.shop import search, tables
from lovedesk.store.desk import Desk, Layout
from lovedesk.words import _

LAYOUT = Layout(
    tables=tuple(str(model._meta.table_name) for model in tables.JOURNALED),
    migrations=Path(__file__).parent / "migrations",
    derive=search.refresh,
)


def open_desk(path: Path, *, who: str = "", make: bool = True, kind: type[Desk] = Desk) -> Desk:
    """Open the desk at `path`; with make=False a file that is not there is refused instead of made.

    `kind` is the class to open it with: a test's has a still clock.
    """
    if not make and not path.exists():
        raise Refused(_("There is no desk at {path}.").format(path=path))
    desk = kind(path, LAYOUT, who=who)
    tables.database.initialize(desk.database)
    return desk
