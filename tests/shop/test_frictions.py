"""What makes it hard: for one customer, and shared by several, the commonest first."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, frictions, search, trashcan
from lovedesk.shop.tables import Customer
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

DAY = dt.timedelta(1)


@pytest.fixture
def ben(desk: Desk) -> int:
    with desk.act("customer.add"):
        return customers.add("Ben Ode")


def notice(desk: Desk, text: str, *whom: int) -> list[int]:
    with desk.act("friction.add"):
        return [frictions.add(text, customer=customer, on=TODAY) for customer in whom]


def test_a_friction_is_kept_changed_and_mended(desk: Desk, ana: int) -> None:
    (bill,) = notice(desk, " The bill  no one understands ", ana)
    assert frictions.of(ana) == [frictions.FrictionRow(bill, "The bill no one understands", TODAY, None)]
    with desk.act("friction.change"):
        frictions.change(bill, "The long bill")
    with desk.act("friction.mend"):
        frictions.mend(bill, on=TODAY + DAY)
    assert (frictions.of(ana)[0].text, frictions.of(ana)[0].mended_on) == ("The long bill", TODAY + DAY)
    assert search.customers("long bill").ids == [ana]
    desk.undo()
    assert frictions.of(ana)[0].mended_on is None
    desk.redo()
    with desk.act("friction.change"):
        frictions.open_again(bill)
    assert frictions.of(ana)[0].mended_on is None


def test_the_same_at_one_customer_is_kept_once_while_it_is_open(desk: Desk, ana: int) -> None:
    (bill,) = notice(desk, "The bill", ana)
    assert notice(desk, "the BILL", ana) == [bill]
    with desk.act("friction.mend"):
        frictions.mend(bill, on=TODAY)
    assert notice(desk, "the bill", ana) != [bill]


def test_shared_ones_are_listed_by_how_many(desk: Desk, ana: int, ben: int) -> None:
    notice(desk, "No parking", ana)
    notice(desk, "The bill no one understands", ana)
    notice(desk, "The bill no one understands.", ben)
    found = frictions.shared()
    assert [(friction.text, [sharer.name for sharer in friction.customers], friction.open) for friction in found] == [
        ("The bill no one understands.", ["Ana Ruiz", "Ben Ode"], 2), ("No parking", ["Ana Ruiz"], 1)]
    assert frictions.known() == ["The bill no one understands.", "No parking"]


def test_mending_for_all_is_one_action(desk: Desk, ana: int, ben: int) -> None:
    notice(desk, "The bill", ana, ben)
    notice(desk, "No parking", ana)
    with desk.act("friction.mend_for_all"):
        assert frictions.mend_for_all(frictions.shared()[0].folded, on=TODAY) == 2
    assert [(friction.text, friction.open) for friction in frictions.shared()] == [("No parking", 1), ("The bill", 0)]
    assert all(sharer.mended for sharer in frictions.shared()[1].customers)
    with desk.act("friction.mend_for_all"):
        assert frictions.mend_for_all("the bill", on=TODAY) == 0
    desk.undo()
    assert frictions.shared()[0].open == 2


def test_one_customer_counts_once_also_when_two_were_made_one(desk: Desk, ana: int, ben: int) -> None:
    notice(desk, "The bill", ana, ben)
    with desk.act("customer.merge"):
        Customer.update(merged_into=ana).where(Customer.id == ben).execute()
    assert [[sharer.id for sharer in friction.customers] for friction in frictions.shared()] == [[ana]]
    assert len(frictions.of(ana)) == 2
    assert frictions.of(ben) == []


def test_words_are_needed_and_a_friction_that_is_here(desk: Desk, ana: int) -> None:
    for ask in (lambda: frictions.add("", customer=ana, on=TODAY), lambda: frictions.mend(1, on=TODAY),
                lambda: frictions.add("x", customer=1, on=TODAY)):
        with pytest.raises(Refused), desk.act("friction.add"):
            ask()


def test_the_trash_and_those_in_it_are_left_out(desk: Desk, ana: int, ben: int) -> None:
    bill, _other = notice(desk, "The bill", ana, ben)
    with desk.act("friction.trash"):
        frictions.trash(bill)
    with desk.act("customer.trash"):
        customers.trash(ben)
    assert (frictions.of(ana), frictions.of(ben), frictions.shared()) == ([], [], [])
    with desk.act("trash.take_back"):
        trashcan.take_back("friction", bill)
    assert [friction.open for friction in frictions.shared()] == [1]


def test_what_is_hard_on_our_own_path_stands_first_and_counts_the_same_at_customers(desk: Desk, ana: int, ben: int,
                                                                                   ) -> None:
    notice(desk, "No parking", ana, ben)
    notice(desk, "the bill no one understands", ana)
    with desk.act("friction.add"):
        own = frictions.add("The bill no one understands.", customer=None, on=TODAY - DAY)
        assert frictions.add("the bill no one understands.", customer=None, on=TODAY) == own
    bill, parking = frictions.shared()
    assert (bill.text, bill.open, bill.is_hard, bill.since) == (
        "The bill no one understands.", 1, True, TODAY - DAY)
    assert bill.own is not None and not bill.own.mended
    assert [sharer.name for sharer in bill.customers] == ["Ana Ruiz"]
    assert (parking.own, parking.open) == (None, 2)
    assert [row.id for row in frictions.own()] == [own]


def test_ours_is_mended_with_all_the_others_and_taken_back(desk: Desk, ana: int) -> None:
    notice(desk, "The phone rings on", ana)
    with desk.act("friction.add"):
        frictions.add("The phone rings on", customer=None, on=TODAY)
    (phone,) = frictions.shared()
    with desk.act("friction.mend_for_all"):
        assert frictions.mend_for_all(phone.folded, on=TODAY + DAY) == 2
    (mended,) = frictions.shared()
    assert (mended.is_hard, mended.mended_on, mended.open) == (False, TODAY + DAY, 0)
    desk.undo()
    assert frictions.shared() == [phone]


def test_ours_alone_is_offered_while_one_is_typed_and_an_empty_one_refused(desk: Desk, ana: int) -> None:
    with desk.act("friction.add"):
        frictions.add("The door is hard to find", customer=None, on=TODAY)
    assert frictions.known() == ["The door is hard to find"]
    with pytest.raises(Refused, match="hard"), desk.act("friction.add"):
        frictions.add(" ", customer=None, on=TODAY)
