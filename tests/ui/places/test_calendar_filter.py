"""What the calendar shows goes out as it is sifted, for a phone or another calendar."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lovedesk.shop import touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.place import Floor
from lovedesk.ui.places.calendar import Calendar
from tests.hands import one, press, shown


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the dialog says; it leaves the ending away."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "out"), ""))
    return tmp_path / "out.ics"


def test_what_is_shown_goes_out_as_a_file(desk: Desk, ana: int, floor: Floor, qtbot: QtBot, file: Path) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime(2027, 1, 5, 10))
        touchpoints.plan([ana], dt.datetime(2027, 1, 6, 10), channel="call")
    place = shown(Calendar(floor), qtbot)
    press("What is shown (Alt+L)", place, qtbot)
    one(SwitchChip, "Visits", place).click()
    with qtbot.waitSignal(place.said) as said:
        press("Export this…", place, qtbot)
    assert said.args == ["Exported: out.ics"]
    titles = [line for line in file.read_text("utf-8").splitlines() if line.startswith("SUMMARY")]
    assert titles == ["SUMMARY:Call: Ana Ruiz"]
