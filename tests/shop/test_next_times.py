"""A touchpoint copied to its next time."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, items, next_times, shops, touchpoints, visits
from lovedesk.store.desk import Desk

TEN = dt.datetime(2026, 11, 20, 10, 0)
NEXT = dt.datetime(2027, 2, 1, 14, 0)


def test_the_next_time_has_the_same_people_and_list_and_what_was_not_answered(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        ben = customers.add("Ben Adler")
        jonas = shops.add_keeper("Jonas")
        first = touchpoints.plan([ana, ben], TEN, checklist="good-times", title="The bench", keeper=jonas,
                                 minutes=90, place="Market hall")
        asks = [item for item in items.of(first) if item.kind == "ask"]
        items.answer(asks[0].id, "Yes", now=desk.now())
        items.answer(items.add(first, "ask", "How is the dog?"), "Well", now=desk.now())
        items.add(first, "ask", "Where to this summer?")
        touchpoints.write(first, "notes", "Long talk")
        touchpoints.finish(first, now=desk.now())
    with desk.act("visit.copy"):
        second = next_times.copy(first, NEXT)
    was, page = visits.page(first), visits.page(second)
    assert was is not None and page is not None
    assert page.start == NEXT and page.done_at is None and page.notes == ""
    for same in ("channel", "occasion", "minutes", "keeper", "title", "place", "checklist_title", "people",
                 "customers"):
        assert getattr(page, same) == getattr(was, same)
    texts = [item.text for item in page.items]
    assert "Where to this summer?" in texts and "How is the dog?" not in texts
    assert [item.text for item in was.items if item.text != "How is the dog?"] == texts
    assert not any(item.ticked or item.answer for item in page.items)
    desk.undo()
    assert visits.page(second) is None
    assert visits.page(first) == was


def test_whole_days_stay_whole_days_and_our_own_stays_our_own(desk: Desk) -> None:
    with desk.act("visit.plan"):
        fair = touchpoints.plan([], TEN, title="The fair", days=3)
    with desk.act("visit.copy"):
        page = visits.page(next_times.copy(fair, NEXT))
    assert page is not None
    assert (page.whom, page.days, page.start) == ("The fair", 3, dt.datetime(2027, 2, 1))


def test_without_a_day_or_of_one_that_is_gone_nothing_is_copied(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        first = touchpoints.plan([ana], TEN)
    with pytest.raises(Refused, match="day"), desk.act("visit.copy"):
        next_times.copy(first, None)
    with desk.act("visit.trash"):
        touchpoints.trash(first)
    with pytest.raises(Refused, match="trash"), desk.act("visit.copy"):
        next_times.copy(first, NEXT)
