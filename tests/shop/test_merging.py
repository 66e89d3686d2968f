"""Two become one with all that hung on them, and undo brings both back whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    contact_points,
    customers,
    details,
    duplicates,
    followups,
    knowledge,
    merging,
    months,
    people,
    prepsheets,
    questions,
    search,
    special_days,
    timeline,
    todays,
    touchpoints,
)
from lovedesk.shop.comparing import ONE, OTHER
from lovedesk.shop.tables import CustomerTag, Tag, rows
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
TODAY = NOW.date()


class Two(NamedTuple):
    """Two single customers who are one person."""

    one: int
    other: int


@pytest.fixture
def two(desk: Desk) -> Two:
    """Anna and Ana, with much in common."""
    with desk.act("sample.fill"):
        return fill()


def fill() -> Two:
    one, other = customers.add("Anna Ruiz"), customers.add("Ana Ruiz")
    tag = Tag.create(name="north").id
    for customer, number, note in ((one, "+44 1632 960001", "best before 8"), (other, "01632 960001", "")):
        person = people.at(customer)[0].id
        contact_points.add(number, person=person, note=note, preferred=True)
        contact_points.add(f"{customer}@x.example", person=person)
        special_days.add("birthday", 11, 24, year=1980 if customer == one else None, person=person)
        details.add("likes tea", topic="care", person=person)
        details.add(f"said {customer}", topic="care", customer=customer)
        CustomerTag.create(tag=tag, customer=customer)
        done = touchpoints.plan([customer], NOW - dt.timedelta(7))
        touchpoints.finish(done, now=NOW)
        followups.add(f"call {customer}", customer=customer, due=TODAY, person=person)
    touchpoints.plan([one, other], NOW)
    return Two(one, other)


def make_one(desk: Desk, this: int, into: int, noun: str = "customer", **choices: int) -> None:
    with desk.act("customer.merge"):
        merging.merge(noun, this, into, choices)


def told(desk: Desk) -> list[object]:
    """What every reading verb says of the whole desk."""
    everyone = customers.ids() + customers.ids("other")
    of_each: list[Callable[[int], object]] = [
        lambda row: customers.head(row, NOW), people.at, contact_points.of, special_days.of, details.of,
        timeline.of_customer, followups.of, questions.worth_asking, lambda row: knowledge.on_paper(row, frozenset()),
        lambda row: prepsheets.for_customer(row, today=TODAY)]
    return [everyone, customers.count("customer"), customers.page(everyone, NOW), todays.today(NOW, last_seen=TODAY),
            months.month(TODAY - dt.timedelta(9), TODAY), duplicates.pairs(), search.hits("ruiz"),
            search.hits("960001"),
            *(read(row) for row in everyone for read in of_each)]


def test_all_that_hung_on_both_is_with_the_one_that_stays(desk: Desk, two: Two) -> None:
    make_one(desk, two.one, two.other)
    assert customers.ids() == [two.other]
    (person,) = people.at(two.other)
    assert person.name == "Ana Ruiz"
    assert {touch.customer for touch in timeline.of_customer(two.other)} == {"Ana Ruiz"}
    assert [touch.others for touch in timeline.of_customer(two.other)] == [0, 0, 0]
    assert len(followups.of(two.other)) == 2
    assert {detail.text for detail in details.of(two.other) if detail.topic == "care"} == {
        "likes tea", f"said {two.one}", f"said {two.other}"}
    assert desk.check() == []


def test_what_both_had_is_shown_once_and_the_better_is_kept(desk: Desk, two: Two) -> None:
    make_one(desk, two.one, two.other)
    ways = contact_points.of(two.other)
    assert [(way.value, way.note) for way in ways if way.kind == "phone"] == [("+44 1632 960001", "best before 8")]
    assert len(ways) == 3 and sum(way.preferred for way in ways) == 1
    assert [day.year for day in special_days.of(two.other)] == [1980]
    assert [entry.customer_id for entry in months.days_of_theirs(TODAY, TODAY)] == [two.other]
    assert rows("select count(*) from customer_tag where state = 'live'") == [(1,)]


def test_undo_brings_both_back_and_redo_makes_them_one_again(desk: Desk, two: Two) -> None:
    before = told(desk)
    make_one(desk, two.one, two.other, name=ONE)
    after = told(desk)
    assert after != before
    desk.undo()
    assert told(desk) == before
    desk.redo()
    assert told(desk) == after


def test_a_choice_is_taken_for_the_customer_and_its_person(desk: Desk, two: Two) -> None:
    make_one(desk, two.one, two.other, name=ONE)
    head = customers.head(two.other, NOW)
    assert head and head.name == "Anna Ruiz"
    assert [person.name for person in people.at(two.other)] == ["Anna Ruiz"]
    assert customers.named("Anna Ruiz") == [(two.other, "Anna Ruiz")]


def test_what_was_not_chosen_is_kept_beside_and_found(desk: Desk, two: Two) -> None:
    make_one(desk, two.one, two.other, name=ONE)
    (note,) = [detail for detail in details.of(two.other) if detail.topic == "note"]
    assert "Name: Ana Ruiz" in note.text and note.seen_by == "here"
    assert search.customers("ana ruiz").ids == [two.other]
    desk.undo()
    make_one(desk, two.one, two.other, name=OTHER)
    assert search.customers("anna").ids == [two.other]


def test_two_birthdays_become_the_chosen_one(desk: Desk, two: Two) -> None:
    with desk.act("day.change"):
        (day,) = special_days.of(two.other)
        special_days.change(day.id, 12, 1, 1981)
    make_one(desk, two.one, two.other, birthday=ONE)
    assert [(day.month, day.year) for day in special_days.of(two.other)] == [(11, 1980)]


def test_people_of_two_businesses_stay_who_they_are(desk: Desk) -> None:
    with desk.act("customer.add"):
        one, other = customers.add("Café Øst", kind="business"), customers.add("Cafe Ost", kind="business")
        people.add(one, "Bo Li", role="Owner")
        people.add(other, "Cleo Oz")
    make_one(desk, one, other)
    assert {(person.name, person.role) for person in people.at(other)} == {("Bo Li", "Owner"), ("Cleo Oz", "")}


def test_two_people_at_one_customer_become_one_with_a_role(desk: Desk) -> None:
    with desk.act("customer.add"):
        firm = customers.add("Firm", kind="business")
        one, other = people.add(firm, "Bo Li", role="Owner"), people.add(firm, "B. Li")
        visit = touchpoints.plan([firm], NOW)
        details.add("rings twice", topic="care", person=one)
    make_one(desk, one, other, "person")
    (bo,) = people.at(firm)
    assert (bo.id, bo.role) == (other, "Owner")
    (touch,) = timeline.of_customer(firm)
    assert (touch.id, touch.people) == (visit, ["B. Li"])
    assert [detail.person for detail in details.of(firm) if detail.topic == "care"] == [other]
    desk.undo()
    assert {person.id for person in people.at(firm)} == {one, other}


def test_nobody_is_made_one_with_themselves_or_with_who_is_gone(desk: Desk, two: Two) -> None:
    for this, into in ((two.one, two.one), (two.one, 7)):
        with pytest.raises(Refused), desk.act("customer.merge"):
            merging.merge("customer", this, into)
    make_one(desk, two.one, two.other)
    for this, into in ((two.one, two.other), (two.other, two.one)):
        with pytest.raises(Refused, match="made one"), desk.act("customer.merge"):
            merging.merge("customer", this, into)
    assert desk.check() == []


def test_these_are_two_is_remembered_and_undone(desk: Desk, two: Two) -> None:
    assert duplicates.pairs()
    with desk.act("pair.keep_two"):
        merging.two(two.one, two.other)
    assert not duplicates.pairs()
    desk.undo()
    assert duplicates.pairs()


STEPS = st.lists(st.one_of(
    st.tuples(st.just("merge"), st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.just("person"), st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.sampled_from(("undo", "redo", "trash")), st.integers(0, 4), st.just(0))), max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_merging_undoing_and_redoing_leaves_a_sound_desk(fresh_desk: Callable[[], Desk],
                                                            steps: list[tuple[str, int, int]]) -> None:
    desk = fresh_desk()
    with desk.act("sample.fill"):
        two = fill()
        five = [*two, *(customers.add(name) for name in ("Ana Ruiz", "Bo", "Firm"))]
        humans = [people.at(customer)[0].id for customer in five]
    past = [told(desk)]
    for step, one, other in steps:
        try:
            if step == "undo" and len(past) > 1:
                desk.undo()
                past.pop()
                assert told(desk) == past[-1]
            elif step == "redo":
                past += [told(desk)] if desk.redo() else []
            elif step not in {"undo", "redo"}:
                do(desk, step, (five[one], five[other]) if step != "person" else (humans[one], humans[other]))
                past.append(told(desk))
        except Refused:
            assert told(desk) == past[-1]
    assert desk.check() == []
    desk.close()


def do(desk: Desk, step: str, two: tuple[int, int]) -> None:
    """One step of a history."""
    with desk.act("customer.merge"):
        if step == "trash":
            customers.trash(two[0])
        else:
            merging.merge("person" if step == "person" else "customer", *two)
