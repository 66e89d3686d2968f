"""A desk that is none, of another program, damaged or out of reach: a sentence, and it stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from lovedesk.formats import contacts
from lovedesk.mishaps import Refused
from lovedesk.shop import customers, imports, search
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk
from tests.bad_input.hands import ANA, Run, one_sentence

FOREIGN = {
    "text": b"not a desk at all " * 500,
    "zeros": bytes(8192),
    "half a header": b"SQLite format 3\0" + b"?" * 5000,
    "picture": b"\x89PNG\r\n\x1a\n" + b"x" * 5000,
}
COMMANDS = [("find", "ana"), ("add", "customer Ana"), ("check",), ("today",), ("export",), ("undo",)]


@pytest.mark.parametrize("content", FOREIGN)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_foreign_file_as_desk_is_refused_and_left_as_it_is(
    run: Run, tmp_path: Path, content: str, command: tuple[str, ...],
) -> None:
    foreign = tmp_path / "other.lovedesk"
    foreign.write_bytes(FOREIGN[content])
    code, out, err = run(*command, desk=foreign)
    assert (code, out) == (1, "")
    assert "other.lovedesk" in err
    assert one_sentence(err)
    assert foreign.read_bytes() == FOREIGN[content]


def test_a_desk_that_was_cut_in_half_is_refused_in_words(run: Run, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:path.stat().st_size // 2])
    for command in COMMANDS:
        code, _out, err = run(*command)
        assert code == 1 or command[0] in {"find", "today"}
        assert err == "" or one_sentence(err), command


@pytest.mark.parametrize("form", [0, 1, 75])
def test_the_database_of_another_program_is_refused_and_left_as_it_is(run: Run, tmp_path: Path, form: int) -> None:
    other = tmp_path / "theirs.db"
    connection = apsw.Connection(str(other))
    connection.execute("create table theirs (a); insert into theirs values (1)")
    connection.pragma("user_version", form)
    connection.close()
    before = other.read_bytes()
    for command in COMMANDS:
        code, _out, err = run(*command, desk=other)
        assert (code, "another program" in err, one_sentence(err)) == (1, True, True)
    assert other.read_bytes() == before


def test_a_newer_desk_is_refused_and_left_as_it_is(run: Run, path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 99)
    connection.close()
    before = path.read_bytes()
    for command in COMMANDS:
        code, _out, err = run(*command)
        assert (code, "newer Lovedesk" in err, one_sentence(err)) == (1, True, True)
    assert path.read_bytes() == before


@pytest.mark.parametrize("folder", ["/proc/lovedesk", "{tmp}/file"])
def test_a_folder_that_cannot_be_written_is_said(run: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("x")
    nowhere = Path(folder.format(tmp=tmp_path))
    code, _out, err = run("add", "customer Ana", desk=nowhere / "shop.lovedesk")
    assert (code, "cannot be written" in err, one_sentence(err)) == (1, True, True)
    for command in (("backup", nowhere / "copy.lovedesk"), ("export", "--out", nowhere / "all.json"),
                    ("sheet", "--customer", "Ben", "--out", nowhere / "sheet.pdf")):
        code, _out, err = run(*command)
        assert code == 1
        assert one_sentence(err), err


def test_a_folder_given_for_a_file_is_said(run: Run, tmp_path: Path, intact: Callable[[], bool]) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for command in (("import", folder), ("backup", folder), ("restore", folder), ("export", "--out", folder),
                    ("sheet", "--customer", "Ben", "--out", folder)):
        code, _out, err = run(*command)
        assert code == 1
        assert one_sentence(err), err
    code, _out, err = run("add", "customer Ana", desk=folder)
    assert (code, "is a folder" in err, one_sentence(err)) == (1, True, True)
    assert list(folder.iterdir()) == []
    assert intact()


def test_a_full_disk_in_the_middle_of_an_import_is_said_and_takes_it_back_whole(desk: Desk, ana: int) -> None:
    cards = "".join(ANA.replace("Ana Ruiz", f"Zed Number {n}") for n in range(2_000)).encode()
    handle = desk.database.handle
    handle.pragma("max_page_count", int(handle.pragma("page_count")) + 40)
    with pytest.raises(Refused, match="disk is full"), \
            desk.act("import.bring_in") as recorder:
        imports.bring_in(imports.prepare([contacts.read(cards, "phone.vcf")]), recorder.insert_many)
    assert customers.ids() == [ana]
    assert search.customers("zed").ids == []
    handle.pragma("max_page_count", 1_000_000)
    assert desk.check() == []
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(imports.prepare([contacts.read(cards, "phone.vcf")]), recorder.insert_many)
    assert rows("select count(*) from customer") == [(2_001,)]
    assert desk.check() == []
