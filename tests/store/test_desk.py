"""What is stored survives: a kill in the middle, a full disk, a damaged, foreign or newer file, a bad folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import apsw
import pytest

from lovedesk.mishaps import Cancelled, Refused
from lovedesk.shop import customers
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk
from lovedesk.store.ids import new_ids


def test_a_second_opening_finds_what_was_stored(desk: Desk, ana: int) -> None:
    desk.close()
    again = open_desk(desk.path)
    assert customers.ids() == [ana]
    again.close()
    open_desk(desk.path)


@pytest.mark.parametrize(
    "content", [b"x", b"not a desk at all " * 500, bytes(8192), b"SQLite format 3\x00" + b"?" * 5000])
def test_a_damaged_or_foreign_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.lovedesk"
    path.write_bytes(content)
    with pytest.raises(Refused):
        open_desk(path)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_desk(tmp_path: Path) -> None:
    path = tmp_path / "shop.lovedesk"
    path.touch()
    desk = open_desk(path)
    assert desk.check() == []
    desk.close()


def test_the_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = apsw.Connection(str(path))
    connection.execute("create table theirs (a)")
    connection.close()
    with pytest.raises(Refused, match="another program"):
        open_desk(path)


def test_a_desk_of_a_newer_lovedesk_is_refused(desk: Desk) -> None:
    desk.database.handle.pragma("user_version", 99)
    desk.close()
    with pytest.raises(Refused, match="newer Lovedesk"):
        open_desk(desk.path)


def test_a_folder_is_no_desk_and_a_file_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="folder"):
        open_desk(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(Refused, match="cannot be written"):
        open_desk(tmp_path / "file" / "shop.lovedesk")


def test_a_desk_that_is_not_there_is_made_only_when_wanted(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no desk"):
        open_desk(tmp_path / "shop.lovedesk", make=False)
    assert not (tmp_path / "shop.lovedesk").exists()


def test_a_full_disk_is_said_and_costs_nothing_that_was_stored(desk: Desk, ana: int) -> None:
    handle = desk.database.handle
    handle.pragma("max_page_count", int(handle.pragma("page_count")) + 2)
    with pytest.raises(Refused, match="disk is full"), desk.act("customer.add"):
        for n in range(2_000):
            customers.add(f"Customer number {n} with a long name to fill pages")
    assert customers.ids() == [ana]
    handle.pragma("max_page_count", 1_000_000)
    with desk.act("customer.rename"):
        customers.rename(ana, "Ana Maria")
    assert desk.check() == []


def test_another_program_that_writes_is_waited_for_and_then_said(desk: Desk, ana: int) -> None:
    other = apsw.Connection(str(desk.path))
    other.execute("begin immediate")
    desk.database.handle.set_busy_timeout(10)
    with pytest.raises(Refused, match="busy"), desk.act("customer.rename"):
        customers.rename(ana, "Ana Maria")
    other.execute("rollback")
    other.close()
    with desk.act("customer.rename"):
        customers.rename(ana, "Ana Maria")
    assert rows("select name from customer") == [("Ana Maria",)]


def test_what_another_program_wrote_is_noticed(desk: Desk, ana: int) -> None:
    heard: list[frozenset[str]] = []
    desk.listen(heard.append)
    desk.notice_others()
    assert heard == []
    other = apsw.Connection(str(desk.path))
    other.execute("update customer set standing = 'gone' where id = ?", (ana,))
    other.close()
    desk.notice_others()
    assert len(heard) == 1
    assert "customer" in heard[0]


def test_while_something_long_is_done_aside_an_act_is_refused_in_words(desk: Desk, ana: int) -> None:
    inside, leave = threading.Event(), threading.Event()

    def work() -> None:
        with desk.connected(), desk.long_act("customer.rename"):
            customers.rename(ana, "Ana Long")
            inside.set()
            leave.wait(10)

    aside = threading.Thread(target=work)
    aside.start()
    assert inside.wait(10)
    with pytest.raises(Refused, match="still being done"), desk.act("customer.rename"):
        customers.rename(ana, "Ana Short")
    assert rows("select name from customer where id = ?", ana) == [("Ana Ruiz",)]
    leave.set()
    aside.join()
    assert rows("select name from customer where id = ?", ana) == [("Ana Long",)]


def test_cancelling_takes_everything_back(desk: Desk, ana: int) -> None:
    first = new_ids(100)
    with pytest.raises(Cancelled), desk.act("import.bring_in") as recorder:
        recorder.insert_many("customer", ("id", "name"), [(first + n, "x") for n in range(100)])
        raise Cancelled
    assert rows("select count(*) from customer") == [(1,)]
    assert desk.next_undo() == ("customer.add", 3)
    assert desk.check() == []


KILLED = """
import os, signal, sys
from pathlib import Path
from lovedesk.shop import customers
from lovedesk.shop.desks import open_desk
from lovedesk.store.ids import new_ids
desk = open_desk(Path(sys.argv[1]))
with desk.act("customer.add"):
    customers.add("Stored before")
