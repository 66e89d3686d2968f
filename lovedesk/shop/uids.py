"""The names by which cards that came with none are known in files: a file that we wrote is about who is here."""

from __future__ import annotations

_BEGIN = "lovedesk-"


def made(row: int) -> str:
    """A name for those who came with none; it is kept when they come in elsewhere."""
    return f"{_BEGIN}{row}"


def row_of(uid: str) -> int:
    """The row that a name of ours was made for, 0 for a name of others."""
    row = uid.removeprefix(_BEGIN)
    return int(row) if row != uid and row.isascii() and row.isdigit() and len(row) < 20 else 0
