"""What binds the sample's customers: tags, families, wishes, jobs, agreements and what makes it easy for them.

It is told in resources/sample/ties.toml, whose form stands at its top.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

from lovedesk import paths
from lovedesk.shop import (
    accommodations,
    agreements,
    frictions,
    jobs,
    kept_lists,
    links,
    people,
    requests,
    rhythms,
    special_days,
    tags,
)
from lovedesk.shop.narrowing import Terms
from lovedesk.shop.tables import rows

Entry = dict[str, Any]
_NOON = dt.time(12)
_AGREED_AFTER = dt.timedelta(3)     # days between asking and agreeing
_ORDER = ("agreed", "work", "ready", "delivered", "paid")


def fill(today: dt.date, keeper: int) -> None:
    """Tie the sample's customers together; their contacts and visits are there already."""
    told = tomllib.loads((paths.resources() / "sample" / "ties.toml").read_text("utf-8"))
    for entry in told["customer"]:
        _Ties(entry, today, keeper).fill()
    for link in told["link"]:
        links.add(link["word"], back=link["back"], from_customer=_named(link["from"]), to_customer=_named(link["to"]))
    for kept in told["list"]:
        kept_lists.keep(kept["name"], Terms(tags=tuple(kept["tags"])))
    for rhythm in told["rhythm"]:
        rhythms.set_for_tag(tags.add([], rhythm["tag"]), rhythm["wish"], rhythm["most"])


def _named(name: str) -> int:
    ((customer,),) = rows("select id from customer where name = ?", name)
    return int(customer)


class _Ties:
    """What one customer is tied by."""

    def __init__(self, entry: Entry, today: dt.date, keeper: int) -> None:
        self.entry, self.today, self.keeper = entry, today, keeper
        self.customer = _named(entry["name"])
        self.people = {person.name: person.id for person in people.at(self.customer)}

    def fill(self) -> None:
        for word in self.entry.get("tags", ()):
            tags.add([self.customer], word)
        for member in self.entry.get("family", ()):
            self._add_family(member)
        if wish := self.entry.get("wish"):
            people.set_wish(self.people[wish["person"]], wish["channel"], wish["when"])
        for job in self.entry.get("jobs", ()):
            self._add_job(job)
        for agreed in self.entry.get("agreements", ()):
            agreements.add(agreed["text"], customer=self.customer, side=agreed["side"], on=self._day(agreed["day"]))
        for friction in self.entry.get("frictions", ()):
            self._add_friction(friction)
        for easy in self.entry.get("easy", ()):
            accommodations.add(easy["text"], customer=self.customer, since=self._day(easy["day"]))
        for request in self.entry.get("requests", ()):
            self._add_request(request)

    def _day(self, days: int) -> dt.date:
        return self.today + dt.timedelta(days)

    def _noon(self, days: int) -> dt.datetime:
        return dt.datetime.combine(self._day(days), _NOON)

    def _add_family(self, entry: Entry) -> None:
        member = people.add(self.customer, entry["name"], role=entry["role"], of_person=self.people[entry["of"]],
                            kind=entry.get("kind", ""))
        if "birthday" in entry:
            day = self._day(entry["birthday"])
            special_days.add("birthday", day.month, day.day, year=day.year - entry["turns"], person=member)

    def _add_job(self, entry: Entry) -> None:
        asked = self._noon(entry["asked"])
        job = jobs.add(entry["what"], customer=self.customer, now=asked, place=entry.get("place", ""),
                       keeper=self.keeper, number=entry.get("number", ""), total=entry.get("total"))
        jobs.set_months(job, entry.get("months", 0))
        agreed = asked + _AGREED_AFTER
        if "promised" in entry:
            jobs.promise(job, self._day(entry["promised"]), now=agreed)
        for stage in _ORDER[:_ORDER.index(entry["stage"]) + 1] if entry["stage"] in _ORDER else ():
            on = self._day(entry[stage]) if stage in entry else agreed.date()
            jobs.set_stage(job, stage, now=dt.datetime.combine(on, _NOON), on=on)

    def _add_friction(self, entry: Entry) -> None:
        day = self._day(entry["day"])
        friction = frictions.add(entry["text"], customer=self.customer, on=day)
        if "ease" in entry:
            accommodations.add(entry["ease"], customer=self.customer, friction=friction, since=day)
        if "mended" in entry:
            frictions.mend(friction, on=self._day(entry["mended"]))

    def _add_request(self, entry: Entry) -> None:
        asked = self._noon(entry["day"])
        request = requests.add(entry["text"], customer=self.customer, now=asked, keeper=self.keeper)
        if "answered" in entry:
            requests.answer(request, now=asked + dt.timedelta(minutes=entry["answered"]))
        if "done" in entry:
            requests.grant(request, entry["done"], now=asked + _AGREED_AFTER)
