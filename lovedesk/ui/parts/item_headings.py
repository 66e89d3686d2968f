"""What the rows of a list know of its items: each one's words, and the headings that they stand under."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from lovedesk.shop import sections


class ItemRecord(Protocol):
    """What an item of a visit and one of a template have in common."""

    @property
    def id(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def required(self) -> bool: ...
    @property
    def section(self) -> str: ...


class Headings:
    """What the rows of a list know together: its headings, and which items are the first ones under theirs."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.first: set[int] = set()

    def take(self, everything: Iterable[ItemRecord], shown: Iterable[ItemRecord]) -> None:
        """Learn the headings of all items, and who is first among those that are shown."""
        self.names = sections.names(everything)
        self.first, before = set(), ""
        for item in shown:
            if item.section not in {"", before}:
                self.first.add(item.id)
            before = item.section
