"""Imports a file into a new desk and reports how long it took, what it wrote, and the most memory that it held.

    python -m bench.drive_import FILE DESK
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from bench import data
from lovedesk.formats import contacts
from lovedesk.shop import imports
from lovedesk.shop.desks import open_desk
from lovedesk.store.desk import Desk


def bring_in(desk: Desk, source: Path) -> None:
    """The import as the program makes it: read, looked at, brought in as one action."""
    plan = imports.prepare([contacts.read_file(source)])
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(plan, recorder.insert_many)


def held(name: str) -> int:
    """The memory that this process holds now (VmRSS) or held at most (VmHWM), in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))


def main(source: Path, path: Path) -> None:
    """Import a few first, so that what is imported late or made once is not counted."""
    few = path.with_name("few" + source.suffix)
    write = data.write_table if source.suffix == ".csv" else data.write_cards
    first = open_desk(path.with_name("few.lovedesk"))
    bring_in(first, write(few, data.customers(20)))
    first.close()
    desk = open_desk(path)
    before = held("VmRSS")
    start = time.perf_counter()
    bring_in(desk, source)
    seconds = time.perf_counter() - start
    (rows,) = desk.database.handle.execute("select count(*) from change").fetchall()[0]
    print(json.dumps({"seconds": seconds, "rows": rows, "memory": held("VmHWM") - before}))
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
