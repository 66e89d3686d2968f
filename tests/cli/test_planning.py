"""`lovedesk plan --until --with` and `done`: with whom, how long, and closed or logged when it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from lovedesk.cli import main
from lovedesk.shop import customers, people, timeline
from lovedesk.shop.desks import open_desk
from lovedesk.shop.timeline import Touch

Run = Callable[..., tuple[int, str, str]]
YESTERDAY = dt.date.today() - dt.timedelta(1)       # the commands go by the laptop's clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A desk with a person who has a husband, and a business of four."""
    desk = open_desk(tmp_path / "shop.lovedesk")
    with desk.act("customer.add"):
        ana = customers.add("Ana Ruiz")
        people.add(ana, "Ben Ruiz", role="husband", of_person=people.at(ana)[0].id)
        linden = customers.add("Linden House", kind="business")
        for name in ("Nkechi Obi", "Tom Obi", "Ruth Vale", "Lou Stern"):
            people.add(linden, name)
    desk.close()
    return desk.path


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the desk."""
    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = main(["--desk", str(path), *arguments])
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        told = capsys.readouterr()
        return code, told.out, told.err
    return command


def touches(path: Path, name: str) -> list[Touch]:
    """All touches with a customer, the oldest first."""
    desk = open_desk(path)
    found = timeline.of_customer(customers.named(name)[0][0])
    desk.close()
    return found[::-1]


def test_a_plan_has_an_end_and_those_who_were_named(run: Run, path: Path) -> None:
    code, out, err = run("plan", "Linden House", "--on", "2030-12-03T10:00", "--until", "2030-12-03T11:30",
                         "--with", "nkechi", "--with", "Ruth Vale")
    assert (code, err) == (0, "") and "Linden House" in out
    (touch,) = touches(path, "Linden House")
    assert (touch.minutes, touch.people) == (90, ["Nkechi Obi", "Ruth Vale"])


def test_with_names_family_and_further_customers(run: Run, path: Path) -> None:
    assert run("plan", "Ana Ruiz", "--on", "2030-12-03T10:00", "--with", "Ben", "--with", "Linden House")[0] == 0
    (touch,) = touches(path, "Ana Ruiz")
    assert (touch.people, touch.others) == (["Ana Ruiz", "Ben Ruiz"], 1)
    assert [other.id for other in touches(path, "Linden House")] == [touch.id]


@pytest.mark.parametrize(("more", "words"), [
    (("--with", "Obi"), "Nkechi Obi and Tom Obi"), (("--until", "2030-12-03T10:00"), "before it begins"),
    (("--until", "2030-12-02T12:00"), "before it begins"), (("--until", "soon"), "no day and time")])
def test_what_is_unclear_or_makes_no_sense_exits_with_two(run: Run, path: Path, more: tuple[str, ...],
                                                          words: str) -> None:
    code, _out, err = run("plan", "Linden House", "--on", "2030-12-03T10:00", *more)
    assert code == 2 and words in err
    assert touches(path, "Linden House") == []


def test_who_is_nobody_here_is_refused(run: Run, path: Path) -> None:
    code, _out, err = run("plan", "Ana Ruiz", "--on", "2030-12-03T10:00", "--with", "Zoe")
    assert code == 1 and "Zoe" in err
    assert touches(path, "Ana Ruiz") == []


def test_done_closes_what_was_planned_for_that_day_the_earliest_first(run: Run, path: Path) -> None:
    day = YESTERDAY.isoformat()
    for hour in ("15", "09"):
        run("plan", "Ana Ruiz", "--on", f"{day}T{hour}:00")
    code, out, err = run("done", "Ana Ruiz", "--on", day, "--value", "The swatches", "--note", "She was glad")
    assert (code, err) == (0, "") and "closed" in out and "09:00" in out
    early, late = touches(path, "Ana Ruiz")
    assert (early.done, early.value, early.notes, late.done) == (True, "The swatches", "She was glad", False)
    assert run("undo")[0] == 0
    assert not touches(path, "Ana Ruiz")[0].done


def test_done_logs_one_where_nothing_was_planned(run: Run, path: Path) -> None:
    code, out, _err = run("done", "Ana", "--on", YESTERDAY.isoformat(), "--as", "call")
    assert code == 0 and "logged" in out
    (touch,) = touches(path, "Ana Ruiz")
    assert (touch.start.date(), touch.channel, touch.done) == (YESTERDAY, "call", True)


def test_what_is_still_to_come_is_not_logged(run: Run, path: Path) -> None:
    code, _out, err = run("done", "Ana", "--on", "2199-01-01")
    assert code == 1 and "not been yet" in err
    assert touches(path, "Ana Ruiz") == []
