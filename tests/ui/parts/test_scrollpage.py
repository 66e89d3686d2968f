"""The scrolling page: nothing moves sideways when the bar comes, and the stops are told."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.scrollpage import BAR, SIDE, ScrollPage, stop_for
from tests.ui.conftest import Show


def test_the_right_edge_stays_when_the_bar_comes(qtbot: QtBot, show: Show) -> None:
    page = ScrollPage()
    content = QWidget()
    content.setFixedHeight(50)
    page.body.addWidget(content)
    page.body.addStretch()
    page.resize(600, 300)
    show(page)
    before = content.width()
    content.setFixedHeight(900)
    qtbot.waitUntil(page.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: content.width() == before)


def test_the_stops_are_told_when_the_window_crosses_them(qtbot: QtBot, show: Show) -> None:
    page = ScrollPage()
    page.resize(1280, 600)
    show(page)
    told: list[str] = []
    page.stop_changed.connect(told.append)
    for width in (1024, 1050, 1280, 1920):
        page.resize(width, 600)
    assert told == ["narrow", "middle", "wide"]


def test_the_stops_are_those_of_the_look() -> None:
    assert [stop_for(width) for width in (1024, 1099, 1100, 1499, 1500)] == [
        "narrow", "narrow", "middle", "middle", "wide"]


def test_a_column_is_as_wide_as_it_may_be_and_as_high_as_its_words_need(qtbot: QtBot, show: Show) -> None:
    page = ScrollPage(column=300)
    words = QLabel("One word beside the other, until the line is full and goes on below. " * 5)
    words.setWordWrap(True)
    button = QPushButton("Below")
    for part in (words, button):
        page.body.addWidget(part)
    page.body.addStretch()
    page.resize(1000, 300)
    show(page)
    for width in (1000, 280, 1400):
        page.resize(width, 300)
        column = min(300, page.viewport().width() - 2 * SIDE)
        qtbot.waitUntil(lambda: words.width() in {column, column + BAR})    # noqa: B023 -- waited for here
        assert words.height() >= words.heightForWidth(words.width())
        assert button.height() >= button.sizeHint().height()
