"""Widgets are tested in the bundled font and the light theme, as people see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui import theme

Show = Callable[[QWidget], QWidget]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The theme is light before each test, and what was deleted later is gone after it."""
    if theme.tokens() is not theme.LIGHT or qapp.font().family() != theme.FAMILY:
        theme.apply(qapp, "light")
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Put a widget on the screen, in an active window, and close it after the test."""
    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget
    return shown
