"""Opening a desk: the store's file with the shop's tables in it."""

from __future__ import annotations

from pathlib import Path

import apsw

from lovedesk.mishaps import Refused
from lovedesk.shop import columns, heads, indexing, occurrences, tables
from lovedesk.store import restore
from lovedesk.store.database import plain_words
from lovedesk.store.desk import COPIES, Desk, Layout
from lovedesk.store.journal import Touched
from lovedesk.words import _


def _derive(connection: apsw.Connection, touched: dict[str, Touched]) -> None:
    heads.refresh(connection, touched)
    occurrences.refresh(connection, touched)
    indexing.refresh(connection, touched)


LAYOUT = Layout(
    tables=tuple(str(model._meta.table_name) for model in tables.JOURNALED),
    migrations=Path(__file__).parent / "migrations",
    derive=_derive,
    rebuild=indexing.rebuild,
)


def open_desk(path: Path, *, who: str = "", make: bool = True, kind: type[Desk] = Desk) -> Desk:
    """Open the desk at `path`; with make=False a file that is not there is refused instead of made.

    `kind` is the class to open it with: a test's has a still clock.
    """
    if not make and not path.exists():
        raise Refused(_("There is no desk at {path}.").format(path=path))
    desk = kind(path, LAYOUT, who=who)
    columns.database.initialize(desk.database)
    occurrences.carry_forward(desk.database.handle, desk.today())
    return desk


def bring_back(path: Path, source: Path) -> Path:
    """Put a verified copy in the place of a desk that cannot be opened; returns where the damaged one is kept."""
    restore.verify(source, LAYOUT.migrations)
    with plain_words(path):
        aside = restore.set_aside(path)
        restore.put_in_place(source, path)
    desk = open_desk(path)
    desk.begin_here()       # numbers after a restore must not meet those that were given before it
    desk.close()
    return aside


def newest_copy(path: Path) -> Path | None:
    """The newest of the daily copies that were kept of a desk."""
    return max((path.parent / COPIES).glob(f"{path.stem}-????-??-??.lovedesk"), default=None)
