"""Ids of rows: 63 bits, milliseconds << 21 | random: no two laptops make the same one, and rows lie in time."""

from __future__ import annotations

import os
import threading
import time

_RANDOM_BITS = 21
_last = 0
_lock = threading.Lock()


def new_id() -> int:
    """An id greater than every one made before in this process."""
    return new_ids(1)


def new_ids(count: int) -> int:
    """The first of `count` ids in a row, all of them new."""
    global _last  # noqa: PLW0603 -- one clock for the whole process, as the operating system's is
    with _lock:
        random = int.from_bytes(os.urandom(3), "big") >> 24 - _RANDOM_BITS
        first = max(time.time_ns() // 1_000_000 << _RANDOM_BITS | random, _last + 1)
        _last = first + count - 1
        return first


def id_of(*parts: object) -> int:
    """The same id for the same parts, everywhere: for rows that two laptops would make alike."""
    import hashlib  # OpenSSL behind it takes 3 ms to load, which a start need not pay

    text = "\x1f".join(str(part) for part in parts)
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big") >> 1
