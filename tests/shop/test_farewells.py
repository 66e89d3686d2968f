"""Those who died or left stay readable, nothing reminds of them, and bringing them back brings all of it back."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    calendar_export,
    call_lists,
    catching_up,
    contact_points,
    customers,
    details,
    farewells,
    followups,
    handing_over,
    in_touch,
    items,
    knowledge,
    months,
    nearby,
    over_the_year,
    packing,
    people,
    phone_notes,
    prepsheets,
    questions,
    rhythms,
    search,
    series,
    shops,
    special_days,
    still_true,
    timeline,
    todays,
    touch_logs,
    touchpoints,
    visits,
    week_sheets,
    whole_pages,
)
from lovedesk.shop import reminders as clock
from lovedesk.shop.calendar_part import Part
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

NOW = dt.datetime.combine(TODAY, dt.time(9))
SOON = dt.date(2026, 12, 3)
LATER = dt.date(2026, 12, 10)       # a week after, of which nothing has a row of its own
NUMBER = "0151 496 0142"


class Cafe(NamedTuple):
    """A business with two people: of Tad there is everything that reminds."""

    id: int
    tad: int
    visit: int


@pytest.fixture
def cafe(desk: Desk) -> Cafe:
    with desk.act("customer.add"):
        customer = customers.add("Café Halcyon", kind="business")
        tad = people.add(customer, "Tad Okonkwo")
        people.add(customer, "Xiomara Reyes")
        contact_points.add(NUMBER, person=tad)
        special_days.add("birthday", SOON.month, SOON.day, person=tad)
        special_days.add("birthday", TODAY.month, TODAY.day, person=tad)
        special_days.add("company", SOON.month, SOON.day + 1, customer=customer)
        details.add("Tad rides a bike", topic="hobby", person=tad, learned_on=dt.date(2024, 5, 1))
        details.add("Tad moves house", topic="plans", person=tad, learned_on=TODAY, day=dt.date(2026, 11, 14))
        followups.add("Ring Tad", customer=customer, person=tad, due=TODAY, promised=True)
        followups.add("Ask Tad for the measures", customer=customer, person=tad)
        followups.add("Say when the stools come", customer=customer, due=TODAY)
        visit = touchpoints.plan([customer], dt.datetime.combine(SOON, dt.time(10)))
        items.add(visit, "bring", "The swatches")
        touchpoints.set_keeper(visit, shops.add_keeper("Mira"))
        series.repeat(visit, "FREQ=WEEKLY")
        series.repeat_followup(followups.add("Write to Tad", customer=customer, person=tad, due=SOON, promised=True),
                               "FREQ=DAILY")
        series.repeat(touchpoints.plan([customer], dt.datetime.combine(SOON, dt.time(15)), channel="call"),
                      "FREQ=WEEKLY")
        touchpoints.plan([customer], NOW.replace(hour=7))
    return Cafe(customer, tad, visit)


def reminders(customer: int) -> dict[str, str]:
    """What each verb says that reminds of someone, as one text."""
    sheet = prepsheets.for_customer(customer, today=TODAY)
    pack = prepsheets.day_pack(SOON, today=TODAY)
    first, last = TODAY.replace(day=1), dt.date(2026, 12, 31)
    found = {
        "today": todays.today(NOW), "month": months.month(first, last), "agenda": months.agenda(NOW),
        "days": months.days_of_theirs(first, last), "until": followups.open_until(last),
        "between": followups.between(first, last), "without day": followups.open_without_day(),
        "of day": timeline.of_day(SOON), "to type in": timeline.to_type_in(NOW),
        "fallen": catching_up.fallen(NOW),
        "calendar file": b"".join(calendar_export.pieces(Part(), now=NOW)).decode(),
        "reminded of": clock.between(NOW - dt.timedelta(1), dt.datetime.combine(SOON, dt.time(23)), clock.Taste()),
        "questions": questions.offers(customer, TODAY, count=50),
        "still true": still_true.doubtful(customer, TODAY),
        "sheet": sheet, "pack": pack, "week": week_sheets.week(SOON), "calls": call_lists.calls(TODAY),
        "month later": months.month(LATER, LATER), "between later": followups.between(LATER, LATER),
        "of day later": timeline.of_day(LATER), "week later": week_sheets.week(LATER),
        "pack later": prepsheets.day_pack(LATER, today=TODAY), "calls later": call_lists.calls(LATER),
        "fallen later": catching_up.fallen(dt.datetime.combine(LATER, dt.time(23))),
        "today later": todays.today(dt.datetime.combine(LATER, dt.time(9)), last_seen=TODAY),
        "reminded of later": clock.between(dt.datetime.combine(LATER, dt.time()),
                                           dt.datetime.combine(LATER, dt.time(23)), clock.Taste()),
        "phone calendar": b"".join(phone_notes.Day(SOON).events(NOW)).decode(),
        "phone cards": b"".join(phone_notes.Day(LATER).cards()).decode(),
        "handed over": handing_over.load(LATER, shops.keepers()[0].id),
        "known": knowledge.on_paper(customer, frozenset({"family", "place", "worry"}))}
    return {verb: str(said) for verb, said in found.items()}


def test_nothing_reminds_of_a_person_who_is_gone_and_back_again_all_does(desk: Desk, cafe: Cafe) -> None:
    before = reminders(cafe.id)
    assert {verb for verb, said in before.items() if "Tad" in said} == set(before)
    with desk.act("person.gone"):
        farewells.person_gone(cafe.tad, farewells.DIED, on=dt.date(2026, 5, 3))
    after = reminders(cafe.id)
    assert {verb for verb, said in after.items() if "Tad" in said or NUMBER in said} == set()
    assert "Say when the stools come" in after["today"]
    with desk.act("person.back"):
        farewells.person_back(cafe.tad)
    assert reminders(cafe.id) == before


def test_a_whole_page_is_silent_about_a_person_who_is_gone(desk: Desk, cafe: Cafe) -> None:
    assert "Ask Tad for the measures" not in str(whole_pages.whole(cafe.id, now=NOW).sections)
    assert "Tad" in str(whole_pages.whole(cafe.id, now=NOW).sections)
    with desk.act("person.gone"):
        farewells.person_gone(cafe.tad, farewells.LEFT)
    said = str(whole_pages.whole(cafe.id, now=NOW).sections)
    assert "Tad" not in said and NUMBER not in said and "Xiomara" in said


def test_who_is_gone_stays_readable(desk: Desk, cafe: Cafe) -> None:
    with desk.act("person.gone"):
        farewells.person_gone(cafe.tad, farewells.LEFT)
    tad = people.at(cafe.id)[0]
    assert (tad.name, tad.gone, tad.gone_on, tad.to_meet) == ("Tad Okonkwo", "left", None, False)
    assert [way.value for way in contact_points.of(cafe.id)] == [NUMBER]
    assert [day.reminds for day in special_days.of(cafe.id)] == [False, False, True]
    assert {due.title for due in followups.open_of(cafe.id)} == {
        "Ring Tad", "Ask Tad for the measures", "Say when the stools come", "Write to Tad"}
    assert search.customers("tad bike").ids == [cafe.id]
    assert desk.undo() is not None
    assert people.at(cafe.id)[0].gone == ""


def test_nothing_reminds_of_a_customer_who_is_gone(desk: Desk, cafe: Cafe) -> None:
    assert [[thing.whose for thing in packing.of_day(day)] for day in (SOON, LATER)] == [[["Café Halcyon"]]] * 2
    with desk.act("customer.gone"):
        farewells.customer_gone(cafe.id, on=TODAY)
    said = reminders(cafe.id)
    for verb in ("sheet", "known"):     # of their own page, which nobody opens unasked
        del said[verb]
    assert {verb for verb, words in said.items() if "Halcyon" in words or "Tad" in words} == set()
    assert packing.of_day(SOON) == packing.of_day(LATER) == []
    head = customers.head(cafe.id, NOW)
    assert head is not None
    assert (head.standing, head.gone_on) == ("gone", TODAY)
    with desk.act("customer.set_standing"):
        farewells.customer_back(cafe.id)
    assert "Halcyon" in reminders(cafe.id)["today"]
    head = customers.head(cafe.id, NOW)
    assert head is not None
    assert (head.standing, head.gone_on) == ("customer", None)


def test_nobody_is_losing_touch_with_who_is_gone(desk: Desk, ana: int, cafe: Cafe) -> None:
    with desk.act("rhythm.set"):
        rhythms.set_for([ana, cafe.id], 7)
        for touch in timeline.of_day(SOON):
            series.stop(touch.id, series.ALL)
    assert {one.id for one in in_touch.lists(TODAY + dt.timedelta(90)).losing} == {ana, cafe.id}
    assert [stop.customer for stop in nearby.stops(TODAY, TODAY)] == [cafe.id]
    with desk.act("customer.gone"):
        farewells.customer_gone(ana)
        farewells.customer_gone(cafe.id)
    assert in_touch.lists(TODAY + dt.timedelta(90)) == ([], [], [])
    assert nearby.stops(TODAY, TODAY) == []


def test_nobody_who_is_gone_is_pointed_out_as_only_seen_in_trouble(desk: Desk, ana: int) -> None:
    with desk.act("visit.log"):
        for days in range(1, 2 + over_the_year.MANY):
            touch_logs.log([ana], NOW - dt.timedelta(days), now=NOW, occasion="problem")
    assert [one.id for one in over_the_year.only_for_our_needs(TODAY)] == [ana]
    with desk.act("customer.gone"):
        farewells.customer_gone(ana)
    assert over_the_year.only_for_our_needs(TODAY) == over_the_year.only_for_our_needs(TODAY, customer=ana) == []


def test_a_goodbye_is_with_those_who_are_gone(desk: Desk, cafe: Cafe) -> None:
    with desk.act("customer.gone"):
        farewells.customer_gone(cafe.id)
        touchpoints.set_occasion(cafe.visit, "goodbye")
    assert [touch.id for touch in timeline.of_day(SOON)] == [cafe.visit]
    assert [entry.id for entry in months.month(SOON, SOON) if entry.kind == months.VISIT] == [cafe.visit]


def test_who_was_met_stays_in_the_past(desk: Desk, cafe: Cafe) -> None:
    with desk.act("visit.finish"):
        touchpoints.finish(cafe.visit, now=NOW)
    with desk.act("person.gone"):
        farewells.person_gone(cafe.tad, farewells.DIED)
    assert {touch.id: touch.people for touch in timeline.of_customer(cafe.id)}[cafe.visit] == [
        "Tad Okonkwo", "Xiomara Reyes"]
    assert [met.name for met in visits.people_choices(cafe.visit) if met.chosen] == ["Tad Okonkwo", "Xiomara Reyes"]


def test_a_customer_that_is_one_person_is_gone_and_back_with_them(desk: Desk, ana: int) -> None:
    person = people.at(ana)[0].id
    with desk.act("person.gone"):
        farewells.person_gone(person, farewells.DIED, on=TODAY)
    head = customers.head(ana, NOW)
    assert head is not None
    assert (head.standing, head.gone_on) == ("gone", TODAY)
    with desk.act("person.back"):
        farewells.person_back(person)
    head = customers.head(ana, NOW)
    assert head is not None
    assert head.standing == "customer"


def test_a_household_goes_on_with_its_other_people_but_not_with_a_dog(desk: Desk, ana: int) -> None:
    person = people.at(ana)[0].id
    with desk.act("person.add"):
        people.add(ana, "Biscuit", role="dog", of_person=person)
        ben = people.add(ana, "Ben Ruiz", role="husband", of_person=person)
    with desk.act("person.gone"):
        farewells.person_gone(person, farewells.DIED)
    assert customers.page([ana], NOW)[0].standing == "customer"
    with desk.act("person.gone"):
        farewells.person_gone(ben, farewells.LEFT)
    assert customers.page([ana], NOW)[0].standing == "gone"


def test_nobody_who_is_in_the_trash_dies(desk: Desk, cafe: Cafe) -> None:
    with desk.act("person.trash"):
        people.trash(cafe.tad)
    with pytest.raises(Refused, match="not here any more"), desk.act("person.gone"):
        farewells.person_gone(cafe.tad, farewells.DIED)


@pytest.mark.parametrize(("why", "day", "words"), [
    ("died", None, "Died, kept in memory"), ("died", dt.date(2026, 5, 3), "Died on Sun 3 May 2026, kept in memory"),
    ("left", None, "Not there any more"), ("left", dt.date(2026, 5, 3), "Not there any more since Sun 3 May 2026"),
    ("", None, "")])
def test_it_is_said_in_kind_words(why: str, day: dt.date | None, words: str) -> None:
    assert farewells.words(why, day) == words
