"""One action, one entry, one commit; what is undone and redone, in any number, in any order, outlives a restart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, search
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import Customer, rows
from lovedesk.store.desk import Desk
from lovedesk.store.ids import id_of, new_ids


def names() -> list[str]:
    return [row[0] for row in rows("select name from customer where state = 'live' order by id")]


def add(desk: Desk, name: str) -> int:
    with desk.act("customer.add"):
        return customers.add(name)


def test_an_action_is_told_once_with_its_tables(desk: Desk) -> None:
    heard: list[frozenset[str]] = []
    desk.listen(heard.append)
    add(desk, "Ana")
    assert heard == [frozenset({"customer", "person", "membership"})]


def test_an_error_takes_all_of_it_back_and_leaves_no_entry(desk: Desk) -> None:
    with pytest.raises(Refused), desk.act("customer.add"):
        customers.add("Ana")
        customers.add("   ")
    assert names() == []
    assert desk.next_undo() is None


def test_an_action_that_changes_nothing_leaves_no_entry(desk: Desk, ana: int) -> None:
    with desk.act("customer.rename"):
        customers.rename(ana, "Ana Ruiz")
    assert desk.next_undo() == ("customer.add", 3)


def test_undo_and_redo_walk_back_and_forth(desk: Desk) -> None:
    for name in ("Ana", "Ben", "Cleo"):
        add(desk, name)
    desk.undo()
    desk.undo()
    assert names() == ["Ana"]
    desk.redo()
    assert names() == ["Ana", "Ben"]
    desk.undo()
    desk.undo()
    assert names() == []
    assert desk.undo() is None
    for _again in range(3):
        desk.redo()
    assert names() == ["Ana", "Ben", "Cleo"]
    assert desk.redo() is None


def test_doing_something_else_ends_what_could_be_done_again(desk: Desk) -> None:
    add(desk, "Ana")
    desk.undo()
    add(desk, "Ben")
    assert desk.redo() is None
    assert names() == ["Ben"]


def test_undo_outlives_a_restart(desk: Desk) -> None:
    add(desk, "Ana")
    desk.close()
    again = open_desk(desk.path)
    undone = again.undo()
    assert undone is not None
    assert undone.verb == "customer.add"
    assert names() == []
    again.redo()
    assert names() == ["Ana"]
    again.close()
    open_desk(desk.path)


def test_a_cell_that_was_changed_since_is_left_alone_and_said(desk: Desk) -> None:
    ana = add(desk, "Ana")
    with desk.act("customer.set_standing"):
        customers.set_standing(ana, "gone")
    desk.database.handle.execute("update customer set standing = 'enquiring' where id = ?", (ana,))
    undone = desk.undo()
    assert undone is not None
    assert undone.left_alone == 1
    assert rows("select standing from customer where id = ?", ana) == [("enquiring",)]


def test_rows_inserted_in_bulk_are_undone_searched_and_explained_like_others(desk: Desk) -> None:
    first = new_ids(100)
    with desk.act("import.bring_in") as recorder:
        recorder.insert_many("customer", ("id", "name", "sort_name", "standing"),
                             [(first + n, f"Käthe “{n}”\n", f"kathe {n}", "customer") for n in range(100)])
    assert len(search.customers("kathe").ids) == 100
    assert desk.check() == []
    desk.undo()
    assert names() == []
    assert search.customers("kathe").ids == []
    desk.redo()
    assert len(names()) == 100
    assert desk.check() == []


def test_a_row_that_was_changed_behind_the_journal_is_found_by_the_check(desk: Desk, ana: int) -> None:
    desk.database.handle.execute("update customer set name = 'Eve' where id = ?", (ana,))
    assert any("customer" in sentence for sentence in desk.check())


def test_deleting_a_row_is_a_bug_and_takes_the_action_back(desk: Desk, ana: int) -> None:
    with pytest.raises(AssertionError), desk.act("customer.forget"):
        desk.database.handle.execute("delete from membership")
    assert rows("select count(*) from membership where customer_id = ?", ana) == [(1,)]


def test_the_same_parts_make_the_same_id_everywhere() -> None:
    assert id_of("answer", 7) == id_of("answer", 7) != id_of("answer", 8)
    assert 0 < id_of("answer", 7) < 2**63


STEPS = st.lists(st.tuples(st.sampled_from(["add", "rename", "trash", "back", "undo", "redo", "again"]),
                           st.integers(0, 5), st.text(min_size=1, max_size=8)), max_size=25)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_undoing_everything_gives_each_earlier_state_back(
    fresh_desk: Callable[[], Desk], steps: list[tuple[str, int, str]],
) -> None:
    """Whatever was done, undo walks back through the very states, redo forward, and the journal explains the rows."""
    desk = fresh_desk()
    add(desk, "where it starts")
    stack, position = [_state()], 0
    for verb, which, text in steps:
        if verb in {"undo", "redo"}:
            if verb == "undo" and position == 0:
                continue
            played = desk.undo() if verb == "undo" else desk.redo()
            position += 0 if played is None else -1 if verb == "undo" else 1
            assert _state() == stack[position]
        elif _do(desk, verb, which, text) and _state() != stack[position]:
            stack = [*stack[:position + 1], _state()]
            position += 1
    for earlier in reversed(stack[:position]):
        assert desk.undo() is not None
        assert _state() == earlier
    assert desk.check() == []
    desk.close()


def _state() -> list[tuple[object, ...]]:
    return rows("select id, name, sort_name, standing, state from customer where state <> 'undone' order by id")


def _do(desk: Desk, verb: str, which: int, text: str) -> bool:
    here = [row[0] for row in rows("select id from customer where state = 'live' order by id")]
    trashed = [row[0] for row in rows("select id from customer where state = 'trashed' order by id")]
    try:
        with desk.act(f"customer.{verb}"):
            match verb:
                case "add":
                    customers.add(text, kind="business")
                case "rename" if here:
                    customers.rename(here[which % len(here)], text)
                case "trash" if here:
                    customers.trash(here[which % len(here)])
                case "back" if trashed:
                    customers.take_from_trash(trashed[which % len(trashed)])
                case "again" if here:
                    Customer.update(standing=f"s{which}", name=text).where(Customer.id == here[0]).execute()
                case _:
                    return False
    except Refused:
        return False
    return True
