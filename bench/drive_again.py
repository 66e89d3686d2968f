"""Brings a file in, brings it in again, and takes the first import back; reports how long each took.

    python -m bench.drive_again FILE DESK
"""

from __future__ import annotations

import json
import sys
import time
from itertools import pairwise
from pathlib import Path

from bench.drive_import import bring_in
from lovedesk.shop.desks import open_desk


def main(source: Path, path: Path) -> None:
    """Report on one file."""
    desk = open_desk(path)
    moments = [time.perf_counter()]
    for step in (lambda: bring_in(desk, source), lambda: bring_in(desk, source), desk.undo):
        step()
        moments.append(time.perf_counter())
    first, again, undo = (after - before for before, after in pairwise(moments))
    if desk.database.handle.execute("select count(*) from person where state = 'live'").fetchall() != [(0,)]:
        raise AssertionError("the undo left someone")
    print(json.dumps({"first": first, "again": again, "undo": undo}))
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
