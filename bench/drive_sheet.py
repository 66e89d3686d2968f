"""Prints one sheet and one bare page of the same words, many times in turn, and reports what each took.

    python -m bench.drive_sheet DESK
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.bare_page import page
from lovedesk.sheets import printing
from lovedesk.sheets.prep_sheet import prep_sheet
from lovedesk.shop import prepsheets
from lovedesk.shop.desks import open_desk
from lovedesk.store.desk import Desk

SHEETS = 40


def print_sheet(desk: Desk, customer: int, path: Path) -> None:
    """A sheet as the program makes it: gathered, set, written."""
    printing.write_pdf([prep_sheet(prepsheets.for_customer(customer, today=desk.today()), "a4")], path)


def words(value: object) -> Iterator[str]:
    """All words of a record, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from words(part)


def main(path: Path) -> None:
    """Customers from all over the desk, a sheet of each."""
    printing.ensure_gui()
    desk = open_desk(path, make=False)
    found = desk.database.handle.execute("select id from customer order by random() limit ?", (SHEETS,)).fetchall()
    taken: dict[str, list[float]] = {"sheet": [], "page": []}
    for (customer,) in found:
        assert isinstance(customer, int)
        said = "\n".join(words(prepsheets.for_customer(customer, today=desk.today())))
        turns: dict[str, Callable[[], object]] = {
            "sheet": partial(print_sheet, desk, customer, path.with_name("sheet.pdf")),
            "page": partial(page, said, path.with_name("page.pdf")),
        }
        for name, turn in turns.items():
            start = time.perf_counter()
            turn()
            taken[name].append(time.perf_counter() - start)
    print(json.dumps({name: statistics.median(values) for name, values in taken.items()}))
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
