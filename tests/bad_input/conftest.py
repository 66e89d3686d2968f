"""A desk with Ben in it, and the program's own command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lovedesk import cli
from lovedesk.shop import customers
from lovedesk.shop.desks import open_desk
from tests.bad_input.hands import Run


@pytest.fixture(autouse=True)
def _windows(qapp: object) -> None:
    """There is an application for windows: a sheet alone makes a lesser one, on which no later test could stand."""


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
