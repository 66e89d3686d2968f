"""How large a picture claims to be, by its header alone: a small file can claim more pixels than memory holds."""

from __future__ import annotations

import struct

MOST_PIXELS = 120_000_000       # more than the largest telephone takes
SEARCHED = 1 << 20      # bytes in which a JPEG says its size: what a camera adds comes before it
JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height as the header says; None where it is no JPEG, PNG, GIF, WebP or BMP, or is cut off."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
            return struct.unpack_from(">II", data, 16)
        if data.startswith(b"GIF8"):
            return struct.unpack_from("<HH", data, 6)
        if data.startswith(b"BM"):
            wide, high = struct.unpack_from("<ii", data, 18)
            return wide, abs(high)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
        return _jpeg(data) if data.startswith(b"\xff\xd8") else None
    except (struct.error, IndexError):
        return None


def too_large(data: bytes) -> tuple[int, int] | None:
    """The width and height of a picture that claims more than any camera takes, so that it must not be decoded."""
    found = size(data)
    return found if found is not None and found[0] * found[1] > MOST_PIXELS else None


def _webp(data: bytes) -> tuple[int, int] | None:
    match data[12:16]:
        case b"VP8X":
            return (1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little"))
        case b"VP8L":
            bits = struct.unpack_from("<I", data, 21)[0]
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            wide, high = struct.unpack_from("<HH", data, 26)
            return wide & 0x3FFF, high & 0x3FFF
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at < min(len(data), SEARCHED):
        if data[at] != 0xFF:
            return None
        kind = data[at + 1]
        if kind in JPEG_FRAMES:
            high, wide = struct.unpack_from(">HH", data, at + 5)
            return wide, high
        if kind == 0xFF:
            at += 1
        elif kind in JPEG_ALONE:
            at += 2
        else:
            at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return None
