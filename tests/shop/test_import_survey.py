"""A plan as a person looks through it: how many of each kind, which rows those are, and who is found by a name."""

from __future__ import annotations

from lovedesk.formats.records import Card, Reading
from lovedesk.shop import imports
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_survey import Kind, Survey
from lovedesk.shop.tables import NOT_CUSTOMER
from lovedesk.store.desk import Desk


def surveyed(*cards: Card) -> Survey:
    return Survey(imports.prepare([Reading("phone.vcf", list(cards))]))


def at(name: str, company: str = "") -> Card:
    return Card(1, name, company=company)


def test_new_ones_are_counted_by_what_they_will_be(desk: Desk) -> None:
    survey = surveyed(at("Ana Ruiz"), at("Ben Alt"), at("Cleo Voss"))
    survey.plan.standing = "enquiring"
    survey.plan.exceptions[survey.plan.units[1].key] = NOT_CUSTOMER
    assert survey.kinds() == {Kind(Fate.NEW, "enquiring"): 2, Kind(Fate.NEW, NOT_CUSTOMER): 1}
    assert survey.rows(Kind(Fate.NEW, NOT_CUSTOMER)) == [1]
    assert (survey.coming, survey.remembered) == (2, 1)


def test_those_who_are_here_are_counted_apart(desk: Desk) -> None:
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(surveyed(at("Ana Ruiz")).plan, recorder.insert_many)
    survey = surveyed(at("Ana Ruiz"), at("Ben Alt"))
    assert survey.kinds() == {Kind(Fate.NEW, "customer"): 1, Kind(Fate.SAME): 1}
    assert survey.rows(Kind(Fate.SAME)) == [0]
    assert survey.coming == 1


def test_a_company_is_found_by_its_people_in_any_order_without_accents(desk: Desk) -> None:
    survey = surveyed(at("Zoë Park", "Lind Upholstery"), at("Otto Lind", "Lind Upholstery"), at("Mara Lind"))
    assert survey.rows(text="lind") == [0, 2]
    assert survey.rows(text="park zoe") == [0]
    assert survey.rows(text="nobody") == []


def test_after_a_split_an_exception_stays_with_its_own_card(desk: Desk) -> None:
    survey = surveyed(at("Zoë Park", "Lind Upholstery"), at("Otto Lind", "Lind Upholstery"))
    key = survey.plan.units[0].key
    survey.plan.exceptions[key] = "one-off"
    assert survey.people == 2
    survey.look_again([key, *survey.plan.split(key)])
    assert survey.rows() == [0, 1]
    assert survey.kinds() == {Kind(Fate.NEW, "customer"): 1, Kind(Fate.NEW, "one-off"): 1}
