"""`lovedesk agenda` and `plan --repeat`: what repeats is expanded, a line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from lovedesk.cli import main
from lovedesk.shop import customers
from lovedesk.shop.desks import open_desk

ANA = "Ana Ruiz"


@pytest.fixture
def desk_file(tmp_path: Path) -> str:
    """A desk with one customer."""
    desk = open_desk(tmp_path / "shop.lovedesk")
    with desk.act("customer.add"):
        customers.add(ANA)
    desk.close()
    return str(desk.path)


def said(capsys: pytest.CaptureFixture[str], *given: str) -> list[str]:
    """The lines of a command."""
    capsys.readouterr()
    assert main(list(given)) == 0
    return capsys.readouterr().out.splitlines()


def test_what_repeats_is_expanded(desk_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "--desk", desk_file, "plan", ANA, "--on", "2026-12-07T10:00", "--repeat",
                 "FREQ=MONTHLY;BYDAY=1MO")
    assert lines[1] == "Repeats every month on the first Monday. Then: Mon 4 Jan 2027; Mon 1 Feb 2027; Mon 1 Mar 2027"
    lines = said(capsys, "--desk", desk_file, "agenda", "--from", "2026-12-01", "--to", "2027-01-31")
    assert [line.split("\t") for line in lines] == [
        ["2026-12-07", "10:00", "Visit", ANA, ""], ["2027-01-04", "10:00", "Visit", ANA, ""]]
    far = said(capsys, "--desk", desk_file, "agenda", "--from", "2090-01-01", "--to", "2090-12-31")
    assert len(far) == 12


@pytest.mark.parametrize(("first", "last", "words"), [
    ("2027-01-31", "2026-12-01", "The last day is before the first."),
    ("0001-01-01", "9999-12-31", "These are more than 50 years."),
])
def test_days_that_make_no_sense_are_refused(
        desk_file: str, capsys: pytest.CaptureFixture[str], first: str, last: str, words: str) -> None:
    assert main(["--desk", desk_file, "agenda", "--from", first, "--to", last]) == 1
    assert capsys.readouterr().err.startswith(words)


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "0001-12-31"), ("9999-01-01", "9999-12-31"),
                                             ("9999-12-31", "9999-12-31")])
def test_nothing_lies_on_days_that_no_one_plans(
        desk_file: str, capsys: pytest.CaptureFixture[str], first: str, last: str) -> None:
    assert said(capsys, "--desk", desk_file, "agenda", "--from", first, "--to", last) == []


def test_without_days_it_is_the_next_fortnight(desk_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "--desk", desk_file, "agenda") == []


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=DAILY;COUNT=10000000", "every Monday",
                                  "FREQ=DAILY;INTERVAL=0"])
def test_a_rule_that_makes_no_sense_plans_nothing(
        desk_file: str, capsys: pytest.CaptureFixture[str], rule: str) -> None:
    assert main(["--desk", desk_file, "plan", ANA, "--on", "2026-12-07T10:00", "--repeat", rule]) == 1
    assert "repeat" in capsys.readouterr().err
    assert said(capsys, "--desk", desk_file, "agenda", "--from", "2026-12-01", "--to", "2027-01-31") == []
