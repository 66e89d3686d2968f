"""A few letters lead to customers, people and visits, those seen last first."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import customers, goings, people, series, timeline, touchpoints
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9)


def test_letters_find_customers_and_people_and_their_visits(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business")
        people.add(cafe, "Tad Okonkwo", role="Baker")
        mill = customers.add("Theatre at the Mill", kind="business")
        people.add(mill, "Halima Touré", role="wardrobe")
    with desk.act("visit.plan"):
        was = touchpoints.plan([cafe], dt.datetime(2026, 10, 20, 9), occasion="great")
        touchpoints.finish(was, now=NOW)
        will = touchpoints.plan([cafe], dt.datetime(2026, 11, 25, 9))
    found = goings.goings("hal", NOW)
    assert [(one.name, one.words) for one in found.whom] == [
        ("Café Halcyon", "Tad Okonkwo"), ("Halima Touré", "Theatre at the Mill, wardrobe")]
    assert [touch.id for touch in found.visits] == [will, was]
    assert [one.name for one in goings.goings("okon ta", NOW).whom] == ["Tad Okonkwo"]


def test_those_seen_last_come_first_and_alone_where_nothing_is_typed(desk: Desk) -> None:
    with desk.act("customer.add"):
        first, second = customers.add("Ana Abel"), customers.add("Ana Zeller")
    assert [one.customer for one in goings.goings("ana", NOW).whom] == [first, second]
    assert [one.customer for one in goings.goings("ana", NOW, recent=[second]).whom] == [second, first]
    assert [one.customer for one in goings.goings("", NOW, recent=[second]).whom] == [second]


def test_who_is_in_the_trash_or_was_seen_on_another_desk_is_not_offered(desk: Desk, ana: int) -> None:
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert goings.goings("ana", NOW, recent=[ana, 7]) == goings.Goings([], [])
    assert goings.goings("", NOW, recent=[ana, 7]) == goings.Goings([], [])


def test_what_is_our_own_is_found_by_its_title_the_soonest_first(desk: Desk) -> None:
    with desk.act("visit.plan"):
        was = touchpoints.plan([], NOW - dt.timedelta(days=30), title="The tax adviser")
        will = touchpoints.plan([], NOW + dt.timedelta(days=9), title="Tax adviser: yearly figures")
        gone = touchpoints.plan([], NOW + dt.timedelta(days=2), title="Tax office")
    assert [touch.id for touch in goings.goings("tax advis", NOW).visits] == [will, was]
    assert [touch.id for touch in goings.goings("tax", NOW).visits] == [gone, will, was]
    assert goings.goings("adv figu", NOW).visits[0].whom == "Tax adviser: yearly figures"
    with desk.act("visit.trash"):
        touchpoints.trash(gone)
    assert [touch.id for touch in goings.goings("tax", NOW).visits] == [will, was]
    with desk.act("series.repeat"):
        series.repeat(will, "FREQ=YEARLY")
    assert goings.goings("figures", NOW).visits[0].start == NOW + dt.timedelta(days=9)
    desk.undo()
    assert [touch.id for touch in goings.goings("tax", NOW).visits] == [will, was]


def test_what_was_with_someone_who_is_gone_is_not_our_own(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], NOW + dt.timedelta(days=1), title="Tax papers")
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert goings.goings("tax", NOW).visits == []


def test_in_few_words_of_our_own_the_title_is_the_name(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([], NOW, title="Stock")
        touchpoints.plan([ana], NOW, title="The hinge again", occasion="problem")
    ours, hers = timeline.of_day(NOW.date())
    said = sorted(goings.visit_words(touch) for touch in (ours, hers))
    assert said == ["", "Putting right, The hinge again"]
    assert {goings.visit_words(touch, looking=True) for touch in (ours, hers)} == {""}
