"""What the tests of bad input do and ask again and again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., tuple[int, str, str]]
ANA = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nTEL:01632 960001\nEND:VCARD\n"


def brought(run: Run, file: Path, content: str | bytes) -> tuple[int, str, str]:
    """Import a file of this content."""
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return run("import", file)


def one_sentence(text: str) -> bool:
    """Whether it is one line for people, and no traceback."""
    return text.count("\n") == 1 and "Traceback" not in text and text.rstrip().endswith((".", ":"))


def stored(run: Run) -> dict[str, dict[str, Any]]:
    """The customers of an export by their names."""
    return {customer["name"]: customer for customer in json.loads(run("export")[1])["customers"]}
