"""Plan a visit or a call with whom it takes, and close it or log it when it was."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from collections.abc import Iterable

from lovedesk.cli.talk import Command, Unclear, opened, say, the_one
from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, checklists, people, series, touch_logs, touchpoints, visits
from lovedesk.shop.folding import fold
from lovedesk.words import _, date_full, joined, time


def plan(arguments: Namespace) -> int:
    """Plan a touchpoint with a customer, those who are met there, and further customers."""
    with opened(arguments, make=True) as desk:
        customer, _name = the_one(arguments.name)
        checklist = checklists.named(arguments.checklist).key if arguments.checklist else ""
        channel = _channel(arguments.channel)
        met, further = _with(customer, arguments.met)
        with desk.act("visit.plan"):
            touchpoint = touchpoints.plan([customer, *further], arguments.on, channel=channel, checklist=checklist,
                                          people=_met(customer, met, further), until=arguments.until)
            if arguments.repeat:
                series.repeat(touchpoint, arguments.repeat)
        _say(_("{channel} planned: {name}, {day}, {time}"), touchpoint)
        if repeats := series.of(touchpoint):
            days = "; ".join(date_full(moment.date()) for moment in repeats.next)
            say(_("Repeats {repeats}. Then: {days}").format(repeats=repeats.words, days=days or _("no more")))
    return 0


def _with(customer: int, names: Iterable[str]) -> tuple[list[int], list[int]]:
    """Each name is one of the customer's people, else a further customer."""
    met: list[int] = []
    further: list[int] = []
    for name in names:
        wanted = fold(name).split()
        here = [(person.id, person.name) for person in people.at(customer)]
        exact = [one for one in here if fold(one[1]).split() == wanted]
        fits = exact or [one for one in here if wanted and set(wanted) <= set(fold(one[1]).split())]
        if len(fits) > 1:
            raise Unclear(_("“{name}” could be {several}; say more of the name.").format(
                name=name, several=joined([found for _id, found in fits])))
        if fits:
            met.append(fits[0][0])
        else:
            further.append(the_one(name)[0])
    return met, [one for one in dict.fromkeys(further) if one != customer]


def _met(customer: int, met: list[int], further: list[int]) -> list[int] | None:
    """Those who were named, with whoever is met where nobody was: a customer who is a person, and further ones."""
    if not met:
        return None
    host = visits.host(customer)
    alone = [customer] if host is not None and host.kind == "person" else []
    return [*dict.fromkeys([*touchpoints.everyone([*alone, *further]), *met])]


def _channel(word: str) -> str:
    if not word:
        return ""
    for channel in builtin.channels():
        if word.casefold() in {channel.slug.casefold(), channel.label.casefold()}:
            return channel.slug
    known = ", ".join(channel.slug for channel in builtin.channels())
    raise Refused(_("“{word}” is no way to be in touch. There are: {known}.").format(word=word, known=known))


def done(arguments: Namespace) -> int:
    """Close what was planned with a customer for a day, or log a touch of that day."""
    with opened(arguments) as desk:
        customer, _name = the_one(arguments.name)
        channel, day = _channel(arguments.channel), arguments.on
        planned = touch_logs.planned_on(customer, day, channel=channel)
        with desk.act("visit.log"):
            touchpoint = touch_logs.done_on(customer, day, now=desk.now(), channel=channel, value=arguments.value,
                                            notes=arguments.note)
        _say(_("{channel} closed: {name}, {day}, {time}") if planned is not None else
             _("{channel} logged: {name}, {day}, {time}"), touchpoint)
    return 0


def _say(sentence: str, touchpoint: int) -> None:
    page = visits.page(touchpoint)
    if page is not None:
        start: dt.datetime = page.start
        say(sentence.format(channel=builtin.channel_label(page.channel), name=page.whom,
                            day=date_full(start.date()), time=time(start.time())))


COMMANDS: dict[str, Command] = {"plan": plan, "done": done}
