"""`lovedesk touch`: who is due, why, and when would be good."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lovedesk import cli
from lovedesk.shop import customers, rhythms, tags, touchpoints
from lovedesk.shop.desks import open_desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A desk on which Ana is due, Ben perhaps leaves, and Cleo was seen last week."""
    path = tmp_path / "touch.lovedesk"
    desk = open_desk(path)
    with desk.act("sample.fill"):
        ana, ben, cleo = (customers.add(name) for name in ("Ana", "Ben", "Cleo"))
        rhythms.set_for([ana, cleo], 91)
        tags.add([ana, cleo], "north")
        for customer, ago in [(ana, 200), (ben, 160), (ben, 130), (ben, 100), (cleo, 7)]:
            start = desk.now() - dt.timedelta(ago)
            touchpoints.finish(touchpoints.plan([customer], start), now=start)
    desk.close()
    return path


def test_each_line_says_who_why_the_last_touch_and_when_would_be_good(
        path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--desk", str(path), "touch"]) == 0
    ana, ben = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert (ana[0], ben[0]) == ("Ana", "Ben")
    assert ana[1].endswith(", wished every 3 months")
    assert ben[1] == "no sign for 3 months, usually every 4 weeks"
    assert all(str(dt.date.today().year) in one[2] or str(dt.date.today().year - 1) in one[2] for one in (ana, ben))
    assert ana[3].endswith(", Call: nothing is open with them")
    assert (ana[4:], ben[4:]) == ([], ["perhaps leaving"])


def test_a_tag_narrows_and_nobody_is_said_aside(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--desk", str(path), "touch", "--tag", "north"]) == 0
    assert capsys.readouterr().out.startswith("Ana\t")
    assert cli.main(["--desk", str(path), "touch", "--tag", "south"]) == 1
    assert "There is no tag" in capsys.readouterr().err
    desk = open_desk(path)
    with desk.act("visit.finish"):
        for name in ("Ana", "Ben"):
            touchpoints.finish(touchpoints.plan([customers.named(name)[0][0]], desk.now()), now=desk.now())
    desk.close()
    assert cli.main(["--desk", str(path), "touch"]) == 0
    assert capsys.readouterr() == ("", "Nobody waits to hear from you.\n")
