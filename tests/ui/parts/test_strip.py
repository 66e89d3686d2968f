"""A strip: its words wrap, and what can be done stands at its right."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.strip import Strip
from tests.ui.conftest import Show

LONG = "Café Halcyon has been waiting for the right thread for 5 days and would like to hear from you today."


def test_long_words_wrap_beside_the_link(qtbot: QtBot, show: Show) -> None:
    strip, link = Strip("Waiting", icon="hourglass-medium"), Link("Open")
    strip.add(link)
    strip.resize(360, 50)
    show(strip)
    low = strip.heightForWidth(360)
    strip.say(LONG, "They told us on Thu 19 Nov")
    assert strip.heightForWidth(360) > low
    assert link.geometry().right() <= strip.width()
    assert strip.second.isVisible()
