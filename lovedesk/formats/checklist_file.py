"""A checklist as a file to share: JSON that any program and any person can read, and another Lovedesk takes in."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.words import _

SUFFIX = ".lovedesk-checklist"
FORMAT, VERSION = "lovedesk-checklist", 1
MOST, LONGEST, LARGEST = 500, 2_000, 1_000_000      # items, letters of one, bytes of a file
KINDS = frozenset({"bring", "tell", "do", "ask"})


class SharedItem(NamedTuple):
    """An item of a shared checklist."""

    kind: str
    text: str
    topic: str = ""
    required: bool = False
    section: str = ""


class SharedList(NamedTuple):
    """A checklist that is shared; `minutes` is 0 where none were said."""

    title: str
    occasion: str
    channel: str
    minutes: int
    items: list[SharedItem]


def dump(shared: SharedList) -> bytes:
    """The checklist as UTF-8 text."""
    items = [{"kind": item.kind, "text": item.text}
             | ({"topic": item.topic} if item.topic else {})
             | ({"required": True} if item.required else {})
             | ({"section": item.section} if item.section else {}) for item in shared.items]
    told = {"format": FORMAT, "version": VERSION, "title": shared.title, "occasion": shared.occasion,
            "channel": shared.channel, "minutes": shared.minutes, "items": items}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def is_checklist(data: bytes) -> bool:
    """Whether the beginning of a file is that of a shared checklist."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and f'"{FORMAT}"'.encode() in start


def load(data: bytes, name: str) -> SharedList:
    """The checklist that a file holds; refuses what is damaged, something else, or of a newer Lovedesk."""
    try:
        found = json.loads(data.decode("utf-8-sig")) if len(data) <= LARGEST else None
    except (ValueError, RecursionError):
        raise Refused(_("{name} is damaged: it is no whole JSON. Nothing was changed.").format(name=name)) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Refused(_("{name} is no checklist of Lovedesk. Nothing was changed.").format(name=name))
    if type(found.get("version")) is int and found["version"] > VERSION:
        raise Refused(_("{name} was written by a newer Lovedesk. Bring this one up to date first.").format(name=name))
    items = found.get("items")
    title = _word(found, "title")
    if not title or not isinstance(items, list):
        raise Refused(_("{name} has no title or no items. Nothing was changed.").format(name=name))
    if len(items) > MOST:
        raise Refused(_("{name} has more than {n} items: nobody could tick them.").format(name=name, n=MOST))
    minutes = found.get("minutes")
    return SharedList(title, _word(found, "occasion"), _word(found, "channel"),
                      minutes if type(minutes) is int and 0 < minutes <= 24 * 60 else 0,
                      [_item(item, n, name) for n, item in enumerate(items, 1)])


def _item(item: Any, n: int, name: str) -> SharedItem:
    text = _word(item, "text") if isinstance(item, dict) else ""
    if not text or item.get("kind") not in KINDS or len(text) > LONGEST:
        raise Refused(_("Item {n} of {name} is nothing to do, to ask, to bring or to tell. Nothing was changed.")
                      .format(n=n, name=name))
    return SharedItem(item["kind"], text, _word(item, "topic"), item.get("required") is True, _word(item, "section"))


def _word(found: dict[str, Any], key: str) -> str:
    word = found.get(key)
    return " ".join(word.split()) if isinstance(word, str) else ""
