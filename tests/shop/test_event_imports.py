"""Events of a calendar file on the desk: brought in as one action, up to date by a later file, never doubled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.formats import icalendar_reading
from lovedesk.shop import (
    archive,
    contact_points,
    customers,
    event_imports,
    event_plan,
    import_runs,
    special_days,
    timeline,
    touchpoints,
)
from lovedesk.shop.event_records import EventPlan
from lovedesk.shop.import_cards import Fate
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9)
WEEKLY = """BEGIN:VEVENT
UID:weekly@x
DTSTART;TZID=Europe/Berlin:20261116T100000
DTEND;TZID=Europe/Berlin:20261116T103000
RRULE:FREQ=WEEKLY;BYDAY=MO
EXDATE;TZID=Europe/Berlin:20261130T100000
SUMMARY:Round
END:VEVENT
"""
MOVED = """BEGIN:VEVENT
UID:weekly@x
RECURRENCE-ID;TZID=Europe/Berlin:20261207T100000
DTSTART;TZID=Europe/Berlin:20261208T113000
DTEND;TZID=Europe/Berlin:20261208T120000
SUMMARY:Round, moved
END:VEVENT
"""


def event(*lines: str, uid: str = "one@x", start: str = "DTSTART:20261201T093000") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", start, *lines, "END:VEVENT", ""])


def planned(*events: str, head: str = "") -> EventPlan:
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{''.join(events)}END:VCALENDAR\n"
    return event_plan.plan(icalendar_reading.read(text.encode(), "a.ics", local="Europe/Berlin"))


def bring(desk: Desk, *events: str, head: str = "") -> EventPlan:
    found = planned(*events, head=head)
    with desk.act("import.bring_in"):
        event_imports.bring_in(found, now=NOW)
    return found


def said(title: str) -> dict[str, object]:
    found: dict[str, object] = next(touchpoint for touchpoint in archive.export()["touchpoints"]
                                    if touchpoint["title"] == title)
    return found


def times(first: dt.date, last: dt.date) -> list[tuple[str, str]]:
    return [(f"{touch.start:%m-%d %H:%M}", touch.title) for touch in timeline.between(first, last)]


DECEMBER = dt.date(2026, 11, 24), dt.date(2026, 12, 22)


def test_an_event_finds_its_customer_by_the_address_of_who_comes_or_by_the_name_in_its_title(
        desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business", standing="customer")
        contact_points.add("hello@halcyon.example", customer=cafe)
    bring(desk, event("SUMMARY:Tasting", "ATTENDEE;CN=Them:mailto:Hello@Halcyon.example"),
          event("SUMMARY:Coffee with Ana Ruiz", uid="two"), event("SUMMARY:Tax adviser", uid="three"))
    assert said("Tasting")["customers"] == [str(cafe)]
    assert said("Coffee with Ana Ruiz")["customers"] == [str(ana)]
    assert said("Tax adviser")["customers"] == []


def test_a_series_comes_with_its_exceptions_and_what_was_moved(desk: Desk) -> None:
    bring(desk, MOVED, WEEKLY)
    assert times(*DECEMBER) == [("12-08 11:30", "Round, moved"), ("12-14 10:00", "Round"), ("12-21 10:00", "Round")]
    assert said("Round")["repeats"] == "FREQ=WEEKLY;BYDAY=MO"
    assert said("Round")["zone"] == "Europe/Berlin"


def test_the_same_file_again_changes_nothing(desk: Desk, ana: int) -> None:
    text = (MOVED, WEEKLY, event("SUMMARY:Coffee with Ana Ruiz", "DESCRIPTION:Bring the book"))
    bring(desk, *text)
    before = archive.export()
    again = bring(desk, *text)
    assert {known.fate for known in again.fates} == {Fate.SAME}
    assert not again.anything
    assert archive.export()["touchpoints"] == before["touchpoints"]
    assert archive.export()["import_runs"] == before["import_runs"]


def test_a_later_file_moves_renames_and_takes_times_out(desk: Desk) -> None:
    bring(desk, MOVED, WEEKLY, event("SUMMARY:Fair"))
    later = WEEKLY.replace("T100000", "T140000").replace("T103000", "T143000").replace("20261130", "20261214")
    found = bring(desk, later.replace("SUMMARY:Round", "SUMMARY:The round"),
                  event("SUMMARY:The fair", "LOCATION:Market", start="DTSTART:20261202T110000"))
    assert found.counts() == {Fate.ADDS: 2}
    assert times(*DECEMBER) == [("11-30 14:00", "The round"), ("12-02 11:00", "The fair"), ("12-07 14:00", "The round"),
                                ("12-21 14:00", "The round")]


def test_what_was_changed_here_stays_as_it_is(desk: Desk) -> None:
    bring(desk, event("SUMMARY:Fair", "DESCRIPTION:Stand 5"))
    row = int(str(said("Fair")["id"]))
    with desk.act("visit.write"):
        touchpoints.write(row, "notes", "We met the mayor")
        touchpoints.move(row, dt.datetime(2026, 12, 3, 15))
    bring(desk, event("SUMMARY:Winter fair", "DESCRIPTION:Stand 6", start="DTSTART:20261201T100000"))
    found = said("Winter fair")
    assert (found["notes"], found["start"]) == ("We met the mayor", "2026-12-03T15:00")


def test_undo_takes_the_whole_import_back_and_it_can_come_again(desk: Desk, ana: int) -> None:
    before = archive.export()
    text = (MOVED, WEEKLY, event("SUMMARY:Fair"), birthday("Ana Ruiz's birthday"))
    bring(desk, *text)
    there = archive.export()["touchpoints"]
    desk.undo()
    assert archive.export() == before
    assert times(*DECEMBER) == []
    bring(desk, *text)
    assert archive.export()["touchpoints"] == there


def test_what_is_past_came_done_and_waits_for_nobody(desk: Desk) -> None:
    bring(desk, WEEKLY, event("SUMMARY:Old fair", start="DTSTART:20020301T100000"))
    assert timeline.to_type_in(NOW) == []
    assert said("Old fair")["done_at"] is not None


def birthday(title: str, start: str = "DTSTART;VALUE=DATE:19800407") -> str:
    return event(f"SUMMARY:{title}", "RRULE:FREQ=YEARLY", uid="day@x", start=start)


@pytest.mark.parametrize("title", ["Ana Ruiz's birthday", "Geburtstag von Ana Ruiz", "🎂 Ana Ruiz",
                                   "Ana Ruiz (46) Birthday", "Anniversaire d’Ana Ruiz", "Happy birthday Ana Ruiz!"])
def test_a_birthday_becomes_a_day_of_theirs(desk: Desk, ana: int, title: str) -> None:
    found = bring(desk, birthday(title))
    day, = special_days.of(ana)
    assert (day.kind, day.month, day.day, day.year) == ("birthday", 4, 7, 1980)
    assert found.summed_up() == ["1 new day of a customer"]
    assert not bring(desk, birthday(title)).anything


def test_the_year_of_a_birthday_may_be_unknown_and_a_later_file_corrects_the_day(desk: Desk, ana: int) -> None:
    bring(desk, birthday("Ana Ruiz's birthday", "DTSTART;VALUE=DATE:16040407"))
    day, = special_days.of(ana)
    assert day.year is None
    bring(desk, birthday("Ana Ruiz's birthday", "DTSTART;VALUE=DATE:16040408"))
    day, = special_days.of(ana)
    assert (day.month, day.day) == (4, 8)


def test_a_birthday_of_nobody_here_is_an_event_of_our_own(desk: Desk) -> None:
    bring(desk, birthday("Bo's birthday", "DTSTART;VALUE=DATE:16040407"))
    assert said("Bo's birthday")["repeats"] == "FREQ=YEARLY"
    assert times(dt.date(2027, 4, 1), dt.date(2027, 4, 30)) == [("04-07 00:00", "Bo's birthday")]


def test_a_cancelled_event_is_cancelled_here_and_one_that_never_came_is_left_out(desk: Desk) -> None:
    bring(desk, event("SUMMARY:Fair"))
    found = bring(desk, event("SUMMARY:Fair", "STATUS:CANCELLED"), event("SUMMARY:Other", "STATUS:CANCELLED", uid="o"))
    assert [known.fate for known in found.fates] == [Fate.ADDS, Fate.KEPT_OUT]
    assert said("Fair")["cancelled_at"] is not None
    assert times(*DECEMBER) == []


def test_an_event_with_a_rule_that_makes_no_sense_comes_once_and_says_so(desk: Desk) -> None:
    found = bring(desk, event("SUMMARY:Odd", "RRULE:FREQ=SECONDLY"))
    assert said("Odd")["repeats"] == ""
    assert found.left_out()[0].reason.startswith("It was kept once: ")


def test_further_days_follow_a_later_file_also_past_ones_and_what_is_done_here_stays(desk: Desk) -> None:
    weekly = "RRULE:FREQ=WEEKLY;COUNT=2"
    bring(desk, event("SUMMARY:Fair", "RDATE:20261120T093000,20261203T093000,20261204T093000"),
          event("SUMMARY:Class", weekly, "RDATE:20261119T100000,20261205T100000", uid="class"))
    with desk.act("visit.finish"):
        touchpoints.finish(timeline.of_day(dt.date(2026, 12, 4))[0].id, now=NOW)
    bring(desk, event("SUMMARY:Fete", "RDATE:20261203T093000"), event("SUMMARY:Course", weekly, uid="class"))
    assert sorted(times(dt.date(2026, 11, 1), DECEMBER[1])) == [
        ("12-01 09:30", "Course"), ("12-01 09:30", "Fete"), ("12-03 09:30", "Fete"), ("12-04 09:30", "Fair"),
        ("12-08 09:30", "Course")]


def test_what_came_once_and_now_repeats_beside_its_rule_is_there_once(desk: Desk) -> None:
    bring(desk, event("SUMMARY:Fair"))
    bring(desk, event("SUMMARY:Fair", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2"))
    assert times(*DECEMBER) == [("12-01 09:30", "Fair"), ("12-07 09:30", "Fair"), ("12-14 09:30", "Fair")]


def test_what_repeated_and_now_comes_once_takes_its_moved_and_further_times_along(desk: Desk) -> None:
    bring(desk, WEEKLY.replace("SUMMARY", "RDATE;TZID=Europe/Berlin:20261210T100000\nSUMMARY"), MOVED)
    assert len(times(*DECEMBER)) == 4
    bring(desk, event("SUMMARY:Round", uid="weekly@x", start="DTSTART;TZID=Europe/Berlin:20261201T100000"))
    assert times(*DECEMBER) == [("12-01 10:00", "Round")]


def test_a_time_that_was_left_out_and_now_is_moved_comes(desk: Desk) -> None:
    bring(desk, WEEKLY)
    moved = MOVED.replace("20261207T100000", "20261130T100000")
    bring(desk, WEEKLY.replace("EXDATE;TZID=Europe/Berlin:20261130T100000\n", ""), moved)
    assert ("12-08 11:30", "Round, moved") in times(*DECEMBER)
    assert not bring(desk, WEEKLY.replace("EXDATE;TZID=Europe/Berlin:20261130T100000\n", ""), moved).anything


def test_an_event_on_several_days_without_a_rule_tells_the_next_of_them(desk: Desk) -> None:
    bring(desk, event("SUMMARY:Fair", "RDATE:20261210T150000,20261205T093000,20261220T093000"))
    assert said("Fair")["start"] == "2026-12-01T09:30"
    assert said("Fair")["next"] == ["2026-12-01T09:30", "2026-12-05T09:30", "2026-12-10T15:00"]


def test_a_rule_of_ten_million_times_goes_on_without_an_end_and_says_so(desk: Desk) -> None:
    found = bring(desk, event("SUMMARY:Often", "RRULE:FREQ=DAILY;COUNT=10000000"))
    assert said("Often")["repeats"] == "FREQ=DAILY"
    assert [line.reason for line in found.left_out()] == [
        "It repeats more than 10000 times; it was kept without an end."]


def test_what_lies_in_the_trash_does_not_come_back(desk: Desk) -> None:
    bring(desk, event("SUMMARY:Fair"))
    with desk.act("visit.trash"):
        touchpoints.trash(int(str(said("Fair")["id"])))
    assert bring(desk, event("SUMMARY:Fair again")).left_out()[0].reason == "in the trash"


def test_the_last_import_lists_each_event(desk: Desk, ana: int) -> None:
    bring(desk, event("SUMMARY:Coffee with Ana Ruiz"), event("SUMMARY:Broken", uid="b", start="DTSTART:2026"))
    last = import_runs.last()
    assert last is not None
    assert last.counts == {Fate.NEW: 1, Fate.UNREAD: 1}
    rows = import_runs.page(import_runs.Listing(last.run).ids())
    assert [(row.place, row.name, row.customer) for row in rows] == [(3, "Coffee with Ana Ruiz", ana), (8, "Broken", 0)]


def test_a_moved_one_may_come_before_its_series_in_a_file_of_its_own(desk: Desk) -> None:
    bring(desk, MOVED)
    assert times(*DECEMBER) == [("12-08 11:30", "Round, moved")]
    bring(desk, WEEKLY)
    assert times(*DECEMBER) == [("12-08 11:30", "Round, moved"), ("12-14 10:00", "Round"), ("12-21 10:00", "Round")]


def test_once_becomes_again_and_again_and_back(desk: Desk) -> None:
    week = dt.date(2026, 12, 1), dt.date(2026, 12, 8)
    bring(desk, event("SUMMARY:Fair"))
    bring(desk, event("SUMMARY:Fair", "RRULE:FREQ=WEEKLY"))
    assert times(*week) == [("12-01 09:30", "Fair"), ("12-08 09:30", "Fair")]
    bring(desk, event("SUMMARY:Fair"))
    assert times(*week) == [("12-01 09:30", "Fair")]


TIMES = st.sampled_from(["20261201T093000", "20261201T093000Z", "20261201", "20021028", "21991231T235900", "19000101",
                         "00010101T000000", "99991231T235959Z", "20280229", "20270328T023000"])
RULES = st.sampled_from(["", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO, TU;COUNT=4", "FREQ=YEARLY", "FREQ=MONTHLY;BYDAY=-1FR",
                         "FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=99991231T235959Z", "FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2",
                         "FREQ=DAILY;UNTIL=19000101", "garbage", "FREQ=DAILY;INTERVAL=999999999999"])
EVENTS = st.builds(
    lambda uid, start, rule, instead, without, also, length, title: event(
        f"RRULE:{rule}", f"EXDATE:{without}", f"RDATE:{also}", f"DURATION:{length}", f"SUMMARY:{title}",
        *([f"RECURRENCE-ID:{instead}"] if instead else []), uid=uid, start=f"DTSTART:{start}"),
    st.sampled_from(["a", "b", "", "lovedesk-5"]), TIMES, RULES, st.one_of(st.just(""), TIMES), TIMES, TIMES,
    st.sampled_from(["PT1H", "P3D", "-PT5M", "P99999D"]), st.sampled_from(["Round", "Ana's birthday", "", "Ana Ruiz"]))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EVENTS, min_size=1, max_size=5))
def test_whatever_a_file_says_it_comes_in_once_and_goes_again(
        fresh_desk: Callable[[], Desk], events: list[str]) -> None:
    desk = fresh_desk()
    try:
        before = archive.export()
        bring(desk, *events)
        there = archive.export()["touchpoints"]
        assert not bring(desk, *events).anything
        assert archive.export()["touchpoints"] == there
        if there:
            desk.undo()
            assert archive.export() == before
    finally:
        desk.close()
