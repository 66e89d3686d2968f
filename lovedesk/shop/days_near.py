"""Days near a visit: their birthdays and anniversaries, what they told us of, a year since our work came home,
and our next touch (practice F3)."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import homecomings, shops, special_days, timeline
from lovedesk.shop.knowledge import Fact
from lovedesk.shop.sheet_records import Near
from lovedesk.shop.special_days import DayRow
from lovedesk.words import _, ngettext

AHEAD = 31              # days that are near


def near(customer: int, day: dt.date, known: list[Fact], *, family: bool = False) -> list[Near]:
    """What comes within a month of `day`, in order; `known` are details that may stand on paper, and days of their
    family are there with `family` alone."""
    last, on_first = day + dt.timedelta(AHEAD), shops.leap_on_first()
    found = [Near(when, _words(special, when)) for special in special_days.of(customer)
             if special.reminds and (family or not special.family)
             and (when := special_days.next_time(special.month, special.day, day, on_first=on_first)) <= last]
    found += [Near(fact.day, fact.words) for fact in known if fact.day is not None and day <= fact.day <= last]
    found += [Near(home.day, home.words) for home in homecomings.between(day, last, customer=customer)]
    after = timeline.next_planned(customer, dt.datetime.combine(day + dt.timedelta(1), dt.time()))
    if after is not None:
        found.append(Near(after.start.date(), _next_word(after.channel)))
    return sorted(found)


def _words(special: DayRow, when: dt.date) -> str:
    years = when.year - special.year if special.year else 0
    if special.kind == "birthday" and special.whose:
        if years > 0:
            return ngettext("{name} turns {n}", "{name} turns {n}", years).format(name=special.whose, n=years)
        return _("{name}’s birthday").format(name=special.whose)
    word = special_days.word(special.kind)
    if years > 0:
        word = ngettext("{day}, {n} year", "{day}, {n} years", years).format(day=word, n=years)
    return _("{day}, {name}").format(day=word, name=special.whose) if special.whose else word


def day_words(special: DayRow) -> str:
    """A yearly day and whose it is, without counting years."""
    return _words(special._replace(year=None), dt.date.min)


def _next_word(channel: str) -> str:
    return {"visit": _("Our next visit"), "call": _("Our next call"), "video": _("Our next video call"),
            "delivery": _("Our next delivery")}.get(channel, _("We are in touch again"))
