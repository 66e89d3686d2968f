"""What a reader finds in a PDF that Qt wrote: its words and its pages."""

from __future__ import annotations

import re
import zlib


def words_of(pdf: bytes) -> str:
    """All words of a PDF that Qt wrote, as a reader's search sees them, in the order they were drawn."""
    objects = {int(hit[1]): hit[2] for hit in re.finditer(rb"(\d+) 0 obj\n(.*?)endobj", pdf, re.S)}
    letters = {}
    for number, body in objects.items():
        if named := re.search(rb"/ToUnicode (\d+) 0 R", body):
            letters[b"F%d" % number] = _glyph_names(objects[int(named[1])])
    drawn, font = [], b""
    for body in objects.values():
        if b"FlateDecode" not in body or b"FontFile" in body:
            continue
        stream = zlib.decompressobj().decompress(body.split(b"stream\n", 1)[1])
        for hit in re.finditer(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)> Tj", stream):
            font = hit[1] or font
            drawn += [letters[font].get(int(code, 16), "") for code in re.findall(b"....", hit[2] or b"")]
    return "".join(drawn)


def _glyph_names(cmap: bytes) -> dict[int, str]:
    names = {}
    for first, row in re.findall(rb"<([0-9A-F]{4})> <[0-9A-F]{4}> \[(.*?)\]", cmap, re.S):
        for nth, code in enumerate(re.findall(rb"<([0-9A-F]+)>", row)):
            names[int(first, 16) + nth] = bytes.fromhex(code.decode()).decode("utf-16-be", "replace")
    return names


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type /Page\n", pdf))
