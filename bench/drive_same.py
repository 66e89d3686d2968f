"""Finds who may be the same on a desk, and lists its customers; reports how long each took.

    python -m bench.drive_same DESK
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from lovedesk.shop import customers, duplicates
from lovedesk.shop.desks import open_desk

PAGE = 500


def main(path: Path) -> None:
    """Report on one desk; listing is every row of the list, as a person sees it."""
    desk = open_desk(path, make=False)
    now = desk.now()
    start = time.perf_counter()
    ids = customers.ids()
    listed = sum(len(customers.page(ids[first:first + PAGE], now)) for first in range(0, len(ids), PAGE))
    between = time.perf_counter()
    pairs = duplicates.pairs()
    end = time.perf_counter()
    print(json.dumps({"list": between - start, "find": end - between, "customers": listed, "pairs": len(pairs)}))
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
