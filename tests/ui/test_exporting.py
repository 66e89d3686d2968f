"""Export from the window: the form follows the kind that was chosen, and what became of it is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers
from lovedesk.store.desk import Desk
from lovedesk.ui import exporting
from lovedesk.ui.signals import Aside


@pytest.fixture
def aside(desk: Desk, qapp: QApplication) -> Iterator[Aside]:
    """The thread for what is long."""
    made = Aside(desk, qapp)
    yield made
    made.close()


@pytest.mark.parametrize(("kind", "name", "written", "begins"), [
    ("vCard 3.0, for phones (*.vcf)", "these", "these.vcf", "BEGIN:VCARD\r\nVERSION:3.0"),
    ("vCard 4.0 (*.vcf)", "these.vcf", "these.vcf", "BEGIN:VCARD\r\nVERSION:4.0"),
    ("Table for a spreadsheet (*.csv)", "these", "these.csv", "\ufeffName,"),
    ("", "these.csv", "these.csv", "\ufeffName,"),
])
def test_those_that_are_shown_are_written_in_the_form_that_was_chosen(
    *, desk: Desk, ana: int, aside: Aside, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    kind: str, name: str, written: str, begins: str,
) -> None:
    with desk.act("customer.add"):
        customers.add("Somebody else")
    offered: list[str] = []

    def choose(*asked: object) -> tuple[str, str]:
        offered.append(str(asked[3]))
        return str(tmp_path / name), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    told: list[str] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    exporting.export(parent, aside, told.append, tmp_path / "suggested", [ana])
    qtbot.waitUntil(lambda: told == [f"Exported: {written}"])
    data = (tmp_path / written).read_bytes().decode("utf-8")
    assert data.startswith(begins)
    assert "Ana Ruiz" in data
    assert "Somebody else" not in data
    assert "json" not in offered[0]
