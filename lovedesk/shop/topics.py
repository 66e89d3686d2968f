"""Topics: what a detail is about, those that come with the program and the shop's own (practices A1, A2)."""

from __future__ import annotations

from lovedesk.mishaps import Refused
from lovedesk.shop import builtin
from lovedesk.shop.builtin import Topic
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold, tidy_line
from lovedesk.shop.putting import put
from lovedesk.shop.tables import TRASHED, rows
from lovedesk.shop.tables import Topic as Row
from lovedesk.store.ids import id_of
from lovedesk.words import _

NAME_LIMIT = 40         # a longer name is a detail
OFF_PAPER = "here"
_ICON = "file-text"
_OWN = "select id, name, seen_by, lasts from topic where "


def everything() -> list[Topic]:
    """All topics in the order in which they are offered: the built-in ones, then the shop's own by name."""
    return [*builtin.topics(), *sorted(own(), key=_folded)]


def own() -> list[Topic]:
    """The shop's own topics."""
    return [_topic(*row) for row in rows(f"{_OWN} state = 'live' order by id")]


def by_key() -> dict[str, Topic]:
    """All topics by the key that a detail keeps, also the shop's own that were deleted: their details stay."""
    ours = (_topic(*row) for row in rows(f"{_OWN} state <> 'erased'"))
    return {topic.slug: topic for topic in (*builtin.topics(), *ours)}


def get(key: str) -> Topic:
    """The topic of a key; one of another program is its word, and may stand on paper."""
    found = [_topic(*row) for row in rows(f"{_OWN} id = ?", int(key))] if key.isascii() and key.isdecimal() else []
    return found[0] if found else builtin.topic(key)


def named(words: str) -> str:
    """The key of the topic that these words mean, a built-in one's too; "" for none."""
    folded = fold(tidy_line(words))
    return next((topic.slug for topic in everything() if folded in {fold(topic.label), topic.slug}), "")


def add(name: str) -> str:
    """Keep a topic of the shop's own, and return its key; one that is there already is that one."""
    name = _checked(name)
    if found := named(name):
        return found
    row = id_of("topic", fold(name))
    put(Row, row, name=name)
    return str(row)


def rename(key: str, name: str) -> None:
    """Call a topic of the shop's own otherwise; Refused for the name of another."""
    name = _checked(name)
    if named(name) not in {"", key}:
        raise Refused(_("There is a topic of this name already."))
    _set(key, name=name)


def keep_off_paper(key: str, *, off: bool) -> None:
    """Say whether details of a topic stay off paper unless they are chosen for a sheet."""
    _set(key, seen_by=OFF_PAPER if off else "")


def set_lasts(key: str, *, lasts: bool) -> None:
    """Say whether what is told of it cannot change, so that nobody asks whether it is still true."""
    _set(key, lasts=int(lasts))


def trash(key: str) -> None:
    """Offer a topic no more; what is kept under it stays."""
    _set(key, state=TRASHED)


def _set(key: str, **values: object) -> None:
    if not (key.isdecimal() and Row.update(values).where(Row.id == int(key), Row.state == LIVE).execute()):
        raise Refused(_("This topic came with Lovedesk, or is not here any more."))


def _checked(name: str) -> str:
    name = tidy_line(name)
    if not name:
        raise Refused(_("What is it about?"))
    if len(name) > NAME_LIMIT:
        raise Refused(_("A topic is a word or two. Keep the rest as the detail."))
    return name


def _topic(row: int, name: str, seen_by: str, lasts: int) -> Topic:
    return Topic(str(row), name, _ICON, paper=seen_by != OFF_PAPER, hint="", lasts=bool(lasts))


def _folded(topic: Topic) -> str:
    return fold(topic.label)
