"""Writes the sheets of many customers to one PDF and reports the most memory that the process ever had.

    python -m bench.drive_many DESK HOW_MANY
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from lovedesk.sheets import any_paper, printing
from lovedesk.shop import wanted_papers
from lovedesk.shop.desks import open_desk
from lovedesk.shop.wanted_papers import Wanted


def main(path: Path, many: int) -> None:
    """The sheets of the first so many customers."""
    application = printing.ensure_gui()
    desk = open_desk(path, make=False)
    found = desk.database.handle.execute("select id from customer where state = 'live' limit ?", (many,)).fetchall()
    customers = tuple(customer for (customer,) in found if isinstance(customer, int))
    wanted = Wanted(wanted_papers.MANY, desk.today(), customers=customers)
    count, pages = any_paper.count_and_pages(wanted_papers.read(wanted, now=desk.now()), "a4")
    if count != many:
        raise AssertionError(f"{count} sheets")
    printing.write_pdf(pages, path.with_name("many.pdf"))
    print(json.dumps({"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))
    desk.close()
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
