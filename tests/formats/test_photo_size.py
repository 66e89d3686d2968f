import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.formats import photo_size


def png(wide: int, high: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", wide, high)


def jpeg(wide: int, high: int) -> bytes:
    exif = b"\xff\xe1" + struct.pack(">H", 40) + b"x" * 38
    return b"\xff\xd8" + exif + b"\xff\xff\xc2\x00\x11\x08" + struct.pack(">HH", high, wide)


@pytest.mark.parametrize("data", [
    png(64, 48), jpeg(64, 48), b"GIF89a" + struct.pack("<HH", 64, 48),
    b"BM" + b"\0" * 16 + struct.pack("<ii", 64, -48),
    b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x3f\0\0\x2f\0\0",
    b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 63 | 47 << 14),
    b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 10 + struct.pack("<HH", 64, 48),
])
def test_the_size_is_read_from_the_header(data: bytes) -> None:
    assert photo_size.size(data) == (64, 48)
    assert photo_size.too_large(data) is None


@pytest.mark.parametrize("data", [png(60_000, 60_000), jpeg(60_000, 60_000)])
def test_what_claims_too_much_is_not_to_be_decoded(data: bytes) -> None:
    assert photo_size.too_large(data) == (60_000, 60_000)


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"%PDF", b"RIFF\0\0\0\0WEBPXXXX", b"\xff\xd8\x00\x01"])
def test_what_says_no_size_claims_nothing(data: bytes) -> None:
    assert photo_size.size(data) is photo_size.too_large(data) is None


@given(st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF0000WEBPVP8L", b"BM", b""]), st.binary())
def test_no_bytes_raise(head: bytes, rest: bytes) -> None:
    found = photo_size.size(head + rest)
    assert found is None or len(found) == 2
