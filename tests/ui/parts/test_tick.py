"""Ticks: a click anywhere on the words, Space, and words that wrap."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.tick import TEXT_LEFT, Setting, Tick
from tests.ui.conftest import Show


def test_the_words_can_be_clicked(qtbot: QtBot, show: Show) -> None:
    tick = Tick("A jar of quince jam")
    show(tick)
    with qtbot.waitSignal(tick.clicked):
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 5, 10))
    assert tick.isChecked()


def test_space_ticks(qtbot: QtBot, show: Show) -> None:
    tick = Tick("A jar of quince jam")
    show(tick)
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()


def test_long_words_wrap_and_a_second_line_has_its_room(qtbot: QtBot) -> None:
    tick, second = Tick("What did it cost you that the thread was wrong? " * 3), Tick("Jam", second="she wanted it")
    for widget in (tick, second):
        qtbot.addWidget(widget)
    assert tick.heightForWidth(200) > 3 * tick.heightForWidth(2000)
    assert second.sizeHint().height() > Tick("Jam").sizeHint().height()
    assert second.accessibleDescription() == "she wanted it"


def test_what_is_done_fades_and_a_setting_that_holds_keeps_its_ink(show: Show) -> None:
    def inks(tick: Tick) -> list[int]:
        show(tick)
        words = tick.grab().toImage().copy(TEXT_LEFT, 0, tick.width() - TEXT_LEFT, tick.height())
        return [min(words.pixelColor(x, y).lightness() for x in range(words.width()) for y in range(words.height()))]

    assert inks(Tick("Jam", on=True)) > inks(Tick("Jam"))
    assert inks(Setting("Jam", on=True)) == inks(Setting("Jam"))
