"""A card is painted from the tokens, in light and in dark."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.ui import theme
from lovedesk.ui.parts.card import Card


def test_a_card_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.resize(200, 100)
    assert card.grab().toImage().pixelColor(100, 50) == theme.LIGHT.card
    theme.apply(qapp, "dark")
    assert card.grab().toImage().pixelColor(100, 50) == theme.DARK.card
