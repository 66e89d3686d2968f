"""Whatever a person hands to the program: a clear sentence, all that was stored intact, and the program goes on."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from lovedesk import cli
from lovedesk.formats import contacts
from lovedesk.mishaps import Refused
from lovedesk.shop import customers, imports, search
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk

Run = Callable[..., tuple[int, str, str]]
ANA = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nTEL:01632 960001\nEND:VCARD\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A desk with Ben in it."""
    desk = open_desk(tmp_path / "desk" / "shop.lovedesk")
    with desk.act("customer.add"):
        customers.add("Ben Stored")
    desk.close()
    return desk.path


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on that desk, or on another: its exit code, stdout and stderr."""
    def command(*arguments: object, desk: Path = path) -> tuple[int, str, str]:
        capsys.readouterr()
        code = cli.main([str(argument) for argument in (arguments[0], "--desk", desk, *arguments[1:])])
        said = capsys.readouterr()
        return code, said.out, said.err
    return command


@pytest.fixture
def intact(run: Run) -> Callable[[], bool]:
    """Whether Ben is still found and the desk is sound."""
    return lambda: "Ben Stored" in run("find", "stored")[1] and run("check")[1] == "All is well.\n"


def brought(run: Run, file: Path, content: str | bytes) -> tuple[int, str, str]:
    """Import a file of this content."""
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return run("import", file)


def one_sentence(text: str) -> bool:
    """Whether it is one line for people, and no traceback."""
    return text.count("\n") == 1 and "Traceback" not in text and text.rstrip().endswith((".", ":"))


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


@pytest.mark.parametrize(("content", "words"), [
    (b"", "empty"), (b"\r\n \n", "empty"), (b"\xef\xbb\xbf", "empty"), (bytes(5000), "empty"),
    (b"\0\1\2\3" * 99, "no file of contacts"),
    (b"\xff\xd8\xff\xe0" + b"x" * 5000, "picture"), (b"PK\x03\x04" + b"x" * 500, "CSV"), (b"{", "JSON"),
    (b'{"format": "theirs"}', "no export"), (b'{"format": "lovedesk", "version": 99}', "newer")])
def test_a_file_without_contacts_is_said_and_changes_nothing(
    run: Run, tmp_path: Path, intact: Callable[[], bool], content: bytes, words: str,
) -> None:
    before = run("export")[1]
    code, out, err = brought(run, tmp_path / "people.vcf", content)
    assert code == 1
    assert words in out + err
    assert "Traceback" not in err
    assert run("export")[1] == before
    assert intact()


def test_a_photo_beyond_all_measure_is_left_out_and_its_person_comes_in(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    photo = base64.b64encode(b"\xff\xd8\xff" + bytes(17 << 20)).decode()
    lines = "\n ".join(photo[at:at + 1_000_000] for at in range(0, len(photo), 1_000_000))
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("TEL:", f"PHOTO;ENCODING=b;TYPE=JPEG:{lines}\nTEL:"))
    assert (code, err) == (0, "")
    assert "Ana Ruiz" in run("find", "960001")[1]
    assert intact()
    (ana,) = [one for one in json.loads(run("export")[1])["customers"] if one["name"] == "Ana Ruiz"]
    assert not ana["people"][0]["has_photo"]


def test_a_card_of_a_megabyte_on_one_line_comes_in(run: Run, tmp_path: Path, intact: Callable[[], bool]) -> None:
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("TEL:", f"NOTE:{'word ' * 200_000}\nTEL:"))
    assert (code, err) == (0, "")
    assert "Ana Ruiz" in run("find", "960001")[1]
    assert intact()


def test_a_megabyte_without_an_end_is_said_and_changes_nothing(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    for content in ("BEGIN:VCARD FN:Ana " + "x" * 1_000_000, "x" * 1_000_000, '"' + "x" * 1_000_000, "," * 300_000):
        _code, _out, err = brought(run, tmp_path / "p.vcf", content)
        assert "Traceback" not in err
        assert "inside Lovedesk" not in err
    assert intact()


def test_a_name_of_ten_thousand_letters_comes_in_shortened_and_nothing_of_it_is_lost(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    name = "Ana " + "Ruiz " * 2_000
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("Ana Ruiz", name.strip()))
    assert (code, err) == (0, "")
    exported = run("export")[1]
    assert max(len(one["name"]) for one in json.loads(exported)["customers"]) <= customers.NAME_LIMIT
    assert exported.count("Ruiz") >= 2_000
    code, _out, err = run("add", name)
    assert (code, "longer than any name" in err, one_sentence(err)) == (1, True, True)
    assert intact()


@pytest.mark.parametrize("name", [
    "أنا رويز", "שרה כהן", "Ana \u202eziuR\u202c", "Zoe\u0308 A\u030angstro\u0308m", "Z" + "\u0301" * 200, "👩‍🔧 Ana",
    "李 明", "\u200bAna\u200b", "Ａｎａ"])
def test_any_writing_comes_in_as_it_is_and_is_found(
    run: Run, tmp_path: Path, intact: Callable[[], bool], name: str,
) -> None:
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("Ana Ruiz", name))
    assert (code, err) == (0, "")
    assert name in {one["name"] for one in json.loads(run("export")[1])["customers"]}
    assert run("find", "960001")[1] != ""
    assert run("find", name)[0] == 0
    assert intact()


@pytest.mark.parametrize("letters", ["\x00", "\x01\x02\x1b[31m", "\x7f\x85", "\u2028", "\ud800", "\ufeff", "\ufffe"])
def test_control_characters_and_halves_of_letters_are_dropped(
    run: Run, tmp_path: Path, intact: Callable[[], bool], letters: str,
) -> None:
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("Ana Ruiz", f"Ana{letters} Ruiz"))
    assert (code, err) == (0, "")
    found = run("find", "ruiz")[1]
    assert found.startswith("Ana")
    assert not set(found) & set("\x00\x01\x02\x1b\x7f\x85\ud800")
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
