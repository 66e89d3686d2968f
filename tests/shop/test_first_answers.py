"""The clock of a request: since when they wait, and what was our first answer (practice B6)."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, first_answers, followups, requests, todays, touch_logs, touchpoints
from lovedesk.store.desk import Desk

HOUR = dt.timedelta(hours=1)


def ask(desk: Desk, customer: int, before: dt.timedelta, text: str = "A softer seat") -> int:
    with desk.act("request.add"):
        return requests.add(text, customer=customer, now=desk.now(), asked_at=desk.now() - before)


def test_a_touch_after_they_asked_is_the_first_answer_and_the_first_counts(desk: Desk, ana: int) -> None:
    request = ask(desk, ana, 3 * HOUR)
    assert first_answers.clocks()[request].ticks
    for hours in (4, 2, 1):
        with desk.act("visit.log"):
            touch_logs.log([ana], desk.now() - hours * HOUR, now=desk.now(), channel="call")
    clock = first_answers.clocks()[request]
    assert (clock.asked_at, clock.answered) == (desk.now() - 3 * HOUR, desk.now() - 2 * HOUR)
    for _times in range(2):
        desk.undo()
    assert first_answers.clocks()[request].ticks


def test_what_was_asked_for_at_a_touch_or_only_delivered_is_not_answered_by_it(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], desk.now() - HOUR)
        request = requests.add("A key", customer=ana, now=desk.now(), asked_at=desk.now() - HOUR, touchpoint=visit)
        touchpoints.finish(visit, now=desk.now())
        touch_logs.log([ana], desk.now(), now=desk.now(), channel="delivery")
    assert first_answers.clocks()[request].ticks


def test_a_touch_that_is_open_again_has_answered_nothing(desk: Desk, ana: int) -> None:
    request = ask(desk, ana, 3 * HOUR)
    with desk.act("visit.log"):
        visit = touch_logs.log([ana], desk.now() - HOUR, now=desk.now())
    assert not first_answers.clocks()[request].ticks
    with desk.act("visit.reopen"):
        touchpoints.reopen(visit)
    assert first_answers.clocks()[request].ticks


def test_today_shows_first_who_waits_the_longest_for_a_first_answer(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        ben = customers.add("Ben Adler")
        followups.add("Call the mill", due=desk.today(), due_time="08:00")
    answered, later, first = (ask(desk, whom, hours * HOUR, text) for whom, hours, text in (
        (ana, 5, "answered"), (ben, 1, "later"), (ana, 2, "first")))
    with desk.act("request.answer"):
        requests.answer(answered, now=desk.now())
    assert [due.title for due in todays.today(desk.now()).due] == ["first", "later", "Call the mill", "answered"]
    assert [request.id for request in requests.of(ana)] == [first, answered]
    assert later in first_answers.clocks()


def test_the_hour_they_asked_is_corrected_but_does_not_lie_ahead(desk: Desk, ana: int) -> None:
    request = ask(desk, ana, HOUR)
    with desk.act("request.change"):
        requests.set_asked(request, desk.now() - 26 * HOUR, now=desk.now())
    assert requests.of(ana)[0].asked_at == desk.now() - 26 * HOUR
    assert requests.of(ana)[0].asked_on == dt.date(2026, 11, 23)
    desk.undo()
    for ahead in (HOUR, dt.timedelta(365)):
        with pytest.raises(Refused, match="not asked yet"), desk.act("request.change"):
            requests.set_asked(request, desk.now() + ahead, now=desk.now())
    assert requests.of(ana)[0].asked_at == desk.now() - HOUR


def test_a_day_alone_has_no_hour(desk: Desk, ana: int) -> None:
    with desk.act("request.add"):
        request = requests.add("A key", customer=ana, now=desk.now(), asked_on=dt.date(2026, 11, 20))
    clock = first_answers.clocks()[request]
    assert (clock.asked_at, clock.since) == (None, dt.datetime(2026, 11, 20))
