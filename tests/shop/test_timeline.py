"""Touchpoints in time: of a day, of a customer, and those that wait to be typed in."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lovedesk.shop import contact_points, customers, items, people, series, shops, timeline, touchpoints
from lovedesk.shop.timeline import Touch
from lovedesk.store.desk import Desk

NINE = dt.datetime(2026, 11, 24, 9, 0)


def plan(desk: Desk, customer: int, start: dt.datetime, title: str = "", **values: Any) -> int:
    with desk.act("visit.plan"):
        return touchpoints.plan([customer], start, title=title, **values)


def finish(desk: Desk, touchpoint: int) -> None:
    with desk.act("visit.finish"):
        touchpoints.finish(touchpoint, now=desk.now())


def titles(found: list[Touch]) -> list[str]:
    return [touch.title for touch in found]


def test_a_day_is_in_order_without_what_was_cancelled(desk: Desk, ana: int) -> None:
    for hours, title in ((5, "late"), (0, "early"), (15, "tomorrow"), (-10, "yesterday")):
        plan(desk, ana, NINE + dt.timedelta(hours=hours), title)
    with desk.act("visit.cancel"):
        touchpoints.cancel(plan_now(ana), "ill", now=desk.now())
    assert titles(timeline.of_day(NINE.date())) == ["early", "late"]
    assert titles(timeline.between(NINE.date(), NINE.date() + dt.timedelta(1))) == ["early", "late", "tomorrow"]


def plan_now(customer: int) -> int:
    return touchpoints.plan([customer], NINE, title="cancelled")


def test_a_keepers_day_has_theirs_and_what_is_no_ones(desk: Desk, ana: int) -> None:
    with desk.act("shop.set_up"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
    for title, keeper in (("mira", mira), ("jonas", jonas), ("no one", None)):
        plan(desk, ana, NINE, title, keeper=keeper)
    assert titles(timeline.of_day(NINE.date(), keeper=mira)) == ["mira", "no one"]
    assert titles(timeline.of_day(NINE.date())) == ["mira", "jonas", "no one"]


def test_a_sheet_waits_from_the_end_of_its_visit_until_it_is_closed_the_oldest_first(desk: Desk, ana: int) -> None:
    plan(desk, ana, NINE - dt.timedelta(days=1), "yesterday")
    week = plan(desk, ana, NINE - dt.timedelta(days=7), "last week")
    plan(desk, ana, NINE, "now", minutes=45)
    assert titles(timeline.to_type_in(NINE + dt.timedelta(minutes=44))) == ["last week", "yesterday"]
    finish(desk, week)
    assert titles(timeline.to_type_in(NINE + dt.timedelta(minutes=45))) == ["yesterday", "now"]


def test_a_customers_touches_are_newest_first_with_their_words(desk: Desk, ana: int) -> None:
    old = plan(desk, ana, NINE - dt.timedelta(30), "old")
    plan(desk, ana, NINE + dt.timedelta(7), "next")
    with desk.act("visit.write"):
        touchpoints.write(old, "said", "Lovely")
        touchpoints.write(old, "value", "A sealer")
        touchpoints.write(old, "notes", "We sat")
    finish(desk, old)
    found = timeline.of_customer(ana)
    assert titles(found) == ["next", "old"]
    assert (found[1].said, found[1].value, found[1].notes, found[1].done) == ("Lovely", "A sealer", "We sat", True)


def test_the_last_and_the_next_touch_are_found(desk: Desk, ana: int) -> None:
    assert timeline.last_done(ana, NINE) is timeline.next_planned(ana, NINE) is None
    for days, title in ((-40, "older"), (-30, "old")):
        finish(desk, plan(desk, ana, NINE + dt.timedelta(days), title))
    for days, title in ((-1, "open"), (7, "next"), (9, "later")):
        plan(desk, ana, NINE + dt.timedelta(days), title)
    last, following = timeline.last_done(ana, NINE), timeline.next_planned(ana, NINE)
    assert last is not None and last.title == "old"
    assert following is not None and following.title == "next"


def test_a_row_says_whom_to_meet_where_and_what_to_bring(desk: Desk) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business")
        xiomara = people.add(cafe, "Xiomara Reyes", say="see-oh-MAH-rah")
        tad = people.add(cafe, "Tad Okonkwo")
        contact_points.add("7 Home Lane", person=tad, kind="address")
        contact_points.add("11 Quay Street\nHarbour", customer=cafe, kind="address")
        contact_points.add("0151 496 0100", customer=cafe)
        contact_points.add("0151 496 0177", person=tad)
        visit = touchpoints.plan([cafe, customers.add("Roxy Cinema", kind="business")], NINE)
        touchpoints.set_people(visit, [xiomara, tad])
        items.add(visit, "bring", "A jar of jam")
    (touch,) = timeline.of_day(NINE.date())
    assert (touch.customer, touch.others, touch.people, touch.say) == (
        "Café Halcyon", 1, ["Xiomara Reyes", "Tad Okonkwo"], ["see-oh-MAH-rah", ""])
    assert (touch.address, touch.phone, touch.bring) == ("11 Quay Street", "0151 496 0177", ["A jar of jam"])
    assert touch.until == NINE + dt.timedelta(minutes=45)


def test_a_person_lives_at_their_own_address(desk: Desk, ana: int) -> None:
    with desk.act("contact.add"):
        contact_points.add("7 Home Lane", person=people.at(ana)[0].id, kind="address")
    plan(desk, ana, NINE)
    assert timeline.of_day(NINE.date())[0].address == "7 Home Lane"


def test_of_what_repeats_with_a_customer_a_day_and_what_is_ahead_are_told(desk: Desk, ana: int) -> None:
    first = plan(desk, ana, NINE, "tea")
    plan(desk, ana, NINE + dt.timedelta(9), "once")
    with desk.act("series.repeat"):
        series.repeat(first, "FREQ=WEEKLY")
    found = timeline.ahead_of(ana, NINE, 4)
    assert [(touch.title, (touch.start - NINE).days) for touch in found] == [
        ("tea", 0), ("tea", 7), ("once", 9), ("tea", 14)]
    assert timeline.on_day(ana, found[3].start.date()) == found[3:]
    with desk.act("visit.cancel"):
        touchpoints.cancel(found[1].id, "ill", now=desk.now())
    assert timeline.on_day(ana, found[1].start.date()) == []
    assert titles(timeline.ahead_of(ana, NINE, 2)) == ["tea", "once"]
