"""What the calendar says: an entry in a cell, the longest reading that fits; in the agenda; and to a screen reader."""

from __future__ import annotations

import datetime as dt

from lovedesk import words
from lovedesk.shop import builtin, months
from lovedesk.shop.months import Entry
from lovedesk.ui.parts.agenda_line import Line, when_words
from lovedesk.ui.parts.chips import Tone
from lovedesk.words import _, ngettext

TELLING = 5         # letters; the first word of a name that has as many stands for it, else its longest word
_TONES: dict[str, Tone] = {"green": "green", "amber": "amber"}


def readings(entry: Entry) -> list[str]:
    """What a cell can say of an entry, the longest first."""
    match entry.kind:
        case months.VISIT | months.SHEET:
            return _timed(entry, _names(entry.whom, entry.people))
        case months.FOLLOWUP:
            return _timed(entry, [entry.title])
        case months.BIRTHDAY:
            return [_aged(name, entry.age) for name in (entry.title, *entry.title.split()[:1])]
    names = _names(entry.whom)
    return [*(_day_words(name, entry) for name in names), names[-1]]


def _timed(entry: Entry, names: list[str]) -> list[str]:
    if entry.time is None:
        return names
    clock = words.time(entry.time).removeprefix("0")
    return [*(_("{time} {what}").format(time=clock, what=name) for name in names), names[-1]]


def _names(name: str, people: str = "") -> list[str]:
    """A name, and the words that stand for it where there is less room."""
    parts = name.split() or [name]
    short = parts[0] if len(parts[0]) >= TELLING else max(parts, key=len)
    given = people.split(maxsplit=1)[0] if people else short
    return list(dict.fromkeys((name, short, given if len(given) < len(short) else short)))


def _aged(name: str, age: int | None) -> str:
    return _("{name}, {age}").format(name=name, age=age) if age else name


def _day_words(name: str, entry: Entry) -> str:
    if entry.age:
        return ngettext("{name}, {n} year", "{name}, {n} years", entry.age).format(name=name, n=entry.age)
    return _("{name}, {day}").format(name=name, day=entry.title)


def sign(entry: Entry) -> tuple[str, str]:
    """The icon of an entry and the token of its colour; a follow-up that is simply open has a box instead."""
    match entry.kind:
        case months.SHEET:
            return "pencil-line", "ink2"
        case months.VISIT:
            return builtin.channel(entry.channel).icon, "accent" if entry.channel == "visit" else "ink2"
        case months.FOLLOWUP if entry.done:
            return "check-square", "ink3"
        case months.FOLLOWUP if entry.theirs:
            return "arrow-bend-up-left", "waterink"
        case months.FOLLOWUP if entry.promised:
            return "handshake", "amber"
        case months.FOLLOWUP:
            return "", "ink2"
    return "cake" if entry.kind == months.BIRTHDAY else "flag-banner", "green"


def spoken(entry: Entry) -> str:
    """An entry in whole words."""
    match entry.kind:
        case months.VISIT | months.SHEET:
            said = _("{channel}: {customer}").format(channel=builtin.channel_label(entry.channel),
                                                     customer=entry.whom)
        case months.FOLLOWUP:
            said = _followup_spoken(entry)
        case months.BIRTHDAY:
            said = birthday(entry)
        case _other:
            said = _("{day}: {name}").format(day=entry.title, name=entry.whom)
    if entry.time is None:
        return said
    return _("{time} {what}").format(time=words.time(entry.time), what=said)


def _followup_spoken(entry: Entry) -> str:
    if entry.done:
        return _("done: {title}").format(title=entry.title)
    if entry.theirs:
        return _("waiting for them: {title}").format(title=entry.title)
    return _("promised: {title}").format(title=entry.title) if entry.promised else _("to do: {title}").format(
        title=entry.title)


def day_spoken(day: dt.date, entries: list[Entry], today: dt.date) -> str:
    """A day of the month in whole words, for a screen reader."""
    date = _("{date}, today").format(date=words.date_long(day)) if day == today else words.date_long(day)
    if not entries:
        return _("{date}: nothing").format(date=date)
    return _("{date}: {entries}").format(date=date, entries="; ".join(spoken(entry) for entry in entries))


def birthday(entry: Entry) -> str:
    """"Lou Fischer turns 52"."""
    if entry.age:
        return _("{name} turns {age}").format(name=entry.title, age=entry.age)
    return _("{name}’s birthday").format(name=entry.title)


def line(entry: Entry, today: dt.date, *, wide: bool) -> Line:
    """An entry of the agenda that is no follow-up."""
    icon, token = sign(entry)
    clock = words.time(entry.time) if entry.time else ""
    when = clock if clock and entry.day == today else when_words(entry.day, clock, today)
    match entry.kind:
        case months.SHEET:
            met = _("{customer}, {time}").format(customer=entry.whom, time=words.time(entry.time or dt.time()))
            return Line(_("Sheet to type in"), met, words.near(entry.day or today, today), icon=icon, icon_token=token)
        case months.VISIT:
            occasion = builtin.occasion(entry.occasion)
            return Line(entry.whom, _about(entry, wide=wide), when, icon=icon, icon_token=token, strong=True,
                        chip=_("Done") if entry.done else occasion.label if entry.occasion else "",
                        chip_icon="check" if entry.done else occasion.icon if entry.occasion else "",
                        chip_tone="green" if entry.done else _TONES.get(occasion.tone, "neutral"))
        case months.BIRTHDAY:
            other = entry.whom if entry.whom != entry.title else _("Birthday")
            return Line(birthday(entry), other, when, icon=icon, icon_token=token, strong=True)
    return Line(_day_words(entry.whom, entry), entry.title if entry.age else entry.people, when, icon=icon,
                icon_token=token, strong=True)


def _about(entry: Entry, *, wide: bool) -> str:
    """What a visit is about, or whom and where; in the narrow column its occasion too."""
    met = ", ".join(part for part in (entry.people if entry.people != entry.whom else "", entry.place) if part)
    what = (entry.title if entry.customer else "") or met or ("" if wide else builtin.occasion_label(entry.occasion))
    if entry.channel == "visit":
        return what
    channel = builtin.channel_label(entry.channel)
    return _("{channel}: {what}").format(channel=channel, what=what) if what else channel
