"""Quick add: what each part of a typed line is understood as, with its place in the line; nothing is lost.

A grammar over the line's beginning ("call Ana Tue at 10"), its days and tags anywhere, and names after "to" or "for".
What is not understood stays words. What is rejected or chosen between readings is told by role and words, so that it
stays so while the line is typed on.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from itertools import pairwise

from lovedesk.shop import quick_birthdays, quick_sent, quick_words
from lovedesk.shop.folding import fold
from lovedesk.shop.quick_days import Reader, When
from lovedesk.shop.quick_names import Names, Whom, of_customer
from lovedesk.shop.quick_parts import (
    DAY,
    FILLER,
    KIND,
    OATH,
    TAG,
    TAIL,
    WHOM,
    WORDS,
    Key,
    Part,
    Reading,
    Understood,
    covering,
    plain_words,
    when_words,
)
from lovedesk.shop.quick_plain import plain
from lovedesk.shop.quick_words import DETAIL, LOG, NEW, PROMISE, TODO, WAITING, Kind
from lovedesk.words import _

LINE_LIMIT = 2_000      # letters that are read; what is longer is a text, and all of it words
_NAME_WORDS = 4
_THINGS = frozenset(("send", "bring", "mend"))
_WORD_OF = re.compile(r"[^\W_]+[’']s(?!\w)")
_TAIL = re.compile(r"(?<=\s)an(?=\s*(?:$|[,.:;]|wegen\b|und\b|#))")
_STRANGER = re.compile(r"\s*([^\W\d_a-zäöüß][\w.'’-]+(?: [^\W\d_a-zäöüß][\w.'’-]+){0,2})(\s*:)?")
_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
_TAG = re.compile(r"(?<![^\s(])#(?=\w*[^\W\d_])(?:\w(?:[\w-]{0,58}\w)?)(?![\w-])")      # as `tags` takes them


def read(line: str, today: dt.date, now: dt.datetime, *, here: int | None = None, names: Names | None = None,
         rejected: frozenset[Key] = frozenset(), chosen: Mapping[Key, int] | None = None) -> Understood:
    """What a line says. `here` is the customer who is meant when nobody is named; it never fails."""
    line = line.replace("\n", " ")
    if len(line) > LINE_LIMIT:
        return unread(line, today)
    reader = _Line(line, today, now, names or Names(), rejected)
    reader.read()
    parts = covering(line, quick_birthdays.parts(reader.plain, reader.found) or reader.found)
    if here is not None and (stranger := reader.stranger()) and (implied := of_customer(here)):
        name = line[slice(*stranger)]
        either = (Reading(_("{name}, who is not known yet").format(name=name), "plus", name),
                  Reading(implied.name, "user", implied))
        parts = covering(line, [*reader.found, Part(WHOM, *stranger, either, (WHOM, reader.plain[slice(*stranger)]))])
    elif here is not None and not any(part.role == WHOM for part in parts) and (WHOM, "") not in rejected and (
            implied := of_customer(here)) and not reader.is_new:
        parts = [Part(WHOM, 0, 0, (Reading(implied.name, "user", implied),), (WHOM, ""), said=False), *parts]
    return Understood(line, today, tuple(_settled(part, chosen or {}) for part in parts), reader.head)


def unread(line: str, today: dt.date) -> Understood:
    """A line whose words are all left as they are."""
    return Understood(line, today, (Part(WORDS, 0, len(line), (plain_words(line),), (WORDS, plain(line))),), 0)


def _settled(part: Part, chosen: Mapping[Key, int]) -> Part:
    number = chosen.get(part.key, -1)
    return part._replace(readings=(part.readings[number],)) if 0 <= number < len(part.readings) else part


class _Line:
    """One reading of one line: `found` are the parts that are more than words."""

    def __init__(self, line: str, today: dt.date, now: dt.datetime, names: Names, rejected: frozenset[Key]) -> None:
        self.line, self.plain = line, plain(line)
        self.today, self.now, self.names, self.rejected = today, now, names, rejected
        self.found: list[Part] = []
        self.head = 0
        self.kind: Kind | None = None
        self.is_new = False
        self.whens: list[When] = []
        self.of_topics = quick_words.topic_words()

    def read(self) -> None:
        """Tags, days, the beginning, then what may stand anywhere."""
        for tag in _TAG.finditer(self.line):
            self._add(TAG, tag.start(), tag.end(), Reading(tag[0], "", tag[0][1:]))
        self.whens = self._days(past=False)
        self._read_head()
        if self.is_new:
            self._name_of_new()
        elif not self._has(WHOM) and (self.kind is None or self.kind.what != DETAIL):
            self._name_anywhere()
        self._keep_day()

    def _days(self, *, past: bool) -> list[When]:
        reader = Reader(self.line, self.today, past=past,
                        now=self.now.time() if self.now.date() == self.today else None)
        return [when for when in reader.all() if not self._rejected(DAY, when.start, when.end)
                and not any(part.start < when.end and when.start < part.end for part in self.found)]

    def _rejected(self, role: str, start: int, end: int) -> bool:
        return (role, self.plain[start:end]) in self.rejected

    def _has(self, role: str) -> bool:
        return any(part.role == role for part in self.found)

    def _add(self, role: str, start: int, end: int, *readings: Reading, by: bool = False) -> None:
        if not self._rejected(role, start, end):
            self.found.append(Part(role, start, end, readings, (role, self.plain[start:end]), by))

    # The beginning --------------------------------------------------------------------------------------------

    def _read_head(self) -> None:
        """Go on word by word while each is a kind, a day, a tag, a filler or a name; the first that is not ends it."""
        at = 0
        while (word := _WORD.search(self.plain, at)) is not None:
            start = word.start()
            if (skipped := self._over(at, start)) is not None:
                at = skipped
                continue
            if self._closed(at, start):
                break
            end = self._kind(start) or self._whom_at(start) or self._filler(word)
            if not end:
                break
            self.head = at = end
            if self.is_new:
                break
        self._end_kind()

    def _over(self, at: int, start: int) -> int | None:
        """The end of the day or tag that begins before the next word is over."""
        for when in self.whens:
            if at <= when.start <= start < when.end:
                self.head = max(self.head, when.end)
                return when.end
        return next((part.end for part in self.found
                     if part.role == TAG and at <= part.start <= start < part.end), None)

    def _closed(self, at: int, start: int) -> bool:
        """Whether a colon or a comma ends the beginning: words follow it, unless a kind is still to come."""
        between = self.line[at:start]
        if not any(sign in between for sign in (":", ",", " - ", " – ")):
            return False
        return self.kind is not None or quick_words.kind_at(self.plain, start, self.of_topics) is None

    def _filler(self, word: re.Match[str]) -> int:
        polite = word[0] in quick_words.POLITE
        if not polite and (word[0] not in quick_words.FILLERS or not (self.kind is None or self.kind.what == PROMISE)):
            return 0
        self.found.append(Part(FILLER, word.start(), word.end(), (), (FILLER, word[0])))
        return word.end()

    def _kind(self, start: int) -> int:
        found = quick_words.kind_at(self.plain, start, self.of_topics)
        if found is None or self._rejected(KIND, start, found[0]) or self._rejected(OATH, start, found[0]):
            return 0
        end, kind = found
        if self.kind is not None and not (self.kind.what == PROMISE and kind.what == TODO):
            return 0
        self._take_kind(start, end, kind)
        return end

    def _take_kind(self, start: int, end: int, kind: Kind) -> None:
        role = OATH if kind.what == PROMISE else KIND
        self._add(role, start, end, Reading(quick_words.label(kind), quick_words.icon(kind), kind))
        self.kind = kind
        self.is_new = kind.what == NEW
        if kind.what == LOG:
            self.whens = self._days(past=True)
        if self.plain[start:end] in {"ruf", "rufe"} and (tail := _TAIL.search(self.plain, end)):
            self.found.append(Part(TAIL, tail.start(), tail.end(), (), (TAIL, "an")))
        if self.plain[start:end].endswith(" an") and kind.what == LOG and (done := quick_sent.tail(self.plain, end)):
            self.found.append(Part(TAIL, *done, (), (TAIL, self.plain[slice(*done)])))

    def _end_kind(self) -> None:
        """What a German sentence ends with, and "owes us" after a name."""
        for word in _WORD.finditer(self.plain, self.head) if self.kind is None and not self._addressed() else ():
            found = quick_words.end_kind_at(self.plain, word.start())
            if found is None or self._rejected(KIND, word.start(), found[0]):
                continue
            if found[1].what == WAITING or self._may_end(found[0]):
                self._take_kind(word.start(), *found)
                return

    def _addressed(self) -> bool:
        """Whether it is "Ana: ...": all after the colon is said about her, or by her."""
        return any(part.role == WHOM and self.line[part.end:].lstrip().startswith(":") for part in self.found)

    def _may_end(self, end: int) -> bool:
        """Whether a clause may end here: no small word goes on, but a day may."""
        after = re.compile(r"\s+(?=[a-zäöü])").match(self.line, end)
        return after is None or self._over(end, after.end()) is not None or (
            self.plain[after.end():].startswith(("wegen", "und ", "um ")))

    # Whom -----------------------------------------------------------------------------------------------------

    def _whom_at(self, start: int) -> int:
        if self._has(WHOM):
            return 0
        of_thing = self.kind is not None and self.kind.how in _THINGS
        if of_thing and not (self.line[start].isupper() or _WORD_OF.match(self.plain, start)):
            return 0        # "send bill to Ana"
        found = self._name(start, whole=self.kind is None or of_thing, direct=self.kind is not None)
        if found is None:
            return 0
        self._take_whom(start, *found)
        return found[0]

    def _take_whom(self, start: int, end: int, whoms: tuple[Whom, ...]) -> None:
        self._add(WHOM, start, end, *(Reading(whom.name, "user", whom) for whom in whoms))

    def _name(self, start: int, *, whole: bool, direct: bool = False) -> tuple[int, tuple[Whom, ...]] | None:
        """The longest run of words from here that somebody's name has."""
        ends: list[int] = []
        for word in _WORD.finditer(self.plain, start):
            gap = self.line[ends[-1] if ends else start:word.start()]
            taken = any(when.start <= word.start() < when.end for when in self.whens)
            if gap.strip() or taken or len(ends) == _NAME_WORDS:
                break
            ends.append(word.end())
        first = _WORD.match(self.plain, start)
        if not ends or first is None or len(first[0]) < 2 or first[0].isdecimal():
            return None
        if first[0] in quick_words.STOPS | quick_words.FILLERS and not (direct and self.line[start].isupper()):
            return None
        for end in reversed(ends):
            last = self.plain[start:end].split()[-1]
            stopped = end != first.end() and (last in quick_words.STOPS or len(last) == 1)
            if stopped or self._rejected(WHOM, start, end):
                continue
            whoms = self.names.named(self.line[start:end], whole=whole)
            if whoms:
                return end, whoms
        return None

    def _name_anywhere(self) -> None:
        """A name after "to" or "for", else one with a capital."""
        words = list(_WORD.finditer(self.plain, self.head))
        led = [word for before, word in pairwise(words) if before[0] in quick_words.TOWARDS]
        capital = [word for word in words if self.line[word.start()].isupper() and len(word[0]) > 2]
        first = words[:1] if self.kind and self.kind.how in _THINGS else []      # "bring ana the swatches"
        for word in [*led, *capital, *first][:8]:
            if any(when.start <= word.start() < when.end for when in self.whens) or any(
                    part.start <= word.start() < part.end for part in self.found):
                continue
            if (found := self._name(word.start(), whole=True)) is not None:
                self._take_whom(word.start(), *found)
                return

    def stranger(self) -> tuple[int, int] | None:
        """Where a name stands that nobody has: before a colon, or right after "call" and its like."""
        if self._has(WHOM) or self.is_new or (self.kind is not None and self.kind.what == DETAIL):
            return None
        ends = min((when.start for when in self.whens if when.start >= self.head), default=len(self.line))
        found = _STRANGER.match(self.line, self.head, ends)
        if found is None or fold(found[1]).split()[0] in quick_words.STOPS | quick_words.FILLERS:
            return None
        direct = self.kind is not None and self.kind.how in quick_words.CHANNELS
        start, end = found.span(1)
        return (start, end) if (found[2] or direct) and not self._rejected(WHOM, start, end) else None

    def _name_of_new(self) -> None:
        """All up to a comma, a colon, a day or a tag is the new customer's name."""
        begin = re.compile(r"[\s:,-]*").match(self.line, self.head)
        start = begin.end() if begin else self.head
        stops = [part.start for part in self.found if part.start >= start]
        stop = re.compile(r"[,;:]|\s[-–]\s").search(self.line, start)
        end = min([*stops, stop.start() if stop else len(self.line), len(self.line)])
        name = " ".join(self.line[start:end].split())
        if name:
            self._add(WHOM, start, start + len(self.line[start:end].rstrip()), Reading(name, "user", name))
            self.head = end
        self.whens = []

    # The day --------------------------------------------------------------------------------------------------

    def _keep_day(self) -> None:
        """The one day that counts: of what was, one in the beginning; of a detail, the first to come."""
        whens = [when for when in self.whens
                 if not any(part.start < when.end and when.start < part.end for part in self.found)]
        what = self.kind.what if self.kind else ""
        if what == LOG:
            whens = [when for when in whens if when.start < self.head or not self._spoken(when.start)]
        if what == DETAIL:
            whens = [when for when in whens if when.readings[0].day and when.readings[0].day > self.today]
        if whens:
            when = whens[0]
            many = len(when.readings) > 1
            self._add(DAY, when.start, when.end, *(
                Reading(when_words(moment, self.today, by=when.by, many=many), "calendar-blank", moment)
                for moment in when.readings), by=when.by)

    def _spoken(self, start: int) -> bool:
        """Whether words stand before it: what they said has its own days."""
        return bool(re.search(r"[,:.;]", self.line[self.head:start]))
