"""What the calendar says: an entry in a cell, the longest reading that fits; in the agenda; and to a screen reader."""

from __future__ import annotations

import datetime as dt

from lovedesk import words
from lovedesk.shop import builtin, months
from lovedesk.shop.folding import fold
from lovedesk.shop.months import Entry
from lovedesk.ui.parts.agenda_line import Line, when_words
from lovedesk.ui.parts.chips import Tone
from lovedesk.words import _, ngettext

LINKING = 4         # letters; a name does not end in a shorter word: "Theatre at"
# What many names begin with, so that it tells nobody apart; folded.
_MANY_HAVE = frozenset({"the", "cafe", "hotel", "bistro", "bar", "restaurant", "studio", "herr", "frau", "mr", "mrs",
                        "ms", "dr", "der", "die", "das", "le", "la", "les", "el", "st", "saint"})
_TONES: dict[str, Tone] = {"green": "green", "amber": "amber"}


def readings(entry: Entry) -> list[str]:
    """What a cell can say of an entry, the longest first."""
    match entry.kind:
        case months.VISIT | months.SHEET:
            return _timed(entry, names_of(entry))
        case months.FOLLOWUP:
            return _timed(entry, [entry.title])
        case months.BIRTHDAY:
            return [_aged(name, entry.age) for name in (entry.title, *entry.title.split()[:1])]
        case months.HOLIDAY | months.CLOSED:
            return [entry.title]
        case months.DETAIL:
            return [_("{name}: {text}").format(name=entry.whom, text=entry.title), entry.title]
    known = names(entry.whom)
    return [*(_day_words(name, entry) for name in known), known[-1]]


def _timed(entry: Entry, names: list[str]) -> list[str]:
    if entry.time is None:
        return names
    clock = words.time(entry.time).removeprefix("0")
    return [*(_("{time} {what}").format(time=clock, what=name) for name in names), names[-1]]


def names_of(entry: Entry) -> list[str]:
    """Whom an entry is with, the longest reading first; each says how many others there are."""
    known = names(entry.customer or entry.title, entry.people or (entry.customer if entry.person else ""))
    return [months.with_others(name, entry.others) for name in known] if entry.others else known


def names(name: str, people: str = "") -> list[str]:
    """A name, and its first words where there is less room, at last the one that tells it apart: "Roxy", "Halcyon". Of
    whom we meet, the given name is short enough where it is shorter."""
    parts = name.split() or [name]
    leading = [" ".join(parts[:many]).rstrip(",") for many in range(len(parts) - 1, 1, -1)
               if len(parts[many - 1]) >= LINKING]
    telling = next((part.rstrip(",") for part in parts if fold(part) not in _MANY_HAVE and len(part) >= LINKING), name)
    given = people.split(maxsplit=1)[0] if people else ""
    return list(dict.fromkeys((name, *leading, given if given and len(given) < len(name) else telling)))


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
        case months.FOLLOWUP:
            return _followup_sign(entry)
    return _DAYS.get(entry.kind, ("flag-banner", "green"))


def _followup_sign(entry: Entry) -> tuple[str, str]:
    if entry.done:
        return "check-square", "ink3"
    if entry.theirs:
        return "arrow-bend-up-left", "waterink"
    return ("handshake", "amber") if entry.promised else ("", "ink2")


_DAYS = {months.BIRTHDAY: ("cake", "green"), months.DETAIL: ("heart", "accent"), months.HOLIDAY: ("door", "ink2"),
         months.CLOSED: ("door", "ink2")}


def spoken(entry: Entry) -> str:
    """An entry in whole words."""
    match entry.kind:
        case months.VISIT | months.SHEET:
            said = _("{channel}: {customer}").format(channel=builtin.channel_label(entry.channel),
                                                     customer=_whom_spoken(entry))
        case months.FOLLOWUP:
            said = _followup_spoken(entry)
        case months.BIRTHDAY:
            said = birthday(entry)
        case months.HOLIDAY | months.CLOSED:
            said = entry.title
        case _other:
            said = _("{day}: {name}").format(day=entry.title, name=entry.whom)
    if entry.time is not None:
        said = _("{time} {what}").format(time=words.time(entry.time), what=said)
    return ", ".join(part for part in (said, *_more_spoken(entry)) if part)


def _whom_spoken(entry: Entry) -> str:
    return ngettext("{name} and {n} other", "{name} and {n} others", entry.others).format(
        name=entry.customer, n=entry.others) if entry.others else entry.whom


