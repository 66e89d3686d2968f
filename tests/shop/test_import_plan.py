"""A plan is looked at and answered: who is maybe the same, which people are one customer."""

from __future__ import annotations

import pytest

from lovedesk.formats.records import Card, Fact, Reading, Way
from lovedesk.shop import customers, imports
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_plan import ANOTHER, Counts, Plan
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk


def card(name: str, *ways: str, company: str = "", is_company: bool = False, note: str = "") -> Card:
    return Card(1, name, company=company, is_company=is_company, facts=[Fact("hobby", note)] if note else [],
                ways=[Way("email" if "@" in way else "phone", way) for way in ways])


def planned(*cards: Card) -> Plan:
    return imports.prepare([Reading("phone.vcf", list(cards))])


def bring(desk: Desk, plan: Plan) -> Counts:
    with desk.act("import.bring_in") as recorder:
        return imports.bring_in(plan, recorder.insert_many)


def names() -> list[str]:
    return [row[0] for row in rows("select name from customer where state = 'live' order by name")]


@pytest.fixture
def two(desk: Desk) -> None:
    """Ana, and Ben at a café."""
    bring(desk, planned(card("Ana Ruiz", "ana@example.org"), card("Ben Osei", "ben@example.org", company="Café")))


@pytest.mark.usefixtures("two")
def test_a_namesake_is_the_same_when_someone_says_so(desk: Desk) -> None:
    plan = planned(card("Ana Ruiz", "01632 960001", note="Chess"))
    (key,) = plan.unanswered()
    (ana,) = plan.candidates(key)
    assert plan.words_of(ana) == "Ana Ruiz, ana@example.org"
    plan.answer(key, ana)
    assert plan.row(key).fate is Fate.ADDS
    assert plan.counts == Counts(0, 0, 1, 0, 0, 0)
    bring(desk, plan)
    assert names() == ["Ana Ruiz", "Café"]
    assert rows("select count(*) from contact_point c join person p on p.id = c.person_id and p.name = 'Ana Ruiz'"
                ) == [(2,)]


@pytest.mark.usefixtures("two")
def test_an_answer_can_be_taken_back(desk: Desk) -> None:
    plan = planned(card("Ana Ruiz", "01632 960001"))
    (key,) = plan.unanswered()
    for row in (*plan.candidates(key), ANOTHER):
        plan.answer(key, row)
    assert plan.row(key).fate is Fate.NEW
    assert plan.candidates(key)
    plan.answer(key, plan.candidates(key)[0])
    assert plan.row(key).fate is Fate.ADDS
    plan.answer(key, ANOTHER)
    assert bring(desk, plan) == Counts(1, 1, 0, 0, 0, 0)
    assert names() == ["Ana Ruiz", "Ana Ruiz", "Café"]


@pytest.mark.usefixtures("two")
def test_without_an_answer_they_stay_two(desk: Desk) -> None:
    assert bring(desk, planned(card("Ana Ruiz", "01632 960001"))).customers == 1


@pytest.mark.usefixtures("two")
def test_a_company_of_the_same_name_takes_in_new_people_when_it_is_the_same(desk: Desk) -> None:
    plan = planned(card("Zoe Park", company="café"))
    (key,) = plan.unanswered()
    assert "company of this name" in plan.row(key).remark
    plan.answer(key, plan.candidates(key)[0])
    assert plan.row(key).fate is Fate.ADDS
    bring(desk, plan)
    assert names() == ["Ana Ruiz", "Café"]
    assert [row[0] for row in rows("select p.name from membership m join person p on p.id = m.person_id "
                                   "join customer c on c.id = m.customer_id and c.name = 'Café' order by m.position")
            ] == ["Ben Osei", "Zoe Park"]


@pytest.mark.usefixtures("two")
def test_a_company_with_its_person_is_one_question(desk: Desk) -> None:
    plan = planned(card("Ben Osei", company="Café"), card("Zoe Park", company="Café"))
    assert len(plan.candidates(plan.keys[0])) == 1
    assert plan.answer_all(same=True) == [0]
    bring(desk, plan)
    assert rows("select count(*) from person where name = 'Ben Osei'") == [(1,)]


@pytest.mark.usefixtures("two")
def test_all_are_answered_alike(desk: Desk) -> None:
    plan = planned(card("Ana Ruiz", "1"), card("Café", is_company=True), card("New One"))
    assert [plan.row(key).fate for key in plan.keys] == [Fate.MAYBE, Fate.MAYBE, Fate.NEW]
    plan.answer_all(same=False)
    assert plan.unanswered() == []
    assert plan.counts.customers == 3
    for key in plan.keys[:2]:
        plan.answer(key, plan.candidates(key)[0])
    assert plan.counts.customers == 1


def test_of_two_of_one_name_one_is_named(desk: Desk) -> None:
    bring(desk, planned(card("Ana Ruiz", "a@example.org"), card("Ana Ruiz", "b@example.org")))
    plan = planned(card("Ana Ruiz", "c@example.org"))
    assert plan.answer_all(same=True) == []
    (key,) = plan.unanswered()
    second = max(plan.candidates(key))
    plan.answer(key, second)
    bring(desk, plan)
    assert rows("select value from contact_point where person_id = ? order by id", second) == [
        ("b@example.org",), ("c@example.org",)]


def test_a_split_group_is_joined_again(desk: Desk) -> None:
    plan = planned(card("Ben", company="Café"), card("Dee"), card("Cy", company="Café"))
    before = [plan.row(key) for key in plan.keys]
    plan.split(0)
    assert [plan.row(key).name for key in plan.keys] == ["Ben", "Dee", "Cy"]
    assert plan.row(2).can_join
    plan.join(2)
    assert [plan.row(key) for key in plan.keys] == before
    plan.split(0)
    plan.join(0)
    bring(desk, plan)
    assert names() == ["Café", "Dee"]


def test_what_cannot_be_split_or_joined_stays(desk: Desk) -> None:
    plan = planned(card("Ben", company="Café"))
    assert plan.split(0) == []
    assert plan.join(0) == []
    assert plan.keys == [0]


def test_the_standing_of_a_file_goes_before_that_of_all_and_after_that_of_a_row(desk: Desk) -> None:
    plan = planned(card("Ana"), card("Ben"))
    plan.units[0].people[0].card.standing = "one-off"
    plan.standing = "enquiring"
    assert [plan.standing_of(key) for key in plan.keys] == ["one-off", "enquiring"]
    plan.exceptions[0] = "customer"
    assert plan.standing_of(0) == "customer"
    bring(desk, plan)
    assert (customers.count("customer"), customers.count("enquiring")) == (1, 1)
