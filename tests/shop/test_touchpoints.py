"""Touchpoints: planned from a checklist, changed, finished, cancelled, and each of it taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    checklists,
    customers,
    items,
    months,
    people,
    prepsheets,
    shops,
    stream,
    timeline,
    todays,
    touchpoints,
    trashcan,
    visits,
)
from lovedesk.shop.visits import VisitPage
from lovedesk.store.desk import Desk

TEN = dt.datetime(2026, 12, 1, 10, 0)


def page(touchpoint: int) -> VisitPage:
    found = visits.page(touchpoint)
    assert found is not None
    return found


@pytest.fixture
def visit(desk: Desk, ana: int) -> int:
    """A good-times visit to Ana on 1 December at ten."""
    with desk.act("visit.plan"):
        return touchpoints.plan([ana], TEN, checklist="good-times")


def test_a_plan_takes_what_was_not_said_from_its_checklist(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        bill = page(touchpoints.plan([ana], TEN, checklist="bill"))
    assert (bill.channel, bill.occasion, bill.minutes, bill.checklist_title) == ("call", "billing", 15,
                                                                               "Collecting a bill")
    assert [item.text for item in bill.items] == [item.text for item in checklists.items("bill")]
    assert bill.start == TEN
    assert [host.name for host in bill.customers] == ["Ana Ruiz"]


def test_what_was_said_goes_before_the_checklist(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        jonas = shops.add_keeper("Jonas")
        plan = page(touchpoints.plan([ana], TEN, checklist="bill", channel="visit", occasion="great", minutes=60,
                                     keeper=jonas, title=" The long\nbench "))
    assert (plan.channel, plan.occasion, plan.minutes, plan.keeper_name, plan.title) == (
        "visit", "great", 60, "Jonas", "The long bench")


def test_all_of_a_few_people_are_met_and_of_many_nobody_until_someone_chooses(desk: Desk) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business")
        few = [people.add(cafe, name) for name in ("Xiomara", "Tad", "Ruth")]
        small = page(touchpoints.plan([cafe], TEN))
        people.add(cafe, "Lou")
        large = touchpoints.plan([cafe], TEN)
    assert [person.id for person in small.people] == few
    assert page(large).people == []
    assert [person.name for person in visits.people_choices(large)] == ["Xiomara", "Tad", "Ruth", "Lou"]


def test_a_plan_without_anyone_or_any_day_or_with_someone_gone_is_refused(desk: Desk, ana: int) -> None:
    with desk.act("customer.trash"):
        gone = customers.add("Bistro Nord", kind="business")
        customers.trash(gone)
    for whom, start, words in (([], TEN, "Whom"), ([ana], None, "day"), ([ana, gone], TEN, "trash"),
                               ([ana], dt.datetime(9999, 1, 1), "far away")):
        with pytest.raises(Refused, match=words), desk.act("visit.plan"):
            touchpoints.plan(whom, start)
    with pytest.raises(Refused, match="checklist"), desk.act("visit.plan"):
        touchpoints.plan([ana], TEN, checklist="nothing")
    assert timeline.of_customer(ana) == []


def test_a_plan_can_be_taken_back_and_made_again(desk: Desk, visit: int, ana: int) -> None:
    planned = page(visit)
    desk.undo()
    assert visits.page(visit) is None
    assert timeline.of_customer(ana) == []
    desk.redo()
    assert page(visit) == planned


CHANGES: list[tuple[str, Callable[[int], None], str, object]] = [
    ("move", lambda visit: touchpoints.move(visit, TEN + dt.timedelta(7)), "start", TEN + dt.timedelta(7)),
    ("minutes", lambda visit: touchpoints.set_minutes(visit, 90), "minutes", 90),
    ("channel", lambda visit: touchpoints.set_channel(visit, "call"), "channel", "call"),
    ("occasion", lambda visit: touchpoints.set_occasion(visit, "ask"), "occasion", "ask"),
    ("shows", lambda visit: touchpoints.set_shows(visit, ["worry", "place", "worry"]), "shows", ("worry", "place")),
    ("people", lambda visit: touchpoints.set_people(visit, []), "people", []),
    ("notes", lambda visit: touchpoints.write(visit, "notes", " Two\nlines "), "notes", "Two\nlines"),
    ("value", lambda visit: touchpoints.write(visit, "value", "A sealer"), "value", "A sealer"),
    ("said", lambda visit: touchpoints.write(visit, "said", "Lovely"), "said", "Lovely"),
    ("title", lambda visit: touchpoints.write(visit, "title", "The bench"), "title", "The bench"),
]


@pytest.mark.parametrize(("change", "field", "value"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_a_change_is_kept_and_can_be_taken_back(desk: Desk, visit: int, change: Callable[[int], None], field: str,
                                                value: object) -> None:
    before = page(visit)
    with desk.act("visit.change"):
        change(visit)
    assert getattr(page(visit), field) == value
    desk.undo()
    assert page(visit) == before


@pytest.mark.parametrize("change", [row[1] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_a_visit_in_the_trash_cannot_be_changed(desk: Desk, visit: int, change: Callable[[int], None]) -> None:
    with desk.act("visit.trash"):
        touchpoints.trash(visit)
    with pytest.raises(Refused, match="trash"), desk.act("visit.change"):
        change(visit)


def test_no_visit_lasts_nothing_or_longer_than_a_day(desk: Desk, visit: int) -> None:
    for minutes in (0, -5, 24 * 60 + 1):
        with pytest.raises(Refused, match="minutes"), desk.act("visit.change"):
            touchpoints.set_minutes(visit, minutes)


def test_notes_without_end_are_refused(desk: Desk, visit: int) -> None:
    with pytest.raises(Refused, match="paper"), desk.act("visit.write"):
        touchpoints.write(visit, "notes", "x" * (touchpoints.TEXT_LIMIT + 1))


def test_who_is_met_can_change_and_change_back(desk: Desk, visit: int, ana: int) -> None:
    with desk.act("person.add"):
        sister = people.add(ana, "Bea")
    himself = page(visit).people[0].id
    for chosen in ([sister], [], [himself, sister]):
        with desk.act("visit.change"):
            touchpoints.set_people(visit, chosen)
        assert [person.id for person in page(visit).people] == chosen


def test_someone_met_who_has_left_since_is_still_shown(desk: Desk, visit: int) -> None:
    with desk.act("person.add"):
        cafe = customers.add("Café Halcyon", kind="business")
        tad = people.add(cafe, "Tad")
        touchpoints.set_people(visit, [tad])
    assert [person.name for person in page(visit).people] == ["Tad"]


def test_another_checklist_takes_the_place_of_what_nobody_touched(desk: Desk, visit: int) -> None:
    now = desk.now()
    before = page(visit).items
    with desk.act("item.change"):
        items.tick(before[0].id, on=True, now=now)
        items.change(before[1].id, "Words of our own")
        items.answer(before[-1].id, "The sea", now=now)
        items.add(visit, "ask", "Whose idea was the name?", topic="history", question="name")
    touched = [before[0].text, "Words of our own", before[-1].text, "Whose idea was the name?"]
    with desk.act("visit.change"):
        touchpoints.set_checklist(visit, "problem")
    after = page(visit)
    assert [item.text for item in after.items] == touched + [item.text for item in checklists.items("problem")]
    assert (after.checklist_title, after.occasion, after.minutes) == ("Putting it right", "problem", 45)
    with desk.act("visit.change"):
        touchpoints.set_checklist(visit, "")
    assert [item.text for item in page(visit).items] == touched
    assert page(visit).checklist_title == ""


def test_another_checklist_leaves_an_occasion_that_was_chosen(desk: Desk, visit: int) -> None:
    with desk.act("visit.change"):
        touchpoints.set_occasion(visit, "celebration")
        touchpoints.set_checklist(visit, "first-visit")
    assert (page(visit).occasion, page(visit).minutes) == ("celebration", 60)


def test_a_finished_visit_leaves_the_sheets_to_type_in(desk: Desk, visit: int) -> None:
    evening = TEN + dt.timedelta(hours=8)
    assert [touch.id for touch in timeline.to_type_in(evening)] == [visit]
    with desk.act("visit.went_fine"):
        touchpoints.finish(visit, now=evening)
    assert timeline.to_type_in(evening) == []
    assert page(visit).done_at == evening
    with desk.act("visit.finish"):
        touchpoints.finish(visit, now=evening + dt.timedelta(1))
    assert page(visit).done_at == evening


def test_a_finished_visit_can_be_opened_again(desk: Desk, visit: int) -> None:
    with desk.act("visit.finish"):
        touchpoints.finish(visit, now=TEN)
    with desk.act("visit.reopen"):
        touchpoints.reopen(visit)
    assert page(visit).done_at is None
    desk.undo()
    assert page(visit).done_at == TEN


def test_a_cancelled_visit_stays_with_its_reason_until_it_is_moved(desk: Desk, visit: int, ana: int) -> None:
    with desk.act("visit.cancel"):
        touchpoints.cancel(visit, "She is ill", now=desk.now())
    assert timeline.of_day(TEN.date()) == []
    assert [touch.cancelled for touch in timeline.of_customer(ana)] == [True]
    assert (page(visit).cancelled_why, page(visit).cancelled_at) == ("She is ill", desk.now())
    with desk.act("visit.move"):
        touchpoints.move(visit, TEN + dt.timedelta(1))
    assert page(visit).cancelled_at is None
    assert page(visit).cancelled_why == ""


def test_what_has_been_cannot_be_cancelled(desk: Desk, visit: int) -> None:
    with desk.act("visit.finish"):
        touchpoints.finish(visit, now=TEN)
    with pytest.raises(Refused, match="already"), desk.act("visit.cancel"):
        touchpoints.cancel(visit, "too late", now=TEN)


def test_a_text_that_a_touchpoint_has_not_is_a_mistake_of_the_program(desk: Desk, visit: int) -> None:
    with pytest.raises(ValueError, match="no text"), desk.act("visit.write"):
        touchpoints.write(visit, "state", "x")


def test_a_wish_for_a_channel_goes_before_the_checklists(desk: Desk, ana: int) -> None:
    with desk.act("person.change"):
        people.set_wish(people.at(ana)[0].id, "message", "after four")
    with desk.act("visit.plan"):
        planned = touchpoints.plan([ana], TEN, checklist="bill")
        said = touchpoints.plan([ana], TEN, channel="visit")
        alone = touchpoints.plan([ana], TEN, people=[])
    assert [page(touch).channel for touch in (planned, said, alone)] == ["message", "visit", "visit"]


def test_what_has_to_be_brought_is_brought_whatever_they_wish(desk: Desk, ana: int) -> None:
    person = people.at(ana)[0].id
    with desk.act("person.change"):
        people.set_wish(person, "call")
    assert touchpoints.proposed_channel([person], "delivery") == "delivery"
    assert touchpoints.proposed_channel([person], "visit") == "call"
    assert touchpoints.proposed_channel([], "visit") == "visit"


def test_our_own_is_with_no_customer_and_stands_by_its_title_wherever_touchpoints_are_listed(desk: Desk) -> None:
    with desk.act("visit.plan"):
        own = touchpoints.plan([], dt.datetime(2026, 11, 24, 8, 0), title=" The tax  adviser ", minutes=30)
    now = desk.now()
    assert page(own).customers == [] and page(own).whom == "The tax adviser"
    (touch,) = timeline.of_day(now.date())
    assert (touch.id, touch.customer, touch.customer_id, touch.whom) == (own, "", 0, "The tax adviser")
    assert [sheet.id for sheet in timeline.to_type_in(now)] == [own]
    assert [sheet.id for sheet in todays.today(now).to_type_in] == [own]
    (entry,) = months.month(now.date(), now.date())
    assert (entry.id, entry.customer_id, entry.whom) == (own, None, "The tax adviser")
    assert [entry.id for entry in months.agenda(now).still_open] == [own]
    assert [(event.row, event.words) for event in stream.of(None, now, stream.Wanted())] == [
        (own, "The tax adviser")]
    assert prepsheets.sheet(own, today=now.date()).customer == "The tax adviser"
    assert prepsheets.day_pack(now.date(), today=now.date()).stops[0].customer == "The tax adviser"
    with desk.act("visit.trash"):
        touchpoints.trash(own)
    assert [thing.text for thing in trashcan.contents()] == ["The tax adviser"]
    desk.undo()
    desk.undo()
    assert visits.page(own) is None
    assert timeline.of_day(now.date()) == []


def test_our_own_without_a_title_is_refused(desk: Desk) -> None:
    for title in ("", "  \n "):
        with pytest.raises(Refused, match="our own"), desk.act("visit.plan"):
            touchpoints.plan([], TEN, title=title)
    assert timeline.of_day(TEN.date()) == []


def test_what_was_with_someone_who_is_gone_from_the_desk_is_not_our_own(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], TEN, title="The bench")
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert visits.page(visit) is None
    assert timeline.of_day(TEN.date()) == []
    assert months.month(TEN.date(), TEN.date()) == []
    assert stream.of(None, desk.now(), stream.Wanted()) == []


def test_answers_of_our_own_stay_with_it(desk: Desk) -> None:
    with desk.act("visit.plan"):
        own = touchpoints.plan([], TEN, title="Our own number")
        items.answer(items.add(own, "ask", "Who picks up?"), "Nobody", now=desk.now())
    with desk.act("visit.finish"):
        touchpoints.finish(own, now=desk.now())
    assert [item.answer for item in page(own).items] == ["Nobody"]


def test_it_lasts_until_a_moment_or_so_many_whole_days(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        morning = touchpoints.plan([ana], TEN, until=TEN + dt.timedelta(minutes=75))
        fair = touchpoints.plan([ana], TEN, days=2, place=" Market hall\n ")
    assert page(morning).minutes == 75
    assert (page(fair).days, page(fair).start, page(fair).place) == (2, dt.datetime(2026, 12, 1), "Market hall")
    assert {touch.id: touch.until for touch in timeline.of_customer(ana)}[fair] == dt.datetime(2026, 12, 3)
    assert {touch.id: touch.address for touch in timeline.of_customer(ana)}[fair] == "Market hall"
    with desk.act("visit.change"):
        touchpoints.set_until(morning, TEN + dt.timedelta(hours=3))
        touchpoints.set_days(fair, 0)
        touchpoints.write(fair, "place", "The café")
    assert page(morning).minutes == 180
    assert (page(fair).days, page(fair).start, page(fair).place) == (0, dt.datetime(2026, 12, 1, 9), "The café")
    with desk.act("visit.move"):
        touchpoints.set_days(fair, 3)
        touchpoints.move(fair, dt.datetime(2026, 12, 8, 15, 0))
    assert page(fair).start == dt.datetime(2026, 12, 8)
    desk.undo()
    desk.undo()
    assert (page(fair).days, page(fair).start, page(morning).minutes) == (2, dt.datetime(2026, 12, 1), 75)


def test_an_end_before_the_beginning_or_too_far_behind_it_is_refused(desk: Desk, ana: int, visit: int) -> None:
    for until, words in ((TEN, "before"), (TEN - dt.timedelta(1), "before"), (TEN + dt.timedelta(2), "whole days")):
        with pytest.raises(Refused, match=words), desk.act("visit.plan"):
            touchpoints.plan([ana], TEN, until=until)
        with pytest.raises(Refused, match=words), desk.act("visit.change"):
            touchpoints.set_until(visit, until)
    for days in (-1, 400):
        with pytest.raises(Refused, match="whole days"), desk.act("visit.change"):
            touchpoints.set_days(visit, days)
    assert [touch.minutes for touch in timeline.of_customer(ana)] == [page(visit).minutes]


def test_who_began_it_is_we_or_they(desk: Desk, visit: int) -> None:
    assert page(visit).began == "we"
    with desk.act("visit.change"):
        touchpoints.set_began(visit, "they")
    assert page(visit).began == "they"
    with pytest.raises(Refused, match="Either"), desk.act("visit.change"):
        touchpoints.set_began(visit, "nobody")
    desk.undo()
    assert page(visit).began == "we"
