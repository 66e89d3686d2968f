"""Customers: kept under a name, said where they stand, listed in order, found by what a name means."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, people, touchpoints
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
DAY = dt.timedelta(1)


def add(desk: Desk, name: str, kind: str = "business", standing: str = "customer") -> int:
    with desk.act("customer.add"):
        return customers.add(name, kind=kind, standing=standing)


def head(customer: int) -> customers.Head:
    found = customers.head(customer, NOW)
    assert found is not None
    return found


def test_a_single_person_is_their_own_person_and_undo_takes_both_away(desk: Desk) -> None:
    ana = add(desk, " Ana \n Ruiz ", kind="person")
    assert head(ana).name == "Ana Ruiz"
    assert [person.name for person in people.at(ana)] == ["Ana Ruiz"]
    desk.undo()
    assert (customers.ids(), people.at(ana)) == ([], [])


@pytest.mark.parametrize(("name", "words"), [
    ("", "What is the name"), (" \t\n\x00", "What is the name"), ("x" * 10_000, "longer than any name")])
def test_what_is_no_name_is_refused_and_keeps_nothing(desk: Desk, ana: int, name: str, words: str) -> None:
    for verb in (lambda: customers.add(name), lambda: customers.rename(ana, name)):
        with pytest.raises(Refused, match=words), desk.act("customer.add"):
            verb()
    assert customers.ids() == [ana]
    assert head(ana).name == "Ana Ruiz"


def test_a_standing_that_nobody_knows_is_refused(desk: Desk, ana: int) -> None:
    with pytest.raises(Refused, match="“friendly” is no standing"), desk.act("customer.add"):
        customers.add("Ben", standing="friendly")
    with pytest.raises(Refused, match="“” is no standing"), desk.act("customer.set_standing"):
        customers.set_standing(ana, "")
    assert customers.count("customer") == 1


def test_a_single_person_and_their_customer_keep_one_name_while_the_names_agree(desk: Desk, ana: int) -> None:
    with desk.act("customer.rename"):
        customers.rename(ana, "Ana María")
    assert [person.name for person in people.at(ana)] == ["Ana María"]
    (person,) = people.at(ana)
    with desk.act("person.rename"):
        people.rename(person.id, "Ana Ruiz")
    assert head(ana).name == "Ana Ruiz"
    desk.undo()
    desk.undo()
    assert (head(ana).name, people.at(ana)[0].name) == ("Ana Ruiz", "Ana Ruiz")


def test_a_customer_that_goes_by_another_name_leaves_its_person_alone(desk: Desk, ana: int) -> None:
    (person,) = people.at(ana)
    with desk.act("customer.set_kind"):
        customers.set_kind(ana, "business")
    with desk.act("customer.rename"):
        customers.rename(ana, "Ruiz & Sons")
    assert people.at(ana)[0].name == "Ana Ruiz"
    with desk.act("person.rename"):
        people.rename(person.id, "Ana María")
    assert head(ana).name == "Ruiz & Sons"


def test_what_is_said_of_them_stands_at_their_head_and_is_taken_back_one_by_one(desk: Desk, ana: int) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(ana, "enquiring")
    with desk.act("customer.set_since"):
        customers.set_since(ana, dt.date(2019, 5, 1))
    with desk.act("customer.set_kind"):
        customers.set_kind(ana, "business")
    told = head(ana)
    assert (told.standing, told.since, told.kind) == ("enquiring", dt.date(2019, 5, 1), "business")
    for _thrice in range(3):
        desk.undo()
    told = head(ana)
    assert (told.standing, told.since, told.kind) == ("customer", None, "person")


def test_the_trash_hides_a_customer_and_gives_it_back_whole(desk: Desk, ana: int) -> None:
    before = (head(ana), people.at(ana))
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert (customers.ids(), customers.head(ana, NOW)) == ([], None)
    with desk.act("trash.take_back"):
        customers.take_from_trash(ana)
    assert (head(ana), people.at(ana)) == before


@pytest.mark.parametrize("gone", ["trashed", "undone", "never there"])
def test_nothing_is_said_of_a_customer_that_is_gone(desk: Desk, ana: int, gone: str) -> None:
    if gone == "trashed":
        with desk.act("customer.trash"):
            customers.trash(ana)
    elif gone == "undone":
        desk.undo()
    customer = 4711 if gone == "never there" else ana
    for verb in (lambda: customers.rename(customer, "Ben"), lambda: customers.set_standing(customer, "gone"),
                 lambda: customers.set_since(customer, None), lambda: customers.set_kind(customer, "business"),
                 lambda: customers.trash(customer), lambda: people.add(customer, "Ben")):
        with pytest.raises(Refused, match="not here any more"), desk.act("customer.rename"):
            verb()
    assert desk.check() == []


def test_the_list_is_in_order_of_names_whatever_their_letters_and_knows_standings(desk: Desk) -> None:
    zoe, oz, aerts = (add(desk, name) for name in ("Zoë", "Øst", "ærts"))
    supplier = add(desk, "Beam Timber", standing="other")
    gone = add(desk, "Mill", standing="gone")
    assert customers.ids() == [aerts, gone, oz, zoe]
    assert (customers.ids("other"), customers.ids("gone")) == ([supplier], [gone])
    assert [customers.count(standing) for standing in ("customer", "other", "gone", "enquiring")] == [3, 1, 1, 0]


def test_a_page_gives_the_rows_that_are_wanted_in_their_order(desk: Desk, ana: int) -> None:
    cafe = add(desk, "Café Halcyon")
    with desk.act("person.add"):
        people.add(cafe, "Xiomara")
        people.add(cafe, "Tad")
    with desk.act("visit.plan"):
        touchpoints.plan([cafe], NOW + 3 * DAY)
        touchpoints.plan([cafe], NOW + DAY)
        touchpoints.cancel(touchpoints.plan([cafe], NOW + DAY / 2), "ill", now=NOW)
        touchpoints.finish(touchpoints.plan([cafe], NOW - 9 * DAY), now=NOW)
    first, second = customers.page([cafe, 4711, ana], NOW)
    assert (first.people, first.next, first.last) == (
        "Xiomara, Tad", (NOW + DAY).date(), (NOW - 9 * DAY).date())
    assert (second.id, second.people, second.next, second.last) == (ana, "Ana Ruiz", None, None)
    assert customers.page([], NOW) == []


def test_the_head_names_the_next_visit_to_open_and_the_last_one(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], NOW + 2 * DAY)
        coming = touchpoints.plan([ana], NOW + DAY)
        touchpoints.finish(touchpoints.plan([ana], NOW - DAY), now=NOW)
    told = head(ana)
    assert (told.next, told.next_id, told.last) == (NOW + DAY, coming, NOW - DAY)


def test_each_standing_has_words_and_a_word_of_theirs_stays() -> None:
    assert [customers.standing_word(standing) for standing in (*customers.STANDINGS, "theirs")] == [
        "enquiring", "customer", "one-off", "gone", "not a customer", "theirs"]


def test_a_name_means_those_of_exactly_this_name_else_all_that_hold_its_words(desk: Desk, ana: int) -> None:
    cafe = add(desk, "Café Halcyon")
    with desk.act("person.add"):
        people.add(cafe, "Ana Reyes")
    assert customers.named("ana  RUIZ") == [(ana, "Ana Ruiz")]
    assert customers.named("ana") == [(ana, "Ana Ruiz"), (cafe, "Café Halcyon")]
    assert customers.named("halcyon cafe") == [(cafe, "Café Halcyon")]
    assert customers.named("reyes") == [(cafe, "Café Halcyon")]
    assert (customers.named("yes"), customers.named("  "), customers.named("nobody")) == ([], [], [])
    assert customers.named(str(cafe)) == [(cafe, "Café Halcyon")]
    assert customers.named("9" * 19) == customers.named("9" * 40) == []
    with desk.act("customer.trash"):
        customers.trash(cafe)
    assert customers.named("ana") == [(ana, "Ana Ruiz")]
    assert customers.named(str(cafe)) == []
