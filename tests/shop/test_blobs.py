"""Bytes by their hash, and what their beginning says of them."""

from __future__ import annotations

import pytest

from lovedesk.shop import blobs
from lovedesk.store.desk import Desk


@pytest.mark.parametrize(("data", "kind"), [
    (b"\xff\xd8\xff\xe0", "image/jpeg"), (b"%PDF-1.7", "application/pdf"), (b"RIFF\0\0\0\0WEBPVP8", "image/webp"),
    (b"\0\0\0\x18ftypheic", "image/heic"), (b"GIF89a", "image/gif"), (b"\0\0\0\x18ftypmp42", ""), (b"", ""),
    (b"RIFF\0\0\0\0WAVE", ""),
])
def test_the_first_bytes_say_what_it_is(data: bytes, kind: str) -> None:
    assert blobs.kind_of(data) == kind


def test_the_same_bytes_are_kept_once_and_unknown_ones_are_none(desk: Desk) -> None:
    with desk.act("paper.keep"):
        assert blobs.put(b"%PDF-1") == blobs.put(b"%PDF-1")
    assert blobs.get("0" * 64) is None