def _more_spoken(entry: Entry) -> list[str]:
    """What else is to be known of an entry: its title, that it is done, how long, by whose clock, what it meets."""
    visit = entry.kind in {months.VISIT, months.SHEET}
    return [entry.title if visit and entry.customer else "", _("done") if visit and entry.done else "",
            _until(entry), zone_words(entry.zone) if entry.zone else "",
            at_once(entry.at_once) if entry.at_once else ""]


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


def chosen_spoken(day: dt.date, entries: list[Entry], reached: Entry | None, today: dt.date) -> str:
    """What the keys have reached: an entry and its place among those of its day, or the whole day."""
    if reached is None or reached not in entries:
        return day_spoken(day, entries, today)
    return _("{entry}, {n} of {count}, {date}").format(
        entry=spoken(reached), n=entries.index(reached) + 1, count=len(entries), date=words.date_long(day))


def week_title(first: dt.date, last: dt.date, *, short: bool = False) -> str:
    """"23 to 29 November", of two months "30 November to 6 December"; "23 to 29 Nov" where there is less room."""
    until = words.day_and_month(last) if short else words.day_of_month(last.month, last.day)
    begins = words.day_and_month(first) if short else words.day_of_month(first.month, first.day)
    return _("{first} to {last}").format(first=str(first.day) if first.month == last.month else begins, last=until)


def block_lines(entry: Entry, said: str = "") -> list[str]:
    """What stands in the hours: whom, what about, when; what is `said` of one that is dragged goes before."""
    if entry.kind == months.FOLLOWUP:
        name, about = entry.title, entry.customer
    else:
        name = entry.whom
        about = (entry.title if entry.customer else "") or (
            builtin.occasion_label(entry.occasion) if entry.occasion else "")
    clock = words.time(entry.time) if entry.time else ""
    clock = _("{time}, {zone}").format(time=clock, zone=zone_words(entry.zone)) if entry.zone else clock
    warning = at_once(entry.at_once) if entry.at_once else ""
    return [line for line in ((name, said, about) if said else (name, warning, about, clock)) if line]


def at_once(count: int) -> str:
    """"2 at the same time": the warning."""
    return ngettext("{n} at the same time", "{n} at the same time", count).format(n=count)


def zone_words(zone: str) -> str:
    """"New York time" of "America/New_York"."""
    return _("{place} time").format(place=zone.rpartition("/")[2].replace("_", " "))


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
    about = _told(entry, "" if clock in when else clock, wide=wide)
    match entry.kind:
        case months.SHEET:
            met = _("{customer}, {time}").format(customer=entry.whom, time=words.time(entry.time or dt.time()))
            return Line(_("Sheet to type in"), met, words.near(entry.day or today, today), icon=icon, icon_token=token)
        case months.VISIT if entry.at_once:
            return Line(entry.whom, about, when, icon=icon, icon_token=token, strong=True,
                        chip=at_once(entry.at_once), chip_icon="warning-circle", chip_tone="amber")
        case months.VISIT:
            occasion = builtin.occasion(entry.occasion)
            return Line(entry.whom, about, when, icon=icon, icon_token=token, strong=True,
                        chip=_("Done") if entry.done else occasion.label if entry.occasion else "",
                        chip_icon="check" if entry.done else occasion.icon if entry.occasion else "",
                        chip_tone="green" if entry.done else _TONES.get(occasion.tone, "neutral"))
        case months.BIRTHDAY:
            other = entry.whom if entry.whom != entry.title else _("Birthday")
            return Line(birthday(entry), other, when, icon=icon, icon_token=token, strong=True)
        case months.HOLIDAY | months.CLOSED:
            return Line(entry.title, _until(entry), when, icon=icon, icon_token=token)
        case months.DETAIL:
            return Line(entry.title, entry.people or entry.whom, when, icon=icon, icon_token=token, strong=True)
    return Line(_day_words(entry.whom, entry), entry.title if entry.age else entry.people, when, icon=icon,
                icon_token=token, strong=True)


def _until(entry: Entry) -> str:
    return _("until {date}").format(date=words.date_short(entry.last)) if entry.days > 1 and entry.last else ""


def _told(entry: Entry, clock: str, *, wide: bool) -> str:
    """When, where the day alone is said beside it; until when, where it takes days; what a visit is about."""
    return ", ".join(part for part in (clock, _until(entry), _about(entry, wide=wide)) if part)


def _about(entry: Entry, *, wide: bool) -> str:
    """What a visit is about, or whom and where; in the narrow column its occasion too."""
    met = ", ".join(part for part in (entry.people if entry.people != entry.whom else "", entry.place) if part)
    what = (entry.title if entry.customer else "") or met or ("" if wide else builtin.occasion_label(entry.occasion))
    if entry.channel == "visit":
        return what
    channel = builtin.channel_label(entry.channel)
    return _("{channel}: {what}").format(channel=channel, what=what) if what else channel
