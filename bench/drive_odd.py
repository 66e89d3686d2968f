"""Reads odd files of a megabyte, as fuzzing found them; reports the seconds that the slowest takes for each megabyte.

    python -m bench.drive_odd
"""

from __future__ import annotations

import json
import time

from lovedesk.formats import contacts

MEGABYTE = 1_000_000
ODD = {
    "rows of a letter": b"Name\nAna\n" + b"a\n" * (MEGABYTE // 2),
    "broken quotes": b"Name,Phone\nAna,1\n" + b'"a,1\n' * (MEGABYTE // 5),
    "code pages": b"Name,Phone\nAna,1\n" + b"".join(b"\xff%dZo\xeb,%d\n" % (n % 999, n) for n in range(80_000)),
    "many begins": b"BEGIN:VCARD\n" * (MEGABYTE // 12) + b"FN:Ana\nEND:VCARD\n",
    "many folds": b"BEGIN:VCARD\nFN:Ana\nNOTE:x\n" + b" y\n" * (MEGABYTE // 3) + b"END:VCARD\n",
    "many titles": b"BEGIN:VCARD\nFN:Ana\n" + b"TITLE:n\nNICKNAME:m\n" * (MEGABYTE // 19) + b"END:VCARD\n",
    "a line of delimiters": b",;\t|" * (MEGABYTE // 4) + b"\nAna,1\n",
}


def main() -> None:
    """Read each once."""
    slowest = 0.0
    for data in ODD.values():
        start = time.perf_counter()
        contacts.read(data, "odd")
        slowest = max(slowest, (time.perf_counter() - start) / (len(data) / MEGABYTE))
    print(json.dumps({"slowest": slowest}))


if __name__ == "__main__":
    main()
