"""Checklists made of others, of a visit, of pasted lines and of a file; what they are made of stays as it is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.formats.checklist_file import SharedItem, SharedList
from lovedesk.mishaps import Refused
from lovedesk.shop import checklist_making, checklists, items, touchpoints
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def visit(desk: Desk, ana: int) -> int:
    """A visit to Ana by the good-times checklist."""
    with desk.act("visit.plan"):
        return touchpoints.plan([ana], NOW, checklist="good-times")


def told(key: str) -> list[tuple[str, str, str, bool, str]]:
    return [item[1:] for item in checklists.items(key)]


def titles() -> list[str]:
    return [template.title for template in checklists.all() if template.own]


def test_a_copy_is_the_shops_own_and_changes_alone(desk: Desk) -> None:
    before = told("good-times")
    with desk.act("checklist.add"):
        key = checklist_making.copy("good-times")
    assert told(key) == before
    assert checklists.get(key)[1:6] == ("Good times (2)", "", "great", "visit", 45)
    with desk.act("checklist.change"):
        checklists.add_item(key, "do", "Sing")
    assert told("good-times") == before
    desk.undo()
    desk.undo()
    assert titles() == []


def test_copies_of_copies_are_numbered(desk: Desk) -> None:
    with desk.act("checklist.add"):
        key = checklist_making.copy("good-times")
        checklist_making.copy(key)
    assert titles() == ["Good times (2)", "Good times (3)"]


def test_the_list_of_a_visit_becomes_a_checklist_with_its_headings(desk: Desk, visit: int) -> None:
    with desk.act("item.add"):
        items.remove(items.of(visit)[0].id)
        items.add(visit, "ask", "How is the dog?", topic="pet", section="At the door")
    with desk.act("checklist.add"):
        key = checklist_making.of_visit(visit, "Good times with a dog")
    assert told(key) == [(item.kind, item.text, item.topic, item.required, item.section) for item in items.of(visit)]
    assert told(key)[-1] == ("ask", "How is the dog?", "pet", False, "At the door")
    desk.undo()
    assert titles() == []


def test_the_list_of_a_visit_takes_the_place_of_the_one_it_came_from_and_other_visits_keep_theirs(
        desk: Desk, ana: int, visit: int) -> None:
    with desk.act("visit.plan"):
        other = touchpoints.plan([ana], NOW, checklist="good-times")
    kept, before = items.of(other), told("good-times")
    with desk.act("item.add"):
        items.add(visit, "do", "Sing")
    with desk.act("checklist.change"):
        checklist_making.over("good-times", visit)
    assert told("good-times") == [*before, ("do", "Sing", "", False, "")]
    assert checklists.get("good-times").changed
    assert items.of(other) == kept
    desk.undo()
    assert told("good-times") == before


def test_an_empty_list_and_a_visit_that_is_gone_are_refused(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        bare = touchpoints.plan([ana], NOW)
    with pytest.raises(Refused, match="nothing on this list"), desk.act("checklist.add"):
        checklist_making.of_visit(bare, "Bare")
    with pytest.raises(Refused, match="nothing on this list"), desk.act("checklist.change"):
        checklist_making.over("good-times", bare)
    with desk.act("visit.trash"):
        touchpoints.trash(bare)
    with pytest.raises(Refused, match="not here"), desk.act("checklist.add"):
        checklist_making.of_visit(bare, "Bare")


PASTED = "# At the door\n- Knock\n- ! Wait\nbring: Felt\n- How is the dog?"
READ = [("do", "Knock", "", False, "At the door"), ("do", "Wait", "", True, "At the door"),
        ("bring", "Felt", "", False, "At the door"), ("ask", "How is the dog?", "", False, "At the door")]


def test_pasted_lines_become_items_of_a_checklist_at_once(desk: Desk) -> None:
    with desk.act("checklist.add"):
        key = checklists.add("Door")
    with desk.act("checklist.change"):
        assert checklist_making.paste(key, PASTED) == 4
    assert told(key) == READ
    desk.undo()
    assert told(key) == []


def test_pasted_lines_become_items_of_a_visit_alone(desk: Desk, visit: int) -> None:
    before = told("good-times")
    with desk.act("item.add"):
        assert checklist_making.paste_into_visit(visit, PASTED) == 4
    assert [(item.kind, item.text, item.topic, item.required, item.section) for item in items.of(visit)[-4:]] == READ
    assert told("good-times") == before
    desk.undo()
    assert len(items.of(visit)) == len(before)


def test_nothing_and_far_too_much_are_not_pasted(desk: Desk, visit: int) -> None:
    for text, words in ((" \n ", "no lines"), ("- x\n" * 201, "201 lines")):
        with pytest.raises(Refused, match=words), desk.act("item.add"):
            checklist_making.paste_into_visit(visit, text)
        with pytest.raises(Refused, match=words), desk.act("checklist.change"):
            checklist_making.paste("good-times", text)


def test_a_shared_file_comes_in_once(desk: Desk, fresh_desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "Harbour.lovedesk-checklist"
    with desk.act("checklist.add"):
        key = checklists.add("Harbour", occasion="job", channel="delivery", minutes=30)
        checklist_making.paste(key, PASTED)
    checklist_making.write(key, file)
    shared = checklist_making.read(file)
    with desk.act("checklist.add"):
        assert checklist_making.bring_in(shared) == (key, False)
    with desk.act("checklist.trash"):
        checklists.trash(key)
    with desk.act("checklist.add"):
        new, is_new = checklist_making.bring_in(shared)
    assert is_new
    assert told(new) == READ
    assert checklists.get(new)[1:6] == ("Harbour", "", "job", "delivery", 30)
    desk.undo()
    assert titles() == []


def test_another_list_of_the_same_title_stands_beside_it_and_that_too_comes_in_once(desk: Desk) -> None:
    mine = SharedList("Good Times", "great", "visit", 45, [SharedItem("do", "Sing")])
    with desk.act("checklist.add"):
        first = checklist_making.bring_in(mine)
        second = checklist_making.bring_in(mine)
    assert titles() == ["Good Times (2)"]
    assert (second[0], second[1]) == (first[0], False)


def test_what_this_shop_does_not_know_is_left_out(desk: Desk) -> None:
    strange = SharedList("Moon", "landing", "rocket", 0, [SharedItem("ask", "Cheese?", "moon rock")])
    with desk.act("checklist.add"):
        key, _new = checklist_making.bring_in(strange)
        assert checklist_making.bring_in(strange) == (key, False)
    assert checklists.get(key)[3:6] == ("landing", "visit", 45)
    assert told(key) == [("ask", "Cheese?", "", False, "")]


def test_a_file_that_is_not_there_or_none_of_ours_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be opened"):
        checklist_making.read(tmp_path / "gone.json")
    (tmp_path / "else.json").write_text('{"a": 1}')
    with pytest.raises(Refused, match="no checklist"):
        checklist_making.read(tmp_path / "else.json")
    with pytest.raises(Refused, match="folder"):
        checklist_making.write("good-times", tmp_path)


TEXT = st.text("abc déf?!-:", min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)
SHARED = st.builds(SharedList, TEXT, st.just("great"), st.just("call"), st.integers(1, 300), st.lists(
    st.builds(SharedItem, st.sampled_from(checklists.KINDS), TEXT, st.sampled_from(("", "need")), st.booleans(),
              st.sampled_from(("", "Door", "Kitchen"))), max_size=8))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(SHARED)
def test_whatever_is_brought_in_goes_out_alike_and_comes_in_once(desk: Desk, shared: SharedList) -> None:
    with desk.act("checklist.add"):
        key, _new = checklist_making.bring_in(shared)
    out = checklist_making.shared(key)
    assert sorted(out.items) == sorted(shared.items)
    count = len(checklists.all())
    with desk.act("checklist.add"):
        assert checklist_making.bring_in(out) == (key, False)
    assert len(checklists.all()) == count
