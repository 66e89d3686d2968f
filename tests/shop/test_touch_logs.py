"""What has been is logged, or closes what was planned."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import chasing, customers, series, timeline, touch_logs, touchpoints, visits
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)
BEFORE = dt.datetime(2026, 11, 23, 15, 30)


def test_one_touch_is_logged_with_several_at_once(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        ben = customers.add("Ben Adler")
    with desk.act("visit.log"):
        log = touch_logs.log([ana, ben], BEFORE, now=desk.now(), channel="call", began="they", chased=True,
                             notes="The roof is fine", value="A quick answer")
    page = visits.page(log)
    assert page is not None
    assert (page.start, page.channel, page.began, page.notes, page.value) == (
        BEFORE, "call", "they", "The roof is fine", "A quick answer")
    assert page.done_at == desk.now() and [host.id for host in page.customers] == [ana, ben]
    assert chasing.times_of(ben, today=TODAY) == 1
    desk.undo()
    assert timeline.of_customer(ana) == []


def test_what_is_still_to_come_is_planned_and_not_logged(desk: Desk, ana: int) -> None:
    with pytest.raises(Refused, match="not been"), desk.act("visit.log"):
        touch_logs.log([ana], desk.now() + dt.timedelta(minutes=1), now=desk.now())
    with pytest.raises(Refused, match="not been"), desk.act("visit.log"):
        touch_logs.done_on(ana, TODAY + dt.timedelta(1), now=desk.now())
    with pytest.raises(Refused, match="not been"), desk.act("visit.log"):
        touch_logs.done_on(ana, dt.date.max, now=desk.now())
    assert timeline.of_customer(ana) == []


def test_the_earliest_open_one_of_the_day_is_closed_and_keeps_what_stood_there(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        late, early, cancelled = (touchpoints.plan([ana], dt.datetime.combine(TODAY, dt.time(hour)))
                                  for hour in (17, 11, 10))
        touchpoints.cancel(cancelled, "ill", now=desk.now())
        touchpoints.write(early, "notes", "Ring twice")
    with desk.act("visit.log"):
        assert touch_logs.done_on(ana, TODAY, now=desk.now(), notes="She was glad", value="The swatches") == early
    page, other = visits.page(early), visits.page(late)
    assert page is not None and other is not None
    assert (page.notes, page.value, page.done_at) == ("Ring twice\nShe was glad", "The swatches", desk.now())
    assert other.done_at is None
    desk.undo()
    page = visits.page(early)
    assert page is not None and (page.notes, page.done_at) == ("Ring twice", None)


def test_a_time_of_what_repeats_is_closed_and_stays_open_on_the_other_days(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        ben = customers.add("Ben Adler")
        visit = touchpoints.plan([ben, ana], dt.datetime.combine(TODAY - dt.timedelta(14), dt.time(8)))
        series.repeat(visit, "FREQ=WEEKLY")
    closed = touch_logs.planned_on(ana, TODAY)
    with desk.act("visit.log"):
        assert touch_logs.done_on(ana, TODAY, now=desk.now(), value="She was glad") == closed
    assert [(touch.id, touch.value, touch.done) for touch in timeline.of_day(TODAY)] == [(closed, "She was glad", True)]
    assert [touch.done for touch in timeline.on_day(ana, TODAY + dt.timedelta(7))] == [False]
    desk.undo()
    assert [(touch.id, touch.done) for touch in timeline.on_day(ana, TODAY)] == [(closed, False)]


def test_with_a_channel_only_such_a_one_is_closed_else_one_is_logged_now_or_at_noon(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], dt.datetime.combine(TODAY, dt.time(11)))
    with desk.act("visit.log"):
        call = touch_logs.done_on(ana, TODAY, now=desk.now(), channel="call")
        before = touch_logs.done_on(ana, TODAY - dt.timedelta(3), now=desk.now())
    assert call != visit and touch_logs.planned_on(ana, TODAY) == visit
    starts = {touch.id: touch.start for touch in timeline.of_customer(ana)}
    assert (starts[call], starts[before]) == (desk.now(), dt.datetime(2026, 11, 21, 12))
