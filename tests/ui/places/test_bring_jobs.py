"""A table of the invoice program that is dropped: what would become of it is seen first, one button does it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from lovedesk.shop import jobs
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.recordlist import RecordList
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.bring import Bring
from tests.hands import all_names, one, press, shown, texts

TABLE = """Customer,Number,What,Date,Status
Café Halcyon,R-1,Six bar stools,2026-10-01,in work
Nobody,R-2,Chair,2026-10-01,paid
"""


def dropped(floor: Floor, qtbot: QtBot, tmp_path: Path, text: str = TABLE) -> Bring:
    file = tmp_path / "jobs.csv"
    file.write_text(text, "utf-8")
    place = shown(Bring(floor), qtbot)
    place.take_files([file])
    return place


def test_jobs_are_looked_at_and_brought_in_and_one_undo_takes_them_back(
        floor: Floor, qtbot: QtBot, desk: Desk, halcyon: int, tmp_path: Path) -> None:
    place = dropped(floor, qtbot, tmp_path)
    qtbot.waitUntil(lambda: "Bring in 1 job" in names(place))
    left_out = one(RecordList, "What cannot be read", place)
    assert ["no customer is called Nobody" in text for text in texts(left_out)] == [True]
    assert jobs.of(halcyon) == []
    with qtbot.waitSignal(place.done):
        press("&Bring in 1 job", place, qtbot)
    assert [job.what for job in jobs.of(halcyon)] == ["Six bar stools"]
    with qtbot.waitSignal(place.go) as went:
        press("&Look at the customers", place, qtbot)
    assert went.args == [Go("customers")]
    desk.undo()
    assert jobs.of(halcyon) == []


def test_nothing_to_bring_in_leads_to_another_file(floor: Floor, qtbot: QtBot, tmp_path: Path) -> None:
    place = dropped(floor, qtbot, tmp_path)
    qtbot.waitUntil(lambda: "Choose another file" in names(place))
    assert not [name for name in names(place) if name.startswith("Bring in")]
    press("&Choose another file", place, qtbot)
    assert "Choose another file" not in names(place)


def names(place: Bring) -> list[str]:
    return [name.replace("&", "") for name in all_names(QAbstractButton, place)]
