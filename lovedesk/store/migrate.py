"""Bring a desk file to the form that this program knows: migrations with frozen models, one file each, only adding."""

from __future__ import annotations

import re
from pathlib import Path

from lovedesk.mishaps import Refused
from lovedesk.store.database import ShopDatabase
from lovedesk.words import _


def newest(folder: Path) -> int:
    """The number of the last migration that this program has."""
    numbers = (re.match(r"(\d{4})_\w+\.py$", file.name) for file in folder.iterdir())
    return max((int(found[1]) for found in numbers if found), default=0)


def form(database: ShopDatabase) -> int:
    """The form that a desk file is in; 0 for a new one."""
    return int(database.handle.pragma("user_version"))


def refuse_newer(database: ShopDatabase, folder: Path, name: str) -> None:
    """Raise Refused for a desk that a newer Lovedesk wrote; it is left as it is."""
    if form(database) > newest(folder):
        raise Refused(_("{name} was last opened by a newer Lovedesk. Update Lovedesk here; the desk was left as it is.")
                      .format(name=name))


def bring_up(database: ShopDatabase, folder: Path) -> None:
    """Run what is missing, each migration in its own transaction."""
    from playhouse.migrations import Runner  # only when something is to be migrated; it would slow each start

    Runner(database, str(folder)).up()
    database.handle.pragma("user_version", newest(folder))
