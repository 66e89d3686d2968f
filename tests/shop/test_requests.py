"""What they asked for waits until it is done or declined; how long they waited is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, followups, requests, todays, trashcan
from lovedesk.shop.requests import RequestRow
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

NOW = dt.datetime.combine(TODAY, dt.time(9))
LAST_WEEK = TODAY - dt.timedelta(7)


@pytest.fixture
def asked(desk: Desk, ana: int) -> int:
    with desk.act("request.add"):
        return requests.add("the sofa before the wedding", customer=ana, now=NOW, asked_on=LAST_WEEK)


def row(ana: int) -> RequestRow:
    (found,) = requests.of(ana)
    return found


def test_it_waits_on_today_and_with_its_customer(ana: int, asked: int) -> None:
    assert [(due.title, due.due, due.kind) for due in todays.today(NOW).still_open] == [
        ("the sofa before the wedding", LAST_WEEK, "request")]
    assert [due.customer for due in followups.open_of(ana)] == ["Ana Ruiz"]
    assert (row(ana).id, row(ana).waits, row(ana).asked_on) == (asked, True, LAST_WEEK)


def test_the_first_answer_keeps_its_moment(desk: Desk, ana: int, asked: int) -> None:
    with desk.act("request.answer"):
        requests.answer(asked, now=NOW)
    with desk.act("request.answer"):
        requests.answer(asked, now=NOW + dt.timedelta(1))
    assert (row(ana).answered, row(ana).waits) == (NOW, True)
    with desk.act("request.grant"):
        requests.grant(asked, "Two evenings more", now=NOW + dt.timedelta(2))
    assert row(ana).answered == NOW


def test_what_was_done_is_kept_and_nothing_waits(desk: Desk, ana: int, asked: int) -> None:
    with desk.act("request.grant"):
        requests.grant(asked, "Two evenings more", now=NOW)
    found = row(ana)
    assert (found.outcome, found.done, found.settled_on, found.answered) == ("granted", "Two evenings more", TODAY, NOW)
    assert followups.open_of(ana) == []
    desk.undo()
    assert row(ana).waits and len(followups.open_of(ana)) == 1
    desk.redo()
    with desk.act("request.reopen"):
        requests.reopen(asked, now=NOW)
    assert row(ana).waits and len(followups.open_of(ana)) == 1


def test_it_is_declined_with_an_honest_reason_and_an_alternative(desk: Desk, ana: int, asked: int) -> None:
    with pytest.raises(Refused, match="honest"), desk.act("request.decline"):
        requests.decline(asked, " ", now=NOW)
    with desk.act("request.decline"):
        requests.decline(asked, "The foam needs three weeks", "A sofa of ours for the day", now=NOW)
    found = row(ana)
    assert (found.outcome, found.reason, found.instead) == (
        "declined", "The foam needs three weeks", "A sofa of ours for the day")
    assert followups.open_of(ana) == []
    with desk.act("request.write"):
        requests.write(asked, "instead", "Two armchairs of ours", now=NOW)
    assert row(ana).instead == "Two armchairs of ours"
    desk.undo()
    desk.undo()
    assert row(ana).waits


def test_ticked_on_today_it_is_done_and_dropped_it_is_declined(desk: Desk, ana: int, asked: int) -> None:
    (due,) = followups.open_of(ana)
    with desk.act("followup.finish"):
        followups.finish(due.id, now=NOW)
    assert (row(ana).outcome, row(ana).settled_on) == ("granted", TODAY)
    with desk.act("followup.reopen"):
        followups.reopen(due.id)
    assert row(ana).waits
    with desk.act("followup.drop"):
        followups.drop(due.id, "The foam needs three weeks", now=NOW)
    assert (row(ana).outcome, row(ana).reason) == ("declined", "The foam needs three weeks")
    desk.undo()
    assert row(ana).waits


def test_moved_and_renamed_it_is_the_same_request(desk: Desk, ana: int, asked: int) -> None:
    (due,) = followups.open_of(ana)
    with desk.act("followup.move"):
        followups.move(due.id, TODAY + dt.timedelta(1))
    with desk.act("followup.change"):
        followups.rename(due.id, "The sofa by Friday")
    assert (row(ana).text, row(ana).asked_on) == ("The sofa by Friday", LAST_WEEK)
    with desk.act("request.change"):
        requests.change(asked, "The sofa by Thursday", now=NOW)
    (due,) = followups.open_of(ana)
    assert (due.title, due.due) == ("The sofa by Thursday", TODAY + dt.timedelta(1))


@pytest.mark.parametrize("ask", [
    lambda ana, asked: requests.add("", customer=ana, now=NOW),
    lambda ana, asked: requests.add("x", customer=1, now=NOW),
    lambda ana, asked: requests.grant(1, now=NOW),
    lambda ana, asked: requests.grant(asked, "x" * 5_001, now=NOW),
    lambda ana, asked: requests.answer(1, now=NOW),
])
def test_what_cannot_be_is_refused(desk: Desk, ana: int, asked: int, ask: Callable[[int, int], object]) -> None:
    with pytest.raises(Refused), desk.act("request.change"):
        ask(ana, asked)


def test_from_the_trash_it_comes_back_and_waits_again(desk: Desk, ana: int, asked: int) -> None:
    with desk.act("request.trash"):
        requests.trash(asked)
    assert (requests.of(ana), followups.open_of(ana)) == ([], [])
    assert [thing.table for thing in trashcan.contents()] == ["request"]
    with desk.act("trash.take_back"):
        trashcan.take_back("request", asked)
    assert row(ana).waits and len(followups.open_of(ana)) == 1


def test_of_a_customer_who_is_gone_nothing_waits(desk: Desk, ana: int, asked: int) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(ana, "gone")
    assert todays.today(NOW).still_open == []
    assert len(requests.of(ana)) == 1


@pytest.mark.parametrize(("text", "moment"), [
    ("8:30", dt.datetime(2026, 11, 24, 8, 30)), ("yesterday at 16:00", dt.datetime(2026, 11, 23, 16)),
    ("20 Nov", dt.datetime(2026, 11, 20))])
def test_when_they_asked_is_read_as_it_is_typed(text: str, moment: dt.datetime) -> None:
    assert requests.read_asked(text, dt.datetime(2026, 11, 24, 9)) == moment


def test_what_names_no_moment_is_refused() -> None:
    with pytest.raises(Refused, match="No day or time"):
        requests.read_asked("a while ago", dt.datetime(2026, 11, 24, 9))
