"""Commands about people who are here twice: the pairs with their reasons, and making them one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lovedesk import cli
from lovedesk.shop import contact_points, customers
from lovedesk.shop.desks import open_desk

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A desk with Anna and Ana, who share an e-mail, Cleo, who is in the trash, and two called Bo Li."""
    path = tmp_path / "shop.lovedesk"
    desk = open_desk(path)
    with desk.act("sample.fill"):
        for name in ("Anna Ruiz", "Ana Ruiz", "Bo Li", "Bo Li", "Cleo Oz"):
            customer = customers.add(name)
            if "Ruiz" in name:
                contact_points.add("ana@x.example", customer=customer)
        customers.trash(customer)
    desk.close()
    return path


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the desk: its exit code, stdout and stderr."""
    def command(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = cli.main(["--desk", str(path), *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err
    return command


def test_pairs_are_listed_with_their_reasons(run: Run) -> None:
    code, out, err = run("duplicates")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Anna Ruiz and Ana Ruiz: same e-mail ana@x.example", "Bo Li and Bo Li: same name"]


def test_two_are_made_one_and_undo_brings_both_back(run: Run) -> None:
    code, out, err = run("merge", "Anna Ruiz", "Ana Ruiz")
    assert (code, err) == (0, "") and out.startswith("Made one: Anna Ruiz and Ana Ruiz.")
    assert run("find", "ruiz")[1] == "Ana Ruiz\tAnna Ruiz\n"
    assert "ruiz" not in run("duplicates")[1].lower()
    assert run("check")[1] == "All is well.\n"
    assert run("undo")[1] == "Taken back: Two customers made one\n"
    assert run("find", "ruiz")[1].count("Ruiz") == 2


def test_a_name_that_fits_two_lists_them_and_their_ids_tell_them_apart(run: Run) -> None:
    code, out, err = run("merge", "Bo Li", "Ana Ruiz")
    assert (code, out) == (2, "") and err.count("Bo Li") == 3
    one, other = (line.split()[0] for line in err.splitlines()[1:])
    assert run("merge", one, other)[0] == 0
    assert run("find", "bo")[1] == "Bo Li\n"


@pytest.mark.parametrize(("this", "into", "why"), [
    ("Ana Ruiz", "Ana Ruiz", "choose two"), ("Ana Ruiz", "Cleo Oz", "Cleo Oz is in the trash"),
    ("Cleo Oz", "Ana Ruiz", "Cleo Oz is in the trash"), ("Ana Ruiz", "Nobody", "no customer called “Nobody”"),
    ("Ana Ruiz", "7", "no customer called “7”")])
def test_what_cannot_be_one_is_refused_in_words(run: Run, this: str, into: str, why: str) -> None:
    code, out, err = run("merge", this, into)
    assert (code, out) == (1, "") and why in err
    assert run("undo")[1] == "Taken back: Sample shop made\n"


def test_merging_both_ways_is_refused_the_second_time(run: Run) -> None:
    run("merge", "Anna Ruiz", "Ana Ruiz")
    code, _out, err = run("merge", "Ana Ruiz", "Anna Ruiz")
    assert code == 1 and "choose two" in err


def test_a_desk_without_doubles_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.lovedesk"
    open_desk(path).close()
    assert cli.main(["--desk", str(path), "duplicates"]) == 0
    assert capsys.readouterr().err == "Nobody seems to be here twice.\n"
