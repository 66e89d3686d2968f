"""Two side by side: what differs, what is suggested, what hangs on each, and what cannot be one."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import comparing, contact_points, customers, details, followups, merging, people, touchpoints
from lovedesk.store.desk import Desk


def test_only_what_differs_is_a_choice_and_what_is_there_is_suggested(desk: Desk) -> None:
    with desk.act("customer.add"):
        one = customers.add("Anna Ruiz", since=dt.date(2019, 5, 1))
        other = customers.add("Ana Ruiz", since=dt.date(2024, 5, 1))
        people.set_nickname(people.at(one)[0].id, "Anna")
        people.set_say(people.at(other)[0].id, "roo-EETH")
    found = comparing.compare("customer", one, other)
    assert {field.key: (field.values, field.suggested) for field in found.fields} == {
        "name": (("Anna Ruiz", "Ana Ruiz"), comparing.OTHER),
        "since": (("Wed 1 May 2019", "Wed 1 May 2024"), comparing.ONE),
        "nickname": (("Anna", ""), comparing.ONE), "say": (("", "roo-EETH"), comparing.OTHER)}
    assert found.people == (people.at(one)[0].id, people.at(other)[0].id)


def test_what_hangs_on_each_is_counted(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        firm = customers.add("Firm", kind="business")
        ben = people.add(firm, "Ben Li")
        touchpoints.plan([ana], desk.now())
        details.add("likes tea", topic="care", person=ben)
        followups.add("call", customer=firm)
        contact_points.add("01632 960001", person=ben)
    one, other = comparing.compare("customer", ana, firm).sides
    assert (one.touches, one.details, one.jobs, one.followups, one.people) == (1, 0, 0, 0, [])
    assert (other.touches, other.details, other.followups, other.people) == (0, 1, 1, ["Ben Li"])
    assert other.ways == ["01632 960001"]


def test_who_cannot_be_one(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        one, other, gone = (customers.add(name) for name in ("Bo", "Bob", "Cleo"))
        customers.trash(gone)
    with desk.act("customer.merge"):
        merging.merge("customer", one, other)
    for two, why in (((ana, ana), "choose two"), ((ana, gone), "Cleo is in the trash"), ((gone, ana), "in the trash"),
                     ((one, ana), "Bo was made one with Bob"), ((other, one), "was made one"), ((ana, 7), "not here")):
        with pytest.raises(Refused, match=why):
            comparing.compare("customer", *two)
