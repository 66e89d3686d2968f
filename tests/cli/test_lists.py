"""The commands that read: list and history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lovedesk import cli
from lovedesk.shop import customers, kept_lists, tags
from lovedesk.shop.desks import open_desk
from lovedesk.shop.narrowing import Terms

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a desk with three customers, two of them tagged."""
    path = tmp_path / "lists.lovedesk"
    desk = open_desk(path)
    with desk.act("customer.add"):
        found = [customers.add(name) for name in ("Ana", "Ben", "Cleo")]
        customers.set_standing(found[1], "enquiring")
    with desk.act("customer.tag"):
        tags.add(found[:2], "North")
        kept_lists.keep("North round", Terms(tags=("north",), standings=("enquiring",)))
    desk.close()

    def command(*arguments: str) -> tuple[int, str, str]:
        try:
            code = cli.main(["--desk", str(path), *arguments])
        except SystemExit as exit_:
            code = exit_.code if isinstance(exit_.code, int) else 0
        said = capsys.readouterr()
        return code, said.out, said.err
    return command


def test_a_line_for_each_customer(run: Run) -> None:
    assert run("list") == (0, "Ana\tcustomer\t#North\t\nBen\tenquiring\t#North\t\nCleo\tcustomer\t\t\n", "")


@pytest.mark.parametrize(("arguments", "names"), [
    (("--tag", "north"), ["Ana", "Ben"]), (("--tag", "#NORTH", "--standing", "customer"), ["Ana"]),
    (("--list", "north ROUND"), ["Ben"]), (("--not-since", "2026-01-01", "--nothing-ahead"), ["Ana", "Ben", "Cleo"]),
    (("--missing", "birthday", "--missing", "phone", "--standing", "enquiring"), ["Ben"]),
])
def test_terms_narrow(run: Run, arguments: tuple[str, ...], names: list[str]) -> None:
    code, out, _err = run("list", *arguments)
    assert code == 0
    assert [line.partition("\t")[0] for line in out.splitlines()] == names


@pytest.mark.parametrize(("arguments", "code", "sentence"), [
    (("--tag", "south"), 1, "There is no tag “south”. There are: #North"),
    (("--list", "south"), 1, "There is no list “south”. There are: “North round”"),
    (("--standing", "king"), 2, "“king” is no standing."),
    (("--not-since", "soon"), 2, "“soon” is no day"), (("--missing", "luck"), 2, "luck"),
])
def test_what_is_not_known_is_said_in_a_sentence(run: Run, arguments: tuple[str, ...], code: int,
                                                 sentence: str) -> None:
    said = run("list", *arguments)
    assert said[0] == code
    assert said[1] == ""
    assert sentence in said[2]


def test_nobody_left_is_said_aside(run: Run) -> None:
    assert run("list", "--standing", "gone") == (0, "", "Nobody is left by these terms.\n")


def test_the_history_of_all_and_of_one(run: Run) -> None:
    code, out, _err = run("history")
    assert code == 0
    assert [line.split("  ", 1)[1] for line in out.splitlines()][-1].startswith("Customer added: Ana · Ben · Cleo")
    _code, out, _err = run("history", "--customer", "Cleo")
    assert [line.split("  ", 1)[1] for line in out.splitlines()] == ["Customer added: Cleo"]
    assert run("history", "--customer", "Nobody")[0] == 1
