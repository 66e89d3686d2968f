"""When the sample shop is open, what repeats in it, whom it wishes to see how often, and what it does with several.

It is told in resources/sample/calendar.toml, whose form stands at its top.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

from lovedesk import paths
from lovedesk.shop import (
    after_jobs,
    builtin,
    chasing,
    contact_points,
    customers,
    followups,
    frictions,
    opening,
    own_path,
    people,
    requests,
    rhythms,
    series,
    shops,
    touchpoints,
)
from lovedesk.shop.tables import rows

Entry = dict[str, Any]
_SAYS = ("channel", "occasion", "title", "checklist", "place", "minutes", "days")


def fill(today: dt.date, keepers: dict[str, int]) -> None:
    """Give the sample its days; its customers and their jobs are there already."""
    told = tomllib.loads((paths.resources() / "sample" / "calendar.toml").read_text("utf-8"))
    _open(told["shop"], told["closed"], today)
    for rhythm in told["rhythm"]:
        rhythms.set_for([_named(rhythm["customer"])], rhythm["wish"], rhythm["most"])
    for entry in told["job"]:
        ((job,),) = rows("select id from job where what = ? and customer_id = ?", entry["what"],
                         _named(entry["customer"]))
        after_jobs.answer(job, entry["said"], today=today + dt.timedelta(entry["day"]))
    for twin in told["twin"]:
        _add_twin(twin)
    _Days(today, keepers).fill(told)


def _named(name: str) -> int:
    ((customer,),) = rows("select id from customer where name = ?", name)
    return int(customer)


def _open(shop: Entry, closed: list[Entry], today: dt.date) -> None:
    shops.set_country(shop["country"])
    opening.set_region(shop["region"])
    opening.show_holidays(True)
    for weekday, hours in enumerate(shop["hours"]):
        opening.set_hours(weekday, hours)
    for entry in closed:
        opening.close(today + dt.timedelta(entry["first"]), today + dt.timedelta(entry["last"]), entry["why"])


def _add_twin(entry: Entry) -> None:
    """The same customer once more, as happens when a card comes in from another phone."""
    customer = customers.add(entry["name"], kind="business")
    person = people.add(customer, entry["person"])
    for value, in rows("select w.value from contact_point w join membership m on m.person_id = w.person_id "
                       "where m.customer_id = ? and w.kind = 'phone'", _named(entry["of"])):
        contact_points.add(value, person=person)


class _Days:
    """What lies on the days around today."""

    def __init__(self, today: dt.date, keepers: dict[str, int]) -> None:
        self.today, self.keepers = today, keepers
        self.midnight = dt.datetime.combine(today, dt.time())

    def fill(self, told: Entry) -> None:
        for entry in told["repeat"]:
            self._repeat(entry)
        for entry in told["again"]:
            self._repeat_followup(entry)
        for entry in (*told["several"], *told["own"], *told["touch"]):
            self._plan(entry)
        for entry in told["request"]:
            self._request(entry)
        self._walk_own_path(told["path"])

    def _day(self, entry: Entry) -> dt.date:
        if "weekday" in entry:
            return self.today - dt.timedelta((self.today.weekday() - entry["weekday"] - 1) % 7 + 1)
        return self.today + dt.timedelta(entry["day"])

    def _plan(self, entry: Entry) -> int:
        whom = [_named(name) for name in entry.get("customers", [entry["customer"]] if "customer" in entry else [])]
        start = dt.datetime.combine(self._day(entry), dt.time.fromisoformat(entry.get("time", "00:00")))
        made = touchpoints.plan(whom, start, began=entry.get("began", "we"), keeper=self.keepers[entry["keeper"]],
                                **{name: entry[name] for name in _SAYS if name in entry})
        chasing.set_chased(made, chased=entry.get("chased", False))
        if start < self.midnight:
            self._finish(made, entry, start)
        return made

    def _finish(self, touchpoint: int, entry: Entry, start: dt.datetime) -> None:
        for field in ("notes", "value"):
            touchpoints.write(touchpoint, field, entry.get(field, ""))
        touchpoints.finish(touchpoint, now=start + dt.timedelta(hours=4))

    def _repeat(self, entry: Entry) -> None:
        first = self._plan(entry)
        series.repeat(first, entry["rule"], settled_until=self.midnight)

    def _repeat_followup(self, entry: Entry) -> None:
        made = followups.add(entry["title"], kind=entry["kind"], due=self._day(entry),
                             keeper=self.keepers[entry["keeper"]])
        series.repeat_followup(made, entry["rule"], waits=entry.get("waits", False))

    def _request(self, entry: Entry) -> None:
        asked = dt.datetime.combine(self._day(entry), dt.time.fromisoformat(entry["time"]))
        request = requests.add(entry["text"], customer=_named(entry["customer"]), now=asked, asked_at=asked)
        if "answered" in entry:
            requests.answer(request, now=asked + dt.timedelta(minutes=entry["answered"]))

    def _walk_own_path(self, entry: Entry) -> None:
        walked = self.midnight + dt.timedelta(entry["walked"], hours=9)
        template = builtin.checklist(builtin.OWN_PATH)
        assert template is not None
        keeper = next(iter(self.keepers.values()))
        made = touchpoints.plan([], walked, checklist=builtin.OWN_PATH, title=template.title, keeper=keeper)
        self._finish(made, entry, walked)
        for found in entry["frictions"]:
            friction = frictions.add(found["text"], customer=None, on=walked.date(), touchpoint=made)
            if "mended" in found:
                frictions.mend(friction, on=self.today + dt.timedelta(found["mended"]))
        own_path.plan(own_path.good_day(self.today + dt.timedelta(entry["next"])), keeper=keeper)
