"""Items of a visit: added, changed, moved, ticked and answered on this visit alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import checklists, items, people, positions, touchpoints, visits
from lovedesk.shop.items import Item
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def visit(desk: Desk, ana: int) -> int:
    """A visit to Ana without a checklist."""
    with desk.act("visit.plan"):
        return touchpoints.plan([ana], NOW)


def add(desk: Desk, visit: int, *texts: str, kind: str = "do") -> list[int]:
    with desk.act("item.add"):
        return [items.add(visit, kind, text) for text in texts]


def texts(visit: int) -> list[str]:
    return [item.text for item in items.of(visit)]


def only(visit: int) -> Item:
    (item,) = items.of(visit)
    return item


def test_an_item_is_added_at_the_end_and_can_be_taken_back(desk: Desk, visit: int) -> None:
    add(desk, visit, "first")
    add(desk, visit, " a  jar of\njam ", kind="bring")
    assert [(item.kind, item.text) for item in items.of(visit)] == [("do", "first"), ("bring", "a jar of jam")]
    desk.undo()
    assert texts(visit) == ["first"]


def test_an_item_without_words_of_no_kind_or_for_no_visit_is_refused(desk: Desk, visit: int) -> None:
    for touchpoint, kind, text, words in ((visit, "do", " ", "stands"), (visit, "sing", "a song", "to do, to ask"),
                                          (1, "do", "x", "not here")):
        with pytest.raises(Refused, match=words), desk.act("item.add"):
            items.add(touchpoint, kind, text)
    assert items.of(visit) == []


def test_words_and_topic_change_on_this_visit_alone(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        one, other = (touchpoints.plan([ana], NOW, checklist="good-times") for _n in range(2))
    before = items.of(other)
    with desk.act("item.change"):
        items.change(items.of(one)[0].id, "A jar of jam")
        items.set_topic(items.of(one)[-1].id, "food")
        items.remove(items.of(one)[1].id)
    assert items.of(other) == before
    assert items.of(one)[0].text == "A jar of jam"
    assert items.of(one)[-1].topic == "food"
    assert len(checklists.items("good-times")) == len(before) == len(items.of(one)) + 1


def test_a_removed_item_comes_back_where_it_was(desk: Desk, visit: int) -> None:
    first, _second = add(desk, visit, "first", "second")
    with desk.act("item.remove"):
        items.remove(first)
    assert texts(visit) == ["second"]
    desk.undo()
    assert texts(visit) == ["first", "second"]


def test_a_tick_keeps_its_first_moment_and_can_be_taken_away(desk: Desk, visit: int) -> None:
    (item,) = add(desk, visit, "first")
    for on in (True, True, False):
        with desk.act("item.tick"):
            items.tick(item, on=on, now=NOW)
        assert only(visit).ticked is on
    desk.undo()
    assert only(visit).ticked


def test_an_answer_ticks_its_question(desk: Desk, visit: int) -> None:
    (item,) = add(desk, visit, "What else?", kind="ask")
    with desk.act("item.answer"):
        items.answer(item, " A stool ", now=NOW)
    assert (only(visit).answer, only(visit).ticked) == ("A stool", True)
    with desk.act("item.answer"):
        items.answer(item, "  ", now=NOW)
    assert only(visit).answer == ""
    desk.undo()
    assert only(visit).answer == "A stool"


def test_who_may_see_an_answer_and_whom_it_is_about_can_be_said(desk: Desk, visit: int, ana: int) -> None:
    (item,) = add(desk, visit, "What else?", kind="ask")
    person = people.at(ana)[0].id
    with desk.act("item.change"):
        items.set_answer_seen_by(item, "me")
        items.set_answer_person(item, person)
    assert (only(visit).seen_by, only(visit).person) == ("me", person)
    desk.undo()
    assert (only(visit).seen_by, only(visit).person) == ("paper", None)


def test_an_answer_is_for_nobody_else_and_about_nobody_who_is_gone(desk: Desk, visit: int) -> None:
    (item,) = add(desk, visit, "What else?", kind="ask")
    with pytest.raises(Refused, match="only here"), desk.act("item.change"):
        items.set_answer_seen_by(item, "everyone")
    with pytest.raises(Refused, match="person"), desk.act("item.change"):
        items.set_answer_person(item, 1)


def test_a_line_that_is_gone_cannot_be_changed(desk: Desk, visit: int) -> None:
    with pytest.raises(Refused, match="line"), desk.act("item.change"):
        items.change(1, "x")
    assert items.of(visit) == []


MOVES = st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), st.integers(0, 5))), max_size=12)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES, step=st.sampled_from([2, 8, 65_536]))
def test_moved_items_stand_in_the_order_that_was_asked_for(desk: Desk, ana: int, moves: Any, step: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(positions, "STEP", step)      # so narrow that the places between are used up
        with desk.act("visit.plan"):
            visit = touchpoints.plan([ana], NOW)
        order = add(desk, visit, *"abcdef")
        ids = list(order)
        for moved, before in moves:
            with desk.act("item.move"):
                items.move(ids[moved], None if before is None else ids[before])
            if before is None or before != moved:
                order.remove(ids[moved])
                order.insert(len(order) if before is None else order.index(ids[before]), ids[moved])
            assert [item.id for item in items.of(visit)] == order


def test_a_move_is_taken_back(desk: Desk, visit: int) -> None:
    first, _second, third = add(desk, visit, "a", "b", "c")
    with desk.act("item.move"):
        items.move(third, first)
    assert texts(visit) == ["c", "a", "b"]
    desk.undo()
    assert texts(visit) == ["a", "b", "c"]
    page = visits.page(visit)
    assert page is not None and [item.text for item in page.items] == ["a", "b", "c"]
