"""A customer's whole page on paper: all that may lie open on a table, section by section (practices A1, A2, H1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    builtin,
    contact_points,
    customers,
    days_near,
    followups,
    jobs,
    knowledge,
    people,
    prepsheets,
    sheet_choices,
    sheet_codes,
    shops,
    special_days,
    timeline,
)
from lovedesk.shop.about_lines import Line, Section
from lovedesk.shop.sheet_records import Code
from lovedesk.shop.timeline import Touch
from lovedesk.words import _, date_full, day_of_month, joined, time

TOUCHES, AHEAD = 12, 20     # lines of what has been, and of what is to come


class WholePage(NamedTuple):
    """All that may stand on paper of a customer."""

    name: str
    standing: str
    shop: str
    day: dt.date
    sections: list[Section]
    codes: tuple[Code, ...]
    motto: str
    sample: bool


def whole(customer: int, *, now: dt.datetime) -> WholePage:
    """The page of a customer, without what was switched off for such pages."""
    head = customers.head(customer, now)
    if head is None:
        raise Refused(_("This customer is not here any more. Look in the trash."))
    choice, shop, teller = sheet_choices.of(sheet_choices.WHOLE), shops.about(), _Teller(head, now)
    told: tuple[tuple[str, str, Callable[[], Iterator[Line]]], ...] = (
        ("meet", _("People"), teller.people), ("way", _("How to reach them"), teller.ways),
        ("jobs", _("What we do for them"), teller.jobs), ("easy", _("Easy for them"), teller.easy),
        ("easy", _("What we agreed"), teller.agreed), ("know", _("Good to know"), teller.known),
        ("near", _("Their days"), teller.days), ("owed", _("We owe"), teller.we_owe),
        ("owed", _("They owe"), teller.they_owe), ("ahead", _("Ahead"), teller.ahead),
        ("touches", _("When we were in touch"), teller.touches))
    sections = [Section(title, lines) for block, title, tell in told
                if block not in choice.without and (lines := list(tell()))]
    standing = customers.standing_word(head.standing)
    since = _("{standing}, since {day}").format(standing=standing, day=date_full(head.since)) if head.since else ""
    names = {None: head.name} | {person.id: person.name for person in teller.here}
    address = prepsheets.first_address(teller.all_ways, household=head.kind == "person")
    return WholePage(head.name, since or standing, shop.name, now.date(), sections,
                     sheet_codes.codes(choice.codes, teller.all_ways, names, address.value if address else ""),
                     sheet_choices.foot(), shop.sample)


class _Teller:
    """Reads what may stand on paper, a section at a time."""

    def __init__(self, head: customers.Head, now: dt.datetime) -> None:
        self.customer, self.name, self.now = head.id, head.name, now
        self.here = [person for person in people.at(head.id) if person.to_meet]
        ids = {person.id for person in self.here}
        self.all_ways = [way for way in contact_points.of(head.id) if way.person is None or way.person in ids]
        if head.kind != "person":   # the home of someone of a business is theirs
            self.all_ways = [way for way in self.all_ways
                             if way.kind != "address" or not way.person or way.label == contact_points.WORK]

    def people(self) -> Iterator[Line]:
        """Who is met, how their names are said, what they do, how they wish to be reached."""
        for person in self.here:
            say = _("say “{sound}”").format(sound=person.say) if person.say else ""
            wish = people.wish_words(person.wish_channel, person.wish_time)
            known = "\n".join(part for part in (person.role, say, wish) if part)
            if known or person.name != self.name:       # whose page it is stands at its top
                yield Line(person.name, known or "–")

    def ways(self) -> Iterator[Line]:
        """Numbers, addresses; never how to get in."""
        names = {person.id: person.name for person in self.here}
        for way in self.all_ways:
            value = ", ".join(way.value.splitlines())
            note = _("{number}, {note}").format(number=value, note=way.note) if way.note else value
            yield Line(names.get(way.person, "") if way.person else _way_word(way.kind), note)

    def jobs(self) -> Iterator[Line]:
        """Each job and how far it is, in kind words; what it cost stands on bills."""
        for job in jobs.of(self.customer):
            what = _("{what}, {place}").format(what=job.what, place=job.place) if job.place else job.what
            yield Line(jobs.kind_words(job, self.now.date()), what)

    def easy(self) -> Iterator[Line]:
        """What we do to make it easy."""
        return (Line("", text) for text in knowledge.made_easy(self.customer))

    def agreed(self) -> Iterator[Line]:
        """What both sides agreed on."""
        return (Line("", text) for text in knowledge.agreed(self.customer))

    def known(self) -> Iterator[Line]:
        """Details for paper, by topic."""
        for fact in knowledge.by_weight(knowledge.on_paper(self.customer, frozenset())):
            yield Line(prepsheets.topic_word(fact.topic), fact.words)

    def days(self) -> Iterator[Line]:
        """Their yearly days; those of their family stay here."""
        for day in special_days.of(self.customer):
            if day.reminds and not day.family:
                yield Line(day_of_month(day.month, day.day), days_near.day_words(day))

    def we_owe(self) -> Iterator[Line]:
        """What is open on our side."""
        return self._open(theirs=False)

    def they_owe(self) -> Iterator[Line]:
        """What is open on theirs."""
        return self._open(theirs=True)

    def _open(self, *, theirs: bool) -> Iterator[Line]:
        for due in followups.open_of(self.customer):
            if due.reminds and due.theirs == theirs and (theirs or due.promised):
                yield Line(date_full(due.due) if due.due else _("no day"), due.title)

    def ahead(self) -> Iterator[Line]:
        """What is planned, the next first."""
        for touch in timeline.ahead_of(self.customer, self.now, AHEAD):
            when = date_full(touch.start.date())
            yield Line(when if touch.days else _("{date}, {time}").format(date=when, time=time(touch.start.time())),
                       ", ".join(part for part in (_what(touch), joined(touch.people)) if part))

    def touches(self) -> Iterator[Line]:
        """What has been, the last first: what it was for, and of what value."""
        done = [touch for touch in timeline.of_customer(self.customer) if touch.done]
        for touch in done[:TOUCHES]:
            yield Line(date_full(touch.start.date()),
                       "\n".join(part for part in (_what(touch), touch.value, touch.notes) if part))


def _way_word(kind: str) -> str:
    return {"phone": _("Phone"), "email": _("E-mail"), "address": _("Address"), "web": _("Web page")}.get(
        kind, _("Message"))


def _what(touch: Touch) -> str:
    return ", ".join(part for part in (builtin.channel_label(touch.channel), builtin.occasion_label(touch.occasion),
                                       touch.title) if part)
