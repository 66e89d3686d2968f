"""Opening a desk: the verbs speak to the one that is open, each action is signed, and a wrong path is refused."""

from __future__ import annotations

import datetime as dt
import gzip
from pathlib import Path

import apsw
import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, details, papers, people, timeline
from lovedesk.shop.desks import LAYOUT, bring_back, newest_copy, open_desk
from lovedesk.shop.tables import JOURNALED, rows
from lovedesk.store.desk import Desk

NOON = dt.datetime(2026, 11, 24, 12)


def test_the_verbs_speak_to_the_desk_that_was_opened_last(tmp_path: Path) -> None:
    for name in ("Ana", "Ben"):
        desk = open_desk(tmp_path / f"{name}.lovedesk")
        with desk.act("customer.add"):
            customers.add(name)
        assert rows("select name from customer") == [(name,)]
        desk.close()


def test_each_action_is_signed_by_who_opened_the_desk(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "shop.lovedesk", who="Mira")
    with desk.act("customer.add"):
        customers.add("Ana")
    assert rows("select verb, who from action") == [("customer.add", "Mira")]
    desk.close()


def test_it_opens_as_the_kind_of_desk_that_is_wanted(tmp_path: Path) -> None:
    class Theirs(Desk):
        """A desk of a test's own."""

    desk = open_desk(tmp_path / "shop.lovedesk", kind=Theirs)
    assert isinstance(desk, Theirs)
    desk.close()


def test_a_desk_that_is_not_there_is_made_only_when_wanted(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "shop.lovedesk"
    with pytest.raises(Refused, match="There is no desk at"):
        open_desk(path, make=False)
    assert not path.parent.exists()
    open_desk(path).close()
    open_desk(path, make=False).close()


def test_the_journal_watches_every_table_of_rows_parents_first() -> None:
    seen: set[str] = set()
    for model in JOURNALED:
        named = model._meta.table_name
        parents = {field.rel_model._meta.table_name for field in model._meta.refs} - {named}
        assert parents <= seen, f"{named} stands before {parents - seen}"
        seen.add(named)
    assert seen == set(LAYOUT.tables)


def test_a_damaged_desk_is_brought_back_from_its_copy_and_kept(desk: Desk, ana: int) -> None:
    desk.keep_copy([desk.copies])
    desk.close()
    whole = desk.path.read_bytes()
    desk.path.write_bytes(b"junk" + whole[4:])
    copy = newest_copy(desk.path)
    assert copy is not None
    aside = bring_back(desk.path, copy)
    again = open_desk(desk.path)
    assert customers.ids() == [ana]
    assert again.next_undo() is None
    assert again.check() == []
    assert aside.read_bytes().startswith(b"junk")
    again.close()


def test_a_bad_copy_leaves_the_damaged_desk_where_it_is(desk: Desk, tmp_path: Path) -> None:
    desk.close()
    desk.path.write_bytes(b"junk" * 3000)
    bad = tmp_path / "bad.lovedesk"
    bad.write_bytes(b"bad" * 3000)
    with pytest.raises(Refused):
        bring_back(desk.path, bad)
    assert desk.path.read_bytes() == b"junk" * 3000


def test_a_desk_of_the_first_form_is_brought_up_with_all_that_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "shop.lovedesk"
    path.write_bytes(gzip.decompress((Path(__file__).parent / "form-1.lovedesk.gz").read_bytes()))
    desk = open_desk(path)
    try:
        halcyon, ben = customers.ids()[1], customers.ids()[0]
        assert [person.name for person in people.at(halcyon)] == ["Xiomara Reyes"]
        assert [row.text for row in details.of(halcyon)] == ["Loves quinces"]
        visit = timeline.of_customer(halcyon)[0]
        assert [paper.name for paper in papers.of(visit.id)] == ["sheet.pdf"]
        assert rows("select count(*) from head") == [(4,)]
        assert desk.check() == []
        desk.redo()
        renamed = customers.head(ben, NOON)
        assert renamed is not None and renamed.name == "Ben Okafor Ltd"     # what was undone before, done again after
        desk.undo()
        desk.undo()
        assert customers.ids() == [halcyon]
        assert desk.check() == []
    finally:
        desk.close()
    assert (tmp_path / "shop-form-1.lovedesk").exists()


def test_a_desk_of_the_second_form_is_brought_up_with_all_that_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "shop.lovedesk"
    path.write_bytes(gzip.decompress((Path(__file__).parent / "form-2.lovedesk.gz").read_bytes()))
    before = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    held = {table: set(before.execute(f"select id, state from {table}")) for table in LAYOUT.tables
            if before.execute("select 1 from sqlite_schema where name = ?", (table,)).fetchall()}
    before.close()
    assert held["friction"]
    assert held["accommodation"]
    desk = open_desk(path)
    try:
        for table, there in held.items():
            assert set(rows(f"select id, state from {table}")) == there, table
        assert rows("pragma foreign_key_check") == []
        assert desk.check() == []
        last = desk.undo()
        assert last is None or desk.redo() is not None
        assert desk.check() == []
    finally:
        desk.close()
    assert (tmp_path / "shop-form-2.lovedesk").exists()
