"""The records of a prep sheet and a day pack: plain words and days, as they stand on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple


class Meet(NamedTuple):
    """Someone to meet: `ways` and `role` are lines as printed ("Owner", "0151 496 0142, best before 8")."""

    name: str
    say: str
    role: str
    ways: str


class Said(NamedTuple):
    """The last touch: `when` is its day, `channel` its word ("visit"), `text` what was said."""

    when: dt.date
    channel: str
    text: str


class Owed(NamedTuple):
    """A promise, ours or theirs."""

    due: dt.date | None
    text: str


class Doing(NamedTuple):
    """What we do for them, and how far it is, in kind words."""

    what: str
    state: str


class Known(NamedTuple):
    """A detail that may lie open on their table; `topic` is its word on screen."""

    topic: str
    text: str


class Near(NamedTuple):
    """A day near: theirs or ours."""

    day: dt.date
    text: str


class Question(NamedTuple):
    """Something to ask, the word of the topic that its answer belongs to, and the heading it stands under."""

    text: str
    topic: str
    section: str = ""


class Thing(NamedTuple):
    """Something to bring, to tell or to do, and the heading it stands under."""

    text: str
    section: str = ""


class Code(NamedTuple):
    """A code for the phone's camera: the words beside it, and what it holds."""

    label: str
    text: str


class PrepSheet(NamedTuple):
    """One page for one touchpoint. Holds nothing that is only here or only me."""

    customer: str
    channel: str                     # "Visit", "Call"
    occasion: str                    # "all is great", or ""
    start: dt.datetime
    minutes: int                     # 0 where it has none: of a whole day
    keeper: str                      # who goes, or ""
    address: list[str]               # lines; how to get there
    ways: str                        # the customer's own numbers, or ""
    meet: list[Meet]
    last: Said | None
    we_owe: list[Owed]
    they_owe: list[Owed]
    know: list[Known]                # newest first
    near: list[Near]
    bring: list[Thing]
    tell: list[Thing]
    do: list[Thing]
    ask: list[Question]
    today: dt.date
    motto: str = ""
    sample: bool = False             # the sample shop is marked on every sheet
    jobs: Sequence[Doing] = ()       # they stand first
    easy: tuple[str, ...] = ()       # what we do to make it easy; what makes it hard is not for paper
    agreed: tuple[str, ...] = ()
    promise: bool = True             # lines for what is promised at the visit
    codes: tuple[Code, ...] = ()     # for the phone's camera
    planned: bool = True             # what is not has no time
    days: int = 0                    # so many whole days, without a time


class Stop(NamedTuple):
    """One touchpoint of the day, on the front page."""

    start: dt.time
    until: dt.time
    customer: str
    lines: list[str]                 # people, occasion, address
    phone: str
    whole_day: bool = False          # without a time


class Promise(NamedTuple):
    """A follow-up promised for the day, on the front page; `note` is customer, time, number."""

    text: str
    note: str


class ToTake(NamedTuple):
    """A thing to take along, how many, and for whom."""

    text: str
    many: int
    whose: str


class DayPack(NamedTuple):
    """The front page of a day and its sheets in order."""

    day: dt.date
    keeper: str
    shop: str
    stops: list[Stop]
    take: list[ToTake]
    promised: list[Promise]
    also_due: list[Promise]          # ours too, but nobody was told so
    sheets: list[PrepSheet]
    motto: str = ""
    sample: bool = False
