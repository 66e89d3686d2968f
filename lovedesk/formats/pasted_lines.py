"""Lines that were pasted as items of a checklist: marks of lists, headings, and what kind each line is.

"- felt" and "1. felt" are items, "# At the door" and "At the door:" headings; "bring: felt" and a line that ends with a
question mark say their kind. Nothing that was pasted is lost: a line without a mark is an item too, or goes on with the
one above it where it is set in below.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lovedesk.words import _

LONGEST = 80        # letters of a heading; what is longer is an item
_MARK = re.compile(r"(?:[-*+•–—◦▪·☐☑✓✔□■]|\d{1,3}[.)]|[a-zA-Z]\))(?:\s+|$)")
_BOX = re.compile(r"\[[ xX✓]?\](?:\s+|$)")
_HASH = re.compile(r"#{1,6}\s+|#{1,6}$")


class Line(NamedTuple):
    """A line as an item: its kind, its words, the heading that it stands under, and whether it is at the heart."""

    kind: str
    text: str
    section: str = ""
    required: bool = False


def is_list(text: str) -> bool:
    """Whether what is pasted is more than words for one item: several lines, or one with a mark."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return len(lines) > 1 or any(_rest(line) != line or _HASH.match(line) for line in lines)


def read(text: str, kind: str = "do") -> list[Line]:
    """The items of some lines; of `kind` where neither the line nor its heading says another."""
    found: list[Line] = []
    section, under = "", kind
    below = False       # whether a line that is set in goes on with the one above
    for whole in text.expandtabs(4).splitlines():
        line = whole.strip()
        if not line:
            below = False
        elif (heading := _heading(line)) is not None:
            under = _kinds().get(heading.casefold(), "")
            section, under = ("", under) if under else (heading, kind)
            below = False
        elif below and whole[:1] == " " and _rest(line) == line:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {line}")
        elif rest := _rest(line):
            found.append(_line(rest, under)._replace(section=section))
            below = True
    return [_asking(line, kind) for line in found if line.text]


def _heading(line: str) -> str | None:
    """The words of a heading; None for a line that is an item."""
    if found := _HASH.match(line):
        words = line[found.end():].strip().removesuffix(":").strip()
    elif line.endswith(":") and _rest(line) == line:
        words = line[:-1].strip()
    else:
        return None
    return words if len(words) <= LONGEST else None


def _rest(line: str) -> str:
    """A line without the marks at its beginning."""
    for mark in (_MARK, _BOX):
        if found := mark.match(line):
            line = line[found.end():]
    return line


def _line(rest: str, kind: str) -> Line:
    before, colon, after = rest.partition(":")
    said = _kinds().get(before.strip().casefold(), "") if colon else ""
    text = after.strip() if said and after.strip() else rest
    required = text.startswith("! ") and bool(text[2:].strip())
    return Line(said or kind, text[2:].strip() if required else text, required=required)


def _asking(line: Line, kind: str) -> Line:
    """A question is asked, unless something else was said of it."""
    if line.text.startswith("? ") and line.text[2:].strip():
        return line._replace(kind="ask", text=line.text[2:].strip())
    return line._replace(kind="ask") if line.text.endswith("?") and line.kind == kind else line


def _kinds() -> dict[str, str]:
    """What a kind may be called before a colon, in the language of the shop and in English."""
    told = {_("Bring"): "bring", _("Tell"): "tell", _("Say"): "tell", _("Do"): "do", _("Ask"): "ask"}
    plain = {"bring": "bring", "tell": "tell", "say": "tell", "do": "do", "ask": "ask"}
    return plain | {word.casefold(): kind for word, kind in told.items()}
