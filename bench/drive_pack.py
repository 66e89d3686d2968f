"""Prints the pack of a day with twelve visits and a document of as many pages and words, in turn, and reports both.

    python -m bench.drive_pack DESK
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPageSize, QPdfWriter, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from lovedesk.sheets import printing
from lovedesk.sheets.day_pack import day_pack
from lovedesk.shop import prepsheets, touchpoints
from lovedesk.shop.desks import open_desk
from lovedesk.shop.sheet_records import DayPack
from lovedesk.store.desk import Desk

VISITS, ROUNDS = 12, 15
FAR = 400       # days ahead, where nothing else is planned


def plan(desk: Desk, day: dt.date) -> None:
    """A visit every half hour."""
    found = desk.database.handle.execute(
        "select id from customer where kind = 'business' and state = 'live' limit ?", (VISITS,)).fetchall()
    with desk.act("visit.plan_many"):
        for n, (customer,) in enumerate(found):
            assert isinstance(customer, int)
            start = dt.datetime.combine(day, dt.time(9)) + n * dt.timedelta(minutes=30)
            touchpoints.plan([customer], start, checklist="good-times")


def print_gathered(pack: DayPack, path: Path) -> None:
    """A pack whose words are known: set, written."""
    printing.write_pdf(day_pack(pack, "a4"), path)


def print_pack(desk: Desk, day: dt.date, path: Path) -> None:
    """The pack as the program makes it: gathered, set, written."""
    print_gathered(prepsheets.day_pack(day, today=desk.today()), path)


def print_document(pages: list[str], path: Path) -> None:
    """As many pages with the same words, as one document."""
    document = QTextDocument()
    cursor = QTextCursor(document)
    breaks = QTextBlockFormat()
    breaks.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    for n, words in enumerate(pages):
        if n:
            cursor.insertBlock(breaks)
            cursor.setBlockFormat(breaks)
        cursor.insertText(words)
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document.print_(writer)


def main(path: Path) -> None:
    """Both in turn; what was planned for it is taken back."""
    application = printing.ensure_gui()
    desk = open_desk(path, make=False)
    day = desk.today() + dt.timedelta(FAR)
    plan(desk, day)
    # One paragraph of a page breaks before it; the others are its lines.
    gathered = prepsheets.day_pack(day, today=desk.today())
    pages = ["\u2028".join(page.words()) for page in day_pack(gathered, "a4")]
    taken: dict[str, list[float]] = {"gathered": [], "pack": [], "document": []}
    turns: dict[str, Callable[[], object]] = {
        "gathered": partial(print_gathered, gathered, path.with_name("pack.pdf")),
        "pack": partial(print_pack, desk, day, path.with_name("pack.pdf")),
        "document": partial(print_document, pages, path.with_name("document.pdf"))}
    for _n in range(ROUNDS):
        for name, turn in turns.items():
            start = time.perf_counter()
            turn()
            taken[name].append(time.perf_counter() - start)
    print(json.dumps({name: statistics.median(values) for name, values in taken.items()} | {"pages": len(pages)}))
    desk.undo()
    desk.close()
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]))
