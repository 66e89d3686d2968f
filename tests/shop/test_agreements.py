"""What was agreed stands until it ends, kind in words, whose word it is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import agreements, customers, search, trashcan
from lovedesk.store.desk import Desk
from tests.conftest import TODAY


@pytest.fixture
def agreed(desk: Desk, ana: int) -> int:
    with desk.act("agreement.add"):
        return agreements.add("They tell us of rush work two weeks ahead", customer=ana, on=TODAY)


def test_what_was_agreed_is_both_sides_word_unless_it_is_said(desk: Desk, ana: int, agreed: int) -> None:
    with desk.act("agreement.add"):
        agreements.add("  We never take a\n table away ", customer=ana, on=dt.date(2023, 3, 1), side="ours")
    assert [(row.text, row.side, row.agreed_on) for row in agreements.of(ana)] == [
        ("They tell us of rush work two weeks ahead", "both", TODAY),
        ("We never take a table away", "ours", dt.date(2023, 3, 1))]
    desk.undo()
    assert [row.id for row in agreements.standing(ana)] == [agreed]


def test_what_ended_stays_readable_after_what_stands(desk: Desk, ana: int, agreed: int) -> None:
    with desk.act("agreement.add"):
        older = agreements.add("Older", customer=ana, on=None)
    with desk.act("agreement.end"):
        agreements.end(agreed, on=TODAY)
    assert [row.id for row in agreements.of(ana)] == [older, agreed]
    assert [row.id for row in agreements.standing(ana)] == [older]
    desk.undo()
    assert agreements.standing(ana)[0].id == agreed
    desk.redo()
    with desk.act("agreement.change"):
        agreements.renew(agreed)
    assert len(agreements.standing(ana)) == 2


def test_words_side_and_day_are_changed(desk: Desk, ana: int, agreed: int) -> None:
    with desk.act("agreement.change"):
        agreements.change(agreed, "Rush work: three weeks")
        agreements.set_side(agreed, "theirs")
        agreements.set_day(agreed, None)
    assert agreements.of(ana) == [agreements.AgreementRow(agreed, "Rush work: three weeks", "theirs", None, None)]
    assert search.customers("rush three").ids == [ana]
    desk.undo()
    assert agreements.of(ana)[0].side == "both"


@pytest.mark.parametrize("ask", [
    lambda ana, agreed: agreements.add(" ", customer=ana, on=TODAY),
    lambda ana, agreed: agreements.add("x" * 501, customer=ana, on=TODAY),
    lambda ana, agreed: agreements.add("x", customer=ana, on=TODAY, side="nobody"),
    lambda ana, agreed: agreements.add("x", customer=ana + 1, on=TODAY),
    lambda ana, agreed: agreements.set_side(agreed, "nobody"),
    lambda ana, agreed: agreements.change(agreed + 1, "x"),
])
def test_what_cannot_be_is_refused(desk: Desk, ana: int, agreed: int, ask: Callable[[int, int], object]) -> None:
    with pytest.raises(Refused), desk.act("agreement.change"):
        ask(ana, agreed)


def test_it_comes_back_from_the_trash(desk: Desk, ana: int, agreed: int) -> None:
    with desk.act("agreement.trash"):
        agreements.trash(agreed)
    assert agreements.of(ana) == []
    assert [(thing.text, thing.whose) for thing in trashcan.contents()] == [
        ("They tell us of rush work two weeks ahead", "Ana Ruiz")]
    with desk.act("trash.take_back"):
        trashcan.take_back("agreement", agreed)
    assert len(agreements.of(ana)) == 1


def test_a_customer_in_the_trash_has_none(desk: Desk, ana: int, agreed: int) -> None:
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert agreements.of(ana) == []
