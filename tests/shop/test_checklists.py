"""Checklists: built-in ones and the shop's own as one list; what is changed can go back; visits keep their items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, checklists, items, touchpoints, trashcan, visits
from lovedesk.store.desk import Desk

BUILT_IN = [entry.title for entry in builtin.checklists()]


def titles() -> list[str]:
    return [template.title for template in checklists.all()]


def texts(key: str) -> list[str]:
    return [item.text for item in checklists.items(key)]


def test_the_built_in_ones_come_first_and_the_shops_own_by_title(desk: Desk) -> None:
    with desk.act("checklist.add"):
        for title in ("workshop tour", "Deliver"):
            checklists.add(title)
    assert titles() == [*BUILT_IN, "Deliver", "workshop tour"]
    assert [template.own for template in checklists.all()[-3:]] == [False, True, True]


def test_an_own_one_is_filled_line_by_line(desk: Desk) -> None:
    with desk.act("checklist.add"):
        key = checklists.add("Deliver", occasion="job", channel="delivery", minutes=30)
        checklists.add_item(key, "bring", "Felt for the legs", required=True)
        checklists.add_item(key, "ask", "Where is it to stand?", topic="place")
    assert checklists.items(key)[1][1:] == ("ask", "Where is it to stand?", "place", False, "")
    assert checklists.get(key).size == 2


CHANGES: list[Callable[[str], object]] = [
    lambda key: checklists.rename(key, "In good times"),
    lambda key: checklists.set_occasion(key, "celebration"),
    lambda key: checklists.set_channel(key, "call"),
    lambda key: checklists.set_minutes(key, 20),
    lambda key: checklists.add_item(key, "do", "Sing"),
    lambda key: checklists.change_item(key, checklists.items(key)[2].id, "Other words"),
    lambda key: checklists.set_item_topic(key, checklists.items(key)[-1].id, "food"),
    lambda key: checklists.move_item(key, checklists.items(key)[-1].id, checklists.items(key)[0].id),
    lambda key: checklists.remove_item(key, checklists.items(key)[0].id),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_built_in_one_can_be_changed_and_goes_back_by_undo_or_by_wish(desk: Desk, change: Callable[[str], object],
                                                                       ) -> None:
    before = (checklists.get("good-times"), checklists.items("good-times"))
    with desk.act("checklist.change"):
        change("good-times")
    changed = (checklists.get("good-times"), checklists.items("good-times"))
    assert changed != before
    assert changed[0].changed
    desk.undo()
    assert (checklists.get("good-times"), checklists.items("good-times")) == before
    desk.redo()
    assert (checklists.get("good-times"), checklists.items("good-times")) == changed
    with desk.act("checklist.change"):
        checklists.back_to_built_in("good-times")
    assert (checklists.get("good-times"), checklists.items("good-times")) == before


def test_changing_it_again_after_going_back_starts_from_the_built_in_one(desk: Desk) -> None:
    with desk.act("checklist.change"):
        checklists.add_item("good-times", "do", "Sing")
        checklists.change_item("good-times", checklists.items("good-times")[0].id, "Other words")
        checklists.back_to_built_in("good-times")
        built_in = texts("good-times")
        checklists.add_item("good-times", "do", "Dance")
    assert texts("good-times") == [*built_in, "Dance"]


def test_an_item_of_a_checklist_can_be_moved_and_keeps_its_place(desk: Desk) -> None:
    before = checklists.items("problem")
    with desk.act("checklist.change"):
        checklists.move_item("problem", before[0].id, before[3].id)
    assert texts("problem")[:4] == [before[n].text for n in (1, 2, 0, 3)]


def test_a_changed_checklist_leaves_visits_alone(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], dt.datetime(2026, 12, 1, 10), checklist="good-times")
    before = items.of(visit)
    with desk.act("checklist.change"):
        checklists.change_item("good-times", checklists.items("good-times")[0].id, "Other words")
        checklists.trash("good-times")
    assert items.of(visit) == before
    page = visits.page(visit)
    assert page is not None and page.checklist_title == "Good times"


def test_one_in_the_trash_is_not_offered_and_comes_back(desk: Desk) -> None:
    with desk.act("checklist.trash"):
        own = checklists.add("Deliver")
        checklists.trash(own)
        checklists.trash("ask")
    assert titles() == [title for title in BUILT_IN if title != "An ask"]
    with pytest.raises(Refused, match="not here"):
        checklists.get("ask")
    with desk.act("trash.take_back"):
        for thing in trashcan.contents():
            trashcan.take_back(thing.table, thing.id)
    assert titles() == [*BUILT_IN, "Deliver"]


def test_one_is_found_by_its_title_as_typed_or_by_its_slug(desk: Desk) -> None:
    assert checklists.named(" GOOD  times ").key == checklists.named("good-times").key == "good-times"
    with pytest.raises(Refused, match="Good times, First visit"):
        checklists.named("bad times")


def test_what_makes_no_checklist_is_refused(desk: Desk) -> None:
    refusals: list[tuple[Callable[[], object], str]] = [
        (lambda: checklists.add(" "), "called"), (lambda: checklists.add("x", minutes=0), "minutes"),
        (lambda: checklists.rename("good-times", ""), "called"),
        (lambda: checklists.add_item("good-times", "do", " "), "stands"),
        (lambda: checklists.add_item("good-times", "sing", "x"), "to do, to ask"),
        (lambda: checklists.rename("12", "x"), "not here"),
        (lambda: checklists.back_to_built_in("12"), "your own"),
    ]
    for refused, words in refusals:
        with pytest.raises(Refused, match=words), desk.act("checklist.change"):
            refused()
    assert titles() == BUILT_IN
