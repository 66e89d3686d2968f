"""Edits and undoes one customer many times and reports what each took, in turns with the same UPDATE by Peewee alone.

    python -m bench.drive_acts DESK [ACTIONS]     first fills the journal up to so many actions
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from lovedesk.shop import customers
from lovedesk.shop.desks import open_desk
from lovedesk.shop.folding import fold
from lovedesk.shop.tables import Customer
from lovedesk.store.desk import Desk

EDITS = 150


def rename(desk: Desk, customer: int, name: str) -> None:
    """The edit as an action."""
    with desk.act("customer.rename"):
        customers.rename(customer, name)


def rename_alone(desk: Desk, customer: int, name: str) -> None:
    """The floor: the same UPDATE, without journal, search and checks."""
    with desk.database.atomic():
        Customer.update(name=name, sort_name=fold(name)).where(Customer.id == customer).execute()


def fill(desk: Desk, actions: int) -> None:
    """Lengthen the journal, each action on another customer; the disk need not keep up with this."""
    connection = desk.database.handle
    connection.pragma("synchronous", 0)
    known: list[Any] = connection.execute("select id, name from customer where kind = 'business'").fetchall()
    for number in range(actions):
        customer, name = known[number % len(known)]
        rename(desk, customer, f"{name} {number}")
    connection.pragma("wal_checkpoint(truncate)")
    connection.pragma("synchronous", 2)


def measure(desk: Desk) -> dict[str, float]:
    """Medians in seconds, and commits per action."""
    connection = desk.database.handle
    found: list[Any] = connection.execute("select id from customer where kind = 'business' limit 1").fetchall()
    (customer,) = found[0]
    commits: list[int] = []

    def committed() -> bool:
        commits.append(1)
        return False

    connection.set_commit_hook(committed)
    timed: dict[str, list[float]] = {"alone": [], "edit": [], "undo": []}
    for number in range(EDITS):
        turns: dict[str, Callable[[], object]] = {
            "alone": partial(rename_alone, desk, customer, f"Weaver {number}"),
            "edit": partial(rename, desk, customer, f"Walker {number}"),
            "undo": desk.undo,
        }
        for name, turn in turns.items():
            start = time.perf_counter()
            turn()
            timed[name].append(time.perf_counter() - start)
    connection.set_commit_hook(None)
    return {name: statistics.median(values) for name, values in timed.items()} | {
        "commits": (len(commits) - EDITS) / (2 * EDITS)
    }


def main(path: Path, actions: int) -> None:
    """Report on one desk."""
    desk = open_desk(path, make=False)
    fill(desk, actions)
    print(json.dumps(measure(desk)))
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
