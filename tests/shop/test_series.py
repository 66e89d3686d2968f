"""What repeats: each of its times, changed alone, with the later ones, or all of them."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    customers,
    farewells,
    followups,
    items,
    months,
    narrowing,
    occurrences,
    series,
    stream,
    timeline,
    touchpoints,
    visits,
)
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk

TUESDAY = dt.datetime(2026, 11, 24, 10)
WEEK = dt.timedelta(7)


def repeated(desk: Desk, ana: int, rule: str = "FREQ=WEEKLY", start: dt.datetime = TUESDAY) -> int:
    """A visit that repeats; its own id."""
    with desk.act("visit.plan"):
        touchpoint = touchpoints.plan([ana], start, checklist="first-visit", title="rounds")
    with desk.act("series.repeat"):
        series.repeat(touchpoint, rule)
    return touchpoint


def ahead(first: dt.datetime = TUESDAY, weeks: int = 4) -> list[occurrences.Time]:
    """The times without a row within the next weeks."""
    return sorted(occurrences.between(first.date(), (first + weeks * WEEK).date()), key=lambda time: time.start)


def test_a_visit_becomes_the_first_of_many_and_keeps_its_id(desk: Desk, ana: int) -> None:
    touchpoint = repeated(desk, ana)
    assert [time.start for time in ahead(weeks=2)] == ["2026-12-01T10:00", "2026-12-08T10:00"]
    told = series.of(touchpoint)
    assert told is not None
    assert told.words == "every week"
    assert told.next == [TUESDAY + WEEK, TUESDAY + 2 * WEEK, TUESDAY + 3 * WEEK]


def test_one_of_its_times_is_taken_up_by_the_first_word_about_it(desk: Desk, ana: int) -> None:
    touchpoint = repeated(desk, ana)
    second = ahead()[0].id
    with desk.act("visit.write"):
        touchpoints.write(second, "notes", "the heating is cold")
    assert [item.text for item in items.of(second)] == [item.text for item in items.of(touchpoint)] != []
    assert second not in {time.id for time in ahead()}
    assert desk.check() == []
    desk.undo()
    assert ahead()[0].id == second
    desk.redo()
    assert rows("select notes from touchpoint where id = ? and state = 'live'", second) == [("the heating is cold",)]


def test_a_one_off_repeats_no_more_than_once(desk: Desk, ana: int) -> None:
    touchpoint = repeated(desk, ana)
    with pytest.raises(Refused, match="repeats already"), desk.act("series.repeat"):
        series.repeat(touchpoint, "FREQ=DAILY")
    with pytest.raises(Refused, match="never comes"), desk.act("series.repeat"):
        series.repeat_followup(followups.add("x", due=dt.date(2026, 11, 24)), "FREQ=DAILY;INTERVAL=7;BYDAY=MO")


def test_later_ones_are_moved_and_what_was_stays(desk: Desk, ana: int) -> None:
    touchpoint = repeated(desk, ana)
    second = ahead()[0].id
    with desk.act("visit.move"):
        series.move(second, TUESDAY + WEEK + dt.timedelta(1, hours=1), series.LATER)
    assert [time.start for time in ahead(weeks=4)] == ["2026-12-09T11:00", "2026-12-16T11:00"]
    assert rows("select start from touchpoint where id = ?", second) == [("2026-12-02T11:00",)]
    assert rows("select start from touchpoint where id = ?", touchpoint) == [("2026-11-24T10:00",)]
    assert desk.check() == []
    desk.undo()
    assert [time.start for time in ahead(weeks=2)] == ["2026-12-01T10:00", "2026-12-08T10:00"]


def test_all_are_moved(desk: Desk, ana: int) -> None:
    touchpoint = repeated(desk, ana)
    third = ahead()[1].id
    with desk.act("visit.move"):
        series.move(third, TUESDAY + 2 * WEEK + dt.timedelta(hours=1), series.ALL)
    assert rows("select start from touchpoint where id = ?", touchpoint) == [("2026-11-24T11:00",)]
    assert [time.start for time in ahead(weeks=3)] == ["2026-12-01T11:00", "2026-12-15T11:00"]


def test_words_go_to_the_later_ones_but_not_over_own_words(desk: Desk, ana: int) -> None:
    repeated(desk, ana)
    second, third, fourth = (time.id for time in ahead(weeks=3))
    with desk.act("visit.write"):
        touchpoints.write(third, "title", "with cake")
    with desk.act("visit.change"):
        touchpoints.set_minutes(fourth, 20)
    with desk.act("series.change"):
        touchpoints.write(second, "title", "winter rounds")
        series.spread(second, series.LATER)
    assert rows("select title, minutes from touchpoint where id in (?, ?, ?) order by start",
                second, third, fourth) == [
        ("winter rounds", 60), ("with cake", 60), ("winter rounds", 20)]
    with desk.act("visit.write"):
        touchpoints.write(fifth := ahead(weeks=4)[-1].id, "value", "soup")
    assert rows("select title from touchpoint where id = ?", fifth) == [("winter rounds",)]


def test_it_ends_here_or_becomes_a_one_off(desk: Desk, ana: int) -> None:
    repeated(desk, ana)
    second, third, *_rest = (time.id for time in ahead())
    with desk.act("series.stop"):
        series.stop(third, series.LATER)
    assert [time.id for time in ahead()] == [second]
    desk.undo()
    with desk.act("series.once"):
        series.once(third)
    assert ahead() == []
    assert series.of(third) is None
    assert rows("select start from touchpoint where id = ? and state = 'live'", third) == [("2026-12-08T10:00",)]
    assert desk.check() == []


def test_a_follow_up_waits_for_the_last_one_to_be_done(desk: Desk, ana: int) -> None:
    with desk.act("followup.add"):
        filters = followups.add("change the filter", customer=ana, due=dt.date(2026, 11, 20))
    with desk.act("series.repeat"):
        series.repeat_followup(filters, "FREQ=MONTHLY;INTERVAL=3", waits=True)
    assert ahead(weeks=60) == []
    with desk.act("followup.finish"):
        followups.finish(filters, now=dt.datetime(2026, 12, 1, 9))
    assert [time.start for time in ahead(weeks=60)] == ["2027-03-01T00:00"]
    desk.undo()
    assert ahead(weeks=60) == []


def test_one_without_a_row_has_a_page_and_stands_in_every_list(desk: Desk, ana: int) -> None:
    first = repeated(desk, ana)
    second = ahead()[0].id
    page, like = visits.page(second), visits.page(first)
    assert page is not None
    assert like is not None
    assert (page.id, page.start, page.title, page.whom) == (second, TUESDAY + WEEK, "rounds", "Ana Ruiz")
    assert [item.text for item in page.items] == [item.text for item in like.items]
    with desk.act("visit.change"):
        touchpoints.set_minutes(second, 30)
    taken = visits.page(second)
    assert taken is not None
    assert [item.id for item in taken.items] == [item.id for item in page.items]
    desk.undo()
    with desk.act("item.tick"):
        items.tick(page.items[0].id, on=True, now=desk.now())
    assert [item.ticked for item in items.of(second)][:2] == [True, False]
    desk.undo()
    day = (TUESDAY + WEEK).date()
    assert [touch.id for touch in timeline.of_day(day)] == [second]
    assert [entry.id for entry in months.month(day, day)] == [second]
    coming = timeline.next_planned(ana, TUESDAY + dt.timedelta(1))
    assert coming is not None
    assert coming.id == second


def test_days_beyond_what_is_kept_are_asked_of_the_rule(desk: Desk, ana: int) -> None:
    repeated(desk, ana)
    (far,) = timeline.of_day(dt.date(2041, 11, 26))
    assert (far.start, far.title) == (dt.datetime(2041, 11, 26, 10), "rounds")
    with desk.act("visit.change"):
        touchpoints.set_minutes(far.id, 30)
    assert [touch.minutes for touch in timeline.of_day(dt.date(2041, 11, 26))] == [30]


def test_of_what_nobody_wrote_down_the_last_one_waits(desk: Desk, ana: int) -> None:
    repeated(desk, ana, start=TUESDAY - 4 * WEEK - dt.timedelta(hours=2))
    (sheet, first) = timeline.to_type_in(desk.now())[::-1]
    assert (sheet.start, sheet.before, first.series) == (TUESDAY - dt.timedelta(hours=2), 3, sheet.series)


def test_what_repeats_is_ahead_of_a_customer(desk: Desk, ana: int) -> None:
    start = TUESDAY - dt.timedelta(1)
    touchpoint = repeated(desk, ana, start=start)
    with desk.act("visit.finish"):
        touchpoints.finish(touchpoint, now=desk.now())
    next_one = ahead(start)[0].id
    head = customers.head(ana, desk.now())
    assert head is not None
    assert (head.next, head.next_id) == (start + WEEK, next_one)
    (row,) = customers.page([ana], desk.now())
    assert row.next == (start + WEEK).date()
    events = stream.of(ana, desk.now(), stream.Wanted())
    assert [(event.id, event.state) for event in events] == [(next_one, "planned"), (touchpoint, "done")]
    assert narrowing.ids(narrowing.Terms(nothing_ahead=True), desk.now()) == []
    with desk.act("series.stop"):
        series.stop(next_one, series.LATER)
    assert narrowing.ids(narrowing.Terms(nothing_ahead=True), desk.now()) == [ana]


def test_nothing_that_repeats_reminds_of_those_who_are_gone(desk: Desk, ana: int) -> None:
    repeated(desk, ana)
    with desk.act("followup.add"):
        series.repeat_followup(followups.add("call", customer=ana, due=TUESDAY.date() - WEEK), "FREQ=DAILY")
    with desk.act("customer.gone"):
        farewells.customer_gone(ana)
    day = (TUESDAY + WEEK).date()
    now = dt.datetime.combine(day, dt.time(23))
    assert timeline.between(TUESDAY.date(), day) == []
    assert timeline.to_type_in(now) == []
    assert followups.open_until(day, today=day) == []
    assert followups.between(TUESDAY.date(), day) == []
    assert months.month(TUESDAY.date(), day) == []


def test_what_hangs_on_one_without_a_row_makes_it_one(desk: Desk, ana: int) -> None:
    repeated(desk, ana)
    second = ahead()[0].id
    with desk.act("followup.add"):
        followups.add("send the price", customer=ana, touchpoint=second)
    assert [due.title for due in followups.of_touchpoint(second)] == ["send the price"]
    assert rows("select state from touchpoint where id = ?", second) == [("live",)]
    assert desk.check() == []
