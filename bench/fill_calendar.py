"""Adds to a desk what a full calendar holds: touchpoints and follow-ups, birthdays, and what repeats.

    python -m bench.fill_calendar DESK HOW_MANY
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from bench.data import NOTES, SEED
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import PATTERN, rows
from lovedesk.store.ids import new_ids
from lovedesk.store.journal import Recorder

YEARS = 10
AHEAD = 120             # days that are planned already
RULES = 500
OPEN_LATE = 200         # follow-ups that wait from before today
HOW = ("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=1MO",
       "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY", "FREQ=DAILY;INTERVAL=10")
TOUCH = ("id", "state", "channel", "occasion", "title", "start", "minutes", "done_at", "series_id")
DUE = ("id", "customer_id", "title", "due", "promised", "done_at")


def fill(recorder: Recorder, many: int, today: dt.date) -> None:
    """Write half of `many` as touchpoints and half as follow-ups, a birthday for each customer, and the rules."""
    dice = random.Random(SEED)
    everyone = [row for (row,) in rows("select id from customer order by id")]
    first = new_ids(len(everyone))
    recorder.insert_many("special_day", ("id", "customer_id", "kind", "month", "day"), [
        (first + n, customer, "birthday", dice.randint(1, 12), dice.randint(1, 28))
        for n, customer in enumerate(everyone)])
    touch = new_ids(many // 2)
    recorder.insert_many("touchpoint", TOUCH, list(_touches(dice, touch, many // 2, today)))
    _tie(recorder, touch, many // 2, everyone)
    due = new_ids(many // 2)
    recorder.insert_many("follow_up", DUE, list(_dues(dice, due, many // 2, everyone, today)))
    _repeat(recorder, everyone, today)


def _touches(dice: random.Random, first: int, many: int, today: dt.date) -> Iterator[tuple[object, ...]]:
    for n in range(many):
        day = today + dt.timedelta(AHEAD - n * (365 * YEARS) // many)
        start = f"{day}T{dice.randint(8, 17):02}:{dice.choice(('00', '30'))}"
        yield (first + n, "live", dice.choice(("visit", "call", "letter")), "great", f"Touch {n}", start, 45,
               f"{start}:00Z" if day < today else None, None)


def _dues(dice: random.Random, first: int, many: int, everyone: list[int],
          today: dt.date) -> Iterator[tuple[object, ...]]:
    for n, customer in zip(range(many), cycle(everyone), strict=False):
        day = today + dt.timedelta(AHEAD - n * (365 * YEARS) // many)
        late = day < today and n % (many // OPEN_LATE or 1) == 0
        done = None if late or day >= today else f"{day}T12:00:00Z"
        yield first + n, customer, dice.choice(NOTES).split(".")[0], day.isoformat(), n % 2, done


def _tie(recorder: Recorder, first: int, many: int, everyone: list[int]) -> None:
    tie = new_ids(many)
    whose = islice(cycle(everyone), many)
    recorder.insert_many("touchpoint_customer", ("id", "touchpoint_id", "customer_id"),
                         [(tie + n, first + n, customer) for n, customer in enumerate(whose)])


def _repeat(recorder: Recorder, everyone: list[int], today: dt.date) -> None:
    series = new_ids(RULES)      # a pattern has the id of its series
    starts = [f"{today - dt.timedelta(n % 300)}T{8 + n % 9:02}:00" for n in range(RULES)]
    recorder.insert_many("series", ("id", "kind", "start", "rule", "settled_until"), [
        (series + n, "touchpoint", start, HOW[n % len(HOW)], f"{today}T00:00") for n, start in enumerate(starts)])
    recorder.insert_many("touchpoint", TOUCH, [
        (series + n, PATTERN, "visit", "great", f"Round {n}", start, 45, None, series + n)
        for n, start in enumerate(starts)])
    _tie(recorder, series, RULES, everyone)


def main(path: Path, many: int) -> None:
    """Fill one desk, as one action."""
    desk = open_desk(path, make=False)
    with desk.act("sample.fill") as recorder:
        fill(recorder, many, desk.today())
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
