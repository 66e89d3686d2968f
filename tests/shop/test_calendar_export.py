"""The calendar as a file: what another parser reads, what stays in the house, and that it comes back unchanged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lovedesk.formats import icalendar_reading
from lovedesk.mishaps import Refused
from lovedesk.shop import (
    archive,
    calendar_export,
    contact_points,
    customers,
    event_imports,
    event_plan,
    followups,
    months,
    occurrences,
    recurrence,
    series,
    special_days,
    tags,
    timeline,
    touchpoints,
)
from lovedesk.shop.calendar_part import Part
from lovedesk.shop.sieves import DAYS, OURS, THEIRS, Sieve
from lovedesk.store.desk import Desk
from tests.shop.test_recurrence import RULES

NOW = dt.datetime(2026, 11, 24, 9)
FIRST, LAST = dt.date(2026, 11, 24), dt.date(2026, 12, 31)
MOMENTS_OF_A_YEAR = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0))


def written(part: Part = Part()) -> bytes:  # noqa: B008 -- it is a tuple
    return b"".join(calendar_export.pieces(part, now=NOW))


def parsed(part: Part = Part()) -> Any:  # noqa: B008 -- it is a tuple
    return icalendar.Calendar.from_ical(written(part))


def read(part: Part = Part()) -> list[Any]:  # noqa: B008 -- it is a tuple
    return list(parsed(part).walk("VEVENT"))


def titles(part: Part = Part()) -> list[str]:  # noqa: B008 -- it is a tuple
    return [str(event["SUMMARY"]) for event in read(part)]


@pytest.fixture
def visit(desk: Desk, ana: int) -> int:
    """A visit with Ana on Tuesday 1 December at 10:30, with all that is private."""
    with desk.act("visit.plan"):
        contact_points.add("+44 1632 960123", kind="phone", customer=ana)
        contact_points.add("Mill Lane 5\nOldtown", kind="address", customer=ana)
        row = touchpoints.plan([ana], dt.datetime(2026, 12, 1, 10, 30))
        touchpoints.write(row, "notes", "She is ill, and wishes nobody to know")
    return row


def test_another_program_reads_a_visit_with_whom_where_its_number_and_an_alarm(visit: int) -> None:
    event, = read()
    assert str(event["SUMMARY"]) == "Visit: Ana Ruiz"
    assert str(event["LOCATION"]) == "Mill Lane 5, Oldtown"
    assert "960123" in str(event["DESCRIPTION"])
    assert event.start == dt.datetime(2026, 12, 1, 10, 30)
    alarm, = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == dt.timedelta(minutes=-30)


def test_nothing_private_goes_out(visit: int) -> None:
    assert b"nobody to know" not in written()


def test_lines_end_as_calendars_want_and_none_is_longer_than_75_bytes(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime(2026, 12, 1, 10), title="Überraschung für alle; mit Kuchen, Kaffee " * 4)
    assert all(len(line) <= 75 and not line.endswith(b"\r") for line in written().split(b"\r\n"))
    assert b"\n" not in written().replace(b"\r\n", b"")
    assert titles() == ["Ana Ruiz: " + ("Überraschung für alle; mit Kuchen, Kaffee " * 4).strip()]


def test_uids_stay_when_a_visit_is_moved(desk: Desk, visit: int) -> None:
    before, = read()
    with desk.act("visit.move"):
        touchpoints.move(visit, dt.datetime(2026, 12, 2, 9))
    after, = read()
    assert str(before["UID"]) == str(after["UID"])
    assert int(after["SEQUENCE"]) > int(before.get("SEQUENCE", 0))


def test_what_repeats_has_its_rule_exceptions_and_what_was_moved(desk: Desk, visit: int) -> None:
    with desk.act("series.repeat"):
        row = series.repeat(visit, "FREQ=WEEKLY;BYDAY=TU;COUNT=5")
    second, third = (occurrences.between(dt.date(2026, 12, day), dt.date(2026, 12, day))[0].id for day in (8, 15))
    with desk.act("visit.trash"):
        touchpoints.get(second)
        touchpoints.trash(second)
    with desk.act("visit.move"):
        series.move(third, dt.datetime(2026, 12, 16, 14))
    found = recurring_ical_events.of(parsed()).between(FIRST, LAST)
    assert sorted(event.start for event in found) == [
        dt.datetime(2026, 12, 1, 10, 30), dt.datetime(2026, 12, 16, 14), dt.datetime(2026, 12, 22, 10, 30),
        dt.datetime(2026, 12, 29, 10, 30)]
    assert len({str(event["UID"]) for event in found}) == 1
    assert row


@given(RULES, MOMENTS_OF_A_YEAR, st.lists(st.tuples(
    st.sampled_from(["move", "cancel", "trash", "later", "all", "undo"]), st.integers(0, 9), st.integers(-20, 20)),
    max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_another_library_expands_what_goes_out_to_what_the_calendar_shows(
        fresh_desk: Callable[[], Desk], rule: str, since: dt.datetime, steps: list[tuple[str, int, int]]) -> None:
    desk = fresh_desk()
    counted, times, ends = recurrence.checked(rule).partition(";COUNT=")
    several = {"later", "all"} & {what for what, _which, _days in steps}      # then the first may lie beside the rule
    rule = counted if several else f"{counted}{times}{ends}"
    begins = recurrence.next_starts(rule, since, since)
    assume(begins)
    first, last = begins[0].date(), begins[0].date() + dt.timedelta(800)
    with desk.act("visit.plan"):
        visit = touchpoints.plan([customers.add("Ana Ruiz")], begins[0])
        series.repeat(visit, rule)
    for what, which, days in steps:
        ahead = timeline.between(first, last)
        if not ahead or what == "undo":
            desk.undo()
            continue
        change(desk, what, ahead[which % len(ahead)], dt.timedelta(days))
    shown = sorted(dt.datetime.combine(entry.day or first, entry.time or dt.time())
                   for entry in months.month(first - dt.timedelta(60), last) if entry.kind == months.VISIT)
    judged = recurring_ical_events.of(parsed()).between(first - dt.timedelta(60), last + dt.timedelta(1))
    assert sorted(event.start for event in judged if str(event.get("STATUS")) != "CANCELLED") == shown
    desk.close()


def change(desk: Desk, what: str, touch: timeline.Touch, by: dt.timedelta) -> None:
    """One thing that someone does with one of what repeats."""
    try:
        with desk.act("visit.change"):
            if what == "cancel":
                touchpoints.cancel(touch.id, "ill", now=NOW)
            elif what == "trash":
                touchpoints.trash(touch.id)
            else:
                series.move(touch.id, touch.start + by, {"move": series.THIS}.get(what, what))
    except Refused:
        pass        # such a move is none


def test_what_was_moved_as_a_whole_goes_out_from_its_first_time(desk: Desk, visit: int) -> None:
    with desk.act("series.repeat"):
        series.repeat(visit, "FREQ=WEEKLY;BYDAY=TU;COUNT=4")
    third = occurrences.between(dt.date(2026, 12, 15), dt.date(2026, 12, 15))[0].id
    with desk.act("visit.move"):
        series.move(third, dt.datetime(2026, 12, 16, 14), series.ALL)
    found = recurring_ical_events.of(parsed()).between(FIRST, LAST)
    assert [event.start for event in found] == [dt.datetime(2026, 12, day, 14) for day in (2, 9, 16, 23)]


def test_a_zone_goes_out_with_its_clock_and_its_rules(desk: Desk) -> None:
    text = b"""BEGIN:VEVENT
