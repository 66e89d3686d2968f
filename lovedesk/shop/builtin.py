"""The words that come with the program: topics, occasions, channels, checklists, questions (practices A1 to B6).

They lie in resources/*.toml, each file read when it is first asked for (4 ms for topics, occasions and channels).
The catalogue tool takes their words from there; here they are looked up once, as the language is chosen before that.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, TypeVar

from lovedesk import paths
from lovedesk.words import resource


class Topic(NamedTuple):
    """What a detail is about; `paper` is false where it stays off the sheet unless it is chosen for it.

    `lasts` is true of what cannot change: nobody is asked whether it is still true.
    """

    slug: str
    label: str
    icon: str
    paper: bool
    hint: str
    lasts: bool = False


class Occasion(NamedTuple):
    """Why we are in touch; `tone` is green, amber or neutral."""

    slug: str
    label: str
    tone: str
    icon: str


class Channel(NamedTuple):
    """By which way we are in touch."""

    slug: str
    label: str
    icon: str


class ChecklistItem(NamedTuple):
    """A line of a checklist: `kind` is do, ask, bring or tell; an answer to ask becomes a detail of its `topic`."""

    kind: str
    text: str
    topic: str = ""
    required: bool = False          # left off a full sheet last
    section: str = ""               # the heading that it stands under


class Checklist(NamedTuple):
    """A checklist as it comes with the program; `about` says in one line what it is for."""

    slug: str
    title: str
    about: str
    occasion: str
    channel: str
    minutes: int
    items: tuple[ChecklistItem, ...]


class Question(NamedTuple):
    """Worth asking while `topic` is unknown, the heaviest first; `text` may hold {name}."""

    slug: str
    text: str
    topic: str                      # "birthday" fills a day, all others a detail
    whom: str                       # "customer", or "person": one for each of their people
    weight: int
    business: bool = False          # makes no sense for a household or a single person


OWN_PATH = "own-path"       # the checklist of walking our own path as a customer (practice C4)

Entry = TypeVar("Entry", Topic, Occasion, Channel, Checklist)


@cache
def topics() -> tuple[Topic, ...]:
    """The built-in topics, in the order in which they are offered."""
    return tuple(Topic(**_worded(entry, "label", "hint")) for entry in _read("topics.toml")["topic"])


def topic(slug: str) -> Topic:
    """The topic of a slug; one of the shop's own is its slug, capitalised, and may stand on paper."""
    return _found(topics(), slug) or Topic(slug, _capitalised(slug), "file-text", paper=True, hint="")


def topic_label(slug: str) -> str:
    """A topic's word on screen and paper."""
    return topic(slug).label


@cache
def occasions() -> tuple[Occasion, ...]:
    """The built-in occasions, the good ones first."""
    return tuple(Occasion(**_worded(entry, "label")) for entry in _read("occasions.toml")["occasion"])


def occasion(slug: str) -> Occasion:
    """The occasion of a slug; one from elsewhere is its slug, capitalised."""
    return _found(occasions(), slug) or Occasion(slug, _capitalised(slug), "neutral", "map-pin")


def occasion_label(slug: str) -> str:
    """An occasion's word on screen and paper; nothing where there is none."""
    return occasion(slug).label


@cache
def channels() -> tuple[Channel, ...]:
    """The ways to be in touch, a visit first."""
    return tuple(Channel(**_worded(entry, "label")) for entry in _read("occasions.toml")["channel"])


def channel(slug: str) -> Channel:
    """The channel of a slug; one from elsewhere is its slug, capitalised."""
    return _found(channels(), slug) or Channel(slug, _capitalised(slug), "map-pin")


def channel_label(slug: str) -> str:
    """What a touchpoint is called on screen: "Visit", "Call"."""
    return channel(slug).label


@cache
def checklists() -> tuple[Checklist, ...]:
    """The checklists as they come with the program, before the shop changed any."""
    return tuple(
        Checklist(**_worded(entry, "title", "about") | {
            "items": tuple(ChecklistItem(**_worded(item, "text", *({"section"} & item.keys())))
                           for item in entry["items"])})
        for entry in _read("checklists.toml")["checklist"]
    )


def checklist(slug: str) -> Checklist | None:
    """The built-in checklist of a slug, if it is one."""
    return _found(checklists(), slug)


@cache
def questions() -> tuple[Question, ...]:
    """Questions worth asking, the heaviest first."""
    entries = (Question(**_worded(entry, "text")) for entry in _read("questions.toml")["question"])
    return tuple(sorted(entries, key=lambda question: -question.weight))


@cache
def _read(name: str) -> dict[str, list[dict[str, Any]]]:
    import tomllib  # a few milliseconds that the command line's short answers need not pay

    return tomllib.loads((paths.resources() / name).read_text(encoding="utf-8"))


def _worded(entry: dict[str, Any], *fields: str) -> dict[str, Any]:
    return entry | {field: resource(entry[field]) for field in fields}


def _found(entries: tuple[Entry, ...], slug: str) -> Entry | None:
    return next((entry for entry in entries if entry.slug == slug), None)


def _capitalised(slug: str) -> str:
    return slug[:1].upper() + slug[1:]
