"""Lines that were not understood wait until someone says what each is."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, inbox
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)
NOW = dt.datetime.combine(TODAY, dt.time(9))


@pytest.fixture
def line(desk: Desk) -> int:
    """A line that waits."""
    with desk.act("quickadd.keep"):
        return inbox.add("  oak or\tbeech? ", on=TODAY)


def test_a_line_waits_as_it_was_typed(desk: Desk, line: int) -> None:
    assert inbox.lines() == [inbox.Line(line, "oak or beech?", None, "", TODAY)]
    assert inbox.get(line) == inbox.lines()[0]
    with pytest.raises(Refused, match="nothing"):
        inbox.add(" \n ")


def test_it_is_given_to_a_customer_and_follows_whoever_they_become(desk: Desk, line: int, ana: int) -> None:
    with desk.act("inbox.give"):
        inbox.give(line, ana)
    assert [(one.customer_id, one.customer) for one in inbox.lines()] == [(ana, "Ana Ruiz")]
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert [(one.customer_id, one.text) for one in inbox.lines()] == [(None, "oak or beech?")]
    with pytest.raises(Refused):
        inbox.give(line, ana)


@pytest.mark.parametrize("verb", ["inbox.settle", "inbox.drop"])
def test_what_is_settled_or_dropped_waits_no_more_until_it_is_taken_back(desk: Desk, line: int, verb: str) -> None:
    with desk.act(verb):
        inbox.settle(line, now=NOW) if verb == "inbox.settle" else inbox.drop(line)
    assert inbox.lines() == []
    assert inbox.get(line) is None
    desk.undo()
    assert [one.id for one in inbox.lines()] == [line]


def test_a_line_that_is_gone_is_refused(desk: Desk, line: int) -> None:
    with desk.act("inbox.drop"):
        inbox.drop(line)
    with pytest.raises(Refused, match="not here any more"):
        inbox.settle(line, now=NOW)
