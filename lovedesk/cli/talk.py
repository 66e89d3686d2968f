"""What the commands share: opening the desk, finding the one customer that a name means, saying things."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lovedesk.mishaps import Refused
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.store.desk import Desk

Command = Callable[[Namespace], int]


class Unclear(Refused):
    """A name fits several customers: they are listed, and the command exits with 2."""


def say(text: str) -> None:
    """A line on stdout."""
    sys.stdout.write(f"{text}\n")


def warn(text: str) -> None:
    """A line on stderr, for what a script that reads stdout does not want."""
    sys.stderr.write(f"{text}\n")


@contextmanager
def opened(arguments: Namespace, *, make: bool = False) -> Iterator[Desk]:
    """The desk of the command, closed at its end; one that is not there is refused unless the command may make it."""
    from lovedesk import paths
    from lovedesk.shop.desks import open_desk  # Peewee and SQLite: not for --help

    desk = open_desk(arguments.desk or paths.default_desk(), make=make)
    try:
        yield desk
    finally:
        desk.close()


def the_one(name: str) -> tuple[int, str]:
    """The customer whom a name means, by id and name; Unclear when several fit."""
    from lovedesk.shop import customers

    found = customers.named(name)
    if not found:
        raise Refused(_("There is no customer called “{name}”.").format(name=name))
    if len(found) > 1:
        names = "\n".join(f"  {row}  {fits}" for row, fits in found)
        raise Unclear(_("“{name}” fits several customers; say more of the name, or the number:\n{names}").format(
            name=name, names=names))
    return found[0]