first = new_ids(5000)
with desk.act("import.bring_in") as recorder:
    recorder.insert_many("customer", ("id", "name"), [(first + n, "Half done " * 20) for n in range(5000)])
    if sys.argv[2] == "inside":
        os.kill(os.getpid(), signal.SIGKILL)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL to send")
@pytest.mark.parametrize(("moment", "stored"), [("inside", 1), ("after", 5001)])
def test_a_kill_leaves_each_action_whole_or_absent(tmp_path: Path, moment: str, stored: int) -> None:
    path = tmp_path / "shop.lovedesk"
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path), moment], check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    desk = open_desk(path)
    assert rows("select count(*) from customer") == [(stored,)]
    assert desk.check() == []
    desk.close()


def test_a_copy_is_verified_and_the_last_seven_are_kept(desk: Desk, ana: int, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for day in range(1, 10):
        (folder / f"shop-2026-10-{day:02}.lovedesk").write_text("old")
    desk.keep_copy([folder, desk.copies])
    kept = sorted(file.name for file in folder.iterdir())
    assert len(kept) == 7
    assert kept[-1] == "shop-2026-11-24.lovedesk"
    copy = open_desk(folder / kept[-1])
    assert customers.ids() == [ana]
    assert copy.check() == []
    copy.close()
    open_desk(desk.path)


def test_a_copy_into_a_folder_or_nowhere_is_refused_and_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for target in (tmp_path, tmp_path / "file" / "copy.lovedesk"):
        with pytest.raises(Refused):
            desk.back_up(target)
    assert list(tmp_path.glob("*.part")) == []


def test_restore_brings_the_copy_back_and_keeps_what_was_there(desk: Desk, ana: int, tmp_path: Path) -> None:
    copy = tmp_path / "copy.lovedesk"
    desk.back_up(copy)
    with desk.act("customer.rename"):
        customers.rename(ana, "Changed since")
    desk.restore(copy)
    assert rows("select name from customer") == [("Ana Ruiz",)]
    assert desk.next_undo() is None
    with desk.act("customer.rename"):
        customers.rename(ana, "Ana Again")
    desk.undo()
    assert rows("select name from customer") == [("Ana Ruiz",)]
    assert desk.check() == []
    aside = open_desk(desk.copies / "shop-before-restore.lovedesk")
    assert rows("select name from customer") == [("Changed since",)]
    aside.close()
    open_desk(desk.path)


def test_undo_goes_no_further_back_than_where_the_desk_was_begun(desk: Desk, ana: int) -> None:
    desk.begin_here()
    assert desk.undo() is None
    with desk.act("customer.rename"):
        customers.rename(ana, "Ana Again")
    again = open_desk(desk.path)
    assert again.undo() is not None
    assert again.undo() is None
    assert rows("select name from customer") == [("Ana Ruiz",)]
    again.close()
    open_desk(desk.path)


@pytest.mark.parametrize("damage", ["cut", "flip", "junk", "missing", "folder"])
def test_a_damaged_copy_is_refused_and_the_desk_stays(desk: Desk, ana: int, tmp_path: Path, damage: str) -> None:
    copy = tmp_path / "copy.lovedesk"
    desk.back_up(copy)
    content = copy.read_bytes()
    match damage:
        case "cut":
            copy.write_bytes(content[: len(content) // 2])
        case "flip":
            copy.write_bytes(content[:4096] + b"\xff" * 20_000 + content[24_096:])
        case "junk":
            copy.write_bytes(b"junk" * 5000)
        case "missing":
            copy.unlink()
        case "folder":
            copy = tmp_path
    with pytest.raises(Refused):
        desk.restore(copy)
    assert customers.ids() == [ana]
    with desk.act("customer.rename"):
        customers.rename(ana, "Still works")
    assert desk.check() == []
