"""Paper from a place: the system's dialog, a PDF where the person wants it, and a sentence where it fails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui import paper
from lovedesk.ui.place import Floor, Place
from lovedesk.ui.signals import Aside

DAY = dt.date(2026, 11, 24)


@pytest.fixture
def place(desk: Desk, ana: int, qtbot: QtBot) -> Iterator[Place]:
    """A place on a desk with one visit today."""
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime(2026, 11, 24, 10), checklist="good-times")
    parent = QObject()
    aside = Aside(desk, parent)
    made = Place(Floor(desk, Settings(), aside))
    qtbot.addWidget(made)
    yield made
    aside.close()


def print_to(monkeypatch: pytest.MonkeyPatch, file: Path, answer: QDialog.DialogCode) -> None:
    """The system's dialog prints into a file when it is answered."""
    def answered(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        return answer

    monkeypatch.setattr(QPrintDialog, "exec", answered)


def test_the_day_pack_goes_to_the_printer_that_is_chosen(
    place: Place, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:
    print_to(monkeypatch, tmp_path / "printed.pdf", QDialog.DialogCode.Accepted)
    with qtbot.assertNotEmitted(place.said):
        paper.print_day_pack(place, DAY)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_a_dialog_that_is_cancelled_prints_nothing(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    print_to(monkeypatch, tmp_path / "printed.pdf", QDialog.DialogCode.Rejected)
    paper.print_day_pack(place, DAY)
    assert not (tmp_path / "printed.pdf").exists()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_print_is_said(
    place: Place, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:
    print_to(monkeypatch, tmp_path / "no such folder" / "printed.pdf", QDialog.DialogCode.Accepted)
    with qtbot.waitSignal(place.said) as said:
        paper.print_day_pack(place, DAY)
    assert said.args[0]


def save_to(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    """The dialog is answered with this path, "" being Cancel."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (target, ""))


def test_a_pdf_is_saved_where_the_person_says(
    place: Place, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:
    save_to(monkeypatch, str(tmp_path / "pack.pdf"))
    with qtbot.waitSignal(place.said) as said:
        paper.save_day_pack(place, DAY)
    assert said.args == ["Saved: pack.pdf"]
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")


def test_where_no_pdf_can_be_saved_it_is_said(
    place: Place, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "file").write_text("x")
    save_to(monkeypatch, str(tmp_path / "file" / "pack.pdf"))
    with qtbot.waitSignal(place.said) as said:
        paper.save_day_pack(place, DAY)
    assert "file" in said.args[0] and not said.args[0].startswith("Saved")


def test_without_a_place_for_the_pdf_nothing_is_saved_or_said(
    place: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:
    save_to(monkeypatch, "")
    with qtbot.assertNotEmitted(place.said):
        paper.save_day_pack(place, DAY)


@pytest.mark.parametrize(("title", "name"), [
    ("Café Halcyon, Tue 24 Nov 2026", "Café Halcyon, Tue 24 Nov 2026"),
    ('A/B "Ltd": what\nnow?', "A B Ltd what now"), ("x" * 300, "x" * 60), ("...", "Sheet")])
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert paper.file_name(title) == name
