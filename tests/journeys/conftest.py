"""The program itself, from its start to its closing, on a desk of its own on Tuesday 24 November 2026."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk import app, paths, settings
from lovedesk.shop import sample
from lovedesk.shop.desks import open_desk
from tests.conftest import TODAY, StillDesk
from tests.journeys.walk import Walk

Begin = Callable[[], Walk]


@pytest.fixture
def begin(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    """Start the program as it was left, and sit down before it; closed at the end."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(app, "open_desk", partial(open_desk, kind=StillDesk))
    walks: list[Walk] = []

    def started() -> Walk:
        program = app.Program(qapp, settings.load(), paths.default_desk())
        assert program.is_first()
        walks.append(Walk(program, qtbot, tmp_path / "paper.pdf"))
        program.start()
        program.window.resize(1280, 720)        # the screen of tests is smaller than any laptop's
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        return walks[-1]

    def printed(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        """The printer that stands in the system's dialog is taken, and prints into a file."""
        walks[-1].steps += 1
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(walks[-1].paper))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", printed)
    yield started
    for walk in walks:
        walk.leave()
        walk.window.deleteLater()
    gc.unfreeze()


@pytest.fixture
def shop() -> None:
    """The sample shop is the shop."""
    sample.make(paths.default_desk(), TODAY, kind=StillDesk).close()
