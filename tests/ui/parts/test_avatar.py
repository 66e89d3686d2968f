"""Avatars: initials, a hue that stays, a photo where there is one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.ui import theme
from lovedesk.ui.parts.avatar import Avatar, colours, initials
from tests.ui.test_theme import contrast


@pytest.mark.parametrize(("name", "letters"), [
    ("Mira Lind", "ML"), ("Café", "C"), ("Theatre at the Mill", "TM"), ("ana", "A"), ("", ""), ("3 Bears Inn", "BI"),
    ("42", ""), ("李 小龙", "李小"), ("Aoife  Ní Bhriain", "AB"),
])
def test_initials_are_those_of_the_first_and_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_initials_can_be_read_on_every_hue(qapp: QApplication, mode: theme.Mode) -> None:
    theme.apply(qapp, mode)
    pairs = {(tint.name(), ink.name()) for tint, ink in map(colours, (f"Name {n}" for n in range(200)))}
    assert len(pairs) == 8
    assert min(contrast(QColor(tint), QColor(ink)) for tint, ink in pairs) >= 4.5


def test_a_photo_is_shown_cut_to_the_circle(qtbot: QtBot) -> None:
    photo = QImage(60, 40, QImage.Format.Format_RGB32)
    photo.fill(QColor("#123456"))
    avatar = Avatar("Mira", 44, photo=photo)
    qtbot.addWidget(avatar)
    image = avatar.grab().toImage()
    assert image.pixelColor(22, 22) == QColor("#123456")
    assert image.pixelColor(1, 1) != QColor("#123456")
