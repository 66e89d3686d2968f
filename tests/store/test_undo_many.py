"""Taking back what is much: as exact as for one row, in steps that can be stopped."""

from __future__ import annotations

import pytest

from lovedesk.mishaps import Cancelled
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk
from lovedesk.store.ids import new_ids

MANY = 25_000


def fill(desk: Desk) -> int:
    first = new_ids(MANY)
    with desk.act("sample.fill") as recorder:
        recorder.insert_many("customer", ("id", "name", "sort_name", "kind", "standing"), [
            (row, f'Ana "state": {row}', "ana", "person", "customer") for row in range(first, first + MANY)])
    return first


def live() -> int:
    return int(rows("select count(*) from customer where state = 'live'")[0][0])


def test_all_of_it_goes_and_comes_back_and_goes_again(desk: Desk) -> None:
    fill(desk)
    desk.undo()
    assert live() == 0
    desk.redo()
    assert live() == MANY
    desk.undo()
    assert live() == 0
    assert desk.check() == []


def test_what_was_changed_since_is_left_alone_and_said(desk: Desk) -> None:
    first = fill(desk)
    desk.database.handle.execute("update customer set state = 'trashed' where id = ?", (first,))
    undone = desk.undo()
    assert undone is not None
    assert undone.left_alone == 1
    assert rows("select state, count(*) from customer group by 1 order by 1") == [("trashed", 1), ("undone", MANY - 1)]


def test_it_says_how_far_it_is_and_can_be_stopped_without_a_trace(desk: Desk) -> None:
    fill(desk)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.undo(progress)
    assert told == [(0, MANY), (10_000, MANY)]
    assert live() == MANY
    desk.undo()
    assert live() == 0
