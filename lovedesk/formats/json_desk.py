"""A whole desk as JSON: text that any program and any person can read, and Lovedesk takes back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lovedesk.mishaps import Refused
from lovedesk.words import _

FORMAT, VERSION = "lovedesk", 1
_NEWEST = 2         # for a while each table was a list alone, which is still read


def dump(data: dict[str, Any]) -> bytes:
    """The export as UTF-8 text, in the order of its entries."""
    return b"".join(pieces(data))


def pieces(data: dict[str, Any]) -> Iterator[bytes]:
    """The same a piece at a time: each record is a line, so that any tool can look through a large one."""
    before = "{"
    for key, value in data.items():
        yield _encoded(f"{before}\n{json.dumps(key)}: ")
        match value:
            case [_first, *_others]:
                for n, record in enumerate(value):
                    yield _encoded(f"{',' if n else '['}\n {json.dumps(record, ensure_ascii=False)}")
                yield b"\n]"
            case _:
                yield _encoded(json.dumps(value, ensure_ascii=False))
        before = ","
    yield _encoded("\n}\n" if data else "{}\n")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def is_export(data: bytes) -> bool:
    """Whether the beginning of a file is that of JSON, so that it is no file of contacts."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def load(data: bytes, name: str) -> dict[str, Any]:
    """The export that a file holds; refuses what is damaged, of another program, or of a newer Lovedesk."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused(_("{name} is damaged: it is no whole JSON. Nothing was changed.").format(name=name)) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Refused(_("{name} is no export of Lovedesk. Nothing was changed.").format(name=name))
    version = found.get("version")
    if not isinstance(version, int) or version < 1:
        raise Refused(_("{name} is damaged: it is no whole JSON. Nothing was changed.").format(name=name))
    if version > _NEWEST:
        raise Refused(_("{name} was written by a newer Lovedesk. Bring this one up to date first.").format(name=name))
    return found
