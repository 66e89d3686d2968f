"""The headings of a checklist: items under the same one lie together, those without one come first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from lovedesk.mishaps import Refused
from lovedesk.shop.folding import tidy_line
from lovedesk.words import _

LONGEST = 80        # letters; a heading stands on one line of the paper


class Sectioned(Protocol):
    """An item under a heading."""

    @property
    def section(self) -> str: ...


class SectionedRow(Sectioned, Protocol):
    """One that is kept."""

    @property
    def id(self) -> int: ...


Found = TypeVar("Found", bound=Sectioned)


def in_order(items: Iterable[Found]) -> list[Found]:
    """Items by their headings, in the order in which those first come."""
    found: dict[str, list[Found]] = {"": []}
    for item in items:
        found.setdefault(item.section, []).append(item)
    return [item for under in found.values() for item in under]


def checked(section: str) -> str:
    """A heading on one line; empty for none."""
    section = tidy_line(section)
    if len(section) > LONGEST:
        raise Refused(_("This heading is too long: it stands on one line."))
    return section


def names(items: Iterable[Sectioned]) -> list[str]:
    """The headings that there are, in their order."""
    return [name for name in dict.fromkeys(item.section for item in items) if name]


def after(items: Iterable[SectionedRow], section: str) -> int | None:
    """Which item follows the last one under a heading; None at the end, where a new heading comes too."""
    found = in_order(items)
    last = max((n for n, item in enumerate(found) if item.section == section), default=-1 if not section else None)
    return found[last + 1].id if last is not None and last + 1 < len(found) else None
