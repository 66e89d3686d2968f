"""Small pictures are read aside, the last that was asked for first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lovedesk.shop import blobs
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.thumbs import Thumbs
from lovedesk.ui.signals import Aside
from tests.ui.parts.test_photos import claiming, jpeg, picture


@pytest.fixture
def thumbs(desk: Desk) -> Iterator[Thumbs]:
    """Pictures of 100 pixels, the last two of them."""
    parent = QObject()
    aside = Aside(desk, parent)
    yield Thumbs(aside, 100, 2, parent)
    aside.close()


def put(desk: Desk, data: bytes) -> str:
    with desk.act("paper.keep"):
        return blobs.put(data)


def test_a_picture_is_on_its_way_until_it_is_small(desk: Desk, thumbs: Thumbs, qtbot: QtBot) -> None:
    key = put(desk, jpeg(picture(800, 400)))
    with qtbot.waitSignal(thumbs.came):
        assert thumbs.of(key) is None
    image = thumbs.of(key)
    assert image is not None
    assert (image.width(), image.height()) == (100, 50)


@pytest.mark.parametrize("data", [b"%PDF-1.7", claiming(60_000, 60_000), b""])
def test_what_cannot_be_shown_is_null_and_not_asked_for_again(
    desk: Desk, thumbs: Thumbs, qtbot: QtBot, data: bytes,
) -> None:
    key = put(desk, data)
    with qtbot.waitSignal(thumbs.came):
        thumbs.of(key)
    image = thumbs.of(key)
    assert image is not None
    assert image.isNull()


def test_the_last_asked_for_comes_first(desk: Desk, thumbs: Thumbs, qtbot: QtBot) -> None:
    keys = [put(desk, jpeg(picture(200 + n, 100))) for n in range(4)]
    came: list[int] = []

    def note() -> None:
        came.append(int(thumbs.of(keys[3]) is not None))

    thumbs.came.connect(note)
    for key in keys:
        thumbs.of(key)
    qtbot.waitUntil(lambda: len(came) >= 2)
    assert came[:2] == [0, 1]       # the first was on its way already, then the last that was asked for
    assert thumbs.of(keys[3]) is not None
