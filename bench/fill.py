"""Adds to a desk what years of use write: texts for each customer, and one customer with a long past.

    python -m bench.fill DESK
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.data import NOTES, SEED
from lovedesk.shop import customers
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import rows
from lovedesk.store.ids import new_ids
from lovedesk.store.journal import Recorder

DETAILS = 2     # beside names, numbers, addresses and notes of the import: ten texts to a customer
LONG, SHORT = "Zephyr & Daughters", "Zephyr Kiosk"  # the one with a long past, and one to come from
TOUCHES, LONG_DETAILS = 1_000, 300
TODAY = dt.date(2026, 11, 24)
TOPICS = ("need", "care", "hope", "history", "plans", "hobby", "food")
DETAIL = ("id", "customer_id", "topic", "text", "learned_on", "seen_by")


def fill(recorder: Recorder) -> None:
    """Write details for all, and the long past."""
    dice = random.Random(SEED)
    everyone = [row for (row,) in rows("select id from customer order by id")]
    long = customers.add(LONG, kind="business")
    customers.add(SHORT, kind="business")
    owners = [customer for customer in everyone for _ in range(DETAILS)] + [long] * LONG_DETAILS
    first = new_ids(len(owners))
    recorder.insert_many("detail", DETAIL, [
        (first + n, owner, TOPICS[n % len(TOPICS)], _words(dice), _day(dice), "paper")
        for n, owner in enumerate(owners)])
    touch = new_ids(TOUCHES)
    recorder.insert_many("touchpoint", ("id", "channel", "occasion", "title", "start", "minutes", "notes", "done_at"),
                         list(_touches(dice, touch)))
    link = new_ids(TOUCHES)
    recorder.insert_many("touchpoint_customer", ("id", "touchpoint_id", "customer_id"),
                         [(link + n, touch + n, long) for n in range(TOUCHES)])


def _touches(dice: random.Random, first: int) -> Iterator[tuple[object, ...]]:
    for n in range(TOUCHES):
        day = TODAY - dt.timedelta(TOUCHES - n)
        yield (first + n, dice.choice(("visit", "call", "letter")), "great", f"Touch {n}", f"{day}T10:00", 45,
               _words(dice), f"{day}T10:45:00Z")


def _words(dice: random.Random) -> str:
    return f"{dice.choice(NOTES)} {dice.choice(NOTES).split('.')[0]}, {dice.randint(1, 999)}."


def _day(dice: random.Random) -> str:
    return (TODAY - dt.timedelta(dice.randint(1, 3000))).isoformat()


def main(path: Path) -> None:
    """Fill one desk, as one action."""
    desk = open_desk(path, make=False)
    with desk.act("sample.fill") as recorder:
        fill(recorder)
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
