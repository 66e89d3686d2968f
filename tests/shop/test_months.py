"""The calendar: visits, follow-ups and days of theirs on their days, and the agenda beside it."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import (
    contact_points,
    customers,
    followups,
    months,
    people,
    series,
    shops,
    special_days,
    touchpoints,
)
from lovedesk.shop.months import Entry
from lovedesk.shop.tables import Shop, Touchpoint
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
NOVEMBER = (dt.date(2026, 11, 1), dt.date(2026, 11, 30))


def titles(found: list[Entry]) -> list[str]:
    return [entry.title for entry in found]


def test_a_day_has_days_of_theirs_then_what_has_a_time_then_the_rest(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        followups.add("some time", customer=ana, due=NOW.date())
        followups.add("at ten", customer=ana, due=NOW.date(), due_time="10:00", promised=True)
        touchpoints.plan([ana], NOW + dt.timedelta(hours=2), title="at eleven")
        special_days.add("birthday", 11, 24, year=1986, person=people.at(ana)[0].id)
        special_days.add("wedding", 11, 24, customer=ana)
        touchpoints.plan([ana], NOW - dt.timedelta(1), title="the day before")
    found = months.month(*NOVEMBER)
    assert sorted(titles(found)[1:3]) == ["Ana Ruiz", "wedding"]
    assert [*titles(found)[:1], *titles(found)[3:]] == ["the day before", "at ten", "at eleven", "some time"]
    birthday = next(entry for entry in found if entry.kind == months.BIRTHDAY)
    assert (birthday.age, birthday.customer_id) == (40, ana)
    assert found[3].promised


def test_what_is_done_stays_on_its_day_and_what_is_cancelled_or_dropped_does_not(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.finish(touchpoints.plan([ana], NOW, title="done"), now=NOW)
        touchpoints.cancel(touchpoints.plan([ana], NOW, title="cancelled"), "ill", now=NOW)
        followups.finish(followups.add("finished", customer=ana, due=NOW.date()), now=NOW)
        followups.drop(followups.add("dropped", customer=ana, due=NOW.date()), "late", now=NOW)
    assert [(entry.title, entry.done) for entry in months.month(*NOVEMBER)] == [("done", True), ("finished", True)]


@pytest.mark.parametrize(("first", "last", "shown"), [
    (dt.date(2026, 12, 28), dt.date(2027, 2, 7), [dt.date(2026, 12, 30), dt.date(2027, 1, 2)]),
    (dt.date(2027, 2, 22), dt.date(2027, 2, 28), [dt.date(2027, 2, 28)]),
    (dt.date(2027, 3, 1), dt.date(2027, 3, 31), []),
    (dt.date(2028, 2, 28), dt.date(2028, 2, 28), []),
    (dt.date(2028, 2, 28), dt.date(2028, 3, 5), [dt.date(2028, 2, 29)]),
])
def test_days_come_each_year_across_its_end_and_the_29th_of_february_too(
        desk: Desk, ana: int, first: dt.date, last: dt.date, shown: list[dt.date]) -> None:
    with desk.act("day.add"):
        for month, day in ((12, 30), (1, 2), (2, 29)):
            special_days.add("birthday", month, day, customer=ana)
    assert [entry.day for entry in months.days_of_theirs(first, last)] == shown


def test_the_days_of_those_who_left_or_are_no_customers_are_not_called_to_mind(desk: Desk, ana: int) -> None:
    with desk.act("day.add"):
        person = people.at(ana)[0].id
        special_days.add("birthday", 11, 24, person=person)
    for standing, shown in (("gone", 0), ("other", 0), ("one-off", 1)):
        with desk.act("customer.set_standing"):
            customers.set_standing(ana, standing)
        assert len(months.days_of_theirs(*NOVEMBER)) == shown


def test_the_agenda_says_what_is_open_still_what_is_today_and_what_comes(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], NOW - dt.timedelta(1), title="sheet")
        touchpoints.plan([ana], NOW, title="visit today")
        touchpoints.plan([ana], NOW + dt.timedelta(3), title="visit to come")
        touchpoints.plan([ana], NOW + dt.timedelta(15), title="far away")
        followups.add("late", customer=ana, due=NOW.date() - dt.timedelta(3))
        followups.add("due today", customer=ana, due=NOW.date(), theirs=True)
        followups.add("due soon", customer=ana, due=NOW.date() + dt.timedelta(14))
        followups.add("some day", customer=ana)
        special_days.add("birthday", 11, 26, customer=ana)
    agenda = months.agenda(NOW)
    assert [(entry.kind, entry.title) for entry in agenda.still_open] == [("followup", "late"), ("sheet", "sheet")]
    assert titles(agenda.today) == ["visit today", "due today"]
    assert agenda.today[1].theirs
    assert titles(agenda.planned) == ["Ana Ruiz", "visit to come", "due soon"]
    assert titles(agenda.without_day) == ["some day"]


def test_visits_that_are_shown_are_told_in_full_also_of_what_repeats(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], NOW, title="once", place="The barn")
        series.repeat(touchpoints.plan([ana], NOW + dt.timedelta(2), title="each week"), "FREQ=WEEKLY")
        followups.add("call", customer=ana, due=NOW.date())
        contact_points.add("5 High Street\nLeeds", kind="address", customer=ana)
    found = months.month(*NOVEMBER)
    assert {(entry.people, entry.place) for entry in found} == {("", "")}
    told = [(entry.title, entry.people, entry.place) for entry in months.in_full(found)]
    assert told == [("once", "Ana Ruiz", "The barn"), ("call", "", ""), ("each week", "Ana Ruiz", "5 High Street")]
    assert months.in_full([]) == []


def test_a_sheet_of_this_morning_waits_at_one_place(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], NOW, title="this morning", minutes=30)
    agenda = months.agenda(NOW + dt.timedelta(hours=1))
    assert titles(agenda.still_open) == ["this morning"]
    assert agenda.today == []


def test_a_zone_is_told_where_it_is_not_the_shops(desk: Desk, ana: int) -> None:
    with desk.act("shop.set_up"):
        shops.set_up("Tansy & Thread")
        Shop.update(zone="Europe/Berlin").execute()
        for zone in ("", "Europe/Berlin", "America/New_York"):
            visit = touchpoints.plan([ana], NOW, title=zone)
            Touchpoint.update(zone=zone).where(Touchpoint.id == visit).execute()
    assert {entry.title: entry.zone for entry in months.month(*NOVEMBER)} == {
        "": "", "Europe/Berlin": "", "America/New_York": "America/New_York"}


def test_what_lasts_for_days_is_found_from_each_of_them(desk: Desk) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([], NOW, days=5, title="The fair")
    found = [months.month(day, day) for day in (NOW.date() + dt.timedelta(n) for n in range(-1, 6))]
    assert [len(entries) for entries in found] == [0, 1, 1, 1, 1, 1, 0]
    assert (found[3][0].day, found[3][0].last, found[3][0].time) == (NOW.date(), dt.date(2026, 11, 28), None)


def test_a_visit_with_several_says_how_many_others_also_one_that_repeats(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        ben, cleo = customers.add("Ben"), customers.add("Cleo")
        visit = touchpoints.plan([ana, ben, cleo], NOW)
        touchpoints.plan([ana], NOW + dt.timedelta(hours=3))
        series.repeat(visit, "FREQ=DAILY")
    found = months.month(NOW.date(), NOW.date() + dt.timedelta(1))
    assert [entry.others for entry in found] == [2, 0, 2]
    assert [entry.whom == f"{entry.customer} +2" for entry in found] == [True, False, True]
    with desk.act("customer.trash"):
        customers.trash(cleo)
    assert [entry.others for entry in months.month(NOW.date(), NOW.date())] == [1, 0]
