"""What we do to make it easy: alone, or in answer to what makes it hard."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import accommodations, customers, frictions, trashcan
from lovedesk.store.desk import Desk
from tests.conftest import TODAY


def add(desk: Desk, text: str, customer: int, friction: int | None = None) -> int:
    with desk.act("accommodation.add"):
        return accommodations.add(text, customer=customer, since=TODAY, friction=friction)


def test_it_stands_until_it_ends(desk: Desk, ana: int) -> None:
    early = add(desk, "We come before eight", ana)
    assert accommodations.standing(ana) == [
        accommodations.AccommodationRow(early, "We come before eight", TODAY, None, None, "")]
    with desk.act("accommodation.end"):
        accommodations.end(early, on=TODAY)
    assert (accommodations.standing(ana), len(accommodations.of(ana))) == ([], 1)
    desk.undo()
    assert len(accommodations.standing(ana)) == 1
    desk.redo()
    with desk.act("accommodation.change"):
        accommodations.renew(early)
        accommodations.change(early, "We come on Mondays")
        accommodations.set_since(early, dt.date(2022, 5, 1))
    assert [(row.text, row.since) for row in accommodations.standing(ana)] == [
        ("We come on Mondays", dt.date(2022, 5, 1))]


def test_it_answers_a_friction_of_this_customer(desk: Desk, ana: int) -> None:
    with desk.act("friction.add"):
        bill = frictions.add("The bill", customer=ana, on=TODAY)
        other = frictions.add("No parking", customer=customers.add("Ben"), on=TODAY)
    add(desk, "One bill a month", ana, bill)
    assert [(row.friction, row.answers) for row in accommodations.of(ana)] == [(bill, "The bill")]
    with pytest.raises(Refused), desk.act("accommodation.add"):
        accommodations.add("A key", customer=ana, since=TODAY, friction=other)
    with desk.act("friction.trash"):
        frictions.trash(bill)
    assert [row.answers for row in accommodations.standing(ana)] == [""]


def test_no_words_or_no_customer_is_refused(desk: Desk, ana: int) -> None:
    for text, customer in (("", ana), ("x", 1)):
        with pytest.raises(Refused), desk.act("accommodation.add"):
            accommodations.add(text, customer=customer, since=TODAY)


def test_it_comes_back_from_the_trash(desk: Desk, ana: int) -> None:
    row = add(desk, "A key at the baker's", ana)
    with desk.act("accommodation.trash"):
        accommodations.trash(row)
    assert accommodations.of(ana) == []
    with desk.act("trash.take_back"):
        trashcan.take_back("accommodation", row)
    assert len(accommodations.of(ana)) == 1
