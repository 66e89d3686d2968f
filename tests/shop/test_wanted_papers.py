"""Each paper says what it is for, nothing private, and of one who is gone nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    checklists,
    contact_points,
    customers,
    details,
    followups,
    opening,
    people,
    shops,
    special_days,
    touchpoints,
    wanted_papers,
)
from lovedesk.shop.blank_lists import BlankList
from lovedesk.shop.call_lists import CallList
from lovedesk.shop.sheet_records import Owed, PrepSheet
from lovedesk.shop.wanted_papers import CALLS, CHECKLIST, MANY, PACK, SHEET, WEEK, WHOLE, ManySheets, Record, Wanted
from lovedesk.shop.week_sheets import WeekLine, WeekSheet
from lovedesk.shop.whole_pages import WholePage
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

NOW = dt.datetime(2026, 11, 24, 9)


@pytest.fixture
def cafe(desk: Desk) -> int:
    """A café with an owner, much known of it, a call planned today and a visit on Thursday."""
    with desk.act("customer.add"):
        shops.set_up("Tansy & Thread", motto="We mend the chair.")
        found = customers.add("Café Halcyon", kind="business")
        xiomara = people.add(found, "Xiomara Reyes", role="Owner", say="see-oh-MAH-rah")
        contact_points.add("0151 496 0142", person=xiomara)
        contact_points.add("9 Home Lane", person=xiomara, kind="address", label="home")
        way = contact_points.add("11 Quay Street", customer=found, kind="address")
        contact_points.set_way_in(way, "Code 4711")
        special_days.add("birthday", 11, 26, person=xiomara)
        details.add("Covers that wipe clean", topic="need", customer=found)
        details.add("The rent", topic="worry", customer=found, day=dt.date(2026, 11, 27))
        details.add("Only ours", topic="need", customer=found, seen_by="me")
        done = touchpoints.plan([found], NOW - dt.timedelta(30))
        touchpoints.write(done, "notes", "We saw the room.")
        touchpoints.finish(done, now=NOW - dt.timedelta(30))
        touchpoints.plan([found], NOW.replace(hour=11), channel="call", title="The long bench")
        touchpoints.plan([found], dt.datetime(2026, 11, 26, 10), occasion="all-great")
        followups.add("A price for the bench", customer=found, due=dt.date(2026, 11, 25), promised=True)
        followups.add("Their measures", customer=found, theirs=True)
    return found


def read(wanted: Wanted) -> Record:
    return wanted_papers.read(wanted, now=NOW)


def test_a_week_has_hours_visits_promises_and_days_by_name_and_time(desk: Desk, cafe: int) -> None:
    with desk.act("shop.set_up"):
        opening.set_hours(1, "8:30-12:30")
        opening.close(dt.date(2026, 11, 28), why="Harbour fair")
    week = read(Wanted(WEEK, TODAY))
    assert isinstance(week, WeekSheet)
    assert [day.day for day in week.days] == [dt.date(2026, 11, 23) + dt.timedelta(n) for n in range(7)]
    tuesday, wednesday, thursday, friday, saturday = week.days[1:6]
    assert tuesday.hours == "08:30–12:30" and saturday.hours == "Harbour fair"
    assert tuesday.timed == [WeekLine("11:00", "Café Halcyon", "Call, The long bench", done=False)]
    assert wednesday.rest == [WeekLine("", "Café Halcyon", "A price for the bench, promised", done=False)]
    assert thursday.rest == [WeekLine("", "Café Halcyon", "Xiomara Reyes’s birthday", done=False)]
    assert friday.rest == []         # a worry stays off paper


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("kind", [PACK, WEEK, CALLS, MANY])
def test_a_day_of_year_1_or_9999_is_refused_in_words(desk: Desk, kind: str, day: dt.date) -> None:
    with pytest.raises(Refused, match="too far away"):
        read(Wanted(kind, day))


def test_the_calls_of_a_day_have_numbers_why_the_last_talk_and_what_we_owe(desk: Desk, cafe: int) -> None:
    with desk.act("followup.add"):
        followups.add("Call about the fire door", customer=cafe, due=TODAY, due_time="10:00")
        followups.add("Order thread", due=TODAY)
        followups.add("Call Ben back", due=TODAY)
    calls = read(Wanted(CALLS, TODAY))
    assert isinstance(calls, CallList)
    assert [(line.time, line.name, line.why) for line in calls.lines] == [
        ("10:00", "Café Halcyon", "Call about the fire door"), ("11:00", "Café Halcyon", "The long bench"),
        ("", "Call Ben back", "")]
    assert calls.lines[1].phone == "0151 496 0142"
    assert calls.lines[1].last is not None and calls.lines[1].last.text == "We saw the room."
    assert calls.lines[1].owed == [Owed(dt.date(2026, 11, 25), "A price for the bench")]


def test_a_blank_checklist_has_its_items_by_heading_and_no_name(desk: Desk) -> None:
    with desk.act("checklist.add"):
        key = checklists.add("Round")
        checklists.add_item(key, "do", "Lock up")
        checklists.add_item(key, "ask", "What else?", topic="need")
    blank = read(Wanted(CHECKLIST, TODAY, checklist=key))
    assert isinstance(blank, BlankList)
    assert [(name, [(item.text, item.topic) for item in items]) for name, items in blank.parts] == [
        ("Do", [("Lock up", "")]), ("Ask", [("What else?", "Need")])]


def test_a_whole_page_of_a_person_alone_does_not_say_their_name_twice(desk: Desk, ana: int) -> None:
    bare = read(Wanted(WHOLE, TODAY, customer=ana))
    assert isinstance(bare, WholePage) and "Ana Ruiz" not in str(bare.sections)
    with desk.act("person.change"):
        people.set_say(people.at(ana)[0].id, "AH-nah")
    said = read(Wanted(WHOLE, TODAY, customer=ana))
    assert isinstance(said, WholePage) and "AH-nah" in str(said.sections)


def test_a_whole_page_has_all_that_may_stand_on_paper_and_nothing_else(desk: Desk, cafe: int) -> None:
    whole = read(Wanted(WHOLE, TODAY, customer=cafe))
    assert isinstance(whole, WholePage)
    text = str(whole.sections)
    for wanted in ("Xiomara Reyes", "see-oh-MAH-rah", "0151 496 0142", "11 Quay Street", "Covers that wipe clean",
                   "We saw the room.", "A price for the bench", "Their measures", "26 November",
                   "Call, The long bench"):
        assert wanted in text
    for private in ("Code 4711", "9 Home Lane", "The rent", "Only ours"):
        assert private not in text


def test_a_sheet_is_that_of_a_visit_or_of_the_next_one(desk: Desk, cafe: int) -> None:
    sheet = read(Wanted(SHEET, TODAY, customer=cafe))
    assert isinstance(sheet, PrepSheet) and sheet.channel == "Call"
    on_thursday = read(Wanted(SHEET, TODAY, last=dt.date(2026, 11, 26), customer=cafe))
    assert isinstance(on_thursday, PrepSheet) and on_thursday.channel == "Visit"


def test_many_sheets_are_those_of_all_visits_from_one_day_to_another(desk: Desk, cafe: int) -> None:
    many = read(Wanted(MANY, TODAY, last=dt.date(2026, 11, 30)))
    assert isinstance(many, ManySheets) and len(many.touchpoints) == 2


def test_choices_are_remembered_for_the_occasion_of_the_visit_or_for_the_paper(desk: Desk, cafe: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([cafe], NOW, occasion="problem")
    assert wanted_papers.occasion_of(Wanted(SHEET, TODAY, touchpoint=visit)) == "problem"
    assert wanted_papers.occasion_of(Wanted(CALLS, TODAY)) != wanted_papers.occasion_of(Wanted(WHOLE, TODAY))
    assert wanted_papers.occasion_of(Wanted(PACK, TODAY)) == ""


def test_what_is_not_here_any_more_is_refused(desk: Desk) -> None:
    for wanted in (Wanted(SHEET, TODAY, touchpoint=5), Wanted(WHOLE, TODAY, customer=5),
                   Wanted(CHECKLIST, TODAY, checklist="no")):
        with pytest.raises(Refused, match="not here any more"):
            read(wanted)
