"""Every reading verb hides what is in the trash, what was undone, and what was merged into another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    accommodations,
    after_jobs,
    agreements,
    calendar_export,
    call_lists,
    catching_up,
    chasing,
    contact_points,
    customers,
    details,
    first_answers,
    followups,
    frictions,
    in_touch,
    items,
    jobs,
    knowledge,
    months,
    nearby,
    over_the_year,
    packing,
    papers,
    people,
    phone_notes,
    prepsheets,
    questions,
    reaching,
    reminders,
    requests,
    rhythms,
    search,
    series,
    special_days,
    stream,
    timeline,
    todays,
    touch_logs,
    touchpoints,
    visits,
    week_sheets,
    whole_pages,
)
from lovedesk.shop.calendar_part import Part
from lovedesk.shop.tables import Customer, Person
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
TODAY = NOW.date()
LATER = TODAY + dt.timedelta(7)     # a day of which nothing has a row of its own


class Ids(NamedTuple):
    """A customer with one of everything."""

    customer: int
    visit: int
    followup: int


def fill() -> Ids:
    """Make a customer with a past and a planned visit, a follow-up, a day and a detail, all named Zephyr."""
    customer = customers.add("Zephyr Ltd", kind="business")
    person = people.add(customer, "Zephyrine")
    details.add("Zephyr likes wind", topic="care", customer=customer)
    special_days.add("birthday", 11, 24, person=person)
    contact_points.add("0151 496 0142", customer=customer)
    done = touchpoints.plan([customer], NOW - dt.timedelta(7), title="Zephyr before")
    touchpoints.write(done, "notes", "Zephyr was here")
    touchpoints.finish(done, now=NOW)
    touchpoints.plan([customer], NOW - dt.timedelta(1), title="Zephyr sheet")
    visit = touchpoints.plan([customer], NOW, title="Zephyr today", checklist="good-times")
    papers.keep("Zephyr.pdf", b"%PDF-1.7", touchpoint=visit)
    agreements.add("Zephyr pays at once", customer=customer, on=TODAY)
    friction = frictions.add("Zephyr finds no parking", customer=customer, on=TODAY)
    accommodations.add("We come to Zephyr", customer=customer, since=TODAY, friction=friction)
    requests.grant(requests.add("Zephyr wants it by noon", customer=customer, now=NOW), now=NOW)
    jobs.add("Zephyr’s chair", customer=customer, now=NOW, stage="delivered")
    chasing.set_chased(done, True)
    rhythms.set_for([customer], 91)
    followups.add("Zephyr without a day", customer=customer)
    return Ids(customer, visit, followups.add("Zephyr due", customer=customer, due=TODAY, promised=True))


def fill_more() -> Ids:
    """The same, with what repeats, and a request that waits."""
    ids = fill()
    requests.add("Zephyr asks for a swatch", customer=ids.customer, now=NOW)
    series.repeat(touchpoints.plan([ids.customer], NOW, channel="call", title="Zephyr again"), "FREQ=WEEKLY")
    series.repeat_followup(followups.add("Zephyr anew", customer=ids.customer, due=TODAY), "FREQ=WEEKLY")
    return ids


READING: dict[str, Callable[[Ids], object]] = {
    "customers.ids": lambda ids: customers.ids(),
    "customers.count": lambda ids: customers.count("customer"),
    "customers.anybody": lambda ids: customers.anybody(),
    "customers.page": lambda ids: customers.page([ids.customer], NOW),
    "customers.head": lambda ids: customers.head(ids.customer, NOW),
    "customers.named": lambda ids: customers.named("Zephyr"),
    "search.customers": lambda ids: search.customers("zephyr").ids,
    "search.hits": lambda ids: search.hits("zephyr"),
    "people.at": lambda ids: people.at(ids.customer),
    "contact_points.of": lambda ids: contact_points.of(ids.customer),
    "special_days.of": lambda ids: special_days.of(ids.customer),
    "details.of": lambda ids: details.of(ids.customer),
    "papers.of_customer": lambda ids: papers.of_customer(ids.customer),
    "visits.page": lambda ids: visits.page(ids.visit),
    "visits.customers": lambda ids: visits.customers(ids.visit),
    "visits.host": lambda ids: visits.host(ids.customer),
    "timeline.of_day": lambda ids: timeline.of_day(TODAY),
    "timeline.between": lambda ids: timeline.between(TODAY - dt.timedelta(30), TODAY),
    "timeline.to_type_in": lambda ids: timeline.to_type_in(NOW),
    "timeline.on_day": lambda ids: timeline.on_day(ids.customer, LATER),
    "timeline.ahead_of": lambda ids: timeline.ahead_of(ids.customer, NOW, 9),
    "timeline.of_day later": lambda ids: timeline.of_day(LATER),
    "months.month later": lambda ids: months.month(LATER, LATER),
    "followups.between later": lambda ids: followups.between(LATER, LATER),
    "call_lists.calls": lambda ids: call_lists.calls(LATER).lines,
    "first_answers.clocks": lambda ids: first_answers.clocks(),
    "stream.of": lambda ids: stream.of(ids.customer, NOW, stream.Wanted()),
    "calendar_export.events": lambda ids: calendar_export.events(Part(), now=NOW),
    "phone_notes.Day": lambda ids: list(phone_notes.Day(TODAY).cards()),
    "timeline.of_customer": lambda ids: timeline.of_customer(ids.customer),
    "timeline.last_done": lambda ids: timeline.last_done(ids.customer, NOW),
    "timeline.nearest": lambda ids: timeline.nearest([ids.customer], NOW),
    "timeline.next_planned": lambda ids: timeline.next_planned(ids.customer, NOW),
    "followups.get": lambda ids: followups.get(ids.followup),
    "followups.open_until": lambda ids: followups.open_until(TODAY),
    "followups.between": lambda ids: followups.between(TODAY, TODAY),
    "followups.open_without_day": lambda ids: followups.open_without_day(),
    "followups.open_of": lambda ids: followups.open_of(ids.customer),
    "followups.of": lambda ids: followups.of(ids.customer),
    "agreements.of": lambda ids: agreements.of(ids.customer),
    "accommodations.of": lambda ids: accommodations.of(ids.customer),
    "frictions.of": lambda ids: frictions.of(ids.customer),
    "frictions.shared": lambda ids: frictions.shared(),
    "packing.of_day": lambda ids: packing.of_day(TODAY),
    "requests.of": lambda ids: requests.of(ids.customer),
    "after_jobs.of": lambda ids: after_jobs.of(ids.customer),
    "after_jobs.to_ask": lambda ids: after_jobs.to_ask(ids.customer, today=TODAY),
    "touch_logs.planned_on": lambda ids: touch_logs.planned_on(ids.customer, TODAY),
    "reaching.ways": lambda ids: reaching.ways(ids.customer, [], "phone"),
    "reaching.prepared": lambda ids: refused(lambda: reaching.prepared(ids.customer)),
    "chasing.times_of": lambda ids: chasing.times_of(ids.customer, today=TODAY),
    "chasing.by_customer": lambda ids: chasing.by_customer(today=TODAY),
    "chasing.times": lambda ids: chasing.times(today=TODAY),
    "rhythms.of": lambda ids: rhythms.of(ids.customer),
    "rhythms.of_everyone": lambda ids: list(rhythms.of_everyone().values()),
    "in_touch.of": lambda ids: in_touch.of(ids.customer),
    "over_the_year.of": lambda ids: over_the_year.of(ids.customer, TODAY).total,
    "over_the_year.of all": lambda ids: over_the_year.of(None, TODAY).total,
    "nearby.stops": lambda ids: nearby.stops(TODAY, TODAY),
    "months.month": lambda ids: months.month(TODAY - dt.timedelta(30), TODAY),
    "months.agenda": lambda ids: [entry for entries in months.agenda(NOW) for entry in entries],
    "months.days_of_theirs": lambda ids: months.days_of_theirs(TODAY, TODAY),
    "todays.today": lambda ids: [part for part in todays.today(NOW, last_seen=TODAY - dt.timedelta(9)) if part],
    "catching_up.fallen": lambda ids: catching_up.fallen(NOW),
    "catching_up.fell_due_since": lambda ids: catching_up.fell_due_since(TODAY - dt.timedelta(9), NOW),
    "reminders.between": lambda ids: reminders.between(NOW - dt.timedelta(1), NOW, reminders.Taste()),
    "questions.worth_asking": lambda ids: questions.worth_asking(ids.customer),
    "knowledge.on_paper": lambda ids: knowledge.on_paper(ids.customer, frozenset()),
    "prepsheets.sheet": lambda ids: refused(lambda: prepsheets.sheet(ids.visit, today=TODAY)),
    "prepsheets.for_customer": lambda ids: refused(lambda: prepsheets.for_customer(ids.customer, today=TODAY)),
    "week_sheets.week": lambda ids: [line for day in week_sheets.week(TODAY).days for line in (*day.timed, *day.rest)],
    "whole_pages.whole": lambda ids: refused(lambda: whole_pages.whole(ids.customer, now=NOW)),
    "prepsheets.day_pack": lambda ids: prepsheets.day_pack(TODAY, today=TODAY).stops,
}


def refused(ask: Callable[[], object]) -> object:
    """What a verb answers; nothing where it says that it is gone."""
    try:
        return ask()
    except Refused:
        return None


def trash(desk: Desk, ids: Ids) -> None:
    with desk.act("customer.trash"):
        customers.trash(ids.customer)


def undo(desk: Desk, _ids: Ids) -> None:
    desk.undo()


def erase(desk: Desk, ids: Ids) -> None:
    with desk.act("customer.erase"):
        Customer.update(state="erased").where(Customer.id == ids.customer).execute()


@pytest.mark.parametrize("hide", [trash, undo, erase])
@pytest.mark.parametrize("verb", READING)
def test_a_reading_verb_hides_what_is_not_live(desk: Desk, verb: str, hide: Callable[[Desk, Ids], None]) -> None:
    with desk.act("sample.fill"):
        ids = fill_more()
    read = READING[verb]
    assert read(ids), "there was nothing to hide"
    hide(desk, ids)
    assert not read(ids)


def merge_into_other(desk: Desk, ids: Ids) -> int:
    with desk.act("customer.merge"):
        other = customers.add("Other", kind="business")
        Customer.update(merged_into=other).where(Customer.id == ids.customer).execute()
    return other


@pytest.mark.parametrize("verb", READING)
def test_what_hung_on_a_merged_customer_shows_with_whom_it_was_merged_into(desk: Desk, verb: str) -> None:
    with desk.act("sample.fill"):
        ids = fill_more()
    read = READING[verb]
    before = read(ids)
    other = merge_into_other(desk, ids)
    shown = read(ids._replace(customer=other))
    assert shown, "what hung on it is lost"
    assert str(ids.customer) not in repr(shown)
    assert "name='Zephyr Ltd'" not in repr(shown) and "customer='Zephyr Ltd'" not in repr(shown)
    desk.undo()
    assert read(ids) == before
    assert not desk.check()


OF_ONE = ("customers.page", "customers.head", "visits.host", "timeline.of_customer", "timeline.last_done",
          "timeline.next_planned", "followups.open_of", "followups.of", "questions.worth_asking",
          "knowledge.on_paper", "prepsheets.for_customer", "people.at", "contact_points.of", "special_days.of",
          "details.of", "agreements.of", "accommodations.of", "frictions.of", "requests.of", "chasing.times_of",
          "rhythms.of", "in_touch.of", "over_the_year.of", "timeline.on_day", "timeline.ahead_of", "stream.of")


@pytest.mark.parametrize("verb", OF_ONE)
def test_a_merged_customer_shows_nothing_of_its_own(desk: Desk, verb: str) -> None:
    with desk.act("sample.fill"):
        ids = fill_more()
    assert READING[verb](ids)
    merge_into_other(desk, ids)
    assert not READING[verb](ids)


@pytest.mark.parametrize("verb", READING)
def test_what_hung_on_a_merged_person_shows_with_whom_they_were_merged_into(desk: Desk, verb: str) -> None:
    with desk.act("sample.fill"):
        ids = fill_more()
    read = READING[verb]
    before = read(ids)
    with desk.act("person.merge"):
        other = people.add(ids.customer, "Zenon")
        Person.update(merged_into=other).where(Person.name == "Zephyrine").execute()
    shown = read(ids)
    assert shown
    assert "Zephyrine" not in repr(shown) or verb.startswith("search.")
    desk.undo()
    assert read(ids) == before


def test_of_two_that_were_merged_into_each_other_one_stands(desk: Desk) -> None:
    with desk.act("sample.fill"):
        ids = fill_more()
        other = customers.add("Other", kind="business")
        late = customers.add("Late", kind="business")
    with desk.act("customer.merge"):
        Customer.update(merged_into=other).where(Customer.id == ids.customer).execute()
        Customer.update(merged_into=ids.customer).where(Customer.id == other).execute()
        Customer.update(merged_into=other).where(Customer.id == late).execute()
    one = min(ids.customer, other)
    assert customers.ids() == [one]
    customers.get(one)
    assert {touch.customer_id for touch in timeline.of_customer(one)} == {one}
    assert [person.name for person in people.at(one)] == ["Zephyrine"]
    desk.undo()
    assert set(customers.ids()) == {ids.customer, other, late}


def each(verb: Callable[[int], None], ids: list[int]) -> None:
    """Do it to each of them."""
    for row in ids:
        verb(row)


ROWS: dict[str, Callable[[Ids], object]] = {
    "visit": lambda ids: touchpoints.trash(ids.visit),
    "items": lambda ids: each(items.remove, [item.id for item in items.of(ids.visit)]),
    "paper": lambda ids: each(papers.trash, [paper.id for paper in papers.of(ids.visit)]),
    "followup": lambda ids: followups.trash(ids.followup),
}
SHOWN: dict[str, Callable[[Ids], object]] = {
    "visit": lambda ids: [visits.page(ids.visit), *timeline.of_day(TODAY), timeline.next_planned(ids.customer, NOW)],
    "items": lambda ids: [*items.of(ids.visit), *timeline.of_day(TODAY)[0].bring],
    "paper": lambda ids: papers.of(ids.visit),
    "followup": lambda ids: [followups.get(ids.followup), *followups.open_until(TODAY)],
}


@pytest.mark.parametrize("what", ROWS)
def test_what_is_put_away_is_hidden_and_comes_back_whole(desk: Desk, what: str) -> None:
    with desk.act("sample.fill"):
        ids = fill()
    before = SHOWN[what](ids)
    with desk.act("trash"):
        ROWS[what](ids)
    shown = SHOWN[what](ids)
    assert isinstance(shown, list) and not any(shown)
    desk.undo()
    assert SHOWN[what](ids) == before
