"""A whole desk as JSON: text that any program and any person can read, and Lovedesk takes back."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from lovedesk.mishaps import Refused
from lovedesk.words import _

FORMAT, VERSION = "lovedesk", 1


def dump(data: dict[str, Any]) -> bytes:
    """The export as UTF-8 text, in the order of its entries."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def write(data: dict[str, Any], path: Path) -> None:
    """Write the export to a file, whole or not at all: what stood there before is replaced at once or kept."""
    if path.is_dir():
        raise Refused(_("{name} is a folder. Choose a file name for the export.").format(name=path))
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(dump(data))
        part.replace(path)
    except OSError as error:
        with suppress(OSError):     # where the folder is a file there is nothing to take away
            part.unlink(missing_ok=True)
        raise Refused(_("{path} cannot be written: {reason}. The desk itself is safe.").format(
            path=path, reason=error.strerror or error)) from error


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
    if version > VERSION:
        raise Refused(_("{name} was written by a newer Lovedesk. Bring this one up to date first.").format(name=name))
    return found
