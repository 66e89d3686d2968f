"""Photos and papers by the hash of their content, outside the journal: an undo may come back to them."""

from __future__ import annotations

import hashlib

from lovedesk.shop.local_tables import Blob
from lovedesk.shop.tables import rows

_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"), (b"MM\0*", "image/tiff"), (b"BM", "image/bmp"), (b"%PDF-", "application/pdf"))
_PHONES = {b"heic", b"heix", b"mif1", b"msf1", b"avif"}     # what phones write; the kind stands at the ninth byte


def hash_of(data: bytes) -> str:
    """What some bytes are known by."""
    return hashlib.sha256(data).hexdigest()


def put(data: bytes) -> str:
    """Keep some bytes; the same bytes are kept once. Returns their hash."""
    key = hash_of(data)
    Blob.insert(hash=key, kind=kind_of(data), data=data).on_conflict_ignore().execute()
    return key


def get(key: str) -> bytes | None:
    """The bytes of a hash, if they are here."""
    found = rows("select data from blob where hash = ?", key)
    return bytes(found[0][0]) if found else None


def kind_of(data: bytes) -> str:
    """What the first bytes say: "image/jpeg", "application/pdf"; empty for what is neither picture nor PDF."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in _PHONES:
        return "image/heic"
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), "")
