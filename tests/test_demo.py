"""The demo makes every file that it names; the self-test says step by step that all of it works, or what failed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from lovedesk import cli, demo
from lovedesk.mishaps import Refused
from lovedesk.sheets import printing
from lovedesk.ui import theme

PLACES = {"today", "customers", "calendar", "week", "agenda", "checklists", "bring", "trash", "timeline", "duplicates",
          "intouch", "good_times", "catchup", "shop", "frictions", "visit", "again", "debrief", "paper", "paper-pack",
          "paper-week", "paper-calls"}
PAPERS = ("day-pack", "week", "calls", "checklist")


def test_the_demo_makes_a_desk_its_papers_and_a_picture_of_every_place(tmp_path: Path, qapp: QApplication) -> None:
    out = tmp_path / "deep" / "out"
    files = demo.demo(out)
    assert all(file.is_file() for file in files)
    assert {file.stem for file in files if file.read_bytes().startswith(b"%PDF")} == set(PAPERS)
    pictures = {file.stem: QImage(str(file)) for file in files if file.suffix == ".png"}
    assert set(pictures) == {f"{place}-sample-{mode}-1280" for place in PLACES for mode in ("light", "dark")}
    assert {(picture.width(), picture.height()) for picture in pictures.values()} == {(1280, 720)}
    theme.apply(qapp, "light")


def test_the_self_test_says_each_step_that_works(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["self-test"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 6
    assert all(line.endswith(": works") for line in said)


def test_the_self_test_says_which_step_failed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "write_pdf", lambda _pages, path: path.write_bytes(b"no paper"))
    said: list[str] = []
    with pytest.raises(Refused, match="printing failed"):
        demo.self_test(said.append)
    assert len(said) == 4
