"""The command line: what it says, what it keeps, and that a mishap is a sentence and an exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from PySide6.QtGui import QGuiApplication

from lovedesk import cli, paths
from lovedesk.cli import visits
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import rows
from tests.pdf import words_of

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ana Ruiz
N:Ruiz;Ana;;;
EMAIL:ana@example.org
TEL:+44 1632 960001
BDAY:1980-04-15
UID:ana
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Anton Ruge
ORG:Café Øst
UID:anton
END:VCARD
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _windows(qapp: QGuiApplication) -> None:
    """There is an application for windows: a sheet alone makes a lesser one, on which no later test could stand."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a desk may be made."""
    return tmp_path / "shop.lovedesk"


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the desk: its exit code, stdout and stderr."""
    def command(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = cli.main(["--desk", str(path), *map(str, arguments)])
        except SystemExit as exit_:
            code = exit_.code if isinstance(exit_.code, int) else 0
        said = capsys.readouterr()
        return code, said.out, said.err
    return command


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    """A file of two contacts."""
    file = tmp_path / "phone.vcf"
    file.write_text(CARDS, encoding="utf-8")
    return file


def actions(path: Path) -> int:
    connection = apsw.Connection(str(path))
    try:
        ((count,),) = connection.execute("select count(*) from action").fetchall()
        assert isinstance(count, int)
        return count
    finally:
        connection.close()


def test_contacts_come_in_and_are_found(run: Run, cards: Path) -> None:
    code, out, err = run("import", cards)
    assert (code, err) == (0, "")
    assert "2 new customers" in out
    assert run("find", "cafe", "ost")[1] == "Café Øst\n"
    assert run("find", "01632 960001"[1:])[1].startswith("Ana Ruiz\t")
    assert "Nobody" in run("find", "nobody")[2]


def test_what_is_our_own_is_found_with_its_day(run: Run, tmp_path: Path) -> None:
    events = tmp_path / "ours.ics"
    events.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                      "SUMMARY:The tax adviser\r\n"
                      "DTSTART:20261201T140000\r\nDTEND:20261201T150000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    run("import", events)
    assert run("find", "tax") == (0, "The tax adviser\t2026-12-01 14:00\n", "")


def test_where_nobody_is_found_who_is_called_alike_is_named(run: Run, cards: Path) -> None:
    run("import", cards)
    assert run("find", "ruitz") == (0, "Ana Ruiz\n", "Nobody was found for “ruitz”; like it:\n")


def test_the_same_file_a_second_time_changes_nothing(run: Run, cards: Path, path: Path) -> None:
    run("import", cards)
    before, count = run("export")[1], actions(path)
    code, out, _err = run("import", cards)
    assert code == 0
    assert "0 new customers\n2 are here already\n" in out
    assert (run("export")[1], actions(path)) == (before, count)


def test_undo_takes_an_import_back_and_redo_brings_it_again(run: Run, cards: Path) -> None:
    run("import", cards)
    before = run("export")[1]
    assert run("undo")[1] == "Taken back: Contacts brought in\n"
    assert json.loads(run("export")[1])["customers"] == []
    assert run("redo") == (0, "Done again: Contacts brought in\n", "")
    assert run("export")[1] == before
    assert run("check") == (0, "All is well.\n", "")
    code, out, err = run("redo")
    assert (code, out, err) == (1, "", "There is nothing to do again.\n")


def test_several_actions_are_taken_back_at_once_as_far_as_there_are_any(run: Run) -> None:
    for name in ("Ana", "Ben"):
        run("add", f"customer {name}")
    assert run("undo", 7)[1] == "Taken back: Line kept\nTaken back: Line kept\n"
    assert run("undo")[0] == 1


def test_suppliers_are_kept_out_also_next_time(run: Run, cards: Path) -> None:
    run("import", cards, "--as", "others")
    assert {customer["standing"] for customer in json.loads(run("export")[1])["customers"]} == {"other"}
    assert "2 kept out" in run("import", cards)[1]


def test_a_bad_card_is_listed_with_its_place_and_stops_nobody(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n" + CARDS, encoding="utf-8")
    code, out, _err = run("import", file)
    assert code == 0
    assert "2 new customers" in out
    assert "bad.vcf:1: " in out


def test_one_file_that_cannot_be_read_does_not_stop_the_others(run: Run, cards: Path, tmp_path: Path) -> None:
    code, out, err = run("import", tmp_path / "missing.vcf", cards)
    assert code == 0
    assert "2 new customers" in out
    assert "missing.vcf" in err


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00\x01\x02", b'{"format": "other"}', b"PK\x03\x04"])
def test_a_file_with_nothing_to_read_fails_and_makes_no_desk(run: Run, path: Path, tmp_path: Path,
                                                             content: bytes) -> None:
    file = tmp_path / "phone.vcf"
    file.write_bytes(content)
    code, out, err = run("import", file)
    assert code == 1
    assert out + err
    assert not path.exists()


def test_a_folder_for_a_file_is_a_sentence(run: Run, tmp_path: Path, cards: Path) -> None:
    run("import", cards)
    for command in (("import", tmp_path), ("export", "--out", tmp_path), ("backup", tmp_path), ("restore", tmp_path),
                    ("sheet", "--customer", "Ana Ruiz", "--out", tmp_path)):
        code, _out, err = run(*command)
        assert code == 1, command
        assert err.count("\n") == 1


@pytest.mark.parametrize("command", [
    ("find", "a"), ("today",), ("undo",), ("redo",), ("check",), ("export",), ("backup", "b"), ("restore", "b"),
    ("sheet", "--customer", "Ana", "--out", "a.pdf")])
def test_a_missing_desk_is_refused_and_not_made(run: Run, path: Path, command: tuple[str, ...]) -> None:
    code, out, err = run(*command)
    assert (code, out) == (1, "")
    assert err == f"There is no desk at {path}.\n"
    assert not path.exists()


def test_a_line_is_kept_as_what_it_says_and_said(run: Run, path: Path) -> None:
    assert run("add", "customer  Ana  Ruiz ", "--on", "2026-11-24") == (0, "New customer · Ana Ruiz\n", "")
    assert path.exists()
    assert run("add", "call Ana Tue at 10 about the roof", "--on", "2026-11-24") == (
        0, "Call · Ana Ruiz · Tue 1 Dec at 10:00 · about the roof\n", "")
    assert "10:00  Ana Ruiz  Call" in run("today", "--on", "2026-12-01")[1]
    assert run("add", "buy milk") == (0, "Inbox: buy milk\n", "")
    assert run("add", "  ") == (1, "", "There is nothing in this line.\n")


def test_a_name_alone_that_fits_nobody_waits_in_the_inbox_with_a_word_on_how_to_add_them(run: Run) -> None:
    assert run("add", "Jo Bloggs") == (
        0, "Inbox: Jo Bloggs\n",
        'Nobody is called “Jo Bloggs”. To add them: lovedesk add "customer Jo Bloggs"\n')
    assert run("find", "jo")[1] == ""
    assert run("add", "customer Jo Bloggs")[0] == 0
    assert run("find", "jo")[1] == "Jo Bloggs\n"


def test_a_day_with_two_readings_is_asked_about_and_nothing_kept(run: Run, path: Path) -> None:
    run("add", "customer Ana Ruiz")
    before = actions(path)
    code, out, err = run("add", "call Ana Thu 10", "--on", "2026-11-24")
    assert (code, out) == (2, "")
    assert "Thu 26 Nov at 10:00 and Thu 10 Dec, the whole day" in err
    assert actions(path) == before


def test_lines_are_read_from_a_pipe_in_one_action(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "customer Ana Ruiz")
    before = actions(path)
    lines = "- call Ana tomorrow\n- note Ana: likes oak\n- call Ana Thu 10\n- milk\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    code, out, err = run("add", "-", "--on", "2026-11-24")
    assert code == 0
    assert out.splitlines() == [
        "Follow-up · Call · Ana Ruiz · Wed 25 Nov", "Note · Ana Ruiz · likes oak", "Inbox: milk"]
    assert "waits in the inbox: call Ana Thu 10" in err
    assert actions(path) == before + 1


def test_an_export_comes_back_to_the_same_state(run: Run, cards: Path, tmp_path: Path, path: Path) -> None:
    run("import", cards)
    run("plan", "Ana Ruiz", "--on", "2026-12-01T10:00", "--checklist", "Good times")
    file = tmp_path / "all.json"
    assert run("export", "--format", "json", "--out", file)[0] == 0
    exported = file.read_text(encoding="utf-8")
    assert run("export")[1] == exported
    path.unlink()
    assert run("import", file)[1] == "2 customers put back as exported\n"
    assert run("export")[1] == exported


def test_a_visit_is_planned_and_stands_on_its_day(run: Run, cards: Path) -> None:
    run("import", cards)
    code, out, err = run("plan", "Café Øst", "--on", "2026-12-01T10:00", "--checklist", "good-times", "--as", "call")
    assert (code, err) == (0, "")
    assert "Café Øst, Tue 1 Dec 2026, 10:00" in out
    assert "10:00  Café Øst" in run("today", "--on", "2026-12-01")[1]
    assert run("plan", "Ana Ruiz", "--on", "2026-12-02")[1].endswith("09:00\n")
    assert "Tomorrow: 1 visit" in run("today", "--on", "2026-12-01")[1]


def test_a_name_that_fits_several_lists_them(run: Run, cards: Path) -> None:
    run("import", cards)
    for command in (("plan", "An", "--on", "2026-12-01T10:00"), ("sheet", "--customer", "An", "--out", "a.pdf")):
        code, out, err = run(*command)
        assert (code, out) == (2, "")
        assert "Ana Ruiz" in err
        assert "Café Øst" in err


@pytest.mark.parametrize(("command", "words"), [
    (("plan", "Nobody", "--on", "2026-12-01T10:00"), "no customer called “Nobody”"),
    (("plan", "Ana Ruiz", "--on", "2026-12-01T10:00", "--checklist", "Nope"), "Nope"),
    (("plan", "Ana Ruiz", "--on", "2026-12-01T10:00", "--as", "pigeon"), "pigeon"),
    (("sheet", "--customer", "Ana Ruiz", "--visit", "2001-01-01", "--out", "a.pdf"), "Nothing is planned"),
    (("sheet", "--customer", "Ana Ruiz", "--out", "/dev/null/a.pdf"), "/dev/null/a.pdf"),
    (("export", "--out", "/dev/null/a.json"), "/dev/null/a.json"),
    (("backup", "/dev/null/a"), "/dev/null"),
    (("restore", "nowhere"), "no copy at nowhere"),
])
def test_what_cannot_be_done_is_one_sentence(run: Run, cards: Path, command: tuple[str, ...], words: str) -> None:
    run("import", cards)
    code, out, err = run(*command)
    assert (code, out) == (1, "")
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", [
    ("frob",), ("plan", "Ana"), ("plan", "Ana", "--on", "2026-13-01"), ("plan", "Ana", "--on", "soon"), ("undo", "0"),
    ("undo", "x"), ("today", "--on", "32"), ("import",), ("import", "a", "--as", "friends"), ("sheet", "--out", "a"),
    ("sheet", "--customer", "A", "--day", "2026-12-01", "--out", "a"), ("export", "--format", "xml")])
def test_bad_arguments_exit_with_two(run: Run, path: Path, command: tuple[str, ...]) -> None:
    code, _said, complaint = run(*command)
    assert code == 2
    assert complaint.count("\n") == 1
    assert not path.exists()


def test_a_sheet_and_a_day_pack_are_printed(run: Run, cards: Path, tmp_path: Path) -> None:
    run("import", cards)
    run("plan", "Ana Ruiz", "--on", "2026-12-01T10:00")
    for what in (("--customer", "Ana Ruiz", "--visit", "2026-12-01"), ("--day", "2026-12-01", "--paper", "letter")):
        file = tmp_path / f"{what[0]}.pdf"
        assert run("sheet", *what, "--out", file)[0] == 0
        assert file.read_bytes().startswith(b"%PDF")


def test_a_copy_is_restored_over_what_was_done_since(run: Run, tmp_path: Path) -> None:
    run("add", "customer Ana")
    copy = tmp_path / "copies" / "copy.lovedesk"
    assert run("backup", copy)[0] == 0
    run("add", "customer Ben")
    assert run("restore", copy)[0] == 0
    assert run("find", "ben")[1] == ""
    assert run("find", "ana")[1] == "Ana\n"


def test_the_desk_itself_is_no_copy(run: Run, path: Path) -> None:
    run("add", "customer Ana")
    for command in ("backup", "restore"):
        assert "the desk itself" in run(command, path)[2]
    assert run("check")[0] == 0


def test_a_damaged_desk_is_left_as_it_is(run: Run, path: Path) -> None:
    path.write_bytes(b"This is a letter to Ana. " * 100)
    before = path.read_bytes()
    for command in (("find", "a"), ("add", "customer Ana"), ("check",)):
        code, _out, err = run(*command)
        assert code == 1
        assert "not a desk" in err
        assert err.count("\n") == 1
    assert path.read_bytes() == before


def test_a_desk_of_a_newer_lovedesk_is_refused(run: Run, path: Path) -> None:
    run("add", "customer Ana")
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 9999)
    connection.close()
    code, _out, err = run("find", "ana")
    assert code == 1
    assert "newer" in err


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert cli.main(["--desk", str(tmp_path / "file" / "shop.lovedesk"), "add", "customer Ana"]) == 1
    assert cli.main(["--desk", str(tmp_path), "add", "customer Ana"]) == 1
    err = capsys.readouterr().err
    assert "cannot be written" in err
    assert "is a folder" in err


@pytest.mark.parametrize(("error", "words", "code"), [
    (RuntimeError("a bug"), "written down in", 1), (MemoryError(), "memory", 1), (KeyboardInterrupt(), "Stopped", 130),
    (OSError(28, "No space left on device", "x"), "No space left", 1)])
def test_whatever_happens_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, words: str,
                                        code: int) -> None:
    def fail(_arguments: object) -> int:
        raise error

    monkeypatch.setitem(visits.COMMANDS, "today", fail)
    result, out, err = run("today")
    assert (result, out, err.count("\n")) == (code, "", 1)
    assert words in err
    assert "Traceback" not in err
    assert not isinstance(error, RuntimeError) or "a bug" in paths.log_file().read_text(encoding="utf-8")


def lovedesk(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "lovedesk", *map(str, arguments)], check=False, capture_output=True,
                          env=os.environ | environment)


def test_the_process_speaks_utf8_in_any_locale_and_brings_no_qt(cards: Path, path: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert lovedesk("import", cards, "--desk", path, **plain).returncode == 0
    found = lovedesk("--desk", path, "find", "ost", **plain)
    assert found.stdout.decode() == "Café Øst\n"
    script = "import sys; from lovedesk.cli import main; main(sys.argv[1:]); print('PySide6' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script, "--desk", str(path), "today"], check=True, capture_output=True)
    assert ran.stdout.split()[-1] == b"False"


def test_a_reader_who_has_seen_enough_is_no_mishap(cards: Path, path: Path) -> None:
    lovedesk("import", cards, "--desk", path)
    desk = open_desk(path)
    assert rows("select count(*) from customer") == [(2,)]
    desk.close()
    with subprocess.Popen([sys.executable, "-m", "lovedesk", "--desk", str(path), "export"], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_erase_says_what_would_go_and_then_does_it(run: Run, path: Path, tmp_path: Path) -> None:
    cards = tmp_path / "phone.vcf"
    cards.write_text(CARDS)
    run("import", cards)
    cards.unlink()
    run("backup", path.with_name("copy.lovedesk"))
    code, out, err = run("erase", "--person", "ana ruiz")
    assert (code, "1 customer" in out, "--yes" in err) == (2, True, True)
    assert b"ana@example.org" in path.read_bytes() + path.with_name("shop.lovedesk").read_bytes()
    code, out, err = run("erase", "--person", "Ana Ruiz", "--yes")
    assert (code, "1 person" in out, err) == (0, True, "")
    for file in filter(Path.is_file, tmp_path.rglob("*")):
        assert not [trace for trace in (b"Ana Ruiz", b"ana@example.org", b"960001") if trace in file.read_bytes()], file
    assert run("check")[0] == 0
    assert run("erase", "--person", "Ana Ruiz", "--yes")[0] == 1
    assert run("find", "Anton")[1] != ""


def test_a_name_of_several_people_erases_nobody(run: Run, tmp_path: Path) -> None:
    cards = tmp_path / "phone.vcf"
    cards.write_text(CARDS)
    run("import", cards)
    code, _out, err = run("erase", "--person", "An", "--yes")
    assert (code, "Ana Ruiz" in err, "Anton Ruge" in err) == (2, True, True)
    assert run("find", "Ana")[1] != ""


def test_export_writes_what_phones_and_spreadsheets_take(run: Run, tmp_path: Path) -> None:
    cards = tmp_path / "phone.vcf"
    cards.write_text(CARDS)
    run("import", cards)
    for form, holds in (("vcard", "VERSION:3.0"), ("vcard4", "VERSION:4.0"), ("csv", "First name"), ("json", "Ana")):
        out = tmp_path / f"out.{form}"
        assert run("export", "--format", form, "--out", out)[0] == 0
        assert holds in out.read_text("utf-8")
    code, _out, _err = run("export", "--format", "vcard", "--customer", "Ana Ruiz", "--out", tmp_path / "ana.vcf")
    assert code == 0
    assert "Anton" not in (tmp_path / "ana.vcf").read_text("utf-8")
    assert run("export", "--format", "vcard", "--tag", "nobody")[0] == 1
    assert run("export", "--format", "vcard", "--list", "North round")[0] == 1
    assert run("export", "--format", "pdf")[0] == 2
    assert run("export", "--tag", "a", "--list", "b")[0] == 2


KUNDEN = "Kunde;Tel.;Geb.;Blah\nAna Ruiz;01632 960001;3.4.1980;oak\nBen Alt;01632 960009;;ash\n"


def test_a_dry_run_says_row_by_row_what_would_be_and_makes_no_desk(
    run: Run, cards: Path, path: Path, tmp_path: Path,
) -> None:
    bad = tmp_path / "bad.vcf"
    bad.write_text("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", "utf-8")
    code, out, err = run("import", cards, bad, "--dry-run")
    assert (code, err) == (0, "")
    assert "phone.vcf:1: Ana Ruiz: new\n" in out
    assert "bad.vcf:1: not readable" in out
    assert not path.exists()
    run("import", cards)
    before, count = run("export")[1], actions(path)
    assert "phone.vcf:1: Ana Ruiz: same (is here already)\n" in run("import", cards, "--dry-run")[1]
    assert (run("export")[1], actions(path)) == (before, count)
    namesake, copy = tmp_path / "namesake.csv", tmp_path / "all.json"
    namesake.write_text("Name,Phone\nAna Ruiz,020 7946 0000\n", "utf-8")
    assert "namesake.csv:2: Ana Ruiz: maybe the same (someone of this name is here), comes in as new\n" in run(
        "import", namesake, "--dry-run")[1]
    run("export", "--out", copy)
    held = run("export")[1], actions(path)
    assert "Ana Ruiz: put back as exported\n" in run("import", copy, "--dry-run")[1]
    copy.write_text('{"format": "lovedesk", "version": 1, "customers": [7]}', "utf-8")
    assert run("import", copy, "--dry-run") == (1, "", "This export is damaged. Nothing was changed.\n")
    assert (run("export")[1], actions(path)) == held


def test_columns_are_mapped_by_the_command_and_remembered(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "kunden.csv"
    table.write_text(KUNDEN, "utf-8")
    assert run("import", table, "--map", "kunde=person,Blah=detail:care")[0] == 0
    assert run("export")[1].count('"topic": "care"') == 2
    assert "2 are here already" in run("import", table)[1]
    table.write_text(KUNDEN.replace("ash", "elm"), "utf-8")
    assert "kunden.csv:3: Ben Alt: adds to (Ben Alt gains 1 detail)\n" in run("import", table, "--dry-run")[1]


@pytest.mark.parametrize("told", ["Nix=phone", "Blah", "Blah=nonsense"])
def test_a_mapping_that_cannot_be_is_refused_and_changes_nothing(run: Run, tmp_path: Path, told: str) -> None:
    table = tmp_path / "kunden.csv"
    table.write_text(KUNDEN, "utf-8")
    code, out, err = run("import", table, "--map", told)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert run("find", "ana")[1] == ""


def test_a_week_calls_a_checklist_and_a_whole_page_are_printed(run: Run, cards: Path, tmp_path: Path) -> None:
    run("import", cards)
    run("plan", "Ana Ruiz", "--on", "2026-12-01T10:00", "--as", "call")
    for what, words in ((("--week", "2026-12-03"), "Ana Ruiz"), (("--calls", "2026-12-01"), "Ana Ruiz"),
                        (("--checklist", "good times"), "Good times"), (("--customer", "Ana Ruiz", "--whole"), "Ahead"),
                        (("--day", "2026-12-24"), "Day pack")):
        file = tmp_path / f"{what[0]}.pdf"
        assert run("sheet", *what, "--out", file)[0] == 0
        assert words in words_of(file.read_bytes())


def test_a_paper_of_nothing_that_is_here_is_refused_and_leaves_no_file(run: Run, tmp_path: Path) -> None:
    run("add", "customer Ana")
    for what in (("--checklist", "no such list"), ("--week", "0001-01-01"), ("--calls", "9999-12-31"),
                 ("--customer", "Nobody", "--whole")):
        code, _said, complaint = run("sheet", *what, "--out", tmp_path / "a.pdf")
        assert code == 1 and complaint.count("\n") == 1
        assert not (tmp_path / "a.pdf").exists()
