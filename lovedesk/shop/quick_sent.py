"""What was sent, in a line of quick add: "sent Ana a letter", "Brief an Ana geschickt", "Ana eine Karte geschickt"."""

from __future__ import annotations

import re

_THINGS = {"letter": r"letter|card|postcard|brief|karte|postkarte", "email": r"e-?mail|mail",
           "message": r"message|text|sms|whatsapp|nachricht", "bill": r"bill|invoice|rechnung",
           "delivery": r"parcel|package|paket|packchen"}
_THING = "(?:" + "|".join(f"(?P<{channel}>{words})" for channel, words in _THINGS.items()) + r")(?!\w)"
_DONE = r"(?:ab|ver|zu)?(?:geschickt|gesandt|gesendet)|geschrieben|gemailt"
_WAYS = tuple(map(re.compile, (
    rf"(?:sent|posted|wrote)(?!\w)(?=(?: +[\w’'-]+){{1,4}}? +(?:an?|the|our|another) +(?:[\w-]+ +)?{_THING})",
    rf"(?:(?:den|die|das|eine?n?) +)?{_THING} +an(?!\w)(?=.* (?:{_DONE})(?!\w))",
    rf"(?:den|die|das|eine?n?) +(?:[\w-]+ +)?{_THING} +(?:{_DONE})(?!\w)")))
_TAIL = re.compile(rf"(?<= )(?:{_DONE})(?=\s*(?:$|[,.:;!]|wegen\b|und\b|#))")


def sent_at(text: str, start: int) -> tuple[int, str] | None:
    """Where the words end that say so at a place of a plain text, and the channel of what was sent."""
    for way in _WAYS:
        if (found := way.match(text, start)) is not None:
            return found.end(), next(channel for channel in _THINGS if found[channel])
    return None


def tail(text: str, start: int) -> tuple[int, int] | None:
    """Where the word stands that a German line of something sent ends with."""
    found = _TAIL.search(text, start)
    return found.span() if found else None


def is_ours(said: str) -> bool:
    """Whether these words of a kind say what we sent, though a name stands before them."""
    return re.search(rf"(?:{_DONE})$", said) is not None and not said.startswith(("hat", "haben"))
