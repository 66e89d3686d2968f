"""Follow-ups: kept, moved, done, dropped; a promise keeps the day that was promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import contact_points, customers, followups, people, series, shops, touchpoints
from lovedesk.shop.followups import Due
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)
FRIDAY = dt.date(2026, 11, 27)


def add(desk: Desk, title: str, **values: Any) -> int:
    with desk.act("followup.add"):
        return followups.add(title, **values)


def get(followup: int) -> Due:
    found = followups.get(followup)
    assert found is not None
    return found


def titles(found: list[Due]) -> list[str]:
    return [due.title for due in found]


def test_the_longest_waiting_comes_first_and_what_has_a_time_before_what_has_none(desk: Desk, ana: int) -> None:
    for days, title, at in ((0, "call", ""), (-3, "send samples", ""), (1, "visit", ""), (0, "write", "9:30")):
        add(desk, title, customer=ana, due=TODAY + dt.timedelta(days), due_time=at)
    assert titles(followups.open_until(TODAY)) == ["send samples", "write", "call"]
    assert titles(followups.between(TODAY, FRIDAY)) == ["write", "call", "visit"]


def test_all_that_was_said_is_kept(desk: Desk, ana: int) -> None:
    person = people.at(ana)[0].id
    with desk.act("followup.add"):
        contact_points.add("0151 496 0142", person=person)
        mira = shops.add_keeper("Mira")
        visit = touchpoints.plan([ana], dt.datetime(2026, 11, 20, 9))
        followup = followups.add(" Send the\nbill ", customer=ana, due=FRIDAY, due_time="9:05", promised=True,
                                 person=person, touchpoint=visit, kind="send", keeper=mira, told_on=TODAY)
    assert get(followup) == Due(
        followup, "Send the bill", ana, "Ana Ruiz", "Ana Ruiz", FRIDAY, "09:05", True, FRIDAY, False, "Mira", "send",
        "0151 496 0142", False, False, "", mira, reminds=True, told_on=TODAY)
    assert titles(followups.of_touchpoint(visit)) == ["Send the bill"]


def test_a_long_list_has_no_numbers_until_they_are_asked_for(desk: Desk, ana: int) -> None:
    with desk.act("followup.add"):
        contact_points.add("0151 496 0142", person=people.at(ana)[0].id)
        followups.add("ring", customer=ana, due=TODAY)
        followups.add("our own", due=TODAY)
        series.repeat_followup(followups.add("ring each week", customer=ana, due=TODAY), "FREQ=WEEKLY")
    last = TODAY + dt.timedelta(10)
    found = followups.open_until(last, today=TODAY)
    assert [due.phone for due in found if due.title != "our own"] == ["0151 496 0142"] * 3
    lean = followups.open_until(last, today=TODAY, numbers=False)
    assert {due.phone for due in lean} == {""}
    assert followups.with_numbers(lean) == found


@pytest.mark.parametrize(("values", "words"), [
    ({"title": "  "}, "to be done"), ({"title": "x" * 501}, "too long"), ({"title": "x", "customer": 1}, "not here"),
    ({"title": "x", "due_time": "soon"}, "9:30"), ({"title": "x", "due_time": "24:00"}, "9:30"),
    ({"title": "x", "due": dt.date(9999, 1, 1)}, "far away"),
])
def test_what_cannot_be_done_is_refused_and_keeps_nothing(desk: Desk, values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        add(desk, **values)
    assert followups.open_without_day() == followups.open_until(dt.date.max) == []


def test_a_promise_keeps_its_day_when_it_is_moved(desk: Desk, ana: int) -> None:
    followup = add(desk, "call", customer=ana, due=TODAY, promised=True)
    with desk.act("followup.move"):
        followups.move(followup, FRIDAY)
    assert (get(followup).due, get(followup).promised_for) == (FRIDAY, TODAY)
    desk.undo()
    assert get(followup).due == TODAY


CHANGES: list[tuple[Callable[[int], None], str, object]] = [
    (lambda row: followups.rename(row, "ring"), "title", "ring"),
    (lambda row: followups.move(row, None), "due", None),
    (lambda row: followups.promise(row, True), "promised_for", TODAY),
    (lambda row: followups.set_theirs(row, True), "theirs", True),
    (lambda row: followups.set_keeper(row, shops.add_keeper("Mira")), "keeper", "Mira"),
    (lambda row: followups.finish(row, now=dt.datetime(2026, 11, 24, 9)), "done", True),
    (lambda row: followups.drop(row, "not needed", now=dt.datetime(2026, 11, 24, 9)), "dropped_why", "not needed"),
]


@pytest.mark.parametrize(("change", "field", "value"), CHANGES)
def test_a_change_is_kept_and_can_be_taken_back(desk: Desk, ana: int, change: Callable[[int], None], field: str,
                                                value: object) -> None:
    followup = add(desk, "call", customer=ana, due=TODAY)
    before = get(followup)
    with desk.act("followup.change"):
        change(followup)
    assert getattr(get(followup), field) == value
    desk.undo()
    assert get(followup) == before


@pytest.mark.parametrize("change", [row[0] for row in CHANGES])
def test_what_is_in_the_trash_cannot_be_changed(desk: Desk, ana: int, change: Callable[[int], None]) -> None:
    followup = add(desk, "call", customer=ana, due=TODAY)
    with desk.act("followup.trash"):
        followups.trash(followup)
    with pytest.raises(Refused, match="trash"), desk.act("followup.change"):
        change(followup)
    assert followups.of(ana) == []


def test_what_is_done_or_dropped_is_not_open_until_it_is_opened_again(desk: Desk, ana: int) -> None:
    done, dropped = (add(desk, title, customer=ana, due=TODAY) for title in ("done", "dropped"))
    with desk.act("followup.finish"):
        followups.finish(done, now=desk.now())
        followups.drop(dropped, "asked too late", now=desk.now())
    assert followups.open_until(TODAY) == followups.open_of(ana) == []
    assert titles(followups.between(TODAY, TODAY)) == ["done"]
    assert titles(followups.of(ana)) == ["done", "dropped"]
    with desk.act("followup.reopen"):
        followups.reopen(done)
        followups.reopen(dropped)
    assert titles(followups.open_of(ana)) == ["done", "dropped"]


def test_finishing_what_was_dropped_makes_it_done(desk: Desk, ana: int) -> None:
    followup = add(desk, "call", customer=ana)
    with desk.act("followup.drop"):
        followups.drop(followup, "no time", now=desk.now())
    with desk.act("followup.finish"):
        followups.finish(followup, now=desk.now())
    assert (get(followup).done, get(followup).dropped) == (True, False)


def test_nothing_is_dropped_without_a_reason(desk: Desk, ana: int) -> None:
    followup = add(desk, "call", customer=ana)
    with pytest.raises(Refused, match="Why"), desk.act("followup.drop"):
        followups.drop(followup, " ", now=desk.now())
    assert titles(followups.open_without_day()) == ["call"]


def test_the_number_to_call_is_the_persons_then_the_customers_preferred_one(desk: Desk) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business")
        tad = people.add(cafe, "Tad")
        contact_points.add("0151 496 0001", customer=cafe)
        contact_points.add("0151 496 0002", person=tad, preferred=True)
        contact_points.add("0151 496 0003", customer=cafe, preferred=True)
    assert get(add(desk, "call Tad", customer=cafe, person=tad)).phone == "0151 496 0002"
    assert get(add(desk, "call", customer=cafe)).phone == "0151 496 0003"
