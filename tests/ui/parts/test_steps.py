"""Steps: where one is on a way is told."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.steps import Steps


def test_the_present_step_is_told(qtbot: QtBot) -> None:
    steps = Steps(["Choose the file", "Who are they?", "Look"])
    qtbot.addWidget(steps)
    steps.show_step(1)
    assert steps.accessibleName() == "Step 2 of 3: Who are they?"
