"""The sample shop: Tansy & Thread, in a desk file of its own, made relative to the day it is looked at.

Its contacts are imported as anyone's are; the rest is resources/sample/shop.toml, whose form is told at its top.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from lovedesk import paths
from lovedesk.formats import contacts
from lovedesk.shop import (
    customers,
    details,
    followups,
    imports,
    items,
    people,
    sample_calendar,
    sample_ties,
    shops,
    special_days,
    touchpoints,
)
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import ContactPoint, Customer, Touchpoint, rows
from lovedesk.store.desk import Desk
from lovedesk.store.journal import Recorder

Entry = dict[str, Any]
DONE_AT = dt.time(18, 0)
MINUTES = 45


def make(path: Path, today: dt.date, *, kind: type[Desk] = Desk) -> Desk:
    """Make the sample shop's desk anew at `path` and open it; no undo takes it away."""
    remove(path)
    desk = open_desk(path, kind=kind)
    with desk.act("sample.fill") as recorder:
        fill(recorder, today)
    desk.begin_here()
    return desk


def remove(path: Path) -> None:
    """Remove the sample shop's desk: leaving it is removing it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def fill(recorder: Recorder, today: dt.date) -> None:
    """Bring in the sample's contacts and all that the shop knows of them."""
    told = tomllib.loads((paths.resources() / "sample" / "shop.toml").read_text("utf-8"))
    shops.set_up(told["shop"]["name"], motto=told["shop"]["motto"], sample=True)
    keepers = {name: shops.add_keeper(name) for name in told["shop"]["keepers"]}
    plan = imports.prepare([contacts.read_file(paths.resources() / "sample" / "contacts.vcf")])
    imports.bring_in(plan, recorder.insert_many)
    for entry in told["customer"]:
        _Customer(entry, keepers, today).fill()
    sample_ties.fill(today, keepers[told["shop"]["keepers"][0]])
    sample_calendar.fill(today, keepers)


class _Customer:
    """One customer of the sample and the words about them."""

    def __init__(self, entry: Entry, keepers: dict[str, int], today: dt.date) -> None:
        self.entry = entry
        self.keepers = keepers
        self.keeper = keepers[entry.get("keeper", next(iter(keepers)))]
        self.today = today
        ((self.id,),) = rows("select id from customer where name = ?", entry["name"])
        self.people = {person.name: person for person in people.at(self.id)}
        self.touchpoints: dict[int, int] = {}

    def fill(self) -> None:
        customers.set_standing(self.id, self.entry.get("standing", "customer"))
        Customer.update(keeper=self.keeper).where(Customer.id == self.id).execute()
        if "since" in self.entry:
            customers.set_since(self.id, self._day(self.entry["since"]))
        for person in self.entry.get("people", ()):
            self._add_to_person(person)
        for day in self.entry.get("days", ()):
            self._add_day(day)
        for touchpoint in self.entry.get("touchpoint", ()):
            self._add_touchpoint(touchpoint)
        for detail in self.entry.get("details", ()):
            self._add_detail(detail)
        for followup in self.entry.get("followups", ()):
            self._add_followup(followup)

    def _day(self, days: int) -> dt.date:
        return self.today + dt.timedelta(days)

    def _whose(self, entry: Entry) -> dict[str, int]:
        return {"person": self.people[entry["person"]].id} if "person" in entry else {"customer": self.id}

    def _add_to_person(self, entry: Entry) -> None:
        person = self.people[entry["name"]]
        if "say" in entry:
            people.set_say(person.id, entry["say"])
        if "role" in entry:
            people.set_role(person.membership, entry["role"])
        if "note" in entry:
            first = rows("select id from contact_point where person_id = ? and kind = 'phone' "
                         "order by position, id limit 1", person.id)
            ContactPoint.update(note=entry["note"], preferred=1).where(ContactPoint.id == first[0][0]).execute()

    def _add_day(self, entry: Entry) -> None:
        day = self._day(entry["day"])
        year = day.year - entry["turns"] if "turns" in entry else None
        special_days.add(entry["kind"], day.month, day.day, year=year, **self._whose(entry))

    def _add_touchpoint(self, entry: Entry) -> None:
        start = dt.datetime.combine(self._day(entry["day"]), dt.time.fromisoformat(entry["time"]))
        met = [self.people[name].id for name in entry["people"]] if "people" in entry else None
        made = touchpoints.plan(
            [self.id], start, channel=entry.get("channel", "visit"), occasion=entry.get("occasion", ""),
            checklist="" if "items" in entry else entry.get("checklist", ""), people=met, title=entry.get("title", ""),
            minutes=entry.get("minutes", MINUTES), began=entry.get("began", "we"),
            keeper=self.keepers[entry["keeper"]] if "keeper" in entry else self.keeper)
        self.touchpoints.setdefault(entry["day"], made)
        Touchpoint.update(checklist=entry.get("checklist", "")).where(Touchpoint.id == made).execute()
        evening = dt.datetime.combine(start.date(), DONE_AT)
        for item in entry.get("items", ()):
            self._add_item(made, item, evening)
        for field in ("notes", "value", "said"):
            if field in entry:
                touchpoints.write(made, field, entry[field])
        if entry.get("done"):
            touchpoints.finish(made, now=evening)

    def _add_item(self, touchpoint: int, entry: Entry, evening: dt.datetime) -> None:
        person = self.people[entry["person"]].id if "person" in entry else None
        item = items.add(touchpoint, entry["kind"], entry["text"], topic=entry.get("topic", ""), person=person)
        if "answer" in entry:
            items.answer(item, entry["answer"], now=evening)
        if "seen" in entry:
            items.set_answer_seen_by(item, entry["seen"])
        if entry.get("ticked"):
            items.tick(item, on=True, now=evening)

    def _add_detail(self, entry: Entry) -> None:
        details.add(
            entry["text"], topic=entry["topic"], learned_on=self._day(entry["day"]) if "day" in entry else None,
            touchpoint=self.touchpoints.get(entry.get("day", 1)), seen_by=entry.get("seen", ""),
            friend=entry.get("friend", ""), change=entry.get("change", ""),
            day=self._day(entry["on"]) if "on" in entry else None, **self._whose(entry))

    def _add_followup(self, entry: Entry) -> None:
        due = self._day(entry["day"])
        promised = entry.get("promised", False)
        made = followups.add(
            entry["title"], customer=self.id, due=due, due_time=entry.get("time", ""), promised=promised,
            theirs=entry.get("waiting", False), kind=entry.get("kind", ""),
            person=self.people[entry["person"]].id if "person" in entry else None,
            keeper=self.keepers[entry["keeper"]] if "keeper" in entry else self.keeper)
        if "done" in entry:
            followups.finish(made, now=dt.datetime.combine(self._day(entry["done"]), DONE_AT))
