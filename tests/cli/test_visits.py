"""`lovedesk sheet`: of one of us, and the sheets of several days, with progress."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from lovedesk.cli import main
from lovedesk.cli.visits import STEP
from lovedesk.shop import customers, shops, touchpoints
from lovedesk.shop.desks import open_desk
from tests.pdf import pages_of, words_of

Run = Callable[..., tuple[int, str, str]]
DAY = dt.date(2026, 12, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A desk of two shopkeepers, each with a call on the day, and a visit that is no one's on the next."""
    desk = open_desk(tmp_path / "shop.lovedesk")
    with desk.act("visit.plan"):
        for hour, name in enumerate(("Mara", "Jo")):
            touchpoints.plan([customers.add(f"Friend of {name}")], dt.datetime(2026, 12, 1, 10 + hour),
                             channel="call", keeper=shops.add_keeper(name))
        touchpoints.plan([customers.add("Linden House")], dt.datetime(2026, 12, 2, 10))
    desk.close()
    return desk.path


@pytest.fixture
def sheet(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Print to a file; gives the exit code, the words of the paper, and what was said on stderr."""
    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        file = tmp_path / "out.pdf"
        code = main(["--desk", str(path), "sheet", *arguments, "--out", str(file)])
        return code, words_of(file.read_bytes()) if file.exists() else "", capsys.readouterr().err
    return command


@pytest.mark.parametrize("paper", ["--day", "--week", "--calls"])
def test_a_paper_of_days_is_of_one_of_us_if_wished(sheet: Run, paper: str) -> None:
    code, words, _said = sheet(paper, str(DAY))
    assert code == 0 and "Friend of Mara" in words and "Friend of Jo" in words
    code, words, _said = sheet(paper, str(DAY), "--keeper", "mara")
    assert code == 0 and "Friend of Mara" in words and "Friend of Jo" not in words


def test_what_is_no_ones_is_on_the_paper_of_each(sheet: Run) -> None:
    assert "Linden House" in sheet("--week", str(DAY), "--keeper", "Jo")[1]


def test_sheets_of_several_days_are_one_file(sheet: Run, tmp_path: Path) -> None:
    code, words, said = sheet("--day", str(DAY), "--until", "2026-12-02")
    assert (code, said) == (0, "")
    assert pages_of((tmp_path / "out.pdf").read_bytes()) == 3
    assert "Linden House" in words and "Day pack" not in words


def test_many_sheets_say_how_far_they_are(sheet: Run, path: Path) -> None:
    desk = open_desk(path)
    with desk.act("visit.plan_many"):
        friend = customers.add("Ana Ruiz")
        for n in range(STEP):
            touchpoints.plan([friend], dt.datetime(2027, 1, 1, 10) + dt.timedelta(n))
        touchpoints.plan([friend], dt.datetime(2027, 1, 1, 8))
    desk.close()
    assert sheet("--day", "2027-01-01", "--until", "2027-03-01")[2] == f"{STEP} of {STEP + 1} pages\n"


@pytest.mark.parametrize(("arguments", "words"), [
    (("--day", "2026-12-01", "--keeper", "Ben"), "There are: Mara, Jo."),
    (("--customer", "Linden House", "--keeper", "Jo"), "--keeper goes with"),
    (("--week", "2026-12-01", "--until", "2026-12-05"), "--until goes with"),
    (("--day", "2026-12-05", "--until", "2026-12-01"), "nothing to print"),
])
def test_what_does_not_go_together_is_said_and_nothing_is_written(
    sheet: Run, arguments: tuple[str, ...], words: str,
) -> None:
    code, on_paper, said = sheet(*arguments)
    assert (code, on_paper) == (1, "")
    assert words in said and said.count("\n") == 1


def test_a_shop_of_nobody_named_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = open_desk(tmp_path / "alone.lovedesk")
    desk.close()
    assert main(["--desk", str(desk.path), "sheet", "--day", str(DAY), "--keeper", "Jo",
                 "--out", str(tmp_path / "a.pdf")]) == 1
    assert "Nobody is named yet" in capsys.readouterr().err