UID:z@x
SUMMARY:Call with New York
DTSTART;TZID=Eastern Standard Time:20261201T090000
RRULE:FREQ=MONTHLY;UNTIL=20270601T130000Z
END:VEVENT
"""
    with desk.act("import.bring_in"):
        event_imports.bring_in(event_plan.plan(icalendar_reading.read(text, "z.ics", local="Europe/Berlin")), now=NOW)
    event, = read()
    assert str(event["UID"]) == "z@x"
    assert str(event.start.tzinfo) == "America/New_York"
    assert event.start.utcoffset() == dt.timedelta(hours=-5)
    assert event["RRULE"]["UNTIL"] == [dt.datetime(2027, 6, 1, 13, 0, tzinfo=dt.UTC)]
    found = recurring_ical_events.of(parsed()).between(
        dt.date(2027, 5, 30), dt.date(2027, 12, 1))
    assert [event.start.replace(tzinfo=None) for event in found] == [dt.datetime(2027, 6, 1, 9)]


def test_promises_and_birthdays_are_whole_days_that_leave_the_time_free(desk: Desk, ana: int) -> None:
    with desk.act("followup.add"):
        followups.add("bring the sample", customer=ana, due=dt.date(2026, 12, 3), promised=True)
        followups.add("send the drawing", customer=ana, due=dt.date(2026, 12, 4), theirs=True)
        special_days.add("birthday", 2, 29, customer=ana)
    birthday, sample, drawing = read()
    assert (str(sample["SUMMARY"]), sample.start, str(sample["TRANSP"])) == (
        "Ana Ruiz: bring the sample", dt.date(2026, 12, 3), "TRANSPARENT")
    assert sample.walk("VALARM")[0]["TRIGGER"].dt == dt.timedelta(hours=9)
    assert str(drawing["SUMMARY"]) == "Waiting for Ana Ruiz: send the drawing"
    only_days = parsed(Part(Sieve(without=frozenset({OURS, THEIRS}))))
    found = recurring_ical_events.of(only_days).between(dt.date(2027, 2, 1), dt.date(2028, 3, 30))
    assert str(birthday["SUMMARY"]) == "Birthday: Ana Ruiz"
    assert [event.start for event in found] == [dt.date(2027, 2, 28), dt.date(2028, 2, 29)]


def test_a_part_of_the_calendar_is_of_some_days_kinds_tags_and_customers(desk: Desk, visit: int, ana: int) -> None:
    with desk.act("visit.plan"):
        other = customers.add("Bo Lind")
        tags.add([other], "Fair")
        touchpoints.plan([other], dt.datetime(2026, 12, 10, 9), channel="call")
        special_days.add("birthday", 4, 7, customer=ana)
    tag = tags.named("Fair")
    assert tag is not None
    assert titles(Part(first=dt.date(2026, 12, 2), sieve=Sieve(without=frozenset({DAYS})))) == ["Call: Bo Lind"]
    assert titles(Part(Sieve(without=frozenset({"talks", DAYS})))) == ["Visit: Ana Ruiz"]
    assert titles(Part(Sieve(tag=tag.id))) == ["Call: Bo Lind"]
    assert titles(Part(customers=[ana])) == ["Birthday: Ana Ruiz", "Visit: Ana Ruiz"]
    assert titles(Part(touchpoint=visit)) == ["Visit: Ana Ruiz"]


def test_a_visit_that_is_gone_is_refused(desk: Desk, visit: int) -> None:
    with desk.act("visit.trash"):
        touchpoints.trash(visit)
    with pytest.raises(Refused, match="not here any more"):
        written(Part(touchpoint=visit))


def test_our_own_file_brought_in_again_changes_nothing(desk: Desk, visit: int, ana: int) -> None:
    with desk.act("followup.add"):
        followups.add("bring the sample", customer=ana, due=dt.date(2026, 12, 3))
        special_days.add("birthday", 4, 7, year=1980, customer=ana)
        series.repeat(visit, "FREQ=WEEKLY")
    before = archive.export()
    plan = event_plan.plan(icalendar_reading.read(written(), "ours.ics", local="UTC"))
    assert not plan.anything
    with desk.act("import.bring_in"):
        event_imports.bring_in(plan, now=NOW)
    assert archive.export() == before
