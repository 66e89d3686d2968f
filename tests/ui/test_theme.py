"""The tokens: readable in both, one font, and a change of theme reaches what is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import ElidedLabel


def contrast(one: QColor, other: QColor) -> float:
    def light(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


TEXTS = [("ink", "paper"), ("ink2", "paper"), ("ink3", "paper"), ("ink3", "sel"), ("accent", "paper"),
         ("accent", "accenttint"), ("accent", "sel"), ("onaccent", "accent"), ("green", "greentint"),
         ("amber", "ambertint"), ("red", "redtint"), ("red", "paper"), ("waterink", "hover"), ("ink2", "hover"),
         ("ink2", "rail"), ("ink3", "pane"), ("toastlink", "ink"), ("paper", "ink")]


@pytest.mark.parametrize("t", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_has_a_contrast_of_four_and_a_half(t: theme.Tokens, text: str, ground: str) -> None:
    assert contrast(t.colour(text), t.colour(ground)) >= 4.5


@pytest.mark.parametrize("t", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_rim_of_an_input_is_seen(t: theme.Tokens) -> None:
    assert contrast(t.fieldline, t.paper) >= 3


def test_all_roles_are_set_in_the_bundled_face() -> None:
    for role in ("title", "section", "body", "strong", "small", "quote"):
        info = QFontInfo(theme.font(role))
        assert info.family().startswith("Inter")


def test_titles_are_larger_than_text_and_small_print_is_smaller() -> None:
    sizes = [theme.font(role).pointSizeF() for role in ("title", "section", "body", "small")]
    assert sizes == sorted(sizes, reverse=True)


def test_tabular_figures_have_one_width() -> None:
    metrics = QFontMetricsF(theme.tabular(theme.font("body")))
    assert metrics.horizontalAdvance("11:11") == pytest.approx(metrics.horizontalAdvance("08:08"))


def test_a_list_that_pops_up_has_a_ground_to_be_read_on(qtbot: QtBot) -> None:
    offers = QListView()
    qtbot.addWidget(offers)
    offers.setModel(QStringListModel(["Roxy Cinema"], offers))
    offers.resize(200, 80)
    offers.show()
    assert offers.viewport().grab().toImage().pixelColor(150, 60) == theme.LIGHT.card


def test_dark_reaches_the_palette_and_what_is_painted(qapp: QApplication) -> None:
    label = ElidedLabel("Café Halcyon")
    theme.apply(qapp, "dark")
    assert qapp.palette().window().color() == theme.DARK.paper
    assert theme.DARK.ink in colours(label.grab().toImage())
    theme.apply(qapp, "light")
    assert qapp.palette().window().color() == theme.LIGHT.paper
    assert theme.LIGHT.ink in colours(label.grab().toImage())


def test_the_system_is_followed_only_where_it_was_asked_for(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    theme.apply(qapp, "system")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert qapp.palette().window().color() == theme.DARK.paper
    theme.apply(qapp, "light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert qapp.palette().window().color() == theme.LIGHT.paper


def test_an_icon_takes_the_colour_of_its_token(qapp: QApplication) -> None:
    heart = icons.icon("heart-fill", "accent")
    assert theme.LIGHT.accent in colours(heart.pixmap(QSize(22, 22)).toImage())
    theme.apply(qapp, "dark")
    assert theme.DARK.accent in colours(heart.pixmap(QSize(22, 22)).toImage())


def test_an_icon_is_whole_on_a_sharp_screen(qapp: QApplication) -> None:
    sharp = icons.icon("plus", "ink").pixmap(QSize(16, 16), 2.0)
    image = sharp.toImage()
    assert (image.width(), image.height()) == (32, 32)
    edge = [image.pixelColor(x, 16).alpha() for x in range(32)]
    assert edge[:16] == pytest.approx(edge[:15:-1], abs=60)  # as much at the right as at the left: not cropped


def colours(image: QImage) -> list[QColor]:
    return [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
